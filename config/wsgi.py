import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from config.charset import only_utf8
from config.head import without_body_for_head

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = without_body_for_head(only_utf8(get_wsgi_application()))

from coaching.letters.pdf import warm  # noqa: E402  (only once the settings are there)

# The first letter of a fresh server is then as quick as the next one.
Thread(target=warm, name="warm the press", daemon=True).start()
