"""A word that is only in what is for the person alone, and all that leaves: they never meet."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import unquote

import pikepdf
import pytest
from django.db.models import CharField, Model, TextField
from django.test import Client

from coaching.journey.parts import FOR_THE_PERSON_ALONE, SHAREABLE
from coaching.letters.kinds import FURTHER, SAFE
from coaching.models import Happened, HelperLink, HelperPart, Outcome, Reminders, Told
from coaching.tasks import remind_who_is_due
from offers.models import Case, Stage
from post.deliver import deliver_due
from post.models import Mail
from tests.coaching.test_privacy import PRIVATE, is_typed
from tests.letters.reading import words_on
from tests.page_text import headings, read, title_of
from tests.rows import our_models, taken_back
from tests.urlconf import case_urls
from tests.whole_case import ANAS_WORD, MONDAY, When, anas_case

pytestmark = pytest.mark.django_db

CANARY = "Zinnia"
DAY = timedelta(days=1)
CASES = [
    (Stage.ACCEPTED, Outcome.OUT),
    (Stage.ACCEPTED, Outcome.KEEP),
    (Stage.NOT_ACCEPTED, Outcome.OUT),
    (Stage.NOT_ACCEPTED, Outcome.KEEP),
    (Stage.STARTED, Outcome.OUT),
]


@pytest.fixture(autouse=True)
def _monday(time_machine, settings):
    settings.MAILERS = settings.MAILERS | {"default": {"BACKEND": "post.backend.Outbox"}}
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture(params=CASES, ids=[" ".join(one) for one in CASES])
def case(request) -> Case:
    """Everything is filled in, and what is for Ana alone says one more word."""
    stage, outcome = request.param
    case = anas_case(When.TOLD, stage=stage, outcome=outcome)
    Told.objects.update(what=Happened.SPOKE)
    return hide_in(case)


def hide_in(case: Case) -> Case:
    for model in private_models():
        for field in model._meta.concrete_fields:
            if is_typed(model, field):
                hers = model._base_manager.filter(**{f"{field.name}__contains": ANAS_WORD})
                assert hers.update(**{field.name: f"{CANARY} {field.name}"[: field.max_length]})
    return case


def private_models() -> list[type[Model]]:
    files = {file.__name__ for file in PRIVATE}
    return [model for model in our_models() if model.__module__ in files]


def browser(case: Case) -> Client:
    client = Client()
    client.force_login(case.owner)
    return client


def absent(where: str, *texts: str) -> None:
    for text in texts:
        assert CANARY.lower() not in unquote(text).replace("\r\n ", "").lower(), where


# Where she may read it


def test_the_word_is_there_to_be_found(case):
    """Else all of this would look for nothing."""
    page = browser(case).get(f"/c/{case.code}/print/").content.decode()
    assert page.count(CANARY) > 20


@pytest.mark.parametrize("stage", Stage)
def test_what_is_typed_on_a_page_marked_for_her_alone_lands_in_rows_for_her_alone(stage):
    """So a new page that is marked cannot keep its words where something else reads them."""
    case = anas_case(When.DECIDING, stage=stage)
    client, seen = browser(case), 0
    for url in case_urls():
        page = client.get(url.of(case))
        if not (page.context and page.context.get("privacy_mark") == "N"):
            continue
        fields = read(page.content.decode()).fields
        typed = read(page.content.decode()).posted | {
            one.name: CANARY for one in fields if one.takes_text
        }
        with taken_back():
            client.post(url.of(case), typed)
            found = {model for model in our_models() if says_it(model)}
            seen += bool(found)
            assert found <= set(private_models()), url.name
    assert seen > 10


def says_it(model: type[Model]) -> bool:
    texts = [f.name for f in model._meta.concrete_fields if isinstance(f, CharField | TextField)]
    return any(model._base_manager.filter(**{f"{t}__contains": CANARY}).exists() for t in texts)


# What leaves


def test_it_is_in_no_letter_whatever_it_leaves_as(case, log):
    client = browser(case)
    letters = list(begun(client, case))
    assert len(letters) >= 3
    made = 0
    for url in letters:
        sheet = client.get(url)
        absent(url, title_of(sheet.text), *(re.findall(r"<article.*?</article>", sheet.text, re.S)))
        answer = client.post(f"{url}issue/", {"version": "1"})
        if "versions" not in answer.url:
            continue
        made += 1
        page = client.get(answer.url)
        absent(answer.url, page.text)  # the words, and “mailto:” with them
        for ending, text in READ.items():
            file = client.get(f"{answer.url}letter.{ending}")
            assert file.status_code == 200
            absent(file["Content-Disposition"], file["Content-Disposition"], text(file.content))
    assert made >= 2, letters
    absent("the log", *log)


def begun(client: Client, case: Case) -> Iterator[str]:
    """The address of each letter of each family that this case may write."""
    of_case = f"/c/{case.code}"
    doors = [f"{of_case}/tell/{one.pk}/letter/" for one in case.contacts.all()]
    doors += [f"{of_case}/letters/new/{one.slug}/{n}/" for one in SAFE for n in (1, 2, 3)]
    doors += [f"{of_case}/tell/more/new/{one.slug}/" for one in FURTHER]
    for door in doors:
        answer = client.post(door)
        if answer.status_code == 302 and re.search(r"/(letters|more)/\d+/$", answer.url):
            absent(answer.url, answer.url)
            yield answer.url


def in_pdf(pdf: bytes) -> str:
    """Its words, and what it says about itself."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        about = [*map(str, document.docinfo.values()), str(document.open_metadata())]
    return " ".join([*words_on(pdf), *about])


def in_docx(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return " ".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())


def in_eml(eml: bytes) -> str:
    message = message_from_bytes(eml, policy=default)
    attached = [in_pdf(part.get_content()) for part in message.iter_attachments()]
    return " ".join([str(message.items()), message.get_body().get_content(), *attached])


READ = {"pdf": in_pdf, "docx": in_docx, "eml": in_eml, "txt": bytes.decode}


def test_it_is_in_no_record_card_script_or_plan(case, log):
    client = browser(case)
    record = client.get(f"/c/{case.code}/tell/done/record.pdf")
    files = [record] if record.status_code == 200 else []
    for one in case.contacts.all():
        files.append(client.get(f"/c/{case.code}/tell/{one.pk}/card.pdf"))
        for name in ("call", "card", "rehearse", "log"):
            absent(name, client.get(f"/c/{case.code}/tell/{one.pk}/{name}/", follow=True).text)
    cards = [file for file in files if file.get("Content-Type") == "application/pdf"]
    for file in cards:
        absent(file["Content-Disposition"], file["Content-Disposition"], in_pdf(file.content))
    if case.decisions.get().outcome == Outcome.OUT:
        assert len(cards) > 1
        for name in ("tell/", "tell/done/"):
            absent(name, client.get(f"/c/{case.code}/{name}").text)
    absent("the log", *log)


def test_it_is_in_no_e_mail_that_waits_or_leaves(case, log, time_machine, mailoutbox):
    """Every reminder there is, the code to sign in, and the row that keeps each."""
    kinds = ("date", "diary", "telling", "after")
    Reminders.objects.update(**dict.fromkeys(kinds, True), look_at=MONDAY)
    Told.objects.all().delete()
    Client().post("/account/login/code/", {"email": case.owner.email})
    now = MONDAY
    while now < MONDAY + 200 * DAY:
        time_machine.move_to(now, tick=False)
        remind_who_is_due.call()
        absent("the outbox", *(str(row) for row in Mail.objects.values()))
        deliver_due()
        now += timedelta(hours=2) if now < MONDAY + 4 * DAY else 2 * DAY
        Reminders.objects.update(look_at=now)
    assert len(mailoutbox) > 1
    absent("a mail", *(message.message().as_string() for message in mailoutbox))
    absent("the log", *log)


def test_it_is_in_no_calendar(case):
    client = browser(case)
    for url in (f"/c/{case.code}/dates.ics", f"/calendar/{case.calendar_feed.token}.ics"):
        file = client.get(url)
        assert file.status_code == 200, url
        absent(url, file.text, str(file.headers))


@pytest.mark.parametrize("when", When)
def test_it_is_in_no_title_address_or_line_of_the_log(when, log):
    case = hide_in(anas_case(when))
    client = browser(case)
    for url in case_urls():
        answer = client.get(url.of(case))
        absent(url.name, answer.headers.get("Location", ""), str(answer.headers))
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            page = answer.content.decode()
            links = [link for link in read(page).links if not link.startswith("mailto:")]
            absent(url.name, title_of(page), *headings(page), *links)
    absent("the log", *log)


# Who reads along


def test_a_helper_meets_it_only_where_she_opened_what_is_hers_alone(case):
    link = HelperLink.objects.get()
    link.parts.all().delete()
    HelperPart.objects.bulk_create(HelperPart(link=link, part=one.name) for one in SHAREABLE)
    mo = Client()
    for text in helper_pages(mo, link):
        absent("a part that was opened", text)
    for part in FOR_THE_PERSON_ALONE:
        assert mo.get(f"/h/{link.token}/{part.name}/").status_code == 404
    HelperPart.objects.create(link=link, part="diary-private")
    assert any(CANARY in text for text in helper_pages(mo, link))


def helper_pages(mo: Client, link: Any) -> Iterator[str]:
    index = mo.get(f"/h/{link.token}/")
    assert index.status_code == 200
    yield index.text
    for part in link.parts.all():
        page = mo.get(f"/h/{link.token}/{part.part}/")
        assert page.status_code == 200, part.part
        yield page.text
