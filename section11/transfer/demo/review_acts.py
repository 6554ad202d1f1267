"""What leads of the demo do with last time's answers: confirm them, change some, and write what a review asks."""

from dataclasses import replace

from section11.returns.operations.carry_answers import carry_answers
from section11.returns.operations.confirm_answer import confirm_answer
from section11.returns.operations.confirm_narrative import confirm_narrative
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.queries.draft import DraftAnswer, draft
from section11.returns.queries.head import return_head
from section11.standards.vocabulary import REVIEW_SECTION
from section11.transfer.demo.player import Player
from section11.transfer.demo.script import Line, numbers
from section11.transfer.demo.stage import Stage
from section11.transfer.demo.writing_acts import plan


def starts_from_last_time(stage: Stage, player: Player, line: Line) -> None:
    """They let last time's answers stand in the form, each to be confirmed."""
    viewer = player.viewer(stage, line.who)
    carry_answers(viewer, player.return_id, at=stage.now)
    stands = draft(viewer, return_head(viewer, player.return_id))
    player.versions = {ref: answer.version for ref, answer in stands.answers.items()}
    player.versions |= {"/".join(place): narrative.version for place, narrative in stands.narratives.items()}


def confirms(stage: Stage, player: Player, line: Line) -> None:
    """They go through what was carried in some standards, or `all`: change what is said here, and confirm the rest."""
    viewer = player.viewer(stage, line.who)
    stands = draft(viewer, return_head(viewer, player.return_id))
    wanted = None if line.rest == "all" else numbers(line.rest)
    for ref, answer in stands.answers.items():
        if not answer.carried or (wanted is not None and answer.standard_ref not in wanted):
            continue
        text, said = _text(answer), player.says(ref)
        if said:
            text = replace(text, **{name: said[name] for name in ("level", "comment", "reason") if name in said})
            saved = save_answer(viewer, player.return_id, ref, text, version=answer.version, at=stage.tick())
        else:
            saved = confirm_answer(viewer, player.return_id, ref, version=answer.version, at=stage.tick())
        player.saved[ref], player.levels[ref] = (text, saved.version), text.level
        if not answer.actions:
            plan(stage, player, viewer, ref, said.get("action"))
    for (standard, prompt), narrative in stands.narratives.items():
        if narrative.carried and (wanted is None or standard in wanted):
            confirm_narrative(viewer, player.return_id, standard, prompt, version=narrative.version, at=stage.tick())


def writes(stage: Stage, player: Player, line: Line) -> None:
    """What the review asks of the whole: what has changed, and what will be improved."""
    for prompt, text in line.said.items():
        save_narrative(player.viewer(stage, line.who), player.return_id, REVIEW_SECTION, prompt, text, version=0, at=stage.tick())


def _text(answer: DraftAnswer) -> AnswerText:
    return AnswerText(
        level=answer.level, comment=answer.comment, reason=answer.reason, no_action_reason=answer.no_action_reason, see=answer.see
    )
