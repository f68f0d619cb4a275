"""The rules: what can be wrong with an entry, and with the catalog as a whole; all their manuals.

Owns the explicit lists below, in the order in which findings of one place are told. A rule is a small function from
frozen values to spots; it never reads files, and it names a path, never a line. Shapes and terms are judged before, by
`catalog.decode`; such faults have their manuals here all the same.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from catalog.model import Entry
from catalog.rules import (
    book,
    deployments,
    descriptions,
    drawing_files,
    drawings,
    facts,
    fields,
    files,
    gates,
    glyphs,
    going_to_market,
    links,
    listing,
    logos,
    lookalikes,
    names,
    phrases,
    pictures,
    programme,
    promotions,
    resale,
    signs,
    succession,
    syntax,
    team,
    terms,
    twins,
    values,
    waivers,
)
from catalog.rules.context import Context, context_of
from catalog.rules.manuals import FAMILIES, Manual, manual_of
from catalog.rules.waivers import Waived, waived

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.findings import Problem, Severity
    from catalog.model import Catalog
    from catalog.rules.registry import AnyRule, CatalogRule, EntryRule, ToldElsewhere

ENTRY_RULES: tuple[EntryRule, ...] = (
    promotions.promotion_outside_regions,
    names.summary_is_the_name,
    facts.certificate_from_the_future,
    facts.certificate_of_another_version,
    facts.certificate_expired,
    facts.package_without_checksum,
    facts.license_unknown,
    facts.license_deprecated,
    facts.language_likely_mistaken,
    listing.listing_without_evidence,
    listing.demonstration_with_real_address,
    listing.listing_not_checked_lately,
    book.print_without_pitch,
    book.print_without_logo,
    programme.white_label_partner_unknown,
    glyphs.sign_without_glyph,
    phrases.placeholder_text,
    descriptions.html_in_description,
    descriptions.heading_in_description,
    descriptions.picture_in_description,
    descriptions.markdown_shown_as_typed,
    descriptions.description_starts_short,
    descriptions.description_repeats_summary,
    names.address_in_summary,
    names.summary_hardly_fits,
    names.summary_says_little,
    names.summary_ends_in_full_stop,
    names.summary_starts_with_name,
    names.name_hardly_fits,
    lookalikes.name_mixes_scripts,
    names.keyword_adds_nothing,
    descriptions.pitch_says_little,
    phrases.empty_praise,
    links.link_with_user,
    links.link_with_stray_signs,
    links.link_to_private_address,
    links.link_without_encryption,
    descriptions.link_of_odd_scheme,
    links.link_host_mixes_scripts,
    links.link_with_odd_port,
    pictures.picture_missing,
    pictures.picture_of_another_kind,
    pictures.picture_ending_differs,
    pictures.picture_too_many_bytes,
    pictures.picture_damaged,
    pictures.picture_too_many_pixels,
    pictures.picture_animated,
    logos.picture_too_few_pixels,
    logos.logo_prints_small,
    logos.logo_out_of_proportion,
    logos.logo_long_or_tall,
    logos.logo_vanishes_on_white,
    logos.logo_vanishes_on_dark,
    drawing_files.drawing_broken,
    drawing_files.drawing_not_utf_8,
    drawing_files.drawing_with_doctype,
    drawings.drawing_with_script,
    drawings.drawing_refers_outside,
    drawings.drawing_with_text,
    drawings.drawing_with_bitmap,
    drawings.drawing_animated,
    drawings.drawing_with_foreign_content,
    drawings.drawing_with_unknown_parts,
    drawings.drawing_with_odd_style,
    drawing_files.drawing_without_view_box,
    drawing_files.drawing_too_intricate,
    drawing_files.drawing_with_editor_marks,
    deployments.webspace_with_background_services,
    deployments.installer_of_another_type,
    deployments.webspace_without_stack,
    deployments.deployment_not_stated,
    deployments.dedicated_without_environment,
    deployments.connector_without_service,
    deployments.plesk_cannot_run_it,
    deployments.plesk_verdict_open,
    gates.referral_without_agreement,
    gates.referral_without_joint_plan,
    gates.reseller_without_kind,
    resale.storefront_without_sales,
    resale.storefront_without_agreement,
    resale.storefront_without_wholesale_terms,
    resale.storefront_margin_not_shown,
    gates.route_without_its_section,
    gates.section_without_its_model_or_route,
    resale.key_administrator_without_sales,
    resale.key_administrator_without_approval,
    resale.key_administrator_not_integrated,
    gates.no_sales_contact,
    phrases.confidential_sentence,
    going_to_market.press_release_without_approval,
    going_to_market.press_text_without_approval,
    going_to_market.baseline_material_missing,
    going_to_market.no_materials_yet,
    going_to_market.webinar_on_another_day,
    going_to_market.webinar_without_recording,
    promotions.promotion_ends_before_it_starts,
    promotions.promotion_is_over,
)
CATALOG_RULES: tuple[CatalogRule, ...] = (
    twins.same_name_and_vendor,
    twins.vendor_spelled_two_ways,
    succession.former_slug_is_alive,
    succession.former_slug_claimed_twice,
    twins.same_product_address,
    twins.name_looks_like_another,
    programme.storefront_names_unknown_entry,
    succession.replacement_not_there,
    programme.storefront_names_entry_without_route,
    programme.storefront_not_enabled,
    programme.storefront_colour_hard_to_read,
    team.team_names_unknown_entry,
    team.application_has_two_managers,
    programme.webinar_is_full,
)
# Found while walking, reading or decoding, and after all rules.
TOLD_ELSEWHERE: tuple[ToldElsewhere, ...] = (
    *files.RULES,
    *syntax.RULES,
    *signs.RULES,
    *fields.RULES,
    *values.RULES,
    *terms.RULES,
    links.link_dead,
    links.link_moved,
    book.text_larger_than_its_place,
    book.text_too_large_for_print,
    book.after_the_cut_off,
    waivers.waiver_unused,
    waivers.waiver_of_no_warning,
    waivers.waiver_is_over,
)
RULES: tuple[AnyRule, ...] = tuple(
    sorted((*TOLD_ELSEWHERE, *ENTRY_RULES, *CATALOG_RULES), key=lambda rule: rule.code)
)
BY_CODE: dict[str, AnyRule] = {rule.code: rule for rule in RULES}
SEVERITIES: dict[str, Severity] = {rule.code: rule.severity for rule in RULES}


def _by_part(parts: Iterable[str]) -> tuple[tuple[str, tuple[EntryRule, ...]], ...]:
    """The rules about each of the parts."""
    return tuple((part, tuple(rule for rule in ENTRY_RULES if rule.about == part)) for part in parts)


_ABOUT = sorted({rule.about for rule in ENTRY_RULES if rule.about})
_OF_ENTRY = _by_part(part for part in _ABOUT if part in Entry.__struct_fields__)
_OF_CONTEXT = _by_part(part for part in _ABOUT if part not in Entry.__struct_fields__)
_ALWAYS = tuple(rule for rule in ENTRY_RULES if not rule.about)


def judge(entry: Entry, context: Context) -> Iterator[Problem]:
    """All problems of one entry by itself."""
    asked = [_ALWAYS]
    asked += [rules for part, rules in _OF_ENTRY if getattr(entry, part)]
    asked += [rules for part, rules in _OF_CONTEXT if getattr(context, part)]
    for rules in asked:
        for rule in rules:
            for spot in rule.find(entry, context):
                yield rule.problem(spot)


def is_of_what_is_there(problem: Problem, absent: frozenset[str]) -> bool:
    """Whether a problem of a draft lies in a text or picture that is there; others may come from what is missing."""
    return problem.code[3] in "45" and not (problem.path and problem.path[0] in absent)


def judge_together(catalog: Catalog, slugs: frozenset[str]) -> Iterator[tuple[str, Problem]]:
    """All problems across entries, each with the slug of the entry or the file below `program/` that it belongs to.

    `slugs` are those of all entry folders, also of those that could not be decoded.
    """
    for rule in CATALOG_RULES:
        for owner, spot in rule.find(catalog, slugs):
            yield owner, rule.problem(spot)


@functools.cache
def manuals() -> dict[str, Manual]:
    """All manuals by their codes, in order."""
    return {rule.code: manual_of(rule) for rule in RULES}


def manual(code: str) -> Manual:
    """The manual of one code, such as `APS401`; a code that no rule has is a `KeyError`."""
    return manuals()[code]


__all__ = [
    "BY_CODE",
    "CATALOG_RULES",
    "ENTRY_RULES",
    "FAMILIES",
    "RULES",
    "SEVERITIES",
    "Context",
    "Manual",
    "Waived",
    "context_of",
    "is_of_what_is_there",
    "judge",
    "judge_together",
    "manual",
    "manuals",
    "waived",
]
