"""Form fields in the house's words.

Every field takes, besides Django's own arguments:

- ``error``: what to say when nothing was given ("Enter the job title"); the fallback is made
  from the label by :mod:`look.words`.
- ``quiet``: leave out "(optional)", for a field that an answer elsewhere makes required.
- ``autocomplete``: the HTML token for what a browser may fill in for the person.

None ever renders ``maxlength``: browsers cut pasted text there without a word.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.choices import normalize_choices

from look.parsing import parse_clock, parse_day
from look.text import clean_line, clean_text

YES, NO, UNKNOWN = "yes", "no", "unknown"
YES_NO = ((YES, "Yes"), (NO, "No"))
YES_NO_UNKNOWN = (*YES_NO, (UNKNOWN, "I don’t know"))

EMAIL_ERROR = "Enter an e-mail address like name@example.com"
TOKEN_MISSING = "Nothing was sent: this page was not whole. What you typed is here. Send it again."
PHONE_ERROR = "Enter a phone number, like +1 614 555 0142 or (614) 555-0142 ext. 12"
REACH_ERROR = "Enter an e-mail address like name@example.com, or a phone number"
LONGEST_EMAIL = 254  # RFC 5321, less the brackets

Choices = Iterable[Any]  # pairs of value and words, or a TextChoices class


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class HouseField(forms.Field):
    """What all fields of the house share."""

    quiet: bool

    def __init__(
        self, *, error: str = "", quiet: bool = False, autocomplete: str = "", **kwargs: Any
    ) -> None:
        if error:
            given = kwargs.get("error_messages") or {}
            kwargs["error_messages"] = {"required": error, "invalid_choice": error, **given}
        super().__init__(**kwargs)
        self.quiet = quiet
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class LineField(HouseField, forms.CharField):
    """One line of text, 120 characters unless told otherwise."""

    def __init__(self, *, max_length: int = 120, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value is None else clean_line(str(value)))


class TextField(HouseField, forms.CharField):
    """Many lines of text, 2,000 characters unless told otherwise."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(max_length=2000 if max_length is None else max_length, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value is None else clean_text(str(value)))


class TokenField(forms.UUIDField):
    """Made anew with each form, so that a form that is sent twice counts once.

    A form that comes without one is shown again, with a new one and with all that was typed.
    """

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        words = {"required": TOKEN_MISSING, "invalid": TOKEN_MISSING}
        super().__init__(initial=uuid4, label="", error_messages=words, **kwargs)

    def bound_data(self, data: Any, initial: Any) -> Any:
        try:
            return UUID(str(data))
        except ValueError:
            return uuid4()


class FilePick(HouseField, forms.FileField):
    """One file from the person’s own machine. ``accept`` tells the browser which to offer."""

    widget = forms.FileInput

    def __init__(self, *, accept: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = accept
        self.error_messages["empty"] = "The file is empty. Choose another one."


class EmailLine(HouseField, forms.EmailField):
    """One e-mail address, as every mail server takes it: plain letters before the @."""

    default_error_messages = {"required": EMAIL_ERROR, "invalid": EMAIL_ERROR}

    def __init__(self, *, max_length: int = LONGEST_EMAIL, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        name, _, domain = value.rpartition("@")
        if not name.isascii() or not _can_be_looked_up(domain):
            raise ValidationError(EMAIL_ERROR, code="invalid")

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value is None else clean_line(str(value)))


def _can_be_looked_up(domain: str) -> bool:
    """A domain in other letters has another spelling in plain ones, which mail is sent by."""
    try:
        domain.encode("idna")
    except UnicodeError:
        return False
    return True


# Digits, with what people write between them; then perhaps a line within the house.
_PHONE = re.compile(
    r"(?:tel\.?:?\s*)?\+?[\d\s().\-‐‑–/]+(?:[\s,;]*(?:extension|ext\.?|x|#)\s*:?\s*\d{1,8})?",
    re.IGNORECASE,
)
# A free number may end in letters: 1-800-CALL-NOW.
_IN_LETTERS = re.compile(r"(?:\+?1[\s.-]?)?\(?8(?:00|33|44|55|66|77|88)\)?(?:[\s.-]*[A-Z\d]){7,10}")
_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
FEWEST_DIGITS, MOST_DIGITS = 3, 23  # ITU E.164 has 15 at most; eight more for a line within


def in_digits(number: str) -> str:
    """Return "1-800-2255-669" of "1-800-CALL-NOW"; any other number as it is."""
    return number.translate(_LETTERS) if _IN_LETTERS.fullmatch(number) else number


class PhoneLine(LineField):
    """A phone number as it is written anywhere; kept as it was typed."""

    widget = forms.TelInput

    def __init__(self, *, max_length: int = 40, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        number = in_digits(value)
        digits = sum(sign.isdecimal() for sign in number)
        is_one = _PHONE.fullmatch(number) and FEWEST_DIGITS <= digits <= MOST_DIGITS
        if value and not is_one:
            raise ValidationError(PHONE_ERROR, code="invalid")


class EmailOrPhone(LineField):
    """One way to reach somebody, in one line: an e-mail address or a phone number."""

    def validate(self, value: str) -> None:
        super().validate(value)
        if value:
            kind = EmailLine if "@" in value else PhoneLine
            try:
                kind().clean(value)
            except ValidationError:
                raise ValidationError(REACH_ERROR, code="invalid") from None


class WrittenField(HouseField):
    """What people write in more than one way; `read` knows them, and says what is wrong."""

    read: Callable[[str], Any]

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return super().to_python(value)
        text = clean_line(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError as problem:
            raise ValidationError(str(problem), code="invalid") from problem


class DayField(WrittenField, forms.DateField):
    """A date: 2026-12-05 as browsers send it, or written with the month's name."""

    widget = DayInput
    read = staticmethod(parse_day)


class ClockField(WrittenField, forms.TimeField):
    """A time of day: 17:30 as browsers send it, or 10am, 5:30 pm."""

    widget = ClockInput
    read = staticmethod(parse_clock)


class FixedChoices(HouseField):
    """Choices are set anew and never changed in place, so every form may share them.

    Django copies each choice for each form, which takes as long as the rest of making the form.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return forms.Field.__deepcopy__(self, memo)


class PickOne(FixedChoices, forms.TypedChoiceField):
    """Radios: one answer. The blank choice a model adds is left out: no radio says nothing.

    ``hints`` maps a choice's value to a line of explanation beneath it.
    """

    widget = forms.RadioSelect

    def __init__(
        self,
        *,
        choices: Choices = (),
        hints: Mapping[Any, str] | None = None,
        **kwargs: Any,
    ) -> None:
        offered = [choice for choice in normalize_choices(choices) if choice[0] not in ("", None)]
        super().__init__(choices=offered, **kwargs)
        self.hints = dict(hints or {})


class PickMany(FixedChoices, forms.MultipleChoiceField):
    """Checkboxes: any number of answers, or at most ``most`` of them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self,
        *,
        choices: Choices = (),
        hints: Mapping[Any, str] | None = None,
        most: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(choices=choices, **kwargs)
        self.hints = dict(hints or {})
        self.most = most

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if self.most is not None and len(value) > self.most:
            raise ValidationError(f"Choose {self.most} or fewer", code="too_many")


class YesNoField(PickOne):
    """Yes, no, or "I don’t know"; pass ``choices=YES_NO`` where the person must know."""

    def __init__(self, *, choices: Choices = YES_NO_UNKNOWN, **kwargs: Any) -> None:
        super().__init__(choices=choices, **kwargs)
