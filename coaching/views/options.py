from typing import Any

from coaching.forms.options import OptionsForm
from coaching.journey.steps import OPTIONS
from coaching.weigh.ways import given_ways

from .page import PageView


class OptionsView(PageView):
    form_class = OptionsForm
    template_name = "coaching/options.html"
    step = OPTIONS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ways = given_ways(self.case.stage)
        own = sum(bool(words) for words in kwargs["form"].initial.values())
        return super().get_context_data(ways=ways, count=len(ways) + own, **kwargs)
