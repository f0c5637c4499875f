"""What the person shares with their school, section by section. Rows are added and ended only.

The consent is the row: what, with whom, since when, until when (safety rule 5). Nothing that is
shared is copied; what stands here beside it is for the order of the staff’s queue alone.
"""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Lower

from centres.models import Centre, Membership
from offers.models import Case

# The queue sorts by it, so it is never empty: no date sorts last.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class Section(models.TextChoices):
    """The five switches. Which pages each opens: `journey.sections`."""

    PAY = "pay", "Pay and people"
    WEIGHING = "weighing", "How you weigh it"
    PAPERS = "papers", "What you signed"
    LETTERS = "letters", "Letters before you decide"
    TELLING = "telling", "Who knows, and letters after"


class DeskStep(models.TextChoices):
    """Where the case stands, as the queue tells it: from basic facts alone.

    READY is never stored, since nothing is saved when a date comes: `Sharing.step_at`.
    """

    PAUSE = "pause", "Pause"
    WEIGHING = "weighing", "Weighing it up"
    READY = "ready", "Ready to decide"
    TELLING = "telling", "Telling people"
    OVER = "over", "Done"


class AskedFor(models.TextChoices):
    """What the student waits for. Each that is open stands in the queue."""

    LETTER = "letter", "A letter to read"
    APPOINTMENT = "appointment", "An appointment"
    MESSAGE = "message", "A message"
    NOTHING = "nothing", "Nothing right now"

    @property
    def column(self) -> str:
        """Where a sharing says that this one is open; NOTHING has no column."""
        return f"waits_for_{self.value}"


REQUESTS = (AskedFor.LETTER, AskedFor.APPOINTMENT, AskedFor.MESSAGE)


class SharingQuerySet(models.QuerySet["Sharing"]):
    def current(self) -> SharingQuerySet:
        return self.filter(ended_at=None)

    def open_to(self, member: Membership) -> SharingQuerySet:
        """The one door for staff: shared now, with this member or with their whole team.

        Whether the member still works there was asked when `member` was read.
        """
        theirs = Q(team_may_read=True) | Q(adviser=member)
        return self.current().filter(theirs, centre=member.centre_id)

    def with_switches(self) -> SharingQuerySet:
        """With those of its sections that are on."""
        on = SharedSection.objects.filter(ended_at=None)
        return self.prefetch_related(Prefetch("sections", queryset=on))


# Soonest decision, then longest wait. A case is shared once at a time, so it tells any two apart
# (the id would too, but SQLite finds no place in an index by its id).
IN_ORDER = ("decides_at", "waiting_since", "case_id")
NOW = Q(ended_at=None)
OF_TEAM = NOW & Q(team_may_read=True)


def _in_order(*fields: str, name: str, condition: Q, also: tuple[str, ...] = ()) -> models.Index:
    """All that one query of the queue reads; its condition too, or SQLite looks at the table."""
    order = (one for one in ("decides_at", "waiting_since", "case") if one not in fields)
    asked = ("ended_at", "team_may_read", *also)
    return models.Index(fields=[*fields, *order, *asked], condition=condition, name=name)


class Sharing(models.Model):
    """One case is shared with one centre, to be read by the same people, from then till then.

    What hangs on it is read by those who read it: messages, appointments, letters, notes of staff.
    Somebody else reads: that is a new one, and what was written moves there if the person says so,
    but for notes of staff.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sharings")
    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="sharings")
    # Whom the student named, or who took the case from the queue.
    adviser = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="sharings"
    )
    # False: the named adviser alone reads. Then nobody does once the adviser is gone.
    team_may_read = models.BooleanField(default=False)
    # As staff read it; empty: “Name kept private”.
    name = models.CharField(max_length=120, blank=True)
    programme = models.CharField(max_length=120, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    # The person said that whoever reads it now may read what was written before, too.
    with_earlier = models.BooleanField(default=False)
    # Nothing had happened in it for long. They were told that it would end, and when they were.
    ended_by_itself = models.BooleanField(default=False)
    told_idle_at = models.DateTimeField(null=True, blank=True)

    # For the queue: derived from basic facts, and set again whenever one of those is saved.
    step = models.CharField(max_length=8, choices=DeskStep, default=DeskStep.PAUSE)
    decides_at = models.DateTimeField(default=NEVER)
    waits_for_letter = models.BooleanField(default=False)
    waits_for_appointment = models.BooleanField(default=False)
    waits_for_message = models.BooleanField(default=False)
    # The oldest of them.
    waiting_since = models.DateTimeField(default=NEVER)

    objects = SharingQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None), name="sharing_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(step__in=DeskStep.values),
                name="sharing_step_known",
            ),
            models.CheckConstraint(
                condition=Q(ended_by_itself=False) | Q(ended_at__isnull=False),
                name="sharing_ended_by_itself_has_ended",
            ),
        ]
        # The queue reads its order from an index alone, whichever filter is set, so that it costs
        # the same for a thousand cases as for a million.
        indexes = [
            _in_order("centre", name="sharing_queue", condition=OF_TEAM),
            _in_order("centre", "step", name="sharing_queue_by_step", condition=OF_TEAM),
            # For those who ask for nothing, and for the number of those who wait.
            _in_order("centre", "waiting_since", name="sharing_queue_by_wait", condition=OF_TEAM),
            *(
                _in_order(
                    "centre",
                    name=f"sharing_queue_{asked}",
                    condition=OF_TEAM & Q(**{asked.column: True}),
                    also=(asked.column,),
                )
                for asked in REQUESTS
            ),
            # For one’s own cases too, which the team may not read.
            _in_order("centre", "adviser", name="sharing_by_adviser", condition=NOW),
            # PostgreSQL takes no order from an index in which it looks for what is empty.
            _in_order(
                "centre",
                name="sharing_with_nobody",
                condition=OF_TEAM & Q(adviser=None),
                also=("adviser",),
            ),
            models.Index("centre", Lower("name"), condition=NOW, name="sharing_by_name"),
        ]

    def __str__(self) -> str:
        return f"Sharing {self.pk}"

    @property
    def shown_name(self) -> str:
        return self.name or "Name kept private"

    @property
    def asked_for(self) -> list[AskedFor]:
        """All that the student waits for now."""
        return [asked for asked in REQUESTS if getattr(self, asked.column)]

    def step_at(self, now: datetime) -> DeskStep:
        """Where it stands now: once the date has come they are ready to decide."""
        is_ready = self.step == DeskStep.WEIGHING and self.decides_at <= now
        return DeskStep.READY if is_ready else DeskStep(self.step)


class SharedSection(models.Model):
    """One switch, on from then till then."""

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="sections")
    section = models.CharField(max_length=8, choices=Section)
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(section__in=Section.values), name="shared_section_known"
            ),
            models.UniqueConstraint(
                fields=["sharing", "section"],
                condition=Q(ended_at=None),
                name="shared_section_on_once",
            ),
        ]

    def __str__(self) -> str:
        return self.section


class StaffView(models.Model):
    """Somebody on the staff opened this page. Rows are only added; the person sees them all."""

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="staff_views")
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, related_name="staff_views"
    )
    name = models.CharField(max_length=120)  # of the member, as it was then
    page = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at", "id"], name="staff_view_by_time")]

    def __str__(self) -> str:
        return f"{self.page} at {self.at}"
