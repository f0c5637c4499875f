"""What a page holds, read as a browser reads it: its title, headings, ids, links and fields."""

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Field:
    """One control: what a browser would send for it, and what a person sees of it."""

    name: str
    kind: str
    id: str
    value: str
    is_sent: bool = True
    label: str = ""

    @property
    def is_visible(self) -> bool:
        return self.kind not in ("hidden", "submit")

    @property
    def takes_text(self) -> bool:
        return self.kind in ("text", "email", "textarea")


@dataclass
class Read:
    """One page, read."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)

    @property
    def posted(self) -> dict[str, list[str]]:
        """What pressing Save on the page as it stands would send."""
        sent: dict[str, list[str]] = {}
        for one in self.fields:
            if one.is_sent and one.name and one.kind != "submit":
                sent.setdefault(one.name, []).append(one.value)
        return sent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read, self.select, self.area, self.label = Read(), None, None, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.read.ids.add(given["id"])
        match tag:
            case "a":
                self.read.links.append(given.get("href", ""))
            case "label":
                self.label = given.get("for", "")
            case "input":
                self._input(given)
            case "textarea":
                self.area = self._add(given, "textarea", "")
            case "select":
                self.select = self._add(given, "select", "")
                self.select.is_sent = False
            case "option" if self.select and ("selected" in given or not self.select.is_sent):
                self.select.value, self.select.is_sent = given.get("value", ""), True

    def _input(self, given: dict[str, str]) -> None:
        one = self._add(given, given.get("type", "text"), given.get("value", ""))
        if one.kind in ("radio", "checkbox"):
            one.is_sent = "checked" in given
            one.value = one.value or "on"

    def _add(self, given: dict[str, str], kind: str, value: str) -> Field:
        one = Field(given.get("name", ""), kind, given.get("id", ""), value)
        self.read.fields.append(one)
        return one

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            # The first line break belongs to the markup.
            self.area.value, self.area = self.area.value.removeprefix("\n"), None
        elif tag == "select":
            self.select = None
        elif tag == "label":
            self.label = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.area.value += data
        elif self.label:
            self.read.labels[self.label] = self.read.labels.get(self.label, "") + data


def read(page: str) -> Read:
    reader = _Reader()
    reader.feed(page)
    for one in reader.read.fields:
        one.label = " ".join(reader.read.labels.get(one.id, "").split())
    return reader.read


def title_of(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    return html.unescape(found[1]) if found else ""


def headings(page: str) -> list[str]:
    """The words of each h1."""
    found = re.findall(r"<h1\b[^>]*>(.*?)</h1>", page, re.DOTALL)
    return [html.unescape(" ".join(re.sub(r"<[^>]+>", "", words).split())) for words in found]
