"""Pay, side by side: what each offer comes to in a year, shown and never judged."""

from decimal import Decimal

import pytest

from coaching.models import ExchangeRate, LeavingCost
from offers.models import Offer, OfferKind, Pay, Situation
from tests import reading
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer
from tests.statements import statements

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S1-16")]


@pytest.fixture
def ana(client):
    ana = Ana(client)
    accepted_offer(ana.case, employer="Bluebird")
    other_offer(ana.case, employer="Harborlight")
    return ana


def pays(ana: Ana, number: int, base: str, **pay) -> Pay:
    offer = ana.case.offers.get(number=number)
    return Pay.objects.create(offer=offer, base=Decimal(base), **pay)


def test_she_sees_both_years_their_working_and_how_far_they_are_apart(ana):
    pays(ana, 1, "68000", signing_bonus=3000, travel_month=Decimal("262.50"))
    pays(ana, 2, "74500", health_month=120)
    page = ana.reads("side-by-side")
    # 68,000 + 3,000 − 3,150 and 74,500 − 1,440; then without the 3,000
    for shown in ("$67,850", "$73,060", "$64,850", "−$3,150", "$262.50 × 12 months"):
        assert shown in page
    assert "Harborlight comes to $5,210 more than Bluebird. That is about $100 a week." in page
    assert "Harborlight comes to $8,210 more than Bluebird." in page
    assert page.count("Before tax, ") == 2


def test_each_bar_says_the_same_in_a_sentence(ana):
    pays(ana, 1, "60000", likely_bonus=4000, bonus_sure="maybe", travel_month=100)
    page = ana.reads("side-by-side")
    words = "Bluebird in the first year: pay $60,000, extras $2,000, costs $1,200, total $60,800."
    assert f'role="img" aria-label="{words}"' in page
    # 58,800 of the widest, which is itself; then 2,000
    assert 'width="96.7%"' in page
    assert 'width="3.3%"' in page


def test_a_guess_is_marked_where_it_stands_and_beside_the_name(ana):
    pays(ana, 1, "60000")
    assert "guess" not in table_of(ana)
    Pay.objects.update(has_guesses=True)
    assert "A guess" in table_of(ana)
    assert ana.reads("side-by-side").count("Rests on a guess") == 2


def test_shares_moving_money_and_days_off_show_their_working(ana):
    pays(
        ana, 1, "60000", moving=5000, equity=40_000, equity_years=4, equity_cliff=12, leave_days=25
    )  # fmt: skip
    page = ana.reads("side-by-side")
    # 60,000 + 5,000 + 10,000, then without the move; 60,000 × 25 ÷ 260 = 5,769.23 is not added
    for shown in ("$75,000", "$70,000", "$5,769.23", "25 days × $60,000 ÷ 260", "Not added"):
        assert shown in page
    assert page.count("Rests on a guess") == 2
    assert "extras $15,000" in page


def table_of(ana: Ana) -> str:
    page = ana.reads("side-by-side")
    return page[page.index("<table") : page.index("</table>")]


def test_two_offers_that_pay_the_same_are_said_to(ana):
    pays(ana, 1, "60000")
    pays(ana, 2, "60000")
    assert "Harborlight comes to the same as Bluebird." in ana.reads("side-by-side")


def test_the_page_names_no_winner(ana):
    pays(ana, 1, "60000")
    pays(ana, 2, "90000")
    words = reading.words_of(reading.main_of(ana.reads("side-by-side"))).lower()
    for verdict in ("best", "better", "winner", "worse", "recommend", "score"):
        assert verdict not in words
    assert "before tax" in words


def test_costs_above_the_pay_are_shown_without_a_bar(ana):
    pays(ana, 1, "1000", travel_month=500)
    page = ana.reads("side-by-side")
    assert "−$5,000" in page
    assert "the costs take all of it" in page


def test_what_is_missing_is_named_and_leads_to_its_page(ana):
    page = ana.reads("side-by-side")
    assert "Add what at least one offer pays" in page
    assert ana.url("pay", 1) in page
    assert "You added the pay of 0 of 2" in ana.reads("hub")
    pays(ana, 1, "60000")
    assert ana.url("pay", 1) not in ana.reads("side-by-side")
    assert ana.url("pay", 2) in ana.reads("side-by-side")


def test_four_offers_have_a_mark_of_their_own(ana):
    for number, kind in ((3, OfferKind.CURRENT), (4, OfferKind.INTERVIEW)):
        Offer.objects.create(case=ana.case, number=number, kind=kind, employer="A" * 40)
    for number in (1, 2, 3, 4):
        pays(ana, number, "50000")
    page = ana.reads("side-by-side")
    for mark in ("fa", "fb", "fc", "fd", "p1a", "p1b", "p1c", "p1d"):
        assert f'class="{mark}"' in page


def test_nothing_lined_up_has_no_pay_to_add(ana):
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.NOTHING)
    pays(ana, 1, "50000")
    pays(ana, 2, "50000")
    assert "Pay not added yet" not in ana.reads("side-by-side")


# Currencies


@pytest.fixture
def abroad(ana):
    """One offer in dollars, one in euros."""
    pays(ana, 1, "80000")
    pays(ana, 2, "68000", currency="EUR")
    return ana


def test_without_a_rate_each_is_shown_as_typed_and_nothing_is_compared(abroad):
    page = abroad.reads("side-by-side")
    assert "€68,000" in page
    assert "$80,000" in page
    assert " more than " not in page
    assert "it needs the rate between the currencies" in page
    assert abroad.url("rates") in page


def test_with_her_rate_they_are_compared_and_it_is_said(abroad):
    assert abroad.saves("rates", rate_EUR="1.25").url == abroad.url("side-by-side")
    assert ExchangeRate.objects.get().value == Decimal("1.25")
    page = abroad.reads("side-by-side")
    assert "You said that 1 EUR is 1.25 USD." in page
    # 68,000 × 1.25 = 85,000
    assert "Harborlight comes to $5,000 more than Bluebird." in page
    assert "At the rate you gave." in page
    assert "€68,000" in page


def test_a_rate_can_be_changed_and_a_second_click_changes_nothing(abroad):
    abroad.saves("rates", rate_EUR="1.25")
    for _ in range(2):
        assert abroad.saves("rates", version=1, rate_EUR="1.5").status_code == 302
    assert ExchangeRate.objects.get().value == Decimal("1.5")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter how many USD is 1 EUR"),
        ("much", "The rate for EUR must be a number, like 1.08"),
        ("0", "The rate for EUR must be more than 0"),
        ("-2", "The rate for EUR must be more than 0"),
        ("1000000", "The rate for EUR must be 999,999 or less"),
        ("0.12345678", "The rate for EUR must have 6 decimals or fewer"),
        ("NaN", "The rate for EUR must be a number, like 1.08"),
    ],
)
def test_a_rate_that_is_none_comes_back_as_typed(abroad, typed, said):
    page = abroad.saves("rates", rate_EUR=typed).content.decode()
    assert page.count(said) == 2
    assert not typed or f'value="{typed}"' in page
    assert not ExchangeRate.objects.exists()


def test_offers_in_one_currency_need_no_rate(ana):
    pays(ana, 1, "80000")
    assert ana.opens("rates").url == ana.url("hub")
    assert ana.saves("rates", rate_EUR="2").url == ana.url("hub")
    assert not ExchangeRate.objects.exists()


# The cost of leaving, and the rest


def test_what_leaving_may_cost_is_asked_for_and_then_set_against_the_other_offer(ana):
    pays(ana, 1, "180000", signing_bonus=25000, signing_paid="yes")
    pays(ana, 2, "210000")
    assert "Add what you found in your papers" in ana.reads("side-by-side")
    LeavingCost.objects.create(case=ana.case, bonus=25000, how="full", tax="before")
    page = ana.reads("side-by-side")
    assert "You found $25,000 to pay." in page
    assert "$210,000 in the first year, less $25,000, leaves $185,000." in page


def test_who_owes_nothing_reads_nothing_of_it(ana):
    Situation.objects.create(case=ana.case, money="no")
    LeavingCost.objects.create(case=ana.case, bonus=25000)
    pays(ana, 1, "180000")
    assert "What leaving may cost" not in ana.reads("side-by-side")


def test_more_offers_ask_the_database_no_more_often(ana):
    pays(ana, 1, "50000")
    few, _ = statements(lambda: ana.opens("side-by-side"))
    for number in (3, 4):
        other = Offer.objects.create(case=ana.case, number=number, kind=OfferKind.OTHER)
        Pay.objects.create(offer=other, base=60000)
    many, _ = statements(lambda: ana.opens("side-by-side"))
    assert len(many) <= len(few)


def test_a_stranger_finds_nothing_and_other_methods_are_refused(abroad):
    assert wrong_methods_are_refused(abroad, "side-by-side", reading=True)
    assert wrong_methods_are_refused(abroad, "rates")
    assert bo_finds_nothing(abroad, "side-by-side")


def test_a_stranger_finds_no_rates(abroad):
    assert bo_finds_nothing(abroad, "rates")


def test_nobody_has_to_open_it_so_it_is_never_called_done(ana):
    pays(ana, 1, "68000")
    pays(ana, 2, "71000")
    row = ana.reads("hub").split('id="t-side-by-side">')[1].split("</li>")[0]
    assert "Ready" in row
    assert "Done" not in row
