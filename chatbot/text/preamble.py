"""The preamble of a question: what is said around the question proper, as in "weet je toevallig wie …?"."""

from __future__ import annotations

import re

QUESTION_WORD = (
    r"(?:wie|wiens|wat|waar\w*|wanneer|hoe\w*|welke?|who|whom|whose|what|when|where|why|how|which)(?:['’]s)?\b"
)
_ASIDE = r"(?:(?:soms|misschien|toevallig|ook|eens|even|nog|graag|kunnen|please|perhaps|maybe|me|mij|ons|us)\s+)*"
_KIND = (
    r"(?:(?:zo|so)\s+(?:vriendelijk|goed|lief|kind|good)\s+(?:willen\s+)?(?:zijn\s+)?(?:om\s+|as\s+)?(?:te\s+|to\s+)?)?"
)
_SAY = r"(?:zeggen|vertellen|uitleggen|uit\s+te\s+leggen|tonen|laten\s+zien|opzoeken|nakijken)"
_TELL = r"(?:tell|say|explain|show|look\s+up|find\s+out)(?:\s+to)?"
_ASKED = re.compile(
    rf"""\W*(?:please\s+)?(?:
        (?:weet|weten|wist)\s+(?:je|jij|u|ge|gij|jullie|iemand)\s+{_ASIDE}
      | (?:kan|kun|kunt|kunde|zou|wil|wilt)\s+(?:je|jij|u|ge|gij|iemand)\s+{_ASIDE}{_KIND}{_ASIDE}{_SAY}\s+
      | (?:can|could|would|will)\s+(?:you|someone|somebody|anyone|anybody)\s+(?:be\s+)?{_ASIDE}{_KIND}{_TELL}\s+{_ASIDE}
      | do(?:es)?\s+(?:you|anyone|anybody|u)\s+{_ASIDE}know\s+{_ASIDE} | (?:have\s+you\s+)?any\s+idea\s+
      | (?:heb\s+je\s+)?(?:enig|een)\s+idee\s+
      | (?:vertel|zeg|tell)\s+{_ASIDE}
      | ik\s+(?:wil|wou|zou)\s+{_ASIDE}(?:willen\s+)?weten\s+ | ik\s+vraag\s+me\s+af\s+ | ik\s+ben\s+benieuwd\s+
      | mag\s+ik\s+{_ASIDE}(?:vragen|weten)\s+ | may\s+i\s+(?:ask|know)\s+ | i(?:\s+a|['’]?)m\s+curious\s+
      | i(?:\s+want|\s+would\s+(?:like|love)|['’]?d\s+(?:like|love)|\s+need)\s+to\s+know\s+ | i\s+wonder\s+
    )(?:(?:of|if|whether)\s+|(?={QUESTION_WORD}))""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"[\s,]+(?:denk\s+(?:je|jij)|denkt\s+(?:u|ge)|volgens\s+(?:jou|u)|do\s+you\s+think|you\s+think"
    r"|please|alsjeblieft|alstublieft|aub|graag|by\s+the\s+way|btw)(?P<end>\W*)$",
    re.IGNORECASE,
)

_CORRECTION = re.compile(
    r"""\W*(?:(?:sorry|oh|ah|h+m+|oke?|okay|maar|but|wait|wacht|well|nou|actually)\W+)*
    (?P<no>(?:(?:nee+n?|no+|nope|liever|rather)\W+)+|(?<=sorry,\s))?
    (?P<mean>(?:ik\s+(?:bedoel(?:de)?|vroeg|(?:heb|had)\s+het(?=.*\sover\s))|het\s+(?:gaat|ging)(?=.*\s(?:over|om)\s)
      |(?P<wanted>ik\s+(?:wou|wilde)(?=.*\s(?:schrijven|typen|zeggen|vragen)\W*$))|i\s+(?:wanted|meant)\s+to\s+(?:say|write|type|ask)
      |i(?:\s+was|\s+am|['’]?m)?\s+(?:meant?|asked|asking|talking)|it(?:['’]?s|\s+was)(?=\s+about\s)
      |wat\s+ik\s+(?:bedoel(?:de)?|wil(?:de)?\s+weten)\s+(?:is|was)|what\s+i\s+(?:meant?|want(?:ed)?(?:\s+to\s+know)?)\s+(?:is|was))
      (?:\s+(?:u|je|me|mij|you|eigenlijk|dus|gewoon|actually|rather))*(?:\s+(?:naar|over|om|about|for)\b)?\W+)?
    (?P<not>(?:niet|not)\s[^,.;:?!]+?(?:[,.;:]\s+|\s+(?=maar\b|but\b)))?(?:(?:maar|but)\s+)?
    (?P<meant>\S.*?)(?P<rather>,\s+(?:en\s+|and\s+)?(?:niet|not)\s.*)?
    (?(wanted)\s+(?:schrijven|typen|zeggen|vragen))(?P<so>[\s,]+(?:bedoel(?:de)?\s+ik|i\s+meant?))?\W*""",
    re.IGNORECASE | re.VERBOSE,
)
"""How somebody says what was meant: "no, I meant the boat", "niet de prijs, de naam", "the women, not the men"."""

_THING = re.compile(
    r"(?i:de|het|een|the|an?|his|her|their|its|zijn|haar|hun"
    r"|in|op|bij|voor|van|met|naar|of|on|at|by|for|with|from)\s|[A-Z0-9]"
)
"""How the name of a thing begins that somebody says after no more than "no"."""

LONGEST_THING = 3  # words: what is longer is a question of its own

_DUTCH = re.compile(r"\b(?:ik|nee+n?|niet|het|de|een)\b", re.IGNORECASE)

FEWEST_PROPER_WORDS = 2  # words that must be left of a question without what was said after it


def without_preamble(text: str) -> str:
    """The question proper: "can you tell me who built the ferry, please?" is "who built the ferry?"."""
    asked = _rest(text, _ASKED)
    tail = _TAIL.search(asked)
    proper = asked[: tail.start()] + tail["end"].strip() if tail else asked
    return proper if len(proper.split()) >= FEWEST_PROPER_WORDS else asked


def correction(text: str) -> str | None:
    """What was meant, as a question that goes on with the last: "no, I mean the boat" is "and the boat".

    None where nothing is corrected.
    """
    found = _CORRECTION.fullmatch(text)
    if found is None:
        return None
    meant = found["meant"]
    if again := (found["mean"] or found["not"]) and correction(meant):
        return again
    if re.match(QUESTION_WORD, meant, re.IGNORECASE):
        return meant if found["mean"] or found["not"] else None
    is_thing = len(meant.split()) <= LONGEST_THING and (found["not"] or _THING.match(meant))
    corrects = any(found[name] is not None for name in ("no", "not", "rather", "so"))
    return f"{'en' if _DUTCH.search(text) else 'and'} {meant}" if found["mean"] or (is_thing and corrects) else None


def _rest(text: str, opening: re.Pattern[str]) -> str:
    """What follows an opening, if there is a word in it; else the whole text."""
    found = opening.match(text)
    rest = text[found.end() :] if found else text
    return rest if re.search(r"\w", rest) else text
