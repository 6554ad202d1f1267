from django.test import Client

from section11.cycles.models import Cycle
from section11.directory.vocabulary import Role
from tests.factories.cycles import make_invitation
from tests.factories.directory import make_membership, make_person
from tests.web.cycles.pages import AUDIT, read

PATH = f"{AUDIT}/set-up/emails/preview"


def test_with_nobody_invited_an_invented_person_reads_it(client: Client, draft: Cycle) -> None:
    text = read(client, PATH)
    assert "Nobody is invited yet" in text
    assert "Dear Sam Example" in text
    assert "Section 11 audit 2027: an invitation to Oak Surgery" in text
    assert "{" not in text


def test_else_the_first_who_is_invited(client: Client, draft: Cycle) -> None:
    make_invitation(draft)
    invitation = make_invitation(draft)
    make_membership(make_person("Ann {due} Lead", email="ann@example.org"), Role.RETURN_LEAD, of=invitation.unit)
    text = read(client, PATH)
    assert "To Ann {due} Lead, ann@example.org" in text
    assert f"an invitation to {invitation.participation.name}" in text
    assert "Please send your return by: 31 March 2027, end of day" in text
    assert "business.unit@example.org" in text
