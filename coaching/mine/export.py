"""Everything of one person as values that JSON can hold: docs/export.schema.json.

What is left out is named here with its reason. A test fails for a table or a column that is neither
in the export nor here.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from accounts.models import User
from coaching.journey.facts import Facts
from coaching.journey.sealed import opened
from coaching.models import Leaning, ParagraphNote, Verdict
from coaching.models.letter import FrozenLetter

from .whose import rows_of, tables_of_a_person

FORMAT, VERSION = "second-thoughts", 1

A_KEY = "who has it gets in; make a new one instead"
LEFT_OUT_COLUMNS = {
    "accounts.User.password": "a scrambled password is of use to a thief only",
    "account.EmailConfirmation.key": A_KEY,
    "coaching.CalendarFeed.token": A_KEY,
    "coaching.HelperComment.token": "made by the page, so that one click counts once",
    "coaching.HelperLink.token": A_KEY,
    "coaching.Message.token": "made by the page, so that one click counts once",
    "coaching.ParagraphNote.token": "made by the page, so that one click counts once",
    "coaching.Reminders.token": A_KEY,
    "mfa.Authenticator.data": "the secret of your second step; who has it gets in",
    "post.Mail.body": "may hold a code to sign in; whatever left is in your mailbox",
    "post.Mail.stop_url": A_KEY,
    "socialaccount.SocialToken.token": A_KEY,
    "socialaccount.SocialToken.token_secret": A_KEY,
}
OF_THE_CENTRE = "records of the career center itself"
A_TOTAL = "a total of five people or more"
LEFT_OUT_TABLES = {
    "accounts.User_groups": "roles of staff",
    "accounts.User_user_permissions": "roles of staff",
    "auth.Group": "roles of staff",
    "auth.Group_permissions": "roles of staff",
    "auth.Permission": "roles of staff",
    "centres.Centre": OF_THE_CENTRE,
    "centres.Count": A_TOTAL,
    "centres.DaysGiven": A_TOTAL,
    "centres.EmailDomain": OF_THE_CENTRE,
    "centres.Employer": OF_THE_CENTRE,
    "centres.EmployerMove": OF_THE_CENTRE,
    "centres.EmployerSpelling": OF_THE_CENTRE,
    "centres.Invitation": OF_THE_CENTRE,
    "centres.Membership": OF_THE_CENTRE,
    "centres.SchoolSignIn": OF_THE_CENTRE,
    "socialaccount.SocialApp": OF_THE_CENTRE,
    "centres.Roster": OF_THE_CENTRE,
    "centres.Student": OF_THE_CENTRE,
    "centres.Outreach": OF_THE_CENTRE,
    "centres.Pattern": A_TOTAL,
    "centres.ReasonShare": A_TOTAL,
    "centres.Retention": OF_THE_CENTRE,
    "centres.Tally": "a line of a school’s totals; the page that closes a case shows it to you",
    "centres.Appeal": OF_THE_CENTRE,
    "centres.Consequence": OF_THE_CENTRE,
    "centres.EmployerNotice": OF_THE_CENTRE,
    "centres.EmployerSanction": OF_THE_CENTRE,
    "centres.Mitigation": OF_THE_CENTRE,
    "centres.OfferFloor": OF_THE_CENTRE,
    "centres.Policy": OF_THE_CENTRE,
    "centres.PolicyVersion": OF_THE_CENTRE,
    "centres.PreClearance": OF_THE_CENTRE,
    "centres.Reinstatement": OF_THE_CENTRE,
    "centres.Task": OF_THE_CENTRE,
    "centres.Wording": OF_THE_CENTRE,
    "contenttypes.ContentType": "names of our tables",
    "django_ox.OxSchedule": "when our own work is done",
    "django_ox.OxScheduleChange": "when our own work is done",
    "django_ox.OxScheduleTick": "when our own work is done",
    "django_ox.OxTask": "our own work; it names nobody",
    "review.StaffNote": "notes of the staff; ask your school for them",
    "review.Disclosure": OF_THE_CENTRE,
    "review.Incident": OF_THE_CENTRE,
    "review.IncidentChange": OF_THE_CENTRE,
    "review.IncidentStep": OF_THE_CENTRE,
    "review.RecordedConsent": OF_THE_CENTRE,
    "sessions.Session": "keeps a browser signed in; ends with it",
}
SEALED = "Your first leaning is sealed. It opens on your date, beside what you say then."
UNSAID = "Staff have not said yet how this letter is. What they note beside it opens once they do."


def columns_of(model: type[models.Model]) -> list[models.Field]:
    """The columns that the export holds."""
    label = model._meta.label
    fields = model._meta.concrete_fields
    return [field for field in fields if f"{label}.{field.name}" not in LEFT_OUT_COLUMNS]


def tables_exported() -> list[type[models.Model]]:
    """The tables of a person that leave with them; the others go with them, too, and stay here."""
    return [one for one in tables_of_a_person() if one._meta.label not in LEFT_OUT_TABLES]


def everything(user: User) -> dict[str, Any]:
    """All rows of the person by table, as JSON can hold them: docs/export.schema.json.

    A letter’s pages are named, not held: `frozen_letters` has them. What the person can not read
    yet on any page is withheld.
    """
    closed = _closed(user)
    tables = {
        model._meta.label: _values(rows_of(user, model).exclude(pk__in=closed.get(model, {})))
        for model in tables_exported()
    }
    return {
        "format": FORMAT,
        "version": VERSION,
        "tables": tables,
        "withheld": [
            {"table": model._meta.label, "id": pk, "why": why}
            for model, rows in closed.items()
            for pk, why in rows.items()
        ],
        "left_out": LEFT_OUT_COLUMNS | LEFT_OUT_TABLES,
    }


def _values(rows: models.QuerySet[Any]) -> list[dict[str, Any]]:
    columns = columns_of(rows.model)
    if issubclass(rows.model, FrozenLetter):
        rows = rows.defer(*FrozenLetter.FILES)
    return [{field.attname: _value(row, field) for field in columns} for row in rows.iterator()]


def _value(row: models.Model, field: models.Field) -> Any:
    if isinstance(field, models.BinaryField):
        assert isinstance(row, FrozenLetter)
        return f"{file_name(row)}.{field.name}"
    value = getattr(row, field.attname)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value


def _closed(user: User) -> dict[type[models.Model], dict[int, str]]:
    """The rows that stay closed for now, by table and id, with the reason."""
    notes = rows_of(user, ParagraphNote).filter(reading__verdict=Verdict.WAITING)
    return {
        Leaning: dict.fromkeys(_sealed(user), SEALED),
        ParagraphNote: dict.fromkeys(notes.values_list("pk", flat=True), UNSAID),
    }


def _sealed(user: User) -> list[int]:
    leanings = Leaning.objects.filter(case__owner=user).select_related(
        "case__leaning", "case__decision_note"
    )
    return [leaning.pk for leaning in leanings if opened(Facts(leaning.case)) is None]


def frozen_letters(user: User) -> Iterator[FrozenLetter]:
    """Every letter as it left, its pages with it, few at a time in memory."""
    for model in tables_of_a_person():
        if issubclass(model, FrozenLetter):
            yield from rows_of(user, model).iterator(chunk_size=10)


def file_name(version: Any) -> str:
    """ "letters/letter-12-version-1": numbers only, so no name or employer shows in a folder."""
    kind = version._meta.get_field("letter").related_model._meta.verbose_name.replace(" ", "-")
    return f"letters/{kind}-{version.letter_id}-version-{version.number}"
