"""Sets a PDF: run as a program of its own, its template named, data on standard input, the PDF on standard output.

The compiler keeps what it has set in memory for good, some 30 MB a return, so it must not live in a web process.
Nothing but the standard library and the compiler is imported here: it starts in a fraction of a second.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).parent
FIRST_BEYOND_LATIN = "\u0250"
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(template: Path, data: str) -> bytes:
    """The PDF, tagged and PDF/UA-1.

    The standard forbids empty boxes for characters that no font has. So the embedded fonts are tried first, that the
    document looks alike everywhere; then the system's as well; and what is missing still is named in square brackets.
    """
    try:
        return _compiled(template, data, with_system_fonts=False)
    except typst.TypstError as error:
        if not missing_characters(error.diagnostic):
            raise
    try:
        return _compiled(template, data, with_system_fonts=True)
    except typst.TypstError as error:
        missing = missing_characters(error.diagnostic)
        if not missing:
            raise
    return _compiled(template, json.dumps(named(json.loads(data), missing)), with_system_fonts=True)


def _compiled(template: Path, data: str, *, with_system_fonts: bool) -> bytes:
    fonts = typst.Fonts(include_system_fonts=with_system_fonts, include_embedded_fonts=True)
    return bytes(typst.compile(template, root=TEMPLATES, font_paths=fonts, format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"]))


def missing_characters(diagnostic: str) -> set[str]:
    """The characters that the compiler says it cannot show. Latin letters named beside them are there in every font."""
    named_there = "".join(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), found) for found in _MISSING.findall(diagnostic))
    return {c for c in named_there if c >= FIRST_BEYOND_LATIN}


def named(value: Any, missing: set[str]) -> Any:
    """The data with those characters replaced by their names."""
    if isinstance(value, str):
        return "".join(f"[{unicodedata.name(c, 'unknown character').lower()}]" if c in missing else c for c in value)
    if isinstance(value, list):
        return [named(one, missing) for one in value]
    if isinstance(value, dict):
        return {key: named(one, missing) for key, one in value.items()}
    return value


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(typeset(TEMPLATES / Path(sys.argv[1]).name, sys.stdin.buffer.read().decode()))
    except typst.TypstError as problem:
        sys.exit(problem.diagnostic)
