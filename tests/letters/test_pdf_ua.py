"""PDF/UA-1, judged by a validator that is not ours.

It knows 16 of the 106 rules, so nothing is said of the others; veraPDF cannot be had here.
"""

import pytest
from pdfua import Severity, coverage, validate
from weasyprint import HTML

from coaching.letters.draft import draft
from coaching.letters.kinds import KINDS, SAFE
from coaching.letters.letter import Letter
from coaching.letters.pdf import to_pdf
from coaching.letters.sheet import to_html
from tests.letters.ana import FACTS, letter
from tests.letters.names import Name, letter_of, needs_font_for
from tests.letters.test_safe_letters import KNOWN

DEVANAGARI = Name(script="Devanagari", words="प्रिया शर्मा")


def findings(content: bytes, folder) -> list[str]:
    file = folder / "letter.pdf"
    file.write_bytes(content)
    report = validate(str(file))
    return [
        f"{found.rule_id} {found.message}"
        for found in report.findings
        if found.severity >= Severity.WARNING
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_one_letter_of_each_kind_passes(kind, paper, tmp_path):
    facts = KNOWN if kind in SAFE else FACTS
    body = draft(kind, facts)
    written = Letter.of(facts, subject=kind.subject(facts), body=body, paper=paper)
    assert findings(to_pdf(written), tmp_path) == []


def test_a_letter_of_three_pages_passes(tmp_path):
    assert findings(to_pdf(letter("A line of the letter.\n" * 90)), tmp_path) == []


def test_words_kept_beside_their_shapes_pass(tmp_path):
    needs_font_for(DEVANAGARI)
    assert findings(to_pdf(letter_of(DEVANAGARI)), tmp_path) == []


def test_the_validator_knows_an_untagged_letter_when_it_sees_one(tmp_path):
    untagged = HTML(string=to_html(letter())).write_pdf()
    assert len(findings(untagged, tmp_path)) >= 2
    assert coverage().covered >= 16
