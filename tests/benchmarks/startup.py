"""CPU of one short report through the command, above a bare Python; what it consists of, and the modules that cost most.

    python tests/benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from measure import interleaved, news, spawn

PYTHON = sys.executable
# run in a process of its own: counts the regexes that a run compiles, by the module that asks for them
CENSUS = """
import collections, os, sys, time
import re._compiler as compiler
spent, original = collections.defaultdict(lambda: [0, 0.0]), compiler.compile
def timed(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__", "").split(".")[0] in ("re", "functools"):
        frame = frame.f_back
    begin = time.perf_counter()
    try:
        return original(pattern, flags)
    finally:
        entry = spent[frame.f_globals.get("__name__", "?")]
        entry[0] += 1
        entry[1] += time.perf_counter() - begin
compiler.compile = timed
from newsfacts.cli import main
main(["-o", os.devnull, sys.argv[1]])
print(sum(n for n, _ in spent.values()), "regexes compiled,", round(1000 * sum(t for _, t in spent.values()), 1), "ms; by module:")
for name, (count, cost) in sorted(spent.items(), key=lambda item: -item[1][1])[:15]:
    print(f"{1000 * cost:8.1f}  {name} ({count})")
"""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        report, tiny = Path(folder, "report.txt"), Path(folder, "tiny.txt")
        report.write_text(news(4000), encoding="utf-8")
        tiny.write_text("Five people were killed.\n")
        words = {
            "python -c pass": ["-c", "pass"],
            "import re, json, dataclasses": ["-c", "import re, json, dataclasses"],
            "import click": ["-c", "import click"],
            "newsfacts --version": ["-m", "newsfacts", "--version"],
            "newsfacts, 25 characters": ["-m", "newsfacts", str(tiny)],
            "newsfacts, 4 kB": ["-m", "newsfacts", str(report)],
            "newsfacts -f json, 4 kB": ["-m", "newsfacts", "-f", "json", str(report)],
            "newsfacts -f table, 4 kB": ["-m", "newsfacts", "-f", "table", str(report)],
        }
        spawn([PYTHON, *words["newsfacts -f table, 4 kB"]])  # compiles what is not compiled yet
        found = interleaved(runs, {name: partial(lambda w: spawn([PYTHON, *w])[0], w) for name, w in words.items()})
        bare = found["python -c pass"]
        print(f"{'CPU, ms':34}{'least':>8}{'median':>8}{'above bare Python':>20}")
        for name, (least, middle) in found.items():
            print(f"{name:34}{least:8.1f}{middle:8.1f}{middle - bare[1]:20.1f}")
        traced = [PYTHON, "-X", "importtime", "-m", "newsfacts", str(report)]
        trace = subprocess.run(traced, capture_output=True, text=True, check=True).stderr
        census = subprocess.run([PYTHON, "-c", CENSUS, str(report)], capture_output=True, text=True, check=True).stdout
    own = [(int(m[1]) / 1000, m[2]) for m in re.finditer(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", trace)]
    print(f"\n{len(own)} modules; the dearest by themselves (ms, traced):")
    for cost, name in sorted(own, reverse=True)[:15]:
        print(f"{cost:8.1f}  {name}")
    print(f"\n{census}", end="")


if __name__ == "__main__":
    main()
