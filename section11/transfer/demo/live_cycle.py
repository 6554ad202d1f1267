"""Play a live audit of the demo from its script: everything by the operations that pages use, at moments in the past."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer, system_viewer
from section11.transfer.demo import (
    challenge_acts,
    officer_acts,
    panel_acts,
    people_acts,
    plan_acts,
    registrations,
    review_acts,
    signing_acts,
    writing_acts,
)
from section11.transfer.demo.player import Player, players
from section11.transfer.demo.registrations import Asker, askers
from section11.transfer.demo.script import Calendar, Line, minutes_of
from section11.transfer.demo.set_up import bring_in_earlier, draft_audit, first_officer, set_up_cycle, set_up_partnership
from section11.transfer.demo.stage import Stage
from section11.transfer.demo.work import Do, Task, tasks

Act = Callable[[Stage, Player, Line], None]
AfterDay = Callable[[Viewer, datetime], None]
ACTS: Mapping[str, Act] = {
    "opens": writing_acts.opens,
    "starts from last time": review_acts.starts_from_last_time,
    "confirms": review_acts.confirms,
    "writes": review_acts.writes,
    "answers": writing_acts.answers,
    "changes": writing_acts.changes,
    "marks": writing_acts.marks,
    "adds evidence": writing_acts.adds_evidence,
    "hands": writing_acts.hands,
    "finishes": writing_acts.finishes,
    "asks sign-off": signing_acts.asks_sign_off,
    "approves": signing_acts.approves,
    "sends back": signing_acts.sends_back,
    "submits": signing_acts.submits,
    "amends": signing_acts.amends,
    "hands over to": signing_acts.hands_over,
    "reminds": officer_acts.reminds,
    "extends to": officer_acts.extends,
    "withdraws": officer_acts.withdraws,
    "exempts": officer_acts.exempts,
    "phones": officer_acts.contacts,
    "emails": officer_acts.contacts,
    "meets": officer_acts.contacts,
}
DEEDS: Mapping[str, Do] = {
    "names leads": people_acts.names_leads,
    "declares home": people_acts.declares_home,
    "lets deputy in": people_acts.lets_deputy_in,
    "notes bounce": people_acts.notes_bounce,
    "sets grades": challenge_acts.sets_grades,
    "gives part": challenge_acts.gives_part,
    "reads": challenge_acts.reads,
    "samples": challenge_acts.samples,
    "challenges": challenge_acts.challenges,
    "answers": challenge_acts.answers,
    "replies": challenge_acts.replies,
    "closes": challenge_acts.closes,
    "agrees": challenge_acts.agrees,
    "rates evidence": challenge_acts.rates_evidence,
    "grades": challenge_acts.grades,
    "marks practice": challenge_acts.marks_practice,
    "shares": challenge_acts.shares,
    "keeps back": challenge_acts.keeps_back,
    "recommends": challenge_acts.recommends,
    "takes up": challenge_acts.takes_up,
    "writes opinion": challenge_acts.writes_opinion,
    "sends for correction": challenge_acts.sends_for_correction,
    "withdraws": challenge_acts.withdraws,
    "updates": plan_acts.updates,
    "asks support": plan_acts.asks_support,
    "answers support": plan_acts.answers_support,
    "finishes": plan_acts.finishes,
    "confirms": plan_acts.confirms,
    "reopens": plan_acts.reopens,
    "looks after": panel_acts.looks_after,
    "agrees support": panel_acts.agrees_support,
    "logs support": panel_acts.logs_support,
    "closes support": panel_acts.closes_support,
    "picks": panel_acts.picks,
    "acknowledges": panel_acts.acknowledges,
    "closes follow-up": panel_acts.closes_follow_up,
    "plans panel": panel_acts.plans_panel,
    "tells panel": panel_acts.tells_panel,
    "enters outcome": panel_acts.enters_outcome,
    "holds panel": panel_acts.holds_panel,
    "writes letter": panel_acts.writes_letter,
}


def play_live_cycle(script: Mapping[str, Any], book: Mapping[str, Any], *, today: date, after_day: AfterDay) -> None:
    """Set the audit up, then go through the stories of all organisations and the partnership's work, in the order of their days.

    `after_day` is told when the audit has opened, and of each day but yesterday once it is over: of the partnership, and the
    moment of its last line.
    """
    told = script["partnership"]
    calendar = Calendar(today, script["today"])
    stage = Stage(
        calendar=calendar,
        book=book,
        partnership=told["slug"],
        people=told["people"],
        mail=told["mail"],
        now=calendar.at(told["opened"], -60),
    )
    set_up_partnership(stage, told)
    draft_audit(stage, script["cycle"])
    if "earlier" in script:
        bring_in_earlier(stage, script["earlier"])
    cast = players(script["organisations"], {key: kind for key, (_, kind) in told["sectors"].items()})
    set_up_cycle(stage, script["cycle"], cast)
    product = system_viewer("demo", partnership_id=first_officer(stage).partnership, roles=frozenset({Role.OFFICER}))
    after_day(product, stage.tick())
    lines = [scheduled for player in cast for scheduled in _scheduled(player, player.key)]
    lines += [scheduled for asker in askers(script.get("registrations", [])) for scheduled in _scheduled(asker, asker.told["organisation"])]
    lines += [(task.line.day, task.minutes, task, task.line) for task in tasks(script.get("work", ()), cast)]
    for day, of_day in groupby(sorted(lines, key=lambda scheduled: scheduled[:2]), key=lambda scheduled: scheduled[0]):
        for _, minutes, who, line in of_day:
            stage.begin(day, minutes)
            if isinstance(who, Asker):
                registrations.play(stage, who, line)
            elif isinstance(who, Task):
                DEEDS[line.verb](stage, who)
            else:
                ACTS[line.verb](stage, who, line)
        if day < calendar.number - 1:
            after_day(product, stage.tick())


def _scheduled(of: Player | Asker, key: str) -> list[tuple[int, int, Player | Asker | Task, Line]]:
    return [(line.day, minutes, of, line) for line, minutes in zip(of.lines, minutes_of(of.lines, key=key), strict=True)]
