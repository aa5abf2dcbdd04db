"""Front matter: the fields in YAML or TOML that a text in Markdown may begin with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from chatbot.articles.metadata import Head, metadata_of
from chatbot.articles.text_head import labelled

LONGEST = 20_000
"""The most code points of front matter; what is longer is text between two rules."""

_YAML = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<fields>.*?\n)?\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str, start: int) -> Head | None:
    """The front matter at `start`; None where there is none, as before text between two rules.

    YAML that is none, mostly for a colon within a title, is read line by line.
    """
    for pattern, parse in ((_YAML, _yaml_fields), (_TOML, _toml_fields)):
        found = pattern.match(text, start, start + LONGEST)
        if found:
            written = found["fields"] or ""
            fields = parse(written)
            if fields is None:
                return None
            return Head(found.end(), metadata_of({name.lower(): value for name, value in fields.items()}))
    return None


def _yaml_fields(written: str) -> Mapping[str, object] | None:
    """The fields of YAML; its texts stay as they are written, so that a title "No" is no truth value."""
    if not written.strip():
        return {}
    import yaml  # only here, as most texts have no front matter

    try:
        read = yaml.BaseLoader(written).get_single_data()
    except (yaml.YAMLError, RecursionError, ValueError):
        return labelled(written)
    is_fields = isinstance(read, dict) and any(isinstance(name, str) and " " not in name for name in read)
    return {str(name): value for name, value in read.items()} if is_fields else None


def _toml_fields(written: str) -> Mapping[str, object] | None:
    try:
        read = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError):
        return labelled(written, "=")
    params = read.get("params")
    return {**params, **read} if isinstance(params, dict) else read
