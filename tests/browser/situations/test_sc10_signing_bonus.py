"""SC10: the signing bonus is paid, and must go back."""

import pytest

from tests.browser.walking import (
    call_then_letter,
    check_letter,
    in_days,
    later,
    log_call,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S0-13", "S1-16", "S4-10", "S2-13", "S2-16")
def test_sc10_the_signing_bonus_is_paid(walk, pdf_name):
    said_yes, starts = in_days(-60), in_days(45)
    walk.begin("I said yes, but have not started", "America/New_York")
    walk.pause("Heavy", "A new offer", "Money")
    walk.reads("If this feels too heavy")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Orchard Capital", "Associate", "I signed it", said_yes, starts)
    walk.type("Signing bonus", "25k")
    walk.pick("Have they paid it already?", "Yes")
    walk.pay("180k")
    walk.type("Name", "Priscilla Wong", under="Hiring manager")
    walk.type("Name", "Leo Marsh", under="Recruiter")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Pier Street Partners", "Associate", in_days(50))
    walk.pay("210k")
    walk.press()
    walk.follow("Done for now")
    walk.situation(agency=True, signed=True, money=True)

    walk.open("signed/")
    walk.follow("Start")
    walk.pick("Did you sign a contract", "Yes")
    walk.press()
    walk.pick("Did you agree to start by a day?", "Yes")
    walk.pick("Do you have to give notice", "No")
    walk.press()
    walk.pick("Do you have to pay money back?", "Yes")
    walk.type("Copy the words here", "Repay in full if you do not start by the agreed date.")
    walk.press()
    walk.press()  # that they paid a bonus was said before
    walk.pick("Are there jobs you may not take?", "No")
    walk.press()
    walk.reads(
        "Questions for a lawyer or adviser",
        "Repay in full if you do not start by the agreed date.",
        "Money to pay back. Ask a lawyer or adviser how much, when, and before or after tax.",
        "An agency brought me this job. Did I sign anything with it",
    )

    walk.follow("Next: what leaving may cost")
    walk.pick("Which amount do they want back?", "I don’t know")
    walk.pick("How much of this money do you pay back?", "All of it")
    walk.press()
    walk.reads(
        "Set against Pier Street Partners: $210,000 in the first year, less $25,000, "
        "leaves $185,000.",
        "Orchard Capital comes to $180,000 in its own first year.",
        "Do I pay back the amount before tax, or what reached my account?",
        "Do I have to pay any fees, such as a lawyer’s, and how much at most?",
    )
    walk.open("side-by-side/")
    walk.reads("Pay in the first year", "You found $25,000 to pay, and some of that is a guess.")

    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have it in an e-mail")
    walk.press()

    walk.weigh("A team I like")
    with later(days=3):
        walk.open("decide/")
        walk.decide("Back out")
        walk.follow("Tell people")
        log_call(walk, "Leo Marsh")
        text = call_then_letter(
            walk,
            "Priscilla Wong",
            pdf_name,
            offers=("Pay back what they paid me",),
            add="I hope the search for someone else goes well.",
        )
        assert "I will pay back what you have paid me so far" in text
        assert "the search for someone else goes well" in text
        check_letter(
            text,
            who="Priscilla Wong",
            role="Associate",
            secrets=("Pier Street", "210", "25,000"),
            said_yes=said_yes,
            starts=starts,
        )
        to_the_end(walk, "Backed out", pdf_name)
