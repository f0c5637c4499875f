"""The first wording says what is known, in whole sentences, and nothing it may not say."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.letters.check import check
from coaching.letters.draft import draft
from coaching.letters.facts import Call, LetterFacts, Recipient, Sender
from coaching.letters.kinds import (
    DECLINE,
    KINDS,
    RESIGN,
    TELL_RECRUITER,
    WITHDRAW_FIT,
    WITHDRAW_PLAIN,
    withdrawal_for,
)
from coaching.letters.reason import chosen
from tests.letters.ana import FACTS, TODAY

CALLS = (
    None,
    Call(outcome="spoke", day=TODAY),
    Call(outcome="voicemail", day=TODAY),
    Call(outcome="no-answer", day=TODAY),
)
HELP = ((), ("pass-on",), ("notes",), ("equipment",), ("repay",), ("pass-on", "notes", "equipment"))


def every_mix():
    """Each fact known or not; the opening and the rest share only how the call went."""
    for role, accepted_on, starts_on, call in product(
        ("", "Data Analyst"),
        (None, date(2025, 11, 18), date(2024, 11, 18)),
        (None, date(2026, 1, 5), date(2025, 12, 1)),
        CALLS,
    ):
        yield {"role": role, "accepted_on": accepted_on, "starts_on": starts_on, "call": call}
    for reason_words, liked, offers, return_by, call in product(
        ("", "a closer fit with my studies.", "I want to teach"),
        ("", "how kind you were", "I learned a lot"),
        HELP,
        (None, date(2025, 12, 9)),
        CALLS[:2],
    ):
        yield {
            "reason_words": reason_words,
            "liked": liked,
            "offers": offers,
            "return_by": return_by,
            "call": call,
        }


def is_whole(text):
    return (
        "[missing" not in text
        and "None" not in text
        and "  " not in text
        and "¶" not in text
        and not re.search(r" [.,]|,\.|\.\.|,,", text)
        and all(
            re.match(r"[A-Z]", sentence)
            for part in text.split("\n\n")[1:]
            for sentence in re.split(r"(?<=\.) ", part)
        )
        and all(part.endswith(".") for part in text.split("\n\n")[1:])
    )


@pytest.mark.parametrize("reason", ["fit", "personal", "none"])
@pytest.mark.mission("S0-17", "S2-15")
def test_every_mix_of_facts_makes_a_whole_short_letter(reason):
    kind = withdrawal_for(reason)
    for mix in every_mix():
        text = draft(kind, replace(FACTS, reason=reason, **mix))
        assert is_whole(text), text
        assert "withdraw my acceptance" in text
        assert len(text.split()) < 220


@pytest.mark.parametrize("reason", ["fit", "personal", "none"])
def test_our_own_wording_passes_every_check(reason):
    for mix in every_mix():
        facts = replace(FACTS, reason=reason, **mix)
        findings = check(withdrawal_for(reason), draft(withdrawal_for(reason), facts), facts)
        failed = [finding for finding in findings if finding.ok is False]
        assert failed == []


def test_ana_reads_her_own_case_in_the_first_wording():
    assert draft(WITHDRAW_FIT, FACTS) == (
        "Dear Dana,\n\n"
        "Thank you for taking my call today. As I said, I am writing to withdraw my acceptance of "
        "the Data Analyst position, which I accepted on November 18 and was due to start on "
        "January 5, 2026.\n\n"
        "This was a hard decision. After a great deal of thought, I have chosen a role that is a "
        "closer fit with the health data work I hope to do. I am sorry for the trouble this "
        "causes you and the team.\n\n"
        "I was struck by how openly your team talked about its mistakes. If it would help, I would "
        "be glad to pass the opening on to people I know. I will return your equipment by "
        "December 9.\n\n"
        "Thank you again for your time and your trust, and my thanks to everyone I met. I hope our "
        "paths cross again."
    )


def test_with_hardly_a_fact_the_letter_is_still_whole():
    text = draft(WITHDRAW_PLAIN, LetterFacts(sender=Sender(name="Ana"), written_on=TODAY))
    assert text.startswith("Dear hiring team,\n\nI am writing to withdraw my acceptance of the ")
    assert "position you offered me. I hope we can also speak by phone." in text
    assert is_whole(text)


@pytest.mark.mission("S2-14")
@pytest.mark.parametrize(
    ("call", "opening"),
    [
        (Call(outcome="spoke", day=TODAY), "Thank you for taking my call today. As I said, I am "),
        (
            Call(outcome="spoke", day=TODAY - timedelta(days=3)),
            "Thank you for taking my call on Monday. As I said, I am ",
        ),
        (
            Call(outcome="voicemail", day=TODAY - timedelta(days=1)),
            "I tried to reach you by phone yesterday, and left a message. I am ",
        ),
        (
            Call(outcome="no-answer", day=TODAY - timedelta(days=9)),
            "I tried to reach you by phone on November 25. I am ",
        ),
        (None, "I am writing to withdraw"),
    ],
)
def test_the_letter_knows_how_the_call_went(call, opening):
    text = draft(WITHDRAW_PLAIN, replace(FACTS, call=call))
    assert text.split("\n\n")[1].startswith(opening)
    spoke = call is not None and call.outcome == "spoke"
    assert ("I hope we can also speak by phone." in text) is not spoke


@pytest.mark.mission("S0-17")
def test_thanks_apology_and_reason_can_each_be_left_out():
    assert "hank" not in draft(WITHDRAW_FIT, replace(FACTS, with_thanks=False))
    assert "As I said when we spoke today, I am" in draft(
        WITHDRAW_FIT, replace(FACTS, with_thanks=False)
    )
    assert "sorry" not in draft(WITHDRAW_FIT, replace(FACTS, with_apology=False))
    assert "role that is" not in draft(withdrawal_for("none"), FACTS)


def test_personal_reasons_stay_personal():
    text = draft(withdrawal_for("personal"), replace(FACTS, reason_words="my mother is ill"))
    assert "because of my personal circumstances" in text
    assert "mother" not in text


@pytest.mark.mission("S1-29")
def test_a_resignation_gives_the_last_day_and_passes_its_own_checks():
    for mix in every_mix():
        facts = replace(FACTS, **mix, last_day=date(2025, 12, 18))
        text = draft(RESIGN, facts)
        assert is_whole(text), text
        assert "I am writing to resign from" in text
        assert "My last day will be December 18." in text
        assert [each for each in check(RESIGN, text, facts) if each.ok is False] == []


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Dana Reyes", "Dear Dana,"),
        ("Dr. Dana Reyes", "Dear Dr. Reyes,"),
        ("Ms Reyes", "Dear Ms Reyes,"),
        ("  ", "Dear hiring team,"),
        ("Şule", "Dear Şule,"),
    ],
)
def test_the_greeting_uses_the_name_that_is_known(name, greeting):
    assert Recipient(name=name).greeting == greeting


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_letter_has_its_wording(kind):
    assert draft(kind, FACTS)


def test_template_signs_in_a_fact_are_only_text():
    typed = "{{ 7|add:7 }}{% now 'Y' %}"
    assert f"the {typed} position" in draft(WITHDRAW_FIT, replace(FACTS, role=typed))


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_no_typed_words_break_the_letter(role, words, liked):
    text = draft(WITHDRAW_FIT, replace(FACTS, role=role, reason_words=words, liked=liked))
    assert "withdraw my acceptance" in text
    assert "[missing: " not in text or "[missing: " in role + words + liked


def test_the_subject_names_the_job_when_it_is_known():
    assert WITHDRAW_FIT.subject(FACTS) == "Withdrawal of acceptance: Data Analyst"
    assert WITHDRAW_FIT.subject(replace(FACTS, role="")) == "Withdrawal of acceptance"


FIT = "I have chosen a role that is a closer fit for me."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        # A role, a job: their own words are the role.
        ("a role that is nearer home", "I have chosen a role that is nearer home."),
        ("A role that pays for my studies", "I have chosen a role that pays for my studies."),
        ("A job which is nearer home.", "I have chosen a job which is nearer home."),
        ("a full-time job near my family", "I have chosen a full-time job near my family."),
        ("The role I trained for", "I have chosen the role I trained for."),
        ("another position in research", "I have chosen another position in research."),
        ("A company closer to home", "I have chosen a company closer to home."),
        ("a job", "I have chosen a job."),
        ("Something closer to home", "I have chosen something closer to home."),
        ("One where I can use my German", "I have chosen one where I can use my German."),
        # What it is like.
        ("closer to home", "I have chosen a role that is closer to home."),
        ("Closer to my family", "I have chosen a role that is closer to my family."),
        (
            "A closer fit with my studies",
            "I have chosen a role that is a closer fit with my studies.",
        ),
        ("Remote", "I have chosen a role that is remote."),
        ("Berlin-based", "I have chosen a role that is Berlin-based."),
        ("UX-focused", "I have chosen a role that is UX-focused."),
        ("that is nearer home", "I have chosen a role that is nearer home."),
        ("That’s nearer home", "I have chosen a role that’s nearer home."),
        ("where I can learn more", "I have chosen a role where I can learn more."),
        ("With more training", "I have chosen a role with more training."),
        ("more training", "I have chosen a role with more training."),
        ("A shorter commute", "I have chosen a role with a shorter commute."),
        ("In health care", "I have chosen a role in health care."),
        # What it does.
        ("Lets me work on health data", "I have chosen a role that lets me work on health data."),
        ("better fits my studies", "I have chosen a role that better fits my studies."),
        ("is closer to home", "I have chosen a role that is closer to home."),
        # Why.
        (
            "because it is closer to home",
            "I have chosen another role because it is closer to home.",
        ),
        ("Because I want to teach", "I have chosen another role because I want to teach."),
        ("to be closer to my family", "I have chosen another role to be closer to my family."),
        ("In order to teach", "I have chosen another role in order to teach."),
        ("for family reasons", "I have chosen another role for family reasons."),
        # Whole sentences stand by themselves.
        ("it is closer to home", f"{FIT} It is closer to home."),
        ("It’s closer to home", f"{FIT} It’s closer to home."),
        ("I want to work in health care", f"{FIT} I want to work in health care."),
        ("i’d like to teach", f"{FIT} I’d like to teach."),
        ("the job is closer to home", f"{FIT} The job is closer to home."),
        ("The commute is shorter", f"{FIT} The commute is shorter."),
        ("My family needs me near", f"{FIT} My family needs me near."),
        (
            "I have taken a job near home",
            "After a great deal of thought, I have taken a job near home.",
        ),
        ("i’ve found a role that suits me", "thought, I’ve found a role that suits me."),
        ("I have chosen to teach", f"{FIT} I have chosen to teach."),
        ("", FIT),
    ],
)
def test_a_reason_is_joined_as_people_type_it(typed, said):
    text = draft(WITHDRAW_FIT, replace(FACTS, reason="fit", reason_words=typed))
    assert said in text
    assert text.count("I have chosen") <= 1 or typed == "I have chosen to teach"


@pytest.mark.parametrize("kind", [DECLINE, TELL_RECRUITER])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("A role that pays for my studies", "I have chosen a role that pays for my studies."),
        (
            "because it is closer to home",
            "I have chosen another role because it is closer to home.",
        ),
        ("It’s closer to home", "It’s closer to home."),
    ],
)
def test_the_other_letters_join_it_alike(kind, typed, said):
    assert said in draft(kind, replace(FACTS, reason="fit", reason_words=typed))


@given(st.text(max_size=80))
def test_the_words_are_theirs_but_for_the_first_letter(typed):
    words = " ".join(typed.split())
    joined = chosen(words)
    assert joined[1 - len(words) :] == words[1:] or len(words) < 2
