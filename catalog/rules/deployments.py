"""Rules on deployment: what each application type may need (handbook, Table 1), and what Plesk Panel can run.

That a key or a term belongs to another type is refused while decoding (APS227, APS605).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.handbook.verdict import plesk_verdict
from catalog.rules.registry import ERROR, NOTE, WARNING, Spot, entry_rule
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

PLESK = "plesk"


@entry_rule("APS601", ERROR, "webspace-with-background-services", about="deployment")
def webspace_with_background_services(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A webspace application has services that run in the background.

    A web space is a part of a shared web server, and nothing of one customer may keep running there (handbook,
    "Parallels Automation Partners", Table 1). With services, it is a dedicated application; if the services run at your
    place, it is a connector.

    Refused:

        type: webspace
        deployment:
          stack: [https, php]
          background_services: true
                               ^

    Accepted:

        type: webspace
        deployment:
          stack: [https, php]
          background_services: false
    """
    if entry.type == "webspace" and entry.deployment and entry.deployment.background_services:
        message = "a webspace application cannot run background services"
        remedy = "write false, or offer it as a dedicated application or as a connector to a service of yours"
        yield Spot(("deployment", "background_services"), message, remedy)


@entry_rule("APS602", ERROR, "installer-of-another-type", about="deployment")
def installer_of_another_type(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The installer does not fit the application type.

    A webspace application is copied into place. A dedicated one may also come as an RPM or MSI package, a connector as
    a set of files or a native package (handbook, "Parallels Automation Partners", Table 1).

    Refused:

        type: webspace
        deployment:
          stack: [https, php]
          installer: [rpm]
                      ^

    Accepted:

        type: webspace
        deployment:
          stack: [https, php]
          installer: [file-copy]
    """
    allowed = vocabularies().types[entry.type].installers
    for number, installer in enumerate(entry.deployment.installer if entry.deployment else ()):
        if installer not in allowed:
            message = f'a {entry.type} application is not installed by "{installer}"'
            yield Spot(("deployment", "installer", number), message, f"its installers are {_or(allowed)}")


def _or(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1] if len(words) > 1 else words[0]


@entry_rule("APS603", WARNING, "webspace-without-stack", about="deployment")
def webspace_without_stack(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A webspace application does not say what it needs of the web server.

    A provider has to know whether PHP, Python or another language must be there (handbook, "Parallels Automation
    Partners": such an application requires a web stack).

    Refused:

        type: webspace
        deployment: {installer: [file-copy], servers: 1}
        ^

    Accepted:

        type: webspace
        deployment: {stack: [https, php], installer: [file-copy], servers: 1}
    """
    if entry.type == "webspace" and entry.deployment and not entry.deployment.stack:
        message = "the deployment names no web stack"
        yield Spot(
            ("deployment",), message, "add stack: with what the web server must have, such as php", at="key"
        )


@entry_rule("APS604", WARNING, "deployment-not-stated")
def deployment_not_stated(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The entry does not say what the application needs to run.

    Providers choose by it, and without it nobody can tell whether the application fits Plesk Panel (handbook,
    "Meeting Parallels Plesk Panel APS Criteria").

    Refused:

        type: webspace
              ^
        # no deployment

    Accepted:

        type: webspace
        deployment: {stack: [https, php], installer: [file-copy], servers: 1}
    """
    if entry.deployment is None:
        keys = ", ".join(vocabularies().types[entry.type].deployment)
        message = f"the entry does not say what this {entry.type} application needs to run"
        yield Spot(("type",), message, f"add deployment: with {keys}, as far as they apply")


@entry_rule("APS606", WARNING, "dedicated-without-environment", about="deployment")
def dedicated_without_environment(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A dedicated application does not say on which machines it runs.

    It needs an operating system to itself, physical or virtual (handbook, "Parallels Automation Partners", Table 1); a
    provider has to know which.

    Refused:

        type: dedicated
        deployment: {installer: [rpm], servers: 1}
        ^

    Accepted:

        type: dedicated
        deployment: {environments: [physical, esx], installer: [rpm], servers: 1}
    """
    if entry.type == "dedicated" and entry.deployment and not entry.deployment.environments:
        message = "the deployment names no environment"
        yield Spot(
            ("deployment",), message, "add environments: with the machines it runs on, such as esx", at="key"
        )


@entry_rule("APS607", ERROR, "connector-without-service", about="deployment")
def connector_without_service(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A connector does not name the service that it reaches.

    A connector is nothing by itself: it gives access to a service that runs elsewhere (handbook, "Parallels Automation
    Partners", Table 1). For Plesk Panel this is the criterion.

    Refused:

        type: connector
        deployment: {multitenant: true, installer: [file-set]}
        ^

    Accepted:

        type: connector
        deployment:
          service: {name: Harbor Cloud, homepage: "https://cloud.harbor.example/"}
          multitenant: true
          installer: [file-set]
    """
    if entry.type == "connector" and entry.deployment and entry.deployment.service is None:
        message = "the deployment does not name the service that the connector reaches"
        yield Spot(
            ("deployment",), message, "add service: {name: …, homepage: …} to the deployment", at="key"
        )


@entry_rule("APS610", ERROR, "plesk-cannot-run-it", about="routes")
def plesk_cannot_run_it(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The route is Plesk Panel, and Plesk Panel cannot run the application.

    Plesk Panel manages one server. A webspace application has to install onto that server, a dedicated one to run
    within a single server; what spans several is offered as a connector to them (handbook, "Meeting Parallels Plesk
    Panel APS Criteria"). The verdict is computed from the deployment.

    Refused:

        type: dedicated
        deployment: {environments: [physical], installer: [rpm], servers: 2}
        routes: [automation, plesk]
                             ^

    Accepted:

        type: dedicated
        deployment: {environments: [physical], installer: [rpm], servers: 2}
        routes: [automation]
    """
    if PLESK in entry.routes:
        verdict = plesk_verdict(entry)
        if verdict.answer == "does-not-meet":
            message = (
                f"the Plesk Panel criteria are not met: {verdict.reason[0].lower()}{verdict.reason[1:-1]}"
            )
            remedy = f"remove the route, or offer a package that fits. {verdict.clause}"
            yield Spot(("routes", entry.routes.index(PLESK)), message, remedy)


@entry_rule("APS611", NOTE, "plesk-verdict-open", about="routes")
def plesk_verdict_open(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The route is Plesk Panel, and the deployment does not say enough for a verdict.

    The page then says "not enough stated" where a partner with Plesk Panel looks first (handbook, "Meeting Parallels
    Plesk Panel APS Criteria").

    Refused:

        type: webspace
        deployment: {stack: [https, php]}
        routes: [plesk]
                 ^

    Accepted:

        type: webspace
        deployment: {stack: [https, php], servers: 1}
        routes: [plesk]
    """
    if PLESK in entry.routes and entry.deployment:
        verdict = plesk_verdict(entry)
        if verdict.answer == "not-enough-stated" and entry.type != "connector":
            message = "the deployment does not say enough to tell whether Plesk Panel can run the application"
            yield Spot(("routes", entry.routes.index(PLESK)), message, f"add servers: 1. {verdict.clause}")
