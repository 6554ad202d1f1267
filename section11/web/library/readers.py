"""For whom a page of the library is shown: everybody, or one kind of organisation. Chosen in the address, `?kind=school`."""

from django.http import HttpRequest

from section11.directory.vocabulary import SECTOR_KIND_WORDS, SectorKind
from section11.standards.rules.content import EditionContent, StatementContent
from section11.standards.vocabulary import Form

NAME = "kind"
EVERYBODY = ""


def kinds_of(content: EditionContent) -> list[tuple[str, str]]:
    """The kinds for which this edition reads differently, with their words, in order of words."""
    named = {kind for statement in content.statement_by_ref.values() for kind in _kinds_named(statement)}
    return sorted(((kind.value, words) for kind, words in SECTOR_KIND_WORDS.items() if kind.value in named), key=lambda one: one[1])


def _kinds_named(statement: StatementContent) -> set[str]:
    parts = (statement.source.get(part, {}) for part in ("guidance_for", "looks_like_for", "evidence_examples_for"))
    return {kind for part in parts for kind in part} | {*statement.not_for, *statement.only_for}


def kind_asked(request: HttpRequest, content: EditionContent) -> str:
    """The kind that the address names; everybody where it names none that this edition knows."""
    asked = request.GET.get(NAME, EVERYBODY)
    return asked if asked in dict(kinds_of(content)) else EVERYBODY


def query_for(kind: str) -> str:
    """What to add to an address so that the next page is for the same reader."""
    return f"?{NAME}={kind}" if kind else ""


def words_for(kind: str) -> str:
    """The kind in words; empty for everybody."""
    return SECTOR_KIND_WORDS[SectorKind(kind)] if kind else ""


def is_for(statement: StatementContent, kind: str) -> bool:
    """Whether this reader is asked it at all; everybody sees every statement."""
    return not kind or statement.is_asked(Form.FULL, kind)


def counted(content: EditionContent, form: str, kind: str) -> int:
    """How many statements a form asks of this reader; for everybody, how many it has."""
    if kind:
        return len(content.asked(form, kind))
    return sum(1 for s in content.statement_by_ref.values() if form == Form.FULL or (s.tiny if form == Form.TINY else s.light))


def limits(statement: StatementContent) -> str:
    """For whom alone a statement is, or for whom it is not, in words; empty where all are asked."""
    only = [SECTOR_KIND_WORDS[SectorKind(kind)] for kind in statement.only_for]
    never = [SECTOR_KIND_WORDS[SectorKind(kind)] for kind in statement.not_for]
    if only:
        return f"Asked only of: {', '.join(only)}"
    return f"Not asked of: {', '.join(never)}" if never else ""
