from section11.reports.content.readable import paragraphs, pieces, readable


def test_what_cannot_be_shown_goes():
    assert readable("a\x00b\x1bc\u202ed\u2066e\ufefff\ud800g") == "abcde\ufefffg"


def test_lines_end_alike():
    assert readable("one\r\ntwo\rthree\u2028four\x85five\x0bsix") == "one\ntwo\nthree\nfour\nfive\nsix"
    assert readable("\ta\tb ") == "a    b"


def test_paragraphs_are_the_lines_that_say_something():
    assert paragraphs("one\n\n  \n two ") == ["one", "two"]
    assert paragraphs("") == []


def test_pieces_are_cut_at_a_space_and_lose_nothing():
    text = "word " * 100 + "x" * 100
    found = pieces(text, 30)
    assert max(map(len, found)) <= 30
    assert "".join(found) == text
    assert all(piece.endswith(" ") for piece in found[:10])
    assert pieces("", 30) == [""]
