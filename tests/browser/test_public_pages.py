"""What anyone may read, on a small phone, in both color schemes, with every part unfolded."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = ["/", "/help-now/", "/support/", "/privacy/", "/what-staff-see/", "/accessibility/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_public_pages_have_no_fault_axe_can_find(new_context, axe, scheme):
    page = new_context(color_scheme=scheme, viewport={"width": 320, "height": 800}).new_page()
    for path in PATHS:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
