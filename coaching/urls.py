from django.urls import URLPattern, URLResolver, include, path

from .views import (
    best_worst,
    calendar,
    call,
    close,
    date,
    decide,
    diary,
    hub,
    in_writing,
    letter,
    letter_files,
    log,
    offers,
    options,
    pause,
    public,
    questions,
    signed,
    situation,
    start,
    tell,
    why,
    words,
)

app_name = "coaching"

Urls = list[URLPattern | URLResolver]

letter_urls: Urls = [
    path("", letter.LetterView.as_view(), name="letter"),
    path("words/", words.WordsView.as_view(), name="letter-words"),
    path("again/", words.StartAgainView.as_view(), name="letter-again"),
    path("first/", words.LetterFirstView.as_view(), name="letter-first"),
    path("issue/", letter_files.IssueView.as_view(), name="letter-issue"),
    path("sent/", letter_files.SentView.as_view(), name="letter-sent"),
    path("versions/<int:number>/", letter_files.VersionView.as_view(), name="letter-version"),
    path("versions/<int:number>/letter.pdf", letter_files.PdfView.as_view(), name="letter-pdf"),
    path("versions/<int:number>/letter.txt", letter_files.TextView.as_view(), name="letter-text"),
]

tell_urls: Urls = [
    path("", tell.TellView.as_view(), name="tell"),
    path("you/", tell.YouView.as_view(), name="tell-you"),
    path("done/", tell.ToldView.as_view(), name="tell-done"),
    path("<int:who>/call/", call.CallView.as_view(), name="tell-call"),
    path("<int:who>/log/", log.LogView.as_view(), name="tell-log"),
    path("<int:who>/letter/", letter.NewLetterView.as_view(), name="tell-letter"),
    path("<int:who>/replied/", tell.RepliedView.as_view(), name="tell-replied"),
    path("letters/<int:which>/", include(letter_urls)),
]

case_urls: Urls = [
    path("", hub.HubView.as_view(), name="hub"),
    path("pause/", pause.PauseView.as_view(), name="pause"),
    path("why/", why.WhyView.as_view(), name="why"),
    path("why/result/", why.WhyResultView.as_view(), name="why-result"),
    path("options/", options.OptionsView.as_view(), name="options"),
    path("best-worst/", best_worst.BestWorstListView.as_view(), name="best-worst"),
    path("best-worst/<int:number>/", best_worst.BestWorstView.as_view(), name="outcome"),
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
    path("tell/", include(tell_urls)),
    path("close/", close.CloseView.as_view(), name="close"),
    path("close/open/", close.OpenAgainView.as_view(), name="close-open"),
    path("close/delete/", close.DeleteView.as_view(), name="close-delete"),
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
    path("deleted/", close.deleted, name="deleted"),
    path("c/<slug:code>/", include(case_urls)),
]
