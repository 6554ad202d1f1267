import pytest

from section11.standards.rules.readability import grade, sentences, syllables, words


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("One", 1), ("One. Two? Three!", 3), ('He said "stop." Then he left.', 2), ("A list: one, two.", 2), ("At 3.30 we met.", 1)],
)
def test_sentences_end_at_their_marks(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("child", 1),
        ("asked", 1),
        ("wanted", 2),
        ("table", 2),
        ("made", 1),
        ("pages", 2),
        ("homes", 1),
        ("referral", 3),
        ("the", 1),
        ("DBS", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_harder_text_has_a_higher_grade() -> None:
    easy = "Staff tell the lead. She rings the council. The child is safe."
    hard = "Accountability mechanisms necessitate continual organisational evaluation of multidisciplinary arrangements."
    assert grade(easy) < 3 < 15 < grade(hard)
    assert grade("") == 0.0


def test_words_that_every_reader_knows_are_not_counted_as_long() -> None:
    text = "Safeguarding is for the organisation."
    assert grade(text, {"safeguarding", "organisation"}) < grade(text)


def test_the_formula() -> None:
    text = "One two three. Four five six."
    assert len(words(text)) == 6
    assert grade(text) == pytest.approx(0.39 * 3 + 11.8 * 1 - 15.59)
