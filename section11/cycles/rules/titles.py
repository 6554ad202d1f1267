"""What a cycle may be called."""

LONGEST_TITLE = 200
RESERVED_SLUGS = frozenset({"new"})  # `/cycles/new` is the page that starts a draft


def title_problem(title: str) -> str:
    """What to do about a title, or nothing."""
    if not title.strip():
        return "Enter a title, like Section 11 audit 2027"
    if len(title) > LONGEST_TITLE:
        return f"Shorten the title to {LONGEST_TITLE} characters or fewer"
    return ""
