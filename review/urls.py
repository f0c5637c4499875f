from django.urls import path

from .views import letters, queue

app_name = "review"

urlpatterns = [
    path("", queue.QueueView.as_view(), name="queue"),
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
