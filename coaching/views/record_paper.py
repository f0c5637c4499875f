"""Who was told, and when, on paper: to keep, and in the download of everything."""

from coaching.journey.facts import Facts
from coaching.letters.on_paper import on_paper
from coaching.letters.pdf import print_page
from coaching.telling.account import accounts
from look.dates import full_day
from offers.zones import zone_name

from .paper import paper_of

FILE = "who-was-told.pdf"


def record_pdf(facts: Facts) -> bytes:
    """The record of a decided case. Raises LetterBusy and LetterFailed."""
    assert facts.decision
    case, job = facts.case, facts.accepted
    head = getattr(case, "letterhead", None)
    html = on_paper(
        "record.html",
        title="Who was told, and when",
        me=head.name if head else "",
        about=", ".join(part for part in (job.title, job.employer) if part) if job else "",
        decided=full_day(facts.decision.decided_at.astimezone(case.zone).date()),
        today=full_day(facts.local_now.date()),
        zone=zone_name(case.time_zone),
        people=accounts(facts),
    )
    return print_page(html, paper_of(facts)).pdf
