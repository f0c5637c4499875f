"""What staff see of how cases end: shares, reasons, deadlines, and files of the same."""

import csv
import io
import re
from datetime import date, timedelta
from itertools import combinations, product
from zipfile import ZipFile

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from centres.models import Employer, EmployerMove, EmployerSpelling, Tally
from centres.naming import join
from centres.small_numbers import FEWEST
from coaching.counting.publish import publish
from review.models import FirstReply
from review.spreadsheets import as_csv, as_xlsx
from tests.desk import counted
from tests.factories import PASSWORD, adviser, case_of, centre, lead, person, shared, tallies
from tests.statements import statements

pytestmark = pytest.mark.django_db
SUNDAYS = (date(2026, 9, 7), date(2026, 9, 14))


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def cleo(lakeside):
    member = adviser(lakeside)
    member.user.set_unusable_password()
    member.user.save()
    return member


@pytest.fixture
def desk(cleo):
    return browser_of(cleo.user)


def browser_of(user) -> Client:
    desk = Client()
    desk.force_login(user)
    return desk


def text(desk, name, *args, query="", **kwargs):
    answer = desk.get(reverse(f"review:{name}", args=args) + query)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


# The pages


def test_the_share_of_accepted_offers_withdrawn(lakeside, desk):
    counted(lakeside)
    page = text(desk, "employers")

    assert "Northgate Bank: students withdrew from 9 of 21 accepted offers, or 43%." in page
    assert "Corvid Systems 16% (5 of 31)" in page
    assert "Alder Consulting Too few to show" in page
    assert "Meridian" not in page
    assert "Had to answer too fast 100%" in page
    assert "no two numbers here leave one under 5" in page


def test_the_other_employers_together_are_never_the_largest(lakeside, desk):
    for employer in ("Alder", "Meridian"):
        tallies(lakeside, 4, employer=employer, ended_as="withdrawn")
    publish(lakeside, SUNDAYS[0])
    assert "largest share" not in text(desk, "employers")

    tallies(lakeside, 8, employer="Corvid", closed_on=SUNDAYS[0])
    tallies(lakeside, 5, employer="Corvid", closed_on=SUNDAYS[0], ended_as="withdrawn")
    publish(lakeside, SUNDAYS[1])
    page = text(desk, "employers")
    assert "Corvid: students withdrew from 5 of 13 accepted offers" in page
    assert page.index("Corvid 38%") < page.index("Other employers 100%")


def test_a_page_without_totals_says_when_they_begin(desk):
    assert "There are no totals yet" in text(desk, "employers")
    assert "There are no totals yet" in text(desk, "dashboard")


def test_one_employer(lakeside, desk):
    counted(lakeside)
    page = text(desk, "employer", Employer.objects.get(name="Corvid Systems").pk)
    assert "Students withdrew from 5 of 31 accepted offers, or 16%." in page
    assert "Half of the students had 5 days or less." in page


def test_a_term_or_a_programme_nobody_was_told_of_narrows_nothing(lakeside, desk):
    counted(lakeside)
    every = text(desk, "employers")
    for query in ("?term=2030-1", "?programme=Secret", "?term=%00", "?term=2026-3'--"):
        assert "9 of 21" in text(desk, "employers", query=query)
    assert "6" in text(desk, "dashboard", query="?term=2026-1")
    assert every


def test_another_school_sees_nothing_of_it(lakeside, desk):
    counted(lakeside)
    dev = browser_of(lead(centre("hilltop")).user)
    one = Employer.objects.get(name="Northgate Bank").pk

    assert "Northgate" not in text(dev, "employers")
    assert dev.get(reverse("review:employer", args=[one])).status_code == 404
    assert dev.post(reverse("review:employer-take", args=[one])).status_code == 404
    assert browser_of(person("bo")).get(reverse("review:employers")).status_code == 404


# Nothing under five, on any page or in any file under any filter


FIGURES = ("employers", "dashboard")


def every_number(desk):
    """Each number of each page, and of each file, under each filter."""
    for term, programme in product(("", "2026-1", "2026-3"), ("", "Statistics", "Nursing")):
        query = f"?term={term}&programme={programme}"
        for name in FIGURES:
            page = desk.get(reverse(f"review:{name}") + query).content.decode()
            for found in re.findall(r'class="num">(.*?)</(?:span|td)>', page):
                plain = re.sub(r"<[^>]*>|\d+%|days?", " ", found)
                yield from (int(number) for number in re.findall(r"\d+", plain))
        yield from (int(row[-1]) for row in rows_of_file(desk, query)[1:])


def rows_of_file(desk, query=""):
    answer = desk.post(reverse("review:figures-file") + query, {"kind": "csv"})
    assert answer.status_code == 200
    if "Content-Disposition" not in answer:
        return []  # nothing is told of that
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_no_page_or_file_shows_a_number_under_five(lakeside, desk):
    counted(lakeside)
    numbers = list(every_number(desk))
    assert len(numbers) > 50
    assert all(number >= FEWEST for number in numbers), sorted(set(numbers))


def test_who_withdrew_among_few_moves_nothing_anywhere(lakeside, desk):
    """Two of ten withdrew from Alder, or three of ten: all pages and files stay as they are."""
    seen = []
    for withdrawn in (2, 3):
        Tally.objects.all().delete()
        tallies(lakeside, 10 - withdrawn, employer="Alder", programme="Statistics")
        tallies(lakeside, withdrawn, employer="Alder", programme="Statistics", ended_as="withdrawn")
        tallies(lakeside, 30, employer="Corvid", programme="Statistics")
        publish(lakeside, SUNDAYS[0])
        pages = [text(desk, name) for name in FIGURES]
        seen.append([*pages, rows_of_file(desk)])
    assert seen[0] == seen[1]


def test_one_row_of_a_file_less_another_is_never_one_to_four_of_the_same(lakeside, desk):
    counted(lakeside)
    files = {
        query: rows_of_file(desk, query)[1:]
        for query in ("", "?term=2026-3", "?term=2026-1", "?programme=Statistics",
                      "?term=2026-3&programme=Statistics")
    }  # fmt: skip
    for one, other in combinations(files.values(), 2):
        left = [row for row in one if row not in other] + [row for row in other if row not in one]
        assert all(int(row[-1]) >= FEWEST for row in left)
        assert {tuple(row) for row in other} <= {tuple(row) for row in files[""]}


# Files


def test_a_password_is_asked_for_before_a_file(lakeside):
    fay = lead(lakeside, "fay")
    desk = Client()
    desk.login(username=fay.user.email, password=PASSWORD)
    desk.force_login(fay.user)
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        page = reverse("review:figures-file")
        assert desk.post(page, {"kind": "csv"}).url == page
        asked = desk.get(page).url
        assert "/account/reauthenticate/" in asked
        assert "We ask before the totals are downloaded" in desk.get(asked).text


def test_a_file_says_what_it_is(lakeside, desk):
    counted(lakeside)
    answer = desk.post(reverse("review:figures-file"), {"kind": "csv"})
    assert answer["Content-Disposition"] == 'attachment; filename="totals-2026-09-06.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert rows_of_file(desk)[0] == ["Term", "Employer", "How it ended", "Program", "Offers"]
    assert "Choose which file" in desk.post(reverse("review:figures-file")).content.decode()


def test_without_totals_there_is_no_file(lakeside, desk):
    page = reverse("review:figures-file")
    assert "There is nothing to download yet." in desk.get(page).text
    answer = desk.post(page, {"kind": "csv"})
    assert "Content-Disposition" not in answer
    assert "There are no totals to download yet" in answer.text


HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1",
    "=HYPERLINK(\"https://example.com\";\"x\")", "=cmd|' /C calc'!A0", '"=1"', "a,b\n=1",
)  # fmt: skip


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_is_a_formula(cell):
    read = list(csv.reader(io.StringIO(as_csv(["Name"], [[cell]]).decode("utf-8-sig"), newline="")))
    assert read[1][0] in (cell, f"'{cell}")
    assert not read[1][0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))

    with ZipFile(io.BytesIO(as_xlsx(["Name"], [[cell]]))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()


def test_a_hostile_employer_and_programme_stay_text_in_both_files(lakeside, desk):
    tallies(lakeside, 6, employer="=1+1", programme="@here")
    publish(lakeside, SUNDAYS[0])
    assert rows_of_file(desk)[1] == ["Fall 2026", "'=1+1", "Kept the job", "'@here", "6"]
    answer = desk.post(reverse("review:figures-file"), {"kind": "xlsx"})
    with ZipFile(io.BytesIO(answer.content)) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


# Names


def test_spellings_are_joined_and_parted_again_with_a_history(lakeside, cleo, desk):
    tallies(lakeside, 6, employer="Northgate Bank")
    tallies(lakeside, 2, employer="Nortgate Bank")
    tallies(lakeside, 3, employer="Alder")
    tallies(lakeside, 3, employer="Meridian")
    publish(lakeside, SUNDAYS[0])
    tallies(lakeside, 3, employer="Nortgate Bank", closed_on=None)
    one = Employer.objects.get()
    take = reverse("review:employer-take", args=[one.pk])
    assert "Nortgate Bank" in text(desk, "employer-names")

    for _ in range(2):
        assert desk.post(take, {"words": "Nortgate Bank"}).status_code == 302
    assert EmployerMove.objects.count() == 1
    assert "6" in str(rows_of_file(desk))  # nothing moves until it is counted anew

    tallies(lakeside, 5, employer="Corvid", closed_on=SUNDAYS[0])
    publish(lakeside, SUNDAYS[1])
    assert {row[1]: row[4] for row in rows_of_file(desk)[1:]} == {
        "Corvid": "5",
        "Northgate Bank": "11",
        "Other employers": "6",
    }

    spelling = EmployerSpelling.objects.get(words="Nortgate Bank")
    for _ in range(2):
        desk.post(reverse("review:employer-part", args=[spelling.pk]))
    assert EmployerMove.objects.count() == 2
    assert EmployerMove.objects.first().name == cleo.name
    assert "counts for itself" in text(desk, "employer-names")
    spelling.refresh_from_db()
    assert spelling.employer is None


def test_two_employers_are_joined_by_a_form_and_neither_disappears(lakeside, desk):
    first, second = (Employer.named(lakeside, name) for name in ("Corvid Systems", "CS"))
    join = reverse("review:employer-join")
    same = desk.post(join, {"other": first.pk, "into": first.pk}).content.decode()
    assert "Choose two different employers" in same
    assert desk.post(join, {"other": second.pk, "into": first.pk}).status_code == 302

    assert Employer.named(lakeside, "C.S.") == first
    assert "It counts for Corvid Systems now" in text(desk, "employer", second.pk)
    desk.post(reverse("review:employer-part", args=[first.spellings.get(words="CS").pk]))
    assert Employer.named(lakeside, "cs") == second


def test_a_rare_name_that_looks_like_none_is_shown_nowhere(lakeside, desk):
    tallies(lakeside, 6, employer="Northgate Bank")
    tallies(lakeside, 4, employer="My aunt’s bakery")
    tallies(lakeside, 3, employer="Alder")
    publish(lakeside, SUNDAYS[0])
    for name in (*FIGURES, "employer-names"):
        assert "bakery" not in text(desk, name)
    one = Employer.objects.get(name="Northgate Bank")
    take = reverse("review:employer-take", args=[one.pk])
    assert desk.post(take, {"words": "My aunt’s bakery"}).status_code == 404
    assert desk.post(take, {"other": "9" * 30}).status_code == 404


@pytest.mark.mission("S2-22")
def test_a_guessed_name_finds_no_student(lakeside, desk):
    """One student typed it: adding what it may look like tells nothing, until five did."""
    tallies(lakeside, 6, employer="Northgate Bank")
    tallies(lakeside, 4, employer="Wexhall Partners")
    publish(lakeside, SUNDAYS[0])
    guess = Employer.named(lakeside, "Wexhall")
    take = reverse("review:employer-take", args=[guess.pk])
    assert "Partners" not in text(desk, "employer-names")
    assert desk.post(take, {"words": "Wexhall Partners"}).status_code == 404

    tallies(lakeside, 1, employer="wexhall partners", closed_on=None, term="2026-1")
    assert "artners" in text(desk, "employer-names")
    assert desk.post(take, {"words": "wexhall partners"}).status_code == 302


def test_an_employer_is_added_once(lakeside, desk):
    add = reverse("review:employer-name-add")
    for name in ("Corvid Systems", "corvid systems, inc."):
        assert desk.post(add, {"name": name}).status_code == 302
    assert Employer.objects.count() == 1
    assert "Enter the name of the employer" in desk.post(add, {"name": " "}).content.decode()
    assert "120 characters" in desk.post(add, {"name": "x" * 121}).content.decode()


# The dashboard


def test_the_dashboard_counts_what_is_open_and_what_ended(lakeside, cleo, desk):
    counted(lakeside)
    for number in range(12):
        case = case_of(person(f"student{number}"))
        step = "weighing" if number < 7 else "ready" if number < 10 else "pause"
        shared(case, cleo, step=step, team_may_read=True)
    page = text(desk, "dashboard")

    assert "Open cases 12" in page
    assert "Weighing it up 7" in page
    assert "Other stages 5" in page
    assert "Ready to decide" not in page
    assert "Fall 2026" in page


def test_the_dashboard_less_the_queue_leaves_nobody(lakeside, cleo, desk):
    for number in range(5):
        shared(case_of(person(f"student{number}")), cleo, team_may_read=True, step="telling")
    shared(case_of(person("alone")), cleo, step="telling")
    assert "Open cases 5" in text(desk, "dashboard")
    assert "Telling people 5" in text(desk, "dashboard")


def test_the_time_to_a_first_reply_is_the_same_everywhere_and_of_five_and_more(lakeside, desk):
    gil = adviser(lakeside, "gil")
    for number in range(5):
        assert "Not enough replies yet" in text(desk, "dashboard")
        assert desk.get("/staff/").context["typical"] == "–"
        sharing = shared(case_of(person(f"student{number}")), gil)
        then = sharing.started_at
        FirstReply.objects.create(
            sharing=sharing, centre=lakeside, asked_at=then - timedelta(hours=3), answered_at=then
        )
    assert "3 h" in text(desk, "dashboard")
    assert desk.get("/staff/").context["typical"] == "3 h"


@pytest.mark.parametrize("name", ["employers", "dashboard", "employer-names", "outreach"])
def test_a_page_asks_as_often_for_thirty_employers_as_for_three(lakeside, desk, name):
    def asked():
        return len(statements(lambda: text(desk, name))[0])

    for number in range(3):
        tallies(lakeside, 5, employer=f"Firm {number} of many")
    publish(lakeside, SUNDAYS[0])
    few = asked()
    for number in range(3, 30):
        tallies(lakeside, 5, employer=f"Firm {number} of many")
    publish(lakeside, SUNDAYS[0])

    assert Employer.objects.count() == 30
    assert asked() == few


def test_a_mistyped_employer_goes_again_while_nothing_hangs_on_it(lakeside, cleo, desk):
    slip, used = Employer.named(lakeside, "Nortgate"), Employer.named(lakeside, "Alder")
    tallies(lakeside, 10, employer="Alder")
    publish(lakeside, SUNDAYS[0])
    take_off = "Take this name off the list"
    assert take_off in text(desk, "employer", slip.pk)
    assert take_off not in text(desk, "employer", used.pk)

    address = reverse("review:employer-remove", args=[slip.pk])
    assert "Take “Nortgate” off the list?" in desk.get(address).text
    assert Employer.objects.filter(pk=slip.pk).exists()
    dev = lead(centre("hilltop"))
    assert browser_of(dev.user).post(address).status_code == 404
    assert desk.post(address).url == reverse("review:employer-names")
    assert not Employer.objects.filter(pk=slip.pk).exists()
    assert desk.post(address).status_code == 404
    assert Employer.named(lakeside, "Nortgate").name == "Nortgate"

    kept = reverse("review:employer-remove", args=[used.pk])
    assert "Something hangs on this name" in desk.post(kept, follow=True).text
    joined = Employer.named(lakeside, "Alder Bank")
    join(joined, used, cleo, timezone.now())
    desk.post(reverse("review:employer-remove", args=[joined.pk]))
    assert Employer.objects.filter(pk__in=[used.pk, joined.pk]).count() == 2
