"""Makes the demo's three past audits, the same files every time: `python demo/make_figure_sets.py [FOLDER]`.

Their figures are those that three published audits printed; the organisations are invented.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from itertools import cycle, product
from pathlib import Path
from typing import Any

from figure_set_words import BY_WHOM, CHANGED, IMPROVE, JOINT_STANDARDS, KINDS_OF_BODY, SAID, STEMS

from section11.lib.clock import LONDON
from section11.lib.words import slug
from section11.standards.rules.content import EditionContent, edition_content
from section11.transfer.demo.chance import chance, pick
from section11.transfer.edition_file.read_file import read_edition_file

HERE = Path(__file__).resolve().parent
MODERN = edition_content(read_edition_file((HERE.parent / "library" / "section-11" / "section-11-2026.yaml").read_bytes()))
Part = dict[str, Any]
WEAK_TOPICS = ("8.4", "4.3", "8.2", "4.1")  # impact of training, voice in new services, access to training, the right to be safe


def names(sector: str) -> Iterator[str]:
    """As many names as are wanted, none twice in a sector."""
    return (f"{stem} {body}" for body, stem in product(KINDS_OF_BODY[sector], STEMS))


def sent_on(first: date, days: int, *words: str) -> str:
    """A working hour on one of so many days."""
    day = first + timedelta(days=int(chance(*words) * days))
    minutes = int(chance("minute", *words) * 480)
    return datetime(day.year, day.month, day.day, 9 + minutes // 60, minutes % 60, tzinfo=LONDON).isoformat()


def invitation(name: str, sector: str, duties: Iterable[str], form: str = "full", **parts: Any) -> Part:
    """An organisation that was asked."""
    organisation = {"slug": slug(name), "name": name, "sector": sector, "duty_bases": list(duties)}
    return {"organisation": organisation, "form": form, **parts}


def submission(name: str, sector: str, at: str, levels: dict[str, str], **parts: Any) -> Part:
    """What an organisation sent: a level for each statement, with what it says where one is not met."""
    by, signed = BY_WHOM.get(sector, BY_WHOM[""])
    answers, actions = {}, []
    for ref, level in levels.items():
        said, what, how = SAID.get(ref, SAID[""])
        answers[ref] = {"level": level}
        if level == "na":
            answers[ref]["reason"] = "Nothing in our work is of this kind."
        elif level not in ("met", "fully"):
            answers[ref]["comment"] = said
            due = (datetime.fromisoformat(at).date() + timedelta(days=60 + int(chance("due", name, ref) * 120))).isoformat()
            actions.append({"statement": ref, "what": what, "how": how, "who": by, "due": due, "rag": pick(("amber", "green"), name, ref)})
    return {"submitted_at": at, "submitted_by": by, "signed_by": signed, "answers": answers, "actions": actions, **parts}


def rated(content: EditionContent, form: str, kind: str, level_of: Callable[[str], str]) -> dict[str, str]:
    """A level for everything that a form asks of a sector kind."""
    return {s.ref: level_of(s.ref) for s in content.asked(form, kind)}


def document(partnership: Part, edition: Part, told: Part, invitations: list[Part]) -> Part:
    """A cycle file."""
    return {"format": "section11/cycle/1", "partnership": partnership, "edition": edition, "cycle": told, "invitations": invitations}


def harbourside() -> Part:
    """366 returns of a rolling cycle of two years; all statutory and commissioned bodies fully meet the standards."""
    sectors = {"statutory": ("statutory", 14), "commissioned": ("commissioned", 158), "third-sector": ("third-sector", 82)}
    sectors |= {"early-years": ("early-years", 95), "schools": ("school", 17)}
    labels = {"statutory": "Statutory services", "commissioned": "Commissioned services", "third-sector": "Third sector"}
    labels |= {"early-years": "Early years providers", "schools": "Schools"}
    duties = {
        "statutory": ["section-11"],
        "commissioned": ["contract"],
        "third-sector": ["choice"],
        "early-years": ["childcare-act-2006-s40"],
        "schools": ["relevant-agency"],
    }
    share = {"8.4": 0.6, "4.3": 0.5, "8.2": 0.4, "4.1": 0.35}  # of the third sector does not meet this
    invitations = []
    for sector, (kind, count) in sectors.items():
        for number, name in zip(range(count), names(sector), strict=False):
            slips = {"early-years": number % 12 == 5, "schools": number % 6 == 2}.get(sector, False)
            slip = pick(("8.3", "5.2", "9.2", "13.1"), name)

            def level_of(ref: str, name: str = name, sector: str = sector, slip: str = slip if slips else "") -> str:
                if ref in ("12.2", "12.3") and sector in ("third-sector", "early-years") and chance("hires", name) < 0.6:
                    return "na"
                if sector == "third-sector" and chance(ref, name) < share.get(ref, 0):
                    return pick(("partial", "partial", "unmet"), "how far", ref, name)
                return "partial" if ref == slip else "met"

            at = sent_on(date(2024, 4, 2), 720, name)
            invitations.append(
                invitation(name, sector, duties[sector], submissions=[submission(name, sector, at, rated(MODERN, "full", kind, level_of))])
            )
    told = {
        "slug": "2024-2026",
        "title": "Organisational safeguarding assessment",
        "opens": "2024-04-01",
        "due": "2026-03-31",
        "rolling": True,
    }
    listed = [{"key": key, "label": labels[key], "kind": kind} for key, (kind, _) in sectors.items()]
    partnership = {"slug": "harbourside", "name": "Harbourside Safeguarding Children Partnership", "kind": "children", "sectors": listed}
    return document(partnership, {"ref": MODERN.reference}, told, sorted(invitations, key=lambda i: i["organisation"]["slug"]))


OFTEN_WEAK = ("4.2", "6.2", "7.2", "8.2", "14.4", "13.1", "11.3", "9.1", "4.1", "5.1", "12.1", "8.3", "5.2", "9.2", "8.4", "4.3")


def fenwick_vale() -> Part:
    """61 approached, 43 answered, 29 of these in primary care; 40 at 80% or more, 2 between, 1 below 60%."""
    asked = {
        "primary-care": (29, 40),
        "health": (3, 3),
        "council": (1, 1),
        "police": (1, 1),
        "commissioned": (5, 8),
        "third-sector": (4, 8),
    }
    duties = {"primary-care": ["contract", "guidance"], "commissioned": ["contract"], "third-sector": ["choice"]}
    misses = cycle((0, 2, 3, 1, 4, 2, 5, 0, 3, 1, 2, 4))  # statements not met, of those that answered
    invitations = []
    for sector, (answered, approached) in asked.items():
        form = "light" if sector == "primary-care" else "full"
        for number, name in zip(range(approached), names(sector), strict=False):
            parts: Part = {"unit": {"slug": "childrens-services", "name": "Children's services"}} if sector == "council" else {}
            if number < answered:
                special = {
                    ("third-sector", 0): (27, 0),
                    ("third-sector", 1): (11, 10),
                    ("primary-care", 7): (8, 0),
                    ("primary-care", 11): (5, 1),
                }
                missed, skipped = special.get((sector, number), (next(misses), 0))
                at = sent_on(date(2025, 9, 8), 70, name)
                parts["submissions"] = [_from_the_vale(name, sector, form, at, missed, skipped)]
            invitations.append(invitation(name, sector, duties.get(sector, ["section-11"]), form, **parts))
    for name, state in (("Zealbury Minor Injuries Unit", "exempt"), ("Umberstow Pharmacy by the Bridge", "withdrawn")):
        invitations.append(invitation(name, "primary-care", ["contract"], "light", state=state))
    told = {"slug": "2025", "title": "Section 11 audit 2025", "opens": "2025-09-01", "due": "2025-11-28"}
    listed = [{"key": "primary-care", "label": "GPs, dentists and pharmacies", "kind": "primary-care"}]
    partnership = {"slug": "fenwick-vale", "name": "Fenwick Vale Safeguarding Children Partnership", "kind": "children", "sectors": listed}
    return document(partnership, {"ref": MODERN.reference}, told, invitations)


def _from_the_vale(name: str, sector: str, form: str, at: str, missed: int, skipped: int) -> Part:
    """A return with so many statements not met and so many not applicable; the panel agreed other levels on some."""
    refs = [s.ref for s in MODERN.asked(form, sector)]
    order = sorted(refs, key=lambda ref: (OFTEN_WEAK.index(ref) if ref in OFTEN_WEAK else 99) + 14 * chance(ref, name))
    weak = order[:missed]
    absent = [ref for ref in reversed(refs) if ref not in weak][:skipped]
    levels = {
        ref: "na" if ref in absent else pick(("partial", "partial", "unmet"), "how far", ref, name) if ref in weak else "met"
        for ref in refs
    }
    sent = submission(name, sector, at, levels)
    if missed in (1, 2, 3) and chance("panel", name) < 0.4:
        sent["answers"][weak[0]]["agreed_level"] = "met"
    elif missed < 3 and chance("panel", name) > 0.8:
        sent["answers"]["10.2"]["agreed_level"] = "partial"
    if missed > 20:
        sent["actions"] = sent["actions"][:18]
    return sent


def marsh_and_moor() -> Part:
    """21 returns of a joint children's and adults' audit: 16 in the review form, 5 in full; nothing is not in place."""
    levels = [
        ("fully", "Fully in place", "met"),
        ("developing", "In place, with areas for development", "partial"),
        ("not", "Not in place", "unmet"),
    ]
    standards = [
        {
            "ref": str(number),
            "title": title,
            "statements": [
                {"ref": f"{number}.{n}", "key": slug(text, 60), "text": text, "audience": audience}
                for n, (text, audience) in enumerate(inside, 1)
            ],
        }
        for number, (title, inside) in enumerate(JOINT_STANDARDS.items(), 1)
    ]
    scale = [
        {"key": key, "label": label, "class": meaning, **({} if meaning == "met" else {"needs_action": True})}
        for key, label, meaning in levels
    ]
    edition = {
        "format": "section11/edition/1",
        "tool": "joint-standards",
        "edition": "2024",
        "title": "Joint standards for children and adults",
        "scale": {"levels": scale},
        "standards": standards,
    }
    content = edition_content(edition)
    asked = {"council": 3, "health": 6, "police": 1, "probation": 1, "third-sector": 5, "commissioned": 3, "housing": 2}
    developing = {"2.3": 0.5, "3.2": 0.55, "3.3": 0.4, "5.4": 0.35, "6.1": 0.45}
    invitations = []
    who = [(sector, name) for sector, count in asked.items() for _, name in zip(range(count), names(sector), strict=False)]
    for number, (sector, name) in enumerate(who):
        form = "full" if number % 4 == 1 and number < 20 else "review"
        given = rated(content, form, "other", partial(_of_the_moor, name, developing))
        said = {"review": {"changed": pick(CHANGED, name), "improve": pick(IMPROVE, name)}} if form == "review" else {}
        sent = submission(name, sector, sent_on(date(2024, 5, 7), 50, name), given, narratives=said)
        invitations.append(
            invitation(name, sector, ["section-11", "care-act-2014"] if number < 11 else ["choice"], form, submissions=[sent])
        )
    told = {"slug": "2024", "title": "Joint safeguarding audit 2024", "opens": "2024-05-01", "due": "2024-06-28"}
    listed = [{"key": "housing", "label": "Housing", "kind": "other"}]
    partnership = {"slug": "marsh-and-moor", "name": "Marsh and Moor Joint Safeguarding Partnership", "kind": "joint", "sectors": listed}
    return document(partnership, edition, told, invitations)


def _of_the_moor(name: str, developing: Mapping[str, float], ref: str) -> str:
    """How far a statement is in place; nothing is not in place."""
    return "developing" if chance(ref, name) < developing.get(ref, 0.02) else "fully"


SETS = {"harbourside": harbourside, "fenwick-vale": fenwick_vale, "marsh-and-moor": marsh_and_moor}


def text_of(name: str) -> str:
    """A set as the text of its file: one line an invitation."""
    made = SETS[name]()
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in made.pop("invitations"))
    head = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return f'{head[:-1]},"invitations":[\n{lines}\n]}}\n'


if __name__ == "__main__":
    to = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for wanted in SETS:
        (to / f"{wanted}.json").write_text(text_of(wanted), encoding="utf-8")
