"""What the bases of our forms promise."""

from django.db import models
from django.forms import BaseForm
from django.test.utils import isolate_apps

from look.fields import ClockField, DayField, EmailLine, LineField, PickOne, TextField
from look.forms import HouseForm, HouseModelForm
from look.layout import Pair, Picks


class When(HouseForm):
    time = ClockField(label="Time", error="Enter the time", required=False, quiet=True)
    when = PickOne(label="When?", choices=[("soon", "Soon"), ("other", "Another day")])
    date = DayField(label="Date", error="Enter the date", required=False, quiet=True)

    layout = (Picks("when", reveal={"other": [Pair("date", "time")]}),)

    def clean(self):
        if self.cleaned_data.get("when") == "other":
            self.require("date", "time")


def test_an_answer_that_reveals_questions_makes_them_required():
    assert When({"when": "soon"}).is_valid()
    form = When({"when": "other", "date": "2026-12-05"})
    assert form.errors == {"time": ["Enter the time"]}
    assert form.has_error("time", "required")


def test_a_wrong_answer_is_not_called_missing_too():
    form = When({"when": "other", "date": "03/04/2026", "time": "10am"})
    assert form.errors["date"] == ["Enter the date as year, month, day, like 2026-12-05"]


def test_the_page_order_is_the_layouts_then_the_forms():
    assert When().page_order == ["when", "date", "time"]
    form = When()
    form.fields["later"] = LineField()
    assert form.page_order == ["when", "date", "time", "later"]


def test_words_learned_by_one_form_stay_with_it():
    first, second = When({}), When({})
    first.fields["when"].label = "Which day?"
    assert first.errors["when"] == ["Choose an answer to “Which day?”"]
    assert second.errors["when"] == ["Choose an answer to “When?”"]


@isolate_apps("look")
def test_a_models_fields_become_ours():
    class Job(models.Model):  # noqa: DJ008
        title = models.CharField(max_length=60)
        mail = models.EmailField(blank=True)
        note = models.TextField(blank=True, max_length=500)
        starts_on = models.DateField(null=True, blank=True)
        kind = models.CharField(max_length=9, choices=[("a", "Accepted"), ("o", "Other")])

        class Meta:
            app_label = "look"

    class JobForm(HouseModelForm):
        class Meta:
            model = Job
            fields = ("title", "mail", "note", "starts_on", "kind")

    form: BaseForm = JobForm({"title": "x" * 61})
    kinds = {name: type(field) for name, field in form.fields.items()}
    assert kinds == {
        "title": LineField,
        "mail": EmailLine,
        "note": TextField,
        "starts_on": DayField,
        "kind": PickOne,
    }
    assert form.errors == {
        "title": ["“Title” must be 60 characters or fewer"],
        "kind": ["Choose kind"],
    }
    assert form.fields["note"].max_length == 500
    assert form.fields["kind"].choices == [("a", "Accepted"), ("o", "Other")]
