import pytest
from tariffs import DAY, NIGHT, price


def test_night_begins_at_ten_and_ends_at_six() -> None:
    assert [price(hour) for hour in (5, 6, 21, 22)] == [NIGHT, DAY, DAY, NIGHT]


def test_a_day_has_24_hours() -> None:
    with pytest.raises(ValueError, match="no hour 24"):
        price(24)
