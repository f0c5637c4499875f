"""A browser without a network: asks the WSGI application itself, and holds a watch."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

TOKEN = "a" * 32


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    body: bytes
    seconds: float


class Visitor:
    """Somebody with an open session, and with a CSRF token that fits their cookie."""

    def __init__(self, application: Callable[..., Any], session: str) -> None:
        self.application = application
        self.cookies = f"sessionid={session}; csrftoken={TOKEN}"

    def get(self, path: str, query: str = "") -> Answer:
        return self._ask(self._environ("GET", path) | {"QUERY_STRING": query})

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        body = urlencode(fields | {"csrfmiddlewaretoken": TOKEN}).encode()
        environ = self._environ("POST", path) | {
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": BytesIO(body),
        }
        return self._ask(environ)

    def _environ(self, method: str, path: str) -> dict[str, Any]:
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self.cookies,
        }
        setup_testing_defaults(environ)
        return environ

    def _ask(self, environ: dict[str, Any]) -> Answer:
        statuses: list[str] = []
        start = time.perf_counter()
        response = self.application(environ, lambda status, *_: statuses.append(status))
        body = b"".join(response)
        response.close()
        seconds = time.perf_counter() - start
        return Answer(status=int(statuses[0][:3]), body=body, seconds=seconds)
