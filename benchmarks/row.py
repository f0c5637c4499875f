"""One row of `benchmarks/results.json`."""

Rows = dict[str, dict[str, float]]


def row(ratio: float, target: float, moonshot: float) -> dict[str, float]:
    """What was measured beside what is wanted; lower is better in every row."""
    return {"ratio": round(ratio, 3), "target": target, "moonshot": moonshot}
