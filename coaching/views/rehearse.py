"""The call, practiced one screen at a time. Only reading: nothing is kept."""

from typing import Any

from django.urls import reverse

from coaching.telling.embargo import why_not_yet
from coaching.telling.messages import voicemail
from coaching.telling.rehearsal import place_from, rehearsal
from coaching.telling.replies import replies
from coaching.telling.standing import meets

from .call import OneCallPage


class RehearseView(OneCallPage):
    """Forth and back by plain links; the way out is always there."""

    template_name = "coaching/rehearse.html"
    is_practice = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        left = "" if meets(self.contact) else voicemail(self.words)
        screens = rehearsal(self.lines, replies(self.words), left)
        place = place_from(self.request.GET.get("screen", ""), len(screens))
        name = self.contact.first_name or "your career center"
        return super().get_context_data(
            title=f"Practice with {name}",
            screen=screens[place - 1],
            place=place,
            screens=len(screens),
            before=place - 1,
            after=place + 1 if place < len(screens) else 0,
            may_call=not why_not_yet(self.facts, self.contact),
            back_url=reverse("coaching:tell", args=[self.case.code]),
            **kwargs,
        )
