from django.urls import path

from .views import invitation, queue, roster, team
from .views import appointment, assign, case, history, letters, log, queue, talk

app_name = "review"

urlpatterns = [
    path("", queue.QueueView.as_view(), name="queue"),
    path("team/", team.TeamView.as_view(), name="team"),
    path("team/<int:member>/", team.MemberView.as_view(), name="member"),
    path("team/<int:member>/hand-over/", team.HandOverView.as_view(), name="hand-over"),
    path("team/<int:member>/remove/", team.RemoveView.as_view(), name="remove"),
    path("team/invited/<int:invited>/withdraw/", team.WithdrawView.as_view(), name="withdraw"),
    path("roster/", roster.RosterView.as_view(), name="roster"),
    path("roster/<int:roster>/", roster.RosterCheckView.as_view(), name="roster-check"),
    path("invitation/<str:token>/", invitation.InvitationView.as_view(), name="invitation"),
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
