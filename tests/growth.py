"""Whether the cost of a stage grows linearly with the text: a ratio of CPU times, never a number of seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TRIES = 4  # the machine may be busy: a quadratic cost fails every one of them


def cost(run: Callable[[str], object], text: str) -> float:
    """The CPU seconds of a run, the best of three, without garbage collection."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            begin = time.process_time()
            run(text)
            best = min(best, time.process_time() - begin)
    finally:
        gc.enable()
    return best


def check(run: Callable[[str], object], unit: str, times: int) -> None:
    """Asserts that the text `unit` x 2 x `times` costs less than three times what half of it costs."""
    run(unit * (times // 10 + 1))
    ratios = []
    for _ in range(_TRIES):
        small, large = cost(run, unit * times), cost(run, unit * (2 * times))
        ratios.append(large / max(small, 0.002))
        if ratios[-1] < 3:
            return
    raise AssertionError(f"{unit!r} x {times}: twice the text costs {ratios} times as much")
