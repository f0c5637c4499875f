from django.urls import include, path

from .views import (
    calendar,
    date,
    decide,
    diary,
    hub,
    in_writing,
    offers,
    options,
    pause,
    public,
    questions,
    signed,
    situation,
    start,
    why,
)

app_name = "coaching"

case_urls = [
    path("", hub.HubView.as_view(), name="hub"),
    path("pause/", pause.PauseView.as_view(), name="pause"),
    path("why/", why.WhyView.as_view(), name="why"),
    path("why/result/", why.WhyResultView.as_view(), name="why-result"),
    path("options/", options.OptionsView.as_view(), name="options"),
    path("questions/", questions.QuestionsView.as_view(), name="questions"),
    path("questions/<slug:name>/", questions.QuestionView.as_view(), name="question"),
    path("signed/", signed.SignedView.as_view(), name="signed"),
    path("signed/result/", signed.SignedResultView.as_view(), name="signed-result"),
    path("in-writing/", in_writing.InWritingView.as_view(), name="in-writing"),
    path("in-writing/<int:number>/", in_writing.WritingView.as_view(), name="writing"),
    path("diary/", diary.DiaryView.as_view(), name="diary"),
    path("date/", date.DateView.as_view(), name="date"),
    path("dates.ics", calendar.CalendarView.as_view(), name="calendar"),
    path("offers/", offers.OffersView.as_view(), name="offers"),
    path("offers/<int:number>/basics/", offers.BasicsView.as_view(), name="basics"),
    path("offers/<int:number>/pay/", offers.PayView.as_view(), name="pay"),
    path("offers/<int:number>/people/", offers.PeopleView.as_view(), name="people"),
    path("offers/<int:number>/remove/", offers.RemoveOfferView.as_view(), name="offer-remove"),
    path("situation/", situation.SituationView.as_view(), name="situation"),
    path("decide/", decide.DecideView.as_view(), name="decide"),
    path("decide/early/", decide.EarlyView.as_view(), name="decide-early"),
    path("decide/check/", decide.CheckView.as_view(), name="decide-check"),
    path("decide/writing/", decide.NotInWritingView.as_view(), name="decide-writing"),
    path("decide/done/", decide.DoneView.as_view(), name="decide-done"),
    # Placeholders until their pages land in this very session.
    *[
        path(f"{name}/", hub.HubView.as_view(), name=name)
        for name in ["tell", "close"]
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
