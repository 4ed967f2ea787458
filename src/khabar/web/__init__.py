"""The desk: the record in a browser, in Arabic and English. A door: it uses only the public names of ``khabar``."""

from __future__ import annotations

import os

from starlette.applications import Starlette

from khabar import InputError
from khabar.web.app import desk
from khabar.web.guard import Guard, hashed, is_loopback, read_users

__all__ = ["Guard", "desk", "hashed", "serve"]


def application(
    where: str,
    *,
    host: str = "127.0.0.1",
    users: str | os.PathLike[str] | None = None,
    token: str | None = None,
    public: bool = False,
    readonly: bool = False,
) -> Starlette:
    """The desk that ``serve`` runs. Raises InputError where it would listen beyond this computer without asking who comes."""
    loopback = is_loopback(host)
    if not loopback and not (users or token):
        raise InputError(f"{host} is beyond this computer: give --users FILE (khabar user FILE NAME writes one) or --token, or stay on 127.0.0.1")
    if token is not None and len(token) < 16:
        raise InputError("a token has at least 16 characters")
    return desk(where, Guard(loopback, read_users(users) if users else {}, token, public, readonly))


def serve(
    where: str,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    users: str | os.PathLike[str] | None = None,
    token: str | None = None,
    public: bool = False,
    readonly: bool = False,
) -> None:
    """Serve a store until it is stopped. where: its path or database URL. Beyond loopback users (a file) or a token are needed."""
    import uvicorn

    app = application(where, host=host, users=users, token=token, public=public, readonly=readonly)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, limit_concurrency=400, timeout_keep_alive=15)
