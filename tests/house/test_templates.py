"""What no template may hold: anything the content policy would block, or a voice not ours."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "templates"

BLOCKED = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style\b",
    "a script without a file": r"<script\b(?![^>]*\bsrc=)",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=\s*[\"']",
    "a data: address": r"[\"'(]data:",
    "a javascript: address": r"javascript:",
    "a file of another site": r"<(script|img|link|iframe)\b[^>]*(src|href)=[\"']?(https?:)?//",
}
NOT_OURS = r"!|\b(please|oops|simply|invalid|reneg\w*|don[’']t worry)\b|[\U0001f300-\U0001faff]"


@pytest.mark.parametrize("what", BLOCKED)
def test_no_page_holds_what_the_policy_blocks(what):
    assert_nowhere(BLOCKED[what], read("*.html"))


def test_the_voice_is_calm():
    texts = read("*.html") | read("*.md") | read("*.txt")
    assert_nowhere(NOT_OURS, {page: spoken(text) for page, text in texts.items()})


def read(pattern: str) -> dict[Path, str]:
    return {page: page.read_text() for page in ROOT.rglob(pattern)}


def assert_nowhere(pattern: str, texts: dict[Path, str]) -> None:
    found = [
        f"{page.relative_to(ROOT)}: {match.group()}"
        for page, text in texts.items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    assert not found, "\n".join(found)


def spoken(text: str) -> str:
    """What a person reads: no template code, no comments, no markup."""
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%.*?%}|{{.*?}}", " ", text, flags=re.S)
    return re.sub(r"<!.*?>|<[^>]*>", " ", text, flags=re.S)
