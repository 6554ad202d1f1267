"""What an operation says when it will not do a thing. Pages turn these into words where the person is."""

from collections.abc import Mapping


class Absent(Exception):
    """Not there, or not this viewer's: the two look the same (404)."""


class Refused(Exception):
    """A rule says no. `problems` maps a field (or "" for the whole) to what to do about it, all at once."""

    def __init__(self, problems: Mapping[str, str] | str) -> None:
        self.problems = {"": problems} if isinstance(problems, str) else dict(problems)
        super().__init__("; ".join(f"{k}: {v}" if k else v for k, v in self.problems.items()))


class Conflict(Exception):
    """Somebody else saved first: nothing of this save is kept, both texts are here. `theirs` is what stands now."""

    def __init__(self, *, version: int, mine: Mapping[str, str], theirs: Mapping[str, str], by: str) -> None:
        self.version = version
        self.mine = dict(mine)
        self.theirs = dict(theirs)
        self.by = by
        super().__init__(f"saved by {by} as version {version}")
