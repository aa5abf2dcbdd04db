"""How the passages of a chatbot are ranked for a question, step by step as the chatbot does it."""

from __future__ import annotations

from chatbot.answers.chatbot import DEPTH, Chatbot
from chatbot.answers.ranking import Ranking, rank
from chatbot.index.candidates import find_candidates
from chatbot.reader.relevance import unreported
from chatbot.text.language_code import Language
from chatbot.text.question import parse_question


def ranking_of(chatbot: Chatbot, text: str, language: Language, depth: int = DEPTH) -> Ranking:
    """The ranking for a question on its own, in that language."""
    question = parse_question(text, language)
    candidates = find_candidates(chatbot.index, chatbot.index.query(question), text, depth)
    passages = [chatbot.index.passages[number] for number in candidates.numbers]
    comparison = chatbot.engine.reader.compare(text, language, passages, unreported)
    return rank(question, candidates, passages, comparison, len(chatbot.index.passages))
