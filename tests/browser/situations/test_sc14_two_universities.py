"""SC14: tenure track at two universities, and a visa that hangs on one."""

import pytest

from tests.browser.walking import (
    call_is_asked_for,
    call_then_letter,
    check_letter,
    in_days,
    later,
    no_to_an_ask,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S4-5", "S1-16", "S2-14", "S1-6")
def test_sc14_two_universities_and_a_visa(walk, pdf_name):
    said_yes, starts = in_days(-60), in_days(120)
    walk.begin("I said yes, but have not started", "America/Chicago")
    walk.pause("2", "A new offer", "Family", "Guilt")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Harlan University", "Assistant Professor", "By e-mail", said_yes, starts)
    walk.pay("78k")
    walk.type("Name", "Helen Osei", under="Hiring manager")
    walk.type("Job title", "Department Chair", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Brandt State", "Assistant Professor", starts)
    walk.pay("81k")
    walk.type("Name", "Luis Ferro", under="Hiring manager")
    walk.press()
    walk.follow("Done for now")
    walk.situation(visa=True)
    walk.reads("Talk to your international office before you tell anyone")
    walk.keep("sc14-visa")

    walk.open("questions/fair/")
    walk.type("Leaving aside what suits you", "They turned others down for me.")
    walk.type("Leaving aside what is fair", "To live near my wife’s family.")
    walk.press()
    walk.open("questions/result/")
    walk.in_this_order(
        "What would be fair", "They turned others down", "What would suit you", "To live near"
    )
    walk.reads("The two may pull apart.", "A signed yes is a promise.")
    walk.keep("sc14-fair-and-self")

    walk.open("options/")
    walk.type("Your option 1", "Ask Brandt State to wait a year")
    walk.press()
    walk.open("options/")
    walk.reads("Honor the commitment")
    no_to_an_ask(walk, "Brandt State", "The start date", "Start date you ask for", "A year later")
    walk.keep("sc14-a-year-later")

    walk.weigh("Work that suits me", "A home near family")
    with later(days=3):
        walk.open("decide/")
        walk.reads(
            "you have not said if Brandt State is in writing",
            "you have not asked anyone about your visa or work permit",
        )
        walk.keep("sc14-gate")
        walk.open("situation/")
        walk.page.get_by_label("I have asked my international office").check(force=True)
        walk.press()
        walk.open("in-writing/")
        walk.pick("What do you have from them?", "I have a letter that both of us signed")
        walk.press()
        walk.open("decide/")
        walk.decide("Back out")
        walk.follow("Tell people")
        walk.in_this_order("Call Helen Osei", "Send Helen the letter within the hour")
        call_is_asked_for(walk, "Helen")
        walk.keep("sc14-call-first")
        text = call_then_letter(walk, "Helen Osei", pdf_name)
        check_letter(
            text,
            who="Helen Osei",
            role="Assistant Professor",
            secrets=("Brandt", "81"),
            said_yes=said_yes,
            starts=starts,
        )
        to_the_end(walk, "Backed out", pdf_name)
