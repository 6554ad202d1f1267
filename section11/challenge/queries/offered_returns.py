"""The returns that could be given a time at a panel, those with something to ask first."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from section11.challenge.models import Challenge, Panel, PanelSlot, SamplePick
from section11.challenge.queries.panel_view import PanelHead
from section11.challenge.vocabulary import ChallengeState, PanelState
from section11.cycles.models import Invitation
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import InvitationState
from section11.lib.words import plural


@dataclass(frozen=True, slots=True)
class OfferedReturn:
    """A submitted return without a time at the panel."""

    invitation_id: int
    who: str
    open_challenges: int
    is_sampled: bool
    at_another: bool  # has a time at another panel that is planned

    @property
    def words(self) -> str:
        """Whose it is, and why it may be wanted or not."""
        told = [plural(self.open_challenges, "open challenge")] if self.open_challenges else []
        told += ["drawn for the sample"] if self.is_sampled else []
        told += ["at another panel already"] if self.at_another else []
        return f"{self.who} ({', '.join(told)})" if told else self.who


def offered_returns(head: PanelHead) -> list[OfferedReturn]:
    """For a panel whose head the caller was given: first those with open challenges or drawn for the sample, then by name."""
    raised = Challenge.objects.filter(invitation=OuterRef("pk")).exclude(state=ChallengeState.CLOSED).order_by()
    here = PanelSlot.objects.filter(invitation=OuterRef("pk"))
    rows = (
        Invitation.objects.filter(
            Q(cycle__in=Panel.objects.filter(pk=head.panel_id).values("cycle")), state=InvitationState.INVITED, submissions__gt=0
        )
        .exclude(Exists(here.filter(panel=head.panel_id)))
        .annotate(
            raised=Coalesce(Subquery(raised.values("invitation").annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0),
            sampled=Exists(SamplePick.objects.filter(invitation=OuterRef("pk"))),
            elsewhere=Exists(here.filter(panel__state=PanelState.PLANNED)),
        )
        .values_list("pk", F("participation__name"), F("unit__name"), "raised", "sampled", "elsewhere")
    )
    found = [OfferedReturn(pk, who_words(name, unit), *rest) for pk, name, unit, *rest in rows]
    return sorted(found, key=lambda one: (-one.open_challenges, not one.is_sampled, one.who.casefold(), one.invitation_id))
