"""What the text of a letter must be, and the mark by which it is known ever after."""

import hashlib

LONGEST_LETTER = 30_000


def body_problem(body: str) -> str:
    """What is wrong with the text of a letter."""
    if not body:
        return "Write the letter, or discard the draft"
    return "" if len(body) <= LONGEST_LETTER else f"Shorten the letter to {LONGEST_LETTER:,} characters or fewer"


def letter_hash(*, invitation: str, number: int, submission_number: int, body: str) -> str:
    """The hash of exactly this letter."""
    return hashlib.sha256("\x00".join((invitation, str(number), str(submission_number), body)).encode()).hexdigest()
