from django.urls import path

from .views import appointment, assign, case, history, letters, log, queue, talk

app_name = "review"

urlpatterns = [
    path("", queue.QueueView.as_view(), name="queue"),
    path("mine/", queue.MineView.as_view(), name="mine"),
    path("cases/<slug:shared>/", case.OverviewView.as_view(), name="case"),
    path("cases/<slug:shared>/messages/", talk.TalkView.as_view(), name="messages"),
    path("cases/<slug:shared>/notes/", talk.NotesView.as_view(), name="notes"),
    path("cases/<slug:shared>/history/", history.HistoryView.as_view(), name="history"),
    path("cases/<slug:shared>/with/", assign.AssignView.as_view(), name="assign"),
    path("cases/<slug:shared>/time/", appointment.AppointmentView.as_view(), name="appointment"),
    path("log/", log.LogView.as_view(), name="log"),
    path("letters/", letters.LettersView.as_view(), name="letters"),
    path(
        "cases/<slug:shared>/letters/<int:reading>/", letters.ReadingView.as_view(), name="letter"
    ),
    path(
        "cases/<slug:shared>/letters/<int:reading>/<int:place>/",
        letters.NoteView.as_view(),
        name="letter-note",
    ),
    path(
        "cases/<slug:shared>/letters/<int:reading>/verdict/",
        letters.VerdictView.as_view(),
        name="letter-verdict",
    ),
    path(
        "cases/<slug:shared>/letters/<int:reading>/letter.pdf",
        letters.PdfView.as_view(),
        name="letter-pdf",
    ),
    path("cases/<slug:shared>/summary.pdf", letters.SummaryView.as_view(), name="summary"),
]
