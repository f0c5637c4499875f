"""Every page of patterns, incidents and retention in a real browser: axe, widths, both schemes."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from centres.models import Employer
from review.models import Incident
from tests.desk import whole_desk
from tests.factories import case_of, person

pytestmark = pytest.mark.django_db(transaction=True)
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
WIDTHS = (320, 390, 1280)


def addresses():
    one, incident = Employer.objects.get(name="Northgate Bank").pk, Incident.objects.get().pk
    plain = ("employers", "dashboard", "employer-names", "employer-name-add", "employer-join",
             "figures-file", "outreach", "incidents", "incident-new", "retention")  # fmt: skip
    yield from ((name, reverse(f"review:{name}")) for name in plain)
    yield from (
        (name, reverse(f"review:{name}", args=[one])) for name in ("employer", "outreach-one")
    )
    for name in ("incident", "incident-edit", "incident-consent", "incident-told"):
        yield name, reverse(f"review:{name}", args=[incident])
    yield "incident-step", reverse("review:incident-step", args=[incident, "rule"])


def test_no_fault_at_any_width_in_light_or_dark(new_context, live_server, axe, shot):
    fay = whole_desk(case_of(person()))
    client = Client()
    client.force_login(fay.user)
    context = new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_cookies([{
        "name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key,
        "url": live_server.url,
    }])  # fmt: skip
    page = context.new_page()
    for name, address in addresses():
        for sent in (False, True):
            page.goto(address)
            if sent and page.locator("form[novalidate] .btn").count():
                page.locator("form[novalidate] .btn").first.click()
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                axe(page)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    assert not page.evaluate(SIDEWAYS), f"{address} at {width}"
                    if not sent and width > 320:
                        shot(page, f"staff-{name}-{width}-{scheme}")
                page.set_viewport_size({"width": 1280, "height": 900})
