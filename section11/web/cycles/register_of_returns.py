"""The register of returns: who was invited, how far they are, who answered and when."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.register import register_of_returns as register_of
from section11.cycles.vocabulary import GROUP_WORDS, CycleState, Group
from section11.directory.vocabulary import Role
from section11.lib.clock import now, today
from section11.returns.queries.round_of import rounds_of_invitations
from section11.standards.vocabulary import FORM_WORDS
from section11.web.cycles.register_address import KEPT, filter_of
from section11.web.request import PageRequest

ALWAYS_SHOWN = (Group.RETURNED, Group.WAITING, Group.OVERDUE, Group.NOT_OPENED, Group.IN_PROGRESS)


def register_of_returns(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership; officers choose rows and act on them."""
    chosen = filter_of(request)
    register = register_of(request.viewer, cycle, chosen, page=request.GET.get("page", "1"), at=now())
    is_officer = request.viewer.has(Role.OFFICER)
    context = {
        "register": register,
        "chosen": chosen,
        "kept": [(name, request.GET[name]) for name in KEPT if request.GET.get(name)],
        "groups": [(group, GROUP_WORDS[group], n) for group, n in register.counts.items() if is_shown(group, n)],
        "group_words": GROUP_WORDS,
        "form_words": {form.value: words for form, words in FORM_WORDS.items()},
        "rounds": rounds_of_invitations(request.viewer, [row.invitation_id for row in register.page.rows]),
        "is_officer": is_officer,
        "may_chase": is_officer and register.state is CycleState.OPEN,
        "may_withdraw": is_officer and register.state is not CycleState.CLOSED,
        "today": today(),
    }
    return render(request, "cycles/register_of_returns.html", context)


def is_shown(group: Group, count: int) -> bool:
    """The main groups always, the others when there are any; `submitted` is told by the returns that are in."""
    return group in ALWAYS_SHOWN or (count > 0 and group is not Group.SUBMITTED)
