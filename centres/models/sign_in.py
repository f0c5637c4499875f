from __future__ import annotations

from allauth.socialaccount.models import SocialApp
from django.db import models

from .centre import Centre, EmailDomain


class SchoolSignIn(models.Model):
    """A school's own sign-in, by OpenID Connect or SAML. How it is reached stands in `app`."""

    centre = models.OneToOneField(Centre, on_delete=models.CASCADE, related_name="sign_in")
    app = models.OneToOneField(SocialApp, on_delete=models.CASCADE, related_name="school_sign_in")

    def __str__(self) -> str:
        return f"Sign-in of {self.centre}"

    @classmethod
    def for_address(cls, address: str) -> SchoolSignIn | None:
        """The sign-in of the school whose e-mail domain this address has."""
        domain = EmailDomain.objects.filter(domain__iexact=address.rpartition("@")[2])
        return (
            cls.objects.select_related("app", "centre").filter(centre__domains__in=domain).first()
        )

    def owns(self, address: str) -> bool:
        """Whether the address has a domain of this school: no other is believed from it."""
        domain = address.rpartition("@")[2]
        return self.centre.domains.filter(domain__iexact=domain).exists()
