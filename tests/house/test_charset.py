"""What a visitor may say about the body they send, asked as the server asks the application."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from config.charset import only_utf8

pytestmark = pytest.mark.django_db
FIELD = b'--x\r\nContent-Disposition: form-data; name="stage"\r\n\r\n\xff\r\n--x--\r\n'
ODD = ["idna", "rot13", "base64", "hex", "zlib", "undefined", "utf-16", "no-such-charset"]


def ask(method: str, path: str, content_type: str, body: bytes = FIELD) -> tuple[str, str]:
    """The status and the page."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "next=/%ff",
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
        "HTTP_HOST": "testserver",
        "HTTP_COOKIE": f"{settings.CSRF_COOKIE_NAME}={'a' * 32}",  # so the body is read
    }
    setup_testing_defaults(environ)
    heads = []
    answer = only_utf8(WSGIHandler())(environ, lambda status, headers: heads.append(status))
    page = b"".join(answer).decode()
    answer.close()
    return heads[0], page


@pytest.mark.parametrize("charset", ODD)
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json"])
def test_a_charset_that_we_do_not_read_gets_a_calm_answer(kind, charset):
    status, page = ask("POST", "/start/", f"{kind}; charset={charset}")
    assert status == "400 Bad Request"
    assert "<h1>We could not read that</h1>" in page


@pytest.mark.parametrize("charset", ODD)
def test_a_page_is_shown_whatever_is_said_of_a_body_that_is_not_there(charset):
    status, page = ask("GET", "/start/", f"text/plain; charset={charset}", b"")
    assert status == "200 OK"
    assert "<h1>" in page


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data; boundary*=undefined''x",
        "multipart/form-data; boundary*=no-such''x",
        "multipart/form-data; boundary=" + "x" * 20_000,
        "multipart/form-data; charset=" + "x" * 500,
    ],
)
def test_a_content_type_that_cannot_be_read_gets_a_calm_answer(content_type):
    assert ask("POST", "/start/", content_type)[0] == "400 Bad Request"


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=UTF-8", "; charset=utf8"])
def test_utf_8_is_read_by_every_name(charset):
    """What is read has no token of ours: that is another page."""
    status, page = ask("POST", "/start/", f"multipart/form-data; boundary=x{charset}")
    assert status == "403 Forbidden"
    assert "That did not come from our page" in page
