"""What electricity costs at which hour."""

from decimal import Decimal

NIGHT = Decimal("0.18")
DAY = Decimal("0.31")


def price(hour: int) -> Decimal:
    """Euros for a kilowatt hour, in the hour that begins then."""
    if not 0 <= hour < 24:
        raise ValueError(f"a day has no hour {hour}")
    return NIGHT if hour < 6 or hour >= 22 else DAY
