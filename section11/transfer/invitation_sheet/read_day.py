"""A day as people in England type it into a sheet."""

import calendar
import re
from datetime import date

_NUMERIC = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]+) (\d{4})")
MONTHS = {name.lower(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_day(text: str) -> date | None:
    """The day in `2027-03-31`, `31/03/2027`, `31.3.2027`, `31 March 2027` or `31 Mar 2027`; None when it is none."""
    try:
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _WORDS.fullmatch(text):
            return date(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    except (ValueError, KeyError):
        return None
    return None
