"""The pages of the audit after the last one: a review, a return that starts from last time's answers, inviting again."""

from collections.abc import Iterator

from django.urls import reverse

from section11.returns.operations.carry_answers import carry_answers
from section11.returns.operations.save_narrative import save_narrative
from section11.standards.vocabulary import Form
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.returns import AT, Opened, answer_everything, confirm, next_return, open_return, rate, sign_and_submit

Stop = tuple[str, str, Opened, str]  # page, its address, whose, in which state


def last_audit(opened: Opened) -> Opened:
    """A return of an earlier audit on the same standards, with comments and a narrative."""
    before = open_return(cycle=make_cycle(opened.cycle.partnership, edition=opened.cycle.edition, opens="2024-01-08"), form=Form.LIGHT)
    answer_everything(before, comment="As we said then.")
    save_narrative(before.lead, before.return_id, "1", "how", "Our board has a lead.", version=0, at=AT)
    sign_and_submit(before)
    return before


def in_organisation(opened: Opened) -> Iterator[Stop]:
    """A review and a light return that starts from last time's answers, as their lead sees them."""
    before = last_audit(opened)
    review, light = next_return(before, form=Form.REVIEW), next_return(before, form=Form.LIGHT)
    here = {"organisation": before.unit.organisation.slug}
    yield "carry_answers", reverse("carry_answers", kwargs={**here, "return_id": light.return_id}), light, "something to start from"
    carry_answers(light.lead, light.return_id, at=AT)
    for one, state in ((review, "a review"), (light, "started from last time's answers")):
        address = {**here, "return_id": one.return_id}
        for name in ("return_tasks", "check_return", "return_copy", "carry_answers", "your_returns"):
            yield name, reverse(name, kwargs={} if name == "your_returns" else address), one, state
        for name in ("standard", "confirm_answers"):
            yield name, reverse(name, kwargs={**address, "standard_ref": "1"}), one, state
    yield "standard", reverse("standard", kwargs={**here, "return_id": review.return_id, "standard_ref": "review"}), review, "its own texts"


def in_partnership(opened: Opened) -> Iterator[Stop]:
    """Whom the last audit had, and a review that was read, with what changed."""
    before = last_audit(opened)
    make_invitation(before.cycle)
    draft = make_draft(opened.cycle.partnership, edition=opened.cycle.edition, title="Section 11 audit after the last")
    where = {"partnership": opened.cycle.partnership.slug}
    for query in (f"?from={before.cycle.slug}", f"?from={before.cycle.slug}&answered=no", "?search=nobody"):
        yield "invite_again", reverse("invite_again", kwargs={**where, "cycle": draft.slug}) + query, opened, query
    review = next_return(before, form=Form.REVIEW)
    rate(review, "1.1", "unmet", reason="Our lead left", no_action_reason="We have found another")
    save_narrative(review.lead, review.return_id, "review", "changed", "Our lead left.", version=0, at=AT)
    confirm(review)
    reference = sign_and_submit(review)
    yield "submission", reverse("submission", kwargs={**where, "reference": reference}), opened, "a review, with what changed"
    for name in ("register_of_returns", "invitation"):
        more = {"cycle": review.cycle.slug} | ({"invitation": review.invitation.pk} if name == "invitation" else {})
        yield name, reverse(name, kwargs={**where, **more}), opened, "a second round"
