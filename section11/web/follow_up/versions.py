"""The version that a posted page showed."""

from section11.web.request import PageRequest


def posted_version(request: PageRequest) -> int:
    """As a number; 0, which never was, when that was tampered with."""
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0
