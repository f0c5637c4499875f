"""Connect a school’s own sign-in, for the operator: OpenID Connect or SAML."""

import sys
from pathlib import Path
from typing import Any

from allauth.socialaccount.models import SocialApp
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser

from centres.models import Centre, SchoolSignIn

OIDC, SAML = "openid_connect", "saml"
# What schools call these two, whatever the names beside them (eduPerson, SAML subject-id profile).
SUBJECT = ["urn:oasis:names:tc:SAML:attribute:subject-id"]
ADDRESSES = [
    "urn:oid:0.9.2342.19200300.100.1.3",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
]
LARGEST = 1024 * 1024  # bytes of metadata


class Command(BaseCommand):
    help = (
        "Connect a school’s own sign-in. What is connected already is replaced. "
        "Prints what the school needs to know of us."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("centre", help="the slug of the career center")
        kind = parser.add_mutually_exclusive_group(required=True)
        kind.add_argument("--oidc", metavar="URL", help="the issuer; its secret is read from stdin")
        kind.add_argument("--saml", metavar="FILE", help="the school’s metadata, as an XML file")
        parser.add_argument("--client-id", help="our name at the school, for OpenID Connect")
        parser.add_argument("--email", default="mail", help="SAML: the attribute with the address")
        parser.add_argument(
            "--addresses-are-proved",
            action="store_true",
            help="the school proves the addresses it sends; otherwise we mail a code",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            centre = Centre.objects.get(slug=options["centre"])
        except Centre.DoesNotExist:
            raise CommandError(f"There is no career center “{options['centre']}”.") from None
        app = of_oidc(centre, options) if options["oidc"] else of_saml(centre, options)
        app.settings["verified_email"] = options["addresses_are_proved"]
        connect(centre, app)
        for line in told_to_the_school(app):
            self.stdout.write(line)
        if not centre.domains.exists():
            self.stdout.write("Nobody can use it yet: the center has no e-mail domain.")


def of_oidc(centre: Centre, options: dict[str, Any]) -> SocialApp:
    if not options["client_id"]:
        raise CommandError("--client-id is missing.")
    if not options["oidc"].startswith(("https://", "http://localhost:", "http://127.0.0.1:")):
        raise CommandError(f"{options['oidc']} does not begin with https://.")
    return SocialApp(
        provider=OIDC,
        provider_id=f"{centre.slug}-oidc",
        name=centre.name[:40],
        client_id=options["client_id"],
        secret=sys.stdin.readline().strip(),
        settings={"server_url": options["oidc"], "oauth_pkce_enabled": True},
    )


def of_saml(centre: Centre, options: dict[str, Any]) -> SocialApp:
    """From the school’s metadata: read once, so that no page ever waits for it."""
    path = Path(options["saml"])
    if path.stat().st_size > LARGEST:
        raise CommandError(f"{path} is larger than 1 MB.")
    idp = OneLogin_Saml2_IdPMetadataParser.parse(path.read_bytes()).get("idp", {})
    try:
        known = {
            "entity_id": idp["entityId"],
            "sso_url": idp["singleSignOnService"]["url"],
            "x509cert": idp.get("x509cert") or idp["x509certMulti"]["signing"][0],
        }
    except KeyError as missing:
        raise CommandError(f"{path} does not say {missing}.") from None
    return SocialApp(
        provider=SAML,
        provider_id=f"{centre.slug}-saml",
        name=centre.name[:40],
        client_id=centre.slug,
        settings={
            "idp": known,
            "attribute_mapping": {"uid": SUBJECT, "email": [options["email"], *ADDRESSES]},
            "advanced": {"want_assertion_signed": True, "want_name_id": True},
        },
    )


@transaction.atomic
def connect(centre: Centre, app: SocialApp) -> None:
    """People stay who they are: they are known by the name of the connection and their subject."""
    SocialApp.objects.filter(school_sign_in__centre=centre).delete()
    app.save()
    SchoolSignIn.objects.create(centre=centre, app=app)


def told_to_the_school(app: SocialApp) -> list[str]:
    def address(name: str, key: str) -> str:
        return settings.SITE_URL + reverse(name, args=[key])

    if app.provider == OIDC:
        return [f"Redirect URI: {address('openid_connect_callback', app.provider_id)}"]
    return [
        f"Metadata: {address('saml_metadata', app.client_id)}",
        f"Assertion consumer service: {address('saml_acs', app.client_id)}",
    ]
