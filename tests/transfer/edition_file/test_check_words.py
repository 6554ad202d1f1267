from section11.transfer.edition_file.check_words import house, library_problems, release_problems


def test_the_words_of_the_library_are_as_promised() -> None:
    assert library_problems() == []


def test_what_they_are_held_to_is_there() -> None:
    held_to = house()
    assert {"school", "primary-care", "police"} <= set(held_to.promises["section-11"].light)
    assert len(held_to.others) > 5000
    assert "safeguarding" in held_to.familiar


def test_what_was_released_says_what_it_said_then() -> None:
    released = {"one/1": "a", "two/1": "b", "three/1": "c"}
    assert release_problems(released, {"one/1": "a", "two/1": "other", "new/1": "d"}) == [
        "three/1: was released and is not in the library any more",
        "two/1: was released, so it may not change: make a new edition of it",
    ]
