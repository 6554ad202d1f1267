"""One edition of the library: what it is for, its scale and forms, and all its standards and statements on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.standards.queries.library import library_edition as find
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.web.library.readers import counted, is_for, kind_asked, kinds_of, query_for, words_for
from section11.web.library.shelves import EXAMPLE, about_tool


@require_safe
def library_edition(request: HttpRequest, tool: str, edition: str) -> HttpResponse:
    """Open to all."""
    found = find(tool, edition)
    content = found.content
    kind = kind_asked(request, content)
    shown = [(standard, [s for s in standard.statements if is_for(s, kind)]) for standard in content.standards]
    told = {
        "found": found,
        "content": content,
        "about": about_tool(tool),
        "example": EXAMPLE,
        "standards": [(standard, statements) for standard, statements in shown if statements],
        "counts": [(words, counted(content, form, kind)) for form, words in FORM_WORDS.items() if form != Form.REVIEW],
        "audiences": {s.audience for s in content.statement_by_ref.values()},
        "kind": kind,
        "kinds": kinds_of(content),
        "kind_words": words_for(kind),
        "query": query_for(kind),
    }
    return render(request, "library/library_edition.html", told)
