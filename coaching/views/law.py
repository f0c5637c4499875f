"""Cards about the law of a place. Anybody may read them, and nothing is kept of who does."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.jurisdictions import all_cards


@login_not_required
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    return render(request, "coaching/public/law.html", {"cards": all_cards().values()})


@login_not_required
@require_safe
def place(request: HttpRequest, place: str) -> HttpResponse:
    card = all_cards().get(place)
    if card is None:
        raise Http404
    context = {
        "card": card,
        "guidance": card.guidance,
        "is_old": card.may_be_out_of_date(timezone.localdate()),
    }
    return render(request, "coaching/public/law_place.html", context)
