"""The preamble of a question: what is said around the question proper, as in "weet je toevallig wie …?"."""

from __future__ import annotations

import re

_REMARK = (
    r"(?:hallo|hoi|hey|hi|hello|dag|amai|h+m+|oke?|okay|oké|goed|mooi|wow|oh|ah|nou|nee|neen|no|ja|yes|sorry|bedankt"
    r"|dank\s?je(?:\s?wel)?|dank\s?u(?:\s?wel)?|merci|thanks|thank\s+you|right|fine|great|well"
    r"|(?:nu\s+)?iets\s+anders(?:\s+nu)?|(?:een\s+)?andere\s+vraag|nog\s+(?:een\s+vraag|iets)|nieuwe\s+vraag"
    r"|(?:now\s+)?(?:for\s+)?something\s+else|another\s+question|new\s+question|one\s+more\s+question"
    r"|ik\s+bedoel(?:de)?|i\s+mean(?:t)?|trouwens|by\s+the\s+way|btw)"
)
_QUESTION_WORD = (
    r"(?:wie|wiens|wat|waar\w*|wanneer|hoe\w*|welke?|who|whom|whose|what|when|where|why|how|which)(?:['’]s)?\b"
)
_REMARKS = re.compile(rf"\W*(?:{_REMARK}(?:\s*[,.:;!…–-]+\s*|\s+(?={_REMARK}\b|{_QUESTION_WORD})))+", re.IGNORECASE)

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
      | i(?:\s+want|\s+would\s+like|['’]?d\s+like|\s+need)\s+to\s+know\s+ | i\s+wonder\s+
    )(?:(?:of|if|whether)\s+|(?={_QUESTION_WORD}))""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"[\s,]+(?:denk\s+(?:je|jij)|denkt\s+(?:u|ge)|volgens\s+(?:jou|u)|do\s+you\s+think|you\s+think"
    r"|please|alsjeblieft|alstublieft|aub|graag|by\s+the\s+way|btw)(?P<end>\W*)$",
    re.IGNORECASE,
)

FEWEST_PROPER_WORDS = 2  # words that must be left of a question without what was said after it


def without_preamble(text: str) -> str:
    """The question proper: "can you tell me who built the ferry, please?" is "who built the ferry?"."""
    asked = _rest(_rest(text, _REMARKS), _ASKED)
    tail = _TAIL.search(asked)
    proper = asked[: tail.start()] + tail["end"].strip() if tail else asked
    return proper if len(proper.split()) >= FEWEST_PROPER_WORDS else asked


def _rest(text: str, opening: re.Pattern[str]) -> str:
    """What follows an opening, if there is a word in it; else the whole text."""
    found = opening.match(text)
    rest = text[found.end() :] if found else text
    return rest if re.search(r"\w", rest) else text
