"""The figures file: what `section11 figures` prints. Its shape is public: docs/formats."""

from typing import Any

from section11.analysis.figures.compute import Figures, Levels

FORMAT = "section11/figures/1"


def figures_file(figures: Figures) -> dict[str, Any]:
    """All figures as a plain object. Shares are floats in 0..1, null where nothing was counted."""
    data, rate = figures.dataset, figures.response_rate
    return {
        "format": FORMAT,
        "partnership": data.partnership,
        "cycle": data.cycle,
        "edition": data.edition,
        "basis": data.basis.value,
        **({"audience": data.audience} if data.audience else {}),
        "approached": figures.units.denominator,
        "responded": figures.units.numerator,
        "response_rate": rate.as_float if rate else None,
        "organisations": {
            "approached": figures.organisations.denominator,
            "responded": figures.organisations.numerator,
            "complete": figures.complete.numerator,
        },
        "by_form": dict(figures.by_form),
        "by_sector": [
            {
                "sector": s.sector.key,
                "approached": s.response.denominator,
                "responded": s.response.numerator,
                "met_share": s.levels.met.as_float,
            }
            for s in figures.sectors
        ],
        "bands": [{"key": band.key, "count": count} for band, count in figures.bands],
        "levels": _levels(figures.levels),
        "standards": [{"ref": s.standard.ref, "title": s.standard.title, **_rated(s.levels)} for s in figures.standards],
        "statements": [{"ref": s.statement.ref, "key": s.statement.key, **_rated(s.levels)} for s in figures.statements],
        "returns": [
            {
                "organisation": r.row.organisation,
                "unit": r.row.unit or None,
                "sector": r.row.sector,
                "form": r.row.form,
                "met_share": r.levels.met.as_float,
                "points_share": r.levels.points.as_float if r.levels.points else None,
                "band": r.band.key if r.band else None,
                "must_meet_missed": list(r.must_meet_missed),
                "without_action": list(r.without_action),
            }
            for r in figures.returns
        ],
        "not_returned": [{"organisation": r.organisation, "unit": r.unit or None, "sector": r.sector} for r in figures.not_returned],
        "follow_up": [{"organisation": r.row.organisation, "unit": r.row.unit or None} for r in figures.follow_up],
    }


def _levels(levels: Levels) -> dict[str, int]:
    return {**levels.counts, "unanswered": levels.unanswered}


def _rated(levels: Levels) -> dict[str, Any]:
    return {
        "levels": _levels(levels),
        "met_share": levels.met.as_float,
        "points_share": levels.points.as_float if levels.points else None,
    }
