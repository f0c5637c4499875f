"""A lease and a move may hang on the job: whoever is behind them hears of it in time."""

import pytest

from coaching.models import FurtherLetter, Outcome
from offers.models import Role

from .leaving import dana, leaving, owner_of, page, told, url
from .test_also import found, own

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return leaving()


def reads(case, name, *about):
    return page(owner_of(case).get(url(name, case, *about)))


def letter_of(case, kind):
    owner_of(case).post(url("more-letters-new", case, kind))
    letter = FurtherLetter.objects.filter(kind=kind).first()
    return reads(case, "further-letter", letter.pk) if letter else ""


def preview(text):
    return text[text.index('aria-label="Letter preview"') : text.index("</article>")]


@pytest.mark.mission("S1-12")
def test_a_landlord_is_asked_what_the_lease_says_and_reads_no_employer(case):
    assert "Write to your landlord" not in reads(case, "more-letters")
    own(case, Role.LANDLORD, "Lu Winter")
    assert f"{url('more-letters', case)}#k-landlord-note" in reads(case, "tell")
    text = preview(letter_of(case, "landlord-note"))
    assert "Dear Lu," in text
    assert "I have decided not to start the job that I said yes to." in text
    assert "what our agreement says for such a case" in text
    for word in ("Bluebird", "Harborlight", "Data Analyst"):
        assert word not in text


def test_who_has_started_tells_the_landlord_that_they_leave():
    case = leaving(stage="started")
    own(case, Role.LANDLORD, "Lu Winter")
    assert "I have decided to leave my job." in letter_of(case, "landlord-note")


@pytest.mark.mission("S1-12", "S1-13")
def test_a_relocation_agent_hears_it_once_the_employer_knows(case):
    own(case, Role.RELOCATION, "Mo Lang")
    waits = "They often work for the employer. Tell who hires first."
    assert found(case)["Mo Lang"] == waits
    assert waits in reads(case, "more-letters")
    assert "#k-relocation-note" not in reads(case, "tell")
    assert letter_of(case, "relocation-note") == ""

    told(dana(case), "spoke")
    assert found(case)["Mo Lang"].startswith("They book your move.")
    assert "#k-relocation-note" in reads(case, "tell")
    text = preview(letter_of(case, "relocation-note"))
    assert "Dear Mo," in text
    assert "Data Analyst position at Bluebird Analytics. I told Dana Reyes today." in text
    assert "book nothing more" in text
    assert "Harborlight" not in text


@pytest.mark.parametrize("outcome", [Outcome.KEEP, Outcome.ASK])
def test_nobody_is_told_of_a_move_that_goes_on(outcome):
    case = leaving(outcome=outcome)
    own(case, Role.RELOCATION, "Mo Lang")
    own(case, Role.LANDLORD, "Lu Winter", 2)
    for kind in ("relocation-note", "landlord-note"):
        assert letter_of(case, kind) == ""


def test_the_list_of_ones_own_people_offers_a_relocation_agent(case):
    text = reads(case, "loop-person", "other-1")
    assert "Relocation agent" in text
    answers = {"version": "0", "name": "Mo Lang", "role": "relocation"}
    owner_of(case).post(url("loop-person", case, "other-1"), answers)
    text = reads(case, "loop")
    assert "Mo Lang" in text
    assert "They often work for the employer" in text
