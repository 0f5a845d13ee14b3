"""What the benchmarks share: texts, and the CPU time and memory of processes."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEWS = """Drones strike the port of Sundhaven

May 14, 2024 - Norland launched 176 drones and one missile at the port of Sundhaven overnight, the navy said on Tuesday.
Of these, 139 drones were shot down. At least 5 people were killed and dozens were wounded, Governor Ilsa Marden said.
"We have never seen such a night," Marden said. The port lies 12 kilometres from the border. Officials in Westmark, who
asked not to be named, confirmed that more than 1,200 households were without power on Wednesday morning.

Talks between the two countries had been planned for June. Prime Minister Oskar Lindahl told reporters that the meeting would
not be cancelled, although his government expects a written answer. According to the Sundhaven Port Authority, three ships
were damaged; the cost was put at $4.5 million. Last year the port handled about 30 million tonnes of grain.
"""


def news(characters: int) -> str:
    """Reports one after another, about so many characters; the samples where they are there."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))] or [NEWS]
    out, size = [], 0
    while size < characters:
        for text in texts:
            out.append(text)
            size += len(text) + 2
    return "\n\n".join(out)[:characters]


def spawn(words: Sequence[str]) -> tuple[float, float]:
    """(CPU in ms, peak memory in MB) of a process run to its end; its output is thrown away."""
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {' '.join(words)}")
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


def interleaved(runs: int, commands: dict[str, Callable[[], float]]) -> dict[str, tuple[float, float]]:
    """name → (least, median) of what each gives; in turns and shuffled, so that a busy machine slows all alike."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        names = list(commands)
        random.shuffle(names)
        for name in names:
            found[name].append(commands[name]())
    return {name: (min(values), statistics.median(values)) for name, values in found.items()}
