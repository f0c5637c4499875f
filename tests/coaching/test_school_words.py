"""A centre’s words reach its own students: first drafts, lines, help lines and introductions."""

import pytest
from django.utils import timezone

from coaching.models import Decision, Letter, Letterhead, Outcome
from offers.models import Case
from tests.factories import accepted_offer, case_of, centre, enrolled, manager, person, wording

pytestmark = pytest.mark.django_db
TEXT = (
    "{{ greeting }}\n\n{{ statement }} I thought about it for a long time.\n\n"
    "{{ apology }}\n\n{{ goodbye }}"
)
MARK = "I thought about it for a long time."


@pytest.fixture
def lakeside():
    of = centre()
    wording(of, "letter", "withdraw-plain", TEXT)
    wording(of, "script", "sorry", "I’m sorry to bring you this news, {{ them }}.")
    wording(of, "help", "lines", "Counseling: call 555 0100, day and night\n<b>Chaplain</b>")
    wording(of, "guidance", "why", "At Lakeside we hear this **often**. <script>x</script>")
    return of


@pytest.fixture
def ana(client):
    ana = person("ana")
    client.force_login(ana)
    return ana


def leaving(owner) -> tuple[Case, Letter]:
    case = case_of(owner, pages=("pause", "basics-1"))
    offer = accepted_offer(case, accepted_on=timezone.localdate())
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=timezone.now())
    Letterhead.objects.create(case=case, name="Ana Silva")
    letter = Letter.objects.create(case=case, contact=manager(offer), reason="none")
    return case, letter


def page_of(client, case, rest: str) -> str:
    answer = client.get(f"/c/{case.code}/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_first_draft_is_in_the_words_of_their_school(client, ana, lakeside):
    enrolled(ana, lakeside)
    case, letter = leaving(ana)
    page = page_of(client, case, f"tell/letters/{letter.pk}/")

    assert MARK in page
    assert "withdraw my acceptance of the Data Analyst position" in page


def test_nobody_elses_draft_is(client, ana, lakeside):
    enrolled(ana, centre("hilltop"))
    case, letter = leaving(ana)
    assert MARK not in page_of(client, case, f"tell/letters/{letter.pk}/")


def test_who_has_no_school_reads_ours(client, ana, lakeside):
    case, letter = leaving(ana)

    assert MARK not in page_of(client, case, f"tell/letters/{letter.pk}/")
    assert "At Lakeside" not in page_of(client, case, "why/")
    assert "555 0100" not in client.get("/support/").content.decode()


def test_words_of_ones_own_stay(client, ana, lakeside):
    enrolled(ana, lakeside)
    case, letter = leaving(ana)
    Letter.objects.filter(pk=letter.pk).update(words="Dear Dana,\n\nI withdraw. Thank you. Sorry.")

    assert MARK not in page_of(client, case, f"tell/letters/{letter.pk}/")


def test_back_to_ours_reaches_the_next_draft(client, ana, lakeside):
    enrolled(ana, lakeside)
    case, letter = leaving(ana)
    wording(lakeside, "letter", "withdraw-plain", "", number=2)

    assert MARK not in page_of(client, case, f"tell/letters/{letter.pk}/")


def test_words_that_would_lose_a_must_have_give_way_to_ours(client, ana, lakeside):
    """Such as words that were saved before a check became stricter."""
    enrolled(ana, lakeside)
    wording(lakeside, "letter", "withdraw-plain", f"{{{{ greeting }}}} {MARK}", number=2)
    case, letter = leaving(ana)
    page = page_of(client, case, f"tell/letters/{letter.pk}/")

    assert MARK not in page
    assert "I am writing to withdraw my acceptance" in page


def test_what_ana_typed_is_never_read_as_a_gap(client, ana, lakeside):
    enrolled(ana, lakeside)
    case, letter = leaving(ana)
    case.offers.update(title="{{ greeting }} Clerk {% load x %}")
    page = page_of(client, case, f"tell/letters/{letter.pk}/")

    assert "{{ greeting }} Clerk {% load x %} position" in page


def test_the_call_says_it_in_their_words(client, ana, lakeside):
    enrolled(ana, lakeside)
    case, letter = leaving(ana)
    page = page_of(client, case, f"tell/{letter.contact_id}/call/")

    assert "“I’m sorry to bring you this news, Dana.”" in page
    assert "I’ve decided to withdraw from the Data Analyst role" in page


def test_help_lines_stand_on_top_for_their_students(client, ana, lakeside):
    enrolled(ana, lakeside)
    page = client.get("/support/").content.decode()

    line = 'Counseling: call <a href="tel:5550100">555 0100</a>, day and night'
    assert page.index(line) < page.index("988 Lifeline")
    assert "&lt;b&gt;Chaplain&lt;/b&gt;" in page


def test_an_introduction_is_theirs_and_holds_no_script(client, ana, lakeside):
    enrolled(ana, lakeside)
    case, _ = leaving(ana)
    page = page_of(client, case, "why/")

    assert "At Lakeside we hear this <strong>often</strong>." in page
    assert "<script>x" not in page
