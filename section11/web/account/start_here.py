"""Sends a person to the one obvious place after sign-in, or lets them choose."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from section11.directory.queries.scopes import PlaceOfPerson, places_of_person
from section11.web.access import ACCESS
from section11.web.account.local_path import next_path
from section11.web.request import PageRequest

PARTNERSHIP_HOMES = ("today", "executive_summary", "organisations")
ORGANISATION_HOMES = ("your_returns", "organisation_people")


@dataclass(frozen=True, slots=True)
class Door:
    """One place to go to: its name, as what one goes there, and its address."""

    name: str
    about: str
    address: str


def start_here(request: PageRequest) -> HttpResponse:
    """Open to anybody signed in."""
    going_to = next_path(request)
    if going_to:
        return redirect(going_to)
    found = doors(places_of_person(request.viewer))
    if len(found) == 1:
        return redirect(found[0].address)
    if not found:
        return render(request, "account/start_here.html")
    return redirect("choose_place")


def doors(places: list[PlaceOfPerson]) -> list[Door]:
    """A door for each partnership, and one for all organisations whose returns the person answers."""
    found = [Door(one.name, one.role_words, home_of(one, PARTNERSHIP_HOMES)) for one in places if one.kind == "partnership"]
    answering = [one for one in places if one.kind == "organisation"]
    shared = home_of(answering[0], ORGANISATION_HOMES) if answering else ""
    if answering and shared == address_of("your_returns"):
        found.append(Door("Your returns", ", ".join(one.name for one in answering), shared))
    else:
        found += [Door(one.name, one.role_words, home_of(one, ORGANISATION_HOMES)) for one in answering]
    return [door for door in found if door.address]


def home_of(place: PlaceOfPerson, candidates: tuple[str, ...]) -> str:
    """The first of these pages that the person's roles there may open."""
    for route in candidates:
        access = ACCESS.get(route)
        if access is not None and (not access.roles or access.roles.intersection(place.roles)):
            address = address_of(route) or address_of(route, **{place.kind: place.slug})
            if address:
                return address
    return ""


def address_of(route: str, **parts: str) -> str:
    """The address of a route; nothing where there is none with these parts."""
    try:
        return reverse(route, kwargs=parts)
    except NoReverseMatch:
        return ""
