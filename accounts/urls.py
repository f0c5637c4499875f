"""Our account pages. Included before allauth's, so that the paths of both are answered here."""

from allauth.account import views as allauth
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import RedirectView

from . import views
from .entrance import account_holders_only as holders
from .entrance import guests_as_strangers as strangers
from .entrance import not_by_password_alone as by_code
from .entrance import second_click_goes_on as clicked_twice

join_instead = login_not_required(
    RedirectView.as_view(pattern_name="accounts:join", query_string=True)
)

app_name = "accounts"
urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("join/", views.Join.as_view(), name="join"),
    path("signup/", join_instead, name="signup"),
    path("login/", strangers(allauth.login), name="login"),
    path("login/code/", strangers(views.SignInByCode.as_view()), name="login-code"),
    path(
        "login/code/confirm/",
        strangers(clicked_twice(allauth.confirm_login_code)),
        name="login-confirm",
    ),
    path("logout/", views.SignOut.as_view(), name="logout"),
    path("confirm-email/", clicked_twice(views.ConfirmEmail.as_view()), name="confirm-email"),
    path("email/", holders(views.NewEmail.as_view()), name="email"),
    path("reauthenticate/", holders(views.ItIsMe.as_view()), name="reauthenticate"),
    path("password/change/", holders(allauth.password_change), name="change-password"),
    path("password/set/", holders(allauth.password_set), name="set-password"),
    path("password/reset/", strangers(views.ForgotPassword.as_view()), name="forgot-password"),
    path(
        "password/reset/confirm/",
        strangers(allauth.confirm_password_reset_code),
        name="forgot-confirm",
    ),
    path(
        "password/reset/complete/",
        strangers(allauth.complete_password_reset),
        name="forgot-complete",
    ),
    path("2fa/", holders(second.index), name="second-step"),
    path(
        "2fa/authenticate/",
        strangers(clicked_twice(views.SecondStep.as_view())),
        name="second-step-code",
    ),
    path("2fa/reauthenticate/", holders(views.ItIsMeByPhone.as_view()), name="second-step-again"),
    path("2fa/totp/activate/", holders(views.SetUpPhone.as_view()), name="set-up-phone"),
    path("2fa/totp/deactivate/", holders(by_code(totp.deactivate_totp)), name="turn-off-phone"),
    path(
        "2fa/recovery-codes/",
        holders(by_code(views.RecoveryCodes.as_view())),
        name="recovery-codes",
    ),
    path(
        "2fa/recovery-codes/generate/",
        holders(by_code(recovery.generate_recovery_codes)),
        name="new-recovery-codes",
    ),
    path(
        "2fa/recovery-codes/download/",
        holders(by_code(recovery.download_recovery_codes)),
        name="recovery-codes-file",
    ),
]
