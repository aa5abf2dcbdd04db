"""Messages in reply to what is no question about the contents."""

from __future__ import annotations

MESSAGES = {
    "reply greeting": (
        "Dag! Stel een vraag over de artikelen, in het Nederlands of het Engels. Wat kan ik opzoeken?",
        "Hello! Ask something about the articles, in English or in Dutch. What shall I look up?",
    ),
    "reply greeting again": ("Dag! Wat kan ik opzoeken?", "Hello! What shall I look up?"),
    "reply thanks": ("Graag gedaan.", "You are welcome."),
    "reply goodbye": ("Tot ziens!", "Goodbye!"),
    "reply help": (
        "Ik zoek in de artikelen de zinnen die je vraag beantwoorden en citeer ze letterlijk; zelf verzin ik niets.\n"
        "Vraag in het Nederlands of het Engels. Een vervolgvraag mag kort zijn: “en in 2017?”, “vertel meer”.\n"
        "“Welke artikelen heb je?” toont wat er is, en “vat het artikel samen” de opbouw ervan.\n"
        "Het nummer van een citaat opent het artikel op die plaats; F1 toont alle toetsen.",
        "I look up the sentences in the articles that answer your question and quote them; I make nothing up.\n"
        "Ask in English or in Dutch. A follow-up may be short: “and in 2017?”, “tell me more”.\n"
        "“Which articles do you have?” shows what there is, and “summarise the article” how one is built up.\n"
        "The number of a citation opens the article at it; F1 shows all keys.",
    ),
    "reply one article": ("Er is 1 artikel:", "There is 1 article:"),
    "reply articles": ("Er zijn {count} artikelen:", "There are {count} articles:"),
    "reply many articles": (
        "Er zijn {count} artikelen; dit zijn de eerste {listed}:",
        "There are {count} articles; these are the first {listed}:",
    ),
    "reply outline": (
        "“{title}” in zijn eigen woorden, van elk deel de kern:",
        "“{title}” in its own words, from each part the sentence at its heart:",
    ),
    "reply outline of all": (
        "De artikelen in hun eigen woorden, twee zinnen uit elk:",
        "The articles in their own words, two sentences from each:",
    ),
    "reply about-subject": (
        "Deze artikelen gaan over {subject}, of noemen het:",
        "These articles are about {subject}, or mention it:",
    ),
    "reply author and date": (
        "“{title}” is van {author} en dateert van {date}.",
        "“{title}” is by {author} and dates from {date}.",
    ),
    "reply author": ("“{title}” is van {author}.", "“{title}” is by {author}."),
    "reply by author": ("Van {author}:", "By {author}:"),
    "reply date": ("“{title}” dateert van {date}.", "“{title}” dates from {date}."),
    "reply about nothing": (
        "Ik vind geen artikel over {subject}. “Welke artikelen heb je?” toont wat er is.",
        "I find no article about {subject}. “Which articles do you have?” shows what there is.",
    ),
    "reply so few articles": (
        "Zo veel artikelen zijn er niet, maar {count}. “Welke artikelen heb je?” toont ze.",
        "There are not as many articles, but {count}. “Which articles do you have?” shows them.",
    ),
    "reply more": ("Verder staat er:", "The articles also say:"),
    "reply no more": (
        "Meer vind ik er niet over. Stel de vraag met andere woorden, of open het artikel.",
        "I find no more about it. Ask in other words, or open the article.",
    ),
    "reply more of nothing": (
        "Waarover? Stel eerst een vraag over de artikelen.",
        "More about what? Ask something about the articles first.",
    ),
    "reply translation": (
        "De zinnen blijven zoals ze er staan; onder elke zin in een andere taal staat hulp bij het lezen.",
        "The sentences stay as they are; below each that is in another language is help to read it.",
    ),
    "reply translation nl": (
        "Ik citeer de artikelen letterlijk, en die zijn in het Nederlands. Onder zinnen in een "
        "andere taal dan je vraag kan hulp bij het lezen staan.",
        "I quote the articles to the letter, and they are in Dutch. Below sentences in another "
        "language than your question there can be help to read them.",
    ),
    "reply translation en": (
        "Ik citeer de artikelen letterlijk, en die zijn in het Engels. Onder zinnen in een "
        "andere taal dan je vraag kan hulp bij het lezen staan.",
        "I quote the articles to the letter, and they are in English. Below sentences in another "
        "language than your question there can be help to read them.",
    ),
    "reply translation both": (
        "Ik citeer de artikelen letterlijk, elk in zijn eigen taal. Onder zinnen in een "
        "andere taal dan je vraag kan hulp bij het lezen staan.",
        "I quote the articles to the letter, each in its own language. Below sentences in another "
        "language than your question there can be help to read them.",
    ),
    "reply unsupported": (
        "Daar kan ik niet op antwoorden: ik citeer alleen wat in de artikelen staat.",
        "I cannot answer that: I only quote what the articles say.",
    ),
    "reply unsupported about": (
        "Zelf vind of verzin ik niets. Dit staat in de artikelen over {subject}:",
        "I have no view of my own. This is what the articles say about {subject}:",
    ),
}
