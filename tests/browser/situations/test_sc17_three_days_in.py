"""SC17: three days in, and half as much again elsewhere."""

import re

import pytest

from tests.browser.conftest import ARTIFACTS
from tests.browser.walking import (
    EITHER_WAY,
    another_letter,
    in_days,
    later,
    log_call,
    no_to_an_ask,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@EITHER_WAY
@pytest.mark.mission("S1-29", "S4-2", "S4-3", "S1-16")
def test_sc17_three_days_in_and_half_as_much_again(walk, pdf_name):
    walk.begin("I have started the job", "America/New_York")
    walk.pause("2", "A new offer", "Money")
    walk.follow("Your offers")
    walk.follow("Add the job you have started")
    walk.accepted_job(
        "Canopy Staffing",
        "HR Assistant",
        "I signed it",
        in_days(-30),
        in_days(-3),
        kind="The job I have started",
    )
    walk.pay("30k")
    walk.type("Name", "Gloria Penn", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Tallis Group", "HR Assistant", in_days(14))
    walk.pay("45k")
    walk.press()
    walk.follow("Done for now")

    # Looking is fine, days in; and nothing about leaving opens before there is a decision.
    walk.open("tell/handover/")
    walk.reads("This opens when you have decided")
    walk.open("options/")
    walk.reads(
        "Leave now", "Leave, and offer two weeks’ notice", "Ask them to match the other offer"
    )
    no_to_an_ask(walk, "Canopy Staffing", "The pay", "Pay you ask for", "$45,000 a year")
    walk.keep("sc17-asked")
    asked = another_letter(walk, "letters/", "Ask for other terms", pdf_name)
    assert "$45,000" in asked
    assert not re.search(r"withdraw|resign|Tallis", asked)
    walk.open("")
    walk.follow("How much notice to give")
    walk.pick("Does your contract ask for notice?", "No")
    walk.pick("What will you say to them?", "I offer to work it, and they choose")
    walk.press()
    walk.reads("You offer 2 weeks", "They may let you go sooner", "In the first days")
    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have it in an e-mail")
    walk.press()

    with later(days=3):
        walk.open("decide/")
        walk.reads("Tallis Group is not signed yet")
        walk.open("in-writing/")
        walk.pick("What do you have from them?", "I have a letter that both of us signed")
        walk.press()
        walk.papers(signed="Yes")
        walk.weigh("The people")
        walk.open("decide/")
        assert "back out" not in walk.text.lower()
        walk.decide("Leave the job", "It is half as much again, and they would not move.")
        walk.follow("Tell people")
        walk.follow("Make your list")
        walk.type("What is it?", "The training notes", under="Duty or project 1")
        walk.type("Where are things?", "The blue folder", under="Duty or project 1")
        walk.type("What is it?", "The Friday sign-in sheet", under="Duty or project 2")
        walk.press()
        assert walk.heading == "Handover notes"
        walk.reads("The blue folder")
        walk.open("tell/")
        log_call(walk, "Gloria Penn", says=("My last day would be", "Let them choose the day"))
        walk.open("tell/")
        walk.press("Write the letter")
        walk.type("One true thing you liked", "I liked how patient everyone was with me.")
        walk.press("Update the preview")
        walk.reads("I am writing to resign", "My last day will be")
        text = walk.save_pdf(pdf_name, ARTIFACTS)
        assert "I will hand over the training notes and the Friday sign-in sheet" in text
        assert not re.search(r"withdraw|Tallis|45", text)
        walk.keep("sc17-letter")
        walk.page.reload()
        walk.press("I sent it")

        # It was theirs to choose, and they chose sooner.
        walk.open("notice/")
        walk.day("The last day they agreed to", in_days(4))
        walk.press()
        walk.reads("Your last day is")
        walk.open("tell/done/")
        walk.reads("What do I do until my last day?", "What do I give back?")
        to_the_end(walk, "Left the job", pdf_name)
