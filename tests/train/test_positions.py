from train.positions import HEADLINE, best, fit, folds, topics


def test_claims_that_share_a_name_are_one_topic() -> None:
    found = topics({"a": "The mayor of Harrow left", "b": "A goat in Harrow sang", "c": "A goat in Lima sang"})
    assert found["a"] == found["b"] != found["c"]


def test_a_topic_is_never_in_two_folds() -> None:
    rows = [{"claim_id": f"{at}", "claim": f"A goat saw Town{'abc'[at % 3]} {at}"} for at in range(9)]
    chosen = folds(rows)
    assert {len({chosen[f"{at}"] for at in range(start, 9, 3)}) for start in range(3)} == {1}


def test_a_word_of_few_claims_is_no_feature() -> None:
    names = ("against", "for", "observing")
    found = [{names[at % 3]: 1.0, "w hoax": 1.0} for at in range(90)]
    model = fit(found, [names[at % 3] for at in range(90)], [f"{at % 5}" for at in range(90)], HEADLINE)
    assert set(model.weights) == set(names)
    assert [best(model.shares({name: 1.0})) for name in names] == list(names)
