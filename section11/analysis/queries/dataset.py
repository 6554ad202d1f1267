"""Fills the dataset of a cycle: six statements at most, whatever the number of returns."""

from collections.abc import Sequence
from fractions import Fraction

from section11.analysis.dataset import Approached, BandInfo, Basis, Dataset, Flagged, LevelInfo, SectorInfo, StandardInfo, StatementInfo
from section11.challenge.queries.rating_counts import RatingCounts, count_ratings
from section11.cycles.queries.cycle_records import CycleRecord, cycle_record
from section11.lib.viewer import Viewer
from section11.returns.queries.approached import ApproachedUnit, approached_units
from section11.standards.queries.edition_content import edition_contents
from section11.standards.rules.content import EditionContent
from section11.standards.vocabulary import LOCAL_STANDARD, Audience

EACH = (Audience.CHILDREN, Audience.ADULTS)


def cycle_dataset(viewer: Viewer, cycle_slug: str, basis: Basis = Basis.SELF, audience: Audience | None = None) -> Dataset:
    """The dataset of a cycle of the viewer's partnership, to everybody with a role there; `Absent` when there is none.

    With an `audience`, children or adults, only the statements for them, or for both, count.
    """
    cycle = cycle_record(viewer, cycle_slug)
    units = approached_units(viewer, cycle.id)
    only = refs_for(_contents(cycle)[1], audience)
    return dataset_of(cycle, units, count_ratings(viewer, cycle.id, agreed=basis is Basis.AGREED, only=only), basis, audience)


def refs_for(contents: Sequence[EditionContent], audience: Audience | None) -> frozenset[str] | None:
    """The refs of the statements for an audience, a partnership's own ones among them; None = all."""
    if audience is None:
        return None
    asked = (s for content in contents for standard in content.standards for s in standard.statements)
    return frozenset(s.ref for s in asked if s.audience in (audience, Audience.BOTH) or s.standard_ref == LOCAL_STANDARD)


def dataset_of(
    cycle: CycleRecord, units: list[ApproachedUnit], counted: RatingCounts, basis: Basis, audience: Audience | None = None
) -> Dataset:
    """The dataset of a cycle from what was read of it; the caller was let see all of that."""
    main, contents = _contents(cycle)
    only = refs_for(contents, audience)
    either = [refs_for(contents, one) for one in EACH]
    return Dataset(
        partnership=cycle.partnership_slug,
        partnership_name=cycle.partnership_name,
        cycle=cycle.slug,
        cycle_title=cycle.title,
        edition=main.reference,
        basis=basis,
        rolling=cycle.rolling,
        levels=[LevelInfo(level.key, level.label, level.level_class.value, level.points, level.needs_action) for level in main.levels],
        standards=[
            StandardInfo(s.ref, s.title)
            for content in contents
            for s in content.standards
            if only is None or any(one.ref in only for one in s.statements)
        ],
        statements=[
            StatementInfo(s.ref, s.key, s.text, standard.ref)
            for content in contents
            for standard in content.standards
            for s in standard.statements
            if only is None or s.ref in only
        ],
        bands=[BandInfo(b.key, b.label, Fraction(b.at_least) / 100, b.follow_up) for b in cycle.bands],
        sectors=[SectorInfo(key, label) for key, label in _sectors(units)],
        approached=[
            Approached(
                invitation_id=u.invitation_id,
                organisation=u.organisation_slug,
                organisation_name=u.organisation_name,
                unit=u.unit_slug,
                unit_name=u.unit_name,
                sector=u.sector_key,
                form=u.form,
                reference=u.reference or "",
            )
            for u in units
        ],
        by_statement=counted.by_statement,
        by_return=counted.by_return,
        flagged=[Flagged(f.invitation_id, f.statement_ref, f.must_meet_missed, f.without_action) for f in counted.flagged],
        audience=audience.value if audience else "",
        audiences=[one.value for one in EACH] if all(either) and either[0] != either[1] else (),
    )


def _sectors(units: list[ApproachedUnit]) -> list[tuple[str, str]]:
    """Key and label of each sector that was approached, in the partnership's order."""
    found = {(u.sector_order, u.sector_key, u.sector_label) for u in units}
    return [(key, label) for _, key, label in sorted(found)]


def _contents(cycle: CycleRecord) -> tuple[EditionContent, list[EditionContent]]:
    """The edition asked, and it with the local statements after it."""
    wanted = [(cycle.edition_id, cycle.edition_hash)]
    if cycle.local_edition_id is not None:
        wanted.append((cycle.local_edition_id, cycle.local_edition_hash))
    contents = edition_contents(*wanted)
    return contents[0], contents
