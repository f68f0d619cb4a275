"""The files of messages, brought up to date: `theme/messages/<language>.po`.

    python .ci/messages.py [LANGUAGE ...]

Every text that the site says is in each file, with the files that say it; what is said no longer goes. Translations
stay. A LANGUAGE that has no file yet gets one, with nothing translated. The exit status is 1 where something waits for
a translator; those texts are named.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from catalog.site.wording import wording

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "theme" / "messages"


def updated(held: Catalog | None, language: str, texts: dict[str, list[str]]) -> Catalog:
    """The messages of a language with all texts and nothing else."""
    new = Catalog(locale=language, domain="site", project="APS catalog", charset="utf-8")
    for text, places in texts.items():
        known = held.get(text) if held else None
        # Braces look like Python's format to Babel, and percent signs never occur.
        new.add(text, known.string if known else "", locations=[(place, None) for place in places])
    return new


def written(catalog: Catalog) -> bytes:
    """The file, without the dates and the generator's version that would change it every time."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, omit_header=True, sort_output=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale_identifier}\\n"\n'
    return (head + '"Content-Type: text/plain; charset=utf-8\\n"\n\n').encode() + out.getvalue()


def main(languages: list[str]) -> int:
    """Bring the files up to date; the exit status."""
    texts = wording(ROOT / "theme", ROOT / "catalog" / "site")
    waiting = 0
    for language in languages or sorted(file.stem for file in FOLDER.glob("*.po")):
        file = FOLDER / f"{language}.po"
        held = read_po(io.BytesIO(file.read_bytes())) if file.is_file() else None
        new = updated(held, language, texts)
        FOLDER.mkdir(exist_ok=True)
        file.write_bytes(written(new))
        for one in new:
            if one.id and not one.string:
                print(f"{language}: {one.id}")
                waiting += 1
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
