"""Ana accepted a job at Bluebird Analytics, and withdraws on December 4, 2025."""

from datetime import date

from coaching.letters.facts import Call, LetterFacts, Recipient, Sender
from coaching.letters.letter import Letter

TODAY = date(2025, 12, 4)

FACTS = LetterFacts(
    sender=Sender(
        name="Ana Okafor",
        address=("218 Linden Street, Apt 4", "Columbus, Ohio 43215"),
        phone="(614) 555-0142",
        email="ana.okafor@example.com",
    ),
    recipient=Recipient(
        name="Dana Reyes",
        title="Director of Analytics",
        employer="Bluebird Analytics",
        address=("400 Canal Street", "Columbus, Ohio 43215"),
        email="dana.reyes@example.com",
    ),
    written_on=TODAY,
    role="Data Analyst",
    accepted_on=date(2025, 11, 18),
    starts_on=date(2026, 1, 5),
    call=Call(outcome="spoke", day=TODAY),
    reason="fit",
    reason_words="a closer fit with the health data work I hope to do",
    liked="I was struck by how openly your team talked about its mistakes.",
    offers=("pass-on", "equipment"),
    return_by=date(2025, 12, 9),
    secrets=("Northwind Health, Inc.", "Żabka"),
)

BODY = (
    "Dear Dana,\n\n"
    "Thank you for taking my call today. As I said, I am writing to withdraw my acceptance of the "
    "Data Analyst position, which I accepted on November 18 and was due to start on January 5, "
    "2026.\n\n"
    "This was a hard decision. I am sorry for the trouble this causes you and the team.\n\n"
    "I hope our paths cross again."
)


def letter(body: str = BODY, **changes: object) -> Letter:
    return Letter.of(FACTS, subject="Withdrawal of acceptance: Data Analyst", body=body, **changes)
