"""Advice beside the questions: safe to show, there for every page, and easy to read."""

import re

import pytest
from django.urls import resolve

from coaching.guidance import FOLDER, guidance_for, guidance_from
from coaching.journey.steps import STEPS
from offers.models import Stage
from tests import reading

SLUGS = sorted(path.stem for path in FOLDER.glob("*.md"))


def markup_of(slug: str) -> str:
    guidance = guidance_for(slug)
    folds = (f"<h2>{fold.heading}</h2>{fold.body}" for fold in guidance.folds)
    return "\n".join([guidance.lead, *folds])


def test_the_lead_comes_first_and_each_heading_folds():
    guidance = guidance_from("Take a breath.\n\n## Why?\n\nIt helps.\n\n## And then?\n\n- Wait.\n")
    assert guidance.lead == "<p>Take a breath.</p>"
    assert [fold.heading for fold in guidance.folds] == ["Why?", "And then?"]
    assert guidance.folds[0].body == "<p>It helps.</p>"
    assert guidance.folds[1].body == "<ul>\n<li>Wait.</li>\n</ul>"


def test_a_page_may_have_a_lead_alone():
    assert guidance_from("Nothing is lost by waiting.").folds == ()


@pytest.mark.parametrize(
    ("markdown", "never"),
    [
        ("<script>alert(1)</script>", "<script"),
        ('<p style="color:red" onclick="go()">Hi</p>', "<p style"),
        ("[press](javascript:alert(1))", "href"),
        ("[press](data:text/html,hello)", "href"),
        ("![a pixel](https://example.com/p.png)", "<img"),
        ("# A second page title", "<h1"),
    ],
)
def test_markup_that_could_do_harm_is_not_let_through(markdown, never):
    assert never not in guidance_from(markdown).lead


def test_a_page_nobody_wrote_guidance_for_is_a_loud_mistake():
    with pytest.raises(FileNotFoundError):
        guidance_for("no-such-page")


def test_a_stage_may_have_words_of_its_own():
    started = guidance_for("tell", Stage.STARTED)
    assert "your manager" in started.lead
    assert started != guidance_for("tell")


def test_a_stage_without_words_of_its_own_shares_them():
    assert guidance_for("diary", Stage.STARTED) == guidance_for("diary")


@pytest.mark.parametrize("stage", Stage.values)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_step_has_its_guidance_at_every_stage(step, stage):
    assert guidance_for(step.slug, stage).folds


@pytest.mark.mission("S2-1")
@pytest.mark.parametrize("file", [*FOLDER.glob("*.not-accepted.md"), *FOLDER.glob("*.started.md")])
def test_only_a_person_who_said_yes_backs_out(file):
    """Before a yes one says no; after the first day one leaves."""
    assert not re.search(r"back(ed|ing)? out|withdraw", file.read_text(), re.IGNORECASE)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_file_has_a_lead_and_no_empty_part(slug):
    guidance = guidance_for(slug)
    assert guidance.lead
    assert all(fold.body for fold in guidance.folds)


@pytest.mark.parametrize("slug", SLUGS)
def test_links_lead_to_pages_of_ours_or_to_a_named_source(slug):
    for target in re.findall(r'href="([^"]+)"', markup_of(slug)):
        if not target.startswith("https://"):
            assert resolve(target.partition("#")[0])


@pytest.mark.parametrize("slug", SLUGS)
def test_guidance_reads_easily(slug):
    markup = markup_of(slug)
    longest = reading.longest_sentence(markup)
    assert reading.grade(markup) <= reading.MOST_GRADE
    assert len(longest.split()) <= reading.MOST_WORDS, longest
    assert reading.banned_words(markup) == []


@pytest.mark.mission("S0-4", "S2-6")
def test_how_often_it_happens_is_told_with_its_source_and_year():
    part = next(fold for fold in guidance_for("pause").folds if "1 in 4" in fold.body)
    assert "Kyle Elliott, about 2024" in part.body


@pytest.mark.parametrize("slug", ["situation", "pay", "signed", "decide-check", "decide-done-out"])
def test_not_legal_advice_is_said_where_the_law_comes_up(slug):
    markup = markup_of(slug)
    assert "Not legal advice." in markup
    assert 'href="/support/#legal"' in markup
