"""Manuals of faults of files and folders.

They are found while walking (`catalog.compile`) and reading (`catalog.source`).
"""

from __future__ import annotations

from catalog.rules.registry import told_elsewhere


@told_elsewhere("APS001", "byte-not-utf-8")
def byte_not_utf_8() -> None:
    """A byte of the file is not UTF-8.

    The file was saved in an old encoding such as Windows-1252 or Latin-1. What its accents and signs mean can only be
    guessed, and guesses end up in names. Editors have "Save with encoding" for it.

    Refused:

        # entries/harbor-sync/entry.yaml (saved as Latin-1)
        name: Café Sync
                 ^

    Accepted:

        name: Café Sync
    """


@told_elsewhere("APS002", "encoding-not-utf-8")
def encoding_not_utf_8() -> None:
    """The file is saved as UTF-16 or UTF-32.

    Windows programs call it "Unicode". Save the file again as UTF-8, with or without a byte-order mark.

    Refused:

        # entries/harbor-sync/entry.yaml (saved as UTF-16)
        ^

    Accepted:

        name: Harbor Sync
    """


@told_elsewhere("APS003", "file-too-large")
def file_too_large() -> None:
    """The file has more than 256 KiB.

    The longest entry that the limits of all fields allow is far smaller. Pictures and documents lie in files of their
    own, and other languages' texts have the limits of the first.

    Refused:

        # entries/harbor-sync/entry.yaml (with 300,000 blanks at its end)
        ^

    Accepted:

        name: Harbor Sync
    """


@told_elsewhere("APS004", "folder-without-entry")
def folder_without_entry() -> None:
    """A folder holds no `entry.yaml`.

    Every folder below `entries/` is one application, described by the file of that name. Other spellings, such as
    `entry.yml` or `Entry.yaml`, are not looked for.

    Refused:

        # entries/quay-mail/entry.yml
        name: Quay Mail
        # entries/quay-mail
        ^

    Accepted:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
    """


@told_elsewhere("APS005", "folder-name-not-a-slug")
def folder_name_not_a_slug() -> None:
    """The name of a folder cannot be the slug of an entry.

    The folder's name is the entry's address for years, on every system: lower-case letters, digits and single hyphens,
    60 at most, and no name that Windows keeps for devices, such as `aux`.

    Refused:

        # entries/Quay_Mail/entry.yaml
        name: Quay Mail
        # entries/Quay_Mail
        ^

    Accepted:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
    """


@told_elsewhere("APS006", "symbolic-link")
def symbolic_link() -> None:
    """A symbolic link stands among the entries.

    A link can lead to any file of the machine that builds the catalog, and from there onto the site. Put the file
    itself in its place.

    Refused:

        # entries/harbor-sync/logo-dark.svg (a symbolic link)
        ^

    Accepted:

        media: {logo: logo.svg}
    """


@told_elsewhere("APS007", "file-not-readable")
def file_not_readable() -> None:
    """The system does not let the file be read.

    Mostly its permissions forbid it: `chmod a+r entry.yaml` allows everybody to read.

    Refused:

        # entries/harbor-sync/entry.yaml (not readable)
        ^

    Accepted:

        name: Harbor Sync
    """


@told_elsewhere("APS008", "file-empty")
def file_empty() -> None:
    """The file is empty, or holds nothing but comments.

    Start with the nine required fields: `python build.py new SLUG` writes them.

    Refused:

        # entries/harbor-sync/entry.yaml (as it stands)
        ^

    Accepted:

        name: Harbor Sync
    """


@told_elsewhere("APS009", "entry-without-folder")
def entry_without_folder() -> None:
    """A YAML file lies among the folders of the entries.

    An entry has a folder of its own, named by its slug, with room for its pictures.

    Refused:

        # entries/quay-mail.yaml
        ^

    Accepted:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
    """


RULES = (
    byte_not_utf_8,
    encoding_not_utf_8,
    file_too_large,
    folder_without_entry,
    folder_name_not_a_slug,
    symbolic_link,
    file_not_readable,
    file_empty,
    entry_without_folder,
)
