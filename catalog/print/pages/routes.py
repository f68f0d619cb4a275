"""The routes to market: what each is, and what each business model means on it.

Owns which words of the vocabularies stand there, and their pages. With whom the vendor signs and whom the customer
pays is read from the money flows. Refuses words of its own about a route.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.print.grid import LINE, SMALL
from catalog.print.pages.plan import RouteModel, RouteRow, Routes
from catalog.print.pages.room import below_intro, equal, lines_of, paged, small
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.typography.lines import Style
    from catalog.vocabulary import MoneyFlow

INTRO = "Where an application can be bought, with whom its vendor signs there, and whom the customer pays."
HEADS = ("Business model", "The vendor signs with", "The customer pays")
SOURCE = (
    "Source: APS Partner Go-to-Market Handbook, “Introduction” and “Business Model Considerations”. "
    "Who signs with whom, and who pays whom, is drawn on the pages of the business models."
)
SOURCE_LINES = 2
_MOST = 8  # Lines of a row where there is room for all.


def route_pages(entries: Iterable[Entry], desk: Desk) -> tuple[Routes, ...]:
    """The pages of the routes, with how many of the entries take each."""
    taken = Counter(route for entry in entries for route in entry.routes)
    rows = [RouteRow(route, taken[route], tuple(_on(route))) for route in vocabularies().routes]
    first = below_intro(INTRO, desk.grid, desk.typesetter) + (2 if desk.grid.wide else 1)
    end = desk.grid.lines - SOURCE_LINES + 1  # Below the last row stands an empty line.
    highest = max(height_of(row, desk) for row in rows)
    least = min(_MOST, (end - first) // len(rows))
    pages = paged(
        rows,
        lambda row: max(height_of(row, desk), least if highest <= least else 0),
        first=first,
        further=0,
        end=end,
    )
    return tuple(Routes(page, first=number == 0) for number, page in enumerate(pages))


def _on(route: str) -> Iterator[RouteModel]:
    for flow in vocabularies().money_flows:
        if flow.route == route:
            yield RouteModel(vocabularies().models[flow.model].name, _signers(flow), _paid(flow))


def _signers(flow: MoneyFlow) -> str:
    """Those that the vendor signs with: `the provider and Parallels`."""
    parties = vocabularies().parties
    signers = [contract.other for contract in flow.contracts if contract.one == "vendor"]
    signers += [contract.one for contract in flow.contracts if contract.other == "vendor"]
    return " and ".join(parties[signer].spoken for signer in dict.fromkeys(signers))


def _paid(flow: MoneyFlow) -> str:
    payees = [payment.payee for payment in flow.payments if payment.payer == "customer"]
    return " and ".join(vocabularies().parties[payee].spoken for payee in dict.fromkeys(payees))


def words_columns(desk: Desk) -> tuple[tuple[float, float], ...]:
    """Left edge and width of name, summary, and the three columns about a model."""
    if desk.grid.wide:
        fourth, sixth = equal(desk.grid, 4), equal(desk.grid, 6)
        return (
            (0, fourth.width),
            (fourth.step, fourth.width),
            (sixth.left(3), sixth.width),
            (sixth.left(4), sixth.width),
            (sixth.left(5), sixth.width),
        )
    half, quarter = equal(desk.grid, 2), equal(desk.grid, 4)
    narrow = quarter.width * 0.72
    rest = (desk.grid.area - quarter.step - narrow) / 2
    left = quarter.step
    return (
        (0, quarter.width),
        (left, half.width + quarter.step),
        (left, narrow),
        (left + narrow, rest - 6),
        (left + narrow + rest, rest),
    )


def model_look(desk: Desk) -> tuple[Style, Style, float]:
    """Styles of a model's name and of what is said about it, and the height of a row in points."""
    if desk.grid.wide:
        return styles.STRONG, styles.TEXT, LINE
    return styles.LABEL, styles.FACT, SMALL


def model_rows(model: RouteModel, desk: Desk) -> int:
    """Rows of a model."""
    _, _, *columns = words_columns(desk)
    widths = [width for _, width in columns]
    name, told, _ = model_look(desk)
    looks = (name, told, told)
    return max(
        lines_of(text, style, width, desk.typesetter)
        for text, style, width in zip(model, looks, widths, strict=True)
    )


def height_of(row: RouteRow, desk: Desk) -> int:
    """Lines of a route with an empty one below: all side by side, or the models below the summary."""
    term, setter = vocabularies().routes[row.route], desk.typesetter
    (_, name_width), (_, summary_width), *_ = words_columns(desk)
    models = sum(model_rows(model, desk) for model in row.models)
    summary = lines_of(term.summary, styles.TEXT, summary_width, setter)
    if desk.grid.wide:
        name = 1.5 * lines_of(term.name, styles.SECTION, name_width, setter)
        apart = len(row.models) - 1
        return max(int(name + 1.5), summary, models + apart) + 2
    name = lines_of(term.name, styles.STRONG, name_width, setter) + 1
    return max(name, summary + small(models + 1)) + 1
