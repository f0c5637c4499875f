"""SC12: a co-op with a two-day fuse, from the school's rules to the closed case."""

from datetime import timedelta

import pytest

from offers.models import Case
from tests.browser.conftest import ARTIFACTS
from tests.browser.test_school import madison
from tests.browser.walking import (
    about_you,
    call_then_letter,
    check_letter,
    decide_now,
    in_days,
    later,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)

FLAG = "Your school asks employers for at least 14 days. This one gave 2."
FOLLOWS = ("You may lose the job board, for up to 1 year.", "You get no credit for the work.")


@pytest.mark.mission("S2-23", "S2-24", "S1-28")
def test_sc12_two_days_against_fourteen(walk, pdf_name):
    said_yes, starts = in_days(-3), in_days(200)
    walk.begin("I said yes, but have not started", "America/Chicago")
    walk.pause("2", "A new offer", "Guilt")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Ironwood Motors", "Co-op engineer", "By e-mail", said_yes, starts)
    walk.pay("29", "USD")
    walk.type("Name", "Rae Stone", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Vela Dynamics", "Controls co-op", in_days(205))
    walk.pay("34", "USD")
    walk.press()
    walk.follow("Done for now")
    walk.situation("I am a student", campus=True)
    madison()

    walk.open("school/")
    walk.pick("What kind of job is it?", "A co-op")
    walk.press("Save")
    walk.reads(*FOLLOWS)
    walk.follow("Add how long Ironwood Motors gave you")
    walk.day("When did they make the offer?", said_yes - timedelta(days=1))
    walk.day("By when did they want your answer?", said_yes + timedelta(days=1))
    walk.press("Save")
    walk.reads(FLAG)

    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have a letter that both of us signed")
    walk.press()
    walk.weigh("A team I liked at the fair")
    with later(days=3):
        walk.open("decide/")
        walk.reads("you have not talked to a coach, as your school asks", *FOLLOWS)
        decide_now(walk)
        walk.in_this_order(FOLLOWS[1], "Your decision")
        walk.keep("sc12-before-deciding")
        walk.decide("Back out", "The work is what I study")
        walk.follow("Tell people")
        walk.in_this_order("Call Rae Stone", "Send Rae the letter", "Tell your career center")
        walk.keep("sc12-tell")
        walk.reads("must not know yet")

        text = call_then_letter(walk, "Rae Stone", pdf_name, reason="closer to what I study")
        check_letter(
            text,
            who="Rae Stone",
            role="Co-op engineer",
            secrets=("Vela", "34", "fair"),
            said_yes=said_yes,
            starts=starts,
        )
        note = note_to_the_school(walk, pdf_name)
        assert "I accepted the Co-op engineer position at Ironwood Motors" in note
        assert "I told the employer myself: Rae Stone" in note
        assert "Vela" not in note
        to_the_end(walk, "Backed out", pdf_name)
    assert Case.objects.get().closed_as == "withdrawn"


def note_to_the_school(walk, pdf_name):
    """The note is made and sent; its words."""
    walk.open("tell/")
    walk.press("Write a short letter to your career center")
    about_you(walk)
    walk.pick("How does it sound?", "Formal")
    walk.press("Update the preview")
    walk.keep(f"{pdf_name}-school-note")
    text = walk.save_pdf(f"{pdf_name}-school-note", ARTIFACTS)
    walk.page.reload()
    walk.press("I sent it")
    return text
