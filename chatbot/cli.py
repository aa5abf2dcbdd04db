"""The command line: the terminal interface, and the same answers for scripts.

Standard output is data, standard error is narration. The exit status is 0 where something was
found, 1 where nothing was, 2 for bad usage or a corpus or file that cannot be read, 70 where the
program itself failed, and 130 on Ctrl+C;
questions from standard input and those of an evaluation give 0 whatever was found.
Each command imports what it needs itself, so that `--help` does not wait for what is slow to load.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from chatbot.console.options import early_language, parser
from chatbot.errors import ChatbotError, CorpusError
from chatbot.exit_status import BAD_USAGE, FAILED, FOUND, NOT_FOUND
from chatbot.messages import interface_language, message
from chatbot.settings import Settings, read_settings, variable

if TYPE_CHECKING:
    from chatbot.answers.answer import Answer
    from chatbot.answers.chatbot import Chatbot
    from chatbot.articles.article import Article
    from chatbot.console.answer_help import AnswerHelp
    from chatbot.encoders.choice import StrongLoader
    from chatbot.passages.corpus import Corpus
    from chatbot.storage.store import Store
    from chatbot.text.language_code import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    language = interface_language()
    try:
        _prepare_streams()
        arguments = sys.argv[1:] if arguments is None else arguments
        language = read_settings({"language": early_language(arguments, language)}).language
        options = parser(language).parse_args(arguments)
        return _COMMANDS[options.command](options, read_settings(vars(options)))
    except ChatbotError as error:
        _narrate(str(error))
        return BAD_USAGE
    except BrokenPipeError:
        _give_up(sys.stdout)
        return FOUND
    except Exception as error:
        from chatbot.storage.failure_log import failure_sentence

        _narrate(failure_sentence(error, language))
        return FAILED


def _prepare_streams() -> None:
    """Have all three in UTF-8, whatever the locale; one that was closed holds nothing and takes anything."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 - for as long as the program is there
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _give_up(stream: TextIO) -> None:
    """Nobody reads our output any more; give the interpreter nothing to fail on when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from chatbot.answers.question_problem import question_problem
    from chatbot.console.answer_help import AnswerHelp
    from chatbot.text.question import parse_question

    language = settings.language
    from_input = options.question == "-"
    if options.conversation and not from_input:
        raise ChatbotError(message("usage error", language, detail=message("conversation needs input", language)))
    if not from_input and (problem := question_problem(parse_question(options.question, language))):
        raise ChatbotError(problem)
    chatbot = _chatbot(settings)
    helper = AnswerHelp(chatbot, settings, options.help_reading, _narrate)
    only = frozenset(article.name for name in options.article for article in _named(chatbot.corpus, name, language))
    questions = (line.rstrip("\r\n") for line in sys.stdin) if from_input else [options.question]
    ask = chatbot.conversation(language).ask if options.conversation else partial(chatbot.ask, language=language)
    answers = (ask(question, options.top, only=only or None) for question in questions)
    found = _print_answers(answers, options, helper, with_question=from_input and not sys.stdin.isatty())
    _narrate_trouble(chatbot, language)
    return FOUND if found or from_input else NOT_FOUND


def _print_answers(
    answers: Iterable[Answer], options: argparse.Namespace, helper: AnswerHelp, *, with_question: bool
) -> bool:
    """Print the answers one by one as they come; gives whether anything was found."""
    from chatbot.console.json_lines import answer_line
    from chatbot.console.plain_text import answer_text, question_line

    found = False
    for number, answer in enumerate(answers):
        found |= answer.found
        helped = helper.help_with(answer)
        if options.json:
            print(answer_line(answer, helped), flush=True)
        else:
            question = [question_line(answer.question)] if with_question else []
            text = answer_text(answer, passages=options.passages, helped=helped)
            print(*([""] if number else []), *question, text, sep="\n", flush=True)
    return found


def _gloss(options: argparse.Namespace, settings: Settings) -> int:
    from chatbot.answers.engine import start_engine
    from chatbot.console.json_lines import json_line
    from chatbot.reading_help.gloss import Glosser, gloss_line
    from chatbot.text.language import detect_language
    from chatbot.text.language_code import other_language

    engine = start_engine(None)
    glosser = Glosser(engine.light, engine.store, settings.dictionaries)
    from_input = options.text == "-"
    status = FOUND if from_input else NOT_FOUND
    for text in (line.rstrip("\r\n") for line in sys.stdin) if from_input else [options.text]:
        to = options.to or other_language(detect_language(text, default=other_language(settings.language)))
        glosses = glosser.glosses(text, other_language(to))
        print(json_line({"text": text, "glosses": glosses}) if options.json else gloss_line(text, glosses), flush=True)
        status = FOUND if glosses else status
    for warning in glosser.warnings(settings.language):
        _narrate(warning)
    return status


def _articles(options: argparse.Namespace, settings: Settings) -> int:
    from chatbot.console.json_lines import json_line
    from chatbot.console.plain_text import article_fields, article_table

    corpus = _corpus(settings)
    rows = [(article, len(record.passages)) for article, record in zip(corpus.articles, corpus.records, strict=True)]
    if options.json:
        for row in rows:
            print(json_line(article_fields(*row)))
    else:
        print(article_table(rows, settings.language))
    return FOUND


def _show(options: argparse.Namespace, settings: Settings) -> int:
    from chatbot.text.printable import printable

    articles = _named(_corpus(settings), options.article, settings.language)
    for article in articles:
        if article.byline:
            _narrate(f"{article.title} · {article.byline}")
    text = "".join(article.text for article in articles)
    # A terminal obeys what it is sent; a file or a program gets the text to the letter.
    sys.stdout.write(printable(text) if sys.stdout.isatty() else text)
    return FOUND


def _named(corpus: Corpus, name: str, language: Language) -> list[Article]:
    """The article of that name, all those in the file of that name, or the only one whose name begins so.

    Raises CorpusError where there is none.
    """
    from chatbot.text.printable import printable

    if article := corpus.article(name):
        return [article]
    if in_file := [article for article in corpus.articles if article.name.rpartition("#")[0] == name != ""]:
        return in_file
    beginning = [article for article in corpus.articles if article.name.startswith(name)]
    if not name or len(beginning) != 1:
        raise CorpusError(message("no such article", language, name=printable(name)))
    return beginning


def _evaluate(options: argparse.Namespace, settings: Settings) -> int:
    from chatbot.answers.evaluation import EVALUATED_DEPTH, evaluate, read_questions
    from chatbot.console.plain_text import figures_table
    from chatbot.text.language_code import LANGUAGES

    language = settings.language
    chatbot = _chatbot(settings)
    questions = read_questions(options.questions, chatbot.corpus.articles, language)
    results = {asked: evaluate(chatbot, questions, asked) for asked in LANGUAGES}
    print(figures_table({asked: figures for asked, (figures, _) in results.items()}, language))
    for asked, (_, missed) in results.items():
        if missed:
            where = message(f"in {asked}", language)
            _narrate(message("missed", language, depth=EVALUATED_DEPTH, where=where, ids=", ".join(missed)))
    _narrate_trouble(chatbot, language)
    return FOUND


def _config(_options: argparse.Namespace, settings: Settings) -> int:
    from chatbot.console.settings_report import settings_text
    from chatbot.tui.key_settings import interface_problems

    # Only the interface knows keys and colours.
    from chatbot.tui.keys import BINDABLE_KEYS

    for problem in interface_problems(settings):
        _narrate(problem)
    keys = {name: key.key for name, key in BINDABLE_KEYS.items()}
    print(settings_text(settings, keys))
    return FOUND


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    language = settings.language
    _strong_loader(settings)  # only to say here, and not in every page, that it is not installed
    try:
        from chatbot.browser.server import BrowserServer
    except ImportError as error:
        raise ChatbotError(message("browser not installed", language)) from error
    server = BrowserServer(options.port, language)
    # The interfaces take what is set on this command line from the environment, and find all else themselves.
    for name, origin in settings.origins.items():
        if origin == "flag":
            os.environ[variable(name)] = str(getattr(settings, name))
    print(message("serving", language, address=server.address), flush=True)
    server.run()
    return FOUND


def _interface(_options: argparse.Namespace, settings: Settings) -> int:
    load_strong = _strong_loader(settings)
    # In a browser the interface has pipes, and this variable, by which Textual knows.
    if not (os.environ.get("TEXTUAL_DRIVER") or (sys.stdin.isatty() and sys.stdout.isatty())):
        raise ChatbotError(message("no terminal", settings.language))

    from chatbot.tui.run import run

    return run(settings, load_strong)


def _chat(options: argparse.Namespace, settings: Settings) -> int:
    if not options.plain:
        return _interface(options, settings)

    from chatbot.console.answer_help import AnswerHelp
    from chatbot.console.plain_chat import converse

    language = settings.language
    chatbot = _chatbot(settings)
    converse(chatbot.conversation(language), language, AnswerHelp(chatbot, settings, options.help_reading, _narrate))
    _narrate_trouble(chatbot, language)
    return FOUND


_COMMANDS = {
    None: _interface,
    "chat": _chat,
    "ask": _ask,
    "gloss": _gloss,
    "articles": _articles,
    "show": _show,
    "evaluate": _evaluate,
    "config": _config,
    "serve": _serve,
}


def _strong_loader(settings: Settings) -> StrongLoader | None:
    from chatbot.encoders.choice import strong_loader

    return strong_loader(settings.encoder, settings.e5_weights, settings.language)


def _chatbot(settings: Settings) -> Chatbot:
    """A chatbot over the corpus that the settings name, embedded; both encoders load while the articles are read."""
    from chatbot.answers.engine import start_engine

    engine = start_engine(_strong_loader(settings))  # whose encoders load while the rest is imported and read
    from chatbot.answers.chatbot import Chatbot
    from chatbot.progress import TerminalProgress

    chatbot = Chatbot(_corpus(settings, engine.store), engine)
    with TerminalProgress(settings.language) as progress:
        for done, total in chatbot.index.embed():
            progress("embedding", done, total)
    if engine.store and (trouble := engine.store.trouble):
        _narrate(trouble.sentence(settings.language))
    return chatbot


def _narrate_trouble(chatbot: Chatbot, language: Language) -> None:
    """Say that the strong encoder was to read and could not."""
    if error := chatbot.engine.reader.trouble:
        _narrate(message("strong encoder failed", language, reason=error))


def _corpus(settings: Settings, store: Store | None = None) -> Corpus:
    """The corpus that the settings name, with what the store has of it; says which files were skipped."""
    from chatbot.articles.folder import MEGABYTE, bundled_folder
    from chatbot.passages.corpus import read_corpus
    from chatbot.progress import TerminalProgress
    from chatbot.storage.store import Store

    language = settings.language
    folder = settings.corpus or bundled_folder()
    file_limit = settings.file_limit * MEGABYTE
    with TerminalProgress(language) as progress:
        corpus = read_corpus(folder, language, progress, store=store or Store(), file_limit=file_limit)
    for skipped in corpus.skipped:
        _narrate(skipped.reason)
    return corpus


def _narrate(sentence: str) -> None:
    from chatbot.text.printable import printable_line

    try:
        print(f"chatbot: {printable_line(sentence)}", file=sys.stderr)
    except OSError:  # what cannot be said changes nothing else
        _give_up(sys.stderr)
