"""Runs the parts of the product side by side in one terminal: all of them, or none."""

import os
import shlex
import signal
import threading
from types import FrameType

from honcho.manager import Manager
from honcho.printer import Message

ASKED_TO_STOP = {130, 143}  # honcho's own codes for SIGINT and SIGTERM


class PlainPrinter:
    """Passes on what the parts say; of the supervisor's own lines only which part stopped."""

    width = 0  # honcho sets it for the prefix that we leave out

    def write(self, message: Message) -> None:
        """Print one line of one part."""
        text = message.data.decode(errors="replace") if isinstance(message.data, bytes) else message.data
        if message.name != "system" or "stopped" in text:
            print(text.rstrip("\n"), flush=True)


class Parts(Manager):
    """Can also be told to stop while it is still starting; honcho itself trips over a part without a process number."""

    def terminate(self) -> None:
        """Stop every part, as soon as all are there."""
        if self._all_started():
            super().terminate()
        else:
            threading.Timer(0.1, self.terminate).start()


def supervise(parts: dict[str, list[str]]) -> int:
    """Run each command until one ends or we are told to stop, then stop all. Returns the exit status."""
    manager = Parts(PlainPrinter())
    for name, command in parts.items():
        manager.add_process(name, f"exec {shlex.join(command)}", env={**os.environ, "PYTHONUNBUFFERED": "1"})
    signal.signal(signal.SIGHUP, _hang_up)
    manager.loop()
    return 0 if manager.returncode in ASKED_TO_STOP else int(manager.returncode or 1)


def _hang_up(number: int, frame: FrameType | None) -> None:
    """The terminal was closed: the parts live in sessions of their own and would go on without us."""
    os.kill(os.getpid(), signal.SIGTERM)
