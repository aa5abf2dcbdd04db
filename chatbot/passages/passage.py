"""Passages: the verbatim slices of an article that are ranked and cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from chatbot.articles.article import Article
from chatbot.articles.blocks import Block
from chatbot.articles.tables import Row, labelled
from chatbot.text.sentences import sentence_spans
from chatbot.text.spans import Span
from chatbot.text.words import LONGEST_WORD, unhyphenated

PASSAGE_WORD_LIMIT = 120  # the most words of a passage: a user should not have to search in it

OVERLAP_WORD_LIMIT = 40
"""A passage opens with the last sentence of the one before it, if that has at most this many words."""

SENTENCE_WORD_LIMIT = 60
"""A sentence of more words is cited by its parts: a reader should not have to search in it. Rows are not cut."""

UNPUNCTUATED_LIMIT = 60
"""A sentence with fewer marks than one in so many words is speech that was written down without them."""

SPOKEN_LIMIT = 30  # the most words of a part of such speech, which is cited in place of a sentence

_CLAUSE_END = re.compile(r"[;:,–—)|]\s+|\s[-–—]\s+")
_CONJUNCTION = re.compile(r"(?<=\s)(?=(?:en|maar|want|dus|ja|and|but|so|because|well)\s)", re.IGNORECASE)
_WORD = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
"""What counts as a word of a passage: a longer run without white space counts as several, and may be cut."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of one section of an article: `text == article.text[start:end]`.

    All offsets are code points into the article's text; `sentences` are the spans of its sentences.
    """

    article: Article
    section: str | None
    sentences: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where its first sentence begins."""
        return self.sentences[0][0]

    @property
    def end(self) -> int:
        """Where its last sentence ends."""
        return self.sentences[-1][1]

    @property
    def words(self) -> int:
        """Its length in words."""
        return len(self.text.split())

    @property
    def text(self) -> str:
        """The passage as it stands in the article."""
        return self.article.text[self.start : self.end]

    @property
    def heading(self) -> str:
        """The title that the article itself has, and the section: what the pronouns of the passage may stand for.

        It goes before a text that is embedded. A title made of a file name there costs up to 3 points of R@1.
        """
        title = self.article.title if self.article.has_own_title else None
        return ". ".join(filter(None, (title, self.section)))

    @property
    def embedded_text(self) -> str:
        """The passage under its heading, as it is embedded, with its words whole."""
        text = unhyphenated(self.article.plain[self.start : self.end])
        numbers = range(len(self.sentences))
        if any(map(self.row, numbers)):
            text = "\n".join(map(self.sentence_text, numbers))
        return ". ".join(filter(None, (self.heading, text)))

    def sentence_text(self, number: int) -> str:
        """A sentence as it is embedded, without marks of notes and with its words whole.

        In a row of a table each cell stands after the name of its column.
        """
        sentence = unhyphenated(self.article.plain[slice(*self.sentences[number])])
        header = self.article.header_at(self.sentences[number][0]) or (0, 0)
        return labelled(sentence, self.article.plain[slice(*header)]) if self.row(number) else sentence

    def searched(self, number: int) -> tuple[str, int, int]:
        """The text and the slice of it in which the words of a sentence are: of a row those of its header too."""
        text = self.sentence_text(number)
        return (text, 0, len(text)) if self.row(number) else (self.article.plain, *self.sentences[number])

    def row(self, number: int) -> Row | None:
        """What a sentence that is a row of a table knows of that."""
        return self.article.row_at(self.sentences[number][0])

    @property
    def headers_above(self) -> tuple[Span, ...]:
        """The headers of the tables that the passage has rows of, where they stand above it."""
        spans = dict.fromkeys(self.article.header_at(start) for start, _ in self.sentences)
        return tuple(span for span in spans if span and span[0] < self.start)


def split_passages(article: Article) -> Iterator[Passage]:
    """The passages of `article` in order, each of at most `PASSAGE_WORD_LIMIT` words.

    None goes across a heading; one that has no text below it is a passage.
    """
    for run in _runs(article):
        sentences = [
            piece
            for block in run
            for sentence in _sentences(article.text, block)
            for piece in _clauses(article.text, sentence, PASSAGE_WORD_LIMIT if block.row else SENTENCE_WORD_LIMIT)
        ]
        section = None if run[0].is_heading else run[0].section
        for group in _groups(article.text, sentences):
            yield Passage(article, section, tuple(group))


def _runs(article: Article) -> Iterator[list[Block]]:
    """The paragraphs that follow each other in one section, and each heading that has no text of its own."""
    run: list[Block] = []
    for block, following in zip_longest(article.blocks, article.blocks[1:]):
        if block.is_heading and following and not following.is_heading:
            continue
        if run and not _are_neighbours(article.text, run[-1], block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _are_neighbours(text: str, one: Block, other: Block) -> bool:
    """Whether both are paragraphs of one section, with no heading between them."""
    is_section = one.section == other.section and not one.is_heading and not other.is_heading
    return is_section and not any(map(str.isalnum, text[one.end : other.start]))


def _sentences(text: str, block: Block) -> Iterable[Span]:
    """The sentences of a paragraph; a row of a table is one, and so is a heading, without Markdown's signs."""
    if block.row:
        return [(block.start, block.end)]
    return [block.label_span(text)] if block.is_heading else sentence_spans(text, block.start, block.end)


def _groups(text: str, sentences: list[Span]) -> Iterator[list[Span]]:
    """Sentences that make a passage together, of about equal length; neighbours share one where there is room."""
    previous: list[Span] = []
    for group in _equal_groups(text, sentences):
        overlap = previous[-1:]
        fits = (
            len(previous) > 1
            and _words(text, overlap[0]) <= OVERLAP_WORD_LIMIT
            and _words(text, (overlap[0][0], group[-1][1])) <= PASSAGE_WORD_LIMIT
        )
        yield [*overlap, *group] if fits else group
        previous = group


def _equal_groups(text: str, sentences: list[Span]) -> Iterator[list[Span]]:
    """The sentences in as few groups as the limit allows, or a few more, none much shorter than the others.

    Filling each passage to the limit leaves a short one at the end of every section, which has too
    few words to be found by and beats longer ones when it is found by one. Equal lengths raised the
    mean reciprocal rank of Dutch questions on the development set by 4 points.
    """
    ends = [*(start for start, _ in sentences[1:]), sentences[-1][1]]  # a rule between two sentences takes room too
    lengths = [_words(text, (start, end)) for (start, _), end in zip(sentences, ends, strict=True)]
    total = sum(lengths)
    share = total / max(1, -(-total // PASSAGE_WORD_LIMIT))
    group: list[Span] = []
    words_in_group = words_before = groups = 0
    for sentence, length in zip(sentences, lengths, strict=True):
        middle = words_before + length / 2
        if group and (words_in_group + length > PASSAGE_WORD_LIMIT or middle > share * (groups + 1)):
            yield group
            group, words_in_group, groups = [], 0, groups + 1
        group.append(sentence)
        words_in_group += length
        words_before += length
    if group:
        yield group


def _clauses(text: str, sentence: Span, word_limit: int) -> Iterator[Span]:
    """The sentence itself, or, where it is longer than a passage may be or has no punctuation, its parts."""
    start, end = sentence
    is_spoken = _words(text, sentence) > UNPUNCTUATED_LIMIT * (1 + len(_CLAUSE_END.findall(text, start, end)))
    if is_spoken:
        word_limit = min(word_limit, SPOKEN_LIMIT)
    clause_end = _CONJUNCTION if is_spoken else _CLAUSE_END
    while True:
        words = list(islice(_WORD.finditer(text, start, end), word_limit + 1))
        if len(words) <= word_limit:
            yield start, end
            return
        halfway, farthest = words[word_limit // 2].start(), words[word_limit].start()
        clause_ends = [found.end() for found in clause_end.finditer(text, halfway, farthest)]
        following = next(word for word in reversed(words) if word.start() <= max(clause_ends, default=farthest))
        yield start, words[words.index(following) - 1].end()
        start = following.start()


def _words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, *span))
