import pytest

from section11.directory.queries.names import LEFT, NOT_A_PERSON, names_of_actors
from section11.lib.viewer import Viewer
from tests.factories.directory import make_person

pytestmark = pytest.mark.django_db


def test_people_by_name_the_viewer_marked_and_what_is_nobody_said() -> None:
    ann, ben = make_person("Ann"), make_person("Ben")
    viewer = Viewer(person_id=ann.pk, person_ref=ann.ref, name=ann.name, partnership_id=1)
    gone = "person:00000000-0000-0000-0000-000000000000"
    assert names_of_actors(viewer, [ann.ref, ben.ref, "system:scheduler", gone, "person:x"]) == {
        ann.ref: "Ann (you)",
        ben.ref: "Ben",
        "system:scheduler": NOT_A_PERSON,
        gone: LEFT,
        "person:x": LEFT,
    }
