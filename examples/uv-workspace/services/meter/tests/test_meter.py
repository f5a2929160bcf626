from decimal import Decimal
from pathlib import Path

from meter import bill

DAY = Path(__file__).with_name("day.csv")


def test_a_day_is_billed_by_its_hours() -> None:
    with DAY.open(encoding="utf-8") as lines:
        assert bill(lines) == Decimal("0.81")


def test_no_readings_cost_nothing() -> None:
    assert bill(["hour,kwh"]) == Decimal("0.00")
