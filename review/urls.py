from django.urls import path

from .views import queue

app_name = "review"

urlpatterns = [
    path("", queue.QueueView.as_view(), name="queue"),
]
