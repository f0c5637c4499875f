"""What every page takes from the look: tags, and assets that obey the strict policy."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

STATIC = Path(settings.BASE_DIR) / "static"
STYLES = (STATIC / "css" / "st.css").read_text()
BRISK = 150  # milliseconds: the longest anything may move


def render(template, **context):
    return engines["django"].from_string("{% load look %}" + template).render(context)


@pytest.mark.parametrize(
    ("mark", "words"),
    [("N", "Only you, always"), ("O", "Only you can see this"), ("B", "Only you can see this")],
)
def test_the_privacy_tag_says_who_can_see(mark, words):
    html = render("{% privacy mark %}", mark=mark)
    assert html.endswith(f"</svg>{words}</span>")
    assert html.startswith('<span class="tag tag--private">')


def test_the_privacy_tag_names_who_else_reads_such_a_page():
    readers = {"O": "Cleo <Byrne> can see this"}
    assert "Cleo &lt;Byrne&gt; can see this" in render('{% privacy "O" %}', readers=readers)
    assert "Only you can see this" in render('{% privacy "B" %}', readers=readers)
    assert "Only you, always" in render('{% privacy "N" %}', readers=readers)
    other = {"N": "Mo can see this"}
    assert "Mo can see this" in render('{% privacy "N" other %}', readers=readers, other=other)
    assert "Only you can see" in render('{% privacy "O" other %}', readers=readers, other={})


def test_an_icon_exists_in_the_sprite_and_is_hidden_from_screen_readers():
    sprite = render('{% include "look/icons.html" %}')
    named = set(re.findall(r'<symbol id="i-(\w+)"', sprite))
    assert {"lock", "check", "alert", "back", "copy"} <= named
    assert render('{% icon "lock" %}') == (
        '<svg class="icon" aria-hidden="true"><use href="#i-lock"/></svg>'
    )


def test_dates_in_templates():
    noon = dt.datetime(2026, 12, 3, 17, tzinfo=dt.UTC)
    html = render(
        "{{ at|moment:zone }} {{ at|clock:zone }} {{ on|day }}{{ none|day }}{{ none|moment:zone }}",
        at=noon,
        on=noon.date(),
        none=None,
        zone="America/New_York",
    )
    assert html == "Thursday, December 3, at 12pm 12pm Thursday, December 3"


def test_every_file_the_styles_ask_for_is_here_with_its_licence():
    files = re.findall(r"url\((.*?)\)", STYLES)
    assert len(files) == 4
    for file in files:
        assert (STATIC / "css" / file).resolve().is_file()
    assert len(list((STATIC / "fonts").glob("OFL-*.txt"))) == 2


def test_the_styles_load_nothing_from_elsewhere():
    assert not re.search(r"data:|https?:|@import", STYLES)


def test_nothing_moves_for_long_and_only_for_those_who_want_it():
    still = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", STYLES, flags=re.S
    )
    assert "transition" not in still
    assert "animation" not in STYLES
    for seconds in re.findall(r"(\.\d+)s\b", STYLES):
        assert float(seconds) * 1000 <= BRISK


def test_a_revealed_question_with_an_error_is_never_hidden():
    assert ".pick:not(:has(:checked)) + .reveal:not(:has(.err)) { display: none }" in STYLES
