from coaching.forms.situation import SituationForm
from coaching.journey.steps import SITUATION

from .page import PageView


class SituationView(PageView):
    form_class = SituationForm
    related = ("situation",)
    step = SITUATION
    privacy = "B"
