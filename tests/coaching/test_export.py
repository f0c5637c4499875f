"""Everything of mine as one file: whatever belongs to a person is in it, or named with a reason."""

import io
import json
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
import time_machine
from django.apps import apps
from django.db.models import BinaryField
from django.test import Client
from jsonschema import Draft202012Validator

from coaching.letters.pdf import LetterBusy
from coaching.mine.export import (
    LEFT_OUT_COLUMNS,
    LEFT_OUT_TABLES,
    SEALED,
    UNSAID,
    columns_of,
    everything,
)
from coaching.mine.schema import schema
from coaching.mine.whose import paths_to_the_person, tables_of_a_person
from coaching.models import FrozenLetter, Leaning, ParagraphNote, Reading, Verdict
from coaching.views import mine
from coaching.views.mine import READ_ME
from offers.models import Case
from post.models import Mail
from tests.factories import PASSWORD, person
from tests.letters.reading import words_on
from tests.rows import all_rows, our_models
from tests.whole_case import ANAS_WORD, BOS_WORD, MONDAY, When, anas_case, whole_case

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
STORED = json.loads((ROOT / "docs" / "export.schema.json").read_text())


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def browser_of(case: Case) -> Client:
    """Ana, who signs in by codes, so that no password is asked for again."""
    case.owner.set_unusable_password()
    case.owner.save()
    browser = Client()
    browser.force_login(case.owner)
    return browser


def downloaded(browser: Client) -> ZipFile:
    answer = browser.post("/account/export/")
    assert answer.status_code == 200
    return ZipFile(io.BytesIO(answer.getvalue()))


def export_of(case: Case) -> dict:
    return json.loads(downloaded(browser_of(case)).read("export.json"))


def letters_to(address: str) -> None:
    Mail.objects.create(
        key=f"once:{address}", message_id=address, sender="us@example.org", to=address,
        subject="Your code", body="482913", due_at=MONDAY, useless_at=MONDAY.replace(hour=20),
    )  # fmt: skip


# What is in it


def test_each_table_is_in_the_export_or_left_out_with_a_reason():
    """A new model fails here until somebody has thought about it."""
    known = {model._meta.label for model in tables_of_a_person()} | set(LEFT_OUT_TABLES)
    found = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert found == known


def test_each_column_is_in_the_export_or_left_out_with_a_reason():
    columns = {
        f"{model._meta.label}.{field.name}": field in columns_of(model)
        for model in tables_of_a_person()
        for field in model._meta.concrete_fields
    }
    assert {name for name, is_in in columns.items() if not is_in} == set(LEFT_OUT_COLUMNS)


def test_all_our_tables_belong_to_somebody():
    assert set(our_models()) <= set(paths_to_the_person())


def test_every_row_of_ana_is_there_and_none_of_bo():
    case = anas_case()
    letters_to("ana@example.org")
    whole_case(person("bo"), BOS_WORD)
    letters_to("bo@example.org")
    bos = json.dumps(export_of(Case.objects.exclude(pk=case.pk).get()))
    anas = export_of(case)

    for model in our_models():
        assert len(anas["tables"][model._meta.label]) == model._base_manager.count() / 2, model
    assert [row["to"] for row in anas["tables"]["post.Mail"]] == ["ana@example.org"]
    assert BOS_WORD not in json.dumps(anas)
    assert ANAS_WORD not in bos


def test_the_values_are_those_of_the_rows():
    case = anas_case()
    tables = export_of(case)["tables"]
    for label, rows in all_rows().items():
        for exported, row in zip(tables[label], rows, strict=True):
            for name, value in exported.items():
                if name not in FrozenLetter.FILES:
                    assert value == row[name] or value == _plain(row[name]), f"{label}.{name}"


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@pytest.mark.parametrize("when", When)
def test_the_export_keeps_to_its_schema(when):
    case = anas_case(when)
    letters_to("ana@example.org")
    Draft202012Validator.check_schema(STORED)
    Draft202012Validator(STORED).validate(export_of(case))


def test_the_schema_in_docs_is_that_of_the_models():
    """Made anew by `manage.py export_schema > docs/export.schema.json`."""
    assert schema() == STORED


def test_no_key_or_password_leaves():
    case = anas_case()
    letters_to("ana@example.org")
    text = json.dumps(export_of(case)["tables"])
    for secret in (case.reminders.token, case.calendar_feed.token, case.owner.password, "482913"):
        assert secret not in text


def test_letters_are_there_as_they_left():
    case = anas_case()
    zipped = downloaded(browser_of(case))
    version = case.letters.get().versions.get()
    name = f"letters/letter-{version.letter_id}-version-1"

    assert zipped.read(f"{name}.pdf") == bytes(version.pdf)
    assert version.words in zipped.read(f"{name}.txt").decode()
    rows = json.loads(zipped.read("export.json"))["tables"]["coaching.LetterVersion"]
    assert [row["pdf"] for row in rows] == [f"{name}.pdf"]
    assert all(isinstance(field, BinaryField) is (field.name in version.FILES)
               for field in version._meta.concrete_fields)  # fmt: skip


def test_the_answers_are_there_to_read():
    case = anas_case()
    text = downloaded(browser_of(case)).read(f"answers/{case.code}.txt").decode()
    assert "How heavy does this feel?\n    2 of 5" in text
    assert f"A {ANAS_WORD} day." in text


def test_the_record_of_who_was_told_is_there():
    case = anas_case()
    name = f"records/{case.code}-who-was-told.pdf"
    zipped = downloaded(browser_of(case))
    assert "Who was told, and when" in " ".join(words_on(zipped.read(name)))
    assert "records/" in zipped.read("read-me.txt").decode()


def test_while_no_page_can_be_made_all_the_rest_still_goes(monkeypatch):
    def busy(facts):
        raise LetterBusy

    monkeypatch.setattr(mine, "record_pdf", busy)
    case = anas_case()
    zipped = downloaded(browser_of(case))
    said = zipped.read(f"records/{case.code}-who-was-told.pdf.txt").decode()
    assert "Download everything again in a minute." in said
    assert zipped.read(f"answers/{case.code}.txt")


def test_a_case_that_told_nobody_has_no_record():
    names = downloaded(browser_of(anas_case(When.WAITING))).namelist()
    assert not [name for name in names if name.startswith("records/")]


def test_the_read_me_names_every_kind_of_file_of_a_letter():
    assert all(ending in READ_ME.lower() for ending in (*FrozenLetter.FILES, "text"))


def test_no_name_of_a_file_says_who_or_where():
    case = anas_case()
    answer = browser_of(case).post("/account/export/")
    names = ZipFile(io.BytesIO(answer.getvalue())).namelist()

    assert answer["Content-Disposition"] == 'attachment; filename="second-thoughts-2025-12-01.zip"'
    assert all(ANAS_WORD.lower() not in name.lower() for name in names)
    assert all(name.isascii() and " " not in name and ".." not in name for name in names)


def test_a_sealed_leaning_stays_sealed():
    case = anas_case(When.WAITING)
    zipped = downloaded(browser_of(case))
    exported = json.loads(zipped.read("export.json"))
    pk = Leaning.objects.get().pk

    assert exported["withheld"] == [{"table": "coaching.Leaning", "id": pk, "why": SEALED}]
    for name in zipped.namelist():
        assert f"{ANAS_WORD} calls." not in zipped.read(name).decode(errors="replace")


def test_an_open_leaning_is_there():
    exported = export_of(anas_case())
    assert exported["withheld"] == []
    assert exported["tables"]["coaching.Leaning"][0]["because"] == f"{ANAS_WORD} calls."


def test_what_staff_note_is_withheld_until_they_say_how_the_letter_is():
    case = anas_case()
    readings, note = Reading.objects.filter(sharing__case=case), ParagraphNote.objects.get()
    readings.update(verdict=Verdict.WAITING, answered_at=None)
    zipped = downloaded(browser_of(case))
    withheld = json.loads(zipped.read("export.json"))["withheld"]
    assert withheld == [{"table": "coaching.ParagraphNote", "id": note.pk, "why": UNSAID}]
    for name in zipped.namelist():
        assert note.comment not in zipped.read(name).decode(errors="replace")

    readings.update(verdict=Verdict.GOOD, answered_at=MONDAY)
    exported = everything(case.owner)
    assert exported["withheld"] == []
    assert [row["comment"] for row in exported["tables"]["coaching.ParagraphNote"]] == [
        note.comment
    ]


# Who gets it


def test_a_guest_downloads_theirs():
    browser = Client()
    browser.post("/start/", {"stage": "accepted"})
    tables = json.loads(downloaded(browser).read("export.json"))["tables"]

    assert len(tables["offers.Case"]) == 1
    assert tables["accounts.User"][0]["email"] is None


def test_a_password_is_asked_for_again():
    browser = Client()
    browser.force_login(anas_case().owner)
    assert browser.post("/account/export/").url == "/account/export/"
    asked = browser.get("/account/export/").url
    assert asked.startswith("/account/reauthenticate/")
    why = "We ask before everything of yours is downloaded, in case somebody else uses"
    assert why in browser.get(asked).text
    # From there back to the page, which stays while its button gives the file.
    assert browser.post(asked, {"password": PASSWORD}).url == "/account/export/"
    assert downloaded(browser).namelist()


def test_a_case_that_is_closed_or_empty_can_be_downloaded():
    case = anas_case(closed_as="withdrawn", closed_at=MONDAY)
    assert export_of(case)["tables"]["offers.Case"][0]["closed_as"] == "withdrawn"


def test_downloading_changes_nothing_and_only_a_post_starts_it():
    case = anas_case()
    browser = browser_of(case)
    before = all_rows()

    assert downloaded(browser).namelist()
    assert "zip" not in browser.get("/account/export/")["Content-Type"]
    assert browser.put("/account/export/").status_code == 405
    assert Client().post("/account/export/").status_code == 403
    assert all_rows() == before


def test_the_account_page_leads_there():
    assert "/account/export/" in browser_of(anas_case()).get("/account/").content.decode()


def test_the_file_is_made_once_a_minute_and_bo_does_not_wait_for_ana():
    ana, bo = browser_of(anas_case()), browser_of(whole_case(person("bo"), BOS_WORD))
    assert downloaded(ana).namelist()
    again = ana.post("/account/export/", follow=True)
    assert again.redirect_chain == [("/account/export/", 302)]
    assert "You can download it once a minute." in again.text
    assert downloaded(bo).namelist()
    with time_machine.travel(MONDAY + timedelta(seconds=61), tick=False):
        assert downloaded(ana).namelist()
