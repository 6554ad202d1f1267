"""Keep what a reader wants to know of new submissions before reading them: part of freezing them."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Exists, F, OuterRef

from section11.returns.models import Return, Submission, SubmissionSigns, SubmittedAnswer, SubmittedEvidence, SubmittedNarrative
from section11.returns.rules.signs import Told, signs_of

BATCH = 1000


def keep_signs(submission_ids: Collection[int], *, partnership_id: int) -> None:
    """Count evidence, texts and what changed since the return before, for submissions just made; who may was asked before.

    The return before is the unit's, as far as this partnership received it: what others received is not told here.
    """
    made = list(Submission.objects.filter(pk__in=submission_ids).values_list("pk", "unit_return_id"))
    before = _before({return_id for _, return_id in made}, partnership_id)
    told = _told({pk for pk, _ in made} | set(before.values()))
    rows = []
    for pk, return_id in made:
        last = before.get(return_id)
        signs = signs_of(told[pk], told[last] if last else None)
        rows.append(
            SubmissionSigns(
                submission_id=pk,
                with_evidence=signs.with_evidence,
                texts=signs.texts,
                texts_unchanged=signs.texts_unchanged,
                levels_changed=signs.levels_changed,
                new_lead=signs.new_lead,
            )
        )
    SubmissionSigns.objects.bulk_create(rows, BATCH)


def _before(return_ids: Collection[int], partnership_id: int) -> Mapping[int, int]:
    """The last submission of each return's previous one."""
    previous = dict(Return.objects.filter(pk__in=return_ids, previous__isnull=False).values_list("pk", "previous_id"))
    found = Submission.objects.filter(
        unit_return__in=set(previous.values()), invitation__cycle__partnership=partnership_id, withdrawal__isnull=True
    ).order_by("submitted_at", "number")
    last = dict(found.values_list("unit_return_id", "pk"))
    return {pk: last[before] for pk, before in previous.items() if before in last}


def _told(submission_ids: Collection[int]) -> Mapping[int, Told]:
    """What each of these says."""
    levels: defaultdict[int, dict[str, str]] = defaultdict(dict)
    texts: defaultdict[int, dict[object, str]] = defaultdict(dict)
    evidence: defaultdict[int, int] = defaultdict(int)
    cited = Exists(SubmittedEvidence.objects.filter(answer=OuterRef("pk")))
    answers = SubmittedAnswer.objects.filter(submission__in=submission_ids).annotate(cites=cited).order_by()
    for pk, key, level, comment, cites in answers.values_list("submission_id", F("statement__key"), F("level__key"), "comment", "cites"):
        if level:
            levels[pk][key] = level
        texts[pk][key] = comment
        evidence[pk] += bool(cites)
    narratives = SubmittedNarrative.objects.filter(submission__in=submission_ids).order_by()
    for pk, standard, prompt, text in narratives.values_list("submission_id", F("standard__ref"), "prompt", "text"):
        texts[pk][standard, prompt] = text
    heads = Submission.objects.filter(pk__in=submission_ids).values_list("pk", "submitted_by_ref", "submitted_by")
    return {pk: Told(levels[pk], texts[pk], evidence[pk], by_ref, by) for pk, by_ref, by in heads}
