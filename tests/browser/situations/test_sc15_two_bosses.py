"""SC15: a fellowship after a signed postdoc, and two bosses who know each other."""

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


@pytest.mark.mission("S1-17", "S1-12", "S2-11", "S2-15")
def test_sc15_two_bosses_who_know_each_other(walk, pdf_name):
    said_yes, starts = in_days(-40), in_days(75)
    walk.begin("I said yes, but have not started", "Europe/Paris")
    walk.pause("3", "A new offer", "Family")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Institut Morel", "Postdoc", "I signed it", said_yes, starts)
    walk.pay("31.000", "EUR")
    walk.type("Name", "Claire Morel", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Alder Fellowship", "Fellow", in_days(90))
    walk.pay("52.000", "EUR")
    walk.type("Name", "Jonas Weil", under="Hiring manager")
    walk.press()
    walk.follow("Done for now")
    walk.situation(visa=True, signed=True)

    # Both stand in the circle of people, and one may hear it from the other.
    walk.open("bridges/")
    walk.page.get_by_role("link", name="Start: Claire Morel").click()
    for name in ("Claire Morel", "Jonas Weil", "People in your field"):
        walk.reads(name)
        if name == "People in your field":
            walk.pick("Do people in your field know one another?", "Yes")
        walk.pick("How much does this tie matter to you?", "A lot")
        walk.pick("How may they take it?", "They may be upset at first")
        walk.press()
    walk.reads("Claire Morel", "Jonas Weil", "You said that people in your field know one another.")
    walk.keep("sc15-bridges")
    walk.open("loop/")
    walk.page.get_by_role("link", name="Jonas Weil").click()
    walk.pick("Do they know anyone at Institut Morel?", "Yes")
    walk.type("Whom do they know?", "Claire Morel")
    walk.press()
    walk.reads("ask them to tell no one", "What one hears, the other may hear.")
    walk.keep("sc15-loop")

    walk.papers(visa="Yes")
    walk.reads("My papers name my visa or permit.", "Read about the law: Somewhere else")
    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have a letter that both of us signed")
    walk.press()
    walk.weigh("A place in a known lab")
    with later(days=3):
        walk.open("decide/")
        walk.reads("you have not asked anyone about your visa or work permit")
        decide_now(walk)
        walk.decide("Back out")
        walk.follow("Tell people")
        walk.in_this_order(
            "Ask about your visa or work permit", "Call Claire Morel", "Send Claire the letter"
        )
        walk.keep("sc15-visa-first")
        walk.follow("I have asked them")
        walk.page.get_by_label("I have asked my international office").check(force=True)
        walk.press()
        text = call_then_letter(
            walk,
            "Claire Morel",
            pdf_name,
            paper="A4",
            offers=("Pass the opening on to someone",),
        )
        assert "pass the opening on" in text
        assert len(text.split()) < 220
        check_letter(
            text,
            who="Claire Morel",
            role="Postdoc",
            secrets=("Alder", "52"),
            said_yes=said_yes,
            starts=starts,
        )
        to_the_end(walk, "Backed out", pdf_name)
