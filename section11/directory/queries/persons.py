"""Who may sign in. These ask without a viewer, since nobody has signed in yet."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from section11.directory.models import Membership, Person
from section11.directory.rules import tidy_email
from section11.lib.refs import key_of, ref


def person_who_may_sign_in(email: str) -> Person | None:
    """The active person with a role somewhere now whose address this is; None for everybody else."""
    return _who_may().filter(email=tidy_email(email)).first()


def person_of_ref(person_ref: str) -> Person | None:
    """The same by reference."""
    try:
        public_id = UUID(key_of(person_ref))
    except ValueError:
        return None
    return _who_may().filter(public_id=public_id).first() if person_ref == ref("person", public_id) else None


def refs_of_those_who_may_sign_in(emails: Collection[str]) -> dict[str, str]:
    """The references of the active people with a role somewhere now who have one of these addresses, by address."""
    found = _who_may().filter(email__in=[tidy_email(email) for email in emails])
    return {email: ref("person", public_id) for email, public_id in found.values_list("email", "public_id")}


def _who_may() -> QuerySet[Person]:
    running = Membership.objects.filter(person=OuterRef("pk"), ended_at__isnull=True)
    return Person.objects.filter(Exists(running), is_active=True)
