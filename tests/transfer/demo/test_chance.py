from section11.transfer.demo.chance import chance, pick


def test_chance_hangs_on_words_alone() -> None:
    drawn = [chance("Oak", str(number)) for number in range(1000)]
    assert drawn == [chance("Oak", str(number)) for number in range(1000)]
    assert all(0 <= one < 1 for one in drawn)
    assert 0.4 < sum(drawn) / 1000 < 0.6


def test_picking_reaches_every_choice() -> None:
    assert {pick("abc", str(number)) for number in range(50)} == {"a", "b", "c"}
