from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    def create_guest(self) -> "User":
        user = self.model()
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        # Lower case throughout, as allauth does: one mailbox can never own two accounts.
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str, **fields: object) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. A guest is a person whose e-mail address we do not know yet."""

    email = models.EmailField(unique=True, null=True, blank=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    objects = UserManager()

    def __str__(self) -> str:
        # Logs and error reports may print a user: an id, never an address.
        return f"guest {self.pk}" if self.is_guest else f"account {self.pk}"

    @property
    def is_guest(self) -> bool:
        return self.email is None
