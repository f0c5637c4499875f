"""SC13: an employer complains that a student reneged. Nothing is told without a basis."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from centres.models import EmployerNotice
from coaching.models import Sharing
from review.forms.incidents import NO_RULE
from review.models import (
    Disclosure,
    Incident,
    IncidentChange,
    IncidentStep,
    RecordedConsent,
    Step,
)
from review.models.incident import BEFORE_DECIDING
from tests.factories import adviser, case_of, centre, in_force, lead, person, policy, shared

from .test_patterns import browser_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S2-23")]
NEW = "/staff/incidents/new/"


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


@pytest.fixture
def fay(lakeside):
    return lead(lakeside, "fay")


def complaint(**answers):
    usual = {
        "employer": "Corvid Systems",
        "received_on": "2026-01-05",
        "received_from": "Robin Vale",
        "says": "A student did not come.",
        "token": str(uuid4()),
    }
    return usual | answers


def opened(member):
    assert browser_of(member.user).post(NEW, complaint()).status_code == 302
    return Incident.objects.latest("pk")


def send(member, name, incident, *args, **answers):
    address = reverse(f"review:{name}", args=[incident.pk, *args])
    return browser_of(member.user).post(address, answers)


def write(member, incident, *steps):
    for step in steps:
        words = NO_RULE if step == Step.RULE else f"About {step.value}."
        send(member, "incident-step", incident, step.value, words=words)


def agree(member, incident, **answers):
    usual = {"who": "The student", "given_on": "2026-01-06", "words": "You may say we spoke."}
    return send(member, "incident-consent", incident, token=str(uuid4()), **usual | answers)


def tell(member, incident, **answers):
    usual = {"to_whom": "Robin Vale", "what": "We spoke.", "told_on": "2026-01-07"}
    return send(member, "incident-told", incident, token=str(uuid4()), **usual | answers)


def state_of(incident):
    incident.refresh_from_db()
    return incident.state


# The record


def test_a_complaint_is_written_down_once(cleo):
    answers = complaint()
    for _ in range(2):
        answer = browser_of(cleo.user).post(NEW, answers)
    incident = Incident.objects.get()
    assert answer.url == reverse("review:incident", args=[incident.pk])
    assert (incident.employer.name, incident.state) == ("Corvid Systems", "open")
    page = text(browser_of(cleo.user), "incident", incident.pk)
    assert "A student did not come." in page
    assert "Nothing was told to anybody." in page
    assert "Corvid Systems" in text(browser_of(cleo.user), "incidents")


@pytest.mark.parametrize(
    ("name", "typed", "error"),
    [
        ("employer", "", "Enter the name of the employer"),
        ("received_from", "", "Enter who told you"),
        ("says", "", "Enter what they say"),
        ("says", "x" * 2001, "must be 2,000 characters or fewer"),
        ("received_on", "2099-01-01", "The day must be today or earlier"),
        ("received_on", "soon", "2026"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(cleo, name, typed, error):
    page = browser_of(cleo.user).post(NEW, complaint(**{name: typed})).content.decode()
    assert error in page
    assert "Robin Vale" in page or name == "received_from"
    assert not Incident.objects.exists()


def test_every_change_is_in_the_list_with_what_stood_there_before(cleo):
    incident = opened(cleo)
    send(cleo, "incident-edit", incident, version="1", received_from="Robin V.", says="They left.")
    rows = IncidentChange.objects.values_list("what", "before", "after")
    assert ("What do they say?", "A student did not come.", "They left.") in rows
    assert ("Who told you?", "Robin Vale", "Robin V.") in rows
    answer = send(cleo, "incident-edit", incident, version="1", received_from="R", says="No.")
    assert answer.status_code == 409
    assert "They left." in answer.content.decode()


def test_a_step_is_written_and_its_change_is_logged_once(cleo):
    incident = opened(cleo)
    for _ in range(2):
        write(cleo, incident, Step.HEARD)
    assert IncidentStep.objects.get().words == "About heard."
    assert IncidentChange.objects.filter(what="Hear the student").count() == 1
    assert send(cleo, "incident-step", incident, "guess", words="x").status_code == 404


# A fair process


def test_nothing_is_decided_before_the_student_was_heard(cleo):
    incident = opened(cleo)
    write(cleo, incident, *BEFORE_DECIDING[1:])
    send(cleo, "incident-state", incident, state="decided")
    assert state_of(incident) == "open"
    page = browser_of(cleo.user).get(reverse("review:incident", args=[incident.pk])).text
    assert "Open. First: “Hear the student”." in page
    assert "/decided-by/" not in page
    assert not IncidentStep.objects.filter(step=Step.DECIDED_BY).exists()

    write(cleo, incident, Step.HEARD, Step.DECIDED_BY)
    for _ in range(2):
        send(cleo, "incident-state", incident, state="decided")
    assert state_of(incident) == "decided"
    assert IncidentChange.objects.filter(what="State").count() == 1


def test_a_step_takes_no_dot_for_an_answer(cleo):
    incident = opened(cleo)
    page = send(cleo, "incident-step", incident, "heard", words=" . ")
    assert "Enter what came of it" in page.text
    assert not IncidentStep.objects.exists()


def test_the_rule_is_one_that_was_published_or_none(lakeside, cleo):
    incident = opened(cleo)
    in_force(policy(lakeside))
    in_force(policy(centre("hilltop"), title="Theirs"))
    policy(lakeside, title="A draft")
    page = text(browser_of(cleo.user), "incident-step", incident.pk, "rule")
    words = "Accepted offers, version 1, in force from January 1, 2024"
    assert words in page
    assert "Theirs" not in page
    assert "A draft" not in page
    refused = send(cleo, "incident-step", incident, "rule", words="The usual one")
    assert "Choose a version, or that none applies" in refused.text
    for _ in range(2):
        assert send(cleo, "incident-step", incident, "rule", words=words).status_code == 302
    assert IncidentStep.objects.get().words == words


def test_only_a_lead_closes_and_only_once_the_student_was_told(cleo, fay):
    incident = opened(cleo)
    write(cleo, incident, *BEFORE_DECIDING)
    send(fay, "incident-state", incident, state="closed")
    assert state_of(incident) == "open"
    write(cleo, incident, Step.TOLD)
    send(cleo, "incident-state", incident, state="closed")
    assert state_of(incident) == "open"
    send(fay, "incident-state", incident, state="closed")
    assert state_of(incident) == "closed"

    write(cleo, incident, Step.APPEAL)
    agree(cleo, incident)
    send(cleo, "incident-state", incident, state="open")
    assert not RecordedConsent.objects.exists()
    assert not IncidentStep.objects.filter(step="appeal").exists()
    assert state_of(incident) == "closed"
    send(fay, "incident-state", incident, state="open")
    assert state_of(incident) == "open"


# What is told


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({}, "Choose what allows telling them"),
        ({"basis": "policy"}, "Choose the version that allows it"),
        ({"basis": "policy", "policy": "Ours, 2026"}, "Choose the version that allows it"),
        ({"basis": "law"}, "Enter the law and its section, like FERPA, 34 CFR 99.31"),
        ({"basis": "law", "law": "x"}, "Enter the law and its section, like FERPA, 34 CFR 99.31"),
        ({"basis": "law", "law": "FERPA, 34 CFR 99.31"}, "The student was not heard yet."),
        ({"basis": "consent"}, "Choose a consent that is recorded here"),
        ({"basis": "consent", "consent": "999999"}, "consent"),
        ({"basis": "habit"}, "Choose what allows telling them"),
        ({"basis": "law", "law": "FERPA", "what": ""}, "Enter what they were told"),
        ({"basis": "law", "law": "FERPA", "to_whom": ""}, "Enter who was told"),
        ({"basis": "law", "law": "FERPA", "told_on": ""}, "Enter the day they were told"),
    ],
)
def test_nothing_is_told_without_all_of_it(cleo, answers, error):
    answer = tell(cleo, opened(cleo), **answers)
    assert error in answer.content.decode()
    assert not Disclosure.objects.exists()


def test_with_consent_the_consent_is_there_first(cleo):
    incident = opened(cleo)
    assert "Tell the employer nothing yet" in text(browser_of(cleo.user), "incident", incident.pk)
    agree(cleo, incident)
    consent = RecordedConsent.objects.get()
    assert (consent.who, consent.words) == ("The student", "You may say we spoke.")

    tell(cleo, incident, basis="consent", consent=str(consent.pk), law="left over")
    told = Disclosure.objects.get()
    assert (told.consent, told.source, told.name) == (consent, "", cleo.name)
    assert "The student’s recorded consent: The student, January 6, 2026" in text(
        browser_of(cleo.user), "incident", incident.pk
    )
    assert "nothing yet" not in text(browser_of(cleo.user), "incident", incident.pk)
    assert IncidentChange.objects.filter(what="Something was told").count() == 1


def test_what_was_told_before_the_consent_has_none(cleo):
    incident = opened(cleo)
    agree(cleo, incident)
    told = {"basis": "consent", "consent": str(RecordedConsent.objects.get().pk)}
    page = tell(cleo, incident, told_on="2026-01-05", **told)
    assert "The day must not be before the student agreed" in page.text
    assert not Disclosure.objects.exists()
    tell(cleo, incident, told_on="2026-01-06", **told)
    assert Disclosure.objects.exists()


def test_a_policy_allows_it_only_where_it_says_so_and_counts_on_that_day(lakeside, cleo):
    incident = opened(cleo)
    silent = in_force(policy(lakeside, title="Silent"))
    says = policy(lakeside)
    EmployerNotice.objects.create(version=says, whom="The employer", basis="policy")
    draft = policy(lakeside, title="Draft")
    EmployerNotice.objects.create(version=draft, whom="The employer", basis="policy")
    theirs = policy(centre("hilltop"))
    EmployerNotice.objects.create(version=theirs, whom="The employer", basis="policy")
    in_force(says, date(2026, 1, 7))
    in_force(theirs)
    for other in (silent, draft, theirs):
        page = tell(cleo, incident, basis="policy", policy=str(other.pk))
        assert "Choose the version that allows it" in page.text
    write(cleo, incident, Step.HEARD)
    page = tell(cleo, incident, basis="policy", policy=str(says.pk), told_on="2026-01-06")
    assert "Choose a version that counted on the day they were told" in page.text
    assert not Disclosure.objects.exists()

    page = tell(cleo, incident, basis="policy", policy=str(says.pk))
    assert "The rule was not chosen yet. If they were told all the same, tick this" in page.text
    assert not Disclosure.objects.exists()
    tell(cleo, incident, basis="policy", policy=str(says.pk), even_so="on")
    told = Disclosure.objects.get()
    assert told.source == "Accepted offers, version 1, in force from January 7, 2026"


def test_what_was_told_too_soon_is_asked_for_twice_and_stays_in_the_history(cleo):
    incident = opened(cleo)
    law = {"basis": "law", "law": "FERPA, 34 CFR 99.31"}
    assert "even_so" not in text(browser_of(cleo.user), "incident-told", incident.pk)
    page = tell(cleo, incident, **law).text
    assert "The student was not heard yet. If they were told all the same, tick this" in page
    assert "They were told all the same" in page
    assert not Disclosure.objects.exists()
    tell(cleo, incident, even_so="on", **law)
    assert Disclosure.objects.count() == 1
    kept = IncidentChange.objects.get(what="Told before these steps")
    assert kept.after == "“Hear the student”"

    write(cleo, incident, Step.HEARD)
    tell(cleo, incident, **law)
    assert Disclosure.objects.count() == 2
    assert IncidentChange.objects.filter(what="Told before these steps").count() == 1


def test_a_policy_that_allows_it_is_the_one_chosen_as_the_rule(lakeside, cleo):
    incident = opened(cleo)
    says, other = policy(lakeside), policy(lakeside, title="Other")
    silent = policy(lakeside, title="Silent")
    for one in (says, other):
        EmployerNotice.objects.create(version=one, whom="The employer", basis="policy")
    for one in (says, other, silent):
        in_force(one)
    write(cleo, incident, Step.HEARD)
    no_word = "Silent, version 1, in force from January 1, 2024"
    none = "The step “Which rule, and which version?” names none that says employers are told"
    for words in (no_word, NO_RULE):
        send(cleo, "incident-step", incident, "rule", words=words)
        page = tell(cleo, incident, basis="policy", policy=str(says.pk)).text
        assert none in page
    words = "Accepted offers, version 1, in force from January 1, 2024"
    send(cleo, "incident-step", incident, "rule", words=words)
    page = text(browser_of(cleo.user), "incident-told", incident.pk)
    assert words in page
    assert "Other" not in page
    tell(cleo, incident, basis="policy", policy=str(other.pk))
    assert not Disclosure.objects.exists()
    tell(cleo, incident, basis="policy", policy=str(says.pk))
    assert Disclosure.objects.get().source == words


def test_the_student_is_told_what_was_decided_not_before_it_was(cleo):
    incident = opened(cleo)
    write(cleo, incident, Step.HEARD, Step.RULE, Step.TOLD)
    assert not incident.steps.filter(step=Step.TOLD).exists()
    page = browser_of(cleo.user).get(reverse("review:incident", args=[incident.pk])).text
    assert "Open. First: “Who decides, and what?”." in page
    assert "/told/" not in page.replace(f"/incidents/{incident.pk}/told/", "")
    write(cleo, incident, Step.DECIDED_BY, Step.TOLD)
    assert incident.steps.filter(step=Step.TOLD).exists()


def test_the_consent_of_another_incident_is_none(cleo):
    other, incident = opened(cleo), opened(cleo)
    agree(cleo, other)
    tell(cleo, incident, basis="consent", consent=str(RecordedConsent.objects.get().pk))
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"basis": "consent"}, {"basis": "policy", "source": ""}, {"basis": ""}]
)
def test_the_table_itself_takes_none_without_a_basis(cleo, fields):
    incident = opened(cleo)
    day = timezone.now().date()
    with pytest.raises(IntegrityError):
        Disclosure.objects.create(
            incident=incident, to_whom="R", what="W", told_on=day, name="C",
            at=timezone.now(), **fields,
        )  # fmt: skip


def test_a_consent_sent_twice_is_one(cleo):
    incident, token = opened(cleo), str(uuid4())
    answers = {"who": "The student", "given_on": "2026-01-06", "words": "Yes.", "token": token}
    for _ in range(2):
        send(cleo, "incident-consent", incident, **answers)
    assert RecordedConsent.objects.count() == 1


# Who sees what


def test_it_is_tied_only_to_a_case_that_is_shared_with_who_ties_it(lakeside, cleo):
    eli = adviser(lakeside, "eli")
    sharing = shared(case_of(person()), cleo, name="Ana Silva")
    incident = opened(eli)
    edit = {"version": "1", "received_from": "Robin", "says": "Gone.", "sharing": str(sharing.pk)}
    send(eli, "incident-edit", incident, **edit)
    incident.refresh_from_db()
    assert incident.sharing is None

    send(cleo, "incident-edit", incident, **edit)
    incident.refresh_from_db()
    assert incident.sharing == sharing
    assert "Ana Silva" in text(browser_of(cleo.user), "incident", incident.pk)
    assert "Ana Silva" not in text(browser_of(eli.user), "incident", incident.pk)

    send(eli, "incident-edit", incident, version="2", received_from="Robin", says="Left.")
    incident.refresh_from_db()
    assert (incident.says, incident.sharing) == ("Left.", sharing)
    Sharing.objects.update(ended_at=timezone.now())
    assert "Ana Silva" not in text(browser_of(cleo.user), "incident", incident.pk)


def test_a_tied_case_and_its_incident_lead_to_each_other_for_those_it_is_shared_with(
    lakeside, cleo, fay
):
    sharing = shared(case_of(person()), cleo, name="Ana Silva")
    incident = opened(cleo)
    case, record = f"/staff/cases/{sharing.case.code}/", f"/staff/incidents/{incident.pk}/"
    desk = browser_of(cleo.user)
    # The same employer alone ties nothing.
    assert record not in desk.get(case).text
    Incident.objects.update(sharing=sharing)
    assert record in desk.get(case).text
    assert case in desk.get(record).text
    page = browser_of(fay.user).get(record).text
    assert case not in page
    assert "Ana" not in page


def test_another_school_and_a_stranger_find_nothing(cleo):
    incident = opened(cleo)
    dev = lead(centre("hilltop"))
    for who in (dev.user, person("bo")):
        for name in ("incident", "incident-edit", "incident-consent", "incident-told"):
            address = reverse(f"review:{name}", args=[incident.pk])
            assert browser_of(who).get(address).status_code == 404
            assert browser_of(who).post(address).status_code == 404
    assert send(dev, "incident-state", incident, state="closed").status_code == 404
    assert "Corvid" not in text(browser_of(dev.user), "incidents")


def test_wrong_methods(cleo):
    incident = opened(cleo)
    desk = browser_of(cleo.user)
    assert desk.post(reverse("review:incident", args=[incident.pk])).status_code == 405
    assert desk.get(reverse("review:incident-state", args=[incident.pk])).status_code == 405
    assert desk.put(NEW).status_code == 405
    assert send(cleo, "incident-state", incident, state="gone").status_code == 404
