from django.urls import include, path

from .views import (
    dashboard,
    employer_names,
    employers,
    figures_file,
    incidents,
    outreach,
    queue,
    retention,
)

app_name = "review"

incident_urls = [
    path("", incidents.IncidentView.as_view(), name="incident"),
    path("edit/", incidents.IncidentEditView.as_view(), name="incident-edit"),
    path("consent/", incidents.ConsentView.as_view(), name="incident-consent"),
    path("told/", incidents.DisclosureView.as_view(), name="incident-told"),
    path("state/", incidents.StateView.as_view(), name="incident-state"),
    path("steps/<slug:step>/", incidents.StepView.as_view(), name="incident-step"),
]

urlpatterns = [
    path("", queue.QueueView.as_view(), name="queue"),
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
]
