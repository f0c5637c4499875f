import pytest
from django.test import Client
from django.urls import get_resolver

NEVER = "/no-such-page/"


@pytest.fixture
def visitor(db) -> Client:
    """A browser as it is: with a CSRF cookie, and getting the answer when we break."""
    visitor = Client(enforce_csrf_checks=True, raise_request_exception=False)
    visitor.get("/account/login/")
    assert "csrftoken" in visitor.cookies
    return visitor


def is_calm(answer) -> bool:
    page = answer.content.decode()
    return page.count("<h1>") == 1 and "Second Thoughts</title>" in page and "style=" not in page


def test_a_page_that_is_not_there_is_said_calmly(visitor):
    answer = visitor.get(NEVER)

    assert answer.status_code == 404
    assert "We can’t find that page" in answer.content.decode()
    assert is_calm(answer)


def test_an_error_page_asks_neither_the_database_nor_the_session(
    client, django_assert_num_queries, db
):
    with django_assert_num_queries(0):
        answer = client.get(NEVER)

    assert not answer.cookies


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"first=x", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"first=x", "application/x-www-form-urlencoded; charset=cp037"),
        (b"first=x", "application/x-www-form-urlencoded; charset=no-such-charset"),
        (b"first=x", "multipart/form-data"),
        (b"first=x", "multipart/form-data; boundary=" + "x" * 300),
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
        (b"%ff%fe=%00&" * 400, "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
        (b"", "text/xml"),
    ],
)
@pytest.mark.parametrize(
    "path", [NEVER, "/private/page/", "/start/", "/account/login/", "/account/join/"]
)
def test_a_hostile_body_gets_a_calm_answer(visitor, path, body, content_type):
    answer = visitor.generic(
        "POST", path, body, content_type, headers={"Origin": "http://testserver"}
    )

    assert 400 <= answer.status_code < 500
    assert is_calm(answer)


def test_a_body_without_a_token_is_no_way_around_the_gate(db):
    """As the one above, but past the CSRF check: the gate itself reads the body."""
    visitor = Client(raise_request_exception=False)
    answer = visitor.generic("POST", "/private/page/", b"a=b", "multipart/form-data")

    assert answer.status_code == 400
    assert is_calm(answer)


def test_a_database_that_does_not_answer_is_a_page_to_come_back_to(visitor):
    answer = visitor.get("/database-away/")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert is_calm(answer)


def test_a_database_that_goes_away_under_the_session_is_the_same_page(visitor, ana, monkeypatch):
    from django.db import InterfaceError

    def away(*args):
        raise InterfaceError("connection already closed")

    visitor.force_login(ana)
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)

    assert visitor.get("/private/page/").status_code == 503


def test_a_bug_of_ours_shows_no_trace(visitor):
    answer = visitor.get("/bug/")

    assert answer.status_code == 500
    assert "Retry-After" not in answer
    assert "RuntimeError" not in answer.content.decode()
    assert is_calm(answer)


def test_too_many_tries_are_said_calmly(visitor):
    fields = {"login": "ana@example.com", "password": "a guess of Bo’s"}
    visitor.handler.enforce_csrf_checks = False
    for _ in range(30):
        visitor.post("/account/login/", fields)
    answer = visitor.post("/account/login/", fields)

    assert answer.status_code == 429
    assert answer["Retry-After"] == "300"
    assert is_calm(answer)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "join/",
        "login/",
        "login/code/",
        "logout/",
        "email/",
        "password/change/",
        "confirm-email/",
    ],
)
def test_trace_and_delete_are_refused(visitor, path, ana):
    visitor.force_login(ana)
    visitor.handler.enforce_csrf_checks = False

    for method in ("TRACE", "DELETE"):
        assert visitor.generic(method, f"/account/{path}").status_code in (302, 405)


def test_every_answer_forbids_to_store_it_and_to_use_sensors(visitor):
    for path in ("/account/login/", NEVER, "/bug/", "/private/page/"):
        answer = visitor.get(path)
        assert answer["Cache-Control"] == "no-store, private"
        assert "camera=()" in answer["Permissions-Policy"]
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_files_that_never_change_may_be_kept(settings):
    below = settings.MIDDLEWARE.index("accounts.headers.PrivateHeadersMiddleware")

    assert settings.MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware") < below


def test_the_site_itself_uses_these_pages():
    resolver = get_resolver("config.urls")

    for status in (400, 403, 404, 500):
        assert resolver.resolve_error_handler(status).__module__ == "accounts.errors"
