"""The interface in a browser: its server, and what each visit of the page starts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from chatbot.browser.site import ServeError, Site
from chatbot.messages import message
from chatbot.settings import CORPUS, HISTORY, SETTINGS, Origin, Settings

if TYPE_CHECKING:
    from chatbot.browser.server import BrowserServer


def interface_command(settings: Settings) -> list[str]:
    """The command that starts the interface with the settings of the command line; it finds the others itself."""
    # With -P nothing is imported from the folder that the reader happens to be in.
    command = [sys.executable, "-P", "-m", "chatbot"]
    for setting in SETTINGS:
        value = getattr(settings, setting.name)
        if settings.origins[setting.name] is not Origin.FLAG:
            continue
        if setting is HISTORY:
            command.append("--no-history")
        else:
            command.append(f"{setting.flag}={value.absolute() if setting is CORPUS else value}")
    return command


def browser_server(host: str, port: int, settings: Settings) -> BrowserServer:
    """The server of the interface, listening; raises ServeError where it cannot, or what it needs is not installed."""
    # Only here, so that nobody else needs or waits for it.
    try:
        from chatbot.browser.server import BrowserServer
    except ImportError as error:
        raise ServeError(message("browser not installed", settings.language)) from error
    site = Site(host, port, settings.language)
    return BrowserServer(site, interface_command(settings), settings.language)
