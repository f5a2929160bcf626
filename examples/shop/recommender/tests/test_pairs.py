from recommender.pairs import count_pairs, recommend

ORDERS = [["apple", "bread"], ["bread", "apple", "cheese"], ["bread", "cheese"]]


def test_pairs_are_counted_whatever_their_order():
    assert count_pairs(ORDERS)[("apple", "bread")] == 2


def test_the_most_frequent_companion_is_recommended():
    assert recommend("apple", count_pairs(ORDERS)) == "bread"


def test_nothing_is_recommended_for_an_unknown_product():
    assert recommend("unicorn", count_pairs(ORDERS)) is None
