"""Rules on what a drawing holds. Reading finds these faults (`catalog.pictures`); here are their manuals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, Spot, entry_rule
from catalog.rules.shown import inside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Entry
    from catalog.rules.context import Context


@entry_rule("APS523", ERROR, "drawing-with-script", about="doubtful")
def drawing_with_script(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing holds a script, an event handler or a javascript link.

    Whoever opens the picture would run it.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" onload="alert(1)">
                                                                    ^
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS523")


@entry_rule("APS524", ERROR, "drawing-refers-outside", about="doubtful")
def drawing_refers_outside(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing refers to something outside of itself.

    Each reader's browser would call the other place, and the printer would not. A drawing may refer to parts of
    itself, by #id or url(#id). Style sheets and fonts of other places count, and relative names too.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
          <use href="https://tracker.example/marks.svg#anchor"/>
               ^
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path id="anchor" fill="#1a4fd0" d="M8 8h32v32H8z"/>
          <use href="#anchor" x="40"/>
        </svg>
    """
    return inside(context, "APS524")


@entry_rule("APS525", ERROR, "drawing-with-text", about="doubtful")
def drawing_with_text(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing holds text or a font.

    Readers and printers lack the font, and set the name of your product in another one. Drawing programs call the
    remedy "convert to outlines" or "object to path".

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
          <text x="9" y="40">Harbor</text>
          ^
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <title>Harbor</title>
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS525")


@entry_rule("APS526", ERROR, "drawing-with-bitmap", about="doubtful")
def drawing_with_bitmap(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing holds a bitmap.

    A bitmap inside of a drawing is as coarse as outside, and larger. Draw it with shapes, or hand in the bitmap
    itself as PNG or JPEG.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <image width="96" height="96" href="data:image/png;base64,iVBORw0KGgo="/>
          ^
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS526")


@entry_rule("APS527", ERROR, "drawing-animated", about="doubtful")
def drawing_animated(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing is animated.

    Paper does not move, and a list of moving pictures cannot be read. Animation by elements counts, and by styles
    too.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <circle fill="#1a4fd0" cx="48" cy="48" r="40">
            <animate attributeName="r" to="20" dur="1s"/>
            ^
          </circle>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS527")


@entry_rule("APS528", ERROR, "drawing-with-foreign-content", about="doubtful")
def drawing_with_foreign_content(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing holds HTML or other content that is no drawing.

    It can do what a web page can do, and no printer draws it. Adobe Illustrator leaves such a part for itself
    unless "Preserve Illustrator Editing Capabilities" is off.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
          <foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>
          ^
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS528")


@entry_rule("APS529", ERROR, "drawing-with-unknown-parts", about="doubtful")
def drawing_with_unknown_parts(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The drawing holds an element or an attribute that is not on the list.

    What is on the list is drawn alike by browsers and by the book: shapes, groups, gradients, patterns, masks,
    clips, symbols, reuse and the simpler filters, with their attributes. Save as "plain SVG", not as a program's
    own kind.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fil="#ffffff" fill="#1a4fd0" d="M8 8h80v80H8z"/>
                ^
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS529")


@entry_rule("APS530", ERROR, "drawing-with-odd-style", about="doubtful")
def drawing_with_odd_style(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The style of the drawing holds more than plain rules.

    Plain rules set properties by class, id or element. Conditions, fonts, name spaces and computed values are read
    differently by different programs, and the book reads none.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <style>@media screen {.sea {fill: #1a4fd0}}</style>
                 ^
          <path class="sea" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <style>.sea {fill: #1a4fd0}</style>
          <path class="sea" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS530")
