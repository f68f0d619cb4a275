"""Manuals of signs that YAML, or a reader, takes for something else than was meant.

They are found while reading (`catalog.source`), APS116 while decoding.
"""

from __future__ import annotations

from catalog.rules.registry import WARNING, told_elsewhere


@told_elsewhere("APS108", "sign-that-deceives")
def sign_that_deceives() -> None:
    """A sign in the file cannot be seen, or changes how the text around it is read.

    Control signs, zero-width blanks and signs that turn the direction of writing come in by copying. They break search
    and addresses, and can show a reader another text than the one that is there. The joiners that emoji and some
    scripts are written with are allowed where they do their work.

    Refused:

        version: "2.4\u200b.1"
                     ^

    Accepted:

        version: "2.4.1"
    """


@told_elsewhere("APS111", "colon-in-text")
def colon_in_text() -> None:
    """A colon and a blank stand inside a text without quotes.

    To YAML they end a field's name. Put the whole text in quotes.

    Refused:

        summary: Mail archive: keeps every message of a company
                             ^

    Accepted:

        summary: "Mail archive: keeps every message of a company"
    """


@told_elsewhere("APS112", "text-starts-with-yaml-sign")
def text_starts_with_yaml_sign() -> None:
    """A text begins with a sign that means something to YAML.

    A text may not begin with @, %, a backquote and a few others, unless it stands in quotes.

    Refused:

        name: @Harbor
              ^

    Accepted:

        name: "@Harbor"
    """


@told_elsewhere("APS113", "quotes-not-closed")
def quotes_not_closed() -> None:
    """A quotation mark is opened and never closed.

    The rest of the file would belong to the text.

    Refused:

        version: "2.4.1
                 ^

    Accepted:

        version: "2.4.1"
    """


@told_elsewhere("APS114", "bracket-not-closed")
def bracket_not_closed() -> None:
    """A bracket is opened and never closed, or a comma is missing inside it.

    Refused is shown where the bracket opens, since where it should have closed nobody can know.

    Refused:

        keywords: [files, WebDAV
                  ^

    Accepted:

        keywords: [files, WebDAV]
    """


@told_elsewhere("APS116", "text-cut-by-comment", WARNING)
def text_cut_by_comment() -> None:
    """A text without quotes is followed by a comment, which may have been meant as part of it.

    A blank and # begin a comment in YAML. Put the text in quotes if the # belongs to it, and a comment on a line of its
    own.

    Refused:

        name: Harbor Sync #1
                          ^

    Accepted:

        name: "Harbor Sync #1"
    """


@told_elsewhere("APS117", "no-break-space-as-indentation")
def no_break_space_as_indentation() -> None:
    """A no-break space indents a line.

    It looks like a blank and is none to YAML, so the line is no part of the block above it. It comes in by copying from
    web pages and office programs. In the example, ␣ shows it.

    Refused:

        contacts:
        ␣␣sales: {email: sales@harbor.example}
        ^

    Accepted:

        contacts:
          sales: {email: sales@harbor.example}
    """


RULES = (
    sign_that_deceives,
    colon_in_text,
    text_starts_with_yaml_sign,
    quotes_not_closed,
    bracket_not_closed,
    text_cut_by_comment,
    no_break_space_as_indentation,
)
