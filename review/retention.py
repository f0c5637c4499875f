"""How a school lets go of what it holds: sharings end, lose their name, and go.

The case stays the student’s, whole: only what the school could see and wrote is touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Q, QuerySet

from centres.models import Centre, Retention, Tally
from coaching.models import Counted, SharedSection, Sharing
from coaching.sharing.consent import end
from coaching.sharing.mails import tell_of_the_end
from review.models import Incident

# The consent itself stays with the person’s case: what was shared, with whom, from when till when.
KEPT = (SharedSection,)
# The person hears so long before a sharing ends by itself; none ends without.
TOLD_BEFORE = timedelta(days=7)
SIGNS_OF_LIFE = (
    "case__saved_pages__saved_at",
    "messages__at",
    "readings__asked_at",
    "appointments__asked_at",
    "appointments__agreed_for",
    "staff_views__at",
)


@dataclass(frozen=True, kw_only=True)
class Due:
    """What one school’s days would do at a moment: tell, end, take the name off, erase."""

    tell: QuerySet[Sharing]
    close: QuerySet[Sharing]
    anonymise: QuerySet[Sharing]
    erase: QuerySet[Sharing]

    @property
    def counts(self) -> dict[str, int]:
        return {
            "tell": self.tell.count(),
            "close": self.close.count(),
            "anonymise": self.anonymise.count(),
            "erase": sum(1 for one in self.erase if holds_records(one)),
        }


def due(rule: Retention, now: datetime) -> Due:
    def days_ago(days: int) -> datetime:
        return now - timedelta(days=days)

    theirs = Sharing.objects.filter(centre=rule.centre)
    ended = theirs.filter(ended_at__isnull=False)
    tied = Q(incidents__isnull=False) | Q(case__counted__in=ties(rule.centre))
    named = ended.filter(~Q(name="") | ~Q(programme="") | tied).distinct()
    current, told_after = theirs.current(), days_ago(rule.close_after - TOLD_BEFORE.days)
    told = Q(told_idle_at__gt=days_ago(rule.close_after), told_idle_at__lte=now - TOLD_BEFORE)
    return Due(
        tell=idle(current, told_after).filter(
            Q(told_idle_at=None) | Q(told_idle_at__lte=told_after)
        ),
        close=idle(current.filter(told), days_ago(rule.close_after)),
        anonymise=named.filter(ended_at__lte=days_ago(rule.anonymise_after)),
        erase=ended.filter(ended_at__lte=days_ago(rule.erase_after)),
    )


def ties(centre: Centre) -> QuerySet[Counted]:
    """Which case has which line in the totals. A line that still waits for them keeps its tie."""
    return Counted.objects.filter(tally__in=Tally.objects.in_totals().filter(centre=centre))


def idle(shared: QuerySet[Sharing], since: datetime) -> QuerySet[Sharing]:
    """Nothing was saved, written, asked or opened since then, and no talk is to come."""
    quiet = shared.filter(started_at__lte=since)
    for moment in SIGNS_OF_LIFE:
        quiet = quiet.exclude(**{f"{moment}__gt": since})
    return quiet


@transaction.atomic
def tidy(rule: Retention, now: datetime) -> dict[str, int]:
    """Do what is due. Returns how many sharings each of the three touched."""
    what = due(rule, now)
    counts = what.counts
    for sharing in list(what.erase):
        erase(sharing)
    for sharing in list(what.anonymise.select_related("centre")):
        anonymise(sharing)
    for sharing in list(what.close):
        end(sharing, now, by_itself=True)
    for sharing in list(what.tell.select_related("case__owner")):
        Sharing.objects.filter(pk=sharing.pk).update(told_idle_at=now)
        tell_of_the_end(sharing, f"sharing-ends:{sharing.pk}:{now:%Y-%m-%d}")
    return counts


def anonymise(sharing: Sharing) -> None:
    """No name, no programme, no tie to a line in the totals or to an incident."""
    Sharing.objects.filter(pk=sharing.pk).update(name="", programme="")
    ties(sharing.centre).filter(case=sharing.case_id).delete()
    Incident.objects.filter(sharing=sharing).update(sharing=None)


def erase(sharing: Sharing) -> None:
    """Views, messages, appointments, notes: whatever hangs on a sharing but the consent itself."""
    for rows in records_of(sharing):
        rows.delete()


def holds_records(sharing: Sharing) -> bool:
    return any(rows.exists() for rows in records_of(sharing))


def records_of(sharing: Sharing) -> Iterator[QuerySet[models.Model]]:
    """By the models alone, so that a table that is new is never forgotten."""
    for relation in Sharing._meta.related_objects:
        model = relation.related_model
        if relation.on_delete is models.CASCADE and model not in KEPT:
            yield model._base_manager.filter(**{relation.field.name: sharing.pk})


def tidy_all(now: datetime) -> dict[str, int]:
    """Every school by its own days."""
    total = {"tell": 0, "close": 0, "anonymise": 0, "erase": 0}
    for centre in Centre.objects.all():
        for what, number in tidy(Retention.of(centre), now).items():
            total[what] += number
    return total
