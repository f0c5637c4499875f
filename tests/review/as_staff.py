"""A browser of somebody on the staff, or of anybody, and what their pages say."""

from django.test import Client


def browser_of(member) -> Client:
    browser = Client()
    browser.force_login(getattr(member, "user", member))
    return browser


def words(page) -> str:
    assert page.status_code == 200, page.status_code
    return page.content.decode()
