"""What is the same on every page, whatever it is about. Read over all pages at once."""

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest
from django.forms import BaseForm, BooleanField, BoundField
from django.urls import Resolver404, resolve

from accounts.forms import NewPasswordForm
from look.forms import House, HouseHelper
from tests.house.conftest import Page
from tests.page_text import headings, title_of
from tests.urlconf import every_url
from tests.whole_case import ANAS_WORD

# The pages are fetched once, but only where a test wants the database is there one.
pytestmark = [pytest.mark.django_db, pytest.mark.words]

BLOCKED = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style\b",
    "a script without a file": r"<script\b(?![^>]*\bsrc=)",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "a data: address": r"(?:src|href)=[\"']?\s*data:",
    "a javascript: address": r"(?:src|href|action)=[\"']?\s*javascript:",
    "a file of another site": r"<(?:script|img|link|iframe)\b[^>]*(?:src|href)=[\"'](?:https?:)?//",
}
ERROR = "Error: "
# It opens only to somebody who typed a code; tests/accounts walks there.
BY_CODE = {NewPasswordForm}
BRAND = " – Second Thoughts"


def none_of(found: Iterable[object]) -> None:
    """Fails with all that was found, each thing once."""
    all_found = sorted({str(one) for one in found})
    assert not all_found, "\n".join(all_found)


def has_errors(page: Page) -> bool:
    return 'class="problem"' in page.html


def test_every_page_was_seen(site):
    """The sweep opens what it promises: each page that can be read, in some case."""
    seen = {page.name for page in site.answers if page.answer.status_code == 200}
    sent_only = {"tell-letter", "tell-replied", "letter-again", "letter-issue", "letter-sent"}
    sent_only |= {"loop-forget", "calendar-new", "calendar-end"}
    sent_only |= {f"further-letter-{action}" for action in ("again", "issue", "sent")}
    sent_only |= {"more-letters-new", "replacement-remove"}
    sent_only |= {"loop-forget"}
    sent_only |= {"tell-move", "tell-knows", "tell-our-order", "tell-things", "tell-asked"}
    sent_only |= {"loop-forget", "helper-end", "helper-read"}
    sent_only |= {"belief-remove", "trusted-remove"}
    sent_only |= {f"safe-letter-{action}" for action in ("again", "issue", "sent")}
    sent_only |= {"letters-new"}
    sent_only |= {"share-stop", "messages-read", "appointment-cancel", "reading-note"}
    sent_only |= {"reading-seen"}
    sent_only |= {"letter-read", "safe-letter-read", "further-letter-read"}
    never = {f"coaching:{name}" for name in (*sent_only, "close-open", "clauses-erase")}
    never |= {"coaching:school-join", "coaching:school-leave"}
    of_staff = {
        "withdraw",
        "appointment-call-off",
        "letter-verdict",
        "employer-take",
        "employer-part",
        "employer-remove",
        "incident-state",
    }
    never |= {f"review:{name}" for name in of_staff}
    # The operator’s pages are Django’s own; tests/centres/test_operators.py looks at them.
    # Those of a school’s own sign-in need that school: tests/browser/sso goes there.
    never |= {url.name for url in every_url() if url.is_of_the_operator or url.is_of_a_school}
    twice = ("account", "mfa_", "socialaccount_")
    named_twice = {url.name for url in every_url() if url.name.startswith(twice)}
    never |= {f"review:policy-{name}" for name in ("start-draft", "rule-remove")}
    never |= {"review:wording-ours"}

    assert {url.name for url in every_url()} - seen - never - named_twice == set()


def test_nothing_breaks(site):
    none_of(f"{page}: {page.answer.status_code}" for page in site.answers
            if page.answer.status_code >= 500)  # fmt: skip


@pytest.mark.parametrize("what", BLOCKED)
def test_nothing_that_the_content_policy_would_block(site, what):
    none_of(
        f"{page}: {found[0]}"
        for page in site.answers
        if page.is_html
        for found in re.finditer(BLOCKED[what], page.html, re.IGNORECASE)
    )


def test_every_answer_carries_the_content_policy(site):
    none_of(
        page
        for page in site.answers
        if "default-src 'none'" not in page.answer.headers.get("Content-Security-Policy", "")
        or "unsafe" in page.answer.headers["Content-Security-Policy"]
    )


def test_no_answer_may_be_stored(site):
    none_of(
        page
        for page in site.answers
        if "no-store" not in page.answer.headers.get("Cache-Control", "")
    )


def test_every_answer_says_what_it_is(site):
    none_of(
        page
        for page in site.answers
        if page.answer.headers.get("X-Content-Type-Options") != "nosniff"
        or page.answer.headers.get("Referrer-Policy") != "same-origin"
    )


def test_every_page_has_one_heading_and_its_title_repeats_it(site):
    for page in site.answers:
        if not page.is_html or not page.html:
            continue
        heads, title = headings(page.html), title_of(page.html)
        assert len(heads) == 1, f"{page}: {heads}"
        expected = f"{ERROR if has_errors(page) else ''}{heads[0]}{BRAND}"
        assert title == expected, f"{page}: {title} is not {expected}"


def test_two_pages_never_share_a_title(site):
    titles: dict[str, set[str]] = defaultdict(set)
    for page in site.pages:
        if "sent empty" not in page.how:
            titles[title_of(page.html)].add(without_ids(page.url))
    none_of(f"{title}: {urls}" for title, urls in titles.items() if len(urls) > 1)


def without_ids(url: str) -> str:
    """The same page in another case: its code and the ids of its rows are others.

    The name and address is one page too: asked on the way to whatever needs it first.
    """
    url = re.sub("^/(c|h|stop)/[^/]+", r"/\1", url)
    if url.endswith("/you/") and "/flags/" not in url:
        return "/c/tell/you/"
    url = re.sub(r"/letters/\d+/", "/letters/…/", url)
    return re.sub(r"(/tell(?:/letters)?)/\d+/", r"\1/…/", url)


def test_errors_are_announced_and_lead_to_their_fields(site):
    wrong = [page for page in site.pages if has_errors(page)]
    assert len(wrong) > 20
    for page in wrong:
        seen = page.read
        block = re.search(r'<div class="problem".*?</div>', page.html, re.DOTALL)[0]
        assert title_of(page.html).startswith(ERROR), str(page)
        for target in re.findall(r'href="#([^"]*)"', block):
            assert target in seen.ids, f"{page}: #{target}"


def test_links_within_a_page_land(site):
    none_of(
        f"{page}: {link}"
        for page in site.pages
        for link in page.read.links
        if link.startswith("#") and link[1:] not in page.read.ids
    )


def test_links_lead_to_pages_we_have(site):
    """By their addresses: whether each opens is asked elsewhere."""

    def leads_nowhere(link: str) -> bool:
        try:
            resolve(link.partition("?")[0].partition("#")[0])
        except Resolver404:
            return True
        return False

    links = {(link, page.name) for page in site.pages for link in page.read.links}
    none_of(pair for pair in links if pair[0].startswith("/") and leads_nowhere(pair[0]))


def test_no_id_stands_twice(site):
    for page in site.pages:
        ids = re.findall(r'\sid="([^"]+)"', page.html)
        none_of(f"{page}: {one}" for one in ids if ids.count(one) > 1)


def test_every_visible_control_has_a_label(site):
    none_of(
        f"{page}: {field.name}"
        for page in site.pages
        for field in page.read.fields
        if field.is_visible and not field.label
    )


def test_a_question_that_may_stay_open_says_so(site):
    """“(optional)” stands beside a text exactly where its form does not ask for it."""
    asked = 0
    for page in site.pages:
        for form in forms_of(page):
            for bound in form.visible_fields():
                label = page.read.labels.get(bound.id_for_label, "")
                if not label or getattr(bound.field, "quiet", False) or is_tick(bound):
                    continue
                asked += 1
                assert ("(optional)" in label) == (not bound.field.required), f"{page}: {label}"
    assert asked > 100


def is_tick(bound: BoundField) -> bool:
    """A single box to tick: leaving it empty is an answer."""
    return isinstance(bound.field, BooleanField)


def forms_of(page: Page) -> list[BaseForm]:
    context = page.answer.context or {}
    found = [context.get("form"), *context.get("forms", ())]
    return [form for form in found if isinstance(form, BaseForm)]


def test_no_question_has_an_asterisk(site):
    none_of(page for page in site.pages if "*" in re.sub(r"<(script|svg).*?</\1>", "", page.html))


def test_every_form_is_drawn_by_the_house(site):
    """All forms come from the bases in `look`, with the one helper of the pack `st`."""
    drawn = {type(form) for page in site.pages for form in forms_of(page)}
    assert len(drawn) > 25
    none_of(form for form in drawn if not issubclass(form, House))
    none_of(form for form in drawn if not isinstance(form.helper, HouseHelper))


def test_every_form_we_wrote_was_drawn(site):
    drawn = {type(form) for page in site.pages for form in forms_of(page)}
    ours = {form for form in beneath(House) if not form.__subclasses__() and is_ours(form)}
    none_of(f"{form.__module__}.{form.__name__}" for form in ours - drawn - BY_CODE)


def beneath(base: type) -> set[type]:
    return {base}.union(*(beneath(child) for child in base.__subclasses__()))


def is_ours(form: type) -> bool:
    return form.__module__.partition(".")[0] in ("accounts", "coaching", "offers", "review")


def test_no_title_address_or_redirect_names_what_ana_typed(site):
    assert any(ANAS_WORD in page.html for page in site.pages)
    none_of(page for page in site.pages if ANAS_WORD in title_of(page.html))
    none_of(page for page in site.answers if ANAS_WORD in page.answer.headers.get("Location", ""))
    none_of(
        f"{page}: {link}"
        for page in site.pages
        for link in page.read.links
        if ANAS_WORD.lower() in link.lower() and not link.startswith(("mailto:", "tel:"))
    )


def test_every_page_of_a_case_leads_to_deleting_it(site):
    none_of(
        page
        for page in site.pages
        if page.url.startswith("/c/") and "Delete everything</a></li>" not in page.html
    )
