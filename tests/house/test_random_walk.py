"""Two people wander through the site at random, each over the other’s addresses, too."""

from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.factories import person
from tests.page_text import read
from tests.urlconf import case_urls, every_url
from tests.whole_case import ANAS_WORD, BOS_WORD, MONDAY, When, whole_case

pytestmark = pytest.mark.django_db

WORDS = {"ana": ANAS_WORD, "bo": BOS_WORD}
OTHER = {"ana": "bo", "bo": "ana"}
WALKS, STEPS = 25, 20

people = st.sampled_from(sorted(WORDS))
anywhere = st.sampled_from(every_url())
of_a_case = st.sampled_from(case_urls())


class TwoPeople(RuleBasedStateMachine):
    """After each step, what either has seen last never holds the other’s word."""

    @initialize(whens=st.tuples(st.sampled_from(When), st.sampled_from(When)))
    def begin(self, whens: tuple[When, When]) -> None:
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.browsers, self.cases, self.seen = {}, {}, {}
        for name, when in zip(WORDS, whens, strict=True):
            user = person(name)
            self.cases[name] = whole_case(user, WORDS[name], when)
            self.browsers[name] = Client()
            self.browsers[name].force_login(user)

    @rule(name=people, url=anywhere)
    def opens_a_page(self, name: str, url: Any) -> None:
        self._see(name, self.browsers[name].get(self._address(url, name)))

    @rule(name=people, url=of_a_case)
    def opens_the_others_page(self, name: str, url: Any) -> None:
        answer = self.browsers[name].get(self._address(url, OTHER[name]))
        assert answer.status_code in (404, 302), url.name
        self._see(name, answer)

    @rule(name=people, url=of_a_case)
    def sends_a_page_as_it_stands(self, name: str, url: Any) -> None:
        if url.name == "coaching:close-delete":
            return  # typing the code ends the walk; nothing is there to see after
        address = self._address(url, name)
        page = self.browsers[name].get(address)
        is_page = page.status_code == 200 and page.headers["Content-Type"].startswith("text/html")
        fields = read(page.content.decode()).posted if is_page else {}
        self._see(name, self.browsers[name].post(address, fields, follow=True))

    @rule(name=people, url=of_a_case)
    def sends_to_the_other(self, name: str, url: Any) -> None:
        address = self._address(url, OTHER[name])
        self._see(name, self.browsers[name].post(address, {"version": "1", "why": WORDS[name]}))

    @rule(name=people)
    def signs_in_where_the_other_was(self, name: str) -> None:
        """One browser, two people: nothing of the first may wait for the second."""
        browser = self.browsers[name]
        browser.post("/account/logout/")
        self._see(OTHER[name], browser.get("/"))
        browser.force_login(self.cases[name].owner)

    def _address(self, url: Any, owner: str) -> str:
        """As it was at the beginning: what is gone since then is worth knocking at, too."""
        known = self.__dict__.setdefault("addresses", {})
        if (url.name, owner) not in known:
            for each in every_url():
                for name, case in self.cases.items():
                    known.setdefault((each.name, name), each.of(case))
        return known[url.name, owner]

    def _see(self, name: str, answer: Any) -> None:
        assert answer.status_code < 500
        self.seen[name] = f"{answer.headers} {answer.content.decode(errors='replace')}"

    @invariant()
    def nobody_sees_what_is_the_others(self) -> None:
        for name, seen in getattr(self, "seen", {}).items():
            assert WORDS[OTHER[name]] not in seen

    def teardown(self) -> None:
        if hasattr(self, "undo"):
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)


@pytest.mark.usefixtures("pressed_once")
def test_nobody_ever_sees_what_is_the_others():
    how = settings(
        max_examples=WALKS,
        stateful_step_count=STEPS,
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    with time_machine.travel(MONDAY, tick=False):
        run_state_machine_as_test(TwoPeople, settings=how)
