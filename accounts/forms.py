"""allauth's forms in the house's look and words; what they check stays allauth's."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.fields import PasswordField, SetPasswordField
from allauth.mfa.base import forms as second
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm

from look.fields import EmailLine, LineField
from look.forms import House, HouseForm

from .passwords import SHORTEST
from .second_step import demo_code

PASSWORD_RULE = f"{SHORTEST} characters or more. Four or five words in a row work well."


class NewPasswordField(SetPasswordField):
    """A password to be chosen. One that is not required may stay empty."""

    def __init__(self, help_text: str = PASSWORD_RULE, **kwargs: Any) -> None:
        super().__init__(
            help_text=help_text, error_messages={"required": "Enter a password"}, **kwargs
        )
        del self.widget.attrs["placeholder"]

    def clean(self, value: str) -> str:
        if not value and not self.required:
            return ""
        return super().clean(value)


class KnownPasswordField(PasswordField):
    """The password the person has."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            autocomplete="current-password",
            error_messages={"required": "Enter your password"},
            **kwargs,
        )
        del self.widget.attrs["placeholder"]


def email_field(**kwargs: Any) -> EmailLine:
    return EmailLine(**{"label": "E-mail address", "autocomplete": "email", **kwargs})


def code_field() -> LineField:
    return LineField(
        label="Code from the e-mail",
        help_text="The dash and capital letters do not matter.",
        autocomplete="one-time-code",
        error="Enter the code from the e-mail",
    )


class LowerCaseEmail:
    """Addresses are stored in lower case, so they are looked up in lower case."""

    cleaned_data: dict[str, Any]

    def clean_email(self) -> str:
        self.cleaned_data["email"] = self.cleaned_data["email"].lower()
        checked = getattr(super(), "clean_email", None)
        return checked() if checked else self.cleaned_data["email"]


class JoinForm(LowerCaseEmail, HouseForm):
    buttons = (("go", "Send me a code", "btn"),)
    email = email_field(help_text="We send one code to it. Only you get e-mail from us.")
    password = NewPasswordField(
        label="Password",
        required=False,
        help_text=f"{PASSWORD_RULE} Without one, we e-mail you a code each time you sign in.",
    )


class SignInForm(House, allauth.LoginForm):
    buttons = (("go", "Sign in", "btn"),)
    password = KnownPasswordField(label="Password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        return super().clean_login().lower()


class SignInCodeForm(LowerCaseEmail, House, allauth.RequestLoginCodeForm):
    buttons = (("go", "Send me a code", "btn"),)
    email = email_field()


class ConfirmSignInForm(House, allauth.ConfirmLoginCodeForm):
    buttons = (("go", "Sign in", "btn"),)
    code = code_field()


class ConfirmEmailForm(House, allauth.ConfirmEmailVerificationCodeForm):
    buttons = (("go", "Continue", "btn"),)
    code = code_field()


class NewEmailForm(LowerCaseEmail, House, allauth.AddEmailForm):
    buttons = (("action_add", "Send me a code", "btn"),)
    email = email_field(label="New e-mail address")


class ForgotPasswordForm(LowerCaseEmail, House, allauth.ResetPasswordForm):
    buttons = (("go", "Send me a code", "btn"),)
    email = email_field()


class ConfirmForgotForm(House, allauth.ConfirmPasswordResetCodeForm):
    buttons = (("go", "Continue", "btn"),)
    code = code_field()


class NewPasswordForm(House, allauth.ResetPasswordKeyForm):
    buttons = (("go", "Save and sign in", "btn"),)
    password1 = NewPasswordField(label="New password")
    password2 = None


class ChangePasswordForm(House, allauth.ChangePasswordForm):
    buttons = (("go", "Save my password", "btn"),)
    oldpassword = KnownPasswordField(label="Password you have now")
    password1 = NewPasswordField(label="New password")
    password2 = None


class SetPasswordForm(House, allauth.SetPasswordForm):
    buttons = (("go", "Save my password", "btn"),)
    password1 = NewPasswordField(label="New password")
    password2 = None


class ItIsMeForm(House, allauth.ReauthenticateForm):
    buttons = (("go", "Continue", "btn"),)
    password = KnownPasswordField(label="Password")


class PhoneCode:
    """A code from the phone; in the demo, its page shows the one to type."""

    user: Any

    @property
    def demo_code(self) -> str:
        return demo_code(self.user)


def phone_code_field(**kwargs: Any) -> LineField:
    words = {"help_text": "Or one of your recovery codes.", **kwargs}
    return LineField(
        label="Code from your phone",
        autocomplete="one-time-code",
        error="Enter the code that your phone shows now",
        **words,
    )


class SecondStepForm(PhoneCode, House, second.AuthenticateForm):
    buttons = (("go", "Sign in", "btn"),)
    code = phone_code_field()


class SecondStepAgainForm(PhoneCode, House, second.ReauthenticateForm):
    buttons = (("go", "Continue", "btn"),)
    code = phone_code_field()


class SetUpPhoneForm(House, ActivateTOTPForm):
    buttons = (("go", "Turn it on", "btn"),)
    code = phone_code_field(help_text="Six digits. The app shows new ones twice a minute.")


class TurnOffPhoneForm(House, DeactivateTOTPForm):
    buttons = (("go", "Turn it off", "btn"),)


class NewRecoveryCodesForm(House, GenerateRecoveryCodesForm):
    buttons = (("go", "Make new codes", "btn"),)
