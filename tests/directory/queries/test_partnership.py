import pytest

from section11.directory.queries.partnership import partnership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import make_partnership, make_viewer

pytestmark = pytest.mark.django_db


def test_ones_own() -> None:
    make_partnership("Ash")
    made = make_partnership("Riverside", own_sentence="We ask.")
    seen = partnership(make_viewer(Role.SCRUTINEER, of=made))
    assert (seen.name, seen.slug, seen.kind, seen.own_sentence, seen.takes_files) == ("Riverside", "riverside", "children", "We ask.", True)


def test_an_organisation_stands_in_none() -> None:
    with pytest.raises(Absent):
        partnership(make_viewer(Role.RETURN_LEAD))
