"""Fetching: polite, bounded, and only to the machine that was meant. Against a server of our own on the loopback."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import khabar
from khabar import fetch, read_feed
from khabar.fetch import Limits, Refused, Web, fetch_feeds, public

PAGE = (
    "<html><head><title>اتصال</title></head><body><article><p>أجرى الرئيس الروسي فلاديمير بوتين، أمس الخميس، اتصالا هاتفيا مع نظيره الأمريكي جو "
    "بايدن بمبادرة من الجانب الروسي، وفق بيان للكرملين.</p></article></body></html>"
)  # fmt: skip


@dataclass
class Site:
    """What the server says: path -> (status, headers, body) or a function of the request; asked: every request with its headers."""

    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    url: str = ""

    def feed(self, *paths: str, date: str = "Fri, 31 Dec 2021 09:30:00 +0300") -> None:
        items = "".join(f"<item><title>x</title><link>{self.url}{p}</link><pubDate>{date}</pubDate></item>" for p in paths)
        headers = {"ETag": '"1"', "Last-Modified": "Fri, 31 Dec 2021 06:30:00 GMT"}
        self.pages["/feed"] = (200, headers, f"<rss version='2.0'><channel>{items}</channel></rss>")

    def paths(self) -> list[str]:
        return [p for p, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    here = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {k.lower(): v for k, v in self.headers.items()}
            here.asked.append((self.path, headers))
            found = here.pages.get(self.path, (404, {}, ""))
            if callable(found):
                found(self)
                return
            status, sent, body = found
            if status == 200 and headers.get("if-none-match") and headers["if-none-match"] == sent.get("ETag"):
                status, body = 304, ""
            raw = body.encode() if isinstance(body, str) else body
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(raw)), **sent}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *args: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield here
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[khabar.Store]:
    with khabar.Store(tmp_path / "s.db") as kept:
        yield kept


QUICK = Limits(pause=0)


def read(store: khabar.Store, site: Site, **more: Any) -> fetch.Fetched:
    return fetch_feeds(store, [site.url + "/feed"], allow_private=True, limits=more.pop("limits", QUICK), **more)


def test_a_feed_is_read_and_its_pages_are_kept(store: khabar.Store, site: Site) -> None:
    site.feed("/a", "/b")
    site.pages |= {"/a": (200, {"ETag": '"a"'}, PAGE), "/b": (200, {}, PAGE.replace("الخميس", "الجمعة"))}
    fetched = read(store, site)
    assert (fetched.new, fetched.failed) == (2, ())
    report = next(r for r in store.reports() if r.url == site.url + "/a")
    assert report.path == site.url + "/a"
    assert report.published is not None
    assert report.published.value == "2021-12-31T09:30:00+03:00"
    assert [e.mode for e in store.events(report=report.id)] == ["phone"]
    assert all(h["user-agent"].startswith("khabar/") for _, h in site.asked)
    assert site.paths()[0] == "/robots.txt"
    assert site.paths().count("/robots.txt") == 1


def test_what_did_not_change_is_not_sent_again(store: khabar.Store, site: Site) -> None:
    site.feed("/a")
    site.pages["/a"] = (200, {"ETag": '"a"'}, PAGE)
    read(store, site)
    site.asked.clear()
    again = read(store, site)
    assert (again.new, again.unchanged) == (0, 1)
    assert site.paths() == ["/robots.txt", "/feed"]
    assert dict(site.asked)["/feed"]["if-none-match"] == '"1"'
    assert dict(site.asked)["/feed"]["if-modified-since"] == "Fri, 31 Dec 2021 06:30:00 GMT"
    # The feed names the page with another date: it is asked for, with its validator, and is as it was.
    site.feed("/a", date="Sat, 01 Jan 2022 10:00:00 +0300")
    site.pages["/feed"][1]["ETag"] = '"2"'
    site.asked.clear()
    assert (read(store, site).new, dict(site.asked)["/a"]["if-none-match"]) == (0, '"a"')
    # The page changed: a new version of the same address.
    site.feed("/a", date="Sat, 01 Jan 2022 11:00:00 +0300")
    site.pages["/feed"][1]["ETag"] = '"3"'
    site.pages["/a"] = (200, {"ETag": '"a2"'}, PAGE.replace("أمس الخميس", "يوم الخميس"))
    assert read(store, site).new == 1
    assert len(store.versions(next(iter(store.reports())).id)) == 2


def test_robots_are_obeyed(store: khabar.Store, site: Site) -> None:
    site.feed("/open", "/shut/a")
    site.pages |= {"/open": (200, {}, PAGE), "/shut/a": (200, {}, PAGE), "/robots.txt": (200, {}, "User-agent: *\nDisallow: /shut/\n")}
    fetched = read(store, site)
    assert fetched.new == 1
    assert fetched.failed == ((site.url + "/shut/a", "robots.txt does not allow it"),)
    assert "/shut/a" not in site.paths()


def test_robots_that_cannot_be_had_allow_nothing(store: khabar.Store, site: Site) -> None:
    site.feed("/a")
    site.pages["/robots.txt"] = (503, {}, "")
    assert read(store, site).failed == ((site.url + "/feed", "robots.txt cannot be had: the server answers 503"),)


def test_a_redirect_is_asked_of_robots_and_counted(site: Site) -> None:
    web = Web(True, QUICK)
    site.pages |= {
        "/robots.txt": (200, {}, "User-agent: *\nDisallow: /shut\n"), "/1": (302, {"Location": "/2"}, ""), "/2": (301, {"Location": "/3"}, ""),
        "/3": (200, {}, "three"), "/in": (302, {"Location": "/shut"}, ""), "/round": (302, {"Location": "/round"}, ""),
        "/file": (302, {"Location": "file:/etc/passwd"}, ""),
    }  # fmt: skip
    answer = web.get(site.url + "/1", 1000, {})
    assert answer is not None
    assert (answer.url, answer.body) == (site.url + "/3", b"three")
    for path, why in (("/in", "robots"), ("/round", "more than 5 redirects"), ("/file", "no http or https address"), ("/none", "answers 404")):
        with pytest.raises(Refused, match=why):
            web.get(site.url + path, 1000, {})
    assert site.paths().count("/round") == 6


def test_size_is_limited_also_unpacked_and_also_without_a_length(site: Site) -> None:
    web = Web(True, QUICK)

    def endless(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100_000):
                handler.wfile.write(b"x" * 1000)
        except OSError:
            pass

    site.pages |= {
        "/big": (200, {}, "x" * 2000), "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 1_000_000)), "/endless": endless,
        "/small": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"small")), "/lie": (200, {"Content-Length": "50"}, "short"),
        "/br": (200, {"Content-Encoding": "br"}, "x"), "/torn": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"small")[:-6]),
    }  # fmt: skip
    for path in ("/big", "/bomb", "/endless"):
        with pytest.raises(Refused, match="is larger than"):
            web.get(site.url + path, 1990, {})
    answer = web.get(site.url + "/small", 1990, {})
    assert answer is not None
    assert answer.body == b"small"
    for path in ("/lie", "/br", "/torn"):
        with pytest.raises(Refused):
            web.get(site.url + path, 1990, {})


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_server_that_dribbles_is_cut(site: Site, where: str) -> None:
    def slow(handler: http.server.BaseHTTPRequestHandler) -> None:
        if where == "body":
            handler.send_response(200)
            handler.end_headers()
        try:
            for _ in range(200):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    site.pages["/slow"] = slow
    begin = time.monotonic()
    with pytest.raises(Refused, match="takes longer than"):
        Web(True, Limits(pause=0, seconds=0.5)).get(site.url + "/slow", 1_000_000, {})
    assert time.monotonic() - begin < 4


def test_one_host_is_not_hurried(site: Site) -> None:
    site.pages["/a"] = (200, {}, "a")
    web = Web(True, Limits(pause=0.2))
    begin = time.monotonic()
    for _ in range(2):
        web.get(site.url + "/a", 100, {})
    assert time.monotonic() - begin >= 0.4  # robots.txt, the page, the page


def test_private_addresses_are_refused_unless_allowed(store: khabar.Store, site: Site) -> None:
    site.feed("/a")
    fetched = fetch_feeds(store, [site.url + "/feed"], limits=QUICK)
    assert "127.0.0.1, which is not public" in fetched.failed[0][1]
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1",
        "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "192.0.2.1",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_public(address: str) -> None:
    assert public(address)


def test_a_name_that_is_turned_to_another_machine_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the name is looked up once a request, and the connection goes to what was checked."""
    port = int(site.url.rpartition(":")[2])
    site.pages["/a"] = (200, {}, "a")
    turns: list[str] = []

    def lookup(host: str, *args: Any, **kwargs: Any) -> list[Any]:
        turns.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34" if len(turns) == 1 else "127.0.0.1", port))]

    reached: list[Any] = []
    monkeypatch.setattr(fetch.socket, "getaddrinfo", lookup)
    monkeypatch.setattr(fetch.socket.socket, "connect", lambda self, where: reached.append(where) or (_ for _ in ()).throw(OSError("closed")))
    with pytest.raises(Refused):
        Web(False, QUICK)._once(fetch._parts(f"http://turning.example:{port}/a"), 100, {})
    assert (turns, reached) == (["turning.example"], [("93.184.216.34", port)])
    with pytest.raises(Refused, match=r"127\.0\.0\.1, which is not public"):
        Web(False, QUICK)._once(fetch._parts(f"http://turning.example:{port}/a"), 100, {})
    assert len(reached) == 1


def test_a_redirect_to_a_private_address_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.url.rpartition(":")[2]
    monkeypatch.setattr(fetch, "public", lambda address: address == "127.0.0.1")  # the server stands for one of the open internet
    for inside in (f"http://127.0.0.2:{port}/a", f"http://[::1]:{port}/a", "//127.0.0.2/a", "ftp://127.0.0.1/a"):
        site.pages["/out"] = (302, {"Location": inside}, "")
        with pytest.raises(Refused, match=r"is not public|is no http|is not found"):
            Web(False, QUICK).get(site.url + "/out", 1000, {})
    assert set(site.paths()) == {"/robots.txt", "/out"}
    site.pages["/robots.txt"] = (302, {"Location": f"http://127.0.0.2:{port}/robots.txt"}, "")
    with pytest.raises(Refused, match=r"robots.txt cannot be had: 127\.0\.0\.2, which is not public"):
        Web(False, QUICK).get(site.url + "/a", 1000, {})


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody has signed, with its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", "key", "-out", "certificate", *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    both = folder / "both"
    both.write_bytes((folder / "certificate").read_bytes() + (folder / "key").read_bytes())
    return both


@pytest.fixture
def secure(site: Site, certificate: Path) -> Iterator[Site]:
    """The same server, by TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.set_alpn_protocols(["http/1.1"])
    plain = socket.create_server(("127.0.0.1", 0))
    target = int(site.url.rpartition(":")[2])

    def serve() -> None:
        while True:
            try:
                raw, _ = plain.accept()
            except OSError:
                return
            with (
                contextlib.suppress(OSError),
                context.wrap_socket(raw, server_side=True) as outer,
                socket.create_connection(("127.0.0.1", target)) as inner,
            ):
                inner.sendall(outer.recv(65536))
                while part := inner.recv(65536):
                    outer.sendall(part)

    threading.Thread(target=serve, daemon=True).start()
    site.url = f"https://localhost:{plain.getsockname()[1]}"
    yield site
    plain.close()


def test_tls(store: khabar.Store, secure: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secure.feed("/a", "/moved")
    secure.pages |= {"/a": (200, {"ETag": '"a"'}, PAGE), "/moved": (301, {"Location": "/b"}, ""), "/b": (200, {}, PAGE.replace("الخميس", "السبت"))}
    secure.pages["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /shut")
    refused = read(store, secure)
    assert (refused.new, secure.asked) == (0, [])
    assert "certificate verify failed" in refused.failed[0][1]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    fetched = read(store, secure)
    assert (fetched.new, fetched.failed) == (2, ())
    assert {r.url for r in store.reports()} == {secure.url + "/a", secure.url + "/b"}
    secure.asked.clear()
    assert read(store, secure).unchanged == 1
    assert dict(secure.asked)["/feed"]["if-none-match"] == '"1"'
    with pytest.raises(Refused, match=r"robots\.txt does not allow"):
        Web(True, QUICK).get(secure.url + "/shut", 1000, {})
    with pytest.raises(Refused, match="certificate verify failed"):  # it is the certificate of the name, not of the address
        Web(True, QUICK).get(secure.url.replace("localhost", "127.0.0.1") + "/a", 1000, {})
    with pytest.raises(Refused, match=r"127\.0\.0\.1, which is not public|::1, which is not public"):
        Web(False, QUICK).get(secure.url + "/a", 1000, {})


@pytest.mark.parametrize("url", ["ftp://a/b", "file:/etc/passwd", "http://", "http://u:p@a/", "http://a:99999/", "http://a/b\r\nX: y", "a"])
def test_no_address(url: str) -> None:
    with pytest.raises(Refused):
        Web(True, QUICK).get(url, 100, {})


def test_a_failed_page_is_tried_again_and_the_rest_is_kept(store: khabar.Store, site: Site) -> None:
    site.feed("/a", "/gone", "/pdf")
    site.pages |= {"/a": (200, {}, PAGE), "/pdf": (200, {"Content-Type": "application/pdf"}, "%PDF")}
    fetched = read(store, site)
    assert fetched.new == 1
    assert dict(fetched.failed) == {site.url + "/gone": "the server answers 404", site.url + "/pdf": "is application/pdf, not a page of text"}
    assert {f["path"]: f["reason"] for f in store.failures()} == dict(fetched.failed)
    site.pages["/gone"] = (200, {}, PAGE.replace("الخميس", "السبت"))
    again = read(store, site)
    assert (again.new, again.passed) == (1, 1)
    assert [(f["path"], f["tries"]) for f in store.failures()] == [(site.url + "/pdf", 2)]


def test_what_failed_is_tried_again_though_the_feed_names_it_no_more(store: khabar.Store, site: Site) -> None:
    site.feed("/gone")
    read(store, site)
    site.feed()
    site.pages["/feed"][1]["ETag"] = '"2"'
    read(store, site)
    assert store.retry().failures == ()  # an address is nothing for retry
    assert [f["path"] for f in store.failures()] == [site.url + "/gone"]
    site.pages["/gone"] = (200, {}, PAGE)
    again = fetch_feeds(store, [], failed=True, allow_private=True, limits=QUICK)
    assert (again.new, list(store.failures())) == (1, [])
    assert [r.published.value for r in store.reports() if r.published] == ["2021-12-31T09:30:00+03:00"]
    assert (fetch_feeds(store, [site.url + "/none"], allow_private=True, limits=QUICK).failed, [f["path"] for f in store.failures()]) == (
        ((site.url + "/none", "the server answers 404"),), [site.url + "/none"],
    )  # fmt: skip
    site.feed("/gone")
    site.pages["/none"] = site.pages["/feed"]
    assert (fetch_feeds(store, [], failed=True, allow_private=True, limits=QUICK).failed, list(store.failures())) == ((), [])


def test_the_header_says_the_encoding(store: khabar.Store, site: Site) -> None:
    site.feed("/a")
    site.pages["/a"] = (200, {"Content-Type": "text/html; charset=windows-1256"}, PAGE.encode("cp1256"))
    read(store, site)
    assert "فلاديمير بوتين" in next(iter(store.reports())).text


def test_feeds_of_all_kinds() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/no"/><link href="/a#x"/>'
        "<updated>2021-12-31T09:30:00Z</updated></entry>"
        '<entry><link rel="alternate" href="http://other.example/b"/><published>2021-12-30</published></entry></feed>'
    )
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><link>http://x.example/</link></channel><item><link>http://x.example/c</link>"
        "<dc:date>2021-12-31T09:30:00+03:00</dc:date></item></rdf:RDF>"
    )
    found = list(read_feed(atom.encode(), "http://x.example/feed"))
    assert [(e.url, e.published) for e in found] == [
        ("http://x.example/a", "2021-12-31T09:30:00+00:00"), ("http://other.example/b", "2021-12-30"),
    ]  # fmt: skip
    assert [(e.url, e.published) for e in read_feed(rdf.encode(), "http://x.example/")] == [("http://x.example/c", "2021-12-31T09:30:00+03:00")]
    rss = "<rss><channel><item><guid>http://x.example/d</guid><pubDate>someday</pubDate></item><item><title>no link</title></item></channel></rss>"
    assert [(e.url, e.published) for e in read_feed(rss.encode(), "http://x.example/")] == [("http://x.example/d", None), (None, None)]
    for wrong in (b"<html><body>x</body></html>", b"", b"{}"):
        with pytest.raises(khabar.InputError, match="no feed"):
            read_feed(wrong, "http://x.example/")


def test_entities_of_a_feed_are_not_resolved() -> None:
    head = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:/etc/hostname">]>'
    bomb = head + "<rss><channel><item><link>http://x.example/&a;&b;</link></item></channel></rss>"
    assert [e.url for e in read_feed(bomb.encode(), "http://x.example/")] == ["http://x.example/"]
