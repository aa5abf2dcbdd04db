"""Messages about questions and their answers."""

from __future__ import annotations

MESSAGES = {
    "found": (
        "Dit staat erover in de artikelen:",
        "This is what the articles say about it:",
    ),
    "found in English": (
        "Dit staat erover in de artikelen, die in het Engels zijn:",
        "This is what the articles say about it:",
    ),
    "found in Dutch": (
        "Dit staat erover in de artikelen:",
        "This is what the articles, which are in Dutch, say about it:",
    ),
    "searched only": ("Er is alleen gezocht in: {titles}.", "Only this was searched: {titles}."),
    "words only": (
        "De betekenis van de woorden is nog niet vergeleken: er is alleen gezocht naar de woorden van de vraag zelf.",
        "The meaning of the words is not compared yet: only the question's own words were looked for.",
    ),
    "perhaps": (
        "Misschien is dit het antwoord:",
        "This may answer it:",
    ),
    "closest sentences": (
        "Daar vind ik in de artikelen geen antwoord op. Dit komt er het dichtst bij:",
        "I find no answer to that in the articles. This comes closest:",
    ),
    "amount missing": (
        "Het gevraagde getal zie ik niet in de artikelen. Dit komt er het dichtst bij:",
        "I do not see the number asked for in the articles. This comes closest:",
    ),
    "also in": ("ook in {article}", "also in {article}"),
    "also in many": ("ook in {count} andere artikelen", "also in {count} other articles"),
    "disputed": (
        "let op: een ander artikel zegt dit met een ander getal, een andere datum of een andere naam",
        "note: another article says this with another number, date or name",
    ),
    "other language": (
        "Deze vraag lijkt niet in het Nederlands of het Engels te zijn. Stel haar in een van die twee talen.",
        "This question does not seem to be in Dutch or English. Ask it in one of the two.",
    ),
    "other language found": (
        "Deze vraag lijkt niet in het Nederlands of het Engels te zijn, en een andere taal versta ik niet. Misschien "
        "gaat dit erover:",
        "This question does not seem to be in Dutch or English, and I understand no other language. This may be "
        "about it:",
    ),
    "subject missing": (
        "Uit deze vraag blijkt niet waarover ze gaat. Noem een onderwerp uit de artikelen. Dit komt er het dichtst "
        "bij:",
        "This question does not say what it is about. Name a subject of the articles. This comes closest:",
    ),
    "no such citation": (
        "Het laatste antwoord heeft geen citaat {number}. Typ een nummer van 1 tot en met {last}, of een vraag.",
        "The last answer has no citation {number}. Type a number from 1 to {last}, or a question.",
    ),
    "carried over": ("Ook over: {words}", "Also about: {words}"),
    "corrected": ("Gezocht naar: {question}", "Searched for: {question}"),
    "on page": (", blz. {page}", ", p. {page}"),
    "best sentence": ("Kernzin: {sentence}", "Key sentence: {sentence}"),
    "why": ("Treffers: {matches}", "Matches: {matches}"),
    "why alike": (
        "Treffers: geen; alleen als geheel lijkt de passage op de vraag.",
        "Matches: none; only as a whole is the passage like the question.",
    ),
    "empty question": (
        "De vraag is leeg. Stel een vraag over de artikelen, in het Nederlands of in het Engels.",
        "The question is empty. Ask something about the articles, in Dutch or in English.",
    ),
    "question without words": (
        "In de vraag staat geen enkel woord. Stel een vraag over de artikelen, in het Nederlands of in het Engels.",
        "There is no word in the question. Ask something about the articles, in Dutch or in English.",
    ),
    "question too long": (
        "De vraag telt {length} tekens, en meer dan {limit} kan niet. Vat haar samen en stel haar opnieuw.",
        "The question has {length} characters, and {limit} is the most. Shorten it and ask again.",
    ),
}
