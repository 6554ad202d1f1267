"""The register of returns: who was invited, how far they are, who answered and when."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.register import register_of_returns as register_of
from section11.cycles.vocabulary import GROUP_WORDS, CycleState, Group
from section11.directory.vocabulary import Role
from section11.lib.clock import now, today
from section11.notices.queries import chased_at
from section11.returns.queries.round_of import rounds_of_invitations
from section11.standards.vocabulary import FORM_WORDS
from section11.web.cycles.register_address import KEPT, filter_of
from section11.web.request import PageRequest

ALWAYS_SHOWN = (Group.RETURNED, Group.WAITING, Group.OVERDUE, Group.NOT_OPENED, Group.IN_PROGRESS)

TOLD_BY_OTHERS = (Group.SUBMITTED, Group.APPROACHED, Group.UNDER_WAY, Group.RECENT, Group.NO_SENIOR)


def register_of_returns(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership; officers choose rows and act on them."""
    chosen = filter_of(request)
    register = register_of(request.viewer, cycle, chosen, page=request.GET.get("page", "1"), at=now())
    is_officer = request.viewer.has(Role.OFFICER)
    shown = [row.invitation_id for row in register.page.rows]
    context = {
        "register": register,
        "chosen": chosen,
        "kept": [(name, request.GET[name]) for name in KEPT if request.GET.get(name)],
        "groups": [(group, GROUP_WORDS[group], n) for group, n in register.counts.items() if is_shown(group, n, chosen.state)],
        "group_words": GROUP_WORDS,
        "form_words": {form.value: words for form, words in FORM_WORDS.items()},
        "rounds": rounds_of_invitations(request.viewer, shown),
        "chased": chased_at(request.viewer, shown) if is_officer else {},
        "is_officer": is_officer,
        "may_chase": is_officer and register.state is CycleState.OPEN,
        "may_withdraw": is_officer and register.state is not CycleState.CLOSED,
        "today": today(),
    }
    return render(request, "cycles/register_of_returns.html", context)


def is_shown(group: Group, count: int, chosen: str) -> bool:
    """The main groups always, the others when there are any; what other groups tell together only where it is chosen."""
    return group in ALWAYS_SHOWN or group.value == chosen or (count > 0 and group not in TOLD_BY_OTHERS)
