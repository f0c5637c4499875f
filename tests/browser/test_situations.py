"""Real situations, walked from the landing page to their end, with real typing.

The stories are public questions retold in our own words; all names are invented.
"""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine

from tests.browser.conftest import ARTIFACTS
from tests.browser.walk import Walk

pytestmark = pytest.mark.django_db(transaction=True)


# To the very end without scripts too: one walk for each stage.
EITHER_WAY = pytest.mark.parametrize("walk", ["with scripts", "without scripts"], indirect=True)


@pytest.fixture
def walk(request, new_context):
    scripts = getattr(request, "param", "with scripts") == "with scripts"
    context = new_context(java_script_enabled=scripts, accept_downloads=True)
    context.set_default_timeout(20_000)
    return Walk(context.new_page())


@pytest.fixture
def pdf_name(request):
    return re.sub(r"[^a-z0-9]+", "-", request.node.name.removeprefix("test_").lower()).strip("-")


def later(**delta):
    """The clock of the site moves on; nobody sits and waits."""
    return time_machine.travel(datetime.now().astimezone() + timedelta(**delta), tick=True)


def in_days(days: int) -> date:
    return date.today() + timedelta(days=days)


def us_day(day: date) -> str:
    return f"{day:%B} {day.day}"


def check_letter(text: str, *, who: str, role: str, secrets: tuple[str, ...], **dates: date):
    """Who, what role, which dates, thanks, one apology, “withdraw”, no new employer, no pay."""
    assert who in text
    assert role in text
    assert "withdraw" in text
    for day in dates.values():
        assert us_day(day) in text
    assert len(re.findall(r"\b(?:sorry|apolog\w*)\b", text, re.I)) == 1
    assert "thank" in text.lower()
    for secret in secrets:
        assert secret.lower() not in text.lower()
    assert not re.search(r"[$£€]\s?\d|\d+k\b", text)


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
        close(walk, "Backed out")


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
        close(walk, "Backed out")


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
        close(walk, "Backed out")


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
    walk.type("How many weeks of notice", "2")
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
        assert "I ask you to release me from my yes by agreement" in text


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
        close(walk, "Backed out")


@pytest.mark.mission("S1-23", "S2-14", "S0-7", "S1-9")
def test_sc4_a_counter_offer_on_the_day_before_the_start(walk, pdf_name):
    """They want an answer within a day. The pause is short, and the pages say so."""
    said_yes, starts = in_days(-16), in_days(2)
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

    # Looking back: a short and humble way to ask again, and a lesson.
    walk.open("options/")
    walk.follow("Words you can use to ask")
    walk.reads("I am sorry for the trouble that caused.", "If it is not, I understand.")
    walk.keep("sc4-ask-again")
    walk.page.goto("/guide/avoiding-it-next-time/")
    walk.reads("Look back once")


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
            "Brandt State is not in writing yet",
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
        close(walk, "Backed out")


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
        close(walk, "Backed out")


@pytest.mark.mission("S1-23", "S1-30", "S1-22")
def test_sc19_feeling_not_good_enough_is_no_reason_to_leave(walk):
    walk.begin("I said yes, but have not started", "America/Denver")
    walk.pause("2", "Doubt in my gut", "Pressure")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Open Rivers", "Marketing Officer", "By e-mail", in_days(-10), in_days(20))
    walk.pay("52k")
    walk.press()
    walk.follow("Done for now")
    walk.situation()
    walk.open("why/")
    walk.pick("What is behind the doubt?", "I feel I am not good enough")
    walk.pick("If nothing else had come along", "Yes")
    walk.press()
    assert "talk" in walk.text
    assert "back out" not in walk.text.lower()
    walk.page.locator("a.btn", has_text="Your first 90 days").click()
    walk.type("By day 30", "The names of the team")
    walk.press()
    walk.reads("The names of the team", "Questions for your manager", "a good first month")
    walk.keep("sc19-plan")

    walk.open("questions/friend/")
    walk.page.get_by_role("textbox").first.fill("Nobody knows everything on day one.")
    walk.press()

    walk.weigh("A team I like")
    with later(days=3):
        walk.open("decide/")
        walk.reads("Nobody knows everything on day one.")
        walk.decide("Keep the job")
        assert walk.heading == "You kept your word, with open eyes"
        walk.unfold("When do I look at it again?")
        walk.reads("Pick a day for a check-in with yourself")
        walk.keep("sc19-kept")
        close(walk, "Kept the job")


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
        assert "I will hand over The training notes and The Friday sign-in sheet" in text
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
        close(walk, "Left the job")


@EITHER_WAY
@pytest.mark.mission("S2-1", "S4-19", "S4-20", "S0-9")
def test_two_offers_and_no_yes_yet(walk, pdf_name):
    walk.begin("I have not said yes yet", "Europe/London")
    walk.pause("3", "A new offer", "Pressure")
    walk.reads("steps to a good answer", "Give no answer before you decide")
    for number, (employer, who) in enumerate(
        (("Marlow Trust", "Iris Vale"), ("Pell and Sons", "Owen Pike"))
    ):
        walk.open("offers/")
        walk.follow("Add another" if number else "Add the offer")
        walk.other_offer(employer, "Archivist", in_days(40), kind="An offer I have not said yes to")
        walk.pay("31,000", "GBP")
        walk.type("Name", who, under="Hiring manager")
        walk.press()
    walk.open("must-haves/")
    walk.type("Must-have 1", "A desk by a window")
    walk.press()
    walk.pick("Marlow Trust", "Yes")
    walk.pick("Pell and Sons", "No")
    walk.press()
    walk.open("tell/")
    walk.reads("This opens when you have decided")

    with later(days=3):
        walk.open("decide/")
        walk.reads("Marlow Trust is not in writing yet")
        walk.page.locator("summary", has_text="Decide now anyway").click()
        walk.press("Decide now anyway")
        walk.pick("Your decision", "Say yes")
        walk.pick("Which job do you say yes to?", "Marlow Trust")
        walk.decide("Say yes")
        assert walk.heading == "You decided to say yes"
        walk.follow("Answer them")
        walk.reads("Say yes to Marlow Trust: call Iris Vale")
        log_call(walk, "Iris Vale", says=("glad to say yes",))
        walk.open("tell/")
        log_call(walk, "call Owen Pike", says=("decided not to take the Archivist role",))
        walk.open("tell/")
        walk.press("Write the letter")
        walk.press("Update the preview")
        walk.reads("to decline your offer of the Archivist position")
        text = walk.save_pdf(pdf_name, ARTIFACTS)
        assert "Owen Pike" in text
        assert not re.search(r"withdraw|maybe|Marlow|31", text)
        walk.page.reload()
        walk.press("I sent it")
        walk.open("tell/done/")
        walk.reads("Everyone on your list has your answer")
        close(walk, "Said yes")


def decide_now(walk: Walk) -> None:
    """Past the interruption before deciding, knowingly."""
    if "early" in walk.page.url:
        walk.unfold("Decide now anyway")
        walk.press("Decide now anyway")


def no_to_an_ask(walk: Walk, employer: str, what: str, question: str, wanted: str) -> None:
    """Ask an employer for one change, by the words for a call; they say no."""
    walk.open("ask/")
    if "/ask/" in walk.page.url and walk.page.get_by_role("link", name=employer).count():
        walk.page.get_by_role("link", name=employer).first.click()
    walk.pick("If they said yes to all of it", "Yes")
    walk.press()
    walk.pick("What would you ask them to change?", what)
    walk.type(question, wanted)
    if what == "The pay":
        walk.pick("Is the pay the only reason?", "Yes")
    walk.day("They answer by", in_days(1))
    walk.time("At what time", "09:00")
    walk.press()
    walk.reads(wanted)
    walk.follow("Write down what they said")
    walk.pick("Did they answer?", "They answered")
    walk.pick(f"{what}: {wanted}", "No")
    walk.press()
    walk.reads("No")


def call_is_asked_for(walk: Walk, name: str) -> None:
    """A letter before any call: the page says to call first, and so does the next one."""
    walk.press("Write the letter")
    about_you(walk)
    walk.reads(f"Call {name} first. Then send this.")
    walk.open("tell/")


def about_you(walk: Walk) -> None:
    """Name and address, asked where they are first needed."""
    if walk.page.url.endswith("/you/"):
        walk.type("Your full name", "Maya Okafor")
        walk.type("Street and number", "218 Linden Street, Apt 4")
        walk.type("Town and postal code", "Columbus, Ohio 43215")
        walk.type("Your e-mail", "maya.okafor@example.com")
        walk.press()


def log_call(walk: Walk, name: str, *, says: tuple[str, ...] = ()) -> None:
    """From the list of people: the script, then what came of it."""
    card = walk.page.locator("li", has_text=name).first
    card.get_by_role("link", name="What to say").click()
    about_you(walk)
    assert name.removeprefix("call ").split()[0] in walk.heading
    walk.reads(*says)
    walk.follow("Write down how it went")
    walk.pick("What happened?", "We spoke")
    walk.type("What did they say?", "They were surprised, and kind.")
    walk.press("Save what happened")


def call_then_letter(
    walk: Walk,
    name: str,
    pdf_name: str,
    *,
    paper: str = "US Letter",
    offers: tuple[str, ...] = (),
    parts: tuple[str, ...] = (),
    add: str = "",
    reason: str = "closer to the work I want to do",
) -> str:
    """Call, write it down, make the letter, keep its PDF, send it. Returns the PDF's words."""
    log_call(walk, name)
    walk.open("tell/")
    if walk.page.get_by_role("button", name="Write the letter", exact=True).count():
        walk.press("Write the letter")
    else:
        walk.page.get_by_role("link", name=f"Open the letter to {name.split()[0]}").first.click()
    if reason:
        walk.type("Your reason, in a few words", reason)
    walk.type("One true thing you liked", "I liked how openly your team talks about mistakes.")
    if offers:
        walk.pick("Anything you can offer?", *offers)
    if parts:
        walk.pick("What else it says", *parts)
    walk.pick("Paper size", paper)
    walk.press("Update the preview")
    walk.reads("withdraw my acceptance")
    if add:
        walk.follow("Edit every word")
        field = walk.page.get_by_label("Your letter")
        field.fill(field.input_value().replace("\n\nSincerely", "") + f"\n\n{add}")
        walk.press("Save these words")
    if "without" not in pdf_name:
        walk.keep(f"{pdf_name}-letter")
    text = walk.save_pdf(pdf_name, ARTIFACTS)
    walk.page.reload()
    walk.press("I sent it")
    return text


def close(walk: Walk, outcome: str) -> None:
    walk.open("close/")
    walk.page.locator("main form button.btn").first.click()
    walk.open("close/")
    walk.reads("Your case is closed", outcome)
