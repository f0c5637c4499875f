"""Lakeside’s staff, and what Ana shares with them."""

import pytest
from django.test import Client

from centres.models import Membership
from tests.desk import browser_of
from tests.factories import adviser, case_of, centre, lead, person, shared


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


@pytest.fixture
def eli(lakeside):
    return adviser(lakeside, "eli")


@pytest.fixture
def fay(lakeside):
    return lead(lakeside, "fay")


@pytest.fixture
def dev():
    return lead(centre("hilltop"))


@pytest.fixture
def case():
    return case_of(person())


@pytest.fixture
def of_team(case, cleo):
    """Ana’s case, shared with the whole team; Cleo helps her."""
    return shared(case, cleo, team_may_read=True, name="Ana Silva", programme="Senior, Statistics")


def at_desk(member: Membership) -> Client:
    return browser_of(member.user)
