"""The desk as a web application: addresses, forms, and the templates that show the pages."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urlencode

import anyio.to_thread
import jinja2
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

import khabar
from khabar.web import answer, api, download, pages
from khabar.web.asking import Ask, Missing, Page, Wrong
from khabar.web.guard import BODY, COOKIE, FILES, HOURS, LOGINS, Gate, Guard, Person
from khabar.web.reader import Reader
from khabar.web.words import DIGITS, LANGUAGES, Words, direction

THREADS = 8  # pages that are worked out at once
EXPORTS = 2  # files that are written at once, beside them
FONTS = {  # a name of our own -> package, file
    "sans": ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf"),
    "sans-bold": ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-SemiBold.ttf"),
    "naskh": ("fontpkg_amiri", "Amiri-Regular.ttf"),
    "naskh-bold": ("fontpkg_amiri", "Amiri-Bold.ttf"),
}
DIGITS_COOKIE = "khabar-digits"
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "icon.svg": "image/svg+xml"}


def desk(where: str, guard: Guard | None = None) -> Starlette:
    """The application over a store. where: its path or database URL. Raises khabar.StoreError where it cannot be read."""
    guard = guard or Guard()
    app = Starlette(
        routes=[
            Route("/", _home),
            Route("/openapi.json", _openapi),
            Route("/reconcile", _reconcile, methods=["GET", "POST"]),
            Route("/static/font/{name}.ttf", _font),
            Route("/static/{name}", _static),
            Route("/{lang}/stories", _shown(lambda ask, r: pages.stories.listing(ask))),
            Route("/{lang}/story/{id}", _shown(lambda ask, r: pages.story.page(ask, r.path_params["id"]))),
            Route("/{lang}/report/{id}", _shown(lambda ask, r: pages.report.page(ask, r.path_params["id"]))),
            Route("/{lang}/actors", _shown(lambda ask, r: pages.actor.listing(ask))),
            Route("/{lang}/actor/{id:path}", _shown(lambda ask, r: pages.actor.page(ask, r.path_params["id"]))),
            Route("/{lang}/dossiers", _shown(lambda ask, r: pages.dossier.listing(ask))),
            Route("/{lang}/dossier/{id:path}", _shown(lambda ask, r: pages.dossier.page(ask, r.path_params["id"]))),
            Route("/{lang}/events", _shown(lambda ask, r: pages.data.page(ask))),
            Route("/{lang}/map", _shown(lambda ask, r: pages.charts.places(ask))),
            Route("/{lang}/network", _shown(lambda ask, r: pages.charts.network(ask))),
            Route("/{lang}/export/{format}", _export),
            Route("/{lang}/log", _shown(lambda ask, r: pages.review.log(ask))),
            Route("/{lang}/decide", _decide, methods=["POST"]),
            Route("/{lang}/add", _add, methods=["GET", "POST"]),
            Route("/{lang}/login", _login, methods=["GET", "POST"]),
            Route("/{lang}/logout", _logout, methods=["POST"]),
        ],
        middleware=[Middleware(Gate, guard=guard), Middleware(GZipMiddleware, minimum_size=800), Middleware(_Forms)],
        exception_handlers={
            HTTPException: _refused,
            Wrong: _refused,
            Missing: _refused,
            khabar.StoreError: _refused,
            Exception: _refused,
        },
        lifespan=_lifespan,
    )
    app.state.guard, app.state.reader = guard, Reader(where)
    app.state.exports = anyio.CapacityLimiter(EXPORTS)
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


def _form(path: str) -> str:
    """json, csv or html: what an address asks for."""
    return next((f for f in ("json", "csv") if path.endswith(f".{f}") and path[:4] in ("/ar/", "/en/")), "html")


class _Forms:
    """Takes ``.json`` and ``.csv`` off an address, so that every page has them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http":
            path: str = scope["path"]
            form = _form(path)
            scope = {**scope, "path": path.removesuffix(f".{form}"), "form": form, "asked": path}
        await self.app(scope, receive, send)


# ------------------------------------------------------------------ pages


def _shown(make: Callable[[Ask, Request], Page]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        words, person = _words(request), _person(request)
        return await run_in_threadpool(_answer, request, words, person, make)

    return endpoint


def _answer(request: Request, words: Words, person: Person, make: Callable[[Ask, Request], Page]) -> Response:
    ask = Ask(_reader(request), words, _params(request), person)
    with ask.store.snapshot():
        page = make(ask, request)
    form = request.scope["form"]
    next_url = None if page.next is None else _address(request, {"_next": str(page.next)}, absolute=form != "html")
    if form == "json":
        return answer.as_json(page, next_url)
    if form == "csv":
        name = request.url.path.rpartition("/")[2].removesuffix(".csv")
        return answer.as_csv(page, name if name.isascii() else "khabar", next_url, bom=ask.one("_bom") == "1")
    return _html(
        request, words, person, page.template, {"title": page.title, "next_url": next_url, "ask": ask, "ask_names": ask.names, **page.context}
    )


async def _export(request: Request) -> Response:
    words, person = _words(request), _person(request)

    def made() -> tuple[IO[bytes], str, str]:
        ask = Ask(_reader(request), words, _params(request), person)
        with ask.store.snapshot():
            return download.made(ask, request.path_params["format"])

    file, name, media = await anyio.to_thread.run_sync(made, limiter=request.app.state.exports)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return StreamingResponse(download.pieces(file), media_type=media, headers=headers)


def _words(request: Request) -> Words:
    language = request.path_params.get("lang", "ar")
    if language not in LANGUAGES:
        raise HTTPException(404)
    return Words(language, _digits(request))


def _digits(request: Request) -> str:
    """Which digits this reader wants: asked for in the address (and remembered), or asked for before."""
    found = request.query_params.get("_digits") or request.cookies.get(DIGITS_COOKIE, "")
    return found if found in DIGITS else "latn"


def _only_a_page(request: Request) -> None:
    """A form has no rows: its address takes no .json and .csv."""
    if request.scope["form"] != "html":
        raise HTTPException(404)


def _guard(request: Request) -> Guard:
    return cast(Guard, request.app.state.guard)


def _reader(request: Request) -> Reader:
    return cast(Reader, request.app.state.reader)


def _person(request: Request, role: str = "visitor") -> Person:
    """Who asks; raises where one has to sign in, or has not that role."""
    person = _guard(request).person(request)
    if person is None:
        raise HTTPException(401)
    if not person.may(role):
        raise HTTPException(403 if person.name else 401)
    return person


def _params(request: Request) -> dict[str, list[str]]:
    return {k: request.query_params.getlist(k) for k in request.query_params}


def _address(request: Request, changes: Mapping[str, str | None], *, path: str | None = None, absolute: bool = False) -> str:
    """This page's address with parameters changed (None: taken away)."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in changes and k != "_digits"]
    query = urlencode([*kept, *((k, v) for k, v in changes.items() if v is not None)])
    base = path or request.scope.get("asked", request.url.path)  # a fault is shown from outside of what sets it
    return (str(request.base_url).rstrip("/") if absolute else "") + base + (f"?{query}" if query else "")


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("khabar.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.globals.update(direction=direction, version=khabar.__version__, static_tag=_tag())
    return environment


@cache
def _tag() -> str:
    """Changes with the style and the script, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for name in STATIC:
        digest.update((files("khabar") / "web" / "static" / name).read_bytes())
    return digest.hexdigest()[:10]


def _html(request: Request, words: Words, person: Person | None, template: str, context: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    guard = _guard(request)
    session = guard.session(request)
    fresh = not session.get("sid")
    if fresh:
        session = {**session, "sid": secrets.token_urlsafe(12)}

    def address(path: str | None = None, **changes: Any) -> str:
        return _address(request, {k: None if v is None else str(v) for k, v in changes.items()}, path=path)

    def link(path: str, **params: Any) -> str:
        query = urlencode([(k, v) for k, v in params.items() if v is not None])
        return f"/{words.language}{path}" + (f"?{query}" if query else "")

    asked = request.scope.get("asked", request.url.path)
    shape = (
        _templates()
        .get_template(template)
        .render(
            t=words,
            lang=words.language,
            dir=words.dir,
            address=address,
            link=link,
            person=person,
            guard=guard,
            other_url=_address(request, {}, path=f"/{words.other}" + asked[3:] if asked[:4] in ("/ar/", "/en/") else f"/{words.other}/stories"),
            origin=str(request.base_url).rstrip("/"),
            formats=khabar.FORMATS,
            json_url=_address(request, {}, path=asked + ".json"),
            csv_url=_address(request, {}, path=asked + ".csv"),
            path=asked,
            form_token=lambda: guard.form_token(session),
            may_write=person is not None and person.may("coder") and not guard.readonly,
            **context,
        )
    )
    response = HTMLResponse(shape, status, headers={"Cache-Control": "private, no-cache", "Vary": "Cookie"})
    if fresh and "form-token" in shape:
        _remember(request, response, session)
    if request.query_params.get("_digits") in DIGITS:
        response.set_cookie(DIGITS_COOKIE, _digits(request), max_age=365 * 86400, httponly=True, samesite="strict", path="/")
    return response


def _remember(request: Request, response: Response, session: Mapping[str, Any]) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, _guard(request).cookie(session), max_age=HOURS * 3600, httponly=True, samesite="strict", secure=secure, path="/")


# ------------------------------------------------------------------ small ones


async def _home(request: Request) -> Response:
    wanted = request.headers.get("accept-language", "")
    places = {language: wanted.find(language) for language in LANGUAGES if language in wanted}
    return RedirectResponse(f"/{min(places, key=lambda x: places[x]) if places else 'ar'}/stories", 307)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    body = (files("khabar") / "web" / "static" / name).read_bytes()
    return Response(body, media_type=STATIC[name], headers={"Cache-Control": "public, max-age=31536000, immutable"})


async def _font(request: Request) -> Response:
    package, name = FONTS.get(request.path_params["name"], ("", ""))
    spec = find_spec(package) if package else None
    if spec is None or spec.origin is None:
        raise HTTPException(404)
    body = await run_in_threadpool((Path(spec.origin).parent / "files" / name).read_bytes)
    return Response(body, media_type="font/ttf", headers={"Cache-Control": "public, max-age=31536000, immutable"})


async def _openapi(request: Request) -> Response:
    _person(request)
    return answer.Json(api.openapi())


async def _reconcile(request: Request) -> Response:
    person = _person(request)
    given = dict(request.query_params)
    if request.method == "POST":
        async with request.form(max_files=0, max_fields=20) as form:
            given |= {k: v for k, v in form.items() if isinstance(v, str)}
    language = given.get("lang", "en")
    words = Words(language if language in LANGUAGES else "en")
    if "queries" not in given:
        return answer.Json(api.manifest(str(request.base_url).rstrip("/")))
    return answer.Json(await run_in_threadpool(lambda: api.reconcile(Ask(_reader(request), words, {}, person), given["queries"])))


# ------------------------------------------------------------------ signing in


async def _login(request: Request) -> Response:
    words, guard = _words(request), _guard(request)
    _only_a_page(request)
    context = {"title": words("login.title"), "wrong": None}
    if request.method == "GET":
        return _html(request, words, guard.person(request), "login.html", context)
    client = request.client.host if request.client else ""
    if guard.often(client, "login", LOGINS):
        raise HTTPException(429)
    async with request.form(max_files=0, max_fields=10) as form:
        name, password, token, signed = (str(form.get(k, "")) for k in ("name", "password", "token", "form-token"))
    if not guard.form_fits(guard.session(request), signed):
        raise HTTPException(403)
    found = await run_in_threadpool(guard.enter, name, password, token)
    if found is None:
        context["wrong"] = words("login.wrong-token" if token else "login.wrong")
        return _html(request, words, None, "login.html", context, 401)
    response = RedirectResponse(f"/{words.language}/stories", 303)
    _remember(request, response, {"sid": secrets.token_urlsafe(12), "name": found})
    return response


async def _logout(request: Request) -> Response:
    words = _words(request)
    await _checked(request)
    response = RedirectResponse(f"/{words.language}/stories", 303)
    response.delete_cookie(COOKIE, path="/")
    return response


async def _checked(request: Request) -> dict[str, Any]:
    """The fields of a form that this desk gave to this session; raises for another one."""
    guard = _guard(request)
    try:
        form = await request.form(max_files=FILES, max_fields=80, max_part_size=BODY)
    except HTTPException:
        raise
    fields: dict[str, Any] = {}
    for key, value in form.multi_items():
        fields.setdefault(key, []).append(value if isinstance(value, UploadFile) else str(value))
    bearer = request.headers.get("authorization", "").lower().startswith("bearer ") and guard.person(request) is not None and guard.token
    if not bearer and not guard.form_fits(guard.session(request), str((fields.get("form-token") or [""])[0])):
        raise HTTPException(403)
    return fields


# ------------------------------------------------------------------ adding


async def _add(request: Request) -> Response:
    words = _words(request)
    person = _person(request)
    guard = _guard(request)
    _only_a_page(request)
    context: dict[str, Any] = {"title": words("add.title"), "wrong": None, "result": None, "most": FILES, "size": BODY // 1024 // 1024}
    if request.method == "GET":
        return _html(request, words, person, "add.html", context)
    if guard.readonly:
        raise HTTPException(403)
    person = _person(request, "coder")
    fields = await _checked(request)
    inputs: list[tuple[str, bytes, dict[str, str]]] = []
    for n, text in enumerate(fields.get("text", [])):
        if text.strip():
            given = {
                k: (fields.get(k) or [])[n].strip()
                for k in ("outlet", "published", "url")
                if n < len(fields.get(k) or []) and (fields.get(k) or [])[n].strip()
            }
            inputs.append((f"pasted by {person.name}", text.replace("\r\n", "\n").encode("utf-8"), given))
    for upload in fields.get("files", []):
        if isinstance(upload, UploadFile) and upload.filename:
            inputs.append((Path(upload.filename.replace("\\", "/")).name, await upload.read(), {}))
    if not inputs:
        context["wrong"] = words("add.nothing")
        return _html(request, words, person, "add.html", context, 400)
    ids, failures, new = await run_in_threadpool(_put, _reader(request), inputs)
    stories = await run_in_threadpool(lambda: _stories_of(_reader(request).store(), ids))
    shared = [s for s, n in stories.items() if n == len(ids)]
    if request.headers.get("accept", "").startswith("application/json"):
        failed = [{"path": f.path, "reason": f.reason} for f in failures]
        return answer.Json({"ok": True, "rows": [{"report": i} for i in ids], "new": new, "failures": failed, "stories": list(stories)})
    if not failures and len(shared) >= 1:
        return RedirectResponse(f"/{words.language}/story/{shared[0]}", 303)
    if not failures and len(ids) == 1:
        return RedirectResponse(f"/{words.language}/report/{ids[0]}", 303)

    def found() -> tuple[dict[str, Any], Ask]:
        ask = Ask(_reader(request), words, {}, person)
        return {
            "reports": ask.store.named("report", ids),
            "cards": pages.stories.cards(ask, ask.store.named("story", list(stories))),
            "failures": failures,
            "new": new,
            "known": len(ids) - new,
        }, ask

    context["result"], ask = await run_in_threadpool(found)
    context |= {"ask": ask, "ask_names": ask.names}
    return _html(request, words, person, "add.html", context, 200 if ids else 400)


def _put(reader: Reader, inputs: list[tuple[str, bytes, dict[str, str]]]) -> tuple[list[str], list[Any], int]:
    ids: list[str] = []
    failures: list[Any] = []
    new = 0

    def put(store: khabar.Store) -> None:
        nonlocal new
        for name, data, given in inputs:
            added, found = store.add_bytes(name, data, **given)
            ids.extend(found)
            failures.extend(added.failures)
            new += added.new

    reader.write(put)
    return list(dict.fromkeys(ids)), failures, new


def _stories_of(store: khabar.Store, ids: list[str]) -> dict[str, int]:
    """Story -> how many of these reports tell it."""
    out: dict[str, int] = {}
    for id in ids:
        for row in store.stories_of(id):
            out[row["id"]] = out.get(row["id"], 0) + 1
    return out


# ------------------------------------------------------------------ deciding


async def _decide(request: Request) -> Response:
    words, guard = _words(request), _guard(request)
    if guard.readonly:
        raise HTTPException(403)
    person = _person(request, "coder")
    fields = await _checked(request)

    def one(name: str) -> str:
        return next((v.strip() for v in fields.get(name, []) if isinstance(v, str)), "")

    verb, subject, why = one("verb"), one("subject"), one("why")[:500]
    field, value = one("field") or None, one("value") or None
    if verb in ("accept", "merge", "split") or (verb == "reject" and field != "in"):
        field = None
    if verb in ("accept", "split") or (verb == "reject" and field is None):
        value = None
    parts = [r for r in fields.get("reports", []) if isinstance(r, str)]

    def change(store: khabar.Store) -> khabar.Decision:
        if verb == "undo":
            return store.undo(subject, who=person.name, why=why)
        return store.decide(verb, subject, value, field, who=person.name, why=why, reports=parts)

    try:
        made = await run_in_threadpool(_reader(request).write, change)
    except (khabar.StoreError, khabar.InputError) as error:
        raise Wrong(str(error)) from error
    if request.headers.get("accept", "").startswith("application/json"):
        return answer.Json({"ok": True, "rows": [dataclasses.asdict(made)]})
    back = one("back")
    safe = back if re.fullmatch(r"/(?:ar|en)/[\w./-]+", back) and "//" not in back else f"/{words.language}/log"
    return RedirectResponse(f"{safe}?review=1#review", 303)


# ------------------------------------------------------------------ what went wrong


async def _refused(request: Request, error: Exception) -> Response:
    """An error as a page, or as JSON where data were asked for."""
    status, detail = 500, ""
    if isinstance(error, HTTPException):
        status = error.status_code
    elif isinstance(error, Wrong):
        status, detail = 400, str(error)
    elif isinstance(error, Missing):
        status = 404
    elif isinstance(error, khabar.StoreError):
        status, detail = (400, str(error)) if str(error).startswith(("no filter", "no order", "no facet")) else (503, "")
    segment = request.scope.get("asked", request.url.path)[1:3]
    words = Words(segment if segment in LANGUAGES else "ar", _digits(request))
    key = f"error.{status}" if str(status) in _STATUSES else "error.400"
    if request.scope.get("form", _form(request.url.path)) != "html" or request.url.path in ("/reconcile", "/openapi.json"):
        return answer.error(status, detail or Words("en")(key))
    person = _guard(request).person(request)
    if status == 401:
        return RedirectResponse(f"/{words.language}/login", 303)
    context = {"title": words(key), "status": status, "message": words(key), "detail": detail}
    return _html(request, words, person, "error.html", context, status)


_STATUSES = ("400", "401", "403", "404", "405", "413", "414", "429", "500", "503")
