"""Sets PDFs: tagged and PDF/UA-1, without network or system libraries, each in a process of its own.

What people typed goes to the typesetter as JSON and is shown as text, never read as markup.
"""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from section11.reports.content.readable import paragraphs, readable

TYPESETTER = Path(__file__).with_name("typesetter.py")
SECONDS = 60
AT_ONCE = threading.BoundedSemaphore(2)
LONGEST_WORD = 40
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}")
ZERO_WIDTH_SPACE = "\u200b"


class CouldNotTypeset(RuntimeError):
    """The typesetter failed: a fault of ours."""


def typeset(template: str, data: Mapping[str, Any], *, seconds: int = SECONDS) -> bytes:
    """The PDF that a template of this folder (`return_copy`) makes of the data."""
    with AT_ONCE:
        done = subprocess.run(
            [sys.executable, "-I", TYPESETTER, f"{template}.typ"],
            input=json.dumps(data).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    if done.returncode:
        raise CouldNotTypeset(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout


def breakable(text: str) -> str:
    """The text with places to break words that are too long for a line."""
    return _LONG_WORD.sub(lambda found: found[0] + ZERO_WIDTH_SPACE, text)


def as_line(text: str) -> str:
    """What was typed, as one line."""
    return breakable(" ".join(readable(text).split()))


def as_lines(text: str) -> list[str]:
    """What was typed, a paragraph a line."""
    return [breakable(one) for one in paragraphs(text)]
