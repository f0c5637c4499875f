"""The short guides. Anybody may read them, and nothing is kept of who does."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coaching.guides import all_guides


@login_not_required
@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    return render(request, "coaching/public/guides.html", {"guides": all_guides().values()})


@login_not_required
@require_safe
def guide(request: HttpRequest, guide: str) -> HttpResponse:
    found = all_guides().get(guide)
    if found is None:
        raise Http404
    others = [other for other in all_guides().values() if other is not found]
    context = {"title": found.title, "guidance": found.guidance, "others": others}
    return render(request, "coaching/public/guide.html", context)
