"""Who may open which address, by every method. An address without a row in TABLE fails."""

from functools import partial
from itertools import chain

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from offers.models import Stage
from tests.desk import whole_desk
from tests.factories import person
from tests.rows import all_rows, taken_back
from tests.urlconf import Url, case_urls, every_url
from tests.whole_case import ANAS_WORD, BOS_WORD, MONDAY, When, anas_case, whole_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pressed_once")]

PUBLIC, SIGNED_IN, OWNER = "anybody", "signed in", "the owner of the case"
SECRET = "who has the secret link"
OF_ONES_OWN = "signed in, about something of one’s own, if there is such a thing"
STAFF = "who works at a career centre"
# Tested with real identity providers in tests/browser/sso.
SCHOOL = "who comes through a school’s own sign-in"
OPERATOR = "who runs the installation"
STAFF, LEAD = "who works at a career centre", "who leads a career centre"
READ, FORM, ACTION = "read", "read and send", "send"

TABLE = {
    (PUBLIC, READ): """
        coaching:landing coaching:help-now coaching:support coaching:privacy
        coaching:what-staff-see coaching:accessibility coaching:deleted
        coaching:law coaching:law-place
        coaching:guides coaching:guide
        operator:login
        accounts:signup account_inactive account_password_reset_completed
        socialaccount_login_cancelled socialaccount_login_error socialaccount_connections
    """,
    (PUBLIC, FORM): """
        school_sign_in socialaccount_signup
        coaching:start coaching:my-school
        accounts:join accounts:login accounts:login-code accounts:login-confirm accounts:logout
        accounts:confirm-email accounts:forgot-password accounts:forgot-confirm
        accounts:forgot-complete
        account_signup account_login account_logout account_request_login_code
        account_confirm_login_code account_email_verification_sent account_reset_password
        account_confirm_password_reset_code account_complete_password_reset
        accounts:second-step-code mfa_authenticate
    """,
    (SCHOOL, READ): """
        openid_connect_login openid_connect_callback
        saml_login saml_acs saml_finish_acs saml_sls saml_metadata
    """,
    (STAFF, READ): """
        review:queue review:mine review:case review:history
        review:letters review:letter review:letter-pdf review:summary
        review:dashboard review:employers review:employer review:employer-names
        review:outreach review:incidents review:incident
        review:policies review:policy review:policy-version
    """,
    (STAFF, FORM): """
        review:team
        review:messages review:notes review:assign review:appointment
        review:letter-note review:letter-verdict
        review:employer-name-add review:employer-join review:employer-remove
        review:figures-file review:outreach-one
        review:incident-new review:incident-edit review:incident-consent review:incident-told
        review:incident-step
    """,
    (STAFF, ACTION): """
        review:appointment-call-off
        review:employer-take review:employer-part review:incident-state
    """,
    (LEAD, READ): "review:log review:policy-draft review:wordings",
    (LEAD, FORM): """
        review:member review:hand-over review:remove review:roster review:roster-check
        review:retention
        review:policy-new review:policy-words review:policy-scope review:policy-publish
        review:policy-rule-add review:policy-rule review:policy-end
        review:policy-discard review:roster-code
        review:wording
    """,
    (LEAD, ACTION): """
        review:withdraw
        review:policy-start-draft review:policy-rule-remove
        review:wording-ours
    """,
    (OPERATOR, READ): """
        operator:index operator:app_list operator:jsi18n
        operator:centres_centre_changelist operator:centres_centre_history
        operator:centres_emaildomain_changelist operator:centres_emaildomain_history
        operator:centres_membership_changelist operator:centres_membership_history
        operator:centres_invitation_changelist operator:centres_invitation_history
    """,
    (OPERATOR, FORM): """
        operator:centres_centre_add operator:centres_centre_change
        operator:centres_emaildomain_add operator:centres_emaildomain_change
        operator:centres_emaildomain_delete
        operator:centres_membership_add operator:centres_membership_change
        operator:centres_invitation_add operator:centres_invitation_change
    """,
    (SECRET, READ): "coaching:calendar-feed coaching:helper-index",
    (SECRET, FORM): "coaching:stop-reminders coaching:helper-part review:invitation",
    (SIGNED_IN, READ): """
        accounts:second-step mfa_index
        accounts:home coaching:start-private coaching:cases
    """,
    (SIGNED_IN, FORM): """
        coaching:start-clock coaching:export coaching:erase
        accounts:email accounts:reauthenticate accounts:change-password accounts:set-password
        accounts:second-step-again accounts:set-up-phone
        accounts:new-recovery-codes mfa_reauthenticate mfa_activate_totp
        mfa_generate_recovery_codes
        account_email account_reauthenticate account_change_password account_set_password
    """,
    (SIGNED_IN, ACTION): "coaching:school-leave",
    (OF_ONES_OWN, READ): """
        accounts:recovery-codes accounts:recovery-codes-file
        mfa_view_recovery_codes mfa_download_recovery_codes
    """,
    (OF_ONES_OWN, FORM): "accounts:turn-off-phone mfa_deactivate_totp",
    (OF_ONES_OWN, ACTION): "coaching:school-join",
    (OWNER, READ): """
        coaching:calendar-page
        coaching:hub coaching:calendar coaching:offers coaching:why-result coaching:best-worst
        coaching:must-haves-result coaching:rate coaching:compare coaching:questions
        coaching:side-by-side coaching:leaving-cost-result
        coaching:signed coaching:signed-result coaching:in-writing coaching:decide-done
        coaching:clauses-result
        coaching:bridges coaching:loop
        coaching:ask-again coaching:options-summary coaching:for-and-against
        coaching:flags coaching:flags-result coaching:fears coaching:questions-result
        coaching:beliefs coaching:first-days-result coaching:sounding-board
        coaching:decide-unsure
        coaching:tell-done coaching:tell-call coaching:handover-page
        coaching:tell-record coaching:tell-card coaching:tell-card-pdf coaching:tell-rehearse
        coaching:letter-version coaching:letter-pdf coaching:letter-text
        coaching:letter-docx coaching:letter-eml coaching:safe-letter-docx coaching:safe-letter-eml
        coaching:further-letter-docx coaching:further-letter-eml
        coaching:ask coaching:ask-not-now coaching:ask-words coaching:ask-result
        coaching:letters coaching:more-letters
        coaching:further-letter-version coaching:further-letter-pdf coaching:further-letter-text
        coaching:check-ins coaching:other-way coaching:prevent coaching:timeline
        coaching:safe-letter-version coaching:safe-letter-pdf coaching:safe-letter-text
        coaching:print
        coaching:share-summary coaching:reading
    """,
    (OWNER, FORM): """
        coaching:reminders coaching:helper
        coaching:pause coaching:clock coaching:date coaching:basics coaching:pay coaching:pay-more
        coaching:people
        coaching:offer-remove coaching:situation coaching:why coaching:options coaching:outcome
        coaching:must-haves coaching:must-have coaching:rating coaching:question
        coaching:leaving-cost coaching:rates
        coaching:paper coaching:writing coaching:conditions coaching:diary
        coaching:leaning coaching:friend
        coaching:clauses
        coaching:circles coaching:bridge coaching:loop-person
        coaching:outcome-cost coaching:outcome-leads coaching:points
        coaching:flags-job coaching:flags-talks coaching:flags-you coaching:fear
        coaching:later-offer coaching:counter-offer coaching:belief coaching:pleasing
        coaching:pressure coaching:first-days coaching:trusted
        coaching:notice coaching:handover
        coaching:decide coaching:decide-early coaching:decide-check coaching:decide-writing
        coaching:tell coaching:tell-you coaching:call-you coaching:letter-you coaching:tell-log
        coaching:tell-correct coaching:tell-remove
        coaching:letter coaching:letter-words coaching:letter-first
        coaching:close coaching:close-delete
        coaching:ask-first coaching:ask-terms coaching:ask-answer coaching:second-yes
        coaching:after coaching:check-in coaching:next-offer coaching:next-offer-lines
        coaching:keep-in-touch coaching:timing
        coaching:safe-letter coaching:safe-letter-you coaching:safe-letter-words
        coaching:further-letter coaching:further-letter-you coaching:further-letter-words
        coaching:replacement
        coaching:share coaching:messages coaching:appointment
        coaching:school coaching:answer-time
    """,
    (OWNER, ACTION): """
        coaching:tell-letter coaching:tell-replied coaching:letter-again coaching:letter-issue
        coaching:tell-move coaching:tell-knows coaching:tell-our-order coaching:tell-things
        coaching:tell-asked
        coaching:letter-sent coaching:close-open coaching:clauses-erase
        coaching:calendar-new coaching:calendar-end
        coaching:loop-forget coaching:helper-end coaching:helper-read
        coaching:belief-remove coaching:trusted-remove
        coaching:letters-new coaching:safe-letter-again coaching:safe-letter-issue
        coaching:safe-letter-sent coaching:more-letters-new coaching:replacement-remove
        coaching:further-letter-again coaching:further-letter-issue coaching:further-letter-sent
        coaching:share-stop coaching:messages-read coaching:appointment-cancel
        coaching:reading-note coaching:reading-seen coaching:letter-read coaching:safe-letter-read
        coaching:further-letter-read
    """,
}
# What names a row by its number in the database.
OF_A_ROW = {"who", "told", "which", "reading", "note", "appointment"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ALLOWED = {
    READ: {"GET", "HEAD", "OPTIONS"},
    FORM: {"GET", "HEAD", "POST", "OPTIONS"},
    ACTION: {"POST", "OPTIONS"},
}
GATE = 302
# A table each, for why a door was shut, and for how often somebody knocked.
SESSION, LIMITS = "django_session", "django_cache"


def names(who: str, what: str = "") -> set[str]:
    rows = (TABLE[key].split() for key in TABLE if key[0] == who and what in ("", key[1]))
    return set(chain.from_iterable(rows))


def urls(who: str, what: str = "") -> list[Url]:
    return [url for url in every_url() if url.name in names(who, what)]


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def case():
    case = anas_case()
    whole_desk(case)
    return case


def account() -> Client:
    """Bo, a stranger, with an account and a whole case of his own."""
    bo = person("bo")
    whole_case(bo, BOS_WORD)
    return signed_in(bo)


def guest() -> Client:
    browser = Client()
    browser.post("/start/", {"stage": "accepted"})
    return browser


def signed_in(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def test_every_address_has_one_row():
    rows = list(chain.from_iterable(row.split() for row in TABLE.values()))
    found = [url.name for url in every_url()]

    assert sorted(rows) == sorted(found)


def test_every_address_of_a_case_is_its_owners():
    assert {url.name for url in case_urls()} == names(OWNER)


def test_a_secret_link_opens_for_nobody_who_guesses(case):
    for url in urls(SECRET):
        for method in ("GET", "POST"):
            answer = Client().generic(method, url.of(case, token="a-good-guess"))
            assert answer.status_code in (404, 405), f"{method} {url.name}"


@pytest.mark.parametrize("what", [READ, FORM])
def test_a_secret_link_answers_its_methods_and_no_others(case, what):
    for url in urls(SECRET, what):
        for method in METHODS:
            refused = Client().generic(method, url.of(case)).status_code == 405
            assert refused == (method not in ALLOWED[what]), f"{method} {url.name}"


@pytest.mark.parametrize("stranger", [account, guest], ids=lambda who: who.__name__)
def test_a_stranger_is_told_that_there_is_nothing(case, stranger):
    browser, before = stranger(), None
    nothing = browser.get("/c/2222222222/").content
    before = all_rows()

    for url in urls(OWNER):
        address = url.of(case)
        for method in METHODS:
            answer = browser.generic(method, address)
            assert answer.status_code == 404, f"{method} {address}"
            assert answer.content in (nothing, b""), f"{method} {address} tells more"
    assert all_rows() == before


def test_nobody_is_asked_to_sign_in(case):
    browser, before = Client(), all_rows()

    for url in [*urls(OWNER), *urls(SIGNED_IN)]:
        address = url.of(case)
        for method in METHODS:
            answer = browser.generic(method, address)
            signed_out = method == "POST" and answer.status_code == 403
            to_sign_in = answer.status_code == 302 and answer.url.startswith("/account/login/?")
            assert signed_out or to_sign_in, f"{method} {address}: {answer.status_code}"
            assert ANAS_WORD not in answer.content.decode()
    assert all_rows() == before


def test_what_is_anas_is_not_found_under_the_code_of_bo(case):
    bo = person("bo")
    his = whole_case(bo, BOS_WORD)
    browser = signed_in(bo)
    keyed = [url for url in urls(OWNER) if OF_A_ROW & set(url.wants)]
    refused: dict[str, bool] = {}
    before = all_rows()

    for url in keyed:
        hers = {want: url.of(case).split("/")[_place(url, want)] for want in url.wants[1:]}
        for method in ("GET", "POST"):
            answer = browser.generic(method, url.of(his, **hers))
            assert answer.status_code in (404, 405), f"{method} {url.name}"
            refused[url.name] = refused.get(url.name, False) or answer.status_code == 404
            assert ANAS_WORD not in answer.content.decode()
    assert all(refused.values()), refused
    assert all_rows() == before


def _place(url: Url, want: str) -> int:
    """Where in the address this part stands."""
    parts = f"/{url.route}".split("/")
    return next(index for index, part in enumerate(parts) if part.endswith(f":{want}>"))


@pytest.mark.parametrize("when", When)
def test_a_wrong_method_does_nothing(when):
    case = anas_case(when)
    browser, before = signed_in(case.owner), all_rows()

    for what, allowed in ALLOWED.items():
        for url in urls(OWNER, what):
            for method in set(METHODS) - allowed:
                answer = browser.generic(method, url.of(case))
                assert answer.status_code in (405, GATE), f"{method} {url.name}"
    assert all_rows() == before


@pytest.mark.parametrize("what", ALLOWED)
def test_a_wrong_method_is_refused_where_the_door_is_open(what):
    """What is never asked of an open page is refused in so many words: 405."""
    wrong = set(METHODS) - ALLOWED[what]
    refused: dict[str, set[str]] = {name: set() for name in names(OWNER, what)}
    stages = [partial(anas_case, stage=one) for one in (Stage.STARTED, Stage.NOT_ACCEPTED)]
    for make_case in (*(partial(anas_case, when) for when in When), *stages):
        with taken_back():
            case = make_case()
            browser = signed_in(case.owner)
            for url in urls(OWNER, what):
                for method in wrong - refused[url.name]:
                    if browser.generic(method, url.of(case)).status_code == 405:
                        refused[url.name].add(method)

    assert {name for name, methods in refused.items() if methods != wrong} == set()


def test_public_pages_refuse_what_they_do_not_answer():
    for url in urls(PUBLIC, READ):
        if url.name.startswith("coaching:"):
            for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
                assert Client().generic(method, url.of(None)).status_code == 405, url.name


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_reading_a_public_page_writes_nothing(method):
    for url in urls(PUBLIC):
        browser = Client()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = browser.generic(method, url.of(None))
        assert answer.status_code in (200, 302), url.name
        assert [sql for sql in writes(asked) if LIMITS not in sql] == [], url.name
        assert "sessionid" not in answer.cookies, url.name


@pytest.mark.parametrize("when", When)
def test_reading_a_page_of_a_case_writes_nothing(when):
    case = anas_case(when)
    browser = signed_in(case.owner)
    for url in [*urls(OWNER, READ), *urls(OWNER, FORM)]:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(url.of(case)).status_code in (200, 302), url.name
        assert [sql for sql in writes(asked) if SESSION not in sql] == [], url.name


def writes(asked: CaptureQueriesContext) -> list[str]:
    found = (query["sql"] for query in asked.captured_queries)
    return [sql for sql in found if sql.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_another_site_can_send_nothing_in_anas_name(case):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(case.owner)
    before = all_rows()

    for url in [*urls(OWNER, FORM), *urls(OWNER, ACTION), *urls(SIGNED_IN, FORM)]:
        answer = browser.post(url.of(case), headers={"Origin": "https://elsewhere.example"})
        assert answer.status_code == 403, url.name
    assert all_rows() == before
