from section11.transfer.edition_file.check_words import house, library_problems


def test_the_words_of_the_library_are_as_promised() -> None:
    assert library_problems() == []


def test_what_they_are_held_to_is_there() -> None:
    held_to = house()
    assert {"school", "primary-care", "police"} <= set(held_to.promises["section-11"].light)
    assert len(held_to.others) > 5000
    assert "safeguarding" in held_to.familiar
