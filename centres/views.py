"""Signing in through one's school."""

from allauth.socialaccount.providers.base.constants import AuthProcess
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.views.decorators.csp import csp_override
from django.views.generic import FormView

from .forms import SchoolAddressForm

# Chromium asks the page's policy where its form may end up, redirects and all, and a federation
# leads through several hosts. Only pages that lead to a school have it (../shared stack.md §4).
TO_A_SCHOOL = settings.SECURE_CSP | {
    "form-action": [CSP.SELF, "https:", *(["http:"] if settings.PLAIN_HTTP else [])]
}
leads_to_a_school = csp_override(TO_A_SCHOOL)


@method_decorator(login_not_required, name="dispatch")
@method_decorator(leads_to_a_school, name="dispatch")
class SchoolSignInView(FormView):
    """Type the school address, and go on to the school's own page.

    Whoever has an account and is signed in to it connects the two; a guest brings their case.
    """

    http_method_names = ["get", "head", "post", "options"]
    form_class = SchoolAddressForm
    template_name = "centres/sign_in.html"

    def form_valid(self, form: SchoolAddressForm) -> HttpResponse:
        assert form.school
        user = self.request.user
        has_account = user.is_authenticated and not user.is_guest
        process = AuthProcess.CONNECT if has_account else AuthProcess.LOGIN
        provider = form.school.app.get_provider(self.request)
        return provider.redirect(self.request, process=process)
