"""Where links may lead: hosts in all the forms that browsers take, and addresses that deceive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Links
from catalog.rules.hosts import host_of, is_reserved, private_reason
from tests.rules.judging import DESCRIPTION, codes, entry, found


@pytest.mark.parametrize(
    "url",
    [
        "https://localhost/",
        "https://localhost./",
        "https://LOCALHOST:8080/",
        "https://app.localhost/",
        "https://intranet/",
        "https://wiki.local/",
        "https://git.internal/",
        "https://printer.lan/x",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://0/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://192.168.10.4/docs",
        "https://10.0.0.1:8443/",
        "https://172.16.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://224.0.0.1/",
        "https://4294967296/",
        "https://[::1]/",
        "https://[fe80::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://１２７.０.０.１/",
        "https://127。0。0。1/",
    ],
)
def test_a_host_that_is_not_public_is_refused(url: str) -> None:
    assert "APS422" in codes(entry(links=Links(documentation=url)))


@pytest.mark.parametrize(
    "url",
    [
        "https://docs.harbor.example/",
        "https://docs.harbor.example:8443/a?b=c&d=%20e#f",
        "https://harbor.example/~user/(x)",
        "https://local.harbor.example/",
        "https://8.8.8.8.harbor.example/",
        "https://bücher.example/",
        "https://例え.example/",
        "https://harbor.example/Straße",
        "https://xn--bcher-kva.example/",
        "HTTPS://HARBOR.EXAMPLE/",
    ],
)
def test_a_public_address_passes(url: str) -> None:
    assert codes(entry(links=Links(documentation=url))) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        pytest.param("https://user@harbor.example/", "APS420", id="user"),
        pytest.param(
            "https://harbor.example:x@other.example/", "APS420", id="password that looks like a port"
        ),
        pytest.param("https://harbor.example\\@other.example/", "APS421", id="backslash"),
        pytest.param('https://harbor.example/"onclick=', "APS421", id="quotation mark"),
        pytest.param("https://harbor.example/%0d%0aSet-Cookie:x", "APS421", id="line end in escapes"),
        pytest.param("https://harbor.example/a\u00a0b", "APS421", id="no-break space"),
        pytest.param("https://harbor.example/\u200bb", "APS421", id="zero width"),
        pytest.param("http://harbor.example/", "APS423", id="plain http"),
        pytest.param("https://hаrbor.example/", "APS425", id="one Cyrillic letter"),
        pytest.param("https://harbor.example:0/", "APS426", id="port nought"),
        pytest.param("https://harbor.example:99999/", "APS426", id="port too large"),
        pytest.param("https://harbor.example:٤٤٣x/", "APS426", id="no port at all"),
    ],
)
def test_an_address_that_deceives_is_refused(url: str, code: str) -> None:
    assert code in codes(entry(links=Links(documentation=url)))


def test_an_at_sign_in_a_path_names_no_user() -> None:
    assert codes(entry(links=Links(community="https://social.example/@harbor"))) == []


@pytest.mark.parametrize(
    ("link", "code", "at"),
    [
        pytest.param("[guide](javascript:alert(1))", "APS424", "javascript", id="script"),
        pytest.param("[guide](data:text/html,x)", "APS424", "data:", id="page in the address"),
        pytest.param("[guide](guide.html)", "APS424", "guide.html", id="relative"),
        pytest.param("[guide](//other.example/)", "APS424", "//other", id="without scheme"),
        pytest.param("[guide](<vbscript:x>)", "APS424", "vbscript", id="in angle brackets"),
        pytest.param(
            "[the [inner] guide](https://10.0.0.1/)", "APS422", "https://10", id="brackets in the words"
        ),
        pytest.param("<https://user@harbor.example/>", "APS420", "https://user", id="bare address"),
        pytest.param("[mail](mailto:somebody@harbor.example)", None, "", id="mail"),
    ],
)
def test_a_link_in_a_description_is_judged_at_its_address(link: str, code: str | None, at: str) -> None:
    text = f"{DESCRIPTION} See the\n{link} for more."
    problems = found(entry(description=text))
    assert [(problem.code, problem.offset) for problem in problems] == (
        [(code, text.index(at, len(DESCRIPTION)))] if code else []
    )


def test_links_of_demonstrations_lead_to_nobody() -> None:
    text = f"{DESCRIPTION} Ask [us](mailto:help@harborsync.com)."
    problems = found(entry(description=text, links=Links(demo="https://demo.harborsync.com/")))
    assert {(problem.code, problem.path) for problem in problems} == {
        ("APS238", ("description",)),
        ("APS238", ("links", "demo")),
    }


@pytest.mark.parametrize(
    ("host", "reserved"),
    [
        ("harbor.example", True),
        ("www.example.org", True),
        ("example.com", True),
        ("harbor.test", True),
        ("notexample.com", False),
        ("example.com.harbor.net", False),
        ("", False),
    ],
)
def test_reserved_names_belong_to_nobody(host: str, reserved: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_reserved(host) is reserved


@given(st.text(max_size=80))
def test_any_host_is_judged(text: str) -> None:
    private_reason(host_of(f"https://{text}/"))
    private_reason(text)


@given(st.from_regex(r"https?://[^\s]{0,60}", fullmatch=True))
def test_any_address_is_judged(url: str) -> None:
    codes(entry(links=Links(documentation=url)))


@given(st.text(alphabet="[]()<>!`*_#-> \nabjavascript:http/@.", max_size=600))
def test_any_description_is_judged(text: str) -> None:
    for problem in found(entry(description="x" + text)):
        assert problem.offset <= len(text)
