"""The site: where the interface in a browser listens, what it may be called, and the server of its pages."""

from __future__ import annotations

import errno
import os
import socket
import sys
from ipaddress import ip_address
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.settings import CORPUS, HISTORY, SETTINGS, Origin, Settings

if TYPE_CHECKING:
    from chatbot.browser.server import BrowserServer
    from chatbot.text.language_code import Language

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What a browser may call the machine it runs on."""


class ServeError(ChatbotError):
    """The interface cannot be offered to a browser."""


class Site:
    """A port that is listened on, by the name that was asked for."""

    def __init__(self, host: str, port: int, language: Language) -> None:
        """Begin to listen; port 0 stands for any that is free. Raises ServeError where that cannot be."""
        try:
            (family, _, _, _, address), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise ServeError(message("unknown host", language, host=host)) from error
        try:
            self.socket = socket.create_server(address, family=family)
        except OSError as error:
            problem = "port in use" if error.errno == errno.EADDRINUSE else "cannot listen"
            reason = os.strerror(error.errno or 0)
            raise ServeError(message(problem, language, host=host, port=port, reason=reason)) from error
        self.port: int = self.socket.getsockname()[1]
        self._listening = ip_address(self.socket.getsockname()[0])
        # No browser can be sent to an address that stands for all of them.
        name = socket.gethostname() if self._listening.is_unspecified else host
        self._host = f"[{name}]" if ":" in name else name

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://{self._netloc(self._host)}/"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return self._listening.is_loopback

    @property
    def names(self) -> frozenset[str] | None:
        """What a Host header may say; None for anything, since other machines may know this one by any name.

        Where only this machine is let in, another name is that of a site whose name was made to lead
        here, so that its pages would be let in as ours (DNS rebinding).
        """
        return frozenset(map(self._netloc, (*LOOPBACK_NAMES, self._host.lower()))) if self.is_local else None

    def _netloc(self, host: str) -> str:
        return host if self.port == 80 else f"{host}:{self.port}"


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
