"""Manuals of words that a field knows and that do not fit: regions, deployments, terms. Found while decoding."""

from __future__ import annotations

from catalog.rules.registry import told_elsewhere


@told_elsewhere("APS225", "region-unknown")
def region_unknown() -> None:
    """A region is no token that the catalog knows.

    Countries are two capitals of ISO 3166-1 (`DE`), UN regions three digits (`155`), and the catalog's own regions
    lower case (`emea`). Case keeps them apart: `NA` is Namibia.

    Refused:

        regions: [FR, UK]
                      ^

    Accepted:

        regions: [FR, GB]
    """


@told_elsewhere("APS226", "exception-without-effect")
def exception_without_effect() -> None:
    """A region is excepted from regions that do not hold it, or nothing is left.

    Either the exception is a slip, or the list that it should narrow is.

    Refused:

        regions: {include: [north-america], except: [FR]}
                                                     ^

    Accepted:

        regions: {include: [emea], except: [FR]}
    """


@told_elsewhere("APS227", "deployment-of-another-type")
def deployment_of_another_type() -> None:
    """A key of the deployment belongs to another application type.

    Each type has its own needs: a web space a web stack, a dedicated application an environment, a connector a service.
    If the key is right, the type is wrong.

    Refused:

        type: webspace
        deployment: {stack: [php], environments: [physical]}
                                   ^

    Accepted:

        type: dedicated
        deployment: {environments: [physical]}
    """


@told_elsewhere("APS605", "dedicated-in-shared-environment")
def dedicated_in_shared_environment() -> None:
    """A dedicated application names an environment that is shared.

    It needs an operating system to itself, physical or virtual (handbook, "Parallels Automation Partners", Table 1).
    What runs beside others on a web server is a webspace application.

    Refused:

        type: dedicated
        deployment: {environments: [shared], installer: [rpm]}
                                    ^

    Accepted:

        type: dedicated
        deployment: {environments: [physical, esx], installer: [rpm]}
    """


@told_elsewhere("APS640", "confidential-field")
def confidential_field() -> None:
    """A field would publish confidential terms.

    Wholesale prices, margins, commissions and revenue shares are agreed between two parties (handbook, "Business Model
    Considerations"). There is no field for them, and never will be: an entry only says that terms are agreed, and when.

    Refused:

        wholesale_price: 2.10
        ^

    Accepted:

        pricing: {model: subscription, from: {amount: 3.90, currency: EUR, per: user/month}}
    """


RULES = (
    region_unknown,
    exception_without_effect,
    deployment_of_another_type,
    dedicated_in_shared_environment,
    confidential_field,
)
