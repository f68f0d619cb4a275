"""A visit to an address: what alive, moved, broken and unknown mean, and where no visit ever goes."""

from __future__ import annotations

import ssl
import time
from typing import TYPE_CHECKING

import pytest

from catalog.links import Answer, Verdict, public_network
from catalog.links.visit import REDIRECTS, visit
from tests.links.servers import dripping, serving

if TYPE_CHECKING:
    from tests.links.conftest import Certificates


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        pytest.param(200, Verdict.ALIVE, id="there"),
        pytest.param(204, Verdict.ALIVE, id="there and empty"),
        pytest.param(401, Verdict.UNKNOWN, id="wants a login"),
        pytest.param(403, Verdict.UNKNOWN, id="refuses programs"),
        pytest.param(404, Verdict.BROKEN, id="not found"),
        pytest.param(410, Verdict.BROKEN, id="gone"),
        pytest.param(429, Verdict.UNKNOWN, id="asks to wait"),
        pytest.param(500, Verdict.UNKNOWN, id="in trouble"),
        pytest.param(599, Verdict.UNKNOWN, id="a status without a name"),
    ],
)
def test_a_status_is_judged_by_what_it_means_to_a_reader(status: int, verdict: Verdict) -> None:
    with serving({"/": status}) as server:
        answer = visit(server.url("/"), server.network())
    assert (answer.verdict, answer.status) == (verdict, status)


def test_a_page_that_refuses_head_is_asked_with_get() -> None:
    with serving({"HEAD /": 405, "GET /": 200}) as server:
        assert visit(server.url("/"), server.network()).verdict is Verdict.ALIVE
    assert server.asked == [("HEAD", "/"), ("GET", "/")]


def test_who_asks_to_wait_is_not_asked_again() -> None:
    with serving({"/": 429}) as server:
        visit(server.url("/"), server.network())
    assert server.asked == [("HEAD", "/")]


def test_the_server_is_told_the_name_that_the_link_names() -> None:
    with serving({"/a%20b?q=%C3%A4": 200}) as server:
        assert visit(server.url("/a b?q=ä"), server.network()).verdict is Verdict.ALIVE
    assert server.hosts == [f"public.site:{server.port}"]


@pytest.mark.parametrize(
    ("first", "verdict", "moved_to"),
    [
        (301, Verdict.MOVED, "/new"),
        (308, Verdict.MOVED, "/new"),
        (302, Verdict.ALIVE, ""),
        (307, Verdict.ALIVE, ""),
    ],
)
def test_only_a_permanent_redirect_is_a_move(first: int, verdict: Verdict, moved_to: str) -> None:
    with serving({"/": (first, "/new"), "/new": 200}) as server:
        answer = visit(server.url("/"), server.network())
        assert (answer.verdict, answer.moved_to) == (verdict, moved_to and server.url(moved_to))


def test_a_move_goes_as_far_as_the_permanent_redirects() -> None:
    with serving({"/": (301, "/a#part"), "/a": (302, "/b"), "/b": (301, "/c"), "/c": 200}) as server:
        answer = visit(server.url("/"), server.network())
        assert answer.moved_to == server.url("/a")


def test_what_a_server_writes_is_escaped_before_it_is_shown() -> None:
    with serving({"/": (301, "/new\x1b[31m \xc3\xa4"), "/new%1B[31m%20%C3%A4": 200}) as server:
        answer = visit(server.url("/"), server.network())
        assert answer.moved_to == server.url("/new%1B[31m%20%C3%A4")


def test_a_redirect_to_a_page_that_is_gone_is_broken() -> None:
    with serving({"/": (301, "/new")}) as server:
        assert visit(server.url("/"), server.network()).verdict is Verdict.BROKEN


@pytest.mark.parametrize("hops", [REDIRECTS, REDIRECTS + 1])
def test_redirects_are_followed_so_far_and_no_further(hops: int) -> None:
    answers: dict[str, tuple[int, str] | int] = {f"/{hop}": (302, f"/{hop + 1}") for hop in range(hops)}
    with serving({**answers, f"/{hops}": 200}) as server:
        answer = visit(server.url("/0"), server.network())
    assert answer.verdict is (Verdict.ALIVE if hops == REDIRECTS else Verdict.BROKEN)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        pytest.param(
            "http://inside.site:{port}/", "inside.site leads to a private or reserved IP address", id="name"
        ),
        pytest.param(
            "http://both.site:{port}/", "both.site leads to a private or reserved", id="one of its numbers"
        ),
        pytest.param("http://127.0.0.1:{port}/", "a private or reserved IP address", id="number"),
        pytest.param("http://0x7f000001:{port}/", "a private or reserved IP address", id="hexadecimal"),
        pytest.param("http://[::ffff:127.0.0.1]:{port}/", "a private or reserved IP address", id="IPv6"),
        pytest.param("http://localhost:{port}/", "this computer", id="localhost"),
        pytest.param("file:///etc/passwd", "it leads to no web page", id="a file"),
        pytest.param("gopher://public.site/", "it leads to no web page", id="not the web"),
        pytest.param("http://[", "it leads to no web page", id="no address"),
    ],
)
def test_a_redirect_into_the_private_is_refused_without_a_request(target: str, why: str) -> None:
    with serving({}) as server, serving({"/": (302, target.format(port=server.port))}) as lure:
        network = lure.network()
        both = frozenset({server.port, lure.port})
        answer = visit(lure.url("/"), type(network)(network.resolve, network.refuse, both, network.trust))
    assert answer.verdict is Verdict.BROKEN
    assert why in answer.detail
    assert server.asked == []


def test_other_ports_are_not_asked() -> None:
    with serving({}) as server, serving({"/": (302, server.url("/"))}) as lure:
        answer = visit(lure.url("/"), lure.network())
    assert answer == Answer(Verdict.UNKNOWN, f"it redirects, and then port {server.port} is not asked")


def test_a_name_that_does_not_exist_is_broken_and_one_that_cannot_be_looked_up_is_unknown() -> None:
    with serving({}) as server:
        network = server.network()
        assert visit(server.url("/", "nowhere.site"), network).verdict is Verdict.BROKEN
        assert visit(server.url("/", "dizzy.site"), network).verdict is Verdict.UNKNOWN


def test_a_refused_connection_is_unknown() -> None:
    with serving({}) as server:
        network = server.network()
    assert visit(server.url("/"), network) == Answer(Verdict.UNKNOWN, "the connection was refused")


def test_a_server_that_drips_is_left_in_time() -> None:
    with dripping() as server:
        started = time.monotonic()
        answer = visit(server.url("/"), server.network(seconds=0.6))
        assert time.monotonic() - started < 5
    assert answer.verdict is Verdict.UNKNOWN


def test_a_handshake_that_drips_is_left_in_time() -> None:
    with dripping() as server:
        started = time.monotonic()
        answer = visit(server.url("/").replace("http:", "https:"), server.network(seconds=0.6))
        assert time.monotonic() - started < 5
    assert answer.verdict is Verdict.UNKNOWN


def test_a_certificate_is_verified_for_the_name_of_the_link(certificates: Certificates) -> None:
    with serving({"/": 200}, certificates.server("public.site")) as server:
        good = visit(server.url("/").replace("http:", "https:"), server.network(certificates.trust()))
    assert good.verdict is Verdict.ALIVE
    with serving({"/": 200}, certificates.server("other.site")) as server:
        bad = visit(server.url("/").replace("http:", "https:"), server.network(certificates.trust()))
    assert bad == Answer(Verdict.BROKEN, "its certificate is for another name")
    with serving({"/": 200}, certificates.server("public.site")) as server:
        foreign = visit(
            server.url("/").replace("http:", "https:"), server.network(ssl.create_default_context())
        )
    assert foreign == Answer(Verdict.UNKNOWN, "its certificate could not be verified")


def test_an_expired_certificate_is_broken(certificates: Certificates) -> None:
    with serving({"/": 200}, certificates.server("public.site", expired=True)) as server:
        answer = visit(server.url("/").replace("http:", "https:"), server.network(certificates.trust()))
    assert answer == Answer(Verdict.BROKEN, "its certificate has expired")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.1.2.3", "[::1]", "169.254.169.254", "printer.local"]
)
def test_the_real_network_refuses_this_machine_and_its_neighbours(host: str) -> None:
    answer = visit(f"http://{host}/", public_network())
    assert answer.verdict is Verdict.BROKEN
    assert answer.status == 0
