"""The first wording of a letter: in the words of the person’s own school, where it has any."""

from centres.models import WordingKind
from coaching.journey.facts import Facts
from coaching.letters.facts import LetterFacts
from coaching.letters.kinds import LetterKind
from coaching.letters.wording import first_draft


def first_words(kind: LetterKind, known: LetterFacts, facts: Facts) -> str:
    return first_draft(kind, known, facts.school_words.get((WordingKind.LETTER, kind.slug), ""))
