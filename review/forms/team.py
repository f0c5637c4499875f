"""Who works at the centre, and whose cases go where."""

from typing import Any, ClassVar

from django.utils import timezone

from accounts.models import User
from centres.inviting import is_enough
from centres.models import Membership, MembershipRole
from look.fields import EmailLine, LineField, PickOne
from look.forms import HouseForm

NOBODY = "nobody"
HERE_ALREADY = "Somebody with this address works here already"
ENOUGH = "That is enough invitations for one day. The next one can go out tomorrow."


class RoleField(PickOne):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Role",
            choices=MembershipRole.choices,
            hints={
                MembershipRole.ADVISER: "Helps students with what they share.",
                MembershipRole.LEAD: "Does that, and looks after the team and the student list.",
            },
            error="Choose a role",
            **kwargs,
        )


class InviteForm(HouseForm):
    buttons: ClassVar = (("go", "Send the invitation", "btn"),)

    name = LineField(label="Name", help_text="As students will read it.")
    email = EmailLine(label="E-mail address")
    role = RoleField(initial=MembershipRole.ADVISER)

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centre = member.centre

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        members = Membership.objects.active().filter(centre=self.centre)
        if members.filter(user__in=User.objects.filter(email=email)).exists():
            self.add_error("email", HERE_ALREADY)
        return email

    def clean(self) -> None:
        super().clean()
        email = self.cleaned_data.get("email", "")
        now = timezone.now()
        is_new = not self.centre.invitations.usable(now).filter(email=email).exists()
        if not self.errors and is_new and is_enough(self.centre, now):
            self.add_error(None, ENOUGH)


class RoleForm(HouseForm):
    buttons: ClassVar = (("go", "Save the role", "btn"),)

    role = RoleField()


class HandOverForm(HouseForm):
    """To whom the cases go that can move: a colleague, or back to the queue."""

    buttons: ClassVar = (("go", "Hand over", "btn"),)

    to = PickOne(label="Who takes them on?", error="Choose who takes them on")

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = Membership.objects.active().filter(centre=member.centre_id).exclude(pk=member.pk)
        self.team = {str(colleague.pk): colleague for colleague in team}
        names = ((pk, colleague.name) for pk, colleague in self.team.items())
        self.fields["to"].choices = [*names, (NOBODY, "Nobody yet: back to the queue")]

    @property
    def taker(self) -> Membership | None:
        return self.team.get(self.cleaned_data["to"])


class RemoveForm(HandOverForm):
    """The same, where there is anything to hand over; otherwise only the button."""

    buttons: ClassVar = (("go", "Remove from the team", "btn"),)

    def __init__(self, *args: Any, has_cases: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_cases:
            del self.fields["to"]

    @property
    def taker(self) -> Membership | None:
        return super().taker if "to" in self.fields else None
