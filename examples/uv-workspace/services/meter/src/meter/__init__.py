"""What a day's readings come to."""

import csv
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from tariffs import price


def bill(lines: Iterable[str]) -> Decimal:
    """Euros for lines of `hour,kWh`, rounded to the cent."""
    rows = csv.DictReader(lines)
    total = sum((price(int(row["hour"])) * Decimal(row["kwh"]) for row in rows), Decimal(0))
    return total.quantize(Decimal("0.01"), ROUND_HALF_UP)
