"""What is written for a form: escaped, labelled, linked, and never read as a template."""

import re

import pytest
from django import forms
from django.forms import formset_factory
from django.template import engines
from django.test import RequestFactory
from django.utils.html import format_html

from look.fields import YES_NO, DayField, LineField, PickMany, PickOne, TextField, YesNoField
from look.forms import HouseForm
from look.layout import Pair, Picks, Scale

CRISPY = '{% load crispy_forms_tags %}{% include "st/errors.html" %}{% crispy form %}'
PLAIN = "{% load crispy_forms_tags %}{{ form|crispy }}"
FORMSET = '{% load crispy_forms_tags %}{% include "st/errors.html" %}{{ formset|crispy }}'


def page(template, **context):
    request = RequestFactory().get("/")
    return engines["django"].from_string(template).render(context, request)


class Every(HouseForm):
    """One field of each kind that a form of ours may hold."""

    line = LineField(autocomplete="organization")
    text = TextField(required=False)
    mail = forms.EmailField(required=False, initial="ana@example.com")
    phone = forms.CharField(widget=forms.TelInput, required=False)
    day = DayField(required=False, help_text="A guess is fine.")
    hours = forms.IntegerField(required=False, min_value=0)
    secret = forms.CharField(widget=forms.PasswordInput, required=False, initial="hunter2")
    one = PickOne(choices=YES_NO, hints={"yes": "It is on paper"})
    many = PickMany(choices=YES_NO, initial=["no"])
    feeling = PickOne(choices=[(n, str(n)) for n in range(1, 6)], coerce=int, initial=3)
    zone = forms.ChoiceField(choices=[("", "Choose"), ("US", [("et", "Eastern")])], initial="et")
    agreed = forms.BooleanField()
    kept = forms.CharField(widget=forms.HiddenInput, required=False, initial="abc")
    both = forms.SplitDateTimeField(required=False)

    layout = ("line", Scale("feeling"))


@pytest.mark.parametrize(
    "written",
    [
        '<input type="text" name="line" id="id_line" class="in" autocomplete="organization">',
        '<textarea name="text" id="id_text" class="in" rows="4">\n</textarea>',
        '<input type="email" name="mail" value="ana@example.com" id="id_mail" class="in">',
        '<input type="tel" name="phone" id="id_phone" class="in">',
        '<input type="date" name="day" id="id_day" class="in in--date"'
        ' aria-describedby="id_day_helptext">',
        '<input type="number" name="hours" id="id_hours" class="in in--number" min="0">',
        '<input type="password" name="secret" id="id_secret" class="in">',
        '<input type="radio" name="one" value="yes" id="id_one_0"'
        ' aria-describedby="id_one_0_hint"><label for="id_one_0">Yes</label>'
        '<span class="hint" id="id_one_0_hint">It is on paper</span>',
        '<input type="checkbox" name="many" value="no" id="id_many_1" checked>',
        '<fieldset class="q q--scale" id="div_id_feeling"><legend>Feeling</legend>',
        '<input type="radio" name="feeling" value="3" id="id_feeling_2" checked>',
        '<optgroup label="US"><option value="et" selected>Eastern</option></optgroup>',
        '<input type="checkbox" name="agreed" id="id_agreed"><label for="id_agreed">Agreed</label>',
        '<input type="hidden" name="kept" value="abc" id="id_kept">',
        '<input type="text" name="both_0" id="id_both_0">',
        '<label for="id_text">Text <span class="opt">(optional)</span></label>',
        '<button type="submit" name="go" value="1" class="btn">Save and continue</button>',
    ],
)
def test_every_kind_of_field_is_written(written):
    assert written in page(CRISPY, form=Every())


def test_nothing_a_browser_would_enforce_is_written():
    html = page(CRISPY, form=Every())
    assert 'method="post" novalidate>' in html
    assert not re.search(r" (maxlength|minlength|required|style)\b", html)


def test_fields_the_layout_forgets_are_asked_after_it():
    names = re.findall(r'id="div_id_(\w+)"', page(CRISPY, form=Every()))
    assert names[:3] == ["line", "feeling", "text"]
    assert set(names) == set(Every.base_fields) - {"kept"}


HOSTILE = '<script>alert("x")</script>{{ 7|add:7 }}{% csrf_token %}&amp;'
ESCAPED = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;{{ 7|add:7 }}{% csrf_token %}&amp;amp;"


class Hostile(HouseForm):
    line = LineField(label=HOSTILE, help_text=HOSTILE, error=HOSTILE)
    text = TextField(required=False)
    one = PickOne(choices=[(HOSTILE, HOSTILE)], hints={HOSTILE: HOSTILE})
    zone = forms.ChoiceField(choices=[(HOSTILE, HOSTILE), ("g", [(HOSTILE, HOSTILE)])])

    buttons = (("go", HOSTILE, "btn"),)


def test_whatever_is_typed_or_named_stays_text():
    html = page(CRISPY, form=Hostile({"text": HOSTILE, "one": HOSTILE, "zone": HOSTILE}))
    assert "<script" not in html
    assert "14" not in re.sub(r"csrfmiddlewaretoken.*?>", "", html)
    # Label, help, error twice; text; radio value, label and hint; two options; the button.
    assert html.count(ESCAPED) == 4 + 1 + 3 + 4 + 1


def test_help_marked_as_safe_keeps_its_links():
    class Linked(HouseForm):
        line = LineField(help_text=format_html('<a href="{}">Why we ask</a>', "/why/?a=1&b=2"))

    assert '<a href="/why/?a=1&amp;b=2">Why we ask</a></div>' in page(PLAIN, form=Linked())


class Reveal(HouseForm):
    when = PickOne(label="When?", choices=[("soon", "Soon"), ("other", "Another day")])
    date = DayField(label="Date", required=False, quiet=True)
    reason = LineField(label="Reason", required=False)

    as_h1 = "when"
    layout = (Picks("when", reveal={"other": [Pair("date"), "reason"]}),)


def test_what_a_choice_reveals_stands_right_after_it():
    html = page(PLAIN, form=Reveal())
    assert re.search(
        r'>Another day</label></div><div class="reveal"><div class="pair">'
        r'<div class="q" id="div_id_date"><label for="id_date">Date</label>',
        html,
    )
    assert html.count('class="reveal"') == 1
    assert 'Reason <span class="opt">(optional)</span>' in html


def test_a_reveal_without_its_fields_is_not_drawn():
    form = Reveal()
    del form.fields["date"], form.fields["reason"]
    assert "reveal" not in page(PLAIN, form=form)


def test_the_pages_question_is_its_heading():
    html = page(PLAIN, form=Reveal())
    assert '<legend class="as-h1"><h1>When?</h1></legend>' in html
    assert html.count("<h1>") == 1


def test_each_error_is_linked_from_the_summary_and_to_its_field():
    class Two(HouseForm):
        mail = LineField(label="Mail", help_text="Work address")
        sure = YesNoField(label="Sure?")
        layout = ("sure", "mail")

        def clean(self):
            self.add_error(None, "Choose another <date>")

    html = page(CRISPY, form=Two({}))
    summary = re.search(r'<div class="problem".*?</div>', html)[0]
    assert re.findall(r"<li>(.*?)</li>", summary) == [
        "Choose another &lt;date&gt;",
        '<a href="#id_sure_0">Choose an answer to “Sure?”</a>',
        '<a href="#id_mail">Enter mail</a>',
    ]
    assert 'aria-invalid="true" aria-describedby="id_mail_helptext id_mail_error"' in html
    assert '<span class="vh">Error: </span>Enter mail</span></p>' in html
    assert 'id="div_id_sure" aria-describedby="id_sure_error"' in html
    assert 'id="id_sure_0"' in html


def test_a_form_without_problems_has_no_summary():
    assert 'id="problem"' not in page(CRISPY, form=Every())


def test_answers_are_kept_when_there_is_a_problem():
    html = page(CRISPY, form=Every({"line": "Ana & Bo", "text": "\nfirst", "one": "no"}))
    assert 'value="Ana &amp; Bo"' in html
    assert ">\n\nfirst</textarea>" in html
    assert 'value="no" id="id_one_1" checked' in html


class Foreign(forms.Form):
    """A form that knows nothing of the house, as from another package."""

    name = forms.CharField(help_text="As on your letter", max_length=9)
    kind = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, required=False)


@pytest.mark.parametrize("template", [CRISPY, PLAIN])
def test_a_form_from_elsewhere_is_written_the_same_way(template):
    html = page(template, form=Foreign({}))
    assert re.search(
        r"<label.*?</label><div class=\"help\".*?</div><p class=\"err\".*?<input", html
    )
    assert '<div class="pick"><input type="radio" name="kind" value="yes"' in html
    assert "maxlength" not in html


def test_one_field_can_be_written_alone():
    html = page("{% load crispy_forms_tags %}{{ form.name|as_crispy_field }}", form=Foreign())
    assert html.strip().startswith('<div class="q" id="div_id_name">')


def test_the_rows_of_a_formset_have_names_of_their_own():
    rows = formset_factory(Reveal, extra=2)(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-1-when": "never"}
    )
    html = page(FORMSET, formset=rows)
    assert 'name="form-TOTAL_FORMS"' in html
    assert '<a href="#id_form-1-when_0">' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_field_with_two_errors_shows_the_first_in_both_places():
    form = Foreign({"name": "Ana"})
    form.add_error("name", "Enter your last name too")
    form.add_error("name", "Enter it as on your letter")
    html = page(CRISPY, form=form)
    assert html.count("Enter your last name too") == 2
    assert "Enter it as on your letter" not in html
