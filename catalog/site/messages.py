"""The site's own words in other languages: one catalog of messages a language, English in the place of keys.

Owns what a text, a date and a number are in the language of a build. The messages are gettext files,
`theme/messages/<language>.po`; names of countries and languages come from CLDR by way of Babel. Refuses to guess: a
text without a translation stays English, and `marked` says so to browsers and readers. What the handbook and the
programme say, and pages in Markdown, are English only; so is everything that the print edition and the feeds say.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

import msgspec
from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from catalog import english
from catalog.regions import geography
from catalog.text import collation_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

SOURCE = "en"
FOLDER = "messages"
_SAYS = re.compile(r"\b(?:say|counted)\(((?:[^()]|\([^()]*\))*)\)")
_STRING = re.compile(r'"([^"]*)"')
_IN_BRACKETS = re.compile(r"(.+) \((.+)\)")


class Messages:
    """Texts of one language. `Messages()` is English: what it is given is what it gives."""

    def __init__(self, language: str = SOURCE, texts: Mapping[str, str] | None = None) -> None:
        """`texts`: translations by their English. `lang` is the language as texts have it: `None` for English."""
        self.language = language
        self.texts = dict(texts or {})
        self.is_source = language == SOURCE
        self.lang = None if self.is_source else language

    def text(self, text: str, **values: object) -> str:
        """A text, with `{name}` filled in. Numbers are written as the language does."""
        if self.is_source and not values:
            return text
        found = self.texts.get(text) or self._composed(text)
        if not values:
            return found
        return found.format_map(self.written(values))

    def written(self, values: Mapping[str, object]) -> dict[str, object]:
        """Values for a text, numbers as the language writes them."""
        return {name: self.number(value) if type(value) is int else value for name, value in values.items()}

    def english(self, body: Markup) -> Markup:
        """A body that is English on every site; on one in another language it says so."""
        return body if self.is_source else Markup('<div lang="en">{}</div>').format(body)

    def counted(self, count: int, one: str, many: str, **values: object) -> str:
        """One of two texts, by a count that both may name as `{n}`. Languages here have at most two forms."""
        return self.text(one if count == 1 else many, n=count, **values)

    def marked(self, text: str) -> Markup:
        """A text as HTML. One that the language lacks is marked as English."""
        found = self.text(text)
        if self.is_source or found != text or text in self.texts or not any(map(str.isalpha, text)):
            return escape(found)
        return Markup('<span lang="en">{}</span>').format(text)

    def number(self, value: int) -> str:
        """`1,374`, `1.374`."""
        return f"{value:,}" if self.is_source else str(format_decimal(value, locale=self._locale))

    def date(self, value: dt.date) -> str:
        """`8 September 2027`, `8. September 2027`."""
        return english.day(value) if self.is_source else self._dated(value, "long")

    def month(self, value: dt.date) -> str:
        """`September 2027`."""
        return english.month(value) if self.is_source else self._skeleton(value, "yMMMM")

    def short_month(self, value: dt.date) -> str:
        """`Sep`."""
        return english.short_month(value) if self.is_source else self._dated(value, "LLL")

    def weekday(self, value: dt.date) -> str:
        """`Wednesday 8 September 2027`."""
        return english.weekday(value) if self.is_source else self._dated(value, "full")

    def inside(self, name: str) -> str:
        """A term in the middle of a sentence: small in English, as it stands elsewhere."""
        return name.lower() if self.is_source else self.text(name)

    def order(self, name: str) -> tuple[str, str]:
        """The place of an English name among others, as the language writes and sorts them."""
        return collation_key(self.text(name))

    def _composed(self, text: str) -> str:
        """`Portuguese (Brazil)` of its two parts."""
        parts = _IN_BRACKETS.fullmatch(text)
        if parts is None or not {parts[1], parts[2]} <= self.texts.keys():
            return text
        return f"{self.texts[parts[1]]} ({self.texts[parts[2]]})"

    @property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """What templates call."""
        return {
            "t": self.marked,
            "number": self.number,
            "date": self.date,
            "month": self.month,
            "short_month": self.short_month,
            "weekday": self.weekday,
        }

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    def _dated(self, value: dt.date, form: str) -> str:
        return str(format_date(value, form, locale=self._locale))

    def _skeleton(self, value: dt.date, skeleton: str) -> str:
        pattern = self._locale.datetime_skeletons.get(skeleton)
        return self._dated(value, pattern.pattern if pattern else "long")


ENGLISH = Messages()


def script_of(messages: Messages, theme: Path) -> bytes:
    """A script with the translations of what the theme's scripts say."""
    wanted = sorted(set().union(*(texts_of_script(file) for file in (theme / "assets").glob("*.js"))))
    held = {text: messages.texts[text] for text in wanted if text in messages.texts}
    return b"window.apsMessages = " + msgspec.json.encode(held) + b";\n"


def texts_of_script(file: Path) -> set[str]:
    """The texts that a script says: string literals inside the brackets of `say` and `counted`."""
    called = _SAYS.findall(file.read_text(encoding="utf-8"))
    return {text for call in called for text in _STRING.findall(call) if any(map(str.isalpha, text))}


def messages_of(theme: Path, language: str) -> Messages:
    """The messages of a language. One that the theme lacks is `FileNotFoundError`."""
    if language == SOURCE:
        return ENGLISH
    return Messages(language, _names(language) | _translated(theme / FOLDER / f"{language}.po"))


def _translated(file: Path) -> dict[str, str]:
    """The finished messages of a file: fuzzy ones are not finished."""
    with file.open("rb") as opened:
        held = read_po(opened)
    return {str(one.id): str(one.string) for one in held if one.id and one.string and not one.fuzzy}


@functools.cache
def _names(language: str) -> dict[str, str]:
    """Names of countries, regions and languages as CLDR has them, by their English ones."""
    locale = Locale.parse(language, sep="-")
    places = {
        name: str(locale.territories[code])
        for code, name in geography().names.items()
        if code in locale.territories
    }
    spoken = {
        name: str(locale.languages[tag])
        for tag, name in Locale(SOURCE).languages.items()
        if tag in locale.languages
    }
    return spoken | places
