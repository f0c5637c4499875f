"""Three published policies ship as examples, and are loaded as drafts."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from centres.management.commands.load_policies import examples
from centres.models import LONGEST_SUMMARY, Policy, PolicyVersion
from centres.policy_words import parts
from centres.publishing import missing
from tests.factories import centre

pytestmark = pytest.mark.django_db


def test_three_examples_become_drafts_and_a_second_time_adds_nothing(capsys):
    lakeside = centre()
    for _ in range(2):
        call_command("load_policies", "lakeside")

    versions = PolicyVersion.objects.filter(policy__centre=lakeside)
    assert {one.tone for one in versions} == {"supportive", "strict"}
    assert [one.state for one in versions] == ["draft"] * 3
    assert sum(one.offer_floors.count() for one in versions) == 3
    assert sum(one.consequences.count() for one in versions) == 3
    assert all(one.full_text.startswith("As seen at ") for one in versions)
    assert all(one.source in one.full_text for one in versions)
    assert all(parts(one.rules()) for one in versions)


def test_a_lead_checks_them_before_they_count():
    lakeside = centre()
    call_command("load_policies", "lakeside", stdout=StringIO())
    for policy in Policy.objects.filter(centre=lakeside):
        assert missing(policy.versions.get()) == [
            "Say where the policy stands, and when you checked it."
        ]


def test_no_summary_of_ours_is_longer_than_the_form_takes():
    assert all(len(one["summary"].split()) <= LONGEST_SUMMARY for one in examples())


def test_a_centre_that_is_not_there_is_named():
    with pytest.raises(CommandError, match="no center “nowhere”"):
        call_command("load_policies", "nowhere")
