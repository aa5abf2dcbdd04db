"""What is installed: the versions of packages, looked up without keeping the first paint waiting."""

from __future__ import annotations


def installed_version(package: str) -> str:
    """The version of an installed package; raises PackageNotFoundError for any other."""
    from importlib.metadata import version  # with all that it needs, a twentieth of the time to the first paint

    return version(package)
