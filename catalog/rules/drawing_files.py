"""Rules on how a drawing is written. Reading finds these faults (`catalog.pictures`); here are their manuals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, NOTE, Spot, entry_rule
from catalog.rules.shown import inside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Entry
    from catalog.rules.context import Context


@entry_rule("APS520", ERROR, "drawing-broken", about="doubtful")
def drawing_broken(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing is not well-formed, or is not in the namespace of SVG.

    A browser shows an error instead of such a drawing, or nothing. Often the file was cut short, or its first line
    lost its xmlns.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z">
        </svg>
          ^

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS520")


@entry_rule("APS521", ERROR, "drawing-not-utf-8", about="doubtful")
def drawing_not_utf_8(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing is not written in UTF-8.

    Everything in the catalog is UTF-8. A drawing that declares another encoding is read differently by different
    programs; drawing programs save UTF-8 unless told otherwise.

    Refused:

        # entries/harbor-sync/logo.svg
        <?xml version="1.0" encoding="utf-16"?>
        ^
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <?xml version="1.0" encoding="utf-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS521")


@entry_rule("APS522", ERROR, "drawing-with-doctype", about="doubtful", fixable=True)
def drawing_with_doctype(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing has a DOCTYPE or an entity.

    Entities can read files of whoever opens the drawing, and grow a few lines to gigabytes. Even a plain DOCTYPE
    names a file on another machine. No program needs it today. `check --fix` takes a plain DOCTYPE out.

    Refused:

        # entries/harbor-sync/logo.svg
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        ^
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS522")


@entry_rule("APS531", ERROR, "drawing-without-view-box", about="doubtful")
def drawing_without_view_box(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing has no viewBox of four finite numbers.

    The viewBox says what the drawing's units are, so that it can be scaled. Without it a logo is cropped in every
    place that is smaller than the logo.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="96" height="96">
        ^
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS531")


@entry_rule("APS532", ERROR, "drawing-too-intricate", about="doubtful")
def drawing_too_intricate(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing has more than 5,000 elements or nests them more than 64 deep.

    Elements count as often as use draws them: a few lines of nested reuse make millions of shapes, and a browser
    that does not answer. A reference in a circle counts as too deep, and so do patterns, masks, clips and markers
    that draw more than 100,000 elements.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
          <g id="wheel">
            <use href="#wheel"/>
            ^
          </g>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path id="spoke" fill="#1a4fd0" d="M44 8h8v80h-8z"/>
          <use href="#spoke" transform="rotate(90 48 48)"/>
        </svg>
    """
    return inside(context, "APS532")


@entry_rule("APS533", NOTE, "drawing-with-editor-marks", about="doubtful", fixable=True)
def drawing_with_editor_marks(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing carries marks of the program that made it, or metadata.

    They do no harm and show nothing; they make the file larger, and may tell names and folders of its maker. This
    is a note, and stops nothing. `check --fix` takes them out and leaves every other byte.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <metadata>drawn on a rainy day</metadata>
          ^
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS533")
