"""One standard of an edition of the library, with all its guidance for one kind of reader."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.standards.queries.library import library_edition as find
from section11.web.library.readers import is_for, kind_asked, kinds_of, limits, query_for, words_for
from section11.web.library.shelves import EXAMPLE, about_tool


@require_safe
def library_standard(request: HttpRequest, tool: str, edition: str, standard_ref: str) -> HttpResponse:
    """Open to all."""
    found = find(tool, edition)
    content = found.content
    standard = content.standard_by_ref.get(standard_ref)
    if standard is None:
        raise Http404
    kind = kind_asked(request, content)
    refs = list(content.standard_by_ref)
    place = refs.index(standard_ref)
    told = {
        "found": found,
        "content": content,
        "about": about_tool(tool),
        "example": EXAMPLE,
        "standard": standard,
        "place": place + 1,
        "statements": [(s, s.wording(kind), limits(s)) for s in standard.statements if is_for(s, kind)],
        "audiences": {s.audience for s in content.statement_by_ref.values()},
        "before": content.standards[place - 1] if place else None,
        "after": content.standards[place + 1] if place + 1 < len(refs) else None,
        "kind": kind,
        "kinds": kinds_of(content),
        "kind_words": words_for(kind),
        "query": query_for(kind),
    }
    return render(request, "library/library_standard.html", told)
