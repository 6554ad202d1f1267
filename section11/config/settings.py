"""Settings, all from the environment; each variable is explained in docs/operating.md."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from section11.config.secrets import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SECTION11_DATA", "var")).resolve()
DATA.mkdir(parents=True, exist_ok=True)
DEMO = os.environ.get("SECTION11_DEMO", "") == "1"

PUBLIC_URL = os.environ.get("SECTION11_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip("/")
_public = urlsplit(PUBLIC_URL)
SECURE = _public.scheme == "https"
ALLOWED_HOSTS = sorted({_public.hostname or "127.0.0.1", "127.0.0.1", "localhost"})
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if SECURE else []

SECRET_KEY = kept_secret(DATA, "secret_key")
ACTIVITY_KEY = kept_secret(DATA, "activity_key")
DEBUG = False
ROOT_URLCONF = "section11.config.urls"
WSGI_APPLICATION = "section11.config.wsgi.application"
AUTH_USER_MODEL = "directory.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_tasks",
    "django_tasks_db",
    "section11.activity",
    "section11.directory",
    "section11.standards",
    "section11.evidence",
    "section11.cycles",
    "section11.plans",
    "section11.returns",
    "section11.challenge",
    "section11.transfer",
    "section11.notices",
    "section11.jobs",
    "section11.web",
    "section11.cli",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads at random, so that lengths tell nothing of form tokens
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "section11.web.middleware.AccessMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "section11.web.jinja.environment",
            "context_processors": ["section11.web.context.page_context"],
        },
    },
    {  # allauth's own system checks ask for one; nothing of ours is rendered with it
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

# 3.7.0-3.51.2 carry SQLite's WAL-reset bug (but for 3.44.6 and 3.50.7): there the rollback journal is used.
_sqlite_wal_safe = sqlite3.sqlite_version_info > (3, 51, 2) or sqlite3.sqlite_version_info in ((3, 44, 6), (3, 50, 7))
DATABASES = {"default": dj_database_url.config(env="DATABASE_URL", default=f"sqlite:///{DATA / 'section11.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={'WAL' if _sqlite_wal_safe else 'DELETE'}; PRAGMA synchronous=FULL;",
    }

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "section11_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # beyond it the cache drops rate limits that still count
    }
}
SESSION_COOKIE_AGE = int(os.environ.get("SECTION11_SESSION_HOURS", "12")) * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "section11.web.account.csrf_failure.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = False  # the proxy in front does it: docs/operating.md
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "section11.web.account.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_RATE_LIMITS = {"request_login_code": "30/m/ip,3/m/key,12/h/key", "register_organisation": "5/m/ip,30/d/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("SECTION11_PROXIES", "1" if SECURE else "0"))  # whose X-Forwarded-For is believed
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/start"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "web" / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # ours only, not those of libraries
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files", "base_url": None}},
    "staticfiles": {"BACKEND": "section11.web.static_storage.HashedStaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

DEFAULT_FROM_EMAIL = os.environ.get("SECTION11_EMAIL_FROM", "section11@localhost")
if os.environ.get("SECTION11_SMTP_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = os.environ["SECTION11_SMTP_HOST"]
    EMAIL_PORT = int(os.environ.get("SECTION11_SMTP_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("SECTION11_SMTP_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("SECTION11_SMTP_PASSWORD", "")
    EMAIL_USE_TLS = os.environ.get("SECTION11_SMTP_TLS", "1") == "1"
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "outbox"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("SECTION11_LOG_LEVEL", "WARNING")},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
