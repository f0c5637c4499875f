"""Everything the journey looks at in one case, each fetched once and only when asked for."""

from collections.abc import Iterator
from datetime import date as Day
from datetime import datetime, time
from functools import cached_property

from django.utils import timezone

from centres.models import Centre, PolicyState, PolicyVersion, Wording, in_force_on
from coaching.models import (
    AnswerTime,
    Appointment,
    AppointmentState,
    Ask,
    AtSchool,
    Bridge,
    Decision,
    Gate,
    GoneAhead,
    Happened,
    LeavingCost,
    Outcome,
    SavedPage,
    SignedTerms,
    WarningSigns,
)
from coaching.weigh.later import CHECK_INS, LOOK_BACK, Later, later
from coaching.weigh.needs import Need, needs
from coaching.weigh.papers import Paper, papers_for
from coaching.weigh.ways import Wants, Way, board
from offers.deadlines import Window, window
from offers.models import (
    AcceptedHow,
    Answer,
    Case,
    Contact,
    DecisionDate,
    Offer,
    OfferKind,
    Role,
    Rung,
    Situation,
    Stage,
)

from .firmness import was_asked

END_OF_WORK = time(17)


def is_told(outcome: str | None, stage: str) -> bool:
    """Whether what was decided last is for telling: that they leave, or a yes or no of theirs."""
    is_answer = outcome == Outcome.KEEP and stage == Stage.NOT_ACCEPTED
    return outcome == Outcome.OUT or is_answer


class Facts:
    """One case as it stands at `now` (aware, UTC). Reads only."""

    def __init__(self, case: Case, now: datetime | None = None) -> None:
        self.case = case
        self.now = now or timezone.now()

    @cached_property
    def local_now(self) -> datetime:
        return self.now.astimezone(self.case.zone)

    @cached_property
    def pages(self) -> dict[str, SavedPage]:
        """The pages that are saved, by name."""
        return {slug: page for slug, page in self.turns.items() if not page.is_forgotten}

    @cached_property
    def turns(self) -> dict[str, SavedPage]:
        """Every page that was ever saved: whose turn it is to save over what."""
        return {page.slug: page for page in self.case.saved_pages.all()}

    def has_finished(self, slug: str) -> bool:
        return slug in self.pages and self.pages[slug].is_finished

    @property
    def looked_back(self) -> frozenset[int]:
        """Which of the pages after the decision are done, by how many days after it they come."""
        pages = {LOOK_BACK: "after"} | {days: f"check-in-{days}" for days in CHECK_INS}
        return frozenset(days for days, slug in pages.items() if self.has_finished(slug))

    def opening(self, days: int) -> Later:
        """When the page that comes `days` after the decision opens. Needs a decision."""
        assert self.decision
        return later(self.decision.decided_at, days, self.case.zone, self.now)

    @cached_property
    def offers(self) -> list[Offer]:
        return list(self.case.offers.select_related("pay", "writing"))

    @cached_property
    def accepted(self) -> Offer | None:
        """The first employer: the job they said yes to."""
        return next((offer for offer in self.offers if offer.kind == OfferKind.ACCEPTED), None)

    @cached_property
    def others(self) -> list[Offer]:
        """Offers from somebody else."""
        return [offer for offer in self.offers if offer.kind == OfferKind.OTHER]

    @cached_property
    def jobs(self) -> list[Offer]:
        """What can be set side by side; the job said yes to comes first."""
        jobs = (offer for offer in self.offers if offer.is_job)
        return sorted(jobs, key=lambda offer: offer.kind != OfferKind.ACCEPTED)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What the person can’t give up, beside each job."""
        return needs(self.case, self.jobs)

    @cached_property
    def asks(self) -> dict[int, Ask]:
        """What each employer is asked for, by the number of the offer."""
        rows = self.case.asks.select_related("offer").prefetch_related("terms")
        return {ask.offer.number: ask for ask in rows}

    @property
    def asked(self) -> set[int]:
        """The numbers of the offers that were asked for something, with a day to answer by."""
        if not self.has_begun_to_ask:
            return set()
        return {number for number, ask in self.asks.items() if ask.may_ask and ask.reply_by}

    @property
    def has_begun_to_ask(self) -> bool:
        return any(slug.startswith("ask-") for slug in self.pages)

    @cached_property
    def warning_signs(self) -> dict[int, WarningSigns]:
        """What was said about each job, by the id of its offer."""
        rows = WarningSigns.objects.filter(offer__case=self.case)
        return {row.offer_id: row for row in rows}

    @cached_property
    def on_ladder(self) -> list[Offer]:
        """What can become firmer: other offers, talks going on, a promise of the employer now."""
        kinds = (OfferKind.OTHER, OfferKind.CURRENT, OfferKind.INTERVIEW)
        return [offer for offer in self.offers if offer.kind in kinds]

    @cached_property
    def hoped_for(self) -> list[Offer]:
        """What one might leave for: other offers, and whatever else somebody gave their word on."""
        return [
            offer
            for offer in self.on_ladder
            if offer.kind == OfferKind.OTHER or self._was_promised(offer)
        ]

    @staticmethod
    def _was_promised(offer: Offer) -> bool:
        return hasattr(offer, "writing") and offer.writing.rung in (
            Rung.SPOKEN,
            Rung.EMAIL,
            Rung.SIGNED,
        )

    @cached_property
    def conditional(self) -> list[Offer]:
        """Offers in writing that something known still stands before."""
        written = [offer for offer in self.hoped_for if offer not in self.unwritten]
        return [offer for offer in written if offer.writing.conditions_open]

    @cached_property
    def unwritten(self) -> list[Offer]:
        """What one might leave for that is not in writing yet (S1-16, S4-11)."""
        return [
            offer
            for offer in self.hoped_for
            if not (hasattr(offer, "writing") and offer.writing.is_in_writing)
        ]

    @property
    def said_unwritten(self) -> list[Offer]:
        """Of those, the ones they said so of: the others were never asked about."""
        return [offer for offer in self.unwritten if was_asked(offer)]

    @property
    def waits_for_paper(self) -> bool:
        """Each one was looked at, and none has run out: their letter is what is left to come."""
        seen = self.said_unwritten == self.unwritten
        return bool(self.unwritten) and seen and not self.ended

    @property
    def unsigned(self) -> list[Offer]:
        """What one might leave for without a letter that both signed: nobody resigns for it."""
        return [
            offer
            for offer in self.hoped_for
            if not (hasattr(offer, "writing") and offer.writing.rung == Rung.SIGNED)
        ]

    @cached_property
    def situation(self) -> Situation:
        return getattr(self.case, "situation", None) or Situation(case=self.case)

    @cached_property
    def signed_terms(self) -> SignedTerms | None:
        return getattr(self.case, "signed_terms", None)

    @property
    def may_have_signed(self) -> bool:
        if self.case.is_not_accepted:
            return False
        signed = self.accepted is not None and self.accepted.accepted_how == AcceptedHow.SIGNED
        return signed or self.situation.may_have_signed or self.situation.money == Answer.YES

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The screens of “Check what you signed” that this person has."""
        return papers_for(self.case, self.situation)

    @property
    def has_checked_papers(self) -> bool:
        """Every screen was answered; “I don’t know” is an answer."""
        return all(self.has_finished(paper.slug) for paper in self.papers)

    @cached_property
    def leaving_cost(self) -> LeavingCost | None:
        return getattr(self.case, "leaving_cost", None)

    @property
    def may_owe_money(self) -> bool:
        """Leaving may cost money: they paid some, or the papers may ask for it."""
        if self.accepted is None:
            return False
        pay = getattr(self.accepted, "pay", None)
        was_paid = pay is not None and Answer.YES in (pay.signing_paid, pay.moving_paid)
        terms = self.signed_terms
        may_repay = terms is not None and (
            terms.repay in (Answer.YES, Answer.UNKNOWN) or terms.money == Answer.YES
        )
        return was_paid or may_repay or self.situation.money == Answer.YES

    @cached_property
    def dates(self) -> list[DecisionDate]:
        return list(self.case.decision_dates.all())

    @property
    def date(self) -> DecisionDate | None:
        return self.dates[0] if self.dates else None

    @cached_property
    def window(self) -> Window:
        """When the person can decide, seen now, in their own zone."""
        return window(
            self.local_now,
            offer_ends=self.first_end[0] if self.first_end else None,
            answer_by=self.case.answer_by if self._is_to_come(self.case.answer_by) else None,
            starts=self.accepted.starts_on if self.accepted else None,
            must_tell_by=self._must_tell_by(),
            started=self.case.has_started,
        )

    @property
    def ended(self) -> list[Offer]:
        """Other offers whose date has passed: perhaps still open, perhaps not."""
        return [one for one in self.others if one.ends_at and not self._is_to_come(one.ends_at)]

    @property
    def first_end(self) -> tuple[datetime, Offer] | None:
        """The offer that ends first, of those still to come, and when."""
        ends = [(offer.ends_at, offer) for offer in self.offers if offer.ends_at]
        to_come = [end for end in ends if self._is_to_come(end[0])]
        return min(to_come, key=lambda end: end[0], default=None)

    def _is_to_come(self, moment: datetime | None) -> bool:
        """A deadline that has passed no longer bounds anything."""
        return moment is not None and moment > self.now

    def _must_tell_by(self) -> datetime | None:
        """The deadline found in the papers, at the end of that working day."""
        if self.signed_terms is None or self.signed_terms.tell_by is None:
            return None
        moment = datetime.combine(self.signed_terms.tell_by, END_OF_WORK, self.case.zone)
        return moment if self._is_to_come(moment) else None

    @property
    def date_has_come(self) -> bool:
        return self.date is not None and self.date.decide_at <= self.now

    @property
    def date_needs_a_look(self) -> bool:
        """New facts have moved the limit before the chosen date (section 4)."""
        latest = self.window.latest
        return (
            self.decision is None
            and self.date is not None
            and not self.date_has_come
            and latest is not None
            and self.date.decide_at > latest
        )

    @cached_property
    def decision(self) -> Decision | None:
        """The decision that stands. Having asked for changes, a new date opens deciding again."""
        decision = self.case.decisions.first()
        if decision is None or decision.outcome != Outcome.ASK:
            return decision
        was_reopened = self.date is not None and self.date.set_at > decision.decided_at
        return None if was_reopened else decision

    @property
    def is_leaving(self) -> bool:
        """A saved decision to back out, or to leave: the only thing that opens telling."""
        return self.decision is not None and self.decision.is_out and not self.case.is_not_accepted

    @property
    def is_answering(self) -> bool:
        """A saved yes or no of somebody who has not answered yet: either is for telling."""
        answers = (Outcome.KEEP, Outcome.OUT)
        decided = self.decision is not None and self.decision.outcome in answers
        return decided and self.case.is_not_accepted

    @property
    def is_telling(self) -> bool:
        """There is something to tell: that they leave, or what they answer."""
        return self.decision is not None and is_told(self.decision.outcome, self.case.stage)

    @property
    def taken(self) -> Offer | None:
        """Of the offers on the table, the one that is said yes to."""
        if self.decision is None or not self.is_answering or self.decision.is_out:
            return None
        wanted = self.decision.offer_id
        return next((offer for offer in self.offers if offer.pk == wanted), None)

    @property
    def declined(self) -> list[Offer]:
        """The offers that are said no to: all of them, or all but the one that is taken."""
        if self.decision is None or not self.is_answering:
            return []
        if self.decision.is_out:
            return self.others
        return [offer for offer in self.others if offer != self.taken] if self.taken else []

    def gives_up(self, offer: Offer) -> bool:
        """It was decided against: declined, or the yes to it is taken back."""
        return offer in self.declined or (self.is_leaving and offer == self.accepted)

    @property
    def answered(self) -> list[Offer]:
        """Every offer that gets an answer; the yes comes first."""
        return [self.taken, *self.declined] if self.taken else self.declined

    def job_of(self, contact: Contact) -> Offer | None:
        """The job that a talk with this person, or a letter to them, is about."""
        return contact.offer or self.accepted

    def says_yes_to(self, contact: Contact) -> bool:
        return self.taken is not None and contact.offer_id == self.taken.pk

    @cached_property
    def gone_ahead(self) -> list[GoneAhead]:
        return list(self.case.gone_ahead.all())

    def went_past(self, gate: Gate, about: object = "") -> bool:
        return any(row.gate == gate and row.about == str(about) for row in self.gone_ahead)

    @cached_property
    def contacts(self) -> list[Contact]:
        with_them = self.case.contacts.select_related("offer__pay", "letter", "turn")
        return list(with_them.prefetch_related("told"))

    @cached_property
    def people(self) -> list[Contact]:
        """Everybody of the case without what was told to them."""
        return list(self.case.contacts.select_related("offer__case"))

    @cached_property
    def bridges(self) -> list[Bridge]:
        return list(self.case.bridges.all())

    @cached_property
    def to_tell(self) -> list[Contact]:
        """Who must hear of it: people of the first employer who have a name, and the school.

        Of somebody who has not said yes yet: the people of each offer that gets an answer.
        """
        return [contact for contact in self.contacts if self._must_hear(contact)]

    def _must_hear(self, contact: Contact) -> bool:
        if self.case.is_not_accepted:
            return contact.name != "" and contact.offer in self.answered
        if contact.role == Role.SCHOOL:
            was_told = any(told.what != Happened.KNOWS for told in contact.told.all())
            return self.situation.has_school_to_tell or was_told
        of_first_employer = self.accepted is not None and contact.offer_id == self.accepted.pk
        return of_first_employer and contact.name != ""

    @cached_property
    def at_school(self) -> AtSchool:
        return getattr(self.case, "at_school", None) or AtSchool(case=self.case)

    @cached_property
    def career_center(self) -> str:
        """The name of their school’s career center; empty where they joined none here."""
        names = Centre.objects.filter(enrolments__user=self.case.owner_id)
        return names.values_list("name", flat=True).first() or ""

    @cached_property
    def school_versions(self) -> list[PolicyVersion]:
        """All rules that their school ever put here."""
        return list(PolicyVersion.objects.of_the_school_of(self.case.owner_id))

    @property
    def day_of_yes(self) -> Day:
        """The day whose rules count: that of the yes, else today."""
        said_yes = self.accepted.accepted_on if self.accepted else None
        return said_yes or self.local_now.date()

    @cached_property
    def school_rules(self) -> list[PolicyVersion]:
        """The rules of their school for this yes."""
        published = [one for one in self.school_versions if one.state == PolicyState.PUBLISHED]
        return in_force_on(published, self.day_of_yes) if published else []

    @cached_property
    def school_took_back(self) -> list[PolicyVersion]:
        """Rules that stood on the day of the yes, and that the school took back since."""
        gone = [one for one in self.school_versions if one.withdrawn_on]
        return [one for one in gone if one.was_taken_back_after(self.day_of_yes)]

    @cached_property
    def school_words(self) -> dict[tuple[str, str], str]:
        """The words of their school in the place of ours, by kind and slug."""
        if getattr(self.case, "has_school_words", True):
            return Wording.objects.of_the_school_of(self.case.owner_id).in_use()
        return {}

    @cached_property
    def answer_times(self) -> dict[int, AnswerTime]:
        """How long they had to answer each offer, by its id."""
        rows = AnswerTime.objects.filter(offer__case=self.case)
        return {row.offer_id: row for row in rows}

    @cached_property
    def options(self) -> tuple[Way, ...]:
        """The board: every way that is there for this person, and their own after them."""
        own = [option.words for option in self.case.own_options.all()]
        return board(self.case.stage, self._ways_there(), own)

    def _ways_there(self) -> Iterator[Wants]:
        # Who has not said yes yet has the first offer among the others.
        if len(self.others) > self.case.is_not_accepted:
            yield Wants.OTHER_OFFER
        has_current = any(offer.kind == OfferKind.CURRENT for offer in self.offers)
        if has_current:
            yield Wants.CURRENT_JOB
        elif self.situation.quit_other == Answer.YES:
            yield Wants.JOB_LEFT

    @cached_property
    def talks(self) -> list[Appointment]:
        """The talks that an adviser agreed to, also after sharing has ended."""
        mine = Appointment.objects.filter(sharing__case=self.case, state=AppointmentState.AGREED)
        return list(mine.select_related("member"))

    @cached_property
    def diary_count(self) -> int:
        return self.case.diary.count()

    @property
    def wrote_today(self) -> bool:
        return f"diary-{self.local_now.date()}" in self.pages
