"""Function words: those of Dutch and English, the small words that carry the grammar of a question and not its subject.

They serve two purposes. As stop words they keep the retrieval from ranking passages by words that every passage has;
as votes they decide the language of a question too short for the statistics of letters. Negations and numbers are left
out, because an answer may depend on them. A word may stand in both lists ("is", "in", "of").
"""

from __future__ import annotations

_DUTCH = (
    # articles, and the clitics that stand for articles and pronouns
    "de het een 't 'n 's 'k 'm m'n z'n d'r da's des der den "
    # pronouns
    "ik jij je jou jouw u uw gij ge hij hem zijn zij ze haar wij we ons onze jullie hun hen zich elkaar me mij mijn "
    "men er dit dat deze die zo'n zulke iets iemand iedereen ieder elk elke alle alles ander andere anderen "
    "veel meer meest meeste "
    # prepositions
    "van in op aan bij met voor vóór tot uit naar over onder om door tegen tussen tijdens binnen buiten volgens na "
    "sinds vanaf vanuit per achter boven naast rond vanwege dankzij ondanks via te ten ter af toe "
    # conjunctions
    "en of maar want dus als dan toen omdat zodat hoewel terwijl indien voordat nadat "
    # auxiliaries and modal verbs
    "ben bent is was waren geweest word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad "
    "zal zult zullen zou zouden kan kun kunt kunnen kon konden mag mogen mocht mochten moet moeten moest moesten "
    "wil wilt willen wilde wilden laat laten liet lieten doe doet doen deed deden gedaan ga gaat gaan ging gingen "
    "kom komt komen kwam kwamen "
    # question words
    "wie wiens wat waar waarom wanneer hoe hoeveel hoelang hoezo welk welke waaraan waarbij waardoor waarin waarmee "
    "waarna waarnaar waarop waarover waaruit waarvan waarvoor "
    # adverbs and particles
    "daar hier daarom daarbij daarmee daarna daarvan ervan erin erop ook nog al wel toch eens even zo zeer heel erg "
    "vaak ooit nu weer eigenlijk zelf zoals "
    # verbs of asking and saying
    "zei zeg zegt zeggen vertel noem geef toon beschrijf alsjeblieft alstublieft graag"
)

DUTCH = frozenset(_DUTCH.split())
"""Function words of Dutch in lower case, today's spelling, with the clitics and case forms of older texts."""

_ENGLISH = (
    # articles
    "a an the "
    # pronouns
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours "
    "ourselves they them their theirs themselves thou thy ye this that these those such same something someone "
    "somebody anything anyone anybody everything everyone everybody each every all any some both other others "
    "another either much many more most "
    # prepositions
    "of in on at by for with from to into onto upon about above across after against along among around before behind "
    "below beside between beyond despite during inside like near off out outside over per since through throughout "
    "till towards under until up down via within "
    # conjunctions
    "and or but so as if than then though although because while whereas whether "
    # auxiliaries and modal verbs
    "am is are was were be been being do does did done doing have has had having will would shall should can could may "
    "might must ought let get gets got "
    # contractions
    "i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd they'd i'll you'll he'll "
    "she'll it'll we'll they'll that's there's here's let's what's who's where's how's when's "
    # question words
    "who whom whose what which when where why how "
    # adverbs and particles
    "there here also too very just even still yet already ever again often always "
    # verbs of asking and saying
    "come comes came go goes going went gone make makes made take takes took say says said tell show give explain "
    "describe please"
)

ENGLISH = frozenset(_ENGLISH.split())
"""Function words of English in lower case, with the contractions of pronouns and question words."""

_OTHER = (
    # French
    "le la les du un une et est sont était qui que quoi quel quelle quels quelles où quand comment combien pourquoi "
    "dans sur avec pour par sans sous vers chez entre ce cette ces cet il elle ils elles nous vous je tu mon ma mes "
    "son sa ses leur leurs au aux ne pas plus ont fait être avoir "
    # German
    "die das dem ein eine einen einem einer eines und oder ist sind war waren wird werden wurde wer wo wann wie warum "
    "welche welcher welches wieviel viele von mit für auf aus bei nach zu zum zur um über unter vor durch gegen "
    "zwischen ich du er sie wir ihr es nicht kein keine auch hat haben kann macht man sich "
    # Spanish, Portuguese and Italian
    "el los las una unos y e o es son era fue quién quiénes qué cuál cuáles cuándo dónde cómo cuánto cuántos cuántas "
    "por para con sin sobre su sus se al lo hay tiene ha han está están quem onde quando como porque quanto os as um "
    "uma do da dos das no na com são não il gli i chi che cosa dove perché quale quali quanti sono è di del della dei "
    "delle nel nella"
)

OTHER = frozenset(_OTHER.split()) - DUTCH - ENGLISH
"""Function words of the languages around Dutch and English that are in neither, in lower case."""
