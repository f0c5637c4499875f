"""SC1: the employer that had gone silent comes back with an offer."""

import pytest

from tests.browser.walking import (
    EITHER_WAY,
    call_then_letter,
    check_letter,
    in_days,
    later,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@EITHER_WAY
@pytest.mark.mission("S1-16", "S4-11", "S1-28", "S2-14", "S2-15", "S4-12", "S4-13", "S4-17")
def test_sc1_the_ghost_employer_returns(walk, pdf_name):
    said_yes, starts = in_days(-3), in_days(14)
    walk.begin("I said yes, but have not started", "America/Chicago")
    walk.pause("2", "A new offer", "Guilt")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job(
        "Lakeside Retail", "Marketing Director", "By phone or in person", said_yes, starts
    )
    walk.pay("98k")
    walk.type("Name", "Ruth Abara", under="Hiring manager")
    walk.type("Job title", "Vice President", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Northwind Media", "Brand Director", in_days(28))
    walk.pay("$115,000")
    walk.press()
    walk.reads("$98,000", "$115,000")
    walk.follow("Done for now")
    walk.situation()

    walk.follow("Get the new offer in writing")
    walk.pick("What do you have from them?", "They told me")
    walk.press()
    walk.open("why/")
    walk.pick("What is behind the doubt?", "A better offer came", "The people or the culture")
    walk.type("What happened right before", "They went silent for weeks, then said sorry.")
    walk.pick("If nothing else had come along", "Yes")
    walk.press()
    walk.open("options/")
    walk.reads("Honor the commitment")
    walk.type("Your option 1", "Ask Northwind why they went silent")
    walk.press()

    # Both ways stay open, and nothing about leaving can be made yet.
    walk.open("tell/")
    assert walk.heading == "Your steps"
    walk.reads("This opens when you have decided")

    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have it in an e-mail")
    walk.pick("What have you read in black and white?", "The pay", "The start day")
    walk.press()

    walk.weigh("The title", "Work I came here for")
    with later(days=5):
        walk.open("")
        walk.follow("Make your decision")
        walk.decide("Back out", "It is the work I came here for.")
        assert walk.heading == "You have decided"
        walk.follow("Tell people")
        text = call_then_letter(walk, "Ruth Abara", pdf_name)
        check_letter(
            text,
            who="Ruth Abara",
            role="Marketing Director",
            secrets=("Northwind", "115"),
            said_yes=said_yes,
            starts=starts,
        )
        to_the_end(walk, "Backed out", pdf_name)
