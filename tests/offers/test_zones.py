"""Which time zones a person can be in."""

import pytest

from offers.zones import NAMES, is_zone


@pytest.mark.parametrize("zone", [*NAMES, "UTC", "America/Indiana/Knox", "Etc/GMT+5"])
def test_a_place_is_a_zone(zone):
    assert is_zone(zone)


@pytest.mark.parametrize(
    "zone",
    ["", "localtime", "Factory", "EST", "/", "../etc/passwd", "America/", "America/Nowhere", "utc"],
)
def test_the_server_s_own_zone_and_what_is_no_place_is_none(zone):
    assert not is_zone(zone)
