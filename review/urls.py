from django.urls import path

from .views import invitation, queue, roster, team

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
]
