import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from section11.lib.refs import ref


class PersonManager(BaseUserManager["Person"]):
    """Persons are made by invitation only, never by signing up."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """Someone who signs in with a code sent to their email address. Has no password."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)  # always lower case
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField()
    bounced_at = models.DateTimeField(null=True, blank=True)  # emails to this address came back

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        """`person:<uuid>`, which stays when the person is erased."""
        return ref("person", self.public_id)
