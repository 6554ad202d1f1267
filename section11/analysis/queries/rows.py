"""Finds the returns behind a number of a cycle's figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from section11.analysis.dataset import Approached, BandInfo, Basis, LevelInfo
from section11.analysis.figures.rows import FigureRow, Wanted, is_counted
from section11.analysis.figures.shares import band_of, met_share
from section11.analysis.queries.dataset import refs_for
from section11.challenge.queries.both_ratings import BothRatings, both_ratings
from section11.challenge.queries.rating_counts import AnswerFilter, RatingCounts, count_and_find
from section11.cycles.queries.cycle_records import cycle_record
from section11.lib.viewer import Viewer
from section11.lib.words import natural
from section11.returns.queries.approached import approached_units
from section11.standards.queries.edition_content import edition_contents
from section11.standards.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The rows behind a number, and the words to say what they are."""

    cycle_slug: str
    cycle_title: str
    rows: Sequence[FigureRow]
    sector_labels: Mapping[str, str]
    level_labels: Mapping[str, str]
    band_labels: Mapping[str, str]
    statement_texts: Mapping[str, str]
    standard_titles: Mapping[str, str]


def figure_rows(viewer: Viewer, cycle_slug: str, wanted: Wanted, basis: Basis, audience: Audience | None = None) -> FoundRows:
    """The returns that a number of a cycle's figures counts, to everybody with a role in the viewer's partnership."""
    cycle = cycle_record(viewer, cycle_slug)
    agreed = basis is Basis.AGREED
    editions = [(cycle.edition_id, cycle.edition_hash)]
    if cycle.local_edition_id is not None:
        editions.append((cycle.local_edition_id, cycle.local_edition_hash))
    contents = edition_contents(*editions)
    levels = [LevelInfo(one.key, one.label, one.level_class.value, one.points, one.needs_action) for one in contents[0].levels]
    bands = [BandInfo(b.key, b.label, Fraction(b.at_least) / 100, b.follow_up) for b in cycle.bands]
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    in_standard = {s.ref for content in contents for one in content.standards if one.ref == wanted.standard for s in one.statements}
    searched = wanted.needs_answers and not wanted.flag and not wanted.statement and (not wanted.standard or in_standard)
    for_whom = AnswerFilter(frozenset(in_standard), tuple(_keys(wanted, levels))) if searched else AnswerFilter()
    counted, answers = count_and_find(viewer, cycle.id, for_whom, agreed=agreed, only=refs_for(contents, audience))
    for (invitation_id, key), number in counted.by_return.items():
        counts[invitation_id][key] = number
    units = approached_units(viewer, cycle.id)
    both = both_ratings(viewer, cycle.id, wanted.statement) if wanted.statement else {}
    found = _found(wanted, levels, counted, answers, both, agreed=agreed)
    labels = {level.key: level.label for level in levels}
    rows = []
    for u in units:
        met = met_share(counts[u.invitation_id], levels)
        approached = Approached(
            invitation_id=u.invitation_id,
            organisation=u.organisation_slug,
            organisation_name=u.organisation_name,
            unit=u.unit_slug,
            unit_name=u.unit_name,
            sector=u.sector_key,
            form=u.form,
            reference=u.reference or "",
        )
        band = band_of(met, bands) if u.reference else None
        statements = sorted(found.get(u.invitation_id, ()), key=natural)
        sides = both.get(u.invitation_id)
        row = FigureRow(approached, u.sector_label, met, band, statements, *(_labels(sides, labels) if sides else ()))
        if is_counted(row, wanted, found):
            rows.append(row)
    return FoundRows(
        cycle_slug=cycle.slug,
        cycle_title=cycle.title,
        rows=sorted(rows, key=lambda r: (r.row.organisation_name.casefold(), r.row.unit_name)),
        sector_labels={u.sector_key: u.sector_label for u in units},
        level_labels=labels,
        band_labels={band.key: band.label for band in bands},
        statement_texts={s.ref: s.text for content in contents for standard in content.standards for s in standard.statements},
        standard_titles={standard.ref: standard.title for content in contents for standard in content.standards},
    )


def _labels(sides: BothRatings, labels: Mapping[str, str]) -> tuple[str, str, bool]:
    """Self-rating and agreed level in words, and whether the agreed one has lapsed."""
    return labels.get(sides.own, "Not answered"), labels.get(sides.agreed, ""), bool(sides.agreed) and sides.is_lapsed


def _found(
    wanted: Wanted,
    levels: Sequence[LevelInfo],
    counted: RatingCounts,
    answers: Sequence[tuple[int, str]],
    both: Mapping[int, BothRatings],
    *,
    agreed: bool,
) -> dict[int, list[str]]:
    """Statement refs by invitation, where single answers or flags decide."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    if wanted.flag in ("must-meet", "no-action"):
        for flag in counted.flagged:
            if flag.must_meet_missed if wanted.flag == "must-meet" else flag.without_action:
                found[flag.invitation_id].append(flag.statement_ref)
    elif wanted.statement:
        keys = _keys(wanted, levels)
        return {pk: [wanted.statement] for pk, sides in both.items() if sides.counted(agreed=agreed) in keys}
    else:
        for invitation_id, ref in answers:
            found[invitation_id].append(ref)
    return dict(found)


def _keys(wanted: Wanted, levels: Sequence[LevelInfo]) -> list[str]:
    """The keys of the levels that are wanted; empty for what was not answered."""
    if wanted.level:
        return ["" if wanted.level == "-" else wanted.level]
    if wanted.level_class == "applicable":
        return [level.key for level in levels if level.level_class != "not_applicable"]
    if wanted.level_class:
        return [level.key for level in levels if level.level_class == wanted.level_class]
    return ["", *(level.key for level in levels)]
