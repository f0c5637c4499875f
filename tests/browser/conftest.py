"""Chromium for the tests in this folder. Each of them also fails if a page complains.

A complaint is a console error, an uncaught error, a blocked thing (CSP), a missing file of ours,
or a request that leaves this site.
"""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import DEFAULT_OPTIONS, Axe
from playwright.sync_api import BrowserContext, Page

ARTIFACTS = Path(__file__).resolve().parents[2] / "test-artifacts"

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "Browser tests need Chromium: sudo apt-get install -y chromium libatomic1"
    return browser_type_launch_args | {"executable_path": path, "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session")
def base_url(live_server):
    """Pages open by their path: page.goto("/start/")."""
    return live_server.url


@pytest.fixture
def allowed(base_url) -> list[str]:
    """Where a page may lead: this site, and what a test adds to the list."""
    return [f"{base_url}/", "blob:"]


@pytest.fixture
def new_context(new_context, allowed):
    """Every context is watched, the default `page` and those a test opens itself."""
    complaints: list[str] = []

    def watched(**options) -> BrowserContext:
        context = new_context(**options)
        _watch(context, allowed, complaints)
        return context

    yield watched
    assert not complaints, "The page complained:\n" + "\n".join(complaints)


def _watch(context: BrowserContext, allowed: list[str], complaints: list[str]) -> None:
    def on_console(message):
        # A page with an error status logs this by itself; files of ours are checked below.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(f"console: {message.text}")

    def on_request(request):
        if not request.url.startswith(tuple(allowed)):
            complaints.append(f"left the site: {request.url}")

    def on_response(response):
        if "/static/" in response.url and response.status >= 400:
            complaints.append(f"missing: {response.url}")

    # The only dialog is the browser's own: leave, with words that are not saved?
    context.on("dialog", lambda dialog: dialog.accept())
    context.on("console", on_console)
    context.on("weberror", lambda problem: complaints.append(f"uncaught: {problem.error}"))
    context.on("request", on_request)
    context.on("response", on_response)


@pytest.fixture(scope="session")
def axe():
    """`axe(page)` fails with axe's own report unless the page has no violation of any rule.

    `axe(page, ("color-contrast",))` asks about these rules alone.
    """
    checker = Axe()

    def check(page: Page, rules: tuple[str, ...] = ()) -> None:
        only = {"runOnly": list(rules)} if rules else {}
        results = checker.run(page, options=DEFAULT_OPTIONS | only)
        assert not results.violations_count, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture(scope="session")
def shot():
    """`shot(page, "hub-1280-dark")` keeps a picture of the whole page in test-artifacts/."""

    def keep(page: Page, name: str) -> Path:
        path = ARTIFACTS / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return keep
