"""The words of audit tools."""

from enum import StrEnum


class LevelClass(StrEnum):
    """What a level means to figures, whatever its label or place."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    NOT_APPLICABLE = "not_applicable"


class Form(StrEnum):
    FULL = "full"
    LIGHT = "light"
    TINY = "tiny"  # for groups with no paid staff
    REVIEW = "review"


FORM_WORDS: dict[Form, str] = {Form.FULL: "Full", Form.LIGHT: "Light", Form.TINY: "Tiny", Form.REVIEW: "Review"}


class Audience(StrEnum):
    CHILDREN = "children"
    ADULTS = "adults"
    BOTH = "both"


LOCAL_STANDARD = "L"  # the ref of the standard that holds a partnership's own statements
LOCAL_TOOL = "local"  # the tool of the supplement editions that hold them
REVIEW_SECTION = "review"  # the narrative section of the review form
EDITION_FORMAT = "section11/edition/1"
MAPPING_FORMAT = "section11/mapping/1"
