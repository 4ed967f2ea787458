"""Live feeds, read politely. A door, and the only place with sockets.

A page is asked for once; a feed, and a page whose entry says that it changed, only with the validators of the last answer
(``If-None-Match``, ``If-Modified-Since``), which the store keeps. robots.txt is obeyed. Size, time and redirects are limited. The
address that was looked up and checked is the one that is connected to, so that a name cannot be turned to another machine in
between; addresses that are not public are refused unless they are allowed. Proxies of the environment are not used.
"""

from __future__ import annotations

import gzip
import http.client
import io
import ipaddress
import json
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

import khabar

AGENT = f"khabar/{khabar.__version__}"
_KEPT = "fetch "  # the prefix of our settings in the store


@dataclass(frozen=True, slots=True)
class Limits:
    """feed, page, robots: bytes of an answer, also unpacked. seconds: of one request, whole. pause: seconds between two requests to a host."""

    feed: int = 5_000_000
    page: int = 5_000_000
    robots: int = 500_000
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0


class Refused(Exception):
    """What was asked for is not to be had, and why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Fetched:
    """new, known: reports; unchanged: feeds and pages that are as they were; passed: pages that had been fetched; failed: (url, reason)."""

    new: int
    known: int
    unchanged: int
    passed: int
    failed: tuple[tuple[str, str], ...]


def fetch_feeds(
    store: khabar.Store,
    feeds: Iterable[str],
    *,
    failed: bool = False,
    allow_private: bool = False,
    most: int = 100,
    pause: float = 1.0,
    limits: Limits | None = None,
    on_page: Callable[[str, str], None] | None = None,
) -> Fetched:
    """Read feeds (RSS, Atom) and keep the pages that they lead to; a run that was cut off is taken up.

    failed: try again what ``store.failures()`` has from earlier runs. most: entries of a feed, the first ones. pause: seconds
    between two requests to a host, at least; limits: instead of the usual ones. on_page(url, outcome): told after every page. What
    cannot be had is in the result and in ``store.failures()``, and is tried again by the next run.
    """
    web = Web(allow_private, limits or Limits(pause=pause))
    earlier = store.failures()
    run = _Run(store, web, on_page, {f["path"]: f["reason"] for f in earlier})
    feeds = list(feeds)
    for failure in earlier if failed else ():
        url, given = failure["path"], failure["given"]
        if given.get("fetch") == "feed" and url not in feeds:
            feeds.append(url)
        elif given.get("fetch") == "page":
            run.page(url, given["published"], given["changed"])
    for feed in feeds:
        run.feed(feed, most)
    return Fetched(run.new, run.known, run.unchanged, run.passed, tuple(run.failed))


@dataclass(slots=True)
class _Run:
    store: khabar.Store
    web: Web
    on_page: Callable[[str, str], None] | None
    reasons: dict[str, str]  # address -> why it could not be had the last time
    new: int = 0
    known: int = 0
    unchanged: int = 0
    passed: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)

    def feed(self, url: str, most: int) -> None:
        before = self._memory(url)
        try:
            answer = self.web.get(url, self.web.limits.feed, before)
            if answer is None:
                self.unchanged += 1
                return
            entries = {e.url: e for e in khabar.read_feed(answer.body, answer.url) if e.url}
        except (Refused, khabar.InputError) as error:
            self._fail(url, str(error), fetch="feed")
            return
        self.store.forgive(url)
        done = [self.page(page, e.published, e.changed) for page, e in islice(entries.items(), most)]
        if all(done):  # else the next run must see these entries again
            self._remember(url, answer, None)

    def page(self, url: str, published: str | None, changed: str) -> bool:
        """Fetch what an entry leads to; False where it is to be tried again."""
        before = self._memory(url)
        if before.get("changed") == changed and before:
            self.passed += 1
            return True
        try:
            answer = self.web.get(url, self.web.limits.page, before)
            if answer is None:
                self.unchanged += 1
                outcome = "unchanged"
            else:
                kind = answer.headers.get("content-type", "")
                added, _ = self.store.add_bytes(answer.url, answer.body, url=answer.url, published=published, content_type=kind)
                self.new, self.known = self.new + added.new, self.known + added.known
                if added.failures:
                    raise Refused(added.failures[0].reason)
                self._remember(url, answer, changed)
                outcome = "new" if added.new else "known"
            self.store.forgive(url)
        except Refused as error:
            self._fail(url, error.why, fetch="page", published=published, changed=changed)
            outcome = error.why
        if self.on_page is not None:
            self.on_page(url, outcome)
        return outcome in ("new", "known", "unchanged")

    def _fail(self, url: str, why: str, **given: str | None) -> None:
        self.failed.append((url, why))
        if self.reasons.get(url, why) != why:
            self.store.forgive(url)  # one reason an address: the last one, with how often it was met
        self.reasons[url] = why
        self.store.fail(url, why, given)

    def _memory(self, url: str) -> dict[str, str | None]:
        kept = self.store.setting(_KEPT + url)
        found: dict[str, str | None] = json.loads(kept) if kept else {}
        return found

    def _remember(self, url: str, answer: Answer, changed: str | None) -> None:
        kept = {"etag": answer.headers.get("etag"), "modified": answer.headers.get("last-modified"), "changed": changed}
        self.store.set_setting(_KEPT + url, json.dumps({**kept, "at": datetime.now(UTC).isoformat(timespec="seconds")}))


# ------------------------------------------------------------------ the web


@dataclass(frozen=True, slots=True)
class Answer:
    """url: where it came from in the end; header names in lower case."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes


class Web:
    """GET, politely and safely."""

    def __init__(self, allow_private: bool, limits: Limits) -> None:
        self.allow_private, self.limits = allow_private, limits
        self._robots: dict[str, RobotFileParser | str] = {}  # the rules of a host, or why they cannot be had
        self._last: dict[str, float] = {}

    def get(self, url: str, most: int, before: dict[str, str | None]) -> Answer | None:
        """The answer; None where it is as it was. before: etag and modified of the last answer. Raises Refused with the reason."""
        asked = {"If-None-Match": before.get("etag"), "If-Modified-Since": before.get("modified")}
        answer = self._follow(url, most, {k: v for k, v in asked.items() if v}, polite=True)
        if answer.status == 304:
            return None
        if answer.status != 200:
            raise Refused(f"the server answers {answer.status}")
        return answer

    def _follow(self, url: str, most: int, headers: dict[str, str], polite: bool) -> Answer:
        for _ in range(self.limits.redirects + 1):
            parts = _parts(url)
            if polite:
                self._ask(parts)
            answer = self._once(parts, most, headers)
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                return answer
            url = urljoin(url, answer.headers["location"])
        raise Refused(f"more than {self.limits.redirects} redirects")

    def _ask(self, parts: SplitResult) -> None:
        """Refused where robots.txt does not allow the page. One that is not there allows all, one that cannot be had now nothing (RFC 9309)."""
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin)
        rules = self._robots[origin]
        if isinstance(rules, str):
            raise Refused(f"robots.txt cannot be had: {rules}")
        if not rules.can_fetch(AGENT, urlunsplit(parts)):
            raise Refused("robots.txt does not allow it")

    def _rules(self, origin: str) -> RobotFileParser | str:
        rules = RobotFileParser()
        try:
            answer = self._follow(origin + "/robots.txt", self.limits.robots, {}, polite=False)
        except Refused as error:
            return error.why
        if answer.status != 200 and not 400 <= answer.status < 500:
            return f"the server answers {answer.status}"
        rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        return rules

    def _wait(self, parts: SplitResult) -> None:
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        delay = rules.crawl_delay(AGENT) if isinstance(rules, RobotFileParser) else None
        pause = max(self.limits.pause, min(float(delay or 0), 60.0))
        left = self._last.get(parts.netloc, -1e9) + pause - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._last[parts.netloc] = time.monotonic()

    def _once(self, parts: SplitResult, most: int, headers: dict[str, str]) -> Answer:
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        self._wait(parts)
        address = self._address(host, port)
        connection = _Pinned(host, port, address, parts.scheme == "https", self.limits.seconds)
        # One clock for the whole request: a server that sends a byte now and then does not hold us.
        clock = threading.Timer(self.limits.seconds, connection.cut)
        clock.daemon = True
        clock.start()
        try:
            target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            sent = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close", **headers}
            connection.request("GET", target, headers=sent)
            response = connection.getresponse()
            found = {k.lower(): v for k, v in response.getheaders()}
            body = _limited(response, most) if response.status == 200 else b""
            if found.get("content-encoding", "").strip().lower() in ("gzip", "x-gzip"):
                body = _unpacked(body, most)
            elif found.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
                raise Refused(f"the server packs with {found['content-encoding']}, which was not asked for")
            if connection.late:
                raise Refused(f"takes longer than {self.limits.seconds:g} seconds")
            return Answer(urlunsplit(parts), response.status, found, body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = f"takes longer than {self.limits.seconds:g} seconds" if connection.late or isinstance(error, TimeoutError) else None
            raise Refused(why or f"cannot be reached: {error or type(error).__name__}") from None
        finally:
            clock.cancel()
            connection.close()

    def _address(self, host: str, port: int) -> tuple[int, str]:
        """Family and address to connect to. If any of a name's addresses is not public, all are refused: the name is not to be trusted."""
        try:
            found = [(family, str(where[0])) for family, _, _, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            raise Refused(f"{host} is not found: {error}") from None
        if not self.allow_private:
            for _, address in found:
                if not public(address):
                    raise Refused(f"{address if host == address else f'{host} is {address}'}, which is not public (--allow-private allows it)")
        if not found:
            raise Refused(f"{host} is not found")
        return found[0]


def public(address: str) -> bool:
    """Is it an address of the open internet? Those that carry an IPv4 address inside are judged by it too."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inside = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inside.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if ip.ipv4_mapped is not None:
            return public(str(ip.ipv4_mapped))
        if any(i is not None and not public(str(i)) for i in inside):
            return False
    return ip.is_global and not ip.is_multicast


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError as error:
        raise Refused(f"is no address: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused("is no http or https address")
    if parts.username or parts.password:
        raise Refused("carries a name or password; khabar sends none")
    if re.search(r"[\x00-\x20\x7f]", url.strip()):
        raise Refused("has a blank or control character in it")
    path, query = (re.sub(r"[^\x21-\x7e]", lambda m: "".join(f"%{b:02X}" for b in m.group().encode()), s) for s in (parts.path, parts.query))
    return parts._replace(path=path, query=query, fragment="")


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked before, whatever the name means by now; the certificate is still that of the name."""

    def __init__(self, host: str, port: int, address: tuple[int, str], tls: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self.default_port = 443 if tls else 80  # so that Host has no port where there is none in the address
        self._pinned, self._tls, self.late = address, tls, False
        self._wire: socket.socket | None = None  # http.client lets go of its own before the body is read

    def connect(self) -> None:
        family, address = self._pinned
        raw = socket.socket(family, socket.SOCK_STREAM)
        self._wire = raw
        raw.settimeout(self.timeout)
        raw.connect((address, self.port))
        self.sock = raw
        if self._tls:
            self.sock = self._wire = ssl.create_default_context().wrap_socket(raw, server_hostname=self.host)

    def cut(self) -> None:
        """Time is over: whoever reads or writes gets an error."""
        self.late = True
        if self._wire is not None:
            with suppress(OSError):
                self._wire.shutdown(socket.SHUT_RDWR)


def _limited(response: http.client.HTTPResponse, most: int) -> bytes:
    length = response.getheader("Content-Length", "")
    if length.isdigit() and int(length) > most:
        raise Refused(f"is larger than {most} bytes")
    body = response.read(most + 1)
    if len(body) > most:
        raise Refused(f"is larger than {most} bytes")
    if length.isdigit() and len(body) < int(length):
        raise Refused("the answer ends before its end")
    return body


def _unpacked(body: bytes, most: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            out = packed.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"is packed wrongly: {error}") from None
    if len(out) > most:
        raise Refused(f"is larger than {most} bytes when unpacked")
    return out
