"""What a rule may know besides the entry: the day, the programme, the files beside it, what was gathered from it.

Owns the gathering that several rules share: the free texts and the addresses of the entry, each with its path. Nearly
all entries have nothing to tell, so what is gathered lets a rule see that at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType

import msgspec

from catalog.model import Entry, Programme
from catalog.pictures import Picture
from catalog.rules.addresses import Address, addresses, needs_a_look
from catalog.rules.passages import Outside, Passage, outside, passages

_NO_PICTURES: Mapping[str, Picture] = MappingProxyType({})


class Context(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """`files` holds the names of the regular files in the entry's folder.

    `pictures` holds those of them that the entry names and that could be read, as what their bytes tell; `doubtful`
    says whether a picture that the entry names is missing, or more than a drawing in which nothing is to be found.

    `words` are all passages in one text, in lower case. `suspects` are those of the addresses that are not plainly
    right, `outside` is what descriptions hold besides their part of Markdown.
    """

    as_of: date
    programme: Programme
    files: AbstractSet[str] = frozenset()
    pictures: Mapping[str, Picture] = _NO_PICTURES
    doubtful: bool = False
    passages: tuple[Passage, ...] = ()
    words: str = ""
    outside: tuple[Outside, ...] = ()
    addresses: tuple[Address, ...] = ()
    suspects: tuple[Address, ...] = ()


def context_of(
    entry: Entry,
    as_of: date,
    programme: Programme,
    files: AbstractSet[str] = frozenset(),
    pictures: Mapping[str, Picture] = _NO_PICTURES,
) -> Context:
    """The context of one entry, with the files beside it and what those tell that it names as pictures."""
    texts = passages(entry)
    places = addresses(entry)
    return Context(
        as_of=as_of,
        programme=programme,
        files=files,
        pictures=pictures,
        doubtful=_doubtful(entry, pictures),
        passages=texts,
        words="\n".join([passage.text for passage in texts]).lower(),
        outside=outside(texts),
        addresses=places,
        suspects=tuple([place for place in places if needs_a_look(place)]),
    )


def _doubtful(entry: Entry, pictures: Mapping[str, Picture]) -> bool:
    media = entry.media
    if media.screenshots:
        return True
    for name in (media.logo, media.logo_dark):
        if name and not ((picture := pictures.get(name)) and picture.plainly_right(name)):
            return True
    return False
