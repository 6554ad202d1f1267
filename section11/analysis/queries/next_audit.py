"""Whom the last audit had, how each did there, and which form to suggest for the next one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import Figures, ReturnFigures, compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.cycles.queries.earlier_cycles import EarlierAudit, InvitingCycle, inviting_cycle
from section11.cycles.rules.next_form import LastRound, Suggestion, suggested_form
from section11.cycles.rules.standing import who_words
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class NextRow:
    """A unit that the last audit had approached. `met` is the met share with agreed levels, in per cent, for display."""

    invitation_id: int  # of last time
    organisation: str
    unit: str
    sector_key: str
    sector: str
    last_form: str
    reference: str  # of its submission; empty: none
    met: int | None
    band: str
    must_meet_missed: tuple[str, ...]
    suggestion: Suggestion
    invited_as: str  # the form with which it is invited already; empty: not yet

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)


@dataclass(frozen=True, slots=True)
class NextAudit:
    """The audit that invites, the last one that it looks at, and a row for each unit of that one."""

    cycle: InvitingCycle
    last: EarlierAudit | None
    rows: Sequence[NextRow] = field(default=())


@dataclass(frozen=True, slots=True)
class NextFilter:
    """Which rows are looked at; values that mean nothing are left out of account. `waiting`: not invited yet."""

    form: str = ""  # suggested
    sector: str = ""
    answered: str = ""  # yes or no
    search: str = ""
    waiting: bool = True

    def wants(self, row: NextRow) -> bool:
        """Whether a row is among them."""
        name = row.who.casefold()
        return (
            (not self.form or row.suggestion.form == self.form)
            and (not self.sector or row.sector_key == self.sector)
            and (self.answered not in ("yes", "no") or bool(row.reference) == (self.answered == "yes"))
            and all(word in name for word in self.search.casefold().split())
            and not (self.waiting and row.invited_as)
        )


def next_audit(viewer: Viewer, cycle_slug: str, last_slug: str = "") -> NextAudit:
    """For the officers of a cycle: the units of the named earlier one (by default the newest that can be compared), by name."""
    cycle = inviting_cycle(viewer, cycle_slug)
    if last_slug and last_slug not in {one.slug for one in cycle.earlier}:
        raise Absent
    last = next((one for one in cycle.earlier if not last_slug or one.slug == last_slug), None)
    if last is None:
        return NextAudit(cycle, None)
    figures = compute(cycle_dataset(viewer, last.slug, Basis.AGREED))
    rows = _rows(cycle, last, figures)
    return NextAudit(cycle, last, sorted(rows, key=lambda row: (row.organisation.casefold(), row.unit.casefold())))


def _rows(cycle: InvitingCycle, last: EarlierAudit, figures: Figures) -> list[NextRow]:
    answered = {one.row.invitation_id: one for one in figures.returns}
    places = {band.key: n for n, band in enumerate(sorted(figures.dataset.bands, key=lambda band: -band.at_least))}
    labels = {sector.key: sector.label for sector in figures.dataset.sectors}
    rows = []
    for row in figures.dataset.approached:
        told = answered.get(row.invitation_id)
        band = told.band if told else None
        rows.append(
            NextRow(
                invitation_id=row.invitation_id,
                organisation=row.organisation_name,
                unit=row.unit_name,
                sector_key=row.sector,
                sector=labels[row.sector],
                last_form=row.form,
                reference=row.reference,
                met=told.levels.met.percent if told else None,
                band=band.label if band else "",
                must_meet_missed=tuple(told.must_meet_missed) if told else (),
                suggestion=suggested_form(_last_round(row.form, told, places), can_review=last.can_review),
                invited_as=cycle.invited.get((row.organisation, row.unit), ""),
            )
        )
    return rows


def _last_round(form: str, told: ReturnFigures | None, places: dict[str, int]) -> LastRound:
    if told is None:
        return LastRound(form, submitted=False)
    band = told.band
    return LastRound(
        form=form,
        submitted=True,
        band=band.label if band else "",
        band_place=places[band.key] if band else None,
        follow_up=bool(band and band.follow_up),
        must_meet_missed=tuple(told.must_meet_missed),
    )
