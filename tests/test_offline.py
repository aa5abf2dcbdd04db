"""Offline: the program answers where there is no network, and does not try to reach one."""

from __future__ import annotations

import json
import subprocess
import sys

PROGRAM = """
import json
import socket

attempts = []


def refuse(*arguments, **options):
    attempts.append(repr(arguments))
    raise OSError("there is no network")


socket.socket = socket.create_connection = socket.getaddrinfo = refuse

from chatbot import open_folder
from chatbot.articles.folder import bundled_folder

chatbot = open_folder(bundled_folder())
answers = [chatbot.ask(question) for question in (
    "Hoeveel generaals heeft het Venezolaanse leger?",
    "How many generals does the Venezuelan army have?",
    "How do I bake an apple pie?",
)]
print(json.dumps({
    "attempts": attempts,
    "found": [answer.found for answer in answers],
    "languages": [answer.language for answer in answers],
    "first": [answer.citations[0].text for answer in answers],
}))
"""


def test_everything_from_reading_to_answering_works_without_a_network_and_never_asks_for_one() -> None:
    process = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    result = json.loads(process.stdout)
    # A library that fails to connect may go on without a word, so every attempt is told.
    assert result["attempts"] == []
    assert result["found"] == [True, True, False]
    assert result["languages"] == ["nl", "en", "en"]
    assert all("tweeduizend generaals" in text for text in result["first"][:2])


READERS = """
import json
import sys

from chatbot.articles.formats import docx, epub, html, pdf
from tests.documents import HTML, book, pdf as make_pdf, word_document

FAR = 'http://example.org/far'
attempts = []
sys.addaudithook(lambda event, _: attempts.append(event) if event.startswith(('socket.', 'urllib.')) else None)
far = f'<link rel="stylesheet" href="{FAR}.css"><img src="{FAR}.png"><iframe src="{FAR}"></iframe>'
page = HTML.replace('<p>', far + '<p>')
texts = [
    html.read(f'<!DOCTYPE html SYSTEM "{FAR}.dtd">{page}'.encode()).text,
    epub.read(book({'a.xhtml': f'<p>Bees dance.<img src="{FAR}.png"/></p>'})).text,
    docx.read(word_document()).text,
    pdf.read(make_pdf([['A sentence.']])).text,
]
print(json.dumps({'attempts': attempts, 'lengths': list(map(len, texts))}))
"""


def test_nothing_that_a_file_refers_to_is_fetched() -> None:
    process = subprocess.run([sys.executable, "-c", READERS], capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    result = json.loads(process.stdout)
    assert result["attempts"] == []
    assert all(result["lengths"])
