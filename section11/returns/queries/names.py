"""What people call the things that events speak of."""

from collections.abc import Collection, Mapping

from django.db.models import Q

from section11.cycles.models import Cycle, Invitation
from section11.cycles.rules.standing import who_words
from section11.lib.refs import key_of, kind_of, ref
from section11.lib.viewer import Viewer
from section11.plans.models import ActionShare
from section11.plans.queries.own_plan import own_actions
from section11.returns.models import ReturnInvitation, Submission

LONGEST = 80  # characters of an action


def names_of_subjects(viewer: Viewer, subjects: Collection[str]) -> dict[str, str]:
    """The names of the cycles, invitations, returns, submissions and actions among these that the viewer's place has a part in.

    To a partnership a return is its organisation, to an organisation it is the audit it answers.
    """
    kinds = ("cycle", "invitation", "return", "submission", "action")
    wanted = {kind: {int(key_of(one)) for one in subjects if kind_of(one) == kind} for kind in kinds}
    names: dict[str, str] = {}
    if wanted["cycle"] and viewer.partnership_id is not None:
        cycles = Cycle.objects.filter(pk__in=wanted["cycle"], partnership=viewer.partnership_id)
        names |= {ref("cycle", key): title for key, title in cycles.values_list("pk", "title")}
    if wanted["invitation"] | wanted["return"] | wanted["submission"]:
        names |= _names_of_returns(viewer, wanted)
    if wanted["action"]:
        names |= _names_of_actions(viewer, wanted["action"])
    return names


def _names_of_actions(viewer: Viewer, wanted: Collection[int]) -> dict[str, str]:
    """To a partnership that follows it, an action is its organisation's; to its own unit, what it says."""
    if viewer.partnership_id is None:
        said = own_actions(viewer).filter(pk__in=wanted).values_list("pk", "what")
        return {ref("action", key): f"{what[:LONGEST]}…" if len(what) > LONGEST else what for key, what in said}
    shares = ActionShare.objects.filter(action__in=wanted, invitation__cycle__partnership=viewer.partnership_id)
    rows = shares.values_list("action_id", "invitation__participation__name", "invitation__unit__name")
    return {ref("action", key): who_words(organisation, unit) for key, organisation, unit in rows}


def _names_of_returns(viewer: Viewer, wanted: Mapping[str, Collection[int]]) -> dict[str, str]:
    mine = (
        Q(cycle__partnership=viewer.partnership_id)
        if viewer.partnership_id is not None
        else Q(unit__organisation=viewer.organisation_id, invited_at__isnull=False)
    )
    answered = ReturnInvitation.objects.filter(unit_return__in=wanted["return"]).values_list("invitation_id", "unit_return_id")
    received = Submission.objects.filter(pk__in=wanted["submission"]).values_list("invitation_id", "pk")
    pairs = [(key, ref("return", one)) for key, one in answered] + [(key, ref("submission", one)) for key, one in received]
    pairs += [(key, ref("invitation", key)) for key in wanted["invitation"]]
    found = Invitation.objects.filter(mine, pk__in={key for key, _ in pairs}).select_related("cycle__partnership", "participation", "unit")
    called = {
        one.pk: (
            who_words(one.participation.name, one.unit.name)
            if viewer.partnership_id is not None
            else f"{one.cycle.title}, {one.cycle.partnership.name}"
        )
        for one in found
    }
    return {reference: called[key] for key, reference in pairs if key in called}
