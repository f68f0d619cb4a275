"""Manuals of faults of YAML. They are found while reading (`catalog.source`).

A file with such a fault is checked as far as it can be read; the help says where the rest was left out.
"""

from __future__ import annotations

from catalog.rules.registry import told_elsewhere


@told_elsewhere("APS101", "yaml-not-readable")
def yaml_not_readable() -> None:
    r"""YAML cannot be read here.

    The file breaks a rule of YAML that none of the other rules of this family names. Compare the line with an entry
    that is accepted.

    Refused:

        version: "2.4\q"
                     ^

    Accepted:

        version: "2.4"
    """


@told_elsewhere("APS102", "tab-as-indentation")
def tab_as_indentation() -> None:
    """A tab indents a line.

    YAML allows blanks only, since nobody knows how wide a tab is. Most editors put blanks for the tab key in YAML files
    once they are told to. In the example, ⇥ shows the tab.

    Refused:

        contacts:
        ⇥sales: {email: sales@harbor.example}
        ^

    Accepted:

        contacts:
          sales: {email: sales@harbor.example}
    """


@told_elsewhere("APS103", "field-given-twice")
def field_given_twice() -> None:
    """A field stands in one block twice.

    Most readers of YAML would take the second and lose the first without a word.

    Refused:

        version: 2.4.1
        version: 2.5.0
        ^

    Accepted:

        version: 2.5.0
    """


@told_elsewhere("APS104", "anchor-or-alias")
def anchor_or_alias() -> None:
    """An anchor or an alias stands in the file.

    With them a few lines can stand for millions of values. An entry repeats a value where it is needed. A text that
    begins with & or * needs quotes.

    Refused:

        version: &v 2.4.1
                 ^

    Accepted:

        version: 2.4.1
    """


@told_elsewhere("APS105", "tag")
def tag() -> None:
    """A tag stands in the file.

    A tag tells other programs to make something else than text of a value. Here every value is text until its field
    says otherwise. A text that begins with ! needs quotes.

    Refused:

        version: !!str 2.4.1
                 ^

    Accepted:

        version: 2.4.1
    """


@told_elsewhere("APS106", "merge-key")
def merge_key() -> None:
    """A merge key stands in the file.

    `<<` copies fields from elsewhere, which nobody sees at the place where they count. Write them out.

    Refused:

        plesk: {<<: {package: same}}
                ^

    Accepted:

        plesk: {package: same}
    """


@told_elsewhere("APS107", "too-much-in-one-file")
def too_much_in_one_file() -> None:
    """The file nests too deep, or holds too many values.

    No field goes deeper than five levels, and an entry holds a few hundred values; twelve levels and 20,000 values are
    where reading stops. Brackets that were never closed are a usual cause.

    Refused:

        keywords: [[[[[[[[[[[[files]]]]]]]]]]]]
                             ^

    Accepted:

        keywords: [files]
    """


@told_elsewhere("APS109", "second-document")
def second_document() -> None:
    """A second document begins in the file.

    A line of three hyphens begins one. A file is one entry; the second needs a folder of its own.

    Refused:

        version: 2.4.1
        ---
        ^
        name: Quay Mail

    Accepted:

        version: 2.4.1
    """


@told_elsewhere("APS110", "list-as-field-name")
def list_as_field_name() -> None:
    """A list or a block stands where a field's name belongs.

    YAML allows it, and no entry needs it. A text that begins with [ or { needs quotes.

    Refused:

        plesk: {[package]: same}
                ^

    Accepted:

        plesk: {package: same}
    """


@told_elsewhere("APS115", "line-out-of-place")
def line_out_of_place() -> None:
    """A line is neither a field nor part of the text above it.

    Most often a text goes on in the next line and is not indented, or a line is indented further than its neighbours.
    Long texts stand below `|`, indented by two blanks.

    Refused:

        pitch: |
          Offices ask their provider for one place for all files,
        and Harbor Sync is that place.
        ^

    Accepted:

        pitch: |
          Offices ask their provider for one place for all files,
          and Harbor Sync is that place, for a fee that every month adds to the account.
    """


RULES = (
    yaml_not_readable,
    tab_as_indentation,
    field_given_twice,
    anchor_or_alias,
    tag,
    merge_key,
    too_much_in_one_file,
    second_document,
    list_as_field_name,
    line_out_of_place,
)
