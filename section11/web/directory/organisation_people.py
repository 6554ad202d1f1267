"""The people of an organisation and what each may do."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.directory.queries.people import people_of_organisation
from section11.directory.queries.units import units
from section11.web.request import PageRequest


def organisation_people(request: PageRequest, organisation: str) -> HttpResponse:
    """Open to everybody with a role in the organisation; the return leads of a unit manage its people."""
    people = people_of_organisation(request.viewer)
    own = units(request.viewer)
    context = {
        "groups": [(unit, [row for row in people if row.unit_id == unit.unit_id]) for unit in own],
        "several": len(own) > 1,
        "may_invite": any(unit.led for unit in own),
    }
    return render(request, "directory/organisation_people.html", context)
