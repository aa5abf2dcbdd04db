"""Messages about the interface in a browser."""

from __future__ import annotations

MESSAGES = {
    "about serve": (
        "Toon de interface in een browser op deze machine.",
        "Show the interface in a browser on this machine.",
    ),
    "help host": (
        "adres waarop het programma luistert (standaard {default}: alleen deze machine)",
        "address to listen on (default {default}: this machine only)",
    ),
    "help port": (
        "poort waarop het programma luistert; 0 kiest een vrije (standaard {default})",
        "port to listen on; 0 chooses a free one (default {default})",
    ),
    "bad port": ("{value} is geen poort van 0 tot en met 65535", "{value} is not a port from 0 to 65535"),
    "serving": (
        "Open {address} in een browser; Ctrl+C sluit het programma af. Houd het adres voor jezelf: wie het heeft, komt "
        "binnen.",
        "Open {address} in a browser; Ctrl+C ends the program. Keep the address to yourself: whoever has it gets in.",
    ),
    "open to others": (
        "De verbinding met {address} is niet versleuteld: wie het netwerk afluistert, leest mee en komt binnen. "
        "Laat --host weg om alleen deze machine toe te laten.",
        "The connection to {address} is not encrypted: whoever listens in on the network reads along and gets in. "
        "Leave out --host to let in this machine only.",
    ),
    "browser not installed": (
        "Wat nodig is voor de interface in een browser, is niet geïnstalleerd; installeer het, in de map van dit "
        "project, met: pip install '.[web]'.",
        "What the interface in a browser needs is not installed; install it, in the folder of this project, with: "
        "pip install '.[web]'.",
    ),
    "unknown host": (
        "Het adres {host} is niet te vinden. Geef met --host een adres van deze machine op, zoals 127.0.0.1.",
        "The address {host} cannot be found. Name an address of this machine with --host, such as 127.0.0.1.",
    ),
    "port in use": (
        "Poort {port} van {host} is al in gebruik. Kies een andere met --port, of een vrije met --port 0.",
        "Port {port} of {host} is in use already. Choose another with --port, or a free one with --port 0.",
    ),
    "cannot listen": (
        "Het programma kan niet luisteren op poort {port} van {host} ({reason}). Kies een andere poort met --port of "
        "een ander adres met --host.",
        "The program cannot listen on port {port} of {host} ({reason}). Choose another port with --port or another "
        "address with --host.",
    ),
    "request refused": (
        "Dit verzoek is geweigerd: open in de browser het hele adres dat chatbot serve bij het starten heeft getoond.",
        "This request was refused: open in the browser the whole address that chatbot serve printed when it started.",
    ),
    "session starting": ("De interface wordt gestart…", "Starting the interface…"),
    "session ended": ("De sessie is afgelopen.", "The session has ended."),
    "session restart": ("Opnieuw beginnen", "Start again"),
}
