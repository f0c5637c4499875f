"""The script of one call, and what to have ready before it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.views.generic.base import TemplateResponseMixin

from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.firmness import not_yet
from coaching.journey.gates import why_not_resigning_yet
from coaching.models import Letter, ReasonLevel
from coaching.telling.answer_script import answer_script
from coaching.telling.embargo import why_not_yet
from coaching.telling.letter_facts import is_of_an_agency
from coaching.telling.messages import message, voicemail
from coaching.telling.order import GETS_NOTE, gets_letter, in_order
from coaching.telling.own_lines import in_own_words
from coaching.telling.replies import replies
from coaching.telling.script import Answer as SaysWhat
from coaching.telling.script import Line, ScriptFacts, best_time, script
from coaching.telling.small_things import SmallThing, small_things
from coaching.telling.standing import meets
from coaching.weigh.needs import needs
from look.dates import day
from look.fields import in_digits
from offers.models import Contact, Role, Rung, Stage

from .telling import TellingView


@dataclass(frozen=True, kw_only=True)
class Ready:
    """One thing to have before the call. `ok` is None where only the person can tell."""

    words: str
    ok: bool | None


ASK_ABOUT_VISA = Ready(
    words="You have not asked about your visa or work permit yet. Ask before you tell anyone",
    ok=False,
)


class OneCall(TellingView):
    """What the script, the card and the practice of one call share."""

    http_method_names = ["get", "head", "options"]
    related = (*TellingView.related, "notice")
    # Practice harms nobody; the call itself waits until the employer knows.
    is_practice: ClassVar[bool] = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.contact  # noqa: B018 – nobody's page is 404 before anything else
        if why_not_resigning_yet(self.facts):
            return self.not_yet()
        not_yet = why_not_yet(self.facts, self.contact)
        if not_yet and not self.is_practice:
            messages.info(request, not_yet)
            return self.to("tell")
        if self.letterhead is None:
            return self.to("call-you", self.contact.pk)
        return self.answer(request)

    def answer(self, request: HttpRequest) -> HttpResponse:
        raise NotImplementedError

    @cached_property
    def words(self) -> ScriptFacts:
        return script_facts(self.facts, self.contact, letter_to(self.contact))

    @property
    def lines(self) -> tuple[Line, ...]:
        if self.words.answer:
            return answer_script(self.words)
        return in_own_words(script(self.words), self.words, self.facts.school_words)

    @property
    def title(self) -> str:
        return title(self.contact, is_talk=meets(self.contact), says=self.words.answer)

    @property
    def helps(self) -> tuple[SmallThing, ...]:
        """What the person may offer; to who hires, since others have nothing to hand over."""
        hires = self.contact.role not in GETS_NOTE and gets_letter(self.facts, self.contact)
        return helps_of(self.facts, self.contact) if hires else ()


class OneCallPage(TemplateResponseMixin, OneCall):
    """One of those as a page."""

    def answer(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.contact
        return super().get_context_data(
            **{
                "title": self.title,
                "person": person,
                "meets": meets(person),
                "tel": tel(person.phone),
                "voicemail": voicemail(self.words),
            }
            | kwargs
        )


class CallView(OneCallPage):
    """Read every word of it, then call."""

    template_name = "coaching/call.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person, people = self.contact, in_order(self.facts)
        return super().get_context_data(
            place=people.index(person) + 1,
            calls=len(people),
            lines=self.lines,
            replies=replies(self.words),
            message=message(self.words),
            ready=ready(self.facts, person, letter_to(person)),
            best_time=best_time(self.facts.local_now),
            gets_letter=gets_letter(self.facts, person),
            helps=self.helps,
            guidance=guidance_for("call", self.case.stage),
            **kwargs,
        )


def title(person: Contact, *, is_talk: bool, says: SaysWhat = "") -> str:
    verb = "Meet" if is_talk else "Call"
    news = f" and say {says}" if says else ""
    return f"{verb} {person.first_name or 'your career center'}{news}"


def answer_to(facts: Facts, person: Contact) -> SaysWhat:
    """A yes or a no, to somebody whose offer is still on the table."""
    if not facts.is_answering:
        return ""
    return "yes" if facts.says_yes_to(person) else "no"


def helps_of(facts: Facts, person: Contact | None) -> tuple[SmallThing, ...]:
    """Small things that help, and which of them the letter to this person offers."""
    letter = letter_to(person) if person else None
    return small_things(
        Stage(facts.case.stage),
        returns=bool(letter and letter.offers_return),
        passes_on=bool(letter and letter.offers_pass_on),
        notes=bool(letter and letter.offers_notes),
    )


def letter_to(person: Contact) -> Letter | None:
    return getattr(person, "letter", None)


def script_facts(facts: Facts, person: Contact, letter: Letter | None) -> ScriptFacts:
    """What the words of this call draw on."""
    offer, head = facts.job_of(person), facts.case.letterhead
    notice = getattr(facts.case, "notice", None)
    managers = (one for one in facts.to_tell if one.role == Role.MANAGER)
    manager = next((one for one in managers if facts.job_of(one) == offer), None)
    return ScriptFacts(
        who=person.role,
        me=head.name,
        them=person.first_name,
        job=offer.title if offer else "",
        employer=offer.employer if offer else "",
        manager=manager.first_name if manager else "",
        phone=head.phone,
        reason=letter.reason if letter else ReasonLevel.NONE,
        has_started=facts.case.has_started,
        answer=answer_to(facts, person),
        is_agency=is_of_an_agency(person, facts),
        returns=bool(letter and letter.offers_return),
        return_by=day(letter.return_by) if letter and letter.return_by else "",
        passes_on=bool(letter and letter.offers_pass_on),
        last_day=last_day(facts, letter),
        notice=notice.offered if notice else "",
    )


def last_day(facts: Facts, letter: Letter | None) -> str:
    """The day the letter gives; else the one that their notice leads to. Empty if neither."""
    if letter and letter.last_day:
        return day(letter.last_day)
    notice = getattr(facts.case, "notice", None)
    if notice is None or not (notice.offered or notice.agreed_on):
        return ""
    return day(notice.last_day(facts.local_now.date()))


def ready(facts: Facts, person: Contact, letter: Letter | None) -> list[Ready]:
    """The visa, the new job, the papers and the letter are seen to; the place is quiet."""
    found = [ASK_ABOUT_VISA] if facts.situation.needs_visa_advice else []
    if facts.is_answering:
        found += _before_an_answer(facts, person)
    else:
        must_sign = facts.case.has_started
        found += [_in_writing(offer, must_sign=must_sign) for offer in facts.hoped_for]
    if facts.may_have_signed:
        read = facts.has_checked_papers
        words = "checked what you signed"
        found.append(Ready(words=f"You have {'' if read else 'not yet '}{words}", ok=read))
    if gets_letter(facts, person):
        words = "Your letter is ready to send" if letter else "Your letter is not written yet"
        found.append(Ready(words=words, ok=letter is not None))
    found.append(Ready(words="You are somewhere quiet", ok=None))
    return [*found, Ready(words="Water. One slow breath.", ok=None)]


def _before_an_answer(facts: Facts, person: Contact) -> list[Ready]:
    """The job they take, in writing and with all must-haves, before they let go of others."""
    if facts.taken is None:
        return []
    found = [_in_writing(facts.taken)]
    if facts.says_yes_to(person):
        table = needs(facts.case, [facts.taken])
        found += [
            Ready(words=f"A must-have it does not meet: {need.words}", ok=False)
            for need in table
            if need.is_missed
        ]
    return found


def _in_writing(offer: Any, *, must_sign: bool = False) -> Ready:
    writing = getattr(offer, "writing", None)
    if writing is None or not writing.is_in_writing:
        return Ready(words=capfirst(not_yet(offer, "in writing")), ok=False)
    if must_sign and writing.rung != Rung.SIGNED:
        return Ready(words=f"{offer} is in an e-mail, and not signed", ok=False)
    how = "is signed" if writing.rung == Rung.SIGNED else "is in an e-mail"
    return Ready(words=f"The offer from {offer} {how}", ok=True)


def tel(phone: str) -> str:
    """The number as a phone dials it, without an extension; empty when there is none in it."""
    number = re.split(r"[^\d\s().+/-]", in_digits(phone))[0]
    digits = re.sub(r"\D", "", number)
    return f"{'+' if number.strip().startswith('+') else ''}{digits}" if len(digits) > 2 else ""
