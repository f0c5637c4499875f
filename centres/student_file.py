"""Reads a list of students as spreadsheets save it: CSV in any of the usual shapes. Plain Python.

With commas, semicolons or tabs; in UTF-8, UTF-16 or the Windows letters of Western Europe; with a
byte order mark or without. The first row names the columns; only the address has to be there.
"""

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 50_000
MOST_PROBLEMS = 100  # shown; the others are counted
BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NAMES = {
    "email": ("email", "mail", "emailaddress", "schoolemail", "studentemail"),
    "name": ("name", "fullname", "student", "studentname"),
    "programme": ("program", "programme", "major", "degree", "course"),
    "year": ("year", "class", "classyear", "graduation", "graduationyear"),
}
CALLED = {"email": "E-mail", "name": "Name", "programme": "Program", "year": "Year"}
LONGEST = {"email": 254, "name": 120, "programme": 120, "year": 20}
EMAIL = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)

Row = tuple[str, str, str, str]  # e-mail, name, programme, year


class NoList(ValueError):
    """The file as a whole is not what is wanted; the words say why."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong in one field. Rows count as a spreadsheet counts them: the names are row 1."""

    row: int
    column: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Read:
    rows: list[Row]
    problems: list[Problem]
    wrong: int  # of all problems, shown or not


def read(data: bytes, clean: Callable[[str], str]) -> Read:
    """The rows of the file and all that is wrong in it; `clean` makes one field safe to keep.

    Raises NoList when there is nothing to read row by row.
    """
    lines = table(text_of(data))
    header = next(lines, (1, []))[1]
    places = columns(header)
    rows: list[Row] = []
    problems: list[Problem] = []
    wrong = 0
    seen: dict[str, int] = {}
    for number, cells in lines:
        if not any(cells):
            continue
        if len(rows) == MOST_ROWS:
            raise NoList(f"The list has more than {MOST_ROWS:,} rows. Send it in parts.")
        values = {
            name: clean(cells[place]) if place < len(cells) else ""
            for name, place in places.items()
        }
        email = values["email"] = values["email"].lower()
        found = list(_wrong(values))
        if not found and email in seen:
            found = [("email", f"This address is in row {seen[email]} too")]
        seen.setdefault(email, number)
        wrong += len(found)
        problems += [
            Problem(row=number, column=CALLED[name], words=words)
            for name, words in found[: MOST_PROBLEMS - len(problems)]
        ]
        rows.append(
            (email, values.get("name", ""), values.get("programme", ""), values.get("year", ""))
        )
    if not rows:
        raise NoList("The file has no rows below its names.")
    return Read(rows=rows, problems=problems, wrong=wrong)


def text_of(data: bytes) -> str:
    """The text of the file, whichever way its letters are written down."""
    for mark, encoding in BOMS.items():
        if data.startswith(mark):
            return _decoded(data, encoding)
    even, odd = data[:1000:2].count(0), data[1:1000:2].count(0)
    if even + odd > len(data[:1000]) / 4:  # UTF-16 without its mark: half of each letter is empty
        return _decoded(data, "utf-16-le" if odd > even else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise NoList("The file could not be read. Save it as CSV in UTF-8.") from problem


def table(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line with its number as a spreadsheet shows it, split into cells."""
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    number = 0
    try:
        for number, cells in enumerate(lines, 1):
            yield number, [cell.strip() for cell in cells]
    except csv.Error as problem:
        raise NoList(f"Row {number + 1} could not be read. Save the file as CSV.") from problem


def columns(header: list[str]) -> dict[str, int]:
    """Where each column stands, by our names for them. NoList without one for the address."""
    plain = ["".join(filter(str.isalpha, cell.lower())) for cell in header]
    places = {
        name: next(place for place, word in enumerate(plain) if word in known)
        for name, known in NAMES.items()
        if set(known) & set(plain)
    }
    if "email" not in places:
        raise NoList("The first row has to name the columns, and one of them has to be “E-mail”.")
    return places


def _wrong(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if len(value) > LONGEST[name]:
            yield name, f"This must be {LONGEST[name]} characters or fewer"
        elif name == "email" and not EMAIL.fullmatch(value):
            yield name, "This is no e-mail address like name@example.com"
