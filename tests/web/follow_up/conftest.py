"""A partnership with a weak return and an officer who is signed in, at 10:00 on Monday 5 October 2026 in London."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
import time_machine
from django.test import Client

from tests.factories.browsers import signed_in
from tests.factories.follow_up import weak_return
from tests.factories.returns import Opened


@dataclass(frozen=True, slots=True)
class Scene:
    """The return and where its pages are."""

    opened: Opened
    reference: str

    @property
    def cycle(self) -> str:
        """Where the pages of its cycle begin."""
        return f"/p/{self.opened.cycle.partnership.slug}/cycles/{self.opened.cycle.slug}"

    @property
    def invitation(self) -> str:
        """Where the pages of its invitation begin."""
        return f"{self.cycle}/invitations/{self.opened.invitation.pk}"


@pytest.fixture(autouse=True)
def _at_that_moment(at: datetime) -> Iterator[None]:
    with time_machine.travel(at, tick=False):
        yield


@pytest.fixture
def scene(db: None) -> Scene:
    opened, reference = weak_return("1.1", "1.2")
    return Scene(opened, reference)


@pytest.fixture
def officer(scene: Scene) -> Client:
    """The officer's browser."""
    return signed_in(scene.opened.officer)
