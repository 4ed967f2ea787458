"""The commands of the desk: ``serve``, ``user``."""

from __future__ import annotations

import sys
import threading
import time
import webbrowser
from pathlib import Path

import click

import khabar
from khabar.cli.frame import failing, main


@main.command()
@click.argument("store")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on. Beyond this computer with --users or --token only.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--users", type=click.Path(dir_okay=False), help="A users' file (khabar user writes one).")
@click.option("--token", envvar="KHABAR_TOKEN", help="A token that opens the desk; better handed over as KHABAR_TOKEN.")
@click.option("--public", is_flag=True, help="Others may read the record without signing in, but not the words of the reports.")
@click.option("--readonly", is_flag=True, help="Nobody adds or decides.")
@click.option("--open", "open_", is_flag=True, help="Open the desk in the browser.")
def serve(store: str, host: str, port: int, users: str | None, token: str | None, public: bool, readonly: bool, open_: bool) -> None:
    """The desk: STORE in a browser, in Arabic and English. Ctrl-C ends it."""
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/"
    click.echo(f"khabar desk on {address} (Ctrl-C ends it)", err=True)
    if open_:
        threading.Thread(target=_browse, args=(address,), daemon=True).start()
    with failing():
        khabar.serve(store, host=host, port=port, users=users, token=token, public=public, readonly=readonly)


def _browse(address: str) -> None:
    time.sleep(1.5)  # until it listens
    webbrowser.open(address)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False))
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "coder", "admin"]), default="reader", show_default=True)
def user(file: str, name: str, role: str) -> None:
    """Put a user with a password into FILE for serve --users. The password is asked for, or read from standard input."""
    if not name.replace("-", "").replace("_", "").replace(".", "").isalnum() or not name.isascii():
        raise click.UsageError("NAME: letters, digits, - _ .")
    if sys.stdin.isatty():
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    if len(password) < 8:
        raise click.UsageError("a password has at least 8 characters")
    path = Path(file)
    kept = path.read_text("utf-8") if path.exists() else ""
    if f'[user."{name}"]' in kept:
        raise click.UsageError(f"{name} is in {file} already: take the lines out first")
    path.touch(mode=0o600)
    path.write_text(f'{kept}[user."{name}"]\nrole = "{role}"\npassword = "{khabar.hashed(password)}"\n', "utf-8")
    click.echo(f"{name} may now sign in as {role}", err=True)
