"""Pages anyone may read. They write nothing, so that robots leave nothing behind."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from centres.models import Wording, WordingKind, lines_of
from coaching.guidance import guidance_for
from coaching.journey.sections import BASIC_IN_WORDS, NEVER_IN_WORDS, in_words
from coaching.journey.steps import PAUSE
from coaching.models import Section
from offers.models import Stage

from .start import newest_case


@login_not_required
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    context = {"case": newest_case(request.user), "stages": Stage}
    return render(request, "coaching/public/landing.html", context)


@login_not_required
@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Words to ask for more time; a person in a case is led back to where they were."""
    case = newest_case(request.user)
    is_new = case is not None and not case.saved_pages.filter(slug=PAUSE.slug).exists()
    context = {"case": case, "is_new": is_new, "guidance": guidance_for("help-now")}
    return render(request, "coaching/public/help_now.html", context)


@login_not_required
@require_safe
def support(request: HttpRequest) -> HttpResponse:
    context = {"guidance": guidance_for("support"), "lines": lines_of_their_school(request)}
    return render(request, "coaching/public/support.html", context)


def lines_of_their_school(request: HttpRequest) -> list[str]:
    """Help lines that the centre of a signed-in student gives; nobody else reads them."""
    if not request.user.is_authenticated:
        return []
    words = Wording.objects.of_the_school_of(request.user.pk).in_use()
    return lines_of(words.get((WordingKind.HELP, "lines"), ""))


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    context = {"title": "Your privacy", "guidance": guidance_for("privacy")}
    return render(request, "coaching/public/reading.html", context)


@login_not_required
@require_safe
def what_staff_see(request: HttpRequest) -> HttpResponse:
    context = {
        "guidance": guidance_for("what-staff-see"),
        "never": NEVER_IN_WORDS,
        "basics": [words for _, words in BASIC_IN_WORDS],
        "switches": [(section.label, in_words(section)) for section in Section],
    }
    return render(request, "coaching/public/what_staff_see.html", context)


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    context = {
        "title": "Accessibility",
        "guidance": guidance_for("accessibility"),
        "contact": settings.CONTACT_EMAIL,
    }
    return render(request, "coaching/public/accessibility.html", context)
