"""Reads orders from a folder, one JSON line each, and writes recommendations beside them."""

import json
import sys
from pathlib import Path

from recommender.pairs import count_pairs, recommend


def main(folder: Path) -> None:
    lines = [line for file in sorted(folder.glob("*.jsonl")) for line in file.open()]
    pairs = count_pairs(json.loads(line)["items"] for line in lines)
    products = sorted({product for pair in pairs for product in pair})
    found = {product: recommend(product, pairs) for product in products}
    (folder / "recommendations.json").write_text(json.dumps(found, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/orders"))
