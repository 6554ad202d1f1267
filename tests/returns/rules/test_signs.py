from section11.returns.rules.signs import Signs, Told, signs_of


def told(comment: str = "We train everybody.", *, level: str = "met", by_ref: str = "person:a", by: str = "Ann") -> Told:
    return Told({"induction": level}, {"induction": comment, ("1", "how"): ""}, 1, by_ref, by)


def test_without_a_return_before_nothing_has_changed() -> None:
    assert signs_of(told(), None) == Signs(with_evidence=1, texts=1, texts_unchanged=0, levels_changed=0, new_lead=False)


def test_a_copied_text_is_one_whatever_its_spaces() -> None:
    assert signs_of(told("We  train\neverybody. "), told()).texts_unchanged == 1
    assert signs_of(told("We train most people."), told()).texts_unchanged == 0


def test_an_empty_text_is_no_text() -> None:
    assert signs_of(told(" \n "), told("")).texts == 0


def test_a_level_counts_as_changed_only_where_both_have_one() -> None:
    assert signs_of(told(level="unmet"), told()).levels_changed == 1
    assert signs_of(Told({"new": "unmet"}), told()).levels_changed == 0


def test_a_new_lead_is_another_person_or_another_name_where_a_file_knows_no_persons() -> None:
    assert signs_of(told(by_ref="person:b"), told()).new_lead
    assert not signs_of(told(by="Ann Lead (renamed)"), told()).new_lead
    assert signs_of(told(by="Head of safety"), told(by_ref="", by="Deputy head")).new_lead
    assert not signs_of(told(by="deputy  head"), told(by_ref="", by="Deputy head")).new_lead
    assert not signs_of(told(by_ref="", by=""), told()).new_lead
