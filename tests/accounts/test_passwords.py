import threading
import time

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password

from accounts import hashers

HASHERS = ["accounts.hashers.Argon2"]


def test_a_password_is_hashed_with_argon2id_of_19_mib_in_one_lane(settings):
    settings.PASSWORD_HASHERS = HASHERS
    encoded = make_password("four words in a row")

    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("four words in a row", encoded)
    assert not check_password("four words in a raw", encoded)
    assert not identify_hasher(encoded).must_update(encoded)


def test_twenty_sign_ins_at_once_make_at_most_four_hashes_at_a_time(monkeypatch):
    working, most = [], []

    def slow(self, password, salt):
        working.append(1)
        most.append(len(working))
        time.sleep(0.01)
        working.pop()

    monkeypatch.setattr("django.contrib.auth.hashers.Argon2PasswordHasher.encode", slow)
    hasher = hashers.Argon2()
    people = [threading.Thread(target=hasher.encode, args=("x", "salt")) for _ in range(20)]
    for person in people:
        person.start()
    for person in people:
        person.join()

    assert len(most) == 20
    assert max(most) == hashers.AT_ONCE


@pytest.mark.parametrize("famous", ["password123", "1q2w3e4r5t", "qwertyuiop"])
def test_a_famous_password_is_refused(client, db, famous):
    page = client.post("/account/join/", {"email": "ana@example.com", "password": famous})

    assert "harder to guess" in page.content.decode()
