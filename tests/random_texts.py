"""Texts drawn at random from a seed, good and hostile: questions, articles, and what becomes of a folder of them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from chatbot.articles.folder import bundled_folder
from tests.articles import BEES, LIGHTHOUSE, WINDMILLS
from tests.test_hostile_articles import HOSTILE, UNITS

REAL_QUESTIONS = [
    asked
    for line in (Path(__file__).parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    for asked in (json.loads(line)["nl"], json.loads(line)["en"])
]
FOLLOW_UPS = """En waarom?|And why?|Hoe zit het met de koningin?|What about them?|Waarom deden ze dat?|Who was she?
Is dat zo?|But when?|En zijn vrouw?|Or the harvest?|En de molenaar in 1824?|How many of those are there?""".replace(
    "\n", "|"
).split("|")

WORDS = sorted(
    {
        word
        for text in (BEES, LIGHTHOUSE, WINDMILLS, *(path.read_text("utf-8") for path in bundled_folder().glob("*.txt")))
        for word in text.split()
    }
)
MARKS = [".", "?", "!", ",", ":", "...", "?”", ".)", ""]
NAMES = [f"{name}{suffix}" for name in ("a", "b\nc", "één", "\x1b[31m", "in/deep", "- ") for suffix in (".txt", ".MD")]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "latin-1"]


def random_question(random: Random) -> str:
    """A question that somebody might ask, or anything else that can be typed or pasted."""
    kind = random.choice(_QUESTIONS)
    return kind(random)


def random_article(random: Random) -> str:
    """The text of an article of some plain kind, or of none."""
    return random.choice(_ARTICLES)(random)


def random_change(random: Random, folder: Path) -> None:
    """Have something become of one file of the folder, or of all."""
    random.choice(_CHANGES)(random, folder / random.choice(NAMES))


def _words(random: Random, most: int) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(1, most)))


def _characters(random: Random, first: int, last: int, most: int) -> str:
    """Some of two hundred characters spread over those from `first` to `last`."""
    few = range(first, last + 1, 1 + (last - first) // 200)
    return "".join(chr(random.choice(few)) for _ in range(random.randint(1, most)))


_QUESTIONS: list[Callable[[Random], str]] = [
    lambda random: random.choice(REAL_QUESTIONS),
    lambda random: random.choice(FOLLOW_UPS),
    lambda random: f"{_words(random, 12)}?",
    lambda random: f"{_words(random, 3)} {_characters(random, 0x20, 0x2FFF, 9)} {_words(random, 3)}",
    lambda random: _characters(random, 0, 0x10FFFF, 60),
    lambda random: f"{_words(random, 5)} {_characters(random, 0xD800, 0xDFFF, 3)}",  # halves of surrogate pairs
    lambda random: f"Who {_characters(random, 0, 0x9F, 20)} was {_characters(random, 0x2000, 0x206F, 9)}?",
    lambda random: random.choice(["a", "é", "molens", "\u0301", "x-", "𝔊", "日"]) * random.randint(1, 700),
    lambda random: _words(random, 700),  # beyond the limit, now and then
    lambda random: random.choice(["", " ", "\n", "?", "\x00", "\ufeff", "\udcff"]),
]


def _sentence(random: Random, most: int) -> str:
    return _words(random, most) + random.choice(MARKS)


def _paragraph(random: Random) -> str:
    return " ".join(_sentence(random, 25) for _ in range(random.randint(1, 5)))


def _plain(random: Random) -> str:
    return "\n\n".join(
        [_words(random, 5), *(random.choice((_paragraph, lambda r: _words(r, 4)))(random) for _ in range(8))]
    )


def _markdown(random: Random) -> str:
    front_matter = f"---\ntitle: {_words(random, 4)}\n---\n" if random.random() < 0.3 else ""
    blocks = [
        f"{random.choice(['# ', '## ', '', '- ', '> ', '1. ', '| ', '```', '**'])}{_sentence(random, 30)}"
        for _ in range(10)
    ]
    return front_matter + random.choice(["\n", "\n\n", "\r\n"]).join(blocks)


_ARTICLES: list[Callable[[Random], str]] = [
    _plain,
    _plain,
    _markdown,
    _markdown,
    lambda random: random.choice([BEES, LIGHTHOUSE, WINDMILLS]),
    lambda random: random.choice(list(HOSTILE.values())),
    lambda random: "".join(random.choice([*UNITS, _words(random, 3)]) for _ in range(200)),
    lambda random: _characters(random, 0x20, 0xD7FF, 400),
    lambda random: _words(random, 400),  # one sentence, longer than a passage may be
    lambda _: "",
]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def _write(random: Random, path: Path) -> None:
    _remove(path)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(random_article(random).encode(random.choice(ENCODINGS), "replace"))


def _edit(random: Random, path: Path) -> None:
    if not path.is_file():
        _write(random, path)
    content = path.read_bytes()
    place = random.randint(0, len(content))
    path.write_bytes(content[:place] + _sentence(random, 8).encode() + content[place + random.randint(0, 20) :])


def _put_a_folder(_: Random, path: Path) -> None:
    _remove(path)
    path.mkdir(parents=True)


def _put_a_broken_link(_: Random, path: Path) -> None:
    _remove(path)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("nowhere")


def _put_a_pipe(_: Random, path: Path) -> None:
    _remove(path)
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)


def _put_bytes(random: Random, path: Path) -> None:
    _remove(path)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(random.randbytes(300))


def _remove_all(_: Random, path: Path) -> None:
    for name in NAMES:
        if (other := path.parent / name).parent.is_dir():
            _remove(other)


_CHANGES: list[Callable[[Random, Path], None]] = [
    _write,
    _write,
    _write,
    _write,
    _edit,
    _edit,
    lambda _, path: _remove(path) if path.parent.is_dir() else None,
    _put_a_folder,
    _put_a_broken_link,
    _put_a_pipe,
    _put_bytes,
    lambda random, path: _remove_all(random, path) if random.random() < 0.1 else None,
]
