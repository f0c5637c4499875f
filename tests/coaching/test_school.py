"""A student reads what their school asks: the version of the day of their yes, before deciding."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from centres.models import Policy, PolicyVersion
from centres.publishing import draft_of, publish, withdraw
from coaching.models import AnswerTime, AtSchool, Decision, Letterhead, Outcome, SafeLetter
from offers.models import AcceptedHow, Answer, Case, Contact, Role, School, Situation
from tests.factories import (
    accepted_offer,
    case_of,
    centre,
    decision_date,
    enrolled,
    in_force,
    manager,
    other_offer,
    person,
    policy,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def ana(client, lakeside):
    ana = person("ana")
    enrolled(ana, lakeside)
    client.force_login(ana)
    return ana


@pytest.fixture
def strict(lakeside) -> PolicyVersion:
    """Rules with something of each kind that a student may meet."""
    draft = policy(lakeside, summary="Talk to us first. You may lose the job board for a year.")
    draft.pre_clearances.create(role="associate director", lead_days=2)
    draft.tasks.create(what="apology", within_days=7)
    draft.tasks.create(what="meeting", who="associate director", within_days=3)
    draft.consequences.create(what="job-board", lasts="up-to", days=365)
    draft.consequences.create(what="alumni", offer_type="full-time")
    draft.consequences.create(what="services", offence="second", lasts="permanent")
    draft.mitigations.create(reason="exploding")
    draft.employer_notices.create(whom="both employers", basis="consent")
    draft.appeals.create(role="dean", within_days=14)
    draft.reinstatements.create(role="dean", after="your talk")
    draft.offer_floors.create(title="Any offer", least=2, unit="weeks")
    return in_force(draft)


def bluebird(ana, **fields) -> Case:
    case = case_of(ana, pages=("pause", "basics-1"))
    fields = {"accepted_on": TODAY() - timedelta(days=9), "accepted_how": "e-mail"} | fields
    accepted_offer(case, **fields)
    Situation.objects.create(case=case, school=School.STUDENT, campus=Answer.YES)
    return case


def words(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def at(case: Case, rest: str = "") -> str:
    return f"/c/{case.code}/{rest}"


@pytest.mark.mission("S2-24")
def test_where_no_rule_counted_for_her_yes_the_page_says_so(client, ana, lakeside):
    in_force(policy(lakeside), TODAY() + timedelta(days=3))
    case = bluebird(ana)
    page = words(client.get(at(case, "school/")))
    assert "No rule of your school that stands here counts for" in page
    assert "Its rules here count from" in page
    assert "What kind of job is it?" not in page
    assert "What your school asks" in words(client.get(at(case)))


def test_what_was_taken_back_stays_readable_for_who_said_yes_while_it_stood(client, ana, strict):
    case = bluebird(ana)
    withdraw(strict)
    page = words(client.get(at(case, "school/")))
    assert "Your school took this version back on" in page
    assert strict.summary in page
    assert "What may follow" not in page

    PolicyVersion.objects.update(withdrawn_on=TODAY() - timedelta(days=20))
    page = words(client.get(at(case, "school/")))
    assert "took this version back" not in page
    assert "No rule of your school" in page


def test_ana_reads_every_rule_in_whole_sentences_with_where_it_stands(client, ana, strict):
    page = words(client.get(at(bluebird(ana), "school/")))

    for sentence in (
        "Talk to us first. You may lose the job board for a year.",
        "Talk to the associate director before you decide. Ask for it 2 days ahead.",
        "Write to the employer to say sorry within 1 week.",
        "You lose the job board, for up to 1 year.",
        "The second time: you lose all help of the office, for good.",
        "They gave you too little time to answer.",
        "If you say yes to it first, the school tells both employers.",
        "Write to the dean within 2 weeks.",
        "Ask the dean to let you back in after your talk.",
        "This is a rule of Lakeside Career Center, and not ours. It counts from January 1, 2024.",
        "They checked it on November 1, 2025.",
        'href="https://example.edu/policy"',
    ):
        assert sentence in page, sentence


def test_the_hub_leads_there(client, ana, strict):
    case = bluebird(ana)
    assert f'href="/c/{case.code}/school/"' in words(client.get(at(case)))


def test_who_says_no_school_is_theirs_meets_no_rules(client, strict):
    bo = person("bo")
    client.force_login(bo)
    case = bluebird(bo)

    assert "What your school asks" not in words(client.get(at(case)))
    assert client.get(at(case, "school/")).url == at(case)


def test_rules_of_another_school_and_drafts_are_not_shown(client, ana, lakeside):
    other = policy(centre("hilltop"), summary="Hilltop says no.")
    in_force(other)
    policy(lakeside, summary="Only a draft.")

    assert client.get(at(bluebird(ana), "school/")).status_code == 302


def test_the_version_of_the_day_of_the_yes_counts(client, ana, lakeside):
    old = in_force(policy(lakeside, summary="The old rule."), date(2024, 1, 1))
    new = draft_of(old.policy)
    PolicyVersion.objects.filter(pk=new.pk).update(summary="The new rule.")
    in_force(new, TODAY() - timedelta(days=5))

    page = words(client.get(at(bluebird(ana), "school/")))
    assert "The old rule." in page
    assert "The new rule." not in page

    later = bluebird(ana, accepted_on=TODAY() - timedelta(days=5))
    page = words(client.get(at(later, "school/")))
    assert "The new rule." in page
    assert "The old rule." not in page


def test_rules_entered_late_say_so_and_take_nobody_elses_place(client, ana, lakeside):
    now = policy(lakeside, summary="What Ana read.")
    publish(now, TODAY() - timedelta(days=400))
    case = bluebird(ana)
    late = draft_of(now.policy)
    PolicyVersion.objects.filter(pk=late.pk).update(summary="Written since.")
    late.refresh_from_db()

    assert not publish(late, case.offers.get().accepted_on)

    page = words(client.get(at(case, "school/")))
    assert "What Ana read." in page
    assert "Written since." not in page
    now.refresh_from_db()
    assert f"They put it on this site on {now.published_on:%B} {now.published_on.day}" in page


def test_before_the_rules_began_there_were_none(client, ana, lakeside):
    in_force(policy(lakeside), TODAY() - timedelta(days=3))
    page = words(client.get(at(bluebird(ana), "school/")))
    assert "No rule of your school that stands here counts for" in page
    assert "Come and talk to us first" not in page


def test_a_withdrawn_version_counts_for_nobody(client, ana, strict):
    PolicyVersion.objects.filter(pk=strict.pk).update(state="withdrawn")
    page = words(client.get(at(bluebird(ana), "school/")))
    assert "No rule of your school that stands here counts for" in page
    assert strict.summary not in page


def test_the_kind_of_job_says_what_follows(client, ana, strict):
    case = bluebird(ana)
    assert "For a full-time job: you lose help" in words(client.get(at(case, "school/")))

    client.post(at(case, "school/"), {"kind": "co-op", "version": "0"})
    page = words(client.get(at(case, "school/")))
    assert "You lose the job board" in page
    assert "lose help after you finish" not in page

    client.post(at(case, "school/"), {"kind": "full-time", "version": "1"})
    assert "You lose help after you finish." in words(client.get(at(case, "school/")))
    assert AtSchool.objects.get().kind == "full-time"


def test_a_policy_about_other_jobs_says_so_and_no_more(client, ana, strict, lakeside):
    PolicyVersion.objects.filter(pk=strict.pk).update(co_op=False, channel="campus")
    case = bluebird(ana)

    AtSchool.objects.create(case=case, kind="co-op")
    page = words(client.get(at(case, "school/")))
    assert "It is not about a co-op." in page
    assert "You lose the job board" not in page

    AtSchool.objects.update(kind="internship")
    Situation.objects.update(campus=Answer.NO)
    page = words(client.get(at(case, "school/")))
    assert "You said that yours was not." in page
    assert "You lose the job board" not in page


@pytest.mark.mission("S2-24")
def test_what_may_follow_is_shown_before_deciding(client, ana, strict):
    case = bluebird(ana)
    decision_date(case, timezone.now() - timedelta(hours=1))
    assert "You lose the job board, for up to 1 year." in words(
        client.get(at(case, "decide/early/"))
    )

    client.post(at(case, "decide/early/"), {"why": "I know."})
    page = words(client.get(at(case, "decide/")))
    assert "the school tells both employers." in page
    assert "You lose the job board, for up to 1 year." in page
    assert "lose all help of the office" not in page  # that is for a second time


def test_several_rules_stand_folded_in_one_card(client, ana, strict, lakeside):
    case = bluebird(ana)
    decision_date(case, timezone.now() - timedelta(hours=1))
    client.post(at(case, "decide/early/"), {"why": "I know."})
    assert "<details open><summary>Accepted offers</summary>" in words(
        client.get(at(case, "decide/"))
    )

    in_force(policy(lakeside, title="Job fairs"))
    page = words(client.get(at(case, "decide/")))
    assert page.count("What your school asks</h2>") == 1
    for title in ("Accepted offers", "Job fairs"):
        assert f"<details><summary>{title}</summary>" in page


def test_a_talk_the_school_asks_for_stands_among_the_gaps_until_it_was_had(client, ana, strict):
    case = bluebird(ana)
    decision_date(case, timezone.now() - timedelta(hours=1))
    gap = "you have not talked to the associate director, as your school asks"
    assert gap in words(client.get(at(case, "decide/early/")))

    client.post(at(case, "school/"), {"kind": "full-time", "talked": "on", "version": "0"})
    assert AtSchool.objects.get().talked
    page = words(client.get(at(case, "decide/early/")))
    assert gap not in page
    assert "You have talked to them." in page


@pytest.mark.parametrize(
    ("stage", "heading"), [("started", "If you leave"), ("not-accepted", "If you go back on a yes")]
)
def test_each_stage_reads_it_in_its_own_words(client, ana, strict, stage, heading):
    case = bluebird(ana)
    Case.objects.update(stage=stage)
    page = words(client.get(at(case, "school/")))

    assert heading in page
    assert "back out" not in page.split("<main")[1].split("</main")[0]


def test_a_school_that_helps_says_that_nothing_follows(client, ana, lakeside):
    in_force(policy(lakeside, tone="supportive"))
    page = words(client.get(at(bluebird(ana), "school/")))

    assert "Nothing follows. They are there to help." in page
    assert "I have talked to them" not in page


def test_nothing_follows_is_never_said_beside_what_may_follow(client, ana, strict, lakeside):
    in_force(policy(lakeside, "We help", tone="supportive"))
    case = bluebird(ana)
    page = words(client.get(at(case, "school/")))

    assert "You lose the job board, for up to 1 year." in page
    assert "Nothing follows" not in page
    assert "What may follow stands in another policy of your school." in page

    # A policy that is not about her job has nothing for her.
    PolicyVersion.objects.filter(pk=strict.pk).update(full_time=False)
    client.post(at(case, "school/"), {"kind": "full-time", "version": "0"})
    assert "Nothing follows. They are there to help." in words(client.get(at(case, "school/")))


# How long they had to answer


def two_days(case: Case, number: int = 1) -> None:
    AnswerTime.objects.create(
        offer=case.offers.get(number=number),
        made_on=date(2025, 10, 10),
        wanted_by=date(2025, 10, 12),
    )


def test_two_days_against_fourteen_is_said_calmly(client, ana, strict):
    case = bluebird(ana)
    sent = {"made_on": "2025-10-10", "wanted_by": "2025-10-12", "version": "0"}
    done = client.post(at(case, "school/offers/1/"), sent)
    assert done.url == at(case, "school/")

    for rest in ("", "offers/", "school/"):
        page = words(client.get(at(case, rest)))
        assert "Your school asks employers for at least 14 days. This one gave 2." in page, rest


def test_the_dates_are_checked_beside_their_questions(client, ana, strict):
    case = bluebird(ana)
    tomorrow = str(TODAY() + timedelta(days=2))
    page = words(client.post(at(case, "school/offers/1/"), {"made_on": tomorrow, "version": "0"}))
    assert "The day they made the offer must be today or earlier" in page
    assert "Enter the day by which they wanted your answer" in page

    sent = {"made_on": "2025-10-10", "wanted_by": "2025-10-09", "version": "0"}
    page = words(client.post(at(case, "school/offers/1/"), sent))
    assert "This day must be on or after the day of the offer" in page
    assert not AnswerTime.objects.exists()


def test_two_weeks_are_no_reason_for_a_word(client, ana, strict):
    case = bluebird(ana)
    AnswerTime.objects.create(
        offer=case.offers.get(), made_on=date(2025, 10, 1), wanted_by=date(2025, 10, 15)
    )
    assert "Your school asks employers" not in words(client.get(at(case)))


def test_the_letter_for_more_time_is_one_click_away_and_may_name_the_guideline(client, ana, strict):
    case = bluebird(ana)
    two_days(case)
    page = words(client.get(at(case)))
    new = f"/c/{case.code}/letters/new/more-time/1/"
    assert new in page

    to = client.post(new).url
    client.post(f"{to}you/", {"name": "Ana Silva", "version": "0"})
    letter = SafeLetter.objects.get()
    assert "My school asks" not in words(client.get(to))
    soon = TODAY() + timedelta(days=4)
    answers = {"day": str(soon), "clock": "10:00", "tone": "warm", "paper": "letter"}
    client.post(to, answers | {"cites_school": "on", "version": "0"})

    letter.refresh_from_db()
    assert letter.cites_school
    page = words(client.get(to))
    assert "My school asks employers for at least 14 days." in page


def test_without_a_short_time_nobody_is_asked_to_name_a_guideline(client, ana, strict):
    case = bluebird(ana)
    to = client.post(f"/c/{case.code}/letters/new/more-time/1/").url
    client.post(f"{to}you/", {"name": "Ana Silva", "version": "0"})
    assert "Say what my school asks" not in words(client.get(to))


def test_a_signed_yes_leaves_no_time_to_ask_for(client, ana, strict):
    case = bluebird(ana, accepted_how=AcceptedHow.SIGNED)
    two_days(case)
    page = words(client.get(at(case)))

    assert "This one gave 2." in page
    assert "Your career center can tell you what they do about it." in page
    assert "more-time" not in page


# Once they back out


def leaving(ana) -> Case:
    case = bluebird(ana)
    manager(case.offers.get())
    Contact.objects.create(case=case, role=Role.SCHOOL)
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=timezone.now())
    return case


def test_its_tasks_stand_with_the_people_to_tell_with_their_last_days(client, ana, strict):
    case = leaving(ana)
    page = words(client.get(at(case, "tell/")))

    assert "What your school asks of you now" in page
    assert page.index("Meet the associate director by") < page.index("to say sorry by")
    assert "Meet the associate director, the school asks" in words(client.get(at(case)))
    calendar = client.get(at(case, "dates.ics")).content.decode()
    assert calendar.count("SUMMARY:Something you were asked to do") == 2
    assert "apology" not in calendar.lower()
    assert "sorry" not in calendar.lower()


def test_before_a_decision_no_task_has_a_day(client, ana, strict):
    page = words(client.get(at(bluebird(ana), "school/")))
    assert "Meet the associate director within 3 days." in page


def test_the_note_to_the_school_says_what_its_policy_asks(client, ana, strict):
    case = leaving(ana)
    person_ = case.contacts.get(role=Role.SCHOOL)
    Letterhead.objects.create(case=case, name="Ana Silva")
    page = words(client.get(client.post(at(case, f"tell/{person_.pk}/letter/")).url))
    assert (
        "your policy asks me to meet the associate director and write to the employer to say sorry."
        in page
    )
    assert "what else your policy asks me to do now" in page
    assert ana.enrolments.get().centre.name in page


# Whose it is


def test_a_stranger_finds_no_such_page(client, ana, strict):
    case = bluebird(ana)
    client.force_login(person("bo"))
    for rest in ("school/", "school/offers/1/"):
        for method in ("get", "post"):
            assert getattr(client, method)(at(case, rest)).status_code == 404


def test_an_offer_that_is_no_offer_has_no_time_to_answer(client, ana, strict):
    case = bluebird(ana)
    other_offer(case)
    case.offers.filter(number=2).update(kind="current")
    assert client.get(at(case, "school/offers/2/")).status_code == 404
    assert client.get(at(case, "school/offers/3/")).status_code == 404


def test_a_second_click_saves_the_same_once(client, ana, strict):
    case = bluebird(ana)
    sent = {"made_on": "2025-10-10", "wanted_by": "2025-10-12", "version": "0"}
    for _ in range(2):
        assert client.post(at(case, "school/offers/1/"), sent).status_code == 302
    assert AnswerTime.objects.count() == 1


def test_what_the_school_typed_is_text(client, ana, lakeside):
    draft = policy(lakeside, title="<i>Rules</i>", summary="{{ case }} <b>bold</b>")
    in_force(draft)
    page = words(client.get(at(bluebird(ana), "school/")))

    assert "{{ case }} &lt;b&gt;bold&lt;/b&gt;" in page
    assert "<i>Rules</i>" not in page
    assert Policy.objects.count() == 1


# Once they joined


def test_what_counts_today_stands_at_her_school(ana, client, strict):
    page = words(client.get("/school/"))
    assert strict.policy.title in page
    assert strict.summary in page


def test_a_school_without_rules_says_so(ana, client):
    assert "It has put none here that count today" in words(client.get("/school/"))
