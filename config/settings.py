"""Every setting of Second Thoughts. What differs between machines is read from the environment.

Safe by default: with nothing set but SECRET_KEY the app expects HTTPS. `make run` sets PLAIN_HTTP.
"""

from datetime import timedelta
from pathlib import Path

import environ
from django.utils.csp import CSP

from config.databases import database
from config.engines import engine

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
PLAIN_HTTP = env.bool("PLAIN_HTTP", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# How many proxies of ours stand in front: the sign-in limits count the address before them.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin.apps.SimpleAdminConfig",  # its own pages are centres.operators
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.mfa",
    "django_ox",
    "look",
    "post",
    "accounts",
    "centres",
    "offers",
    "coaching",
    "review",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "accounts.headers.PrivateHeadersMiddleware",
    "accounts.methods.NotAllowedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.erased.ErasedMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.guests.KeepGuestMiddleware",
    "accounts.security_log.SecurityLogMiddleware",
    "accounts.sign_in_again.SignInAgainMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.methods.AccountMethodsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {
        # Letters are plain text: nothing is escaped, and a missing value is seen, not swallowed.
        "NAME": "letters",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "letters"],
        "OPTIONS": {"autoescape": False, "string_if_invalid": "[missing: %s]"},
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "st"

DATABASES = {
    "default": database(
        env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/second-thoughts.sqlite3")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The sign-in limits live here, so they must be shared by every process.
CACHES = {
    "default": {
        "BACKEND": "config.cache.Cache",
        "LOCATION": "django_cache",
    }
}

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "coaching:cases"
LOGOUT_REDIRECT_URL = "coaching:landing"
GUEST_SESSION_AGE = timedelta(days=7)

PASSWORD_HASHERS = ["accounts.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LongEnough"},
    {"NAME": "accounts.passwords.NotFamous"},
]
CSRF_FAILURE_VIEW = "accounts.sign_in_again.stale_page"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Besides allauth's own limits: ten e-mails an hour to one address, whoever asks for them.
ACCOUNT_RATE_LIMITS = {
    "confirm_email": "1/10s/key,10/h/key",
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "reset_password": "20/m/ip,5/m/key,10/h/key",
    # Everything of mine: 0.2 s of work as a rule, 2 s and 82 MB with a thousand long letters.
    "export": "1/m/user",
    "join_school": "60/h/ip",
    "join_school_person": "10/h/user",
}
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "request_login_code": "accounts.forms.SignInCodeForm",
    "confirm_login_code": "accounts.forms.ConfirmSignInForm",
    "confirm_email_verification_code": "accounts.forms.ConfirmEmailForm",
    "add_email": "accounts.forms.NewEmailForm",
    "reset_password": "accounts.forms.ForgotPasswordForm",
    "confirm_password_reset_code": "accounts.forms.ConfirmForgotForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reauthenticate": "accounts.forms.ItIsMeForm",
}

# Through a school: known by issuer and subject alone, never by an address (decision 0022).
SOCIALACCOUNT_ADAPTER = "centres.adapter.SchoolAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
# The second step: a code from a phone, and recovery codes. Why no passkeys: decision 0023.
MFA_ADAPTER = "accounts.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Second Thoughts"
MFA_FORMS = {
    "authenticate": "accounts.forms.SecondStepForm",
    "reauthenticate": "accounts.forms.SecondStepAgainForm",
    "activate_totp": "accounts.forms.SetUpPhoneForm",
    "deactivate_totp": "accounts.forms.TurnOffPhoneForm",
    "generate_recovery_codes": "accounts.forms.NewRecoveryCodesForm",
}
# Lets one try the staff side without a phone. Only deploy/demo sets it; behind HTTPS it is off.
SHOW_DEMO_CODES = PLAIN_HTTP and env.bool("SHOW_DEMO_CODES", default=False)

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(timedelta(days=14).total_seconds())
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Where people reach this site: the links in e-mail start with it.
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
# Mail: to the console, unless the environment names a server (smtp://user:password@host:587?tls=True).
MAIL_URL = env.str("EMAIL_URL", default="consolemail://")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Second Thoughts <no-reply@localhost>")
# Where people write when a page does not work for them; empty leaves the address out.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
_mail = environ.Env.email_url_config(MAIL_URL)
_is_smtp = _mail["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
MAILERS = {
    # Whatever sends mail writes it down; a worker carries it. No page waits for a mail server.
    "default": {"BACKEND": "post.backend.Outbox"},
    "carrier": {
        "BACKEND": _mail["EMAIL_BACKEND"],
        "OPTIONS": {
            "host": _mail["EMAIL_HOST"],
            "port": _mail["EMAIL_PORT"] or 25,
            "username": _mail["EMAIL_HOST_USER"] or "",
            "password": _mail["EMAIL_HOST_PASSWORD"] or "",
            "use_tls": bool(_mail.get("EMAIL_USE_TLS")),
            "use_ssl": bool(_mail.get("EMAIL_USE_SSL")),
            "timeout": 10,  # seconds, well under post.deliver.HOLD
        }
        if _is_smtp
        else {},
    },
}

# Work that no page waits for. Our code knows django.tasks only; a broker’s address chooses Celery.
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="")
TASKS = {"default": engine(CELERY_BROKER_URL)}
SILENCED_SYSTEM_CHECKS = [
    "django_tasks_celery.W001",  # nobody asks Celery what a task gave back,
    "django_tasks_celery.W002",  # so it need not keep it
]

# Words, numbers, dates
LANGUAGE_CODE = "en-us"
USE_I18N = False  # one language, so nothing is looked up in a catalogue
USE_TZ = True
TIME_ZONE = "UTC"
# The zone a new case begins with, until the person says where they are.
FIRST_TIME_ZONE = env.str("FIRST_TIME_ZONE", default="America/New_York")

# Static files: hashed names, compressed once, cached for ever.
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Logs carry ids, never values: nobody reads there what was typed into the address bar.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"nothing_typed": {"()": "config.logs.NothingTyped"}},
    "formatters": {"timed": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "timed": {"class": "logging.StreamHandler", "formatter": "timed"},
        "bare": {"class": "logging.StreamHandler"},
    },
    "loggers": {
        "django.request": {"filters": ["nothing_typed"]},
        "django.security.csrf": {"filters": ["nothing_typed"]},
        # A clock that ticks is no news; and in `make run` a code to sign in is printed there.
        "django.tasks": {"level": "WARNING"},
        # With a handler of its own: its worker leaves the level alone then.
        "django_ox": {"level": "WARNING", "handlers": ["timed"]},
        # Lines of JSON, each once: waitress gives the root a handler of its own.
        "security": {"level": "INFO", "handlers": ["bare"], "propagate": False},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # it has none so grave
    },
}

# What a browser may do with our pages: nothing but show them.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not PLAIN_HTTP:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"

# Every answer is text. The largest honest page is well under this.
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
# One page takes one file, the list of students (review/uploads.py). Everywhere else a file is
# refused before a byte of it is kept.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["config.uploads.NoFiles"]
