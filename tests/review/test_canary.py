"""A word in every answer of Ana’s, and all that staff can open: they meet what is shared alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import coaching.models
from centres.models import Membership
from coaching.models import AskedFor, DeskStep, Section, SharedSection
from offers.models import Case
from post.models import Mail
from tests.canary import a_word_in_every_text, met_in
from tests.coaching.conftest import log  # noqa: F401
from tests.coaching.test_canary import CANARY, absent, hide_in, in_docx, in_pdf, private_models
from tests.coaching.test_print import typed_columns
from tests.coaching.test_privacy import FILES, ROOT, imported
from tests.coaching.test_shared_pages import FOR_ANA_ALONE
from tests.desk import browser_of, whole_desk
from tests.factories import person
from tests.page_text import read
from tests.rows import taken_back
from tests.urlconf import every_url
from tests.whole_case import ANAS_WORD, BOS_WORD, MONDAY, When, anas_case, whole_case

pytestmark = pytest.mark.django_db

# Read as soon as anything is shared: the basic facts, what is said to staff, and which of them.
ALWAYS = {
    "offers.Offer", "coaching.Sharing", "coaching.StaffView", "coaching.Message",
    "coaching.Appointment", "coaching.Reading.name", "coaching.ParagraphNote.name",
}  # fmt: skip
# Letters name whom they go to, and who writes; staff say something of them.
ON_LETTERS = {
    "offers.Contact", "coaching.Letterhead", "coaching.Reading", "coaching.ParagraphNote",
}  # fmt: skip
# Of which tables, or columns, each switch opens the words. What is in no row is read by nobody.
OPENS = {
    Section.PAY: {"offers.Contact"},
    Section.WEIGHING: {
        "coaching.OwnOption", "coaching.OptionCase", "coaching.Point", "coaching.MustHave",
        "coaching.Criterion", "coaching.Bridge", "offers.Contact.name",
    },
    Section.PAPERS: {
        "coaching.SignedTerms", "coaching.PastedTerms", "offers.Writing", "coaching.HandedOver",
    },
    Section.LETTERS: ON_LETTERS | {
        "coaching.Ask", "coaching.AskedTerm", "coaching.SafeLetter", "coaching.SafeLetterVersion",
    },
    Section.TELLING: ON_LETTERS | {
        "coaching.Told", "coaching.Letter", "coaching.LetterVersion", "coaching.FurtherLetter",
        "coaching.FurtherLetterVersion", "coaching.Suggestion", "coaching.HandedOver",
    },
}  # fmt: skip
NEVER = {"coaching.HelperLink", "coaching.HelperComment", "coaching.GoneAhead"}
# What a button adds to its form.
KINDS = {"review:figures-file": ("csv", "xlsx"), "review:messages": ("message",)}
PRINTED = {"review:letter-pdf", "review:summary"}
SWITCHES: list[tuple[Section, ...]] = [(), *((one,) for one in Section), tuple(Section)]


@pytest.fixture(autouse=True)
def _monday(time_machine, settings):
    settings.MAILERS = settings.MAILERS | {"default": {"BACKEND": "post.backend.Outbox"}}
    time_machine.move_to(MONDAY, tick=False)


@dataclass
class Crawl:
    """All that Cleo or her lead is answered, and what the machine asked and wrote meanwhile."""

    member: Membership
    case: Case
    answers: dict[str, str] = field(default_factory=dict)
    mails: list[str] = field(default_factory=list)
    private_tables: set[str] = field(default_factory=set)  # that anything was asked of

    def run(self) -> "Crawl":
        browser = browser_of(self.member.user)
        with connection.execute_wrapper(self.note_tables):
            for name, address in addresses(self.case):
                with taken_back():
                    self.note(f"GET {name}", browser.get(address))
                for typed in () if "?" in name else sent_to(browser, name, address):
                    with taken_back():
                        self.note(
                            f"POST {name} {typed.get('kind', '')}", browser.post(address, typed)
                        )
                        self.mails += [str(row) for row in Mail.objects.values()]
        return self

    def note_tables(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        named = set(re.findall(r'"(\w+)"', sql))
        self.private_tables |= named & {model._meta.db_table for model in private_models()}
        return execute(sql, *rest)

    def note(self, name: str, answer: Any) -> None:
        assert answer.status_code < 500, name
        self.answers[name] = said_by(answer)

    @property
    def text(self) -> str:
        return " ".join(self.answers.values())


def addresses(case: Case) -> Iterator[tuple[str, str]]:
    """Every page of staff, and each way to narrow the queue."""
    for url in every_url():
        if url.is_of_staff:
            yield url.name, url.of(case)
    chosen = [f"step={one}" for one in DeskStep.values] + [
        f"asked={one}" for one in AskedFor.values
    ]
    for query in (*chosen, "who=me", "who=nobody", "q=Q", f"q={ANAS_WORD}", f"q={case.code}"):
        for name in ("queue", "mine"):
            yield f"{name}?{query}", f"{reverse(f'review:{name}')}?{query}"


def sent_to(browser: Client, name: str, address: str) -> Iterator[dict[str, Any]]:
    """Each button pressed: the form as it stands, and filled in; a file of each kind."""
    with taken_back():
        page = browser.get(address)
    if page.status_code == 405:
        yield {"verdict": "good"}
    if page.status_code != 200 or not page.headers["Content-Type"].startswith("text/html"):
        return
    fields = read(page.text).fields
    as_it_stands = read(page.text).posted
    yield as_it_stands
    yield as_it_stands | {one.name: "Fine." for one in fields if one.takes_text}
    for kind in KINDS.get(name, ()):
        yield as_it_stands | {"kind": kind, "words": "Fine."}


def said_by(answer: Any) -> str:
    """Its words, whatever it is, and its headers."""
    kind = answer.headers.get("Content-Type", "")
    if kind == "application/pdf":
        words = in_pdf(answer.content)
    else:
        words = in_docx(answer.content) if "sheet" in kind else answer.content.decode()
    return f"{words} {unquote(str(answer.headers))}"


@pytest.fixture
def case() -> Case:
    case = anas_case(When.TOLD)
    whole_desk(case)
    return case


def switched(case: Case, sections: tuple[Section, ...]) -> None:
    """These stay on; all others were on, and are off."""
    rows = SharedSection.objects.filter(sharing__case=case, sharing__ended_at=None)
    rows.exclude(section__in=sections).update(ended_at=timezone.now())


def make_letter(case: Case) -> None:
    """The letter that was read, as a real file."""
    browser = browser_of(case.owner)
    letter = case.safe_letters.get()
    address = f"/c/{case.code}/letters/{letter.pk}/"
    browser.get(address)
    assert "versions" in browser.post(f"{address}issue/", {"version": "1"}).url


def staff() -> list[Membership]:
    return list(Membership.objects.filter(centre__slug="lakeside").order_by("name"))


def desks() -> list[Client]:
    return [browser_of(member.user) for member in staff()]


def table_of(column: str) -> str:
    return column.rpartition(".")[0]


# What is shared, and what is not


def test_every_table_that_bears_words_is_in_one_place():
    """So a new one is shared only when somebody says so here."""
    opened = ALWAYS.union(*OPENS.values())
    bears = {model._meta.label for model, _ in typed_columns()}
    private = {model._meta.label for model in private_models()} & bears
    assert not opened & (NEVER | private)
    assert bears == {one for one in opened if one.count(".") == 1} | NEVER | private


@pytest.mark.parametrize("sections", SWITCHES, ids=lambda on: " ".join(on) or "nothing")
def test_staff_meet_the_words_of_what_is_switched_on_and_no_others(case, sections, log):  # noqa: F811
    hide_in(case)
    words = a_word_in_every_text()
    make_letter(case)
    switched(case, sections)
    opened = ALWAYS.union(*(OPENS[one] for one in sections))
    for member in staff():
        crawl = Crawl(member, case).run()
        for name, text in crawl.answers.items():
            absent(name, text)
            met = met_in(text, words)
            assert not met & FOR_ANA_ALONE, name
            assert {one for one in met if not opened & {one, table_of(one)}} == set(), name
            assert Section.WEIGHING in sections or f"Go to {ANAS_WORD}" not in text, name
        # What is on is there to be found, else all of this looks for nothing.
        found = {table_of(one) for one in met_in(crawl.text, words)}
        for section in sections:
            assert found & OPENS[section], section
        letter = ["letter.pdf"] if Section.LETTERS in sections else []
        for file in (".csv", ".xlsx", "summary.pdf", *letter):
            assert f'{file}"' in crawl.text, file
        assert crawl.mails
        absent("the outbox", *crawl.mails)
        assert not met_in(" ".join(crawl.mails), words)
        assert not crawl.private_tables
    absent("the log", *log)
    assert not met_in(" ".join(log), words)


def test_it_is_found_by_no_search(case):
    """Only by the basic facts, and by the name that she gave for staff to read."""
    for model, column in typed_columns():
        if model._meta.label not in ALWAYS:
            rows = model._base_manager.exclude(**{column.name: ""})
            rows.update(**{column.name: CANARY})
    for desk in desks():
        for name in ("queue", "mine"):
            for words in ("z", "Zin", "zinnia", CANARY):
                answer = desk.get(reverse(f"review:{name}"), {"q": words})
                assert answer.context["lines"] == [], words
        (line,) = desk.get(reverse("review:queue"), {"q": "qui"}).context["lines"]
        assert line.case == case


# Who never shared


def test_who_never_shared_is_in_no_count_order_or_list(case):
    """All that staff can open is the same to the letter, whether he is there or not."""
    before = [as_it_reads(desk, case) for desk in desks()]
    his = whole_case(person("bo"), BOS_WORD)
    his.sharings.all().delete()
    assert [as_it_reads(desk, case) for desk in desks()] == before

    for desk in desks():
        for words in (BOS_WORD, BOS_WORD[:3], his.code, "bo@example.org"):
            answer = desk.get(reverse("review:queue"), {"q": words})
            assert answer.context["lines"] == [], words
        for name in ("case", "messages", "notes", "history", "assign", "appointment", "summary"):
            assert desk.get(reverse(f"review:{name}", args=[his.code])).status_code == 404


def as_it_reads(desk: Client, case: Case) -> dict[str, str]:
    """Each page, but for what is made anew each time: the tokens of its forms."""
    pages = {}
    for name, address in addresses(case):
        if name in PRINTED:
            continue
        with taken_back():
            page = desk.get(address).content.decode()
        pages[name] = re.sub(r'name="(csrfmiddlewaretoken|token)" value="[^"]*"', "", page)
    return pages


# In the code


def test_no_code_of_staff_names_a_model_that_is_for_her_alone():
    """By where a model is defined, under whatever name it comes."""
    named = [
        (path.relative_to(ROOT).as_posix(), name)
        for path in (ROOT / "review").rglob("*.py")
        for name in imported(path)
        if name.startswith("coaching.models") and is_private(name)
    ]
    assert named == []


def is_private(name: str) -> bool:
    found = getattr(coaching.models, name.rpartition(".")[2], None)
    return name.startswith(FILES) or getattr(found, "__module__", "") in FILES


def test_that_would_be_noticed():
    assert is_private("coaching.models.DiaryLine")
    assert is_private("coaching.models.private.MOST_THOUGHTS")
    assert not is_private("coaching.models.Sharing")
