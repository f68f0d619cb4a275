"""Rules on the conditions of resale: storefronts and the Key Administrator (handbook, "Reseller Model")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule, spot_in_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context


def _lacks(section: str, message: str, remedy: str) -> Iterator[Spot]:
    yield Spot((section,), message, remedy, at="key")


@entry_rule("APS623", ERROR, "storefront-without-sales", about="storefront")
def storefront_without_sales(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The storefront section shows no sales to small and medium businesses.

    A product has to have a proven record of sales to such customers before a storefront considers it (handbook,
    "Parallels Partner Storefront Resale"). A sentence or an address is enough.

    Refused:

        business_models: [reseller]
        routes: [partner-storefront]
        storefront: {agreed: 2026-02-03, wholesale_agreed: true, margin_50: true}
        ^

    Accepted:

        business_models: [reseller]
        routes: [partner-storefront]
        storefront:
          track_record: 4,000 seats sold to small businesses since 2019
          agreed: 2026-02-03
          wholesale_agreed: true
          margin_50: true
    """
    if entry.storefront and not entry.storefront.track_record:
        message = "storefront resale needs a track record of sales to small and medium businesses"
        yield from _lacks(
            "storefront", message, "add track_record: with a sentence or an address that shows it"
        )


@entry_rule("APS624", ERROR, "storefront-without-agreement", about="storefront")
def storefront_without_agreement(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The storefront section has no date of the resale agreement.

    To be in a storefront, you enter into a separate agreement with Parallels on the resale (handbook, "Parallels
    Partner Storefront and Parallels Automation for Cloud Marketplace").

    Refused:

        business_models: [reseller]
        routes: [cloud-marketplace]
        storefront: {track_record: 4000 seats since 2019, wholesale_agreed: true, margin_50: true}
        ^

    Accepted:

        business_models: [reseller]
        routes: [cloud-marketplace]
        storefront: {track_record: 4000 seats since 2019, agreed: 2026-02-03, wholesale_agreed: true, margin_50: true}
    """
    if entry.storefront and not entry.storefront.agreed:
        message = "storefront resale needs the date of the separate agreement, agreed"
        yield from _lacks("storefront", message, "add agreed: YYYY-MM-DD")


@entry_rule("APS625", ERROR, "storefront-without-wholesale-terms", about="storefront")
def storefront_without_wholesale_terms(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The storefront section does not say that a wholesale price is agreed.

    You and Parallels agree on the price that you receive from each sale (handbook, "Parallels Partner Storefront
    Resale"). The entry says that it is agreed, never how much it is.

    Refused:

        business_models: [reseller]
        routes: [partner-storefront]
        storefront: {track_record: 4000 seats since 2019, agreed: 2026-02-03, margin_50: true}
        ^

    Accepted:

        business_models: [reseller]
        routes: [partner-storefront]
        storefront: {track_record: 4000 seats since 2019, agreed: 2026-02-03, wholesale_agreed: true, margin_50: true}
    """
    if entry.storefront and not entry.storefront.wholesale_agreed:
        said = entry.storefront.wholesale_agreed is not None
        message = "storefront resale needs an agreed wholesale price, wholesale_agreed"
        remedy = "write wholesale_agreed: true once it is agreed; the price itself stays out"
        yield spot_in_section("storefront", "wholesale_agreed", message, remedy, stated=said)


@entry_rule("APS626", WARNING, "storefront-margin-not-shown", about="storefront")
def storefront_margin_not_shown(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The storefront section does not say that the margin is 50% or more.

    The handbook advises such a margin, since Parallels and the provider share it ("Parallels Partner Storefront
    Resale"). The answer is true, false or undisclosed; no figure is published.

    Refused:

        business_models: [reseller]
        routes: [partner-storefront]
        storefront:
          track_record: 4,000 seats sold to small businesses since 2019
          agreed: 2026-02-03
          wholesale_agreed: true
          margin_50: false
                     ^

    Accepted:

        business_models: [reseller]
        routes: [partner-storefront]
        storefront:
          track_record: 4,000 seats sold to small businesses since 2019
          agreed: 2026-02-03
          wholesale_agreed: true
          margin_50: true
    """
    if entry.storefront and entry.storefront.margin_50 != "true":
        said = entry.storefront.margin_50 is not None
        message = "the handbook advises a margin of 50% or more in storefronts"
        remedy = "write margin_50: true if it is so"
        yield spot_in_section("storefront", "margin_50", message, remedy, stated=said)


@entry_rule("APS630", ERROR, "key-administrator-without-sales", about="key_administrator")
def key_administrator_without_sales(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The Key Administrator section shows no sales with Parallels partners.

    A record of such sales is the first condition (handbook, "Parallels Key Administrator License Resale"); it is
    another one than that of storefronts, which asks for sales to customers.

    Refused:

        business_models: [reseller]
        routes: [key-administrator]
        key_administrator: {approved: 2026-02-03, integration: done}
        ^

    Accepted:

        business_models: [reseller]
        routes: [key-administrator]
        key_administrator: {track_record: Sold through 12 partners, approved: 2026-02-03, integration: done}
    """
    if entry.key_administrator and not entry.key_administrator.track_record:
        message = (
            "Key Administrator resale needs a track record of sales with Parallels partners, track_record"
        )
        remedy = "add track_record: with a sentence or an address that shows it"
        yield from _lacks("key_administrator", message, remedy)


@entry_rule("APS631", ERROR, "key-administrator-without-approval", about="key_administrator")
def key_administrator_without_approval(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The Key Administrator section has no date of the approval.

    Parallels must agree to the use of this model (handbook, "Parallels Key Administrator License Resale").

    Refused:

        business_models: [reseller]
        routes: [key-administrator]
        key_administrator: {track_record: Sold through 12 partners, integration: done}
        ^

    Accepted:

        business_models: [reseller]
        routes: [key-administrator]
        key_administrator: {track_record: Sold through 12 partners, approved: 2026-02-03, integration: done}
    """
    if entry.key_administrator and not entry.key_administrator.approved:
        message = "Key Administrator resale needs the date of the approval, approved"
        yield from _lacks("key_administrator", message, "add approved: YYYY-MM-DD")


@entry_rule("APS632", ERROR, "key-administrator-not-integrated", about="key_administrator")
def key_administrator_not_integrated(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The integration with the Key Administrator is not done.

    Beyond the package, the management of keys and the payments have to be automated (handbook, "Parallels Key
    Administrator"). Until that is done, the route is a plan.

    Refused:

        business_models: [reseller]
        routes: [key-administrator]
        key_administrator: {track_record: Sold through 12 partners, approved: 2026-02-03, integration: planned}
                                                                                                       ^

    Accepted:

        business_models: [reseller]
        routes: [key-administrator]
        key_administrator: {track_record: Sold through 12 partners, approved: 2026-02-03, integration: done}
    """
    if entry.key_administrator and entry.key_administrator.integration != "done":
        said = entry.key_administrator.integration is not None
        message = "Key Administrator resale needs a finished integration beyond the package, integration"
        remedy = "write integration: done once keys and payments are automated, or remove section and route"
        yield spot_in_section("key_administrator", "integration", message, remedy, stated=said)
