"""Quantities: what a question wants the amount of, and the words that a text counts people by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from chatbot.text.amounts import Measure, measure_of
from chatbot.text.analysis import is_stop_word
from chatbot.text.language_code import Language
from chatbot.text.words import split_words

_ANYBODY = frozenset("mensen personen man mannen vrouwen levens people persons men women lives".split())
"""Words that stand for people of any kind, as in "how many people"."""

_PERSONS = re.compile(
    r"bevolking|kinderen|leden|soldaten|militairen|doden|dodental|gewonden|slachtoffers"
    r"|population|children|members|soldiers|troops|dead|deaths|killed|wounded|casualties|victims"
    r"|\w+(?:ers|aars|eurs|isten|lingen|enaren|anten|enten|genen|enden|ors|ists|ants|ents|ees|cians|men)",
    re.IGNORECASE,
)
_PEOPLE_NAME = re.compile(r"[A-Z].*(?:en|ns|ers)")  # what looks like that of a people or a party: Britten, D66'ers


def counts_people(form: str) -> bool:
    """Whether a number before this word counts people: "six prisoners", "honderdduizenden Amerikanen"."""
    return form.lower() in _ANYBODY or bool(_PEOPLE_NAME.fullmatch(form) or _PERSONS.fullmatch(form))


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a question wants the amount of: a measure, or else the thing that is counted.

    There is more than one measure where either may be meant: a debt is as high in euros as a tower in metres. `things`
    are the words for what is counted as they stand in the question, "generals" of "How many Venezuelan generals". With
    neither it is people, whom a text counts by a hundred names: "9 doden en zes gevangenen".
    """

    measures: tuple[Measure, ...] = ()
    things: tuple[str, ...] = ()


_LEAD = r"\W*(?:(?:en|maar|and|but) )?"
_IS = r"(?:is|was|zijn|waren|are|were)"
_WHAT_IS_THE = r"(?:(?:wat|hoe groot|what) (?:is|was) (?:de|het|the) )?"
_MEASURE_QUESTIONS: dict[tuple[Measure, ...], str] = {
    ("length", "money", "percentage"): r"(?:hoe|how) (?:hoog|high)",
    ("length",): rf"(?:hoe|how) (?:diep|breed|ver|tall|deep|wide|far)"
    rf"|{_WHAT_IS_THE}(?:hoogte|lengte|breedte|diepte|height|length|width|depth)",
    ("area",): rf"{_WHAT_IS_THE}(?:oppervlakte|(?:surface )?area)",
    ("length", "time"): rf"(?:hoe|how) (?:lang|long) {_IS}",
    ("age",): rf"(?:hoe|how) (?:oud|old)|{_WHAT_IS_THE}(?:leeftijd|age)",
    ("time",): r"(?:hoe|how) (?:lang|long) (?:duur\w*|does|do|did)|hoelang (?:duur\w*|is|was)",
    ("speed",): rf"(?:hoe|how) (?:snel|hard|fast) {_IS}|{_WHAT_IS_THE}(?:topsnelheid|snelheid|top speed|speed)",
    ("temperature",): rf"(?:hoe|how) (?:warm|heet|koud|hot|cold) {_IS}|{_WHAT_IS_THE}temperatu(?:ur|re)",
    ("weight",): rf"(?:hoe|how) (?:zwaar|heavy) {_IS}|hoeveel (?:weegt|woog|wegen)"
    rf"|how much (?:does|do|did) .+ weigh|{_WHAT_IS_THE}(?:gewicht|weight)",
    (
        "money",
    ): rf"hoe duur|how expensive|wat (?:kost|verdien)(?:t|te|de|en)?|(?:hoeveel|wat) (?:heeft|hebben|had) .+ gekost"
    r"|(?:hoeveel|wat) (?:moet|moest|zal|zou|gaat|ging|wil|wou)(?:d?en)? .+ (?:betalen|kosten|verdienen)"
    r"|voor hoeveel (?:word|werd|is|was|zijn|waren|koop|kocht|verko|kun|kon)\w*"
    r"|for how much (?:is|was|are|were|did|do|does)"
    r"|how much (?:must|should|will|would|shall) .+ (?:pay|cost|earn)"
    rf"|welk bedrag|what amount|what (?:does|do|did) .+ (?:earn|pay)"
    rf"|hoeveel (?:kost(?:te|en)?|geld|verdien(?:t|de|en)?|betaal(?:t|de|en)?|{_IS} .+ waard)"
    rf"|how much (?:money|(?:does|do|did|has|have|{_IS}) .+ (?:cost|paid|pay|earned|earn|spent|spend|worth))"
    rf"|what (?:does|do|did) .+ cost|{_WHAT_IS_THE}(?:prijzengeld|prize money|price|cost|prijs van)",
    ("share",): rf"hoeveel procent|welk (?:percentage|aandeel|deel)"
    rf"|what (?:percentage|percent|share|proportion|fraction)|{_WHAT_IS_THE}(?:percentage|aandeel)",
}
_MEASURED = {
    measures: re.compile(rf"{_LEAD}(?:{opening})\b", re.IGNORECASE) for measures, opening in _MEASURE_QUESTIONS.items()
}
_POPULATION = re.compile(
    rf"{_LEAD}{_WHAT_IS_THE}(?:population|bevolking|bevolkingsaantal|inwonertal|inwoneraantal)\b", re.IGNORECASE
)
_COUNTED = re.compile(rf"{_LEAD}(hoeveel|aantal|how many|number of)\s+", re.IGNORECASE)

_TIMES = frozenset("keer maal times".split())
_PLURALS = frozenset("men women children people mice feet teeth".split())
_DUTCH_PLURAL = re.compile(r".*(?:en|s|kilo|liter)", re.IGNORECASE)

_SUBJECTS = frozenset("er ik je jij u hij ze zij we wij men i you he she it we they".split())
_VERBS = frozenset("bedragen bedroegen krijgen kregen ontvangen ontvingen rekenen tellen telden vragen vroegen".split())
"""What looks like the thing that is counted, but is no noun: "hoeveel bedragen de kosten"."""

_LONGEST_NOUN = 4
"""Words after "how many" among which the thing is looked for, as in "how many US naval vessels"."""


def asked_quantity(question: str, language: Language) -> Quantity | None:
    """What the question wants the amount of, where its first words say so; how often is not asked for here."""
    for measures, pattern in _MEASURED.items():
        if pattern.match(question):
            return Quantity(measures)
    if _POPULATION.match(question):
        return Quantity()
    opening = _COUNTED.match(question)
    things = _things(question[opening.end() :], language) if opening else ()
    if opening is None or not things or things[0].lower() in _TIMES:
        return None
    if measure := measure_of(things[0]):
        return Quantity((measure, "area") if measure == "length" else (measure,))
    if language == "nl" and opening.group(1).lower() == "hoeveel" and not _DUTCH_PLURAL.fullmatch(things[0]):
        return None  # "hoeveel steun" is not counted
    is_people = things[0].lower() in _ANYBODY or (language == "nl" and _PEOPLE_NAME.fullmatch(things[0]))
    return Quantity(things=() if is_people else things)


def _things(rest: str, language: Language) -> tuple[str, ...]:
    """The noun that `rest` begins with: in English its first plurals, in Dutch its first word but adjectives."""
    forms = [word.form for word in split_words(rest)]
    # In capitals "US" is a country.
    noun = [*takewhile(lambda form: form.isupper() or not is_stop_word(form, language), forms[:_LONGEST_NOUN])]
    if not (_SUBJECTS.isdisjoint(forms[1:2]) and _VERBS.isdisjoint(forms[:1])):
        return ()
    if language == "nl":
        return tuple(form for form in noun if not form.endswith("e"))[:1]
    first = next((number for number, form in enumerate(noun) if _is_plural(form)), None)
    return tuple(noun) if first is None else tuple(takewhile(_is_plural, noun[first:]))


def _is_plural(form: str) -> bool:
    return form in _PLURALS or (form.endswith("s") and not form.endswith("ss") and not form.isupper())
