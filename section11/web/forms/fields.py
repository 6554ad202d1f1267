"""Fields that Django does not have. Their markup is in templates/components/."""

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from section11.lib.dates import day_words

PARTS = ("day", "month", "year")
LIKE = "like 31 3 2027"
MONTHS = {name.lower(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name}


class DatePartsWidget(forms.Widget):
    """Three boxes: `due-day`, `due-month`, `due-year`. A single `due` (`31 3 2027`, `2027-03-31`) is read as well."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        if name in data and not any(f"{name}-{part}" in data for part in PARTS):
            return split_date(str(data[name]))
        return [str(data.get(f"{name}-{part}", "")).strip() for part in PARTS]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day"


class DateBoundField(forms.BoundField):
    """A date field with its three boxes' values, as typed."""

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        """(part, id of its box, what stands in it)."""
        return [(part, f"{self.auto_id}-{part}", text) for part, text in zip(PARTS, typed(self.value()), strict=True)]


class LondonDateField(forms.Field):
    """A day in London, typed as day, month and year; months by number or name.

    `what` begins each message ("the due date"). `earliest` and `latest` are days that are still allowed.
    """

    widget = DatePartsWidget

    def __init__(self, *, what: str, earliest: date | None = None, latest: date | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.what, self.earliest, self.latest = what, earliest, latest
        self.error_messages["required"] = f"Enter {what}, {LIKE}"

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> DateBoundField:
        return DateBoundField(form, self, field_name)

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        day, month, year = value if isinstance(value, list) else split_date(str(value))
        if not (day or month or year):
            return None
        missing = [part for part, text in zip(PARTS, (day, month, year), strict=True) if not text]
        if missing:
            raise ValidationError(f"{self._what()} must include a {' and a '.join(missing)}, {LIKE}")
        if not (year.isdecimal() and len(year) == 4):
            raise ValidationError(f"The year of {self.what} must have 4 numbers, {LIKE}")
        try:
            return date(_number(year), MONTHS.get(month.lower().rstrip(".")) or _number(month), _number(day))
        except (ValueError, OverflowError):
            raise ValidationError(f"{self._what()} must be a real date, {LIKE}") from None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            raise ValidationError(f"{self._what()} must be {day_words(self.earliest)} or later")
        if value and self.latest and value > self.latest:
            raise ValidationError(f"{self._what()} must be {day_words(self.latest)} or earlier")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return typed(initial) != typed(data)

    def _what(self) -> str:
        return self.what[:1].upper() + self.what[1:]


def split_date(text: str) -> list[str]:
    """Day, month and year of `31 3 2027`, `31/03/2027`, `31 March 2027` or `2027-03-31`; always three texts."""
    found = text.replace("/", " ").replace("-", " ").replace(".", " ").split()
    if found and len(found[0]) == 4 and found[0].isdecimal():
        found.reverse()
    day, month, *rest = [*found, "", ""]
    return [day, month, " ".join(rest).strip()]


def typed(value: Any) -> list[str]:
    """What stands in the three boxes for a date, a text, a list of texts or nothing."""
    if value is None:
        return ["", "", ""]
    if isinstance(value, date):
        return [str(value.day), str(value.month), str(value.year)]
    return value if isinstance(value, list) else split_date(str(value))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return int(text)
