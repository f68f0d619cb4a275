"""Manuals of faults of fields: unknown, missing, of a wrong shape or length. They are found while decoding."""

from __future__ import annotations

from catalog.rules.registry import WARNING, told_elsewhere


@told_elsewhere("APS201", "field-unknown")
def field_unknown() -> None:
    """A field is none that an entry has.

    A misspelled field would be passed over, and what stands in it would be missing on the page. The finding names the
    field that was most likely meant; the schema lists them all.

    Refused:

        licence: MIT
        ^

    Accepted:

        license: MIT
    """


@told_elsewhere("APS202", "field-missing")
def field_missing() -> None:
    """A required field is missing.

    An entry has nine of them: name, version, summary, description, vendor, type, business_models, regions and
    categories. Blocks have required fields of their own, such as a vendor's homepage.

    Refused:

        vendor: {name: Harbor Example Ltd}
                ^

    Accepted:

        vendor: {name: Harbor Example Ltd, homepage: "https://harbor.example/"}
    """


@told_elsewhere("APS203", "value-of-wrong-shape")
def value_of_wrong_shape() -> None:
    """A value has another shape than its field.

    A text stands where a list or a block of fields belongs, or the other way round. One value of a list needs the
    brackets of the list too.

    Refused:

        keywords: WebDAV
                  ^

    Accepted:

        keywords: [WebDAV]
    """


@told_elsewhere("APS204", "value-missing")
def value_missing() -> None:
    """A field has no value.

    A field that is not known yet is left out, with its name. Empty lists and blocks of optional fields count as left
    out.

    Refused:

        license:
                ^

    Accepted:

        license: MIT
    """


@told_elsewhere("APS205", "text-too-long")
def text_too_long() -> None:
    """A text has more characters than its field may have.

    The limits come from the room on cards and in the book: a name 60, a summary 100, a pitch 450, a description 5,000.

    Refused:

        highlights:
          - >-
            ^
            Copies only the blocks of a file that changed, so that a slow line is enough for an office with many large
            files and guests

    Accepted:

        highlights:
          - Copies only the blocks of a file that changed, so that a slow line is enough
    """


@told_elsewhere("APS206", "line-break-in-text")
def line_break_in_text() -> None:
    """A text of one line has a line break.

    Lists, cards and running heads show it in one line. `>-` in the place of `|` joins the lines of a long text.

    Refused:

        summary: |
          Keeps the files of small offices
                                          ^
          in step between sites

    Accepted:

        summary: >-
          Keeps the files of small offices
          in step between sites
    """


@told_elsewhere("APS207", "too-many-values")
def too_many_values() -> None:
    """A list has more values than its field may have.

    Three categories, three highlights, ten keywords and six screenshots are the most: where everything is marked,
    nothing is. The finding stands at the first value that is too many.

    Refused:

        categories: [web/wiki, web/blog, web/forum, web/search]
                                                    ^

    Accepted:

        categories: [web/wiki, web/blog, web/forum]
    """


@told_elsewhere("APS208", "value-given-twice", WARNING)
def value_given_twice() -> None:
    """A value stands in a list twice.

    It counts once. Perhaps the second was meant to be another.

    Refused:

        languages: [en, de, en]
                            ^

    Accepted:

        languages: [en, de, fr]
    """


@told_elsewhere("APS209", "term-unknown")
def term_unknown() -> None:
    """A word is none of those that its field knows.

    Types, models, routes, categories and many others come from lists, so that everybody's filter finds them. The
    finding names the word that was most likely meant; a category that is missing can be proposed.

    Refused:

        type: web-space
              ^

    Accepted:

        type: webspace
    """


@told_elsewhere("APS210", "neither-true-nor-false")
def neither_true_nor_false() -> None:
    """A field takes true or false, and something else stands there.

    YAML readers do not agree on `yes`, `no`, `on` and `off`; true and false are the same to all of them.

    Refused:

        deployment: {stack: [php], background_services: no}
                                                        ^

    Accepted:

        deployment: {stack: [php], background_services: false}
    """


@told_elsewhere("APS211", "not-a-date")
def not_a_date() -> None:
    """A date is not written as year, month and day, or is no day of the calendar.

    1.2.2026 is in January to some and in February to others. 2026-02-01 is one day everywhere.

    Refused:

        listing: {source: demo, checked: 2026-02-30}
                                         ^

    Accepted:

        listing: {source: demo, checked: 2026-02-28}
    """


@told_elsewhere("APS212", "not-a-whole-number")
def not_a_whole_number() -> None:
    """A field takes a whole number, and something else stands there.

    Write digits alone, without unit and without a point.

    Refused:

        pricing: {model: subscription, trial_days: a month}
                                                   ^

    Accepted:

        pricing: {model: subscription, trial_days: 30}
    """


RULES = (
    field_unknown,
    field_missing,
    value_of_wrong_shape,
    value_missing,
    text_too_long,
    line_break_in_text,
    too_many_values,
    value_given_twice,
    term_unknown,
    neither_true_nor_false,
    not_a_date,
    not_a_whole_number,
)
