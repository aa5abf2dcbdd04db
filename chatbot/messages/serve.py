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
        "Open {address} in een browser; Ctrl+C sluit het programma af.",
        "Open {address} in a browser; Ctrl+C ends the program.",
    ),
    "open to others": (
        "Er is geen wachtwoord: wie {address} kan bereiken, kan de artikelen en de bewaarde gesprekken lezen. Laat "
        "--host weg om alleen deze machine toe te laten.",
        "There is no password: whoever can reach {address} can read the articles and the conversations that were "
        "kept. Leave out --host to let in this machine only.",
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
        "Dit verzoek is geweigerd, want het komt niet van de pagina op {address}. Open die in de browser.",
        "This request was refused because it does not come from the page at {address}. Open that in the browser.",
    ),
    "session starting": ("De interface wordt gestart…", "Starting the interface…"),
    "session ended": ("De sessie is afgelopen.", "The session has ended."),
    "session restart": ("Opnieuw beginnen", "Start again"),
}
