"""Defaults: what is taken where nothing else is asked for; apart, so that `--help` need load nothing else."""

from __future__ import annotations

DEFAULT_TOP = 3
"""Citations in an answer."""
