"""Lists of students as spreadsheets save them, well and badly."""

import pytest

from centres.student_file import MOST_ROWS, TOO_WIDE, NoList, read
from look.text import clean_line

LIST = "E-mail,Name,Program,Year\r\nana@example.org,Ana Müller,“Statistics”,2027\r\n"
ANA = ("ana@example.org", "Ana Müller", "“Statistics”", "2027")


def rows(data: bytes):
    return read(data, clean_line).rows


def problems(text: str):
    found = read(text.encode(), clean_line)
    return [(one.row, one.column, one.words) for one in found.problems]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_usual_shape_is_read(encoding, mark):
    assert rows(LIST.replace(",", mark).encode(encoding)) == [ANA]


@pytest.mark.parametrize("mark", ["\ufeff"])
def test_both_directions_of_utf_16_with_their_mark(mark):
    for encoding in ("utf-16-le", "utf-16-be"):
        assert rows((mark + LIST).encode(encoding)) == [ANA]


def test_columns_may_stand_anywhere_and_others_are_passed_over():
    text = "Student ID;Class Year;E-Mail Address;Full Name\n7;2027;ANA@Example.org;Ana\n"
    assert rows(text.encode()) == [("ana@example.org", "Ana", "", "2027")]


def test_quoted_fields_blank_lines_and_short_rows():
    text = 'email,name,major\n\n"ana@example.org","Silva, Ana"\n,,\nbo@example.org\n'
    assert rows(text.encode()) == [
        ("ana@example.org", "Silva, Ana", "", ""),
        ("bo@example.org", "", "", ""),
    ]


def test_what_is_wrong_is_named_by_row_and_column():
    text = (
        "name,email,year\n"
        "Ana,ana@example.org,2027\n"
        "Bo,bo at example.org,2027\n"
        f"{'C' * 121},ANA@example.org,{'2' * 21}\n"
        "Dev,ana@example.org,2027\n"
        "Eli,,2027\n"
    )
    assert problems(text) == [
        (3, "E-mail", "“bo at example.org” is no e-mail address like name@example.edu"),
        (4, "Name", "It has 121 letters. 120 is the most we can keep"),
        (4, "Year", "It has 21 letters. 20 is the most we can keep"),
        (5, "E-mail", "“ana@example.org” is in row 2 already. Keep one of the two"),
        (6, "E-mail", "It is empty. Enter the student’s address, or take the row out"),
    ]


def test_a_comma_that_moves_the_cells_is_no_silent_mistake():
    text = "email,name,year\nana@example.org,Silva, Ana,2027\nbo@example.org,Bo,2027,,\n"
    assert problems(text) == [(2, "The whole row", TOO_WIDE)]


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest"])
def test_a_workbook_is_called_one(data):
    with pytest.raises(NoList, match="This is a workbook, and we read CSV only"):
        rows(data)


def test_a_hundred_problems_are_shown_and_all_are_counted():
    found = read(("email\n" + "nobody\n" * 250).encode(), clean_line)
    assert (len(found.problems), found.wrong) == (100, 250)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"name,year\nAna,2027\n",
        b"email\n",
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04" + bytes(range(256)) * 20,
        b'email\n"' + b"x" * 200_000,
    ],
    ids=["nothing", "a line", "no address", "no rows", "half", "a picture", "a zip", "a quote"],
)
def test_what_is_no_list_is_refused_in_words(data):
    with pytest.raises(NoList):
        rows(data)


def test_the_longest_list_is_read_and_one_row_more_is_not():
    lines = "email\n" + "".join(f"s{number}@example.org\n" for number in range(MOST_ROWS))
    assert len(rows(lines.encode())) == MOST_ROWS
    with pytest.raises(NoList, match="more than 50,000 rows"):
        rows((lines + "one@example.org\n").encode())


def test_hostile_signs_are_no_part_of_what_is_kept():
    text = "email,name\nana@example.org,A\x00n\u202ea\x1b[31m\n"
    assert rows(text.encode()) == [("ana@example.org", "Ana[31m", "", "")]
