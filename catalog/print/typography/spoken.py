"""Which language a text in Latin letters is in, well enough to hyphenate it.

Owns small words that texts of a language can hardly do without. `catalog.text.language_of` goes by script and calls
every Latin text English; a German one would be hyphenated by English rules. Refuses to guess: where no small word
tells, there is no language.
"""

from __future__ import annotations

import functools
from collections import Counter

_SMALL_WORDS = {
    "en": "the and of to for with your is are that on from it by or this be as at you our their every",
    "de": "der die das und den von zu mit für auf ist ein eine im dem des nicht sich auch oder wird ihre aus bei ohne",
    "fr": "le la les des et du un une pour dans est avec sur vos votre aux par qui ou au sans leur",
    "es": "el la los las de y en del un una para con es por su sus que al sin como o",
    "it": "il la le gli di e del della dei per con un una è nel che da alla sono i anche senza",
    "pt": "o os as de e do da dos das em um uma para com é por no na que seus sua ao ou sem",
    "nl": "de het een van en voor met is op in uw te dat zijn bij door of aan niet zonder",
    "pl": "i w z na do dla się jest oraz przez nie od po to bez lub za twoich",
    "cs": "a v na s pro je se z do od i které nebo bez jako vaše k o",
    "sk": "a v na s pre je sa z do od aj ktoré alebo bez ako vaše k o",
    "sv": "och att det för med är en ett på av till som den din ditt utan eller från",
    "da": "og at det for med er en et på af til som den din dit uden eller fra ikke",
    "nb": "og å det for med er en et på av til som den din ditt uten eller fra ikke",
    "hu": "a az és egy is nem hogy vagy az ön számára nélkül",
    "ro": "și de la cu în pe pentru un o este din care sau fără al ale",
    "hr": "i u na za s je se od do ili koji bez kao sa vaše",
    "sl": "in v na za s je se od do ali ki brez kot z vaše",
    "lt": "ir su be į iš yra kad arba jūsų per nuo",
    "lv": "un ar bez ir no uz kas vai jūsu par",
    "et": "ja on ei ning ka või teie ilma kui see",
    "ca": "el la els les de i en del un una per amb és que al sense com o",
    "id": "dan di yang untuk dengan dari ke ini atau pada anda tanpa",
}
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _language, _listed in _SMALL_WORDS.items():
    for _word in _listed.split():
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _language)
_AROUND = ".,;:!?()[]«»„“”\"'"


@functools.lru_cache(maxsize=8192)
def spoken(text: str, lang: str | None) -> str:
    """The BCP 47 language of a text, empty where nothing tells. A `lang` other than English is taken at its word."""
    if lang and lang.split("-")[0] != "en":
        return lang
    votes = Counter(
        language for word in text.lower().split() for language in _LANGUAGES.get(word.strip(_AROUND), ())
    )
    if not votes:
        return ""
    # Of equals the first named wins: English is likelier than all others.
    best = max(_SMALL_WORDS, key=lambda language: votes[language])
    return lang if best == "en" and lang else best
