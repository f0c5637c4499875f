"""The cache that the sign-in limits live in says so when the database does not answer.

Django's own returns False, as for a key that is there already. The limits read that as "too often",
and a person would be told to wait five minutes for nothing.
"""

from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import router, transaction


class Cache(DatabaseCache):
    def _base_set(self, *args: Any, **kwargs: Any) -> bool:
        """Begin to write outside of what Django swallows: OperationalError comes through."""
        with transaction.atomic(using=router.db_for_write(self.cache_model_class)):
            return super()._base_set(*args, **kwargs)  # type: ignore[misc]
