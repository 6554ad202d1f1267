"""What a template does with something that is not there."""

from collections.abc import Iterator

from jinja2 import ChainableUndefined, Undefined
from jinja2.utils import missing


class PageUndefined(ChainableUndefined):
    """Showing or looping over a misspelt name or attribute is an error; a key that a dictionary leaves out is empty.

    The GOV.UK macros take one dictionary of options, ask for many that are not given, and test names they have not set.
    """

    def _check(self) -> None:
        if self._undefined_name is not None and not isinstance(self._undefined_obj, dict | Undefined):
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        self._check()
        return ""

    def __html__(self) -> str:
        return str(self)

    def __bool__(self) -> bool:
        if self._undefined_obj is not missing:
            self._check()
        return False

    def __iter__(self) -> Iterator[object]:
        self._check()
        return iter(())

    def __len__(self) -> int:
        self._check()
        return 0
