"""What leads and contributors of the demo do while a return is written."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from section11.directory.operations.admit_member import admit_member
from section11.directory.vocabulary import Role
from section11.evidence.operations.add_evidence import add_evidence
from section11.evidence.vocabulary import EvidenceKind
from section11.lib.viewer import Viewer
from section11.plans.rules import ActionText
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.finish_part import finish_part
from section11.returns.operations.hand_standard import hand_standard
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.note_opened import note_opened
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.queries.content import AskedContent, AskedStandard, asked_content
from section11.returns.queries.head import return_head, return_heads
from section11.transfer.demo.chance import chance, pick
from section11.transfer.demo.folder import demo_file
from section11.transfer.demo.player import Player
from section11.transfer.demo.ratings import Wanted, ratings
from section11.transfer.demo.script import Line, numbers
from section11.transfer.demo.stage import Stage
from section11.transfer.demo.texts import Voice

SHORT_OF_MET = ("partial", "unmet")


def opens(stage: Stage, player: Player, line: Line) -> None:
    """They look at their return for the first time."""
    viewer = player.viewer(stage, line.who)
    head = next(head for head in return_heads(viewer) if head.invitation_number == player.invitation_id)
    player.return_id = head.return_id
    note_opened(viewer, head, at=stage.now)


def answers(stage: Stage, player: Player, line: Line) -> None:
    """They rate and comment some standards, `all` or the `rest`, plan what is missing and write to the prompts."""
    viewer, voice = player.viewer(stage, line.who), player.voice(stage)
    content = _content(viewer, player)
    if not player.levels:
        player.levels = _levels(stage, player, content)
    for standard in _named(content, line.rest, player):
        for statement in standard.statements:
            if statement.ref not in player.saved:
                _save(stage, player, viewer, statement.ref, _text(player, voice, statement.ref))
                plan(stage, player, viewer, statement.ref, player.says(statement.ref).get("action"))
        if not standard.is_local and standard.ref not in player.narrated:
            player.narrated.add(standard.ref)
            for prompt in content.prompts:
                if text := voice.narrative(standard.ref, prompt.key):
                    version = player.versions.get(f"{standard.ref}/{prompt.key}", 0)
                    save_narrative(viewer, player.return_id, standard.ref, prompt.key, text, version=version, at=stage.tick())


def changes(stage: Stage, player: Player, line: Line) -> None:
    """They change answers given before: statement by statement, only what is said."""
    viewer = player.viewer(stage, line.who)
    for ref, said in line.said.items():
        text, _ = player.saved[ref]
        told = {name: said[name] for name in ("level", "comment", "reason") if name in said}
        player.levels[ref] = said.get("level", text.level)
        _save(stage, player, viewer, ref, replace(text, **told))
        if "action" in said:
            plan(stage, player, viewer, ref, said["action"])


def marks(stage: Stage, player: Player, line: Line) -> None:
    """They say that a whole standard does not apply, and why."""
    for standard in numbers(line.rest):
        mark_not_applicable(player.viewer(stage, line.who), player.return_id, standard, line.said, at=stage.tick())


def adds_evidence(stage: Stage, player: Player, line: Line) -> None:
    """They add what is said, or what organisations of their kind point to, and cite it where it is asked for."""
    viewer, voice = player.viewer(stage, line.who), player.voice(stage)
    asked = {statement.ref for standard in _content(viewer, player).standards for statement in standard.statements}
    for piece in [line.said] if line.said else voice.evidence():
        is_file = piece["kind"] == EvidenceKind.FILE
        item = add_evidence(
            viewer,
            player.unit_id,
            kind=piece["kind"],
            title=piece["title"],
            where=voice.fill(piece.get("where", ""), piece["title"]),
            file_name=piece.get("file", ""),
            data=demo_file(f"evidence/{piece['file']}") if is_file else b"",
            at=stage.tick(),
        )
        for ref in piece["cited"]:
            if ref in asked:
                cite_evidence(viewer, player.return_id, ref, item, at=stage.tick())


def hands(stage: Stage, player: Player, line: Line) -> None:
    """They hand standards to a contributor, who is let in first."""
    viewer = player.viewer(stage, line.who)
    standards, _, who = line.rest.partition(" to ")
    if who not in player.memberships:
        told = player.told["contributors"][who]
        member = admit_member(
            viewer,
            role=Role.CONTRIBUTOR,
            unit_id=player.unit_id,
            name=told["name"],
            email=player.email(who),
            job_title=told["job"],
            at=stage.tick(),
        )
        player.memberships[who] = member.pk
    for standard in numbers(standards):
        hand_standard(viewer, player.return_id, standard, player.memberships[who], at=stage.tick())


def finishes(stage: Stage, player: Player, line: Line) -> None:
    """A contributor says that their part is done."""
    for standard in numbers(line.rest):
        finish_part(player.viewer(stage, line.who), player.return_id, standard, done=True, at=stage.tick())


def _content(viewer: Viewer, player: Player) -> AskedContent:
    return asked_content(return_head(viewer, player.return_id))


def _named(content: AskedContent, words: str, player: Player) -> Iterable[AskedStandard]:
    wanted = None if words in ("all", "rest") else numbers(words)
    return [s for s in content.standards if s.ref not in player.marked and (wanted is None or s.ref in wanted)]


def _levels(stage: Stage, player: Player, content: AskedContent) -> dict[str, str]:
    told, voice = player.told, player.voice(stage)
    statements = [s for standard in content.standards if standard.ref not in player.marked for s in standard.statements]
    fixed = {ref: said["level"] for ref, said in told.get("says", {}).items() if "level" in said}
    fixed |= dict.fromkeys(told.get("not_applicable", {}), "na")
    return ratings(
        [s.ref for s in statements],
        Wanted(met=told["rates"]["met"], unmet=told["rates"].get("unmet", 0), fixed=fixed),
        key=player.key,
        kind=player.kind,
        weak=stage.book["weak"],
        may_be_unmet={s.ref for s in statements if voice.has_words(s.ref, "unmet")},
        must_meet={s.ref for s in statements if s.must_meet},
    )


def _text(player: Player, voice: Voice, ref: str) -> AnswerText:
    said, level = player.says(ref), player.levels[ref]
    return AnswerText(
        level=level,
        comment=said.get("comment") or ("" if level == "na" else voice.comment(ref, level)),
        reason=said.get("reason") or player.told.get("not_applicable", {}).get(ref, ""),
        no_action_reason=said.get("no_action", ""),
        see=said.get("see", ""),
    )


def _save(stage: Stage, player: Player, viewer: Viewer, ref: str, text: AnswerText) -> None:
    _, version = player.saved.get(ref, (None, player.versions.get(ref, 0)))
    saved = save_answer(viewer, player.return_id, ref, text, version=version, at=stage.tick())
    player.saved[ref] = text, saved.version


def plan(stage: Stage, player: Player, viewer: Viewer, ref: str, told: Mapping[str, Any] | str | None) -> None:
    """Plan an action for a statement short of met: the one told, or one of the book's; `none` and a reason why not plan nothing."""
    if player.levels[ref] not in SHORT_OF_MET or told == "none" or player.says(ref).get("no_action"):
        return
    at = stage.tick()
    if isinstance(told, Mapping):
        text = ActionText(
            what=told.get("what", ""),
            how=told.get("how", ""),
            who=told.get("who", ""),
            due=stage.calendar.date(told["due"]) if "due" in told else None,
            progress=told.get("progress", ""),
            rag=told.get("rag", ""),
            wants_help=told.get("help", False),
        )
    else:
        usual = player.voice(stage).action(ref)
        due = stage.calendar.date(stage.calendar.number + 14 + int(150 * chance(player.key, ref, "due")))
        text = ActionText(
            what=usual.what, how=usual.how, who=usual.who, due=due, rag=pick(("", "", "amber", "green"), player.key, ref, "rag")
        )
    plan_action(viewer, player.return_id, ref, text, at=at)
