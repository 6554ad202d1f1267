"""Cycle files of every shape, for properties that hold of all of them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from section11.standards.rules.content import EditionContent, edition_content
from section11.standards.rules.supplement import supplement_document

KINDS = ("school", "police", "primary-care", "third-sector", "other")
FORMS = ("full", "light", "review")
SUFFIXES = ("", "a", " b", "é", '"', "'", "[0]", "/")
Document = dict[str, Any]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
filled = texts.filter(str.strip)
slugs = st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True)
days = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(str))
moments = st.builds(
    "{}T{:02}:{:02}:{:02}{}{}".format,
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
    st.sampled_from(["", ".5", ".123456"]),
    st.sampled_from(["Z", "+01:00", "-11:30"]),
)
numbers = st.one_of(st.integers(-(2**53), 2**53), st.floats(-1e15, 1e15, allow_nan=False))
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, texts),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(texts, inner, max_size=2)),
    max_leaves=4,
)
extras = st.one_of(st.just({}), st.just({}), st.fixed_dictionaries({"extra": st.dictionaries(texts, anything, min_size=1, max_size=2)}))
kinds = st.lists(st.sampled_from(KINDS), unique=True, max_size=2)


@st.composite
def some(draw: st.DrawFn, /, **parts: st.SearchStrategy[Any]) -> Document:
    """Any of these parts, each there or not, and perhaps an extra."""
    there: Document = {name: draw(part) for name, part in parts.items() if draw(st.booleans())}
    return {**there, **draw(extras)}


@st.composite
def statements(draw: st.DrawFn, ref: str, key: str, levels: list[str]) -> Document:
    """One statement with any of its optional parts."""
    looks = st.dictionaries(st.sampled_from(levels), texts, max_size=2)
    optional = some(
        light=st.booleans(),
        must_meet=st.booleans(),
        audience=st.sampled_from(["children", "adults", "both"]),
        not_for=kinds,
        only_for=kinds,
        guidance=texts,
        guidance_for=st.dictionaries(st.sampled_from(KINDS), texts, max_size=2),
        looks_like=looks,
        looks_like_for=st.dictionaries(st.sampled_from(KINDS), looks, max_size=2),
        evidence_examples=st.lists(filled, max_size=2),
        evidence_examples_for=st.dictionaries(st.sampled_from(KINDS), st.lists(filled, max_size=2), max_size=2),
    )
    return {"ref": ref, "key": key, "text": draw(filled), **draw(optional)}


@st.composite
def editions(draw: st.DrawFn) -> Document:
    """A valid edition on any scale."""
    keys = draw(st.lists(slugs.filter(lambda key: key not in ("extra", "unanswered")), min_size=1, max_size=4, unique=True))
    pointed = draw(st.booleans())
    points = st.one_of(st.integers(0, 9), st.sampled_from([0.5, 1.25]))
    levels = []
    for key in keys:
        level_class = draw(st.sampled_from(["met", "partial", "unmet", "not_applicable"]))
        has_points = pointed and level_class != "not_applicable"
        more = {"points": draw(points)} if has_points else {}
        flags = draw(some(needs_action=st.booleans(), needs_reason=st.booleans()))
        levels.append({"key": key, "label": draw(filled), "class": level_class, **more, **flags})
    prompts = draw(st.lists(slugs.filter(lambda key: key != "extra"), max_size=2, unique=True))
    standards = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        refs = [f"{number}.{n}{draw(st.sampled_from(SUFFIXES))}" for n in range(1, draw(st.integers(1, 3)) + 1)]
        inside = [draw(statements(ref, f"k{number}-{n}", keys)) for n, ref in enumerate(refs)]
        question = draw(some(question=texts))
        standards.append({"ref": str(number), "title": draw(filled), "statements": inside, **question})
    forms = st.lists(st.sampled_from(FORMS), unique=True, max_size=3)
    return {
        "format": "section11/edition/1",
        "tool": draw(slugs.filter(lambda tool: tool != "local")),
        "edition": draw(slugs),
        "title": draw(filled),
        "scale": {"levels": levels} | draw(extras),
        "prompts": [{"key": key, "label": draw(filled), **draw(some(forms=forms))} for key in prompts],
        "standards": standards,
        **draw(some(follows=st.lists(filled, max_size=2))),
    }


@st.composite
def submissions(draw: st.DrawFn, asked: list[str], content: EditionContent, form: str) -> Document:
    """What a unit may have sent."""
    levels = st.sampled_from(list(content.level_by_key))
    pieces = st.builds(
        lambda title, kind, more: {"title": title, "kind": kind, **more},
        filled,
        st.sampled_from(["file", "link", "reference"]),
        some(where=texts),
    )
    answer = some(
        comment=texts,
        reason=texts,
        no_action_reason=texts,
        agreed_level=st.one_of(st.none(), levels),
        evidence=st.lists(pieces, max_size=2),
    )
    rated = [ref for ref in asked if draw(st.booleans())]
    prompts = [prompt.key for prompt in content.prompts]
    sections: Document = {
        ref: {key: draw(texts) for key in prompts if draw(st.booleans())} | draw(extras)
        for ref in content.standard_by_ref
        if draw(st.booleans())
    }
    if form == "review" and draw(st.booleans()):
        sections["review"] = draw(some(changed=texts, improve=texts))
    action = some(
        statement=st.one_of(st.none(), st.sampled_from(list(content.statement_by_ref))),
        what=texts,
        how=texts,
        who=texts,
        due=days,
        rag=st.sampled_from(["", "red", "amber", "green"]),
        progress=texts,
    )
    return {
        "submitted_at": draw(moments),
        "answers": {ref: {"level": draw(levels), **draw(answer)} for ref in rated} | draw(extras),
        "narratives": sections | draw(extras),
        "actions": draw(st.lists(action, max_size=2)),
        **draw(some(submitted_by=texts, signed_by=texts)),
    }


@st.composite
def cycle_files(draw: st.DrawFn) -> Document:
    """A valid cycle file."""
    edition = draw(editions())
    content = edition_content(edition)
    local = [draw(statements(f"L{n + 1}", f"local-{n}", list(content.level_by_key))) for n in range(draw(st.integers(0, 2)))]
    contents = [content, edition_content(supplement_document("x", local))] if local else [content]
    sectors = draw(st.lists(slugs.filter(lambda key: key not in KINDS), max_size=2, unique=True))
    kind_of = {key: draw(st.sampled_from(KINDS)) for key in sectors} | {kind: kind for kind in KINDS}
    invitations = []
    for number in range(draw(st.integers(0, 4))):
        sector, form = draw(st.sampled_from(sorted(kind_of))), draw(st.sampled_from(FORMS))
        asked = [s.ref for one in contents for s in one.asked(form, kind_of[sector])]
        bases = st.lists(st.sampled_from(["section-11", "contract", "choice"]), unique=True, max_size=2)
        unit = {"slug": f"unit-{number}", "name": draw(filled), **draw(extras)} if draw(st.booleans()) else None
        slug = "shared" if unit else f"own-{number}"
        organisation = {"slug": slug, "name": slug, "sector": sector, **draw(some(duty_bases=bases))}
        sent = draw(st.lists(submissions(asked, content, form), max_size=2))
        optional = some(state=st.sampled_from(["invited", "withdrawn", "exempt"]), due=days)
        invitations.append({"organisation": organisation, "unit": unit, "form": form, "submissions": sent, **draw(optional)})
    starts = draw(st.lists(st.one_of(st.integers(0, 100), st.sampled_from([79.6, 33.3333])), max_size=3, unique=True))
    bands = [{"key": f"b{n}", "label": draw(filled), "at_least": s, **draw(some(follow_up=st.booleans()))} for n, s in enumerate(starts)]
    dates = sorted(day for day in (draw(days), draw(days)) if day)
    listed = [{"key": key, "label": draw(filled), "kind": kind_of[key], **draw(extras)} for key in sectors]
    kind = draw(st.sampled_from(["children", "adults", "joint"]))
    return {
        "format": "section11/cycle/1",
        "partnership": {"slug": draw(slugs), "name": draw(filled), "kind": kind, "sectors": listed, **draw(extras)},
        "edition": edition,
        "cycle": {
            "slug": draw(slugs.filter(lambda slug: slug != "new")),
            "title": draw(filled),
            **dict(zip(("opens", "due"), dates, strict=False)),
            "bands": bands,
            **({"local_statements": local} if local else {}),
            **draw(some(rolling=st.booleans())),
        },
        "invitations": invitations,
        **draw(extras),
    }
