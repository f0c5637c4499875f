"""The very same page drawn the usual way: crispy's own helper and crispy-bootstrap5."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit

from coaching.forms.situation import SituationForm


def dress() -> None:
    """Give the page's form a helper as crispy's handbook writes one."""
    helper = FormHelper()
    helper.render_hidden_fields = True
    helper.layout = Layout(
        *SituationForm.Meta.fields,
        *(Submit(name, words, css_class=classes) for name, words, classes in SituationForm.buttons),
    )
    SituationForm.helper = helper
