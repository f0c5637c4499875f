"""The pages about a person's account: our own, and allauth's with our rules around them."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.internal.decorators import login_not_required
from allauth.account.mixins import NextRedirectMixin
from allauth.account.utils import get_next_redirect_url, passthrough_next_redirect_url
from allauth.decorators import rate_limit
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from . import qr
from .again import SaysWhyAgain
from .asked_before import SaysWhenAskedBefore
from .forms import JoinForm
from .guests import ensure_signed_in, signed_in
from .join import send_code
from .second_step import has_one, note_use


class Home(TemplateView):
    template_name = "accounts/home.html"


class SendsJoinCode(NextRedirectMixin, FormView):
    def form_valid(self, form: JoinForm) -> HttpResponse:
        guest = ensure_signed_in(self.request)
        send_code(self.request, guest, form.cleaned_data["email"], form.cleaned_data["password"])
        return redirect(self.passthrough_next_url(reverse("account_email_verification_sent")))


@method_decorator(login_not_required, name="dispatch")
@method_decorator(rate_limit(action="signup"), name="dispatch")
@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class Join(SaysWhenAskedBefore, SendsJoinCode):
    """Open an account for the guest this browser has, or for a new one."""

    template_name = "accounts/join.html"
    form_class = JoinForm

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.is_guest:
            return redirect("accounts:home")
        return super().dispatch(request, *args, **kwargs)


class SignInByCode(SaysWhenAskedBefore, allauth.RequestLoginCodeView):
    pass


class ForgotPassword(SaysWhenAskedBefore, allauth.PasswordResetView):
    pass


class NewEmail(SaysWhenAskedBefore, allauth.EmailView):
    pass


@method_decorator(login_not_required, name="dispatch")
class ConfirmEmail(allauth.ConfirmEmailVerificationCodeView):
    def form_invalid(self, form: Form) -> HttpResponse:
        response = super().form_invalid(form)
        user = self.request.user
        joins = user.is_authenticated and user.is_guest
        return redirect("accounts:join") if joins and response.status_code == 302 else response


class SignOut(allauth.LogoutView):
    """Ends the session. A guest is told first that nobody can open their case again."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if getattr(request.user, "is_guest", False) and "anyway" not in request.POST:
            return render(request, self.template_name)
        response = super().post(request)
        # Not "cookies": the next page says "You are signed out" by means of one.
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class SecondStep(second.AuthenticateView):
    """While signing in: the code from the phone, or a recovery code."""

    def _build_forms(self) -> Form:
        """One form. allauth’s own view also knows security keys, which we do not offer."""
        self.webauthn_form = None
        data = self.request.POST if self.request.method == "POST" else None
        self.auth_form = self.get_form_class()(user=self.stage.login.user, data=data)
        return self.auth_form


class ItIsMe(SaysWhyAgain, allauth.ReauthenticateView):
    """The password again."""


class ItIsMeByPhone(SaysWhyAgain, second.ReauthenticateView):
    """A code from the phone again."""


class SetUpPhone(ActivateTOTPView):
    """A code from the app proves that the phone is set up; this session then counts as opened
    with it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if has_one(signed_in(request)):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        note_use(self.request, signed_in(self.request))
        return response

    def get_success_url(self) -> str:
        return passthrough_next_redirect_url(self.request, super().get_success_url(), "next")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"qr": qr.drawn(context["totp_url"])}


class RecoveryCodes(ViewRecoveryCodesView):
    """The codes for the day the phone is lost, and the way on."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        onward = get_next_redirect_url(self.request) or ""
        return super().get_context_data(**kwargs) | {"onward": onward}
