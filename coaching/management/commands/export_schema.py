import json
from typing import Any

from django.core.management.base import BaseCommand

from coaching.mine.schema import schema


class Command(BaseCommand):
    help = "Print the JSON Schema of what people download of themselves: docs/export.schema.json."
    requires_system_checks = ()  # the models are enough; no database is asked

    def handle(self, **options: Any) -> None:
        self.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False))
