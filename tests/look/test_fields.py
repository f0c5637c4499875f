"""Fields take what people type, and answer in the house's words."""

import datetime as dt
from contextlib import suppress

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from look.fields import (
    PHONE_ERROR,
    REACH_ERROR,
    YES_NO,
    ClockField,
    DayField,
    EmailLine,
    EmailOrPhone,
    LineField,
    PhoneLine,
    PickMany,
    PickOne,
    TextField,
    YesNoField,
)
from look.forms import HouseForm

anything = st.text(alphabet=st.characters())

FIELDS = [
    LineField(required=False),
    TextField(required=False),
    DayField(required=False),
    ClockField(required=False),
    EmailLine(required=False),
    PhoneLine(required=False),
    PickOne(choices=YES_NO, required=False),
    PickMany(choices=YES_NO, required=False),
    YesNoField(required=False),
]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
@given(typed=anything)
def test_no_text_breaks_a_field(field, typed):
    value = [typed] if isinstance(field, PickMany) else typed
    with suppress(ValidationError):
        field.clean(value)


def errors(field, typed, label="Job title"):
    """What a form with this one field says."""
    field.label = label
    form = type("OneQuestion", (HouseForm,), {"answer": field})
    return form({} if typed is None else {"answer": typed}).errors.get("answer", [])


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-05", dt.date(2026, 12, 5)),
        ("2028-02-29", dt.date(2028, 2, 29)),
        ("5 Dec 2026", dt.date(2026, 12, 5)),
        ("5 december, 2026", dt.date(2026, 12, 5)),
        ("Dec 5, 2026", dt.date(2026, 12, 5)),
        ("  sept. 1 2026 ", dt.date(2026, 9, 1)),
        (dt.date(2026, 5, 1), dt.date(2026, 5, 1)),
        ("", None),
    ],
)
def test_a_day_can_be_written_in_more_than_one_way(typed, day):
    assert DayField(required=False).clean(typed) == day


@pytest.mark.parametrize("typed", ["03/04/2026", "tomorrow", "Dek 5 2026", "5 Dec", "5.12.2026"])
def test_a_day_that_could_be_two_days_is_asked_again(typed):
    assert errors(DayField(), typed) == ["Enter the date as year, month, day, like 2026-12-05"]


@pytest.mark.parametrize("typed", ["2026-02-30", "30 February 2026", "0000-01-01", "2026-13-01"])
def test_a_day_that_is_in_no_calendar_is_named(typed):
    assert errors(DayField(), typed) == ["Enter a date that exists, like 2026-12-05"]


@pytest.mark.parametrize("typed", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_a_year_no_job_is_in_is_asked_again(typed):
    assert errors(DayField(), typed) == ["Enter a year from 1900 to 2100"]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_survives_the_page(day):
    field = DayField()
    assert field.clean(field.widget.format_value(day)) == day


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("17:30", dt.time(17, 30)),
        ("09:05:00", dt.time(9, 5)),
        ("10am", dt.time(10)),
        ("5:30 pm", dt.time(17, 30)),
        ("12 a.m.", dt.time(0)),
        ("12PM", dt.time(12)),
    ],
)
def test_a_time_can_be_written_in_more_than_one_way(typed, time):
    assert ClockField().clean(typed) == time


@pytest.mark.parametrize("typed", ["10", "25:00", "13pm", "0am", "noonish", "9:75"])
def test_a_time_that_could_be_two_times_is_asked_again(typed):
    assert errors(ClockField(), typed) == ["Enter a time like 10:00am or 5:30pm"]


@pytest.mark.parametrize(
    "typed",
    ["ana", "ana@", "ana@exa mple.com", "ſam@example.com", "ana@xn--é.com", "ana@\u200d.com"],
)
def test_an_e_mail_address_has_an_example(typed):
    """Also where a mail could be addressed, but never written."""
    assert errors(EmailLine(), typed) == ["Enter an e-mail address like name@example.com"]


def test_a_domain_in_other_letters_has_its_mail():
    assert EmailLine().clean("ana@müller.example") == "ana@müller.example"


def test_an_e_mail_address_may_have_a_name_in_other_letters_after_the_at():
    assert EmailLine().clean("ana@exämple.com") == "ana@exämple.com"


def test_an_e_mail_address_is_as_long_as_one_may_be():
    longest = "a@" + "b." * 124 + "com"
    assert len(EmailLine().clean(longest + "o")) == 254
    too_long = errors(EmailLine(), longest + "oo", "E-mail")
    assert too_long == ["“E-mail” must be 254 characters or fewer"]


@pytest.mark.parametrize(
    ("field", "label", "words"),
    [
        (LineField(), "Job title", "Enter job title"),
        (LineField(), "URL of the job", "Enter URL of the job"),
        (LineField(error="Enter the job title"), "Job title", "Enter the job title"),
        (
            LineField(),
            "What would you tell a friend?",
            "Enter an answer to “What would you tell a friend?”",
        ),
        (PickOne(choices=YES_NO), "Your stage", "Choose your stage"),
        (YesNoField(), "Is it signed?", "Choose an answer to “Is it signed?”"),
        (PickMany(choices=YES_NO), "Reminders", "Choose reminders"),
        (EmailLine(), "E-mail", "Enter an e-mail address like name@example.com"),
        (forms.BooleanField(), "They said yes", "Choose “They said yes” to continue"),
        (forms.IntegerField(), "Hours", "Enter hours"),
    ],
)
def test_a_missing_answer_is_asked_for_in_the_words_of_its_label(field, label, words):
    assert errors(field, None, label) == [words]


def test_a_choice_that_was_never_offered_is_asked_again():
    assert errors(PickOne(choices=YES_NO), "maybe\x00", "Your stage") == ["Choose your stage"]


@pytest.mark.parametrize(
    ("field", "limit", "words"),
    [
        (LineField(), 120, "“100% sure” must be 120 characters or fewer"),
        (TextField(), 2000, "“100% sure” must be 2,000 characters or fewer"),
    ],
)
def test_text_may_be_as_long_as_its_limit_and_no_longer(field, limit, words):
    assert errors(field, "é" * limit, "100% sure") == []
    assert errors(field, "é" * (limit + 1), "100% sure") == [words]


def test_a_line_break_counts_once_however_the_browser_sends_it():
    assert errors(TextField(max_length=3), "a\r\nb") == []


def test_numbers_say_what_they_must_be():
    hours = forms.IntegerField(min_value=0, max_value=80)
    assert errors(hours, "many", "Hours") == ["“Hours” must be a number, like 40"]
    assert errors(hours, "-1", "Hours") == ["“Hours” must be 0 or more"]
    assert errors(hours, "81", "Hours") == ["“Hours” must be 80 or less"]


def test_at_most_so_many_can_be_picked():
    reasons = PickMany(choices=[(str(n), str(n)) for n in range(4)], most=3)
    assert errors(reasons, ["0", "1", "2"]) == []
    assert errors(reasons, ["0", "1", "2", "3"]) == ["Choose 3 or fewer"]


def test_no_radio_stands_for_no_answer():
    with_blank = [("", "---------"), *YES_NO]
    assert [value for value, _ in PickOne(choices=with_blank).choices] == ["yes", "no"]


@pytest.mark.parametrize(
    "number",
    [
        "(614) 555-0142",
        "614.555.0142 ext. 12",
        "614-555-0142 x12",
        "+1 614 555 0142, extension 7",
        "+49 (0)30 / 12 34 56-78",
        "+91 98765 43210",
        "020 7946 0958",
        "00 44 20 7946 0958",
        "٠٥٠١٢٣٤٥٦٧",
        "tel: 4021",
        "1-800-CALL-NOW",
        "(800) GO FEDEX",
        "112",
    ],
)
def test_a_phone_number_is_taken_as_people_write_it(number):
    assert PhoneLine().clean(number) == number


@pytest.mark.parametrize(
    "typed",
    ["call me", "reception", "12", "ana@example.org", "614 555 or 614 556", "--", "1" * 24, "x12"],
)
def test_words_are_no_phone_number(typed):
    with pytest.raises(ValidationError, match="Enter a phone number, like") as refused:
        PhoneLine().clean(typed)
    assert refused.value.messages == [PHONE_ERROR]


@pytest.mark.parametrize("typed", ["614 EVENINGS", "1-800-call-now", "1-800-NOW"])
def test_letters_belong_to_a_free_number_only(typed):
    with pytest.raises(ValidationError):
        PhoneLine().clean(typed)


@pytest.mark.parametrize("reach", ["sam@example.org", "+1 614 555 0142", "1-800-CALL-NOW"])
def test_a_way_to_reach_somebody_is_an_address_or_a_number(reach):
    assert EmailOrPhone().clean(reach) == reach


@pytest.mark.parametrize("typed", ["call me maybe", "sam@", "@sam", "12"])
def test_no_other_words_reach_anybody(typed):
    with pytest.raises(ValidationError) as refused:
        EmailOrPhone().clean(typed)
    assert refused.value.messages == [REACH_ERROR]


@given(st.text(alphabet="+0123456789 ()-./x", max_size=40))
def test_a_phone_number_is_kept_as_typed_or_refused(typed):
    with suppress(ValidationError):
        kept = LineField(required=False).clean(typed)
        assert PhoneLine(required=False).clean(typed) == kept
