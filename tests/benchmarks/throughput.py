"""Characters a second through `newsfacts.extract` and the formats, beside a floor: one pass of `re.finditer` over the words.

    python tests/benchmarks/throughput.py [RUNS]
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable

from measure import interleaved, news

from newsfacts import extract
from newsfacts.render import FORMATS, View, body

WORD = re.compile(r"\w+|[^\w\s]")
SIZE = 4000


def _clock(work: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return run


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    whole = news(200_000)
    texts = [whole[k:k + SIZE] for k in range(0, len(whole), SIZE)]
    reports = [extract(text) for text in texts]
    work: dict[str, Callable[[], object]] = {
        "floor: re.finditer over the words": lambda: [[m.span() for m in WORD.finditer(text)] for text in texts],
        "extract": lambda: [extract(text) for text in texts],
        "to_dict": lambda: [report.to_dict() for report in reports],
    }
    for format in FORMATS:
        view = View(format)
        body(view, reports[0])
        work[f"extracted → {format}"] = lambda view=view: [body(view, report) for report in reports]  # type: ignore[misc]
    found = interleaved(runs, {name: _clock(job) for name, job in work.items()})
    floor = found["floor: re.finditer over the words"][0]
    print(f"{len(texts)} reports of {SIZE} characters{'MB/s':>22}{'of the floor':>14}{'facts/s':>10}")
    facts = sum(len(r.dates) + len(r.actors) + len(r.quantities) + len(r.claims) + len(r.quotes) for r in reports)
    for name, (least, _) in found.items():
        print(f"{name:40}{len(whole) / least / 1e6:14.2f}{floor / least:14.3f}{'' if 'floor' in name else f'{facts / least:10.0f}'}")


if __name__ == "__main__":
    main()
