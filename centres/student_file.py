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
CALLED = {
    "email": "E-mail",
    "name": "Name",
    "programme": "Program",
    "year": "Year",
    "row": "The whole row",
}
LONGEST = {"email": 254, "name": 120, "programme": 120, "year": 20}
EMAIL = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)

# How the files begin that a spreadsheet saves unless one asks for CSV.
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
IN_PARTS = "Send it in parts. After the first, choose “Keep them on the list”."
SAVE_AS = "In your spreadsheet, choose “Save as” and then “CSV UTF-8”."
TOO_WIDE = "It has more cells than row 1 has names. Put quotes around a cell with a comma in it"
QUOTED = 40  # letters of what stands there, to find it again

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
    places, width = columns(header), len(header)
    rows: list[Row] = []
    problems: list[Problem] = []
    wrong = 0
    seen: dict[str, int] = {}
    for number, cells in lines:
        if not any(cells):
            continue
        if len(rows) == MOST_ROWS:
            raise NoList(f"The list has more than {MOST_ROWS:,} rows. {IN_PARTS}")
        values = {
            name: clean(cells[place]) if place < len(cells) else ""
            for name, place in places.items()
        }
        email = values["email"] = values["email"].lower()
        found = list(_wrong(values))
        if not found and email in seen:
            found = [("email", f"“{email}” is in row {seen[email]} already. Keep one of the two")]
        if any(cells[width:]):
            found.append(("row", TOO_WIDE))
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
        raise NoList("The file names its columns and has no student. Give each one a row.")
    return Read(rows=rows, problems=problems, wrong=wrong)


def text_of(data: bytes) -> str:
    """The text of the file, whichever way its letters are written down."""
    if data.startswith(WORKBOOKS):
        raise NoList(f"This is a workbook, and we read CSV only. {SAVE_AS}")
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
        raise NoList(f"We could not read the letters of this file. {SAVE_AS}") from problem


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
        raise NoList(f"We could not read row {number + 1}. {SAVE_AS}") from problem


def columns(header: list[str]) -> dict[str, int]:
    """Where each column stands, by our names for them. NoList without one for the address."""
    plain = ["".join(filter(str.isalpha, cell.lower())) for cell in header]
    places = {
        name: next(place for place, word in enumerate(plain) if word in known)
        for name, known in NAMES.items()
        if set(known) & set(plain)
    }
    if "email" not in places:
        raise NoList("Row 1 has to name the columns, and one of them has to be “E-mail”.")
    return places


def _wrong(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        longest = LONGEST[name]
        if len(value) > longest:
            yield name, f"It has {len(value):,} letters. {longest} is the most we can keep"
        elif name == "email" and not value:
            yield name, "It is empty. Enter the student’s address, or take the row out"
        elif name == "email" and not EMAIL.fullmatch(value):
            yield name, f"“{value[:QUOTED]}” is no e-mail address like name@example.edu"
