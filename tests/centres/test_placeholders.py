"""Text with named gaps is data: nothing in it is run, and what fills a gap is not read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centres.placeholders import fill, gaps_in, problems

NAMES = ("them", "job", "statement")


@pytest.mark.parametrize(
    "text",
    [
        "{% load x %}",
        "{% include 'secrets.txt' %}",
        "{{ them.password }}",
        "{{ them|safe }}",
        "{{ them }} {{ 7*7 }}",
        "{{ them()",
        "{# quiet #}",
        "{{ __class__.x }}",
        "{{them\n}}",
        "}} {{",
        "{{ Them }}",
    ],
)
def test_what_is_no_plain_gap_is_named_as_an_error(text):
    assert any(one.startswith("Take out “") for one in problems(text, NAMES, ()))


def test_a_name_we_do_not_know_is_said():
    assert list(problems("{{ employr }}", NAMES, ())) == [
        "Take out “{{ employr }}”. It is not one of the names you can use"
    ]


def test_a_name_that_must_stay_is_asked_for():
    assert list(problems("Hello", NAMES, ("statement",))) == [
        "Keep “{{ statement }}”. The words cannot do without it"
    ]


def test_plain_words_have_no_problems():
    assert list(problems("Thank you, {{ them }}. 100% {sure}.", NAMES, ("them",))) == []


def test_a_sentence_we_know_nothing_for_is_left_out():
    text = "Hi {{ them }}, hello. It is about {{ job }}. Bye."
    assert fill(text, {"job": "the role"}) == "It is about the role. Bye."
    assert fill(text, {"them": "Dana"}) == "Hi Dana, hello. Bye."


def test_an_empty_block_takes_nothing_else_with_it():
    text = "{{ statement }} It was hard.\n\n{{ statement }}\n\nBye."
    assert fill(text, {}, ("statement",)) == "It was hard.\n\nBye."


def test_what_fills_a_gap_is_not_read_again():
    assert fill("Hi {{ them }}.", {"them": "{{ job }}", "job": "x"}) == "Hi {{ job }}."
    assert fill("Hi {{ them }}.", {"them": r"\1 \g<0>"}) == r"Hi \1 \g<0>."


@given(st.text(max_size=300), st.dictionaries(st.sampled_from(NAMES), st.text(max_size=40)))
def test_any_text_is_filled_without_a_fault(text, known):
    fill(text, known, ("statement",))
    list(problems(text, NAMES, ("them",)))


@given(st.text(alphabet="{}% #|.them_ ()", max_size=60))
def test_text_without_problems_holds_no_bracket_but_its_gaps(text):
    if not list(problems(text, NAMES, ())):
        assert set(gaps_in(text)) <= set(NAMES)
        rest = text
        for name in NAMES:
            rest = rest.replace(f"{{{{ {name} }}}}", "").replace(f"{{{{{name}}}}}", "")
        assert "{{" not in rest.replace("{{ them}}", "").replace("{{them }}", "")
        assert "{%" not in rest
