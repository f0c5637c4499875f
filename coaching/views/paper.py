"""Pages that are printed and are no letter: made when they are asked for, and not kept."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from coaching.journey.facts import Facts
from coaching.letters.pdf import print_page
from coaching.models import Paper
from offers.regions import uses_us_letter

BUSY = "Many pages are being made right now. Try again in a minute."
FAILED = "We could not make this page. Print this one from your browser."


def paper_of(facts: Facts) -> str:
    """The paper of their letters; before there is one, the one of the place they live in."""
    chosen = next((one.letter.paper for one in facts.to_tell if hasattr(one, "letter")), "")
    us = uses_us_letter(facts.case.time_zone)
    return chosen or (Paper.LETTER if us else Paper.A4).value


def pdf_file(pdf: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(True, name),
            "X-Content-Type-Options": "nosniff",
        },
    )


def on_one_page(html: str, paper: str) -> bytes:
    """In the largest type that fits: a card in the hand has one side. Else in the smallest."""
    for size in ("large", "middle", "tight"):
        printed = print_page(html.replace("<html ", f'<html class="{size}" ', 1), paper)
        if printed.pages == 1:
            break
    return printed.pdf
