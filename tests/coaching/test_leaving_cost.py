"""What leaving may cost: typed from the papers, added up, set against the other offer."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from coaching.models import LeavingCost, SignedTerms
from offers.models import Pay, Situation, Stage
from tests import reading
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S0-13", "S4-10")]

BLANK = dict.fromkeys(("bonus", "moving", "percent", "notice_pay", "fees"), "")


def at_work(client, **case) -> Ana:
    """SC10: a signing bonus of 25,000 is paid; 180,000 with the one, 210,000 with the other."""
    ana = Ana(client, **case)
    first = accepted_offer(ana.case, employer="Stone Street", starts_on=date(2025, 6, 30))
    other = other_offer(ana.case, employer="Hudson")
    Pay.objects.create(offer=first, base=180_000, signing_bonus=25_000, signing_paid="yes")
    Pay.objects.create(offer=other, base=210_000)
    return ana


@pytest.fixture
def ana(client):
    return at_work(client)


def test_a_paid_bonus_is_set_against_the_other_offer(ana):
    """The debt stands beside the offer it would be paid from. The bonus is not counted twice."""
    page = ana.reads("leaving-cost")
    assert 'value="25,000"' in page
    answers = BLANK | {"bonus": "25k", "how": "full", "tax": "unknown"}
    assert ana.saves("leaving-cost", **answers).url == ana.url("leaving-cost-result")
    page = ana.reads("leaving-cost-result")
    assert "Set against Hudson: $210,000 in the first year, less $25,000, leaves $185,000." in page
    assert "Stone Street comes to $180,000 in its own first year." in page
    assert "Do I pay back the amount before tax, or what reached my account?" in page
    assert "such as a lawyer’s, and how much at most?" in page
    assert "Rests on a guess" in page


def test_it_is_no_verdict_and_says_what_it_is_not(ana):
    page = ana.reads("leaving-cost")
    assert page.index("Not legal advice.") < page.index('name="bonus"')
    ana.saves("leaving-cost", **BLANK | {"bonus": "25k", "how": "full", "tax": "before"})
    words = reading.words_of(reading.main_of(ana.reads("leaving-cost-result")))
    assert "Not legal advice." in words
    assert "It does not say what you owe." in words
    for verdict in ("you owe $", "worth it", "better", "recommend"):
        assert verdict not in words


def test_everything_named_is_added_up_with_its_working(ana):
    answers = {
        "bonus": "12000", "tax": "after", "bonus_received": "9000", "moving": "3000",
        "moving_received": "3000",
        "how": "by-month", "months_bound": "24", "percent": "2.5", "notice_pay": "1000",
        "fees": "500",
    }  # fmt: skip
    ana.saves("leaving-cost", **answers)
    page = ana.reads("leaving-cost-result")
    # 9,000 + 3,000 + 2.5% of 180,000 + 1,000 + 500
    assert "$18,000" in page
    assert "$9,000 × 24 of 24 months" in page
    assert "2.5% of $180,000" in page
    assert "Rests on a guess" not in page
    assert "after tax, or" not in page
    assert page.count("<li>Is that sum fair") + page.count("<li>Could we agree to end") == 2


def test_moving_money_that_was_paid_is_asked_back_too(ana):
    Pay.objects.filter(offer__number=1).update(moving=4_000, moving_paid="yes", signing_paid="no")
    page = ana.reads("leaving-cost")
    assert 'name="moving" value="4,000"' in page
    assert 'value="25,000"' not in page


def notice(length: str, unit: str = "weeks") -> dict[str, str]:
    return {"notice_length": length, "notice_unit": unit}


@pytest.mark.parametrize(
    ("length", "unit", "said"),
    [
        ("3", "months", "Working your notice of 3 months there comes to $45,000 of base pay."),
        ("1", "months", "Working your notice of 1 month there comes to $15,000 of base pay."),
        ("73", "days", "Working your notice of 73 days there comes to $36,000 of base pay."),
    ],
)
def test_notice_is_counted_as_the_papers_count_it(ana, length, unit, said):
    """Of 180,000 a year: a twelfth is 15,000, a fifth 36,000."""
    ana.saves("leaving-cost", **BLANK | {"fees": "500"} | notice(length, unit))
    assert said in ana.reads("leaving-cost-result")
    assert (
        "must be 12 or fewer"
        in ana.saves("leaving-cost", version=1, **BLANK | notice("13", "months")).content.decode()
    )
    ana.saves("leaving-cost", version=1, **BLANK | notice("", unit))
    assert LeavingCost.objects.get().notice_unit == ""


def test_a_penalty_for_not_starting_is_set_beside_two_weeks_of_work(client):
    """SC7: a month of pay if she does not start; in the first months two weeks of notice.

    1,840.65 a month is 22,087.80 a year. Two of its 52 weeks are 849.53.
    """
    ana = Ana(client, time_zone="Europe/Berlin")
    first = accepted_offer(ana.case, employer="Alt", starts_on=date(2026, 12, 1))
    Pay.objects.create(offer=first, base=Decimal("1840.65"), per="month", currency="EUR")
    Pay.objects.create(offer=other_offer(ana.case, employer="Neu"), base=30_000, currency="EUR")
    SignedTerms.objects.create(case=ana.case, repay="yes")
    ana.saves("leaving-cost", **BLANK | {"penalty": "1840.65"} | notice("2"))
    page = ana.reads("leaving-cost-result")
    assert "Working your notice of 2 weeks there comes to €850 of base pay." in page
    assert "Leaving may cost €1,841." in page
    assert "can cost their trust" in page
    assert "Could we agree to end the contract" in page
    # 30,000 less 1,840.65 is 28,159.35
    assert "€30,000 in the first year, less €1,841, leaves €28,159." in page


@time_machine.travel(datetime(2025, 9, 30, 15, tzinfo=UTC), tick=False)
def test_who_has_started_has_her_full_months_counted(client):
    ana = at_work(client, stage=Stage.STARTED)
    answers = BLANK | {"bonus": "12000", "how": "by-month", "months_bound": "12", "tax": "before"}
    ana.saves("leaving-cost", **answers)
    # From June 30 to September 30: three full months, nine are left
    assert "$12,000 × 9 of 12 months" in ana.reads("leaving-cost-result")
    ana.saves("leaving-cost", version=1, **answers | {"months_served": "6"})
    assert "$12,000 × 6 of 12 months" in ana.reads("leaving-cost-result")


def test_before_the_first_day_no_month_has_been_worked(ana):
    assert "months_served" not in ana.reads("leaving-cost")
    answers = BLANK | {"bonus": "12000", "how": "by-month", "months_bound": "12"}
    ana.saves("leaving-cost", **answers, months_served="6")
    assert LeavingCost.objects.get().months_served is None
    assert "× 12 of 12 months" in ana.reads("leaving-cost-result")


def test_by_the_month_asks_how_many_and_keeps_what_was_typed(ana):
    page = ana.saves("leaving-cost", **BLANK | {"moving": "3k", "how": "by-month"}).content.decode()
    assert page.count("Enter how many months you must stay, like 12") == 2
    assert 'value="3k"' in page
    assert not LeavingCost.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("bonus", "lots", "“Signing bonus to pay back” must be a number, like"),
        ("fees", "-5", "“Fees” must be a number, like 68,000 or 68k"),
        ("percent", "101", "The part of a year’s pay must be 100 or less"),
        ("percent", "ten", "The part of a year’s pay must be a number, like 10"),
        ("months_bound", "0", "Months to stay must be 1 or more"),
        ("months_bound", "999", "Months must be 120 or fewer"),
        ("months_bound", "1.5", "Months must be a number, like 12"),
        ("notice_length", "two", "The length must be a number, like 3"),
        ("notice_length", "2", "Choose days, weeks or months"),
        ("notice_length", "361", "The length must be 360 or fewer"),
        ("notice_length", "-1", "The length must be 0 or more"),
    ],
)
def test_what_cannot_be_is_said_in_words(ana, name, typed, said):
    answers = BLANK | {"how": "by-month", "months_bound": "12", name: typed}
    page = ana.saves("leaving-cost", **answers).content.decode()
    assert page.count(said) == 2
    assert f'value="{typed}"' in page


def test_an_answer_that_another_makes_moot_is_not_kept(ana):
    answers = {"how": "full", "months_bound": "12", "tax": "before"}
    answers |= {"bonus_received": "5", "moving_received": "5"}
    ana.saves("leaving-cost", **BLANK | answers)
    row = LeavingCost.objects.get()
    assert (row.months_bound, row.bonus_received, row.moving_received) == (None, None, None)


def test_nothing_named_is_no_verdict_either(ana):
    ana.saves("leaving-cost", **BLANK)
    assert "You named no amount." in ana.reads("leaving-cost-result")


def test_a_part_of_pay_waits_for_the_base_pay(ana):
    Pay.objects.filter(offer__number=1).update(base=None)
    ana.saves("leaving-cost", **BLANK | {"percent": "10"})
    assert "is not counted yet" in ana.reads("leaving-cost-result")


def test_another_currency_is_set_against_it_only_at_her_rate(ana):
    Pay.objects.filter(offer__number=2).update(currency="EUR")
    ana.saves("leaving-cost", **BLANK | {"bonus": "25000", "how": "full", "tax": "before"})
    page = ana.reads("leaving-cost-result")
    assert "Set against" not in page
    assert "Give the rate to set the cost against it" in page
    ana.saves("rates", rate_EUR="1.1")
    # 210,000 × 1.1 = 231,000
    assert "$231,000 in the first year, less $25,000, leaves $206,000." in ana.reads(
        "leaving-cost-result"
    )


def test_half_an_answer_is_kept_and_the_sum_waits(ana):
    answers = BLANK | {"bonus": "5000", "how": "by-month", "later": "1"}
    assert ana.saves("leaving-cost", **answers).url == ana.url("hub")
    assert LeavingCost.objects.get().bonus == Decimal(5000)
    assert ana.opens("leaving-cost-result").url == ana.url("leaving-cost")


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        page = ana.saves("leaving-cost", **BLANK | {"fees": "100"})
        assert page.url == ana.url("leaving-cost-result")
    assert LeavingCost.objects.count() == 1


@pytest.mark.parametrize(
    ("situation", "terms", "paid", "is_asked"),
    [
        ("no", "no", "no", False),
        ("unknown", "", "unknown", False),
        ("yes", "no", "no", True),
        ("no", "yes", "no", True),
        ("no", "unknown", "no", True),
        ("no", "no", "yes", True),
    ],
)
def test_it_is_asked_of_those_whom_leaving_may_cost(client, situation, terms, paid, is_asked):
    ana = Ana(client)
    Pay.objects.create(offer=accepted_offer(ana.case), base=1, signing_paid=paid)
    Situation.objects.create(case=ana.case, money=situation, signed="yes")
    SignedTerms.objects.create(case=ana.case, repay=terms)
    assert (ana.url("leaving-cost") in ana.reads("hub")) == is_asked
    assert (ana.opens("leaving-cost").status_code == 200) == is_asked
    assert ana.saves("leaving-cost", **BLANK).status_code == 302
    assert LeavingCost.objects.exists() == is_asked


def test_before_a_yes_there_is_nothing_to_leave(client):
    ana = Ana(client, stage=Stage.NOT_ACCEPTED)
    Situation.objects.create(case=ana.case, money="yes")
    assert ana.opens("leaving-cost").url == ana.url("hub")
    assert ana.opens("leaving-cost-result").url == ana.url("hub")


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert wrong_methods_are_refused(ana, "leaving-cost")
    assert wrong_methods_are_refused(ana, "leaving-cost-result", reading=True)
    assert bo_finds_nothing(ana, "leaving-cost")
