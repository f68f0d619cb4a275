"""Rules on business models: what the handbook asks for before one may be offered ("Business Model Considerations").

An entry records only that a condition is met, and when. Terms have no field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule, spot_in_section
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context
    from catalog.source import Path

# The routes that a gate opens.
ROUTES_OF = {
    "storefront": ("partner-storefront", "cloud-marketplace"),
    "key_administrator": ("key-administrator",),
}
_ASKED = {
    "storefront": "track_record, agreed and wholesale_agreed",
    "key_administrator": "track_record, approved and integration",
}


def _of_model(entry: Entry, model: str, section: str) -> Path:
    """The section, or where it is missing the model that asks for it."""
    if getattr(entry, section) is not None:
        return (section,)
    return ("business_models", entry.business_models.index(model))


@entry_rule("APS620", ERROR, "referral-without-agreement")
def referral_without_agreement(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The referral model has no date of its agreement.

    In the referral model you and Parallels have an agreement to sell together (handbook, "Referral Model"). Without it,
    an entry may offer the direct model alone.

    Refused:

        business_models: [direct, referral]
        referral: {joint_plan: true}
        ^

    Accepted:

        business_models: [direct, referral]
        referral: {agreed: 2026-02-03, joint_plan: true}
    """
    if "referral" in entry.business_models and not (entry.referral and entry.referral.agreed):
        message = "the referral model needs the date of the agreement, referral.agreed"
        remedy = "add referral: {agreed: YYYY-MM-DD}, or offer the direct model alone"
        yield Spot(
            _of_model(entry, "referral", "referral"), message, remedy, at="key" if entry.referral else "value"
        )


@entry_rule("APS621", WARNING, "referral-without-joint-plan")
def referral_without_joint_plan(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The referral model has no joint plan.

    Parallels assigns somebody who works out a plan with you and leads both sales teams by it (handbook, "Referral
    Model"). Until that plan exists, referrals hardly come.

    Refused:

        business_models: [referral]
        referral: {agreed: 2026-02-03}
        ^

    Accepted:

        business_models: [referral]
        referral: {agreed: 2026-02-03, joint_plan: true}
    """
    if "referral" in entry.business_models and entry.referral and not entry.referral.joint_plan:
        message = "the referral model has no joint go-to-market plan yet"
        said = entry.referral.joint_plan is not None
        remedy = "write joint_plan: true once the plan is agreed"
        yield spot_in_section("referral", "joint_plan", message, remedy, stated=said)


@entry_rule("APS622", ERROR, "reseller-without-kind")
def reseller_without_kind(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The reseller model does not say through what Parallels resells.

    There are two ways, and each has conditions of its own: a storefront, or the Key Administrator (handbook, "Reseller
    Model").

    Refused:

        business_models: [direct, reseller]
                                  ^

    Accepted:

        business_models: [direct, reseller]
        routes: [partner-storefront]
        storefront:
          track_record: 4,000 seats sold to small businesses since 2019
          agreed: 2026-02-03
          wholesale_agreed: true
          margin_50: true
    """
    if "reseller" in entry.business_models and not (entry.storefront or entry.key_administrator):
        message = "the reseller model needs a storefront: or a key_administrator: section"
        ways = [f"{section}: with {facts}" for section, facts in _ASKED.items()]
        remedy = f"add {' or '.join(ways)}"
        yield Spot(("business_models", entry.business_models.index("reseller")), message, remedy)


@entry_rule("APS627", ERROR, "route-without-its-section", about="routes")
def route_without_its_section(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A resale route has no section that shows its conditions.

    Storefronts and the Key Administrator take only products that meet their conditions (handbook, "Parallels Partner
    Storefront Resale" and "Parallels Key Administrator License Resale"); the section of that name records that they do.

    Refused:

        routes: [automation, key-administrator]
                             ^

    Accepted:

        business_models: [direct, reseller]
        routes: [automation, key-administrator]
        key_administrator:
          track_record: Sold through 12 partners since 2021
          approved: 2026-02-03
          integration: done
    """
    for section, routes in ROUTES_OF.items():
        if getattr(entry, section) is None:
            for number, route in enumerate(entry.routes):
                if route in routes:
                    name = vocabularies().routes[route].name
                    message = f"the route {name} needs a {section}: section"
                    yield Spot(
                        ("routes", number),
                        message,
                        f"add {section}: with {_ASKED[section]}, or remove the route",
                    )


@entry_rule("APS628", ERROR, "section-without-its-model-or-route")
def section_without_its_model_or_route(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A section of a business model stands in an entry that does not offer the model, or its route.

    One of the two is forgotten. `referral` belongs to the referral model; `storefront` and `key_administrator` to the
    reseller model and to their routes (handbook, "Business Model Considerations").

    Refused:

        business_models: [direct]
        referral: {agreed: 2026-02-03, joint_plan: true}
        ^

    Accepted:

        business_models: [direct, referral]
        referral: {agreed: 2026-02-03, joint_plan: true}
    """
    if entry.referral and "referral" not in entry.business_models:
        yield _stray("referral", "the business model referral", "business_models: [referral]")
    for section, routes in ROUTES_OF.items():
        if getattr(entry, section) is None:
            continue
        if "reseller" not in entry.business_models:
            yield _stray(section, "the business model reseller", "business_models: [reseller]")
        elif not set(routes) & set(entry.routes):
            yield _stray(section, f"the route {' or '.join(routes)}", f"routes: [{routes[0]}]")


def _stray(section: str, lacking: str, addition: str) -> Spot:
    message = f"{section}: stands here without {lacking}"
    return Spot((section,), message, f"add {addition}, or remove the section", at="key")


@entry_rule("APS633", WARNING, "no-sales-contact")
def no_sales_contact(entry: Entry, _context: Context) -> Iterator[Spot]:
    """Nobody is named whom a partner can ask about sales.

    Whatever the model, closing a deal is up to you, and so is answering who is interested (handbook, "Going To
    Market"). The address of a role is enough; persons have no place here.

    Refused:

        contacts: {technical: {email: integration@harbor.example}}
        ^

    Accepted:

        contacts: {sales: {email: sales@harbor.example}}
    """
    if entry.contacts.sales is None and (entry.models_stated or entry.in_print) and not entry.withdrawn:
        message = "no sales contact is given"
        remedy = "add contacts: {sales: {email: …}} with the address of a role, such as sales@product.example"
        yield Spot(("contacts",), message, remedy, at="key")
