"""Rows as a file that a spreadsheet opens, and never runs: what is typed stays text."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

import xlsxwriter

Cell = str | int
# A cell that begins so is read as a formula, by one program or another.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CSV, XLSX = "csv", "xlsx"
TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LONGEST_COLUMN = 40


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([heads, *([harmless(cell) for cell in row] for row in rows)])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """Text with an apostrophe before whatever would start a formula; numbers as they are."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(STARTS_A_FORMULA):
        return f"'{cell}"
    return cell


def as_xlsx(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet. Text is written as text, so nothing needs an apostrophe here."""
    file = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {"in_memory": True} | plain) as book:
        sheet = book.add_worksheet("Totals")
        sheet.write_row(0, 0, heads, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                write = sheet.write_string if isinstance(cell, str) else sheet.write_number
                write(line, place, cell)
        sheet.autofit(LONGEST_COLUMN * 7)
    return file.getvalue()


WRITERS = {CSV: as_csv, XLSX: as_xlsx}
