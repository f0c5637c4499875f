"""One database URL in, Django's connection settings out, hardened for each engine."""

from typing import Any

import environ

# Durability before speed: synchronous=FULL keeps a saved answer through a power cut. IMMEDIATE
# makes a writer queue instead of failing with "database is locked". secure_delete overwrites
# what is erased.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000;"
    ),
}

# A database behind a dropped network answers with an error within seconds, and heals by itself.
POSTGRESQL = {
    "connect_timeout": 3,
    "tcp_user_timeout": 5000,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "options": "-c statement_timeout=5000 -c lock_timeout=3000",
}


def database(url: str) -> dict[str, Any]:
    """Settings for `DATABASES["default"]` from a URL such as sqlite:////srv/st.sqlite3."""
    settings: dict[str, Any] = dict(environ.Env.db_url_config(url))
    settings["CONN_HEALTH_CHECKS"] = True
    # Opening a connection costs more than any query.
    settings["CONN_MAX_AGE"] = None
    if settings["ENGINE"].endswith("sqlite3"):
        settings["ENGINE"] = "config.sqlite3"
        options = SQLITE
    else:
        options = POSTGRESQL
    settings["OPTIONS"] = options | settings.get("OPTIONS", {})
    return settings
