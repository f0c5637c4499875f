"""A form is UTF-8, or it is nothing we can read.

Python knows "character sets" that are none: rot13, zlib, undefined. Django decodes the address by
the one a visitor names before any middleware is asked, and would fail there.
"""

import codecs
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.utils.http import parse_header_parameters

# A form without a boundary: Django answers 400 wherever it is read, and our page says why.
UNREADABLE = "multipart/form-data"


def only_utf8(application: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not _is_utf8(environ.get("CONTENT_TYPE", "")):
            environ = environ | {"CONTENT_TYPE": UNREADABLE}
        return application(environ, start_response)

    return answer


def _is_utf8(content_type: str) -> bool:
    try:
        _, told = parse_header_parameters(content_type)
        return codecs.lookup(told.get("charset", "utf-8")).name == "utf-8"
    except (LookupError, ValueError):
        return False
