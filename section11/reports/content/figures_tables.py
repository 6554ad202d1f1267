"""All figures of a cycle as tables. Pure: says what `analysis` has computed, and how it is to be read."""

from collections.abc import Iterable, Mapping, Sequence

from section11.analysis.dataset import Approached, Basis, SectorInfo
from section11.analysis.figures.compute import Figures, Levels, ReturnFigures, StandardFigures, StatementFigures
from section11.analysis.figures.shares import Share
from section11.reports.content.table import Column, Kind, Table, Value, facts_table

MET_SHARE = "Met share = statements rated in a met level ÷ statements applicable and answered, pooled over all ratings."
BASIS_WORDS = {Basis.SELF: "Self-ratings", Basis.AGREED: "Agreed levels where there are any, self-ratings elsewhere"}
FORM_ORDER = ("full", "light", "tiny", "review")


def figures_tables(figures: Figures, *, made: str) -> tuple[Table, ...]:
    """Every figure, one table a sheet: what they are of, response, bands, standards, statements, returns."""
    return (
        _about(figures, made),
        _response(figures),
        _sectors(figures),
        _bands(figures),
        _standards(figures),
        _statements(figures),
        _by_sector(figures, "Standards by sector", [(s.standard.ref, s.standard.title, s) for s in figures.standards]),
        _by_sector(figures, "Statements by sector", [(s.statement.ref, s.statement.text, s) for s in figures.statements]),
        _extremes(figures, "Strengths", "highest", figures.strengths),
        _extremes(figures, "Development areas", "lowest", figures.development_areas),
        _returns(figures, "Returns", "Every return that came in", figures.returns),
        _returns(figures, "Follow-up", "Returns in a band that asks for follow-up", figures.follow_up),
        _not_returned(figures),
    )


def _about(figures: Figures, made: str) -> Table:
    data = figures.dataset
    facts = (
        ("Partnership", data.partnership_name),
        ("Audit", data.cycle_title),
        ("Edition", data.edition),
        ("Ratings counted", BASIS_WORDS[data.basis]),
        *([("Statements counted", f"Those for {data.audience}, and those for both")] if data.audience else []),
        ("Made", made),
        ("Met share", MET_SHARE),
        ("Not applicable", "Leaves the denominator. Unanswered statements count as neither met nor unmet, and are shown apart."),
        ("Points share", "Points ÷ the most points possible, over applicable answered statements. Empty where the scale has no points."),
    )
    return facts_table(f"Figures of {data.cycle_title}", facts)


def _response(figures: Figures) -> Table:
    rolling = figures.dataset.rolling
    counted: list[tuple[str, Share]] = [
        ("Units that answered", figures.units),
        ("Organisations with at least one unit that answered", figures.organisations),
        ("Organisations of which every unit answered", figures.complete),
    ]
    if rolling:
        rows: list[list[Value]] = [[name, int(share.numerator), None, None] for name, share in counted]
    else:
        rows = [[name, int(share.numerator), int(share.denominator), share.value] for name, share in counted]
    rows += [[f"Returns on the {form} form", figures.by_form[form], None, None] for form in FORM_ORDER if form in figures.by_form]
    note = "A rolling audit: nobody was approached, so there is no response rate." if rolling else "Without withdrawn and exempt units."
    columns = (Column("What", width=52), Column("Number", Kind.NUMBER), Column("Of", Kind.NUMBER), Column("Share", Kind.SHARE))
    return Table("Response", "Response", columns, rows, note=note)


def _level_columns(figures: Figures) -> list[Column]:
    labels = [Column(level.label, Kind.NUMBER) for level in figures.dataset.levels]
    return [*labels, Column("Not answered", Kind.NUMBER), Column("Met share", Kind.SHARE), Column("Points share", Kind.SHARE)]


def _level_values(levels: Levels) -> list[Value]:
    return [*levels.counts.values(), levels.unanswered, levels.met.value, levels.points.value if levels.points else None]


def _sectors(figures: Figures) -> Table:
    rolling = figures.dataset.rolling
    columns = [
        Column("Sector", width=32),
        Column("Units approached", Kind.NUMBER),
        Column("Units that answered", Kind.NUMBER),
        Column("Response", Kind.SHARE),
        *_level_columns(figures),
    ]
    rows = [
        [
            one.sector.label,
            None if rolling else int(one.response.denominator),
            int(one.response.numerator),
            None if rolling else one.response.value,
            *_level_values(one.levels),
        ]
        for one in figures.sectors
    ]
    return Table("Sectors", "Response and ratings by sector", columns, rows, note=MET_SHARE)


def _bands(figures: Figures) -> Table:
    columns = (Column("Band", width=30), Column("Met share from", Kind.SHARE), Column("Returns", Kind.NUMBER), Column("Asks for follow-up"))
    rows = [(band.label, band.at_least, count, "Yes" if band.follow_up else "") for band, count in figures.bands]
    return Table("Bands", "Returns by band", columns, rows, note="Bands are decided on exact shares: 79.6% is not 80%.")


def _standards(figures: Figures) -> Table:
    columns = (Column("Standard", width=10), Column("Title", width=46), *_level_columns(figures))
    rows = [[one.standard.ref, one.standard.title, *_level_values(one.levels)] for one in figures.standards]
    return Table("Standards", "Ratings by standard", columns, rows, keys=2, note=MET_SHARE)


def _statements(figures: Figures) -> Table:
    columns = (Column("Statement", width=10), Column("What it asks", width=70), *_level_columns(figures))
    rows = [[one.statement.ref, one.statement.text, *_level_values(one.levels)] for one in figures.statements]
    return Table("Statements", "Ratings by statement", columns, rows, keys=2, note=MET_SHARE)


def _by_sector(figures: Figures, name: str, parts: Iterable[tuple[str, str, StandardFigures | StatementFigures]]) -> Table:
    sectors: Sequence[SectorInfo] = [one.sector for one in figures.sectors if any(one.levels.counts.values()) or one.levels.unanswered]
    names = [*(sector.label for sector in sectors), "All sectors"]
    columns = (Column("Ref", width=10), Column("What", width=60), *(Column(one, Kind.SHARE) for one in names))
    rows = [
        [ref, text, *(one.by_sector[s.key].met.value if s.key in one.by_sector else None for s in sectors), one.levels.met.value]
        for ref, text, one in parts
    ]
    return Table(name, f"Met share: {name.lower()}", columns, rows, keys=2, note=MET_SHARE)


def _extremes(figures: Figures, name: str, which: str, found: Iterable[StatementFigures]) -> Table:
    columns = (
        Column("Statement", width=10),
        Column("What it asks", width=70),
        Column("Met", Kind.NUMBER),
        Column("Applicable and answered", Kind.NUMBER),
        Column("Met share", Kind.SHARE),
    )
    rows = [[s.statement.ref, s.statement.text, *_parts(s.levels.met), s.levels.met.value] for s in found]
    note = f"The five statements with the {which} met share, of those with at least five answers."
    return Table(name, name, columns, rows, keys=2, note=note)


def _parts(share: Share) -> tuple[int, int]:
    return int(share.numerator), int(share.denominator)


def _returns(figures: Figures, name: str, title: str, found: Iterable[ReturnFigures]) -> Table:
    columns = [
        *WHO,
        Column("Reference"),
        *_level_columns(figures),
        Column("Band", width=20),
        Column("Must-meet statements not met", width=28),
        Column("Levels that ask for an action without one", width=28),
    ]
    labels = _sector_labels(figures)
    rows = [
        [
            *_who(one.row, labels),
            one.row.reference,
            *_level_values(one.levels),
            one.band.label if one.band else "",
            ", ".join(one.must_meet_missed),
            ", ".join(one.without_action),
        ]
        for one in found
    ]
    return Table(name, title, columns, rows, keys=2, note=MET_SHARE)


WHO = (Column("Organisation", width=34), Column("Unit", width=24), Column("Sector", width=24), Column("Form", width=10))


def _who(row: Approached, labels: Mapping[str, str]) -> list[Value]:
    return [row.organisation_name, row.unit_name, labels.get(row.sector, row.sector), row.form.capitalize()]


def _sector_labels(figures: Figures) -> dict[str, str]:
    return {sector.key: sector.label for sector in figures.dataset.sectors}


def _not_returned(figures: Figures) -> Table:
    labels = _sector_labels(figures)
    rows = [_who(row, labels) for row in figures.not_returned]
    return Table("Not returned", "Approached, and no return has come in", WHO, rows, keys=2)
