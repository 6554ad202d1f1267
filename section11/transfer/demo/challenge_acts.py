"""What reviewers and officers of the demo make of returns, and how organisations answer."""

from section11.challenge.operations.agree_level import agree_level
from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.operations.answer_challenge import answer_challenge
from section11.challenge.operations.ask_consent import ask_consent
from section11.challenge.operations.close_challenge import LevelSeen, close_challenge
from section11.challenge.operations.decline_to_share import decline_to_share
from section11.challenge.operations.draw_sample import draw_sample
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.give_recommendation import give_recommendation
from section11.challenge.operations.give_reviewer_part import give_reviewer_part
from section11.challenge.operations.grade_standard import grade_standard
from section11.challenge.operations.mark_good_practice import mark_good_practice
from section11.challenge.operations.note_look import note_look
from section11.challenge.operations.raise_challenge import raise_challenge
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.operations.set_grades import set_grades
from section11.challenge.operations.take_up_recommendation import take_up_recommendation
from section11.challenge.operations.write_recommendation import write_recommendation
from section11.challenge.rules.typing import ChallengeText
from section11.challenge.vocabulary import STARTER_GRADES
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.directory.queries.people import colleagues
from section11.directory.vocabulary import Role
from section11.plans.rules.action_text import ActionText
from section11.returns.operations.return_for_correction import return_for_correction
from section11.returns.operations.withdraw_submission import withdraw_submission
from section11.transfer.demo.stage import Stage, address
from section11.transfer.demo.work import Task


def sets_grades(stage: Stage, task: Task) -> None:
    """The starter's four grades."""
    version = cycle_setup(task.by(stage), stage.cycle, at=stage.now).version
    set_grades(task.by(stage), stage.cycle, [label for _, label in STARTER_GRADES], version=version, at=stage.now)


def gives_part(stage: Stage, task: Task) -> None:
    """A standard or a sector to a reviewer."""
    email = address(stage.people[task.told["reviewer"]]["name"], stage.mail)
    member = next(one for one in colleagues(task.by(stage)) if one.email == email and one.role == Role.REVIEWER)
    give_reviewer_part(task.by(stage), stage.cycle, member.membership_id, task.told["part"], at=stage.now)


def reads(stage: Stage, task: Task) -> None:
    """A look at each of some returns."""
    for name in task.told["returns"]:
        one = Task({**task.told, "to": name}, task.cast)
        note_look(task.by(stage), one.reference(stage), at=stage.tick())


def samples(stage: Stage, task: Task) -> None:
    """A random few."""
    draw_sample(task.by(stage), stage.cycle, task.told["size"], at=stage.now)


def challenges(stage: Stage, task: Task) -> None:
    """A question, a request for evidence or another level."""
    due = task.told.get("wanted")
    typed = ChallengeText(task.told["kind"], task.says(), task.told.get("level", ""), stage.calendar.date(due) if due is not None else None)
    task.keep(stage, raise_challenge(task.by(stage), task.reference(stage), task.told["about"], typed, at=stage.now))


def answers(stage: Stage, task: Task) -> None:
    """The lead's answer."""
    answer_challenge(task.by(stage), task.player.return_id, task.made(stage), task.says(), seen=task.told.get("seen", 1), at=stage.now)


def replies(stage: Stage, task: Task) -> None:
    """The partnership asks on."""
    reply_to_challenge(task.by(stage), task.made(stage), task.says(), seen=task.told["seen"], at=stage.now)


def closes(stage: Stage, task: Task) -> None:
    """With an outcome, perhaps an agreed level."""
    level = task.told.get("level")
    seen = LevelSeen(level, task.reference(stage), 0) if level else None
    close_challenge(
        task.by(stage), task.made(stage), outcome=task.told["outcome"], note=task.says(), agreed=seen, seen=task.told["seen"], at=stage.now
    )


def agrees(stage: Stage, task: Task) -> None:
    """A level beside the self-rating."""
    statement, level = task.told["statement"], task.told["level"]
    agree_level(task.by(stage), task.reference(stage), statement, level, task.says(), version=0, at=stage.now)


def rates_evidence(stage: Stage, task: Task) -> None:
    """How strong the evidence behind some answers of a standard is."""
    rated = {ref: RatedEvidence(strength) for ref, strength in task.told["strengths"].items()}
    rate_evidence(task.by(stage), task.reference(stage), task.told["standard"], rated, at=stage.now)


def grades(stage: Stage, task: Task) -> None:
    """A standard's grade with its reasons."""
    grade_standard(task.by(stage), task.reference(stage), task.told["standard"], task.told["grade"], task.says(), version=0, at=stage.now)


def marks_practice(stage: Stage, task: Task) -> None:
    """Something worth sharing; perhaps the organisation is asked at once, and answers later."""
    made = mark_good_practice(task.by(stage), task.reference(stage), task.told["standard"], task.says(), at=stage.now)
    if task.told.get("asks"):
        ask_consent(task.by(stage), made, version=1, at=stage.tick())
    task.keep(stage, made)


def shares(stage: Stage, task: Task) -> None:
    """The lead agrees."""
    agree_to_share(task.by(stage), task.made(stage), at=stage.now)


def keeps_back(stage: Stage, task: Task) -> None:
    """The lead would rather not."""
    decline_to_share(task.by(stage), task.made(stage), at=stage.now)


def recommends(stage: Stage, task: Task) -> None:
    """A recommendation; it may wait for the letter."""
    made = write_recommendation(
        task.by(stage), task.reference(stage), task.says(), standard_ref=task.told.get("standard", ""), at=stage.now
    )
    if task.told.get("gives"):
        give_recommendation(task.by(stage), made, version=1, at=stage.tick())
    task.keep(stage, made)


def takes_up(stage: Stage, task: Task) -> None:
    """The lead makes it an action of the plan."""
    text = ActionText(
        what=task.told["what"], how=task.told["how"], who=task.told["who"], due=stage.calendar.date(task.told["due"]), rag="amber"
    )
    take_up_recommendation(task.by(stage), task.made(stage), text, at=stage.now)


def writes_opinion(stage: Stage, task: Task) -> None:
    """The scrutineer's own words."""
    version = save_opinion(task.by(stage), stage.cycle, task.says(), version=0, at=stage.now)
    if task.told.get("gives"):
        give_opinion(task.by(stage), stage.cycle, version=version, at=stage.tick())


def sends_for_correction(stage: Stage, task: Task) -> None:
    """Back to the organisation."""
    return_for_correction(task.by(stage), task.player.invitation_id, task.says(), at=stage.now)


def withdraws(stage: Stage, task: Task) -> None:
    """The lead takes a submission back."""
    withdraw_submission(task.by(stage), task.player.return_id, task.says(), at=stage.now)
