from section11.web.components.charts import VALUE_ROOM, WIDTH, Row, bars, stacks


def test_a_bar_is_as_long_as_its_share() -> None:
    drawn, height = bars([Row("A", 1, 2, "50%"), Row("B", 0, 0, ""), Row("C " * 40, 3, 3, "100%")])
    assert [bar.width for bar in drawn] == [(WIDTH - VALUE_ROOM) / 2, 0, WIDTH - VALUE_ROOM]
    assert len(drawn[2].lines) == 2
    assert height == drawn[2].bar_top + 20
    assert bars([]) == ([], 0)


def test_the_parts_of_a_stack_fill_the_width_and_leave_out_nothing_but_zeros() -> None:
    drawn, _ = stacks([("A", [("met", 3), ("partial", 0), ("unmet", 1)]), ("B", [("met", 0)])])
    assert [(part.key, part.left, part.width) for part in drawn[0].parts] == [("met", 0, 270), ("unmet", 270, 90)]
    assert drawn[1].parts == ()


def test_to_scale_the_longest_fills_the_width() -> None:
    drawn, _ = stacks([("A", [("met", 10)]), ("B", [("met", 5)])], to_scale=True)
    assert [row.parts[0].width for row in drawn] == [360, 180]


def test_a_count_stands_only_where_it_fits() -> None:
    drawn, _ = stacks([("A", [("met", 990), ("unmet", 10)])])
    assert [part.roomy for part in drawn[0].parts] == [True, False]
