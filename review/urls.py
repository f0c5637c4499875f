from django.urls import path

from .views import dashboard, employer_names, employers, figures_file, outreach, queue

app_name = "review"

urlpatterns = [
    path("", queue.QueueView.as_view(), name="queue"),
    path("dashboard/", dashboard.DashboardView.as_view(), name="dashboard"),
    path("employers/", employers.EmployersView.as_view(), name="employers"),
    path("employers/file/", figures_file.FiguresFileView.as_view(), name="figures-file"),
    path("employers/names/", employer_names.NamesView.as_view(), name="employer-names"),
    path("employers/names/add/", employer_names.AddNameView.as_view(), name="employer-name-add"),
    path("employers/names/join/", employer_names.JoinView.as_view(), name="employer-join"),
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
