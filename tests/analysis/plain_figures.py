"""The figures file computed a second time, from the words of the published description, straight from a cycle file.

Slow, plain and written apart from the product: the two must agree on every file.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from tests.factories.cycle_files import BANDS

Document = dict[str, Any]


def plain_figures(file: Document, basis: str) -> Document:
    """What `section11 figures` prints for this cycle file on this basis."""
    levels = {level["key"]: level for level in file["edition"]["scale"]["levels"]}
    standards = [(s["ref"], s["title"], s["statements"]) for s in file["edition"]["standards"]]
    if file["cycle"].get("local_statements"):
        standards.append(("L", "Local statements", file["cycle"]["local_statements"]))
    statements = {one["ref"]: one for _, _, inside in standards for one in inside}
    kinds = {sector["key"]: sector["kind"] for sector in file["partnership"].get("sectors", [])}
    approached = [i for i in file["invitations"] if i.get("state", "invited") == "invited"]
    rated = {id(i): ratings(i, statements, kinds, basis) for i in approached if i.get("submissions")}
    answered = [i for i in approached if id(i) in rated]

    def pooled(invitations: Iterable[Document], refs: Iterable[str]) -> list[str]:
        wanted = set(refs)
        return [level for i in invitations if id(i) in rated for ref, level in rated[id(i)].items() if ref in wanted]

    every = list(statements)
    listed = [sector["key"] for sector in file["partnership"].get("sectors", [])]
    used = list(dict.fromkeys(i["organisation"]["sector"] for i in file["invitations"]))
    in_order = [*listed, *(key for key in used if key not in listed)]
    returns = [a_return(i, rated[id(i)], statements, levels, bands_of(file)) for i in answered]
    organisations: dict[str, list[bool]] = {}
    for i in approached:
        organisations.setdefault(i["organisation"]["slug"], []).append(id(i) in rated)
    by_form: dict[str, int] = {}
    for i in answered:
        by_form[i["form"]] = by_form.get(i["form"], 0) + 1
    rate = Fraction(len(answered), len(approached)) if approached and not file["cycle"].get("rolling") else None
    return {
        "format": "section11/figures/1",
        "partnership": file["partnership"]["slug"],
        "cycle": file["cycle"]["slug"],
        "edition": f"{file['edition']['tool']}/{file['edition']['edition']}",
        "basis": basis,
        "approached": len(approached),
        "responded": len(answered),
        "response_rate": number(rate),
        "organisations": {
            "approached": len(organisations),
            "responded": sum(any(units) for units in organisations.values()),
            "complete": sum(all(units) for units in organisations.values()),
        },
        "by_form": by_form,
        "by_sector": [
            {
                "sector": key,
                "approached": sum(i["organisation"]["sector"] == key for i in approached),
                "responded": sum(i["organisation"]["sector"] == key for i in answered),
                "met_share": number(met(pooled((i for i in answered if i["organisation"]["sector"] == key), every), levels)),
            }
            for key in in_order
            if any(i["organisation"]["sector"] == key for i in approached)
        ],
        "bands": [{"key": band["key"], "count": sum(r["band"] == band["key"] for r in returns)} for band in bands_of(file)],
        "levels": counts(pooled(answered, every), levels),
        "standards": [
            {"ref": ref, "title": title, **shares(pooled(answered, [one["ref"] for one in inside]), levels)}
            for ref, title, inside in standards
        ],
        "statements": [{"ref": ref, "key": one["key"], **shares(pooled(answered, [ref]), levels)} for ref, one in statements.items()],
        "returns": returns,
        "not_returned": [
            {"organisation": i["organisation"]["slug"], "unit": unit(i), "sector": i["organisation"]["sector"]}
            for i in approached
            if id(i) not in rated
        ],
        "follow_up": [
            {"organisation": r["organisation"], "unit": r["unit"]}
            for r in returns
            if any(band["key"] == r["band"] and band.get("follow_up") for band in bands_of(file))
        ],
    }


def bands_of(file: Document) -> list[Document]:
    bands: list[Document] = file["cycle"].get("bands", BANDS)
    return bands


def unit(invitation: Document) -> str | None:
    return invitation["unit"]["slug"] if invitation.get("unit") else None


def number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def ratings(invitation: Document, statements: Document, kinds: dict[str, str], basis: str) -> dict[str, str]:
    """The level of every asked statement of the last submission; empty: unanswered."""
    kind = kinds.get(invitation["organisation"]["sector"], invitation["organisation"]["sector"])
    answers = {ref: a for ref, a in invitation["submissions"][-1].get("answers", {}).items() if ref != "extra"}
    found = {}
    for ref, one in statements.items():
        is_for = kind not in one.get("not_for", []) and (not one.get("only_for") or kind in one["only_for"])
        asked = {"full": True, "light": one.get("light", False), "review": ref in answers}[invitation["form"]]
        if is_for and asked:
            answer = answers.get(ref, {"level": ""})
            found[ref] = (basis == "agreed" and answer.get("agreed_level")) or answer["level"]
    return found


def counts(given: list[str], levels: Document) -> dict[str, int]:
    return {**{key: given.count(key) for key in levels}, "unanswered": given.count("")}


def met(given: list[str], levels: Document) -> Fraction | None:
    classes = [levels[key]["class"] for key in given if key]
    applicable = [one for one in classes if one != "not_applicable"]
    return Fraction(applicable.count("met"), len(applicable)) if applicable else None


def points(given: list[str], levels: Document) -> Fraction | None:
    scale = [level for level in levels.values() if level["class"] != "not_applicable"]
    if not scale or any(level.get("points") is None for level in scale):
        return None
    applicable = [levels[key] for key in given if key and levels[key]["class"] != "not_applicable"]
    most = max(Fraction(str(level["points"])) for level in scale) * len(applicable)
    return sum((Fraction(str(level["points"])) for level in applicable), Fraction(0)) / most if most else None


def shares(given: list[str], levels: Document) -> Document:
    return {"levels": counts(given, levels), "met_share": number(met(given, levels)), "points_share": number(points(given, levels))}


def a_return(invitation: Document, rated: dict[str, str], statements: Document, levels: Document, bands: list[Document]) -> Document:
    given = list(rated.values())
    share = met(given, levels)
    reached = [band for band in bands if share is not None and share * 100 >= Fraction(str(band["at_least"]))]
    actions = invitation["submissions"][-1].get("actions", [])
    done = {
        a["statement"] for a in actions if a.get("statement") and a.get("what", "").strip() and a.get("who", "").strip() and a.get("due")
    }
    return {
        "organisation": invitation["organisation"]["slug"],
        "unit": unit(invitation),
        "sector": invitation["organisation"]["sector"],
        "form": invitation["form"],
        "met_share": number(share),
        "points_share": number(points(given, levels)),
        "band": max(reached, key=lambda band: band["at_least"])["key"] if reached else None,
        "must_meet_missed": [
            ref
            for ref, key in rated.items()
            if statements[ref].get("must_meet") and (not key or levels[key]["class"] not in ("met", "not_applicable"))
        ],
        "without_action": [ref for ref, key in rated.items() if key and levels[key].get("needs_action") and ref not in done],
    }
