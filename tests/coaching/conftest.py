import logging

import pytest


class Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def log():
    """All that the log says from now on, line by line."""
    root, lines = logging.getLogger(), Lines()
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.INFO)
    yield lines.lines
    root.removeHandler(lines)
    root.setLevel(level)


@pytest.fixture(autouse=True)
def _password_asked_for_a_moment_ago(monkeypatch):
    """Sharing more asks for the password again. Where that is the story, this is overridden."""
    monkeypatch.setattr("coaching.views.share.is_reauthentication_required", lambda *_, **__: False)
