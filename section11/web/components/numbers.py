"""Shares as people read them. What is decided is decided on exact fractions; only what is shown is rounded, half up."""


def percent(part: int, whole: int) -> str:
    """`73%`; empty when there is nothing to take a share of."""
    if whole == 0:
        return ""
    return f"{(200 * part + whole) // (2 * whole)}%"
