"""The returns that were ticked on the list of letters."""

from section11.challenge.queries.letters import LetterRow, chosen_letters
from section11.web.cycles.register_address import numbers
from section11.web.request import PageRequest


def chosen_rows(request: PageRequest, cycle: str) -> list[LetterRow]:
    """Those previewed (`ids`), ticked (`chosen`), or all of the group that was looked at (`all`)."""
    if "ids" in request.POST:
        return chosen_letters(request.viewer, cycle, numbers(request.POST["ids"].split(",")))
    if request.GET.get("all"):
        return chosen_letters(request.viewer, cycle, None, group=request.GET.get("state", ""))
    return chosen_letters(request.viewer, cycle, numbers(request.GET.getlist("chosen")))
