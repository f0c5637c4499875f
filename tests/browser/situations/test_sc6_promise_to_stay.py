"""SC6: the president asks her to stay, and promises."""

import pytest

from tests.browser.walking import (
    call_then_letter,
    check_letter,
    decide_now,
    in_days,
    later,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S1-16", "S1-31", "S4-11")
def test_sc6_a_promise_to_stay_is_put_in_writing_first(walk, pdf_name):
    said_yes, starts = in_days(-30), in_days(60)
    walk.begin("I said yes, but have not started", "Asia/Tokyo")
    walk.pause("2", "Pressure", "Guilt")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Kawa Marine", "Planner", "I signed it", said_yes, starts)
    walk.pay("6,000,000", "JPY")
    walk.type("Name", "Naoko Arai", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.pick("What is this?", "The job I have now")
    walk.type("Employer", "Hoshi Trading")
    walk.type("Job title", "Planner")
    walk.press()
    assert walk.heading == "What it pays"
    walk.open("in-writing/")
    assert walk.heading == "Get what they promise in writing"
    walk.reads("How firm it is")
    walk.pick("What do you have from them?", "They told me")
    walk.pick("How sure are you that they will keep their word?", "2")
    walk.press()
    walk.reads("Hoshi Trading is not in writing yet")
    walk.open("in-writing/")
    walk.reads("They told you Hoshi Trading", "You put it at 2 of 5 that they keep their word.")
    walk.keep("sc6-ladder")
    walk.page.goto("/law/japan/")
    walk.reads("Not legal advice", "Who can help?")
    walk.page.goto("/law/somewhere-else/")
    walk.reads("We have no card for your place yet", "Who can help?")
    walk.page.go_back()
    walk.page.go_back()

    walk.weigh("The move I prepared")
    with later(days=3):
        walk.open("decide/")
        walk.reads("Hoshi Trading is not in writing yet")
        walk.keep("sc6-gate")
        walk.open("in-writing/")
        walk.pick("What do you have from them?", "I have a letter that both of us signed")
        walk.press()
        walk.open("decide/")
        decide_now(walk)
        walk.decide("Back out", "They put it in writing.")
        walk.unfold("Why today?")
        walk.reads("Some fields hire once a year, such as each April.")
        walk.follow("Tell people")
        text = call_then_letter(walk, "Naoko Arai", pdf_name, paper="A4", reason="")
        check_letter(
            text,
            who="Naoko Arai",
            role="Planner",
            secrets=("Hoshi", "000"),
            said_yes=said_yes,
            starts=starts,
        )
        to_the_end(walk, "Backed out", pdf_name)
