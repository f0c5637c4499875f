import re

import pytest

from tests.browser.walk import Walk


@pytest.fixture
def walk(request, new_context):
    scripts = getattr(request, "param", "with scripts") == "with scripts"
    context = new_context(java_script_enabled=scripts, accept_downloads=True)
    context.set_default_timeout(20_000)
    return Walk(context.new_page())


@pytest.fixture
def pdf_name(request):
    return re.sub(r"[^a-z0-9]+", "-", request.node.name.removeprefix("test_").lower()).strip("-")
