"""Front matter: the fields in YAML or TOML, or the title block of Pandoc, that a text in Markdown may begin with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from chatbot.articles.metadata import Head, metadata_of

LONGEST = 20_000  # the most code points of front matter; what is longer is text between two rules

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?\n)?(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""YAML stands between hyphens, TOML between plus signs."""

_LINES = r"%[ \t]*(?P<{}>.*(?:\n[ \t]+\S.*)*)(?:\n|\Z)"
_TITLE_BLOCK = re.compile(f"(?=% ){_LINES.format('title')}(?:{_LINES.format('author')}(?:{_LINES.format('date')})?)?")


def front_matter(text: str, start: int) -> Head | None:
    """The front matter at `start`; None where there is none, as before text between two rules.

    YAML that is none, mostly for a colon within a title, is read line by line.
    """
    if found := _FENCED.match(text, start, start + LONGEST):
        parse = _yaml_fields if found["fence"] == "---" else _toml_fields
        fields = parse(found["fields"] or "")
        if fields is None:
            return None
        return Head(found.end(), metadata_of({name.lower(): value for name, value in fields.items()}))
    block = _TITLE_BLOCK.match(text, start)
    if block is None:
        return None
    authors = (block["author"] or "").replace(";", ",")
    return Head(block.end(), metadata_of({"title": block["title"], "author": authors, "date": block["date"]}))


def _yaml_fields(written: str) -> Mapping[str, object] | None:
    """The fields of YAML; its texts stay as they are written, so that a title "No" is no truth value."""
    if not written.strip():
        return {}
    import yaml  # only here, as most texts have no front matter

    try:
        read = yaml.BaseLoader(written).get_single_data()
    except (yaml.YAMLError, RecursionError, ValueError):
        return _fields_by_line(written, ":")
    is_fields = isinstance(read, dict) and any(isinstance(name, str) and " " not in name for name in read)
    return {str(name): value for name, value in read.items()} if is_fields else None


def _toml_fields(written: str) -> Mapping[str, object] | None:
    try:
        read = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _fields_by_line(written, "=")
    params = read.get("params")
    return {**params, **read} if isinstance(params, dict) else read


def _fields_by_line(text: str, sign: str) -> Mapping[str, str] | None:
    """The fields of a text in which every line has one, or goes on with it; None for any other text."""
    fields: dict[str, str] = {}
    name = None
    for line in text.splitlines():
        key, found, value = line.partition(sign)
        if found and re.fullmatch(r"[\w-]+[ \t]*", key):
            name = key.strip()
            fields.setdefault(name, value.strip().strip("\"'"))
        elif line.strip() and (name is None or not line.startswith((" ", "\t", "-", "#"))):
            return None
    return fields
