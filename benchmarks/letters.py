"""What one letter costs: rows L1, L2 and L5 of the speed targets.

L1 and L2 compare CPU time: ours against WeasyPrint used the plain way, and against a warm tagged
headless Chromium. Each runs in a process of its own, they take turns, and medians are compared.
L5 is the first letter of a fresh worker against its later ones, by the clock.

    python -m benchmarks.letters
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from statistics import median

from coaching.letters import pdf, sheet
from coaching.letters.facts import Recipient, Sender
from coaching.letters.letter import Letter

ROOT = Path(__file__).resolve().parent.parent
LETTERS = ROOT / "coaching" / "letters"
CHROMIUM = "/usr/bin/chromium"
ROUNDS = 15
CHROMIUM_BATCH = 10
"""Letters a turn: the browser's CPU time is counted in hundredths of a second."""

LETTER = Letter(
    sender=Sender(
        name="Maya Okafor",
        address=("218 Linden Street, Apt 4", "Columbus, Ohio 43215"),
        phone="(614) 555-0142",
        email="maya.okafor@example.com",
    ),
    recipient=Recipient(
        name="Dana Reyes",
        title="Director of Analytics",
        employer="Bluebird Analytics",
        address=("400 Canal Street", "Columbus, Ohio 43215"),
    ),
    written_on=date(2025, 12, 4),
    subject="Withdrawal of acceptance: Data Analyst",
    body=(
        "Dear Dana,\n\n"
        "Thank you for taking my call today. As I said, I am writing to withdraw my acceptance of "
        "the Data Analyst position, which I accepted on November 18 and was due to start on "
        "January 5, 2026.\n\n"
        "This was a hard decision. After a great deal of thought, I have chosen a role that is a "
        "closer fit with the health data work I hope to do. I am sorry for the trouble this "
        "causes you and the team, and I wanted you to know as soon as I was sure.\n\n"
        "I was struck by how openly your team talked about its mistakes, and I learned from every "
        "conversation. If it would help, I would be glad to pass the opening on to people I know. "
        "I will return your equipment by December 9.\n\n"
        "Thank you again for your time and your trust, and my thanks to everyone I met. I hope "
        "our paths cross again."
    ),
)


def measure() -> dict[str, dict[str, float]]:
    """Return the rows measured here, each with its ratio, target and moonshot."""
    with ExitStack() as stack:
        turns = {name: stack.enter_context(_worker(name)) for name in ("ours", "naive")}
        if Path(CHROMIUM).exists():
            turns["chromium"] = stack.enter_context(_worker("chromium"))
        seconds = _take_turns(turns)
    rows = {"L1": _row(seconds["ours"] / seconds["naive"], 0.40, 0.30)}
    if "chromium" in seconds:
        rows["L2"] = _row(seconds["ours"] / seconds["chromium"], 0.65, 0.50)
    rows["L5"] = _row(_first_against_later(), 2, 1.2)
    return rows


def _row(ratio: float, target: float, moonshot: float) -> dict[str, float]:
    return {"ratio": round(ratio, 3), "target": target, "moonshot": moonshot}


def _take_turns(turns: dict[str, Callable[[], float]]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in turns}
    for _ in range(ROUNDS):
        for name, turn in turns.items():
            taken[name].append(turn())
    return {name: median(seconds) for name, seconds in taken.items()}


def _first_against_later() -> float:
    pdf.warm()
    first, *later = (_clocked(lambda: pdf.to_pdf(LETTER)) for _ in range(11))
    return first / median(later)


def _clocked(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


@contextmanager
def _worker(name: str) -> Iterator[Callable[[], float]]:
    """Start this file as a worker; each call makes it take one turn and gives its CPU seconds."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.letters", name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:

        def turn() -> float:
            process.stdin.write("go\n")
            return float(process.stdout.readline())

        turn()  # warm
        turn()
        yield turn
        process.stdin.close()


def _work(turn: Callable[[], float]) -> None:
    for _ in sys.stdin:
        print(turn(), flush=True)


def _ours() -> None:
    from coaching.letters.press import say_what_is_drawn, warm_press

    say_what_is_drawn()
    press = warm_press()
    html = sheet.to_html(LETTER)

    def turn() -> float:
        start = time.process_time()
        press.print(html, "letter")
        return time.process_time() - start

    _work(turn)


def _naive() -> None:
    from weasyprint import HTML

    html = naive_page(LETTER)

    def turn() -> float:
        start = time.process_time()
        HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
        return time.process_time() - start

    _work(turn)


def _chromium() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "letter.html")
        style = (LETTERS / "letter.css").read_text() + "@page { size: Letter; margin: 27mm 34mm }"
        style = style.replace("url(fonts/", f"url({LETTERS.as_uri()}/fonts/")
        page_file.write_text(_with_style(style, sheet.to_html(LETTER)))
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = browser.new_page()

        def turn() -> float:
            start = _browser_seconds()
            for _ in range(CHROMIUM_BATCH):
                page.goto(page_file.as_uri())
                page.pdf(tagged=True, prefer_css_page_size=True)
            return (_browser_seconds() - start) / CHROMIUM_BATCH

        _work(turn)
        browser.close()


def naive_page(letter: Letter) -> str:
    """The letter and its style sheet as one writes them first."""
    return _with_style(_NAIVE_STYLE, _naive_html(letter))


def _naive_html(letter: Letter) -> str:
    """The same letter in the markup one writes first: a header, an address with <br>, a close."""
    contact = "".join(f"<span>{part}</span>" for part in letter.contact)
    body = "".join(f"<p>{part}</p>" for part in letter.body.split("\n\n"))
    return (
        f'<!doctype html><html lang="en-US"><head><title>{letter.subject}</title></head><body>'
        f'<header><p class="name">{letter.sender.name}</p><p class="meta">{contact}</p></header>'
        f"<p>{letter.day}</p><address>{'<br>'.join(letter.addressee)}</address>"
        f'<p class="re">{letter.subject}</p>{body}<div class="close"><p>{letter.close}</p>'
        f'<div class="sign"></div><p>{letter.sender.name}</p></div></body></html>'
    )


# The system's fonts: reading font files anew for every letter would make the plain way three
# times as slow, and flatter us.
_NAIVE_STYLE = """
@page { size: Letter; margin: 27mm 34mm 24mm }
@page :nth(n+2) { @bottom-right { content: counter(page) " of " counter(pages); font-size: 9pt } }
html { font: 11.5pt/16.5pt serif; color: #16161a; orphans: 3; widows: 3 }
body { margin: 0 }
p, address { margin: 0 0 8.25pt; font-style: normal }
header { margin-bottom: 24.75pt; padding-bottom: 9pt; border-bottom: .5pt solid #9a9aa2 }
.name { font-size: 17pt; line-height: 20pt }
.meta { font-size: 9.25pt; line-height: 13pt; color: #4a4a52 }
.meta span { white-space: nowrap }
.meta span + span::before { content: "\\2002\\00B7\\2002"; color: #9a9aa2 }
.re { font-weight: 600 }
.close { margin-top: 16.5pt; break-inside: avoid }
.sign { height: 41.25pt }
"""


def _with_style(style: str, html: str) -> str:
    return html.replace("</head>", f"<style>{style}</style></head>")


def _browser_seconds() -> float:
    """CPU seconds of every Chromium process beneath this one, from /proc."""
    stats: dict[int, tuple[int, str, int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            head, _, tail = entry.read_text().rpartition(")")
        except OSError:  # gone meanwhile
            continue
        pid, _, name = head.partition(" (")
        fields = tail.split()
        stats[int(pid)] = (int(fields[1]), name, int(fields[11]) + int(fields[12]))

    def is_ours(pid: int) -> bool:
        while pid in stats:
            pid = stats[pid][0]
            if pid == os.getpid():
                return True
        return False

    ticks = sum(
        used for pid, (_, name, used) in stats.items() if name.startswith("chrom") and is_ours(pid)
    )
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["ours"]:
            _ours()
        case ["naive"]:
            _naive()
        case ["chromium"]:
            _chromium()
        case _:
            print(measure())
