from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from centres.inviting import invite, link
from centres.models import Centre, EmailDomain, MembershipRole
from look.fields import EmailLine


class Command(BaseCommand):
    help = "Open a career center, invite who leads it, and print their link and its join code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="as students read it, such as “Lakeside Career Center”")
        parser.add_argument("--slug", help="its short name in addresses (default: from its name)")
        parser.add_argument(
            "--domain",
            action="append",
            default=[],
            help="students with a proved address there may join; may be given again",
        )
        parser.add_argument("--lead", required=True, metavar="EMAIL", help="who leads it")
        parser.add_argument("--lead-name", default="Lead", help="as students read it")

    def handle(self, *, name: str, lead: str, lead_name: str, **options: Any) -> None:
        centre = Centre(name=name, slug=options["slug"] or slugify(name))
        if Centre.objects.filter(slug=centre.slug).exists():
            raise CommandError(f"“{centre.slug}” is taken. Choose another short name with --slug.")
        try:
            with transaction.atomic():
                email = EmailLine().clean(lead)
                save(centre)
                for domain in options["domain"]:
                    save(EmailDomain(centre=centre, domain=domain.lower()))
                invited = invite(centre, email, lead_name, MembershipRole.LEAD, timezone.now())
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        self.stdout.write(f"{centre} is open. Its join code: {centre.join_code}")
        self.stdout.write(f"{email} gets this link by e-mail, too: {link(invited)}")
        self.stdout.write(f"Links begin with SITE_URL, which is {settings.SITE_URL} now.")


def save(row: Centre | EmailDomain) -> None:
    """ValidationError when a name, a code or a domain is taken, or too long."""
    row.full_clean()
    row.save()
