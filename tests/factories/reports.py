"""Copies of returns, of any size, with any text; figures of a small cycle."""

from datetime import date
from fractions import Fraction
from typing import Any

from section11.analysis.dataset import (
    Approached,
    BandInfo,
    Basis,
    Dataset,
    Flagged,
    LevelInfo,
    SectorInfo,
    StandardInfo,
    StatementInfo,
)
from section11.analysis.figures.compute import Figures, compute
from section11.reports.content.return_copy import CopyAction, CopyEvidence, CopyNarrative, CopyStandard, CopyStatement, ReturnCopy
from section11.standards.vocabulary import LevelClass

LEVELS = ("Met", "Partially met", "Not met", "Not applicable")
CLASSES = (LevelClass.MET, LevelClass.PARTIAL, LevelClass.UNMET, LevelClass.NOT_APPLICABLE)


def make_copy(*, count: int = 2, statements: int = 2, text: str = "We train everybody each year.", **fields: Any) -> ReturnCopy:
    """A submitted return of that many standards with that many statements each; every text in it is `text`."""
    given: dict[str, Any] = {
        "organisation": "Oak Surgery",
        "unit": "",
        "partnership": "Riverside Partnership",
        "cycle": "Section 11 audit 2027",
        "form": "Full",
        "sector": "GP practices",
        "state": "Submission 1 of 5 October 2026",
        "levels": LEVELS,
        "standards": tuple(_standard(number, statements, text) for number in range(1, count + 1)),
        "made": "6 October 2026 at 09:00",
        "reference": "AB12-CD34",
        "submitted_by": "Ann Lead",
        "signed_by": "Sam Senior, Practice manager",
        "actions": (CopyAction("1.2", text, text, "Deputy head", date(2027, 1, 31), "Amber: at risk", text, True),),
    }
    return ReturnCopy(**{**given, **fields})


def _standard(number: int, statements: int, text: str) -> CopyStandard:
    return CopyStandard(
        ref=str(number),
        title=f"Standard number {number}",
        question="How does leadership know that this works?",
        statements=tuple(_statement(number, n, text) for n in range(1, statements + 1)),
        narratives=(CopyNarrative("How do you meet this standard?", text), CopyNarrative("What changed for children?", "")),
    )


def _statement(standard: int, number: int, text: str) -> CopyStatement:
    level = number % len(LEVELS)
    return CopyStatement(
        ref=f"{standard}.{number}",
        text=f"A named senior person leads on safeguarding, number {number}.",
        level=LEVELS[level],
        level_class=CLASSES[level],
        comment=text,
        reason=text,
        no_action_reason=text,
        evidence=(
            CopyEvidence(text[:200], "Link", "https://policies.example/handbook"),
            CopyEvidence("Staff handbook", "Reference", "Office"),
        ),
    )


def make_figures(*, rolling: bool = False, name: str = "Oak Surgery") -> Figures:
    """Figures of three units approached, two answered, on two standards with one statement each; a sector without any."""
    row = {"organisation": "oak", "organisation_name": name, "unit": "", "unit_name": "", "sector": "gp", "form": "full"}
    return compute(
        Dataset(
            partnership="riverside",
            partnership_name="Riverside Partnership",
            cycle="2027",
            cycle_title="Section 11 audit 2027",
            edition="small-tool/2026.1",
            basis=Basis.SELF,
            rolling=rolling,
            levels=[
                LevelInfo("met", "Met", "met", 2, False),
                LevelInfo("partial", "Partially met", "partial", 1, True),
                LevelInfo("na", "Not applicable", "not_applicable", None, False),
            ],
            standards=[StandardInfo("1", "Leadership"), StandardInfo("2", "Training")],
            statements=[StatementInfo("1.1", "lead", "A senior person leads.", "1"), StatementInfo("2.1", "train", "Staff train.", "2")],
            bands=[BandInfo("fully", "Fully met", Fraction(1), False), BandInfo("support", "Support needed", Fraction(0), True)],
            sectors=[SectorInfo("gp", "GP practices"), SectorInfo("trusts", "=Trusts")],
            approached=[
                Approached(invitation_id=1, reference="AB12", **row),
                Approached(invitation_id=2, reference="CD34", **{**row, "unit": "branch", "unit_name": "Branch"}),
                Approached(
                    invitation_id=3, reference="", **{**row, "organisation": "elm", "organisation_name": "Elm Trust", "sector": "trusts"}
                ),
            ],
            by_statement={("1.1", "gp", "met"): 2, ("2.1", "gp", "partial"): 1, ("2.1", "gp", ""): 1},
            by_return={(1, "met"): 1, (1, "partial"): 1, (2, "met"): 1, (2, ""): 1},
            flagged=[Flagged(1, "2.1", True, True)],
        )
    )
