"""SC7: a German contract with a penalty for not starting."""

import re

import pytest

from tests.browser.walking import (
    another_letter,
    call_then_letter,
    decide_now,
    in_days,
    later,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S0-13", "S4-10")
def test_sc7_a_penalty_in_germany_beside_two_weeks_of_work(walk, pdf_name):
    """A month of pay if she does not start; two weeks of notice while on probation."""
    walk.begin("I said yes, but have not started", "Europe/Berlin")
    walk.pause("3", "A new offer")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Altwerk", "Engineer", "I signed it", in_days(-20), in_days(25))
    walk.pay("48.000", "EUR")
    walk.type("Name", "Uta Krämer", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Neuhaus", "Engineer", in_days(60))
    walk.pay("57.000", "EUR")
    walk.press()
    walk.follow("Done for now")
    walk.situation(signed=True)

    walk.open("clauses/")
    walk.type("Paste the text here", "Bei Nichtantritt ist eine Vertragsstrafe zu zahlen.")
    walk.press("Find what to ask")
    walk.reads("A set sum, or a penalty")
    assert "Vertragsstrafe" in walk.page.locator("mark").all_inner_texts()
    walk.keep("sc7-clause")

    walk.open("signed/repay/")
    walk.pick("Do you have to pay money back?", "I don’t know")
    walk.press()
    walk.open("signed/result/")
    walk.reads("Is there a set sum to pay", "Money to pay back.", "Read about the law: Germany")
    walk.follow("Add up what leaving may cost")
    walk.type("A set sum, or a penalty", "4.000")
    walk.type("How long is the notice", "2")
    walk.pick("Is that days, weeks or months?", "Weeks")
    walk.press()
    # 48,000 × 2 ÷ 52 = 1,846.15
    walk.reads(
        "€4,000",
        "Working your notice of 2 weeks there comes to €1,846 of base pay.",
        "Set against Neuhaus: €57,000 in the first year, less €4,000, leaves €53,000.",
        "Could we agree to end the contract",
        "You can first ask them to release you.",
        "To start and then leave at once can cost their trust",
    )
    walk.keep("sc7-cost")
    walk.open("options/")
    walk.reads("Start, then leave with notice", "It can hurt your name more than an early no.")
    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have a letter that both of us signed")
    walk.press()

    walk.weigh("A team I like")
    with later(days=3):
        walk.open("decide/")
        decide_now(walk)
        walk.decide("Back out")
        walk.follow("Tell people")
        text = call_then_letter(
            walk,
            "Uta Krämer",
            pdf_name,
            paper="A4",
            parts=("Ask them to release me, and to put it in writing",),
        )
        assert "I ask you to release me from my acceptance by agreement" in text
        text = another_letter(walk, "tell/more/", "Ask to be let go early", pdf_name)
        assert "Uta" in text
        assert not re.search(r"Neuhaus|57|penalty", text)
        to_the_end(walk, "Backed out", pdf_name)
