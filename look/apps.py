from django.apps import AppConfig


class LookConfig(AppConfig):
    """The house look: floor beneath all other apps, and knowing none of them."""

    name = "look"
