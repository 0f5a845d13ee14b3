"""CPU and memory as the input grows: one text twice and four times as long, 60 files and 1,200, and texts made to be slow.

    python tests/benchmarks/growth.py [CHARACTERS]

Linear cost shows as ratios of 2 and 4; many files must not need more memory than few.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from measure import news, spawn

from newsfacts import extract

# each is repeated; what hostile or broken texts are made of
HOSTILE = {
    "digits": "7", "digits and commas": "1,", "numbers": "12 ", "and": "3 and ", "capitals": "Ab ",
    "names": "Ilsa Marden, ", "of": "one of the ", "said": "he said ", "quotes": '"', "curly quotes": "“a” ", "brackets": "(",
    "dots": ". ", "hyphens": "a-", "spaces": " ", "line breaks": "\n", "letters": "a", "marks": "e\u0301", "base64": "Qm9yZGVyIHBvc3Q",
    "dates": "3 May 2024, ", "killed": "five were killed ",
    "claims": "Norland launched 12 drones. ", "to": "20 to ", "commas": ",", "money": "$5 million ", "percent": "5% of ",
}


def command(*files: str) -> tuple[float, float]:
    """(CPU ms, MB) of the program on files."""
    return spawn([sys.executable, "-m", "newsfacts", *files])


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 250_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x")
        path.write_text("")
        start, base = command(str(path))
        print(f"{'one text':28}{'ms':>9}{'ratio':>7}{'MB':>7}    (above the empty file: {start:.0f} ms, {base:.0f} MB)")
        first = 0.0
        for k in (1, 2, 4):
            path.write_text(news(k * size), encoding="utf-8")
            cost, memory = command(str(path))
            first = first or cost - start
            print(f"{k * size:20,} characters{cost - start:7.0f}{(cost - start) / first:7.2f}{memory - base:7.0f}")
        print(f"\n{'many files of 2,000 characters':28}")
        for count in (60, 1200):
            files = Path(folder, str(count))
            files.mkdir()
            for k in range(count):
                (files / f"{k:04}.txt").write_text(news(2000), encoding="utf-8")
            cost, memory = command(str(files))
            print(f"{count:23,} files{(cost - start) / count:7.2f} ms a file{memory - base:7.0f} MB")
    print(f"\n{'hostile, 20,000 characters':28}{'ms':>9}{'x2':>7}{'x4':>7}    (ratios to it; 2 and 4 are linear)")
    for name, piece in HOSTILE.items():
        times = []
        for k in (1, 2, 4):
            text = (piece * (20_000 * k // len(piece) + 1))[:20_000 * k]
            best = float("inf")
            for _ in range(3):
                begin = time.process_time()
                extract(text)
                best = min(best, time.process_time() - begin)
            times.append(best)
        flag = "  <-- grows faster" if times[2] > 5.5 * times[0] and times[2] > 0.05 else ""
        print(f"{name:28}{times[0] * 1000:9.1f}{times[1] / times[0]:7.2f}{times[2] / times[0]:7.2f}{flag}")


if __name__ == "__main__":
    main()
