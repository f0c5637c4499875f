"""A person at the keyboard: finds questions by their words, types, presses, reads."""

import re
from datetime import date
from pathlib import Path

import pypdfium2
from playwright.sync_api import Locator, Page

from .conftest import ARTIFACTS

GO = "Save and continue"


class Walk:
    """One person's way through the site, in the words that they see."""

    def __init__(self, page: Page) -> None:
        self.page = page

    # What a person does

    def pick(self, question: str, *answers: str) -> None:
        """Choose answers under a question. The label lies over its box, so `force` it is."""
        box = self.page.get_by_role("group", name=re.compile("^" + re.escape(question)))
        for answer in answers:
            box.first.get_by_label(answer, exact=True).check(force=True)

    def type(self, question: str, words: str, *, under: str = "") -> None:
        """Type into the box under a question; `under` names the heading above it.

        The last letter goes by the keyboard, as a script would hear it. All of them take seconds.
        """
        field = self._within(under).get_by_label(re.compile("^" + re.escape(question))).first
        field.fill(words[:-1])
        field.press("End")
        field.press_sequentially(words[-1:])

    def day(self, question: str, day: date) -> None:
        field = self.page.get_by_label(re.compile("^" + re.escape(question)))
        field.locator("visible=true").fill(day.isoformat())

    def time(self, question: str, clock: str) -> None:
        self.page.get_by_label(re.compile("^" + re.escape(question))).locator("visible=true").fill(
            clock
        )

    def press(self, words: str = GO) -> None:
        self.page.get_by_role("button", name=words, exact=True).click()
        self.page.wait_for_load_state()

    def follow(self, words: str) -> None:
        """Press a link, and first the fold that it lies in."""
        link = self.page.get_by_role("link", name=words, exact=True)
        hidden = self.page.get_by_role("link", name=words, exact=True, include_hidden=True)
        fold = self.page.locator("details:not([open])", has=hidden)
        link.or_(fold).first.wait_for()
        if link.count() == 0:
            fold.first.locator("summary").click()
        link.first.click()
        self.page.wait_for_load_state()

    def unfold(self, words: str) -> None:
        self.page.locator("summary", has_text=words).first.click()

    def _within(self, heading: str) -> Page | Locator:
        return self.page.get_by_role("group", name=heading) if heading else self.page

    # What a person reads

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def reads(self, *words: str) -> None:
        for one in words:
            assert one in self.text, f"{one!r} is not on {self.page.url}:\n{self.text}"

    def in_this_order(self, *words: str) -> None:
        """All of them are on the page, one below the other."""
        places = [self.text.find(one) for one in words]
        assert -1 not in places, f"{words}: {places}\n{self.text}"
        assert places == sorted(places), f"{words}: {places}\n{self.text}"

    def keep(self, name: str) -> None:
        """A picture of this page, wide and narrow, in test-artifacts/."""
        for width, height in ((1280, 900), (390, 844)):
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.screenshot(path=ARTIFACTS / f"{name}-{width}.png", full_page=True)
        self.page.set_viewport_size({"width": 1280, "height": 720})

    def save_pdf(self, name: str, folder: Path) -> str:
        """Press “Download PDF”, keep the file, and return its words."""
        with self.page.expect_download() as waiting:
            self.press("Download PDF")
        path = folder / f"{name}.pdf"
        waiting.value.save_as(path)
        return words_of(path)

    # Stretches that every walk has

    def begin(self, stage: str, zone: str, *, in_a_hurry: bool = False) -> None:
        self.page.goto("/")
        self.follow("Start with a pause")
        self.pick("Where are you now?", stage)
        self.press("Continue")
        soon = "Yes, within 24 hours" if in_a_hurry else "No"
        self.pick("Does someone want an answer soon?", soon)
        self.page.get_by_label("Which time zone are you in?").select_option(zone)
        self.press("Continue")
        if in_a_hurry:
            assert self.heading == "You can ask for more time"
            self.follow("Carry on: who can see your answers")
        assert self.heading == "Who can see your answers"
        self.follow("Carry on without an account")
        assert self.heading == "Your steps"

    def pause(self, weight: str, *pulls: str) -> None:
        self.follow("Take a breath")
        self.pick("How heavy does this feel?", weight)
        self.pick("What is pulling at you right now?", *pulls)
        self.pick("Is anyone making you answer today?", "No")
        self.press()
        assert self.heading == "When will you decide?"
        self.page.get_by_label(re.compile("10am")).first.check(force=True)
        self.press()
        assert self.heading == "Where do you lean right now?"
        self.follow("Skip this")
        self.reads("You do not have to decide before then")

    def accepted_job(
        self,
        employer: str,
        title: str,
        how: str,
        said_yes: date,
        starts: date,
        *,
        kind: str = "The job I said yes to",
    ) -> None:
        self.pick("What is this?", kind)
        self.day("When did you say yes?", said_yes)
        self.pick("How did you say yes?", how)
        self._job(employer, title, starts)

    def other_offer(
        self, employer: str, title: str, starts: date, *, kind: str = "Another offer"
    ) -> None:
        self.pick("What is this?", kind)
        self.pick("Does the offer end on a date?", "No")
        self._job(employer, title, starts)

    def _job(self, employer: str, title: str, starts: date) -> None:
        self.type("Employer", employer)
        self.type("Job title", title)
        self.day("First day at work", starts)
        self.press()
        assert self.heading == "What it pays"

    def pay(self, base: str, currency: str = "USD") -> None:
        self.type("Currency", currency)
        self.type("Base pay", base)
        self.press()
        assert self.heading == "The people"

    def situation(self, school: str = "Neither", **yes: bool) -> None:
        self.follow("Your situation")
        self.pick("Are you a student?", school)
        for question, is_yes in SITUATION.items():
            self.pick(question, "Yes" if is_yes in yes else "No")
        self.press()

    def papers(self, **answers: str) -> None:
        """What was signed, one screen after the other, from its list to what to ask.

        Who signed and what was paid is filled in from the situation; the rest is “No”, or what
        `answers` say by the column's name.
        """
        self.open("signed/")
        self.follow("Start")
        while not self.page.url.endswith("/result/"):
            radios = self.page.locator("input[type=radio]")
            for group in self.page.locator("main form fieldset").filter(has=radios).all():
                name = group.locator("input[type=radio]").first.get_attribute("name") or ""
                if name in answers or not group.locator("input:checked").count():
                    group.get_by_label(answers.get(name, "No"), exact=True).check(force=True)
            self.press()

    @property
    def hub(self) -> str:
        """The address of the case, from any of its pages."""
        found = re.match(r".*/c/\w+/", self.page.url)
        assert found
        return found.group(0)

    def open(self, path: str) -> None:
        """A page of the case by its address."""
        self.page.goto(f"{self.hub}{path}")

    def weigh(self, *given_up: str) -> None:
        """What each way costs, which deciding asks for first; from any page of the case."""
        self.open("questions/giving-up/")
        for box, words in zip(self.page.get_by_role("textbox").all(), given_up, strict=False):
            box.fill(words)
        self.press()

    def decide(self, choice: str, because: str = "") -> None:
        self.pick("Your decision", choice)
        self.pick("How sure are you?", "4")
        if because:
            self.type("Because", because)
        self.press("Continue")
        assert self.heading == "Check before you save"
        self.press("Save my decision")


SITUATION = {
    "Did you find the job through your school?": "campus",
    "Did an agency or search firm bring you the job?": "agency",
    "Did someone you know refer you?": "referred",
    "Does a visa or work permit depend on this job?": "visa",
    "Have you signed a contract?": "signed",
    "Have they paid you any money yet?": "money",
    "Did you quit another job for this one?": "quit_other",
}


def words_of(path: Path) -> str:
    """The text of a PDF in one line, as a reader's eye joins it."""
    pages = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    return re.sub(r"\s+", " ", text)
