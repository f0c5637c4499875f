"""What goes wrong is a page in the house’s words, with its status and a way on."""

import pytest

from tests.coaching.ana import Ana
from tests.coaching.leaving import dana, leaving, owner_of, url

pytestmark = pytest.mark.django_db


def is_calm(text: str) -> bool:
    return text.count("<h1>") == 1 and "Second Thoughts</title>" in text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_what_only_takes_a_button_says_so_and_leads_back(method):
    case = leaving()
    for name, about in (
        ("tell-replied", [dana(case).pk]),
        ("tell-our-order", []),
        ("share-stop", []),
    ):
        answer = owner_of(case).generic(method, url(name, case, *about))
        assert answer.status_code == 405
        assert answer["Allow"] == "POST, OPTIONS"
        assert answer["Content-Security-Policy"]
        if method == "GET":
            assert is_calm(answer.text)
            assert "Nothing was changed." in answer.text
            assert 'href="/cases/"' in answer.text


def test_too_much_text_is_said_calmly(client):
    ana = Ana(client)
    answer = ana.saves("question", "goals", goals="x" * 300_000)
    assert answer.status_code == 413
    assert "too much at once" in answer.text
    assert is_calm(answer.text)


def test_too_many_fields_are_said_calmly(client):
    ana = Ana(client)
    answer = ana.saves("question", "goals", **{f"field{n}": "x" for n in range(400)})
    assert answer.status_code == 400
    assert is_calm(answer.text)
