"""Takes out of govuk.css, beside this file, what no page of ours uses, and writes the rest in parts to ../static/govuk/.

    .venv/bin/python -m section11.web.styles.prune

Run it after a page begins to use a class of GOV.UK Frontend that none has used yet, and commit what it wrote: a test compares.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

WEB = Path(__file__).parent.parent
WRITTEN = WEB / "static" / "govuk"
USERS = ("templates/**/*.html", "**/*.py", "static/section11/*.js", "static/govuk/*.js")  # whatever may name a class
PARTS = {  # pages load govuk.css, which has every other component, and both of these unless their `styles` block leaves one out
    "forms.css": "character-count checkboxes date-input error-message fieldset file-upload form-group hint input label label-wrapper "
    "pagination radios select textarea",
    "lists.css": "breadcrumbs panel summary-card summary-list table tabs task-list warning-text",
}
PART_OF = {f"govuk-{component}": part for part, components in PARTS.items() for component in components.split()}
WHOLE = ("govuk-checkboxes", "govuk-radios")  # templates/components/choices.html puts their names together
NAME = re.compile(r"govuk-[!\w-]*[\w-]")
CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")


def parts() -> dict[str, str]:
    """The style sheets that pages load, by the names of their files."""
    names = {name for pattern in USERS for path in WEB.glob(pattern) for name in NAME.findall(path.read_text(encoding="utf-8"))}
    names.discard("govuk-")
    kept: defaultdict[str, list[str]] = defaultdict(list)
    for rule in _rules((Path(__file__).parent / "govuk.css").read_text(encoding="utf-8")):
        if rule.startswith(("@media", "@supports")):
            head, _, inner = rule.partition("{")
            inside: defaultdict[str, list[str]] = defaultdict(list)
            for one in _rules(inner[:-1]):
                inside[_part(one)].append(_pruned(one, names))
            for part, found in inside.items():
                if text := "".join(found):
                    kept[part].append(f"{head}{{{text}}}")
        else:
            kept[_part(rule)].append(rule if rule.startswith("@") else _pruned(rule, names))
    return {part: "".join(kept[part]) for part in ("govuk.css", *PARTS)}


def _rules(text: str) -> Iterator[str]:
    """Each rule on the outermost level."""
    depth = start = 0
    for place, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if letter == "}" and depth == 0:
            yield text[start : place + 1]
            start = place + 1


def _classes(selector: str) -> list[str]:
    return [name.replace("\\", "") for name in CLASS.findall(re.sub(r":not\([^)]*\)", "", selector))]


def _part(rule: str) -> str:
    """The file a rule goes to: that of the component it is about, which is the last it names."""
    named = [re.split(r"__|--", name)[0] for name in _classes(rule.partition("{")[0])]
    return next((PART_OF[name] for name in reversed(named) if name in PART_OF), "govuk.css")


def _pruned(rule: str, names: set[str]) -> str:
    """The rule without selectors that ask for a class which is not used; nothing when none is left."""
    selectors, _, body = rule.partition("{")
    stems = (*WHOLE, *(name for name in names if name.endswith("-")))  # `govuk-tag--{{ colour }}`
    kept = [
        selector
        for selector in selectors.split(",")
        if all(not name.startswith("govuk-") or name in names or name.startswith(stems) for name in _classes(selector))
    ]
    return f"{','.join(kept)}{{{body}" if kept else ""


if __name__ == "__main__":
    for name, text in parts().items():
        (WRITTEN / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text):,} bytes")
