"""The subject of a question that asks who or what something is: "Wie is Hugo Carvajal?", "tell me about aspirin"."""

from __future__ import annotations

import re

from chatbot.text.spans import Span

SUBJECT_WORD_LIMIT = 6
"""A longer rest of a question is no name but a description, and asks for more than an introduction."""

BARE_SUBJECT_WORD_LIMIT = 3
"""The same for a name with nothing around it: "Gerolf Annemans?"."""

_ASKING = re.compile(
    r"""\W*(?:(?:hallo|hoi|hey|hi|hello|dag|bedankt|dankjewel|merci|thanks|ok|oke)\W+)*(?:(?:en|maar|and|but|so)\s+)?(?:
        (?:wie|wat)\s+(?:is|was|zijn|waren) | (?:wie|wat)\s+betekent | wat\s+betekenen
      | (?:vertel|zeg|schrijf|geef)\s+(?:(?:me|mij|ons|eens|iets|wat|alles|meer|informatie)\s+)*over
      | wat\s+(?:weet\s+(?:je|u|jij)|weten\s+we|staat\s+er|lees\s+ik|is\s+er\s+bekend|zeggen\s+de\s+artikelen)
        \s+(?:(?:allemaal|precies|geschreven)\s+)*(?:over|van)
      | (?:informatie|info|iets|alles|meer)\s+over
      | (?:who|what)(?:\s+(?:is|was|are|were)|['’]s) | what\s+does\s+the\s+(?:word|term)
      | tell\s+(?:me|us)\s+(?:(?:something|anything|everything|more|a\s+bit|a\s+little|all)\s+)*about
      | what\s+(?:do\s+(?:you|we|the\s+articles)|does\s+(?:it|the\s+article))\s+(?:know|say)\s+(?:about|of|on)
      | what\s+is\s+(?:there|known|written|said)\s+(?:about|on)
      | (?:information|info|something|anything|more)\s+(?:about|on)
    )\s+(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_INDIRECT = re.compile(
    r"\W*(?:wie|wat|who|what)\s+(?P<name>\S.*?)(?P<end>\s+(?:is|was|zijn|waren|are|were)\W*)$", re.IGNORECASE
)
"""The same after "can you tell me": "who the mayor is"."""

_ARTICLE = re.compile(r"(?:de|het|een|'t|the|an?)\s+", re.IGNORECASE)
_END = re.compile(r"[\s?!.,…]*$")
_NAMELESS = re.compile(
    r"(?:er|daar|dat|dit|die|deze|zijn|haar|hun|hij|zij|ze|u|je|jij|jullie|we|wij|ik|niet|nu|nog|mijn|jouw|uw|onze"
    r"|there|that|this|these|those|his|her|their|its|he|she|they|it|you|your|we|i|my|our|not|now|still|going"
    r"|en|maar|ook|of|and|but|also|or)\b",
    re.IGNORECASE,
)
"""How a rest begins that names nothing, or goes on with another question: "wat is er gebeurd", "En Rusland?"."""

_RELATION = (
    r"(?:van|in|op|bij|uit|voor|met|over|door|tussen|naar|of|at|on|from|for|with|about|by|between|to)"
    r"(?:\s+(?:de|het|een|der|den|the|an?))?"
)
_DESCRIBING = re.compile(rf"(?:^|\s)[a-z][\w-]*\s+{_RELATION}\s+\w|\s{_RELATION}\s+[a-z]")
"""A preposition beside a word without a capital: "the cause of the fire" is a description, no name."""

_QUESTION_WORD = re.compile(
    r"\b(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?|wiens|who\w*|what|where|when|why|how|which)\b", re.IGNORECASE
)


def asked_subject(question: str) -> Span | None:
    """Where a question names the subject to introduce, without its article; None if it asks something else."""
    indirect = _INDIRECT.match(question)
    opening = indirect or _ASKING.match(question)
    start = len(question) - len(question.lstrip(" \t¿\"'“‘"))
    if opening:
        start = indirect.start("name") if indirect else opening.end()
    if article := _ARTICLE.match(question, start):
        start = article.end()
    end = _END.search(question)
    stop = indirect.start("end") if indirect else end.start() if end else len(question)
    rest = question[start:stop]
    limit = SUBJECT_WORD_LIMIT if opening else BARE_SUBJECT_WORD_LIMIT
    has_capitals = not question.islower()
    is_nameless = _NAMELESS.match(rest) or _QUESTION_WORD.search(rest) or (has_capitals and _DESCRIBING.search(rest))
    return (start, stop) if 0 < len(rest.split()) <= limit and not is_nameless else None
