"""The decision date as a calendar file. Its words are neutral: others may see the calendar."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from icalendar import Alarm, Calendar, Event

from .case import CaseView

QUARTER = timedelta(minutes=15)
REMIND_BEFORE = (timedelta(days=1), timedelta(hours=1))


class CalendarView(CaseView):
    """dates.ics: one event that reminds twice. Its UID is stable: a moved date replaces it."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        date = self.facts.date
        if date is None:
            raise Http404
        event = Event()
        event.add("uid", f"{self.case.code}-date@second-thoughts")
        event.add("summary", "A date you set")
        event.add("dtstamp", date.set_at)
        event.add("dtstart", date.local)
        event.add("dtend", date.local + QUARTER)
        event.add("sequence", len(self.facts.dates) - 1)
        for before in REMIND_BEFORE:
            event.add_component(reminder(before))
        calendar = Calendar()
        calendar.add("prodid", "-//Second Thoughts//EN")
        calendar.add("version", "2.0")
        calendar.add_component(event)
        calendar.add_missing_timezones()
        return HttpResponse(
            calendar.to_ical(),
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="dates.ics"'},
        )


def reminder(before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "A reminder you asked for")
    alarm.add("trigger", -before)
    return alarm
