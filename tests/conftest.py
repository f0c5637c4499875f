"""What every test stands on: no way out to the network, fast hashing, plain static files."""

import os
import socket
from ipaddress import ip_address

import pytest
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from hypothesis import settings as examples

from tests.press import pressed_once
from tests.sharing import Sharing

# A busy machine is no failure: only what comes out counts, not how soon.
examples.register_profile("house", deadline=None)
examples.load_profile("house")


def pytest_configure(config):
    # Playwright keeps an event loop in the main thread; Django would refuse to query there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    # Hashing a password slowly is config's promise, not every test's wait.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def pytest_xdist_make_scheduler(config, log):
    return Sharing(config, log)


@receiver(user_logged_in)
def as_a_whole(request, user, **kwargs):
    """`Client.force_login` stands for all of signing in, the second step too where there is one.

    Its request came over no network; a sign-in that a test walks through itself is left alone.
    """
    from accounts import second_step

    if "REMOTE_ADDR" not in request.META and second_step.has_one(user):
        second_step.note_use(request, user)


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL run what asks the database; words and pure rules are seen to on SQLite."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        kept = [item for item in items if _asks_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _asks_the_database(item: pytest.Item) -> bool:
    uses = {"db", "transactional_db", "client", "django_db_setup"} & set(item.fixturenames)
    return bool(uses or item.get_closest_marker("django_db")) and not item.get_closest_marker(
        "words"
    )


@pytest.fixture(scope="session", autouse=True)
def _static_root_exists(tmp_path_factory):
    """Whitenoise warns about a missing folder, and a warning is an error here."""
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a real file, as in use: in memory, all threads would share one connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(name)


@pytest.fixture(name="pressed_once")
def _pressed_once():
    with pressed_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def _stay_home():
    """Nothing in the product contacts anyone, so no test may reach past this machine."""
    connect = socket.socket.connect

    def connect_here(self, address):
        if self.family != socket.AF_UNIX and not _is_here(address[0]):
            raise AssertionError(f"A test tried to reach {address[0]}.")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
