"""A line to the career centre, and asking for an appointment there."""

from typing import ClassVar

from coaching.models import LONGEST_MESSAGE, Meeting
from look.fields import PickOne, TextField, TokenField
from look.forms import HouseForm

LONGEST_WISH = 500


class MessageForm(HouseForm):
    """One message. The same form sent twice is one message."""

    buttons: ClassVar = (("go", "Send the message", "btn"),)

    words = TextField(
        label="Your message",
        help_text="Up to 2,000 characters. No employer ever reads it.",
        max_length=LONGEST_MESSAGE,
        error="Enter your message",
    )
    token = TokenField()


class AppointmentForm(HouseForm):
    """One wish to talk. While it is open there is no second one."""

    buttons: ClassVar = (("go", "Ask for it", "btn"),)

    how = PickOne(label="How would you like to talk?", choices=Meeting.choices)
    suits = TextField(
        label="When does it suit you?",
        help_text="For example: Tuesday after 3pm. For a phone call, add your number.",
        max_length=LONGEST_WISH,
        error="Enter when it suits you",
    )
    about = TextField(
        label="What would you like to talk about?",
        help_text="A line helps them prepare.",
        max_length=LONGEST_WISH,
        required=False,
    )
