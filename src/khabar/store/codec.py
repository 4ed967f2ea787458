"""The model's dataclasses as JSON and back, field by name, so that a stored report outlives a new field with a default.

Fields that have their default are left out. Unknown keys (of a later version) are passed over.
"""

from __future__ import annotations

import json
import types
import typing
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from khabar import model

T = TypeVar("T")


def pack(value: Any) -> bytes:
    """A dataclass as compressed JSON."""
    return zlib.compress(json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 6)


def unpack(kind: type[T], data: bytes) -> T:
    """What ``pack`` made of an object of that class. Raises ValueError or TypeError for what it did not."""
    maker: Callable[[Any], T] = _maker(cast(Any, kind))
    return maker(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))


@cache
def _defaults(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in fields(kind))


def _plain(value: Any) -> Any:
    if isinstance(value, model.Span):  # there are so many of them
        return [value.start, value.stop]
    if is_dataclass(value) and not isinstance(value, type):
        out = {}
        for name, default in _defaults(type(value)):
            held = getattr(value, name)
            if default is MISSING or held != default:
                out[name] = _plain(held)
        return out
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """A function that turns plain JSON into ``kind``."""
    if kind is model.Span:
        return lambda raw: model.Span(*raw)
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        makers = {f.name: _maker(hints[f.name]) for f in fields(kind)}
        make: Any = kind

        def build(raw: dict[str, Any]) -> Any:
            return make(**{name: makers[name](value) for name, value in raw.items() if name in makers})

        return build
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            each = _maker(args[0])
            return lambda raw: tuple(each(v) for v in raw)
        parts = [_maker(a) for a in args]
        return lambda raw: tuple(make(v) for make, v in zip(parts, raw, strict=True))
    if origin in (typing.Union, types.UnionType):
        (inner,) = [_maker(a) for a in args if a is not type(None)]
        return lambda raw: None if raw is None else inner(raw)
    return lambda raw: raw
