"""What cannot be undone is asked once more, on a page of its own: no script is needed for it."""

from django.views.generic.base import TemplateView

from review.door import Desk


class SureView(Desk, TemplateView):
    """Shows what is about to happen; what answers its button is up to each page.

    Its context: what it asks (`ask`), what that `means`, what the button `does`, the way `back`.
    `sent` is the name and the value of what goes along.
    """

    template_name = "review/sure.html"
