"""The pages on which people weigh, make safe and wait: easy words, and few of them."""

from datetime import date

import pytest

from coaching.models import MustHave, PastedTerms, RealReason, SignedTerms
from coaching.weigh.questions import QUESTIONS
from offers.models import AcceptedHow, Situation, Stage
from tests import reading
from tests.coaching.ana import Ana
from tests.factories import accepted_offer, other_offer

pytestmark = [pytest.mark.django_db, pytest.mark.words]

PAGES = [
    ("why",),
    ("options",),
    ("ask-again",),
    ("best-worst",),
    ("outcome", "keep"),
    ("outcome", "out"),
    ("outcome-cost", "out"),
    ("outcome-leads", "out"),
    ("options-summary",),
    ("for-and-against",),
    ("points", "keep"),
    ("points", "out"),
    ("must-haves",),
    ("must-have", 1),
    ("must-haves-result",),
    ("rate",),
    ("rating", "pay"),
    ("rating", "own-1"),
    ("compare",),
    ("questions",),
    *(("question", question.name) for question in QUESTIONS),
    *(("paper", name) for name in ("signature", "notice", "repay", "money", "other-work")),
    ("pay-more", 2),
    ("questions-result",),
    ("flags",),
    ("flags-job", 1),
    ("flags-talks", 2),
    ("flags-you",),
    ("flags-result",),
    ("fears",),
    ("fear", 1),
    ("writing", 2),
    ("conditions", 2),
    ("ask",),
    ("ask-first", 2),
    ("letters",),
    ("diary",),
]


@pytest.fixture(params=Stage.values)
def ana(client, request):
    """At each stage in turn, with a signed offer and another one."""
    ana = Ana(client, stage=request.param)
    accepted_offer(ana.case, employer="Acme", accepted_how=AcceptedHow.SIGNED)
    other_offer(ana.case, employer="Dune")
    MustHave.objects.create(case=ana.case, number=1, words="Days at home")
    return ana


def reads_easily(page: str) -> None:
    markup = reading.main_of(page)
    longest = reading.longest_sentence(markup)
    assert reading.grade(markup) <= reading.MOST_GRADE
    assert len(longest.split()) <= reading.MOST_WORDS, longest
    assert reading.banned_words(markup) == []


@pytest.mark.parametrize("which", PAGES, ids=lambda which: str(which[-1]))
def test_each_page_and_its_errors_read_easily(ana, which):
    if which[0] == "paper" and ana.case.is_not_accepted:
        return  # who has not said yes has signed nothing
    reads_easily(ana.reads(*which))
    wrong = ana.saves(*which, reasons=["pay"] * 4, rung="?", keep="9", tell_by="2020-01-01")
    if wrong.status_code == 200:
        reads_easily(wrong.content.decode())


@pytest.mark.parametrize("reason", RealReason.REASONS)
def test_each_reason_said_back_reads_easily(ana, reason):
    ana.saves("why", reasons=[reason], still="unknown")
    reads_easily(ana.reads("why-result"))


@pytest.mark.parametrize("answer", ["yes", "no", "unknown"])
def test_the_questions_for_an_adviser_read_easily(ana, answer):
    Situation.objects.create(case=ana.case, visa="yes", school="student")
    SignedTerms.objects.create(
        case=ana.case, tell_by=date(2030, 1, 1), **dict.fromkeys(SignedTerms.QUESTIONS, answer)
    )
    PastedTerms.objects.create(case=ana.case, words="You shall repay. Notice and NDA apply.")
    if ana.case.is_not_accepted:
        return  # who has not said yes has signed nothing
    words = dict.fromkeys(("repay", "notice", "other_work", "start_by"), answer)
    ana.saves("signed", **words, tell_by="2030-01-01")
    reads_easily(ana.reads("signed-result"))
