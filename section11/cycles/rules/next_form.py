"""Which form to suggest to a unit for the next audit, by what it did in the last one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from section11.lib.words import listed
from section11.standards.vocabulary import FORM_WORDS, Form

GOOD_BANDS = 2  # the highest ones: fully and mostly met, in a partnership's own words
SMALL_FORMS = (Form.LIGHT, Form.TINY)


@dataclass(frozen=True, slots=True)
class LastRound:
    """What a unit did in the last audit. Its band is named by its place from the top; None: nothing applied to it."""

    form: str
    submitted: bool
    band: str = ""
    band_place: int | None = None
    follow_up: bool = False  # its band asks for it
    must_meet_missed: Sequence[str] = ()  # refs, by agreed levels where there are any


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A form, and why."""

    form: Form
    reason: str


def suggested_form(last: LastRound, *, can_review: bool) -> Suggestion:
    """Full for who never answered, is in a band of support or missed a must-meet statement; review for who met fully or mostly.

    Otherwise small bodies, who had a light or tiny form, get the light one, and the rest the full one. `can_review`: the
    standards of then can be compared with those of the next audit.
    """
    if not last.submitted:
        return Suggestion(Form.FULL, "Did not submit last time")
    if last.must_meet_missed:
        return Suggestion(Form.FULL, f"Did not meet {listed(last.must_meet_missed)}, which must be met")
    if last.follow_up:
        return Suggestion(Form.FULL, f"{last.band} last time")
    is_good = last.band_place is not None and last.band_place < GOOD_BANDS
    if is_good and can_review:
        return Suggestion(Form.REVIEW, f"{last.band} last time")
    if last.form in SMALL_FORMS:
        return Suggestion(Form.LIGHT, f"Answered the {FORM_WORDS[Form(last.form)].lower()} form last time")
    if is_good:
        return Suggestion(Form.FULL, f"{last.band} last time, by standards that cannot be compared with these")
    return Suggestion(Form.FULL, f"{last.band} last time" if last.band else "Nothing could be rated last time")
