"""The privacy page names every kind of row that we keep. A new table has to find its line there."""

import re

from django.apps import apps

from tests.coaching.test_privacy import FOR_THE_PERSON_ALONE

# The line of the page, by the words it begins with, and the tables that it tells of.
LINES = {
    "Your jobs and your dates": """
        Case Offer Contact DecisionDate Pay Situation ExchangeRate OfferTiming AnswerTime
    """,
    "Your steps": """
        Ask AskedTerm Bridge Criterion Rating GoneAhead LeavingCost MustHave MustHaveAnswer Notice
        OwnOption OptionCase PastedTerms SignedTerms Suggestion Told HandedOver AtSchool Decision
        Turn Point
    """,
    "Your letters": """
        Letterhead Letter LetterVersion SafeLetter SafeLetterVersion FurtherLetter
        FurtherLetterVersion
    """,
    "For you alone": " ".join(FOR_THE_PERSON_ALONE),
    "The time of each save": "SavedPage Writing",
    "How you sign in": """
        User EmailAddress EmailConfirmation Authenticator SocialAccount SocialToken
    """,
    "Being signed in": "Session",
    "Mail to you": "Mail",
    "Your reminders and your calendar link": "Reminders CalendarFeed",
    "Your helper’s link": "HelperLink HelperPart HelperView HelperComment",
    "What you shared": "Sharing SharedSection",
    "Who opened what": "StaffView",
    "Messages and times to talk": "Message Appointment",
    "What staff wrote on letters": "Reading ParagraphNote",
    "Notes of staff": "StaffNote Assignment FirstReply",
    "That a school is yours": "Enrolment",
    "Its list of students": "Roster Student",
    "School totals": "Tally Counted Count Pattern ReasonShare DaysGiven",
    "Employers": "Employer EmployerSpelling EmployerMove Outreach",
    "When an employer complains": """
        Incident IncidentStep IncidentChange RecordedConsent Disclosure
    """,
    "Its rules and its words": """
        Policy PolicyVersion PreClearance Task Consequence Mitigation EmployerNotice Appeal
        Reinstatement OfferFloor EmployerSanction Wording
    """,
    "Its staff": """
        Centre EmailDomain Membership Invitation Retention SchoolSignIn SocialApp LogEntry
    """,
    "Work to do": "OxTask OxScheduleTick OxSchedule OxScheduleChange",
}
# Names of tables and of rights: they say nothing of anybody.
OF_THE_MACHINE = {"ContentType", "Permission", "Group"}


def test_every_table_has_its_line():
    named = sorted(OF_THE_MACHINE | {name for names in LINES.values() for name in names.split()})
    assert named == sorted(model.__name__ for model in apps.get_models())


def test_the_page_has_these_lines_and_no_others_about_rows(client, db):
    page = client.get("/privacy/").content.decode()
    said = re.findall(r"<li><strong>(.+?)\.</strong>", page)
    assert said == [*LINES, "A log"]
