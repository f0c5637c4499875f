from django.urls import include, path

from .views import hub, pause, public, start

app_name = "coaching"

case_urls = [
    path("", hub.HubView.as_view(), name="hub"),
    path("pause/", pause.PauseView.as_view(), name="pause"),
    # Placeholders until their pages land in this very session.
    *[
        path(f"{name}/", hub.HubView.as_view(), name=name)
        for name in (
            "date offers situation why options questions signed in-writing diary calendar "
            "decide decide-done tell close"
        ).split()
    ],
]

urlpatterns = [
    path("", public.landing, name="landing"),
    path("start/", start.StartView.as_view(), name="start"),
    path("start/clock/", start.ClockView.as_view(), name="start-clock"),
    path("start/private/", start.private, name="start-private"),
    path("help-now/", public.help_now, name="help-now"),
    path("support/", public.support, name="support"),
    path("privacy/", public.privacy, name="privacy"),
    path("what-staff-see/", public.what_staff_see, name="what-staff-see"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("cases/", hub.cases, name="cases"),
    path("c/<slug:code>/", include(case_urls)),
]
