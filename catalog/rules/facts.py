"""Rules on facts in single fields: licence, languages, package, certificate."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from catalog.licenses import WORD, fault_of, squeezed, withdrawn
from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

# Codes of rare languages that people take for the country's: the tag that is nearly always meant.
_MISTAKEN = {"br": ("Breton", "pt-BR"), "tw": ("Twi", "zh-TW")}


@entry_rule("APS230", ERROR, "certificate-from-the-future", about="certification")
def certificate_from_the_future(entry: Entry, context: Context) -> Iterator[Spot]:
    """The certificate is dated after the day of the check.

    A certificate that is still to come is none. The day of the check is that of the last change to the entries, or
    what `--as-of` says.

    Refused:

        certification: {level: gold, version: 2.4.1, date: 2199-01-01}
                                                           ^

    Accepted:

        certification: {level: gold, version: 2.4.1, date: 2026-03-02}
    """
    certificate = entry.certification
    if certificate and certificate.date > context.as_of:
        message = f"the certificate is dated {certificate.date}, after the day of this check, {context.as_of}"
        yield Spot(
            ("certification", "date"), message, "write the day on the certificate, or wait until it is issued"
        )


@entry_rule("APS231", WARNING, "certificate-of-another-version", about="certification")
def certificate_of_another_version(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The certificate is for another version than the entry's.

    A certificate holds for the package that was tested. Partners who order version 2.5 do not get what was certified as
    2.4.

    Refused:

        version: 2.4.1
        certification: {level: gold, version: 2.3.0, date: 2026-03-02}
                                              ^

    Accepted:

        version: 2.4.1
        certification: {level: gold, version: 2.4.1, date: 2026-03-02}
    """
    certificate = entry.certification
    if certificate and certificate.version != entry.version:
        message = (
            f'the certificate is for version "{certificate.version}", the entry is about "{entry.version}"'
        )
        remedy = "have the new version certified, or correct the one that is wrong"
        yield Spot(("certification", "version"), message, remedy)


@entry_rule("APS232", WARNING, "certificate-expired", about="certification")
def certificate_expired(entry: Entry, context: Context) -> Iterator[Spot]:
    """The certificate has expired.

    The page still shows it, marked as expired; the book does not.

    Refused:

        certification: {level: gold, version: 2.4.1, date: 2024-03-02, expires: 2026-03-02}
                                                                                ^

    Accepted:

        certification: {level: gold, version: 2.4.1, date: 2024-03-02, expires: 2027-03-02}
    """
    certificate = entry.certification
    if certificate and certificate.expires and certificate.expires < context.as_of:
        message = f"the certificate expired on {certificate.expires}"
        yield Spot(("certification", "expires"), message, "renew the certificate, or remove certification")


@entry_rule("APS233", WARNING, "package-without-checksum", about="package")
def package_without_checksum(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The package has an address and no checksum.

    With the SHA-256 of the file a provider knows that what arrived is what you published.

    Refused:

        package: {aps: 2.0, release: 7, url: "https://harbor.example/harbor-sync-7.app.zip"}
                                             ^

    Accepted:

        package:
          aps: 2.0
          release: 7
          url: https://harbor.example/harbor-sync-7.app.zip
          sha256: 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
    """
    if entry.package and entry.package.url and not entry.package.sha256:
        message = "the package has an address and no checksum"
        yield Spot(("package", "url"), message, "add package.sha256: sha256sum prints it for the file")


@entry_rule("APS234", WARNING, "license-unknown", about="license", fixable=True)
def license_unknown(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The licence is no SPDX expression.

    SPDX ids are what package tools, lawyers and filters agree on. A licence of the vendor's own is
    `LicenseRef-commercial`; several are joined by AND or OR.

    `check --fix` writes the id where the words can mean only one, as "Apache 2.0" does. Words such as "GPL" stay:
    which version, and whether a later one will do, only the vendor knows.

    Refused:

        license: Apache 2
                 ^

    Accepted:

        license: Apache-2.0 OR LicenseRef-commercial
    """
    if entry.license and (fault := fault_of(entry.license)):
        licenses = vocabularies().licenses
        key = squeezed(entry.license)
        meant = licenses.spelled.get(key) or licenses.meant.get(key)
        remedy = (
            f'did you mean "{meant}"?'
            if meant
            else "take the id from https://spdx.org/licenses/, or write LicenseRef-commercial"
        )
        yield Spot(("license",), f'"{entry.license}" is no SPDX expression: {fault}', remedy)


@entry_rule("APS235", WARNING, "license-deprecated", about="license", fixable=True)
def license_deprecated(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The licence has an id that SPDX has withdrawn.

    `GPL-2.0` stands for version 2 alone, and many who write it allow later versions too; `GPL-2.0-only` and
    `GPL-2.0-or-later` leave no doubt.

    `check --fix` writes the id that SPDX says is the same, `GPL-2.0-only` for `GPL-2.0` and `GPL-2.0-or-later` for
    `GPL-2.0+`. It leaves the few ids for which SPDX names a licence that is much like it, or none.

    Refused:

        license: GPL-2.0
                 ^

    Accepted:

        license: GPL-2.0-or-later
    """
    for at, word, new in _withdrawn(entry.license or ""):
        remedy = f'write "{new}", or what the licence text says' if new else "name the licences that apply"
        message = f'SPDX has withdrawn "{word}"'
        yield Spot(("license",), message, remedy, offset=at, length=len(word))


@functools.lru_cache(maxsize=1024)
def _withdrawn(expression: str) -> tuple[tuple[int, str, str], ...]:
    """Each id that was withdrawn, with its place and what SPDX names instead, if anything."""
    words = ((match.start(), match[0], withdrawn(match[0])) for match in WORD.finditer(expression))
    return tuple((at, word, new) for at, word, new in words if new is not None)


@entry_rule("APS236", WARNING, "language-likely-mistaken", about="languages")
def language_likely_mistaken(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A language code is that of a rare language, and a country has the same letters.

    `br` is Breton; who sells to Brazil means `pt-BR`. `tw` is Twi; for Taiwan it is `zh-TW`. If the application does
    speak Breton, waive the rule and say so.

    Refused:

        languages: [en, br]
                        ^

    Accepted:

        languages: [en, pt-BR]
    """
    for number, language in enumerate(entry.languages):
        if language in _MISTAKEN:
            name, meant = _MISTAKEN[language]
            yield Spot(("languages", number), f'"{language}" is {name}', f'did you mean "{meant}"?')
