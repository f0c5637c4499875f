"""What a password must be: long enough and not a famous one. Nothing about which characters."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
)

SHORTEST = 10


class LongEnough(MinimumLengthValidator):
    def __init__(self, min_length: int = SHORTEST) -> None:
        super().__init__(min_length)

    def get_error_message(self) -> str:
        return f"Password must be {self.min_length} characters or more."


class NotFamous(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Choose a password that is harder to guess. This one is on lists of common ones."
