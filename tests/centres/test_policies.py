"""The rules of a school’s policy: worked by hand from published ones, then with any days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centres import policy_words
from centres.policies import (
    Consequence,
    EmployerNotice,
    OfferFloor,
    Scope,
    Task,
    Version,
    began,
    consequences_for,
    day_of,
    due,
    earliest_end,
    floors_for,
    in_force,
    is_exploding,
)

# https://www.miamioh.edu/fsb/resources/career-development/students/rights/index.html
MIAMI = (
    OfferFloor(title="After a summer internship", from_day=501, to_day=831, fixed=1015),
    OfferFloor(title="Fall", from_day=901, to_day=1231, fixed=1031, days=21),
    OfferFloor(title="Spring", from_day=101, to_day=430, fixed=228, days=21),
)
# https://myrbs.business.rutgers.edu/career-management/offer-policies
RUTGERS = (
    OfferFloor(title="Summer interns", from_day=501, to_day=831, fixed=1101),
    OfferFloor(title="Fall", from_day=901, to_day=1231, fixed=1201, days=14),
    OfferFloor(title="Spring", from_day=101, to_day=430, fixed=312, days=14),
)
# https://ecs.engineering.illinois.edu/career-resources/offer-guidelines/
ILLINOIS = (
    OfferFloor(title="Summer", from_day=501, to_day=831, fixed=1001, days=21),
    OfferFloor(title="Fall", from_day=901, to_day=1231, fixed=1115, days=21),
    OfferFloor(title="Spring", from_day=101, to_day=430, fixed=401, days=21),
)
# https://policies.unc.edu/TDClient/2833/Portal/KB/PrintArticle?ID=135374
UNC = (OfferFloor(title="Campus", from_day=501, fixed=1015, days=28, channel="campus"),)
# https://redlib.privacytools.click/r/UWMadison/comments/1g0k5wh/backing_out_of_internshipcoop
MADISON = (OfferFloor(title="Any offer", days=14),)
WINTER = (OfferFloor(title="Winter", from_day=1101, to_day=229, fixed=229),)


@pytest.mark.parametrize(
    ("floors", "made_on", "earliest"),
    [
        (MIAMI, date(2026, 7, 20), date(2026, 10, 15)),
        (MIAMI, date(2026, 9, 20), date(2026, 10, 31)),  # three weeks would be October 11
        (MIAMI, date(2026, 10, 20), date(2026, 11, 10)),  # three weeks are later
        (MIAMI, date(2026, 11, 20), date(2026, 12, 11)),  # October 31 has passed
        (MIAMI, date(2027, 1, 15), date(2027, 2, 28)),
        (MIAMI, date(2027, 2, 20), date(2027, 3, 13)),
        (RUTGERS, date(2026, 8, 1), date(2026, 11, 1)),
        (RUTGERS, date(2026, 11, 16), date(2026, 12, 1)),
        (RUTGERS, date(2026, 11, 25), date(2026, 12, 9)),
        (RUTGERS, date(2027, 3, 1), date(2027, 3, 15)),
        (ILLINOIS, date(2026, 9, 1), date(2026, 11, 15)),
        (ILLINOIS, date(2026, 12, 20), date(2027, 1, 10)),  # over New Year
        (UNC, date(2026, 9, 10), date(2026, 10, 15)),
        (UNC, date(2026, 10, 1), date(2026, 10, 29)),
        (MADISON, date(2024, 10, 11), date(2024, 10, 25)),
        (WINTER, date(2026, 11, 5), date(2027, 2, 28)),
        (WINTER, date(2028, 1, 5), date(2028, 2, 29)),
        (WINTER, date(2027, 6, 1), None),  # outside its part of the year
        ((), date(2026, 6, 1), None),
    ],
)
def test_how_long_an_offer_stays_open_at_least(floors, made_on, earliest):
    assert earliest_end(floors, made_on) == earliest


def test_two_days_against_two_weeks():
    """SC12: offered after a career fair, with two days to answer."""
    fair = date(2024, 10, 11)

    assert is_exploding(MADISON, fair, fair + timedelta(days=2))
    assert is_exploding(MADISON, fair, fair + timedelta(days=13))
    assert not is_exploding(MADISON, fair, fair + timedelta(days=14))


def test_a_floor_for_campus_employers_holds_unless_the_job_is_from_elsewhere():
    day = date(2026, 9, 10)

    assert floors_for(UNC, day, "any", is_campus=True) == UNC
    assert floors_for(UNC, day, "any", is_campus=None) == UNC
    assert floors_for(UNC, day, "any", is_campus=False) == ()


def test_a_floor_for_interns_is_not_for_a_full_time_job():
    floors = (OfferFloor(title="Interns", offer_type="internship", days=14),)
    day = date(2026, 9, 10)

    assert floors_for(floors, day, "internship", is_campus=None) == floors
    assert floors_for(floors, day, "any", is_campus=None) == floors
    assert floors_for(floors, day, "full-time", is_campus=None) == ()


FIRST = Version(number=1, in_force_from=date(2024, 1, 1), in_force_until=date(2025, 8, 31))
SECOND = Version(number=2, in_force_from=date(2025, 9, 1))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), FIRST),
        (date(2025, 8, 31), FIRST),
        (date(2025, 9, 1), SECOND),
        (date(2030, 1, 1), SECOND),
    ],
)
def test_the_version_in_force_on_the_day_of_the_yes(on, found):
    assert in_force((SECOND, FIRST), on) == found


def test_of_two_that_claim_a_day_the_later_one_counts():
    open_ended = Version(number=1, in_force_from=date(2024, 1, 1))

    assert in_force((open_ended, SECOND), date(2026, 1, 1)) == SECOND


# https://careernetwork.msu.edu/jobs-internships/Reneging%20Policy.html
BOARD_FULL = Consequence(what="job-board", offer_type="full-time")
ALUMNI_FULL = Consequence(what="alumni", offer_type="full-time")
BOARD_INTERN = Consequence(what="job-board", offer_type="internship")
MSU = Version(number=1, in_force_from=None, consequences=(BOARD_FULL, ALUMNI_FULL, BOARD_INTERN))


def test_what_follows_is_by_the_kind_of_job():
    assert consequences_for(MSU, "full-time", 1) == (BOARD_FULL, ALUMNI_FULL)
    assert consequences_for(MSU, "internship", 1) == (BOARD_INTERN,)
    assert consequences_for(MSU, "co-op", 1) == ()
    assert consequences_for(MSU, "any", 1) == MSU.consequences


def test_what_follows_is_by_how_often():
    once = Consequence(what="note", offence="first")
    twice = Consequence(what="job-board", offence="second")
    later = Consequence(what="services", offence="later")
    always = Consequence(what="interviews")
    version = Version(number=1, in_force_from=None, consequences=(once, twice, later, always))

    assert consequences_for(version, "any", 1) == (once, always)
    assert consequences_for(version, "any", 2) == (twice, always)
    assert consequences_for(version, "any", 5) == (later, always)


def test_where_a_school_helps_nothing_follows():
    kind = Version(
        number=1, in_force_from=None, tone="supportive", consequences=(Consequence(what="note"),)
    )
    assert consequences_for(kind, "any", 1) == ()


def test_what_a_policy_covers():
    scope = Scope(internship=False)

    assert scope.covers("full-time")
    assert not scope.covers("internship")
    assert scope.covers("any")


@pytest.mark.parametrize(
    ("days", "last"),
    [(7, date(2028, 3, 4)), (0, date(2028, 2, 26)), (3, date(2028, 2, 29)), (None, None)],
)
def test_a_task_is_due_so_many_days_after_backing_out(days, last):
    assert due(Task(what="apology", within_days=days), date(2028, 2, 26)) == last


def test_february_29_is_the_28th_in_most_years():
    assert day_of(229, 2027) == date(2027, 2, 28)
    assert day_of(229, 2028) == date(2028, 2, 29)
    assert day_of(229, 2100) == date(2100, 2, 28)


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
NUMBERS = st.builds(
    lambda day: day.month * 100 + day.day,
    st.dates(min_value=date(2024, 1, 1), max_value=date(2024, 12, 31)),
)
FLOORS = st.builds(
    OfferFloor,
    title=st.just("Season"),
    from_day=NUMBERS,
    to_day=NUMBERS,
    fixed=st.none() | NUMBERS,
    days=st.none() | st.integers(1, 180),
)


@given(st.lists(FLOORS, max_size=4), DAYS)
def test_an_offer_never_has_to_end_before_it_was_made(floors, made_on):
    earliest = earliest_end(floors, made_on)
    assert earliest is None or earliest >= made_on


@given(st.lists(FLOORS, max_size=4), FLOORS, DAYS)
def test_one_more_floor_never_takes_time_away(floors, more, made_on):
    before, after = earliest_end(floors, made_on), earliest_end([*floors, more], made_on)
    assert before is None or (after is not None and after >= before)


@given(st.lists(FLOORS, max_size=4), DAYS, st.integers(0, 400))
def test_exploding_is_exactly_sooner_than_the_earliest_end(floors, made_on, days):
    earliest, ends_on = earliest_end(floors, made_on), made_on + timedelta(days=days)
    assert is_exploding(floors, made_on, ends_on) == (earliest is not None and ends_on < earliest)
    if earliest:
        assert not is_exploding(floors, made_on, earliest)


@given(FLOORS, DAYS)
def test_every_day_of_a_year_is_in_a_season_or_in_the_rest_of_the_year(floor, made_on):
    day_after = day_of(floor.to_day, 2024) + timedelta(days=1)
    day_before = day_of(floor.from_day, 2024) - timedelta(days=1)
    rest = OfferFloor(
        title="The rest",
        from_day=day_after.month * 100 + day_after.day,
        to_day=day_before.month * 100 + day_before.day,
    )
    whole_year = rest.from_day == floor.from_day
    assert (
        whole_year
        or made_on.month == 2
        or (began(floor, made_on) is None) != (began(rest, made_on) is None)
    )


@given(FLOORS, DAYS)
def test_a_season_began_within_a_year(floor, made_on):
    start = began(floor, made_on)
    assert start is None or timedelta() <= made_on - start <= timedelta(days=366)


@given(
    st.lists(
        st.builds(
            Version,
            number=st.integers(1, 9),
            in_force_from=DAYS,
            in_force_until=st.none() | DAYS,
        ),
        max_size=5,
    ),
    DAYS,
)
def test_a_version_counts_only_between_its_days(versions, on):
    found = in_force(versions, on)
    if found:
        assert found.in_force_from <= on <= (found.in_force_until or on)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Both employers", "both employers"), ("The dean", "the dean"), ("NACE", "the NACE")],
)
def test_who_is_named_goes_on_within_its_sentence(typed, said):
    assert policy_words.the(typed) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "The school tells both employers. The law asks for it."),
        (
            "Only if you left for it.",
            "Only if you left for it: the school tells both employers. The law asks for it.",
        ),
        ("Only your name", "The school tells both employers. The law asks for it. Only your name."),
    ],
)
def test_a_condition_is_read_before_what_it_is_for(words, said):
    one = EmployerNotice(whom="both employers", basis="law", words=words)
    assert policy_words.notice(one) == said
