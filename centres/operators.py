"""The operator’s own pages at /operator/: Django’s admin, of four tables and no more.

For superusers, with a second step; for anybody else there is nothing. No student and no case can be
found here. What would break our content policy, such as actions over many rows, is left out.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth.decorators import login_not_required
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from accounts import second_step
from accounts.models import User

from . import team
from .inviting import invite, link, withdraw
from .models import Centre, EmailDomain, Invitation, Membership

LEFT_OUT = {"logout", "password_change", "password_change_done", "autocomplete", "view_on_site"}
LEFT_OUT |= {"app_list"}  # written anew: Django’s own is a regular expression
LAST_LEAD = "Nobody else leads this center. Invite another lead first."


class OperatorSite(AdminSite):
    site_header = site_title = "Second Thoughts: operator"
    index_title = "Career centers"
    site_url = None
    enable_nav_sidebar = False
    final_catch_all_view = False

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return isinstance(user, User) and user.is_active and user.is_superuser

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def for_operators(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not self.has_permission(request):
                raise Http404
            assert isinstance(request.user, User)
            second_step.require(request, request.user)
            return inner(request, *args, **kwargs)

        return for_operators

    @method_decorator((login_not_required, require_safe))
    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Operators sign in where everybody does."""
        return redirect(f"{resolve_url('account_login')}?{request.GET.urlencode()}")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        kept = [url for url in super().get_urls() if getattr(url, "name", None) not in LEFT_OUT]
        one_app = path("<slug:app_label>/", self.admin_view(self.app_index), name="app_list")
        return [*kept, one_app]


class OneTable(ModelAdmin):
    """A table of the centres. Nothing is deleted unless a table says so."""

    actions = None
    may_add = may_change = True
    may_delete = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.may_add

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.may_change

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.may_delete

    def get_urls(self) -> list[URLPattern]:
        return [url for url in super().get_urls() if self._is_offered(url.name or "")]

    def _is_offered(self, name: str) -> bool:
        return bool(name) and (self.may_delete or not name.endswith("_delete"))


class CentreAdmin(OneTable):
    list_display = ("name", "slug", "join_code", "created_at")
    fields = ("name", "slug", "time_zone", "email", "page", "join_code")


class EmailDomainAdmin(OneTable):
    list_display = ("domain", "centre")
    may_delete = True


class EndingForm(forms.ModelForm):
    """Everything is read here; one box ends it."""

    end = forms.BooleanField(required=False, label="Ends now")


class MembershipForm(EndingForm):
    def clean_end(self) -> bool:
        ends: bool = self.cleaned_data["end"]
        if ends:
            try:
                team.end(self.instance, timezone.now())
            except team.LastLead:
                self.add_error("end", LAST_LEAD)
        return ends


class MembershipAdmin(OneTable):
    """Who works where. They come by invitation alone, so nobody is added here."""

    may_add = False
    form = MembershipForm
    list_display = ("name", "centre", "role", "since", "ended_at")
    readonly_fields = ("centre", "name", "role", "since", "ended_at")
    fields = (*readonly_fields, "end")

    def save_model(self, request: HttpRequest, obj: Membership, *args: Any) -> None:
        """Ending is all there is to save, and the form has seen to it."""


class InvitationAdmin(OneTable):
    """The operator invites a lead; the link is shown, and mailed."""

    form = EndingForm
    list_display = ("email", "centre", "role", "made_at", "accepted_at", "withdrawn_at")
    asked = ("centre", "email", "name", "role")
    known = (*asked, "address", "made_at", "ends_at", "accepted_at", "withdrawn_at")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*self.known, "end") if obj else self.asked

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.known if obj else ()

    def address(self, invitation: Invitation) -> str:
        return link(invitation)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        now = timezone.now()
        if change and form.cleaned_data["end"]:
            withdraw(obj, now)
        elif not change:
            obj.pk = invite(obj.centre, obj.email, obj.name, obj.role, now).pk


site = OperatorSite(name="operator")
site.register(Centre, CentreAdmin)
site.register(EmailDomain, EmailDomainAdmin)
site.register(Membership, MembershipAdmin)
site.register(Invitation, InvitationAdmin)
