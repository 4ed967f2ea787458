"""Who may do what, and what every answer and request has to keep to.

On this computer alone (a loopback address) whoever sits at it may do everything. Beyond it the desk asks for a token or a name and
password. Roles: a visitor reads what is not other people's prose, a reader reads all, a coder adds and decides, an admin sees paths too.
"""

from __future__ import annotations

import base64
import getpass
import hashlib
import hmac
import ipaddress
import os
import secrets
import time
import tomllib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from khabar import InputError

ROLES = ("visitor", "reader", "coder", "admin")
COOKIE = "khabar"
HOURS = 12  # that a session lasts
BODY = 5 * 1024 * 1024  # bytes of a request
FILES = 20
ADDRESS = 6000  # characters of path and query
LOGINS = 8  # tries a minute and client
REQUESTS = 1200  # requests a minute and client, beyond this computer
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def is_loopback(host: str) -> bool:
    """Does this address reach only this computer?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def hashed(password: str) -> str:
    """A password as a users' file may hold it (scrypt, salted)."""
    salt = secrets.token_bytes(16)
    made = hashlib.scrypt(password.encode(), salt=salt, **_SCRYPT)
    return "scrypt$" + base64.b64encode(salt).decode() + "$" + base64.b64encode(made).decode()


def _fits(password: str, held: str) -> bool:
    kind, _, rest = held.partition("$")
    salt, _, made = rest.partition("$")
    if kind != "scrypt":
        return False
    again = hashlib.scrypt(password.encode(), salt=base64.b64decode(salt), **_SCRYPT)
    return hmac.compare_digest(again, base64.b64decode(made))


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Has this person at least that role?"""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(slots=True)
class Guard:
    """The rules of one desk. loopback: it listens on this computer only; users: name -> (role, hashed password); public: visitors may read."""

    loopback: bool = True
    users: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    token: str | None = None
    public: bool = False
    readonly: bool = False
    secret: str = field(default_factory=lambda: secrets.token_hex(32))
    _tries: dict[str, deque[float]] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Has one to sign in here?"""
        return bool(self.users or self.token)

    # -------------------------------------------------- who asks

    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.secret, salt="khabar-session")

    def session(self, request: HTTPConnection) -> dict[str, Any]:
        """What the signed cookie says; {} for none, a forged or an old one."""
        try:
            found = self._serializer().loads(request.cookies.get(COOKIE, ""), max_age=HOURS * 3600)
        except BadSignature:
            return {}
        return found if isinstance(found, dict) else {}

    def cookie(self, session: Mapping[str, Any]) -> str:
        """The cookie's value for a session."""
        return str(self._serializer().dumps(dict(session)))

    def person(self, request: HTTPConnection) -> Person | None:
        """Who asks; None where one has to sign in first."""
        if not self.asks:
            return Person(_me(), "admin") if self.loopback else None
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        if self.token and kind.lower() == "bearer" and hmac.compare_digest(given.encode(), self.token.encode()):
            return Person("token", "admin")
        name = self.session(request).get("name")
        if name == "token" and self.token:
            return Person("token", "admin")
        if isinstance(name, str) and name in self.users:
            return Person(name, self.users[name][0])
        return Person("", "visitor") if self.public else None

    def enter(self, name: str, password: str, token: str) -> str | None:
        """The name under which somebody has signed in; None where the password or token is not right."""
        if token:
            return "token" if self.token and hmac.compare_digest(token.encode(), self.token.encode()) else None
        role_and_hash = self.users.get(name)
        fits = _fits(password, role_and_hash[1] if role_and_hash else _NOBODY)  # as long for a name that is none
        return name if fits and role_and_hash else None

    def often(self, client: str, what: str, most: int) -> bool:
        """Has this client come more than so many times in the last minute?"""
        now = time.monotonic()
        times = self._tries.setdefault(f"{what} {client}", deque())
        while times and times[0] < now - 60:
            times.popleft()
        times.append(now)
        if len(self._tries) > 10_000:
            self._tries.clear()
        return len(times) > most

    # -------------------------------------------------- forms

    def form_token(self, session: Mapping[str, Any]) -> str:
        """A token for a form of this session; another one each time, so that compression gives nothing away."""
        nonce = secrets.token_urlsafe(12)
        return f"{nonce}.{self._sign(session, nonce)}"

    def form_fits(self, session: Mapping[str, Any], token: str) -> bool:
        """Is a form from this session?"""
        nonce, _, signed = token.partition(".")
        return bool(session.get("sid")) and hmac.compare_digest(signed.encode(), self._sign(session, nonce).encode())

    def _sign(self, session: Mapping[str, Any], nonce: str) -> str:
        return hmac.new(self.secret.encode(), f"{session.get('sid')} {nonce}".encode(), hashlib.sha256).hexdigest()


_NOBODY = hashed(secrets.token_hex(8))


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return os.environ.get("USER", "local")


def read_users(path: str | os.PathLike[str]) -> dict[str, tuple[str, str]]:
    """A users' file: a table ``[user.NAME]`` each, with ``role`` and ``password`` (hashed). Raises InputError for one that is none."""
    try:
        table = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a users' file: {error}") from error
    users = {}
    for name, row in table.get("user", {}).items():
        role, password = row.get("role"), row.get("password", "")
        if role not in ROLES[1:] or not str(password).startswith("scrypt$"):
            raise InputError(f"{path}: user {name}: needs role ({', '.join(ROLES[1:])}) and a hashed password. Write them with: khabar user")
        users[name] = (role, password)
    if not users:
        raise InputError(f"{path}: no user in it. Write one with: khabar user {path} NAME --role coder")
    return users


class Gate:
    """Around the whole desk: the host that was asked for, sizes, how often, and the headers of every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app, self.guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused:
            await PlainTextResponse(refused[1], refused[0], HEADERS)(scope, receive, send)
            return
        read = 0

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > BODY:
                raise TooMuch
            return message

        started = False

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
            await send(message)

        try:
            await self.app(scope, limited, dressed)
        except TooMuch:
            if not started:
                await PlainTextResponse("413 Too much at once", 413, HEADERS)(scope, receive, send)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        # A name of elsewhere that was made to point here. Where one has to sign in it may be a proxy's, and opens nothing by itself.
        if self.guard.loopback and not self.guard.asks and not is_loopback(name):
            return 421, "421 This desk answers on this computer only"
        if len(scope["path"]) + len(scope.get("query_string", b"")) > ADDRESS:
            return 414, "414 The address is too long"
        if headers.get("content-length", "0").isdigit() and int(headers.get("content-length", "0")) > BODY:
            return 413, "413 Too much at once"
        client = (scope.get("client") or ("",))[0]
        if not self.guard.loopback and self.guard.often(client, "any", REQUESTS):
            return 429, "429 Too many requests"
        return None


class TooMuch(Exception):
    """A request body above the limit."""
