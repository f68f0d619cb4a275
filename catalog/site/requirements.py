"""What an application needs, row by row, after the handbook's Table 1.

Owns the rows of each application type. A row whose values are empty was not stated; the page says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model import Deployment
from catalog.site.entry_views import Requirement
from catalog.site.words import reference
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry

_NOTHING = Deployment()


def requirements_of(entry: Entry) -> tuple[Requirement, ...]:
    """The rows of one entry, those of its type first."""
    rows = {"webspace": _webspace, "dedicated": _dedicated, "connector": _connector}[entry.type]
    return (*rows(entry.deployment or _NOTHING), *_plesk(entry))


def _webspace(needs: Deployment) -> Iterator[Requirement]:
    yield _row("Web stack", _names("stack", needs.stack))
    yield _row("Web servers", _names("servers_software", needs.servers_software))
    yield _row("Databases", needs.databases)
    yield _row("Installer", _names("installers", needs.installer))
    yield _row("Servers", _count(needs.servers))


def _dedicated(needs: Deployment) -> Iterator[Requirement]:
    yield _row("Environments", _names("environments", needs.environments))
    yield _row("Operating systems", needs.os)
    yield _row("Installer", _names("installers", needs.installer))
    yield _row("Servers", _count(needs.servers))
    yield _row("Services in the background", _yes_or_no(said=needs.background_services))


def _connector(needs: Deployment) -> Iterator[Requirement]:
    service, api = needs.service, needs.api
    page = reference(service.name, service.homepage) if service and service.homepage else None
    yield Requirement(term="Cloud service", values=(service.name,) if service else (), reference=page)
    style = _names("api_styles", (api.style,)) if api and api.style else ()
    manual = reference("Documentation of the API", api.documentation) if api and api.documentation else None
    yield Requirement(term="API", values=style, reference=manual)
    yield _row("Many customers on one service", _yes_or_no(said=needs.multitenant))
    yield _row("Installer", _names("installers", needs.installer))


def _plesk(entry: Entry) -> Iterator[Requirement]:
    if entry.plesk is None:
        return
    if entry.plesk.package:
        same = entry.plesk.package == "same"
        yield _row("Package for Plesk Panel", ("The same package",) if same else ("A package of its own",))
    if entry.plesk.min_version:
        yield _row("Oldest Plesk Panel", (entry.plesk.min_version,))


def _row(term: str, values: tuple[str, ...]) -> Requirement:
    return Requirement(term=term, values=values)


def _names(vocabulary: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    terms = vocabularies().deployment[vocabulary]
    return tuple(terms[term].name for term in ids)


def _count(servers: int | None) -> tuple[str, ...]:
    if servers is None:
        return ()
    return ("One",) if servers == 1 else (str(servers),)


def _yes_or_no(*, said: bool | None) -> tuple[str, ...]:
    return () if said is None else ("Yes",) if said else ("No",)
