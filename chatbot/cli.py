"""The command line: the terminal interface, and the same answers for scripts.

Standard output is data, standard error is narration. The exit status is 0 where something was
found, 1 where nothing was, 2 for bad usage or a corpus or file that cannot be read, and 130 on Ctrl+C;
questions from standard input and those of an evaluation give 0 whatever was found.
Each command imports what it needs itself, so that `--help` does not wait for what is slow to load.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import interface_language, message
from chatbot.options import UsageError, parser

if TYPE_CHECKING:
    from chatbot.answer import Answer
    from chatbot.article import Parse
    from chatbot.cache import Cache
    from chatbot.chatbot import Chatbot
    from chatbot.corpus import Corpus
    from chatbot.encoder import StrongEncoder
    from chatbot.language import Language

FOUND, NOT_FOUND, BAD_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    language = interface_language()
    try:
        options = parser(language).parse_args(arguments)
        match options.command:
            case "ask":
                return _ask(options, language)
            case "articles":
                return _articles(options, language)
            case "show":
                return _show(options, language)
            case "evaluate":
                return _evaluate(options, language)
            case "cache":
                return _cache(options, language)
            case _:
                return _interface(options, language)
    except ChatbotError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; give the interpreter nothing to fail on when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND


def _ask(options: argparse.Namespace, language: Language) -> int:
    from chatbot.cache import Cache
    from chatbot.encoder_choice import strong_encoder
    from chatbot.known_articles import parser as parser_of
    from chatbot.question import question_problem

    from_input = options.question == "-"
    if options.conversation and not from_input:
        raise UsageError(message("usage error", language, detail=message("conversation needs input", language)))
    if not from_input and (problem := question_problem(options.question, language)):
        return _complain(problem)
    strong = strong_encoder(options.encoder, language)
    cache = Cache()
    chatbot = _chatbot(strong, _corpus(options, language, parser_of(cache)), cache, language)
    if not from_input:
        answer = chatbot.ask(options.question, options.top, language=language)
        _print_answers([answer], as_json=options.json)
        return FOUND if answer.found else NOT_FOUND
    questions = (line.rstrip("\r\n") for line in sys.stdin)
    if options.conversation:
        conversation = chatbot.conversation(language)
        answers = (conversation.ask(question, options.top) for question in questions)
    else:
        answers = (chatbot.ask(question, options.top, language=language) for question in questions)
    _print_answers(answers, as_json=options.json)
    return FOUND


def _print_answers(answers: Iterable[Answer], *, as_json: bool) -> None:
    from chatbot.json_lines import answer_line
    from chatbot.plain_text import answer_text

    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for number, answer in enumerate(answers):
        if as_json:
            print(answer_line(answer), flush=True)
        else:
            print(("\n" if number else "") + answer_text(answer, bold=bold), flush=True)


def _articles(options: argparse.Namespace, language: Language) -> int:
    from chatbot.json_lines import article_line
    from chatbot.passages import split_passages
    from chatbot.plain_text import article_table

    rows = [(article, len(list(split_passages(article)))) for article in _corpus(options, language).articles]
    if options.json:
        for article, passages in rows:
            print(article_line(article, passages))
    else:
        print(article_table(rows, language))
    return FOUND


def _show(options: argparse.Namespace, language: Language) -> int:
    from chatbot.printable import printable

    article = _corpus(options, language).article(options.article)
    if article is None:
        return _complain(message("no such article", language, name=printable(options.article)))
    # A terminal obeys what it is sent; a file or a program gets the text to the letter.
    sys.stdout.write(printable(article.text) if sys.stdout.isatty() else article.text)
    return FOUND


def _evaluate(options: argparse.Namespace, language: Language) -> int:
    from chatbot.cache import Cache
    from chatbot.encoder_choice import strong_encoder
    from chatbot.evaluation import DEPTH, evaluate, read_questions
    from chatbot.json_lines import figures_line
    from chatbot.known_articles import parser as parser_of
    from chatbot.plain_text import figures_table

    strong = strong_encoder(options.encoder, language)
    cache = Cache()
    corpus = _corpus(options, language, parser_of(cache))
    questions = read_questions(options.questions, corpus.articles, language)
    chatbot = _chatbot(strong, corpus, cache, language)
    languages: tuple[Language, ...] = ("nl", "en")
    figures = {asked: evaluate(chatbot, questions, asked) for asked in languages}
    print(figures_line(figures) if options.json else figures_table(figures, language))
    for asked in languages:
        if missed := figures[asked].missed:
            where = message(f"in {asked}", language)
            _narrate(message("missed", language, depth=DEPTH, where=where, ids=", ".join(missed)))
    return FOUND


def _interface(options: argparse.Namespace, language: Language) -> int:
    from chatbot.corpus import default_folder
    from chatbot.encoder_choice import strong_encoder

    strong = strong_encoder(options.encoder, language)

    from chatbot.tui.app import run

    return run(options.corpus or default_folder(), language, strong)


def _chatbot(strong: StrongEncoder | None, corpus: Corpus, cache: Cache, language: Language) -> Chatbot:
    """A chatbot over the corpus that has all vectors it is going to have; tells what is wrong with the cache."""
    from chatbot.chatbot import Chatbot
    from chatbot.progress import TerminalProgress, embed_all

    with TerminalProgress(language) as progress:
        chatbot = Chatbot(corpus, strong=strong, cache=cache, report=progress)
        for stage, work in chatbot.unfinished:
            embed_all(work, stage, progress)
    if trouble := cache.trouble:
        _narrate(trouble.told(language))
    return chatbot


def _corpus(options: argparse.Namespace, language: Language, parse: Parse | None = None) -> Corpus:
    """The corpus that the options name, after telling which of its files were skipped."""
    from chatbot.article import parse_article
    from chatbot.corpus import default_folder, read_corpus
    from chatbot.progress import TerminalProgress

    with TerminalProgress(language) as progress:
        corpus = read_corpus(options.corpus or default_folder(), language, parse or parse_article, progress)
    for skipped in corpus.skipped:
        _narrate(skipped.reason)
    return corpus


def _cache(options: argparse.Namespace, language: Language) -> int:
    from chatbot.cache import Cache
    from chatbot.printable import printable_line

    cache = Cache()
    folder = printable_line(str(cache.folder))
    if not options.clear:
        print(message("cache size", language, folder=folder, size=_megabytes(cache.size())))
        return FOUND
    try:
        freed = cache.clear()
    except OSError as error:
        return _complain(message("cache not cleared", language, folder=folder, reason=error.strerror))
    print(message("cache cleared", language, folder=folder, size=_megabytes(freed)))
    return FOUND


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _complain(sentence: str) -> int:
    _narrate(sentence)
    return BAD_USAGE


def _narrate(sentence: str) -> None:
    from chatbot.printable import printable_line

    print(f"chatbot: {printable_line(sentence)}", file=sys.stderr)
