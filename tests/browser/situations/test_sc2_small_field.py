"""SC2: a spoken yes in a small field, and a better job abroad."""

import pytest

from tests.browser.walking import (
    another_letter,
    call_then_letter,
    check_letter,
    in_days,
    later,
    to_the_end,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S0-13", "S0-16", "S4-10", "S4-14")
def test_sc2_a_spoken_yes_in_a_small_field(walk, pdf_name):
    said_yes, starts = in_days(-4), in_days(8)
    walk.begin("I said yes, but have not started", "Europe/London")
    walk.pause("3", "A new offer", "Money")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job(
        "Fenwick Sound", "Acoustic Engineer", "By phone or in person", said_yes, starts
    )
    walk.pay("41,000", "GBP")
    walk.type("Name", "Tom Hartley", under="Hiring manager")
    walk.press()
    walk.follow("Add another")
    walk.other_offer("Klangwerk Berlin", "Engineer", in_days(40))
    walk.pay("68.000", "EUR")
    walk.press()
    walk.reads("£41,000", "€68,000")
    walk.follow("Done for now")
    walk.follow("Your situation")
    walk.pick("Are you a student?", "Neither")
    for question in (
        "Did you find the job through your school?",
        "Did an agency or search firm bring you the job?",
        "Did someone you know refer you?",
        "Does a visa or work permit depend on this job?",
        "Have they paid you any money yet?",
        "Did you quit another job for this one?",
    ):
        walk.pick(question, "No")
    walk.pick("Have you signed a contract?", "I don’t know")
    walk.press()

    # A contract may exist without a signature: questions to ask, never a verdict.
    walk.open("signed/")
    walk.reads("Not legal advice")
    walk.follow("Start")
    for screen in (
        ("Did you sign a contract",),
        ("Did you agree to start by a day?", "Do you have to give notice"),
        ("Do you have to pay money back?",),
        ("Did they pay you for signing or moving?",),
        ("Are there jobs you may not take?",),
    ):
        for question in screen:
            walk.pick(question, "I don’t know")
        walk.press()
    walk.reads("Questions for a lawyer or adviser", "Read about the law: United Kingdom")

    walk.open("in-writing/")
    walk.pick("What do you have from them?", "I have a letter that both of us signed")
    walk.press()

    walk.weigh("A team I like")
    with later(days=3):
        walk.open("decide/")
        walk.decide("Back out")
        walk.follow("Tell people")
        text = call_then_letter(
            walk, "Tom Hartley", pdf_name, paper="A4", offers=("Pass the opening on to someone",)
        )
        assert "someone" in text or "opening" in text
        check_letter(
            text,
            who="Tom Hartley",
            role="Acoustic Engineer",
            secrets=("Klangwerk", "68"),
            said_yes=said_yes,
            starts=starts,
        )
        walk.open("tell/replacement/")
        walk.type("Their name", "Priya Nair")
        walk.type("How to reach them", "priya.nair@example.com")
        walk.type("Why they fit", "Has tuned concert halls for six years")
        walk.pick("Did you ask them?", "They said yes to being named")
        walk.press()
        text = another_letter(walk, "tell/more/", "Suggest somebody for the job", pdf_name)
        assert "I can suggest Priya Nair" in text
        to_the_end(walk, "Backed out", pdf_name)
