"""The names behind references."""

from collections.abc import Collection
from uuid import UUID

from section11.directory.models import Person
from section11.lib.refs import key_of, kind_of, ref
from section11.lib.viewer import Viewer

NOT_A_PERSON = "The system"
LEFT = "Somebody whose details were erased"


def names_of_actors(viewer: Viewer, actors: Collection[str]) -> dict[str, str]:
    """Who these actors are, by reference: give those of events that the viewer sees. Those erased since are said to be."""
    keys = {key for actor in actors if kind_of(actor) == "person" and (key := _uuid(key_of(actor)))}
    people = Person.objects.filter(public_id__in=keys).values_list("public_id", "name")
    found = {ref("person", public_id): name for public_id, name in people}
    if viewer.person_ref in found:
        found[viewer.person_ref] = f"{viewer.name} (you)"
    return {actor: found.get(actor, LEFT) if kind_of(actor) == "person" else NOT_A_PERSON for actor in actors}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
