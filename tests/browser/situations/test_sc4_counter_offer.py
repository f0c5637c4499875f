"""SC4: the old employer bids again, a day before the new job starts."""

import pytest

from tests.browser.walking import (
    call_is_asked_for,
    call_then_letter,
    check_letter,
    decide_now,
    in_days,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S1-23", "S2-14", "S0-7", "S1-9")
def test_sc4_a_counter_offer_on_the_day_before_the_start(walk, pdf_name):
    """They want an answer within a day. The pause is short, and the pages say so."""
    said_yes, starts = in_days(-16), in_days(1)
    walk.begin("I said yes, but have not started", "Europe/London", in_a_hurry=True)
    walk.follow("Take a breath")
    walk.pick("How heavy does this feel?", "2")
    walk.pick("What is pulling at you right now?", "Pressure", "Money")
    walk.pick("Is anyone making you answer today?", "Yes")
    walk.press()
    walk.reads("do not quit the job you have now", "do not say yes or no")
    walk.follow("Carry on with your steps")
    walk.follow("Set your decision date")
    walk.reads("There is less than a day left", "Ask for more time first.")
    walk.keep("sc4-short-pause")
    walk.page.locator("input[name=when]").first.check(force=True)
    walk.press()
    walk.follow("Skip this")

    walk.open("offers/")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Torrance Group", "Team Lead", "I signed it", said_yes, starts)
    walk.pay("58,000", "GBP")
    walk.type("Name", "Gordon Blythe", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.pick("What is this?", "The job I have now")
    walk.type("Employer", "Farrow Freight")
    walk.type("Job title", "Senior Planner")
    walk.press()
    walk.pay("74,000", "GBP")
    walk.press()
    walk.follow("Done for now")
    walk.situation(signed=True, quit_other=True)
    walk.open("date/")
    walk.reads("There is too little time to set a date", "Ask for more time now.")

    walk.open("why/")
    walk.pick("What is behind the doubt?", "My current employer made a counter-offer")
    walk.pick("If nothing else had come along", "Yes")
    walk.press()
    walk.reads("What made you leave, and has it changed?")
    walk.page.locator("a.btn", has_text="The offer to stay").click()
    walk.type("What made you want to leave?", "Nobody there would let me lead.")
    walk.type("Has it changed?", "Only the pay has.")
    walk.press()
    walk.reads("Nobody there would let me lead.", "Only the pay has.")
    walk.keep("sc4-what-made-you-leave")

    walk.papers()
    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have a letter that both of us signed")
    walk.press()
    walk.weigh("Leading a team of my own")
    walk.open("decide/")
    walk.reads("so you could stop deciding until then", "Look at your date first")
    assert "Nothing is lost" not in walk.text  # the start day comes too soon after it
    walk.keep("sc4-early")
    decide_now(walk)
    walk.decide("Back out")
    walk.follow("Tell people")
    call_is_asked_for(walk, "Gordon")
    text = call_then_letter(walk, "Gordon Blythe", pdf_name, paper="A4", reason="")
    check_letter(
        text,
        who="Gordon Blythe",
        role="Team Lead",
        secrets=("Farrow", "74"),
        said_yes=said_yes,
        starts=starts,
    )
    to_the_end(walk, "Backed out", pdf_name)

    # Looking back: a short and humble way to ask again, and a lesson.
    walk.open("options/")
    walk.follow("Words you can use to ask")
    walk.reads("I am sorry for the trouble that caused.", "If it is not, I understand.")
    walk.keep("sc4-ask-again")
    walk.page.goto("/guide/avoiding-it-next-time/")
    walk.reads("Look back once")
