"""Prints the bill of each file that is named."""

import sys
from pathlib import Path

from meter import bill


def main() -> None:
    for name in sys.argv[1:]:
        with Path(name).open(encoding="utf-8") as lines:
            print(f"{name}: {bill(lines)}")
