"""What the walks through whole situations share, from deciding to a closed case."""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine

from .conftest import ARTIFACTS
from .walk import Walk, words_of

# To the very end without scripts too: one walk for each stage.
EITHER_WAY = pytest.mark.parametrize("walk", ["with scripts", "without scripts"], indirect=True)


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
        walk.pick("How much do you want to say about why?", "A better fit")
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


def another_letter(walk: Walk, at: str, kind: str, pdf_name: str, **typed: str) -> str:
    """A letter beside the one of the decision, from its list to “I sent it”; its words.

    `at` is the page with the list, `kind` its title there, `typed` what goes under a question that
    begins with those words.
    """
    walk.open(at)
    card = walk.page.locator("section.card", has=walk.page.get_by_role("heading", name=kind))
    card.get_by_role("button").first.click()
    about_you(walk)
    for question, words in typed.items():
        walk.type(question.replace("_", " "), words)
    walk.press("Update the preview")
    text = walk.save_pdf(f"{pdf_name}-{kind.lower().replace(' ', '-')}", ARTIFACTS)
    walk.page.reload()
    walk.press("I sent it")
    return text


def to_the_end(walk: Walk, outcome: str, pdf_name: str) -> None:
    """Everyone knows, the record is kept, days pass, a look back, and the case is closed."""
    walk.open("tell/done/")
    assert walk.heading == "Everyone knows", walk.text
    with walk.page.expect_download() as waiting:
        walk.follow("Keep it as a PDF")
    path = ARTIFACTS / f"{pdf_name}-record.pdf"
    waiting.value.save_as(path)
    assert "Who was told, and when" in words_of(path)
    if "without" not in pdf_name:
        walk.keep(f"{pdf_name}-done")
    with later(days=6):  # a guest is known for a week; the look back may be opened sooner
        walk.open("after/")
        walk.type("What would you tell yourself next time?", "I ask for a day to think.")
        walk.press()
        close(walk, outcome)


def close(walk: Walk, outcome: str) -> None:
    walk.open("close/")
    walk.page.locator("main form button.btn").first.click()
    walk.open("close/")
    walk.reads("Your case is closed", outcome)
