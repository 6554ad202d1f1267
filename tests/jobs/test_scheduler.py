from datetime import timedelta

from section11.jobs.scheduler import Chore, Scheduler


def scheduler(*chores: Chore) -> Scheduler:
    """A scheduler of these chores that does not wait between rounds."""
    return Scheduler(chores)


def test_does_each_chore_when_its_time_has_come(at, db):
    done = []
    made = scheduler(
        Chore("often", timedelta(seconds=2), lambda at, stop: done.append("often")),
        Chore("seldom", timedelta(minutes=1), lambda at, stop: done.append("seldom")),
    )
    for seconds in (0, 1, 2, 4, 60):
        made.tick(at + timedelta(seconds=seconds))
    assert done == ["often", "seldom", "often", "often", "often", "seldom"]


def test_a_clock_put_back_does_not_stop_the_work(at, db):
    done = []
    made = scheduler(Chore("hourly", timedelta(hours=1), lambda at, stop: done.append(at)))
    made.tick(at)
    made.tick(at - timedelta(hours=5))
    assert len(done) == 2


def test_a_chore_that_fails_holds_up_nothing(at, db, caplog):
    done = []

    def fails(at, stop):
        raise ValueError("broken")

    made = scheduler(Chore("fails", timedelta(seconds=2), fails), Chore("works", timedelta(seconds=2), lambda at, stop: done.append(at)))
    made.tick(at)
    assert done == [at]
    assert "'fails' failed" in caplog.text


def test_stops_between_chores_and_after_the_round(at, db):
    done = []
    made = scheduler(
        Chore("stops", timedelta(seconds=2), lambda at, stop: made.stop.set()),
        Chore("not done", timedelta(seconds=2), lambda at, stop: done.append(at)),
    )
    made.run()
    assert done == []


def test_a_chore_may_ask_whether_to_stop(at, db):
    asked = []
    made = scheduler(Chore("asks", timedelta(seconds=2), lambda at, stop: asked.append(stop())))
    made.tick(at)
    assert asked == [False]
