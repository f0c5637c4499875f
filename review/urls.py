from django.urls import URLPattern, URLResolver, include, path

from .views import (
    appointment,
    assign,
    case,
    dashboard,
    employer_names,
    employers,
    figures_file,
    history,
    incidents,
    invitation,
    letters,
    log,
    outreach,
    policies,
    queue,
    retention,
    roster,
    talk,
    team,
    wording,
)

app_name = "review"

Urls = list[URLPattern | URLResolver]

incident_urls: Urls = [
    path("", incidents.IncidentView.as_view(), name="incident"),
    path("edit/", incidents.IncidentEditView.as_view(), name="incident-edit"),
    path("consent/", incidents.ConsentView.as_view(), name="incident-consent"),
    path("told/", incidents.DisclosureView.as_view(), name="incident-told"),
    path("state/", incidents.StateView.as_view(), name="incident-state"),
    path("steps/<slug:step>/", incidents.StepView.as_view(), name="incident-step"),
]

policy_urls: Urls = [
    path("", policies.VersionView.as_view(), name="policy"),
    path("versions/<int:number>/", policies.VersionView.as_view(), name="policy-version"),
    path("versions/<int:number>/end/", policies.EndView.as_view(), name="policy-end"),
    path("draft/start/", policies.NewDraftView.as_view(), name="policy-start-draft"),
    path("draft/", policies.DraftView.as_view(), name="policy-draft"),
    path("draft/words/", policies.AboutView.as_view(), name="policy-words"),
    path("draft/scope/", policies.ScopeView.as_view(), name="policy-scope"),
    path("draft/publish/", policies.PublishView.as_view(), name="policy-publish"),
    path("draft/discard/", policies.DiscardView.as_view(), name="policy-discard"),
    path("draft/<slug:rules>/add/", policies.RuleView.as_view(), name="policy-rule-add"),
    path("draft/<slug:rules>/<int:rule>/", policies.RuleView.as_view(), name="policy-rule"),
    path(
        "draft/<slug:rules>/<int:rule>/remove/",
        policies.RemoveRuleView.as_view(),
        name="policy-rule-remove",
    ),
]

urlpatterns: Urls = [
    path("", queue.QueueView.as_view(), name="queue"),
    path("team/", team.TeamView.as_view(), name="team"),
    path("team/<int:member>/", team.MemberView.as_view(), name="member"),
    path("team/<int:member>/hand-over/", team.HandOverView.as_view(), name="hand-over"),
    path("team/<int:member>/remove/", team.RemoveView.as_view(), name="remove"),
    path("team/invited/<int:invited>/withdraw/", team.WithdrawView.as_view(), name="withdraw"),
    path("roster/", roster.RosterView.as_view(), name="roster"),
    path("roster/code/", roster.NewCodeView.as_view(), name="roster-code"),
    path("roster/<int:roster>/", roster.RosterCheckView.as_view(), name="roster-check"),
    path("invitation/<str:token>/", invitation.InvitationView.as_view(), name="invitation"),
    path("mine/", queue.MineView.as_view(), name="mine"),
    path("cases/<slug:shared>/", case.OverviewView.as_view(), name="case"),
    path("cases/<slug:shared>/messages/", talk.TalkView.as_view(), name="messages"),
    path("cases/<slug:shared>/notes/", talk.NotesView.as_view(), name="notes"),
    path("cases/<slug:shared>/history/", history.HistoryView.as_view(), name="history"),
    path("cases/<slug:shared>/with/", assign.AssignView.as_view(), name="assign"),
    path("cases/<slug:shared>/time/", appointment.AppointmentView.as_view(), name="appointment"),
    path(
        "cases/<slug:shared>/time/<int:appointment>/call-off/",
        appointment.CallOffView.as_view(),
        name="appointment-call-off",
    ),
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
    path("dashboard/", dashboard.DashboardView.as_view(), name="dashboard"),
    path("employers/", employers.EmployersView.as_view(), name="employers"),
    path("employers/file/", figures_file.FiguresFileView.as_view(), name="figures-file"),
    path("employers/names/", employer_names.NamesView.as_view(), name="employer-names"),
    path("employers/names/add/", employer_names.AddNameView.as_view(), name="employer-name-add"),
    path("employers/names/join/", employer_names.JoinView.as_view(), name="employer-join"),
    path("incidents/", incidents.IncidentsView.as_view(), name="incidents"),
    path("incidents/new/", incidents.NewIncidentView.as_view(), name="incident-new"),
    path("incidents/<int:incident>/", include(incident_urls)),
    path("retention/", retention.RetentionView.as_view(), name="retention"),
    path("outreach/", outreach.OutreachListView.as_view(), name="outreach"),
    path("outreach/<int:employer>/", outreach.OutreachView.as_view(), name="outreach-one"),
    path(
        "employers/names/<int:spelling>/part/",
        employer_names.PartView.as_view(),
        name="employer-part",
    ),
    path("employers/<int:employer>/", employers.EmployerView.as_view(), name="employer"),
    path(
        "employers/<int:employer>/take/",
        employer_names.TakeAlongView.as_view(),
        name="employer-take",
    ),
    path(
        "employers/<int:employer>/remove/",
        employer_names.RemoveNameView.as_view(),
        name="employer-remove",
    ),
    path("policies/", policies.PoliciesView.as_view(), name="policies"),
    path("policies/new/", policies.NewPolicyView.as_view(), name="policy-new"),
    path("policies/<int:policy>/", include(policy_urls)),
    path("wording/", wording.WordingsView.as_view(), name="wordings"),
    path("wording/<slug:wording>/", wording.WordingView.as_view(), name="wording"),
    path("wording/<slug:wording>/ours/", wording.ResetWordingView.as_view(), name="wording-ours"),
]
