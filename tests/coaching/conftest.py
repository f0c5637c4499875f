import pytest


@pytest.fixture(autouse=True)
def _password_asked_for_a_moment_ago(monkeypatch):
    """Sharing more asks for the password again. Where that is the story, this is overridden."""
    monkeypatch.setattr("coaching.views.share.is_reauthentication_required", lambda *_, **__: False)
