"""How hard a page is to read, and which words it must not use. Downloads nothing."""

import html
import re

MOST_GRADE = 6.0
MOST_WORDS = 25
BANNED = re.compile(
    r"\b(?:please|invalid|oops|simply|just|should|reneg\w+|don[’']t worry)\b"
    r"|[!*\u2728\U0001f300-\U0001faff]",
    re.IGNORECASE,
)
NOT_PROSE = re.compile(r"<(svg|table|select|output|script|style)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|legend|label|summary|details|blockquote|dt|dd|dl|div|section"
    r"|article|aside|header|nav|main|button|form|br|span class=\"(?:tag|hint))\b[^>]*>"
)
TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"(?<=[.?])[”\"]?\s+")


def main_of(page: str) -> str:
    """The part of a page that is its own."""
    found = re.search(r"<main\b.*</main>", page, re.DOTALL)
    assert found, "the page has no main"
    return found[0]


def words_of(markup: str) -> str:
    """Everything a person reads, one block a line."""
    text = html.unescape(TAG.sub("", BLOCK.sub("\n", NOT_PROSE.sub("\n", markup))))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def sentences(markup: str) -> list[str]:
    parts = [part for line in words_of(markup).splitlines() for part in SENTENCE_END.split(line)]
    return [part for part in parts if re.search("[A-Za-z]", part)]


def longest_sentence(markup: str) -> str:
    return max(sentences(markup), key=lambda sentence: len(sentence.split()))


def grade(markup: str) -> float:
    """The Flesch-Kincaid grade: the school year in which most people can read this."""
    found = sentences(markup)
    words = [word for sentence in found for word in sentence.split() if re.search("[A-Za-z]", word)]
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59


def banned_words(markup: str) -> list[str]:
    return [found[0] for found in BANNED.finditer(words_of(markup))]


def _syllables(word: str) -> int:
    letters = re.sub("[^a-z]", "", word.lower())
    count = len(re.findall("[aeiouy]+", letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee", "ye")):
        count -= 1
    if letters.endswith("ed") and not letters.endswith(("ted", "ded")):
        count -= 1
    return max(count, 1)
