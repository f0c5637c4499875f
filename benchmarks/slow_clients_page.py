"""One Django page with the cost of a small form, for `benchmarks.slow_clients`."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

settings.configure(
    SECRET_KEY="only-for-a-benchmark", ALLOWED_HOSTS=["localhost"], ROOT_URLCONF=__name__
)
application = get_wsgi_application()

ROWS = Engine().from_string(
    "{% for row in rows %}<p>{% if row.odd %}<b>{{ row.name }}</b>{% else %}{{ row.name }}"
    "{% endif %}</p>{% endfor %}"
)


def page(request: HttpRequest) -> HttpResponse:
    rows = [{"name": f"Row {number}", "odd": number % 2} for number in range(150)]
    return HttpResponse(ROWS.render(Context({"rows": rows})))


urlpatterns = [path("", page)]
