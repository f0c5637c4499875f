"""A letter is read by staff: asked for, answered, and what of it the person takes over."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from centres.models import Membership
from coaching.journey.facts import Facts
from coaching.letters.facts import Sender
from coaching.letters.letter import Letter as Sheet
from coaching.letters.paper import clean, paragraphs
from coaching.letters.safe_checks import says_leaving
from coaching.models import (
    FAMILIES,
    MOST_NOTES,
    MOST_READINGS,
    FurtherLetter,
    Letter,
    NoteState,
    ParagraphNote,
    Reading,
    SafeLetter,
    SavedPage,
    Sharing,
    Verdict,
)
from coaching.telling import further_letters, letter_facts, safe_letters

from .current import open_sections, reader, whom
from .mails import tell_by_mail, tell_the_desk
from .readable import why_not_now
from .waiting import set_waiting

SHOWN = 5
NOBODY = "No one reads it now"
NEW = Q(answered_at__isnull=False, seen_at=None)

type AnyLetter = Letter | SafeLetter | FurtherLetter


def family_of(letter: AnyLetter) -> str:
    """The column of a reading that a letter of this kind stands in."""
    by_model = {Letter: "letter", SafeLetter: "safe_letter", FurtherLetter: "further_letter"}
    return by_model[type(letter)]


def letter_of(reading: Reading) -> AnyLetter:
    found: AnyLetter = getattr(reading, reading.family)
    return found


def sheet_of(letter: AnyLetter, facts: Facts) -> Sheet:
    """The letter as it stands now."""
    match letter:
        case Letter():
            return letter_facts.sheet_of(letter, facts)
        case SafeLetter():
            return safe_letters.sheet_of(letter, facts)
    return further_letters.sheet_of(letter, facts)


def sheet_as_read(reading: Reading, facts: Facts) -> Sheet:
    """The version that staff read, for paper. How to reach the person is not on it."""
    now = sheet_of(letter_of(reading), facts)
    return replace(
        now,
        subject=reading.subject,
        body=reading.words,
        sender=Sender(name=now.sender.name),
    )


# Asking


@transaction.atomic
def ask_to_read(sharing: Sharing, letter: AnyLetter, sheet: Sheet) -> Reading | None:
    """Freeze the words for staff to read.

    One that waits already makes room for newer words; it stays, and is what comes back, when its
    words are the same or staff began to write about them. None once there have been too many.
    """
    family = family_of(letter)
    earlier = Reading.objects.filter(**{family: letter})
    open_ones = earlier.filter(sharing=sharing, verdict=Verdict.WAITING)
    waits = open_ones.select_for_update().first()
    if waits and (is_as_asked(waits, sheet) or waits.notes.exists()):
        return waits
    newest = earlier.order_by("-number").first()
    number = newest.number + 1 if newest else 1
    if number > MOST_READINGS:
        return None
    # A new row, so that nothing said of the words before lands on the newer ones.
    open_ones.delete()
    try:
        with transaction.atomic():
            reading = Reading.objects.create(
                sharing=sharing,
                number=number,
                subject=sheet.subject,
                words=sheet.body,
                paper=sheet.paper,
                asked_at=timezone.now(),
                **{family: letter},
            )
    except IntegrityError:  # the second of two clicks
        return open_ones.first()
    set_waiting(sharing)
    tell_the_desk(sharing)
    return reading


def is_as_asked(reading: Reading, sheet: Sheet) -> bool:
    """Whether the letter still says what staff were asked to read."""
    then = (reading.subject, reading.words, reading.paper)
    return then == (sheet.subject, sheet.body, sheet.paper)


@transaction.atomic
def take_back(letter: AnyLetter) -> bool:
    """Nobody is to read it any more: what waits goes, with what staff wrote on it so far.

    False if none waits, or they have answered it first.
    """
    family = family_of(letter)
    waiting = Reading.objects.filter(**{family: letter}, verdict=Verdict.WAITING)
    rows = list(waiting.select_for_update().select_related("sharing"))
    waiting.filter(pk__in=[row.pk for row in rows]).delete()
    for row in rows:
        set_waiting(row.sharing)
    return bool(rows)


def desk_of(sharing: Sharing | None, letter: AnyLetter) -> dict[str, Any]:
    """For the page of the letter: who could read it, whether they may, and what was asked before.

    Nothing for who shares nothing.
    """
    if sharing is None or not whom(sharing):
        return {}
    section = FAMILIES[family_of(letter)]
    earlier = Reading.objects.filter(**{family_of(letter): letter}).order_by("-number")
    return {
        "reader": whom(sharing),
        "read_section": section,
        "may_be_read": section in open_sections(sharing),
        "readings": standing(earlier.defer("words")[:SHOWN]),
    }


def standing(readings: QuerySet[Reading]) -> list[tuple[Reading, str]]:
    """Each with what came of it so far, in words."""
    rows = readings.select_related("sharing__adviser__user")
    return [(one, NOBODY if waits_for_nobody(one) else one.get_verdict_display()) for one in rows]


def waits_for_nobody(reading: Reading) -> bool:
    """Asked for, but nobody is left who could answer."""
    is_read = reading.sharing.ended_at is None and reader(reading.sharing)
    return reading.verdict == Verdict.WAITING and not is_read


# Staff answer


@transaction.atomic
def add_note(
    reading: Reading, member: Membership, place: int, comment: str, suggestion: str, token: UUID
) -> bool:
    """Say something about one paragraph, once for each token, while the letter waits.

    Raises Reading.DoesNotExist once it waits no more; False if enough was said.
    """
    Reading.objects.select_for_update().get(pk=reading.pk, verdict=Verdict.WAITING)
    if reading.notes.count() >= MOST_NOTES:
        return False
    ParagraphNote.objects.get_or_create(
        token=token,
        defaults={
            "reading": reading,
            "place": place,
            "comment": comment,
            "suggestion": suggestion,
            "member": member,
            "name": member.name,
            "at": timezone.now(),
        },
    )
    return True


@transaction.atomic
def answer(reading: Reading, member: Membership, verdict: Verdict) -> bool:
    """Say once whether it is good to send. False if somebody has said so already."""
    waiting = Reading.objects.filter(pk=reading.pk, verdict=Verdict.WAITING)
    now = timezone.now()
    answered = {"member": member, "name": member.name, "answered_at": now}
    if not waiting.update(verdict=verdict, **answered):
        return False
    set_waiting(reading.sharing)
    tell_by_mail(reading.sharing, f"reading:{reading.pk}", "reading", reading.pk)
    return True


# The person reads it, and takes words over or does not


def new_answers(facts: Facts) -> list[Reading]:
    """What staff said that the person has not opened yet, and may; the newest first."""
    new = Reading.objects.filter(NEW, sharing__case=facts.case).defer("words")
    return [one for one in new.order_by("-answered_at")[:SHOWN] if not why_not_now(one, facts)]


def mark_seen(reading: Reading) -> None:
    Reading.objects.filter(NEW, pk=reading.pk).update(seen_at=timezone.now())


def place_of(note: ParagraphNote, now: Sequence[str]) -> int | None:
    """Where the paragraph it speaks of stands in the letter now; None if it was changed."""
    then = paragraphs(note.reading.words)[note.place]
    if note.place < len(now) and now[note.place] == then:
        return note.place
    return now.index(then) if list(now).count(then) == 1 else None


@transaction.atomic
def use_words(note: ParagraphNote, facts: Facts) -> str:
    """Write the suggested words into the letter; return why that is not possible, or nothing.

    The letter stays the person’s own: an open tab with its older words is behind from now on.
    """
    letter = letter_of(note.reading)
    sheet = sheet_of(letter, facts)
    now = list(paragraphs(sheet.body))
    place = place_of(note, now)
    if place is None:
        return "You changed this paragraph since. Both stand here: edit your letter as you like."
    now[place] = clean(note.suggestion)
    words = clean("\n\n".join(now))
    if isinstance(letter, SafeLetter) and _says_leaving(words, letter, facts):
        return "These words say that you go. A letter before your decision can not hold them."
    if not _still_open(note).update(state=NoteState.ACCEPTED):
        return ""
    if not type(letter)._base_manager.filter(pk=letter.pk, words=letter.words).update(words=words):
        transaction.set_rollback(True)
        return "Your letter changed just now. Look at it, then try again."
    _turn_the_page(facts, letter)
    return ""


def keep_own(note: ParagraphNote) -> None:
    _still_open(note).update(state=NoteState.DECLINED)


def _still_open(note: ParagraphNote) -> QuerySet[ParagraphNote]:
    return ParagraphNote.objects.filter(pk=note.pk, state=NoteState.OPEN)


def _says_leaving(words: str, letter: SafeLetter, facts: Facts) -> bool:
    return bool(says_leaving(words, *safe_letters.letter_facts(letter, facts).own_names))


def _turn_the_page(facts: Facts, letter: AnyLetter) -> None:
    """“Every word” was saved by this, too: its version goes up."""
    slug = f"{family_of(letter).replace('_', '-')}-{letter.pk}-words"
    page, is_new = SavedPage.objects.get_or_create(
        case=facts.case, slug=slug, defaults={"is_finished": True, "saved_at": timezone.now()}
    )
    if not is_new:
        page.version += 1
        page.saved_at = timezone.now()
        page.save(update_fields=["version", "saved_at"])
