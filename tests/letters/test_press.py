"""The press is a child process: watched, replaced when it fails, and gone when we are."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coaching.letters import pdf
from coaching.letters.pdf import LetterBusy, LetterFailed, Presses, print_letter
from coaching.letters.sheet import to_html
from tests.letters.ana import letter

HTML = to_html(letter())


@pytest.fixture
def presses():
    mine = Presses(1)
    yield mine
    mine.close()


def only_press(presses):
    (press,) = presses._all
    return press


def is_running(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_the_same_child_prints_the_next_letter(presses):
    presses.print(HTML, "letter")
    first = only_press(presses).pid
    presses.print(HTML, "a4")
    assert only_press(presses).pid == first


def test_a_child_that_died_is_replaced_before_the_next_letter(presses):
    presses.warm()
    gone = only_press(presses).pid
    os.kill(gone, signal.SIGKILL)
    os.waitid(os.P_PID, gone, os.WEXITED | os.WNOWAIT)
    assert presses.print(HTML, "letter").pages == 1
    assert only_press(presses).pid != gone


def test_a_child_that_hangs_is_killed_and_replaced(presses, monkeypatch):
    presses.warm()
    stuck = only_press(presses).pid
    os.kill(stuck, signal.SIGSTOP)
    monkeypatch.setattr(pdf, "SECONDS_FOR_A_LETTER", 0.5)
    with pytest.raises(LetterFailed):
        presses.print(HTML, "letter")
    assert not is_running(stuck)
    monkeypatch.undo()
    assert presses.print(HTML, "letter").pages == 1


def killed_while_printing(monkeypatch, times):
    """Let that many presses be killed with a letter in their hands."""
    left = [None] * times
    write = pdf.Press._write

    def write_and_die(press, body):
        if left:
            left.pop()
            os.kill(press.pid, signal.SIGSTOP)
            write(press, body)
            os.kill(press.pid, signal.SIGKILL)
        else:
            write(press, body)

    monkeypatch.setattr(pdf.Press, "_write", write_and_die)


def test_a_letter_whose_press_is_killed_is_printed_by_the_next(presses, monkeypatch):
    killed_while_printing(monkeypatch, times=1)
    assert presses.print(HTML, "letter").pages == 1


def test_a_letter_whose_presses_are_all_killed_can_be_tried_again(presses, monkeypatch):
    killed_while_printing(monkeypatch, times=2)
    with pytest.raises(LetterBusy):
        presses.print(HTML, "letter")
    assert presses.print(HTML, "letter").pages == 1


def test_an_order_the_press_does_not_know_fails_calmly(presses):
    with pytest.raises(LetterFailed, match="KeyError"):
        presses.print(HTML, "napkin")
    assert presses.print(HTML, "letter").pages == 1


def test_one_letter_too_many_waits_and_then_hears_busy(presses, monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS_TO_WAIT", 0.2)
    with presses._turns, pytest.raises(LetterBusy):
        presses.print(HTML, "letter")
    assert presses.print(HTML, "letter").pages == 1


def test_many_threads_share_two_children():
    with ThreadPoolExecutor(8) as threads:
        sheets = list(threads.map(print_letter, [letter(f"Letter {n}") for n in range(24)]))
    assert all(sheet.pages == 1 for sheet in sheets)
    assert len(pdf._presses._all) <= 2


def test_a_child_knows_no_secrets_and_has_bounded_memory(presses, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "not-for-the-press")
    presses.warm()
    home = Path(f"/proc/{only_press(presses).pid}")
    names = {entry.split("=")[0] for entry in (home / "environ").read_text().split("\0") if entry}
    fonts = {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME"}
    assert names <= fonts | {"PATH", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX"}
    limit = next(row for row in (home / "limits").read_text().splitlines() if "address" in row)
    assert str(512 * 2**20) in limit


def test_closing_leaves_no_child_and_no_folder(presses):
    presses.warm()
    press = only_press(presses)
    presses.close()
    assert not is_running(press.pid)
    assert not Path(press._room).exists()


def test_children_end_when_their_parent_is_killed(tmp_path):
    program = (
        "from coaching.letters.pdf import _presses, warm\n"
        "warm()\n"
        "print(*(press.pid for press in _presses._all), flush=True)\n"
        "input()\n"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as parent:
        children = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(children) == 2
        parent.kill()
    until = time.monotonic() + 30
    while any(is_running(pid) for pid in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(is_running(pid) for pid in children)
    assert list(tmp_path.iterdir()) == []


def test_a_forked_process_leaves_its_parents_children_alone():
    program = (
        "import os\n"
        "from coaching.letters.pdf import _presses, warm\n"
        "warm()\n"
        "before = {press.pid for press in _presses._all}\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    _presses.close()\n"
        "    os._exit(len(_presses._all))\n"
        "assert os.waitpid(child, 0)[1] == 0\n"
        "assert all(press.is_alive for press in _presses._all)\n"
        "assert {press.pid for press in _presses._all} == before\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
