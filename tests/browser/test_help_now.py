"""Ana has an hour to answer: the words to ask for time, with scripts and without."""

import pytest

WAYS = ["phone", "e-mail", "text"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("way", WAYS)
def test_one_press_copies_the_words(new_context, way):
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("/help-now/")
    page.locator(f'[data-copy="#words-{way}"]').click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "until [day] at [time]" in copied
    assert copied == page.locator(f"#words-{way}").inner_text()


def test_without_scripts_the_words_are_there_and_no_button_is_dead(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/help-now/")
    for way in WAYS:
        assert page.locator(f"#words-{way}").is_visible()
        assert page.locator(f'[data-copy="#words-{way}"]').is_hidden()
