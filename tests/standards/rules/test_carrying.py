from section11.standards.rules.carrying import same_level
from section11.standards.rules.content import LevelContent
from section11.standards.vocabulary import LevelClass

MET, PARTIAL, UNMET = LevelClass.MET, LevelClass.PARTIAL, LevelClass.UNMET
SCALE = (
    LevelContent("fully", "Fully", MET),
    LevelContent("mostly", "Mostly", PARTIAL),
    LevelContent("partly", "Partly", PARTIAL),
    LevelContent("met", "Not at all", UNMET),
)


def test_the_same_key_of_the_same_class() -> None:
    assert same_level("partly", PARTIAL, SCALE) == SCALE[2]


def test_a_key_that_means_something_else_now_does_not_count_but_its_class_does() -> None:
    assert same_level("met", MET, SCALE) == SCALE[0]


def test_the_only_one_of_its_class() -> None:
    assert same_level("none", UNMET, SCALE) == SCALE[3]


def test_of_several_or_none_somebody_chooses() -> None:
    assert same_level("partial", PARTIAL, SCALE) is None
    assert same_level("na", LevelClass.NOT_APPLICABLE, SCALE) is None
