"""Reads who was asked, in which unit and form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import DutyBasis, SectorKind
from section11.lib.reading import Node, Parts, unique
from section11.lib.words import same_name
from section11.standards.rules.content import EditionContent
from section11.standards.vocabulary import Form
from section11.transfer.cycle_file.content import InvitationPart, OrganisationPart, UnitPart
from section11.transfer.cycle_file.read_submission import Asked, read_submission

LONGEST_NAME = 200


class Asking:
    """What each form asks of each sector kind by the editions of the cycle; empty editions: they could not be read."""

    def __init__(self, contents: Sequence[EditionContent]) -> None:
        self.contents = contents
        self._asked: dict[tuple[str, str], Asked] = {}

    @cached_property
    def _levels(self) -> frozenset[str]:
        return frozenset(self.contents[0].level_by_key)

    def of(self, form: str, kind: str) -> Asked | None:
        """What this form asks of that kind."""
        if not self.contents:
            return None
        if (form, kind) not in self._asked:
            self._asked[form, kind] = Asked(
                form=form,
                levels=self._levels,
                statements={ref: s for content in self.contents for ref, s in content.statement_by_ref.items()},
                asked={s.ref: s for content in self.contents for s in content.asked(form, kind)},
                standards=frozenset(ref for content in self.contents for ref in content.standard_by_ref),
                prompts=frozenset(prompt.key for prompt in self.contents[0].prompts),
            )
        return self._asked[form, kind]


def read_invitations(nodes: list[Node], kind_of_sector: Mapping[str, str], asking: Asking) -> tuple[InvitationPart, ...]:
    """Every invitation, and what they must not contradict each other in."""
    invitations = tuple(_invitation(node, kind_of_sector, asking) for node in nodes)
    if nodes:
        _same_everywhere(invitations, nodes[0])
    return invitations


def _invitation(node: Node, kind_of_sector: Mapping[str, str], asking: Asking) -> InvitationPart:
    parts = node.parts(("organisation", "form"), ("unit", "state", "due", "submissions"))
    organisation = _organisation(parts.node("organisation")) if "organisation" in parts.value else OrganisationPart("", "", "", (), {})
    kind = kind_of_sector.get(organisation.sector_key) or (organisation.sector_key if organisation.sector_key in set(SectorKind) else "")
    if organisation.sector_key and not kind:
        parts.problems.add(f"{node.place}.organisation.sector", "no such sector: give it an entry in partnership.sectors")
    form = parts.one_of("form", Form, Form.FULL)
    sound = kind and form == parts.value.get("form")
    asked = asking.of(form, kind) if sound else None
    submissions = tuple(read_submission(item, asked) for item in parts.items("submissions"))
    rated = len(submissions[-1].brought.content.answers) if submissions and form == Form.REVIEW else None
    return InvitationPart(
        place=node.place,
        organisation=organisation,
        unit=_unit(parts) if parts.has("unit") else None,
        form=form,
        state=parts.one_of("state", InvitationState, InvitationState.INVITED),
        due=parts.day("due"),
        sector_kind=kind,
        asked=rated if rated is not None else len(asked.asked) if asked else 0,
        submissions=tuple(
            # what was agreed on an earlier submission is history: kept with it, and counted nowhere
            replace(
                one, agreed={}, brought=replace(one.brought, part_extras={**one.brought.part_extras, "agreed_levels": dict(one.agreed)})
            )
            if one.agreed and one is not submissions[-1]
            else one
            for one in submissions
        ),
        extra=parts.extra(),
    )


def _organisation(node: Node) -> OrganisationPart:
    parts = node.parts(("slug", "name", "sector"), ("duty_bases",))
    name = parts.text("name", LONGEST_NAME, blank=False)
    if len(same_name(name)) > LONGEST_NAME:
        parts.node("name").wrong(f"is too long: at most {LONGEST_NAME} characters")
    bases = parts.items("duty_bases")
    unique([(item.place, item.value) for item in bases if isinstance(item.value, str)], parts.problems, "duty basis")
    return OrganisationPart(
        slug=parts.slug("slug", 80),
        name=name,
        sector_key=parts.slug("sector", 60),
        duty_bases=tuple(basis for item in bases if (basis := item.one_of(DutyBasis))),
        extra=parts.extra(),
    )


def _unit(parts: Parts) -> UnitPart:
    inside = parts.node("unit").parts(("slug", "name"))
    return UnitPart(inside.slug("slug", 80), inside.text("name", LONGEST_NAME, blank=False), inside.extra())


def _same_everywhere(invitations: tuple[InvitationPart, ...], any_node: Node) -> None:
    """A unit is asked once; an organisation and a unit have one name; two organisations have two."""
    first: dict[tuple[str, str], str] = {}
    names: dict[str, tuple[str, str]] = {}
    slugs: dict[str, tuple[str, str]] = {}
    units: dict[tuple[str, str], tuple[str, str]] = {}
    problems = any_node.problems
    for invitation in invitations:
        organisation, unit = invitation.organisation, invitation.unit
        if not organisation.slug or not organisation.name:
            continue
        key = (organisation.slug, unit.slug if unit else "")
        if (earlier := first.setdefault(key, invitation.place)) != invitation.place:
            problems.add(invitation.place, f"the same unit is already asked at {earlier}")
        name, place = names.setdefault(organisation.slug, (organisation.name, invitation.place))
        if name != organisation.name:
            problems.add(f"{invitation.place}.organisation.name", f"{organisation.slug} is called {name} at {place}")
        slug, place = slugs.setdefault(same_name(organisation.name), (organisation.slug, invitation.place))
        if slug != organisation.slug:
            problems.add(f"{invitation.place}.organisation.name", f"is the name of {slug} at {place}: each organisation needs its own")
        if unit:
            name, place = units.setdefault(key, (unit.name, invitation.place))
            if name != unit.name:
                problems.add(f"{invitation.place}.unit.name", f"{unit.slug} is called {name} at {place}")
