"""Three published policies, as drafts to start from."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from centres.models import RULES, Centre, Policy, PolicyVersion

EXAMPLES = Path(__file__).parents[2] / "examples"


class Command(BaseCommand):
    help = "Load three example policies for a career centre, as drafts. A second time adds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("centre", help="the center’s short name, such as “lakeside”")

    def handle(self, *args: Any, centre: str, **options: Any) -> None:
        of = Centre.objects.filter(slug=centre).first()
        if of is None:
            raise CommandError(f"There is no center “{centre}”.")
        for version in load_policies(of):
            self.stdout.write(f"{version.policy.title}: a draft")


@transaction.atomic
def load_policies(of: Centre) -> list[PolicyVersion]:
    """Every example that this centre does not have yet. The school it was seen at is in the text.

    They stay drafts: a lead checks them against the centre’s own rules, and publishes.
    """
    return [_load(of, example) for example in examples() if _is_new(of, example)]


def examples() -> list[dict[str, Any]]:
    files = sorted(EXAMPLES.glob("*.json"))
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def _is_new(of: Centre, example: dict[str, Any]) -> bool:
    return not of.policies.filter(title=example["title"]).exists()


def _load(of: Centre, example: dict[str, Any]) -> PolicyVersion:
    policy = Policy.objects.create(centre=of, title=example["title"])
    beside = {"title", "as_seen_at", *RULES}
    columns = {name: value for name, value in example.items() if name not in beside}
    seen = f"As seen at {example['as_seen_at']}: {example['source']}"
    version = PolicyVersion.objects.create(policy=policy, number=1, full_text=seen, **columns)
    for name in RULES:
        for row in example.get(name, ()):
            getattr(version, name).create(**row)
    return version
