import threading

import pytest

from section11.jobs import beating as module
from section11.jobs.models import WorkerBeat


@pytest.mark.django_db(transaction=True)
def test_beats_for_as_long_as_the_block_runs(monkeypatch):
    beaten = threading.Event()
    real = module.beat

    def noted(worker_id: str) -> None:
        real(worker_id)
        if threading.current_thread() is not threading.main_thread():
            beaten.set()

    monkeypatch.setattr(module, "beat", noted)
    with module.beating("one", every=0.01):
        assert WorkerBeat.objects.get().worker_id == "one"
        assert beaten.wait(10)
    assert not WorkerBeat.objects.exists()
