"""Keep what a mark said that an amendment changes: part of the operations that change marks, in their transaction."""

from section11.returns.models import Amendment, StandardMark, TakenMark


def keep_taken_mark(mark: StandardMark) -> None:
    """Keep a mark as it was submitted, for who gives the amendment up; who may was asked before."""
    running = Amendment.objects.filter(unit_return_id=mark.unit_return_id, ended_at__isnull=True, started_at__gte=mark.marked_at).first()
    if running is not None:
        told = {"reason": mark.reason, "marked_at": mark.marked_at, "marked_by_name": mark.marked_by_name}
        TakenMark.objects.get_or_create(amendment=running, standard_id=mark.standard_id, defaults=told)
