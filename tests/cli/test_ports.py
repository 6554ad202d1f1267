import socket
from collections.abc import Iterator

import pytest

from section11.cli import ports
from section11.cli.ports import PortTakenError, port_to_use

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server((HERE, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_asked_for_that_is_taken_is_refused_in_a_plain_sentence(taken: int) -> None:
    with pytest.raises(PortTakenError, match=f"Port {taken} cannot be used: something else listens there"):
        port_to_use(str(taken), HERE)


def test_a_free_port_asked_for_is_used(taken: int) -> None:
    with socket.create_server((HERE, 0)) as other:
        free = other.getsockname()[1]
    assert port_to_use(str(free), HERE) == free


@pytest.mark.parametrize("asked", ["abc", "0", "65536", "-1", "80 80"])
def test_what_is_no_port_is_refused(asked: str) -> None:
    with pytest.raises(PortTakenError, match="Set it to a number from 1 to 65535"):
        port_to_use(asked, HERE)


def test_the_default_moves_on_to_the_next_free_one(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "FIRST", taken)
    monkeypatch.setattr(ports, "LAST", taken + 20)
    assert taken < port_to_use(None, HERE) <= taken + 20


def test_when_all_are_taken_it_says_so(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "FIRST", taken)
    monkeypatch.setattr(ports, "LAST", taken)
    with pytest.raises(PortTakenError, match="Set PORT to one that is free"):
        port_to_use(None, HERE)
