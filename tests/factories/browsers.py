"""Browsers without a screen in which somebody is signed in."""

from django.test import Client

from section11.directory.models import Person
from section11.lib.viewer import Viewer

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def signed_in(who: Person | Viewer) -> Client:
    """A browser in which this person is signed in."""
    person = Person.objects.get(pk=who.person_id) if isinstance(who, Viewer) else who
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client
