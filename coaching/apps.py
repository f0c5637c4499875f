from django.apps import AppConfig


class CoachingConfig(AppConfig):
    name = "coaching"

    def ready(self) -> None:
        from coaching.sharing import leaving  # noqa: F401 – it listens for who left
