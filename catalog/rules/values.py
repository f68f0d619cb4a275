"""Manuals of faults of single values: addresses, names of files, codes, amounts. They are found while decoding."""

from __future__ import annotations

from catalog.rules.registry import told_elsewhere


@told_elsewhere("APS213", "not-a-web-address")
def not_a_web_address() -> None:
    """An address does not begin with https:// or http://, or is not one.

    Other schemes run scripts, carry a page of their own or open programs (javascript:, data:, ftp:). Without a
    scheme, a browser takes the address for a page of this catalog.

    Refused:

        links: {support: support.harbor.example}
                         ^

    Accepted:

        links: {support: "https://support.harbor.example/"}
    """


@told_elsewhere("APS214", "not-an-e-mail-address")
def not_an_e_mail_address() -> None:
    """An e-mail address is not one.

    Write the bare address of a role, without a name before it.

    Refused:

        contacts: {sales: {email: "Sales <sales@harbor.example>"}}
                                  ^

    Accepted:

        contacts: {sales: {email: sales@harbor.example}}
    """


@told_elsewhere("APS215", "not-a-telephone-number")
def not_a_telephone_number() -> None:
    """A telephone number is not one.

    Partners call from everywhere: write it with + and the country's code.

    Refused:

        contacts: {sales: {email: sales@harbor.example, phone: ask for Mrs. Miller}}
                                                               ^

    Accepted:

        contacts: {sales: {email: sales@harbor.example, phone: +44 1632 960000}}
    """


@told_elsewhere("APS216", "language-unknown")
def language_unknown() -> None:
    """A language is no BCP 47 tag that exists.

    Such a tag begins with a language, not with a country: `zh-CN` and not `cn`, `cs` and not `cz`.

    Refused:

        languages: [en, cn]
                        ^

    Accepted:

        languages: [en, zh-CN]
    """


@told_elsewhere("APS217", "not-an-amount")
def not_an_amount() -> None:
    """A price is not written in digits with a point.

    3,900 is nearly four or nearly four thousand, as one is used to. The currency has a field of its own.

    Refused:

        pricing: {model: subscription, from: {amount: "3,90", currency: EUR}}
                                                      ^

    Accepted:

        pricing: {model: subscription, from: {amount: 3.90, currency: EUR}}
    """


@told_elsewhere("APS218", "currency-unknown")
def currency_unknown() -> None:
    """A currency is no code of ISO 4217.

    Such codes have three capitals. The dollar sign alone is some twenty currencies.

    Refused:

        pricing: {model: subscription, from: {amount: 3.90, currency: EURO}}
                                                                      ^

    Accepted:

        pricing: {model: subscription, from: {amount: 3.90, currency: EUR}}
    """


@told_elsewhere("APS219", "not-a-colour")
def not_a_colour() -> None:
    """A colour is not # and six hexadecimal digits.

    Without quotes, YAML takes # for the begin of a comment.

    Refused:

        media: {logo: logo.svg, color: blue}
                                       ^

    Accepted:

        media: {logo: logo.svg, color: "#1a4fd0"}
    """


@told_elsewhere("APS221", "not-a-slug")
def not_a_slug() -> None:
    """A slug is not one.

    Slugs are addresses: lower-case letters, digits and single hyphens, 60 at most, and no name that Windows keeps for
    devices.

    Refused:

        formerly: [Harbor_Drive]
                   ^

    Accepted:

        formerly: [harbor-drive]
    """


@told_elsewhere("APS222", "not-a-uri")
def not_a_uri() -> None:
    """A package id is not a URI.

    The id of an APS package is a URI; copy it from `APP-META.xml` as it stands.

    Refused:

        package: {aps: 1.2, id: harborSync}
                                ^

    Accepted:

        package: {aps: 1.2, id: "https://harbor.example/aps/harbor-sync"}
    """


@told_elsewhere("APS223", "not-a-sha-256")
def not_a_sha_256() -> None:
    """A checksum is not a SHA-256.

    `sha256sum FILE` prints 64 hexadecimal digits. MD5 and SHA-1 have fewer, and can be forged.

    Refused:

        package: {aps: 1.2, url: "https://harbor.example/7.app.zip", sha256: d41d8cd98f00b204e9800998ecf8427e}
                                                                             ^

    Accepted:

        package:
          aps: 1.2
          url: https://harbor.example/7.app.zip
          sha256: 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
    """


@told_elsewhere("APS224", "country-unknown")
def country_unknown() -> None:
    """A country is no code of ISO 3166-1.

    Such codes have two capitals. The United Kingdom is GB, Greece GR.

    Refused:

        vendor: {name: Harbor Example Ltd, homepage: "https://harbor.example/", country: UK}
                                                                                         ^

    Accepted:

        vendor: {name: Harbor Example Ltd, homepage: "https://harbor.example/", country: GB}
    """


@told_elsewhere("APS510", "not-a-picture-name")
def not_a_picture_name() -> None:
    """A picture is not named by a bare file name.

    Pictures lie beside the entry, and no other place is ever read: no folder, no address. Lower-case letters, digits,
    points, - and _ work on every system.

    Refused:

        media: {logo: ../logo.svg}
                      ^

    Accepted:

        media: {logo: logo.svg}
    """


RULES = (
    not_a_web_address,
    not_an_e_mail_address,
    not_a_telephone_number,
    language_unknown,
    not_an_amount,
    currency_unknown,
    not_a_colour,
    not_a_slug,
    not_a_uri,
    not_a_sha_256,
    country_unknown,
    not_a_picture_name,
)
