"""Dataclasses of arrays as arrays by name, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

import numpy as np

from chatbot.storage.array_file import Array

Made = TypeVar("Made")


def to_arrays(value: object, prefix: str = "") -> dict[str, Array]:
    """The arrays of a dataclass whose fields are arrays, other such dataclasses or None; `.` stands between names."""
    found: dict[str, Array] = {}
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass, for which there is no type
        part = getattr(value, field.name)
        name = f"{prefix}{field.name}"
        if isinstance(part, np.ndarray):
            found[name] = part
        elif part is not None:
            found |= to_arrays(part, f"{name}.")
    return found


def from_arrays(cls: type[Made], arrays: Mapping[str, Array], prefix: str = "") -> Made:
    """What `to_arrays` gave these arrays for; raises KeyError where one is missing."""
    values: dict[str, Any] = {}
    for name, hint in get_type_hints(cls).items():
        inner = next((kind for kind in _kinds(hint) if isinstance(kind, type) and is_dataclass(kind)), None)
        if inner is None:
            values[name] = arrays[f"{prefix}{name}"]
        elif type(None) in _kinds(hint) and not any(key.startswith(f"{prefix}{name}.") for key in arrays):
            values[name] = None
        else:
            values[name] = from_arrays(inner, arrays, f"{prefix}{name}.")
    return cls(**values)


def _kinds(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)
