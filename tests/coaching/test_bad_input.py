"""Whatever is sent: never our fault, never lost, never stored as it could do harm."""

import unicodedata
from collections.abc import Iterator
from html import escape

import pytest
import time_machine
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.letters import paper
from look.text import INVISIBLE, clean_line, clean_text
from tests.page_text import Read, read
from tests.rows import all_rows, tables_written, taken_back
from tests.urlconf import case_urls, every_url
from tests.whole_case import MONDAY, When, anas_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pressed_once")]

TEXTS = {
    "NUL": "before\x00after",
    "escape": "\x1b[31mred\x1b[0m\x07",
    "bidi override": "abc\u202edef\u202c ghi",
    "right to left": "שלום עולם, مرحبا بالعالم",
    "emoji": "👩🏽‍💻 and 🏳️‍🌈",
    "Zalgo": "Z" + "\u0301\u0316\u0334" * 30 + "algo",
    "not composed": "Zoe\u0308 Nu\u0308n\u0303ez",
    "markup": "<script>alert(1)</script><b onmouseover=alert(2)>x</b>",
    "attribute": "\" autofocus onfocus='alert(1)' x=\"",
    "template": "{{7*7}} {% debug %} ${7*7} #{7*7}",
    "SQL": "'; DROP TABLE offers_case; --",
    "formula": '=HYPERLINK("https://elsewhere.example")',
    "path": "../../../../etc/passwd",
    "header": "x\r\nSet-Cookie: a=b",
    "line separators": "one\u2028two\u2029three\x85four",
    "only spaces": "\u00a0\u2003\u200b ",
    "long": "x" * 10_000,
    "many lines": "a\n" * 3_000,
}
VALUES = [
    *("1e999", "-1e999", "NaN", "Infinity", "-0", "1_000", "٣٤٥", "½", "0x10", "9" * 400, "-1"),
    *("2025-02-30", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "-2025-12-01"),
    *("2025-12-١", "1/2/3", "31 February", "tomorrow", "25:00", "10:60", "٣:٠٠", "24:00", "-1:00"),
    *("on", "true", "other", "yes", "../", "\x00", "", " ", "America/Nowhere", "../../etc/passwd"),
]
PLAIN = "application/x-www-form-urlencoded"
BOUNDARY = "multipart/form-data; boundary=x"


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


class Open:
    """A page with a form, as Ana has it before her."""

    def __init__(self, name: str, address: str, browser: Client, page: Read) -> None:
        self.name, self.address, self.browser, self.page = name, address, browser, page
        self.answers = page.posted
        self.answers.pop("csrfmiddlewaretoken", None)

    def send(self, answers: dict) -> object:
        return self.browser.post(self.address, answers)

    @property
    def visible(self) -> set[str]:
        return {one.name for one in self.page.fields if one.is_visible}

    @property
    def texts(self) -> list[str]:
        return [one.name for one in self.page.fields if one.kind in ("text", "textarea")]


def open_pages() -> Iterator[Open]:
    """Every form of the site, each once, where it is open. What is done to it is taken back."""
    seen: set[str] = set()
    for when in (When.TELLING, When.DECIDING, When.WAITING):
        with taken_back():
            case = anas_case(when)
            browser = Client(raise_request_exception=False)
            browser.force_login(case.owner)
            for url in every_url():
                page = browser.get(url.of(case))
                if url.name in seen or page.status_code != 200 or b"<form" not in page.content:
                    continue
                seen.add(url.name)
                found = read(page.content.decode())
                yield Open(url.name, url.of(case), browser, found)
    assert len(seen) > 25


def stored_texts(tables: set[str]) -> set[str]:
    return {
        value
        for rows in all_rows(tables).values()
        for row in rows
        for value in row.values()
        if isinstance(value, str)
    }


def test_a_text_is_stored_clean_or_shown_again():
    """In every line and box of every form at once."""
    met = 0
    for page in open_pages():
        if not page.texts or page.address.startswith("/account/"):
            continue
        met += 1
        for kind, text in TEXTS.items():
            with taken_back(), tables_written() as written:
                answer = page.send(page.answers | dict.fromkeys(page.texts, text))
                what = f"{page.name}, {kind}"
                assert answer.status_code in (200, 302, 409), f"{what}: {answer.status_code}"
                if answer.status_code == 302:
                    assert_kept(what, text, written)
                else:
                    assert_shown_again(what, page, text, answer.content.decode())
    assert met > 12


def assert_kept(what: str, text: str, written: set[str]) -> None:
    """The letters that were typed, without anything invisible, in one form of Unicode."""
    found = stored_texts(written)
    assert all(unicodedata.is_normalized("NFC", one) for one in found), what
    assert not any(INVISIBLE.search(one) for one in found), what
    first_line = clean_line(clean_text(text).partition("\n")[0])  # where each line is a row
    kept = {clean_line(text), clean_text(text), paper.clean(clean_text(text)), first_line}
    assert kept & found or kept == {""}, f"{what}: lost"


def assert_shown_again(what: str, page: Open, text: str, html: str) -> None:
    again = read(html)
    values = {one.name: one.value for one in again.fields}
    for name in page.texts:
        assert "<script>alert" not in html, what
        assert same(values[name], text), f"{what}: lost {name}, {values[name][:60]!r}"


def same(shown: str, typed: str) -> bool:
    """HTML has one kind of line break, and no NUL."""
    return " ".join(shown.replace("\x00", "\ufffd").split()) == " ".join(
        typed.replace("\x00", "\ufffd").split()
    )


def test_an_odd_value_in_any_field_is_an_error_in_words():
    for page in open_pages():
        for value in VALUES:
            with taken_back():
                answer = page.send(dict.fromkeys(names(page), value))
                assert answer.status_code < 500, f"{page.name}: {value!r}"


def names(page: Open) -> dict[str, str]:
    return {one.name: "" for one in page.page.fields if one.name != "csrfmiddlewaretoken"}


def test_one_open_question_leaves_all_other_answers_as_they_were():
    met = 0
    for page in open_pages():
        for name in page.answers:
            others = {other: kept for other, kept in page.answers.items() if other != name}
            with taken_back():
                html = page.send(others).content.decode()
            if "There is a problem" not in html or page.name.startswith("account"):
                continue
            met += 1
            again = read(html).posted
            for other in others.keys() & page.visible:
                assert again.get(other) == others[other], f"{page.name}: {other}, without {name}"
    assert met > 15


def test_nothing_at_all_and_each_answer_twice():
    for page in open_pages():
        twice = {name: [*values, *values, "another"] for name, values in page.answers.items()}
        for answers in ({}, {"version": ""}, twice, {"unheard": "of"}):
            with taken_back():
                assert page.send(answers).status_code < 500, f"{page.name}: {answers}"


OWNED = {"owner": "2", "owner_id": "2", "case": "2", "case_id": "2", "id": "2", "pk": "2",
         "code": "2222222222", "stage": "started", "closed_as": "withdrawn", "is_staff": "on",
         "outcome": "out", "contact": "2", "number": "4"}  # fmt: skip


def test_a_field_that_is_not_on_the_page_changes_nothing():
    for page in open_pages():
        if page.name in ("coaching:offer-remove", "coaching:close-delete"):
            continue
        own = {name for name in OWNED if name in names(page)}
        with taken_back():
            page.send(page.answers)
            honest = all_rows()
        with taken_back():
            page.send({name: OWNED[name] for name in OWNED if name not in own} | page.answers)
            assert comparable(all_rows()) == comparable(honest), page.name


def comparable(rows: dict) -> dict:
    """Without ids and tokens made on the way."""
    return {
        label: [{k: v for k, v in row.items() if k not in ("id", "token")} for row in table]
        for label, table in rows.items()
    }


@pytest.mark.parametrize("number", [0, 7_777_777, 2**31, 2**63, 10**30])
def test_an_id_that_nobody_has_is_not_found(number):
    case = anas_case()
    browser = Client()
    browser.force_login(case.owner)
    keyed = [url for url in case_urls() if {"number", "who", "which"} & set(url.wants)]
    before = all_rows()
    for url in keyed:
        other = {want: str(number) for want in url.wants if want in ("number", "who", "which")}
        for method in ("GET", "POST"):
            answer = browser.generic(method, url.of(case, **other))
            harmless = url.name.endswith("-remove") and method == "POST"
            assert answer.status_code in (404, 405) or harmless, f"{method} {url.name}"
    assert all_rows() == before


BODIES = {
    "utf-16": (b"first=x", f"{PLAIN}; charset=utf-16"),
    "cp037": (b"first=x", f"{PLAIN}; charset=cp037"),
    "no such charset": (b"a=b", f"{PLAIN}; charset=no-such"),
    "no boundary": (b"first=x", "multipart/form-data"),
    "broken parts": (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', BOUNDARY),
    "a file": (
        b'--x\r\nContent-Disposition: form-data; name="a"; filename="a.pdf"\r\n\r\nb\r\n--x--\r\n',
        BOUNDARY,
    ),
    "301 fields": (
        b"&".join(b"f%d=x" % n for n in range(301)),
        "application/x-www-form-urlencoded",
    ),
    "300 kB": (b"first=" + b"x" * 300_000, PLAIN),
    "bad percents": (b"%ff%fe=%00&%zz=%&=&&", PLAIN),
    "half a character": (b"first=%ED%A0%80%C3", PLAIN),
    "JSON": (b'{"first": "x"}', "application/json"),
}


def test_an_odd_body_gets_a_calm_answer():
    case = anas_case()
    browser = Client(raise_request_exception=False)
    browser.force_login(case.owner)
    for url in every_url():
        address = url.of(case)
        for kind, (body, content_type) in BODIES.items():
            with taken_back():
                answer = browser.generic("POST", address, body, content_type)
                assert answer.status_code < 500, f"{url.name}, {kind}: {answer.status_code}"
                assert b"Traceback" not in answer.content, f"{url.name}, {kind}"


PATHS = [
    "/c/%00/", "/c/abc%00def/", "/%ff%fe/", "/c/%zz/", "/c//pause/", "/c/../../etc/passwd",
    "/c/{}/%00", "/c/{}/questions/%00/", "/c/{}/offers/-1/basics/", "/c/{}/offers/1e3/basics/",
    "/c/{}/offers/٣/basics/", "/c/{}/questions/%E2%80%AE/", "/account/login/?next=%ff%zz",
    "/account/login/?next=//elsewhere.example/", "/account/login/?next={{7*7}}",
    "/start/?stage=%00", "/c/{}/?a=%00&b=%ff", "/static/%00", "/static/../config/settings.py",
    "/c/" + "x" * 5000 + "/",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_an_odd_address_gets_a_calm_answer(path):
    case = anas_case()
    browser = Client(raise_request_exception=False)
    browser.force_login(case.owner)
    for method in ("GET", "POST"):
        answer = browser.generic(method, path.replace("{}", case.code))
        assert answer.status_code < 500
        assert "elsewhere.example" not in answer.headers.get("Location", "")
        assert b"49" not in answer.content or b"{{7*7}}" not in path.encode()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_stored_clean_or_shown_again(text):
    with time_machine.travel(MONDAY, tick=False), taken_back():
        case = anas_case(When.WAITING)
        browser = Client()
        browser.force_login(case.owner)
        url = next(url for url in case_urls() if url.name == "coaching:why")
        answers = read(browser.get(url.of(case)).content.decode()).posted
        typed = text.encode("utf-8", "replace").decode()
        answer = browser.post(url.of(case), answers | {"first": typed})
        case.refresh_from_db()

        assert answer.status_code == 302
        assert case.real_reason.first == clean_text(typed)
        assert escape(case.real_reason.first) in browser.get(url.of(case)).content.decode()


def test_a_template_in_an_employers_name_is_only_a_name():
    with taken_back():
        case = anas_case()
        case.offers.filter(number=1).update(employer="{{7*7}}<script>alert(1)</script>")
        browser = Client()
        browser.force_login(case.owner)
        for url in case_urls():
            page = browser.get(url.of(case)).content.decode(errors="replace")
            assert "<script>alert" not in page, url.name
            assert "49<" not in page, url.name
