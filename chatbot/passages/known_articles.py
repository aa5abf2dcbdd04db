"""Articles that are known already: what the cache holds of them need not be found out again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from chatbot.articles.article import Article, Parse, article_key, parse_article
from chatbot.articles.article_record import recorded_article
from chatbot.articles.source_text import SourceText
from chatbot.passages.analyse import analyse
from chatbot.passages.analysed import Analysed
from chatbot.passages.string_table import StringTable
from chatbot.progress import Report, silent
from chatbot.storage.array_fields import from_arrays, to_arrays
from chatbot.storage.cache import Cache, content_key, source_key

KIND = "articles"


def parser(cache: Cache | None, earlier: Sequence[Article] = ()) -> Parse:
    """What makes articles of texts: of those in the cache, or among `earlier` ones, at a twentieth of the cost."""
    by_name = {article.name: article for article in earlier}
    known = {key: (analysed, number) for analysed in _known(cache) for number, key in enumerate(analysed.keys)}

    def parse(name: str, source: SourceText) -> Article:
        before = by_name.get(name)
        if before and before.source == source:
            return before
        key = article_key(name, source)
        analysed, number = known.get(key, (None, 0))
        if analysed is None:
            return parse_article(name, source)
        return recorded_article(analysed.heads[number], partial(analysed.blocks.__getitem__, number), name, source, key)

    return parse


def analyse_articles(
    articles: Sequence[Article], cache: Cache | None = None, earlier: Analysed | None = None, report: Report = silent
) -> Analysed:
    """What there is in the articles, taken from the cache or `earlier` where they are known; the cache keeps it.

    Of many articles it keeps each block too until it has the whole: what is found in them is then in no memory but the
    system's, and not lost when the program is killed.
    """
    keys = StringTable.of(article.key for article in articles)
    key = content_key(keys.text.tobytes())
    whole = cache.load(KIND, source_key(), key) if cache else None
    if whole is not None:
        return from_arrays(Analysed, whole)
    known = [earlier] if earlier else _known(cache)
    if cache is None:
        return analyse(articles, known, report)
    blocks: list[Analysed] = []

    def keep(block: Analysed) -> Analysed:
        blocks.append(_kept(block, cache))
        return blocks[-1]

    analysed = analyse(articles, known, report, keep)
    kept = _kept(analysed, cache)
    if kept is not analysed:
        own = set(keys)
        for part in blocks if earlier else (*known, *blocks):
            if own.issuperset(part.keys):
                cache.drop(KIND, source_key(), part.key)
    return kept


def _kept(analysed: Analysed, cache: Cache) -> Analysed:
    """The same, mapped from the cache if that can keep it, so that it need not stay in memory."""
    if not cache.save(KIND, source_key(), analysed.key, to_arrays(analysed)):
        return analysed
    arrays = cache.load(KIND, source_key(), analysed.key)
    return from_arrays(Analysed, arrays) if arrays is not None else analysed


def _known(cache: Cache | None) -> list[Analysed]:
    if cache is None:
        return []
    return [from_arrays(Analysed, arrays) for arrays in cache.load_all(KIND, source_key())]
