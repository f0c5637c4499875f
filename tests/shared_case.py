"""What Ana once shared, and what passed between her and staff: something in every table."""

from datetime import datetime, timedelta

from centres.models import Centre, Enrolment, JoinedHow, Membership
from coaching.models import (
    Appointment,
    Meeting,
    Message,
    NoteState,
    ParagraphNote,
    Reading,
    Section,
    SharedSection,
    Sharing,
    StaffView,
    Verdict,
)
from offers.models import Case
from tests.lakeside import lakeside


def add_school(case: Case) -> Centre:
    """Where she is a student; the same for all whole cases."""
    school = lakeside()
    Enrolment.objects.get_or_create(
        user=case.owner, defaults={"centre": school, "how": JoinedHow.CODE}
    )
    return school


def share_once(case: Case, word: str, now: datetime) -> Sharing:
    """Shared a day ago with the whole team, and stopped an hour ago."""
    began = now - timedelta(days=1)
    sharing = Sharing.objects.create(
        case=case,
        centre=add_school(case),
        team_may_read=True,
        name=f"Ana {word}",
        programme=f"{word} studies",
        started_at=began,
    )
    SharedSection.objects.create(sharing=sharing, section=Section.LETTERS, given_at=began)
    add_talk(sharing, word, began)
    end = now - timedelta(hours=1)
    sharing.sections.update(ended_at=end)
    sharing.ended_at = end
    sharing.save()
    return sharing


def add_talk(
    sharing: Sharing, word: str, at: datetime, member: Membership | None = None
) -> Reading:
    """Messages, a wish for an appointment, a letter that was read, and who looked."""
    name = member.name if member else f"Jo {word}"
    StaffView.objects.create(sharing=sharing, member=member, name=name, page=f"{word}", at=at)
    Message.objects.create(sharing=sharing, from_staff=False, words=f"Is {word} all right?", at=at)
    Message.objects.create(
        sharing=sharing, from_staff=True, member=member, name=name, words=f"{word} is.", at=at
    )
    Appointment.objects.create(
        sharing=sharing,
        how=Meeting.CALL,
        suits=f"When {word} is away",
        about=f"About {word}",
        place=f"Room {word}",
        asked_at=at,
    )
    letter = sharing.case.safe_letters.get()
    reading = Reading.objects.create(
        sharing=sharing,
        safe_letter=letter,
        number=letter.readings.count() + 1,
        subject=f"A {word} letter",
        words=letter.words,
        paper=letter.paper,
        asked_at=at,
        verdict=Verdict.CHANGES,
        answered_at=at,
        member=member,
        name=name,
    )
    ParagraphNote.objects.create(
        reading=reading,
        place=1,
        comment=f"{word} is clear.",
        suggestion=f"Shall we talk of {word}?",
        state=NoteState.OPEN,
        member=member,
        name=name,
        at=at,
    )
    return reading
