"""Many inputs on several processes: order kept, memory flat, nothing started before it is needed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from newsfacts.cli.extract import Outcome, each
from newsfacts.cli.messages import Failure
from newsfacts.cli.settings import Settings
from newsfacts.reading import STDIN
from newsfacts.rules import Rules, load_rules

Input = tuple[str, str | None]
_BATCH = 4  # inputs a task: enough to hide the cost of a message, few enough for an even load
_state: tuple[Settings, Rules] | None = None


def outcomes_of_many(inputs: Iterable[Input], settings: Settings, rules: Rules) -> Iterator[Outcome]:
    """The outcomes of the inputs, in order, from `settings.jobs` processes."""
    global _state
    _state = settings, rules  # what forked processes need not load again
    inputs = iter(inputs)
    first = list(islice(inputs, _BATCH + 1))
    if len(first) <= _BATCH:
        yield from each(first, settings, rules)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(settings.jobs, multiprocessing.get_context(method), _prepare, (settings,))
    try:
        _masked(True)
        try:
            pool.submit(int).result()  # starts the workers; a signal must not come before all of them are known to this process
        finally:
            _masked(False)
        waiting: deque[Future[list[Outcome]]] = deque()
        for batch in _batches(first, inputs):
            if batch[0][0] == STDIN:  # only this process has it
                done: Future[list[Outcome]] = Future()
                done.set_result(list(each(batch, settings, rules)))
                waiting.append(done)
            else:
                waiting.append(pool.submit(_work, batch))
            while len(waiting) > 3 * settings.jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise Failure("a process of --jobs was stopped: the output is not complete") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        stop_workers()


def stop_workers() -> None:
    """Workers hold no state of value: on an error or an interruption they end at once."""
    for process in multiprocessing.active_children():
        process.terminate()
        process.join()


def _batches(first: list[Input], inputs: Iterator[Input]) -> Iterator[list[Input]]:
    batch: list[Input] = []
    for pair in (pair for part in (first, inputs) for pair in part):
        if pair[0] == STDIN:
            if batch:
                yield batch
            yield [pair]
            batch = []
            continue
        batch.append(pair)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _masked(blocked: bool) -> None:
    """Holds back the signals that end the run, or lets them through; workers inherit it."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK if blocked else signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))


def _prepare(settings: Settings) -> None:
    """A process of the pool: it ends with the first one, which alone answers to Ctrl-C."""
    global _state
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _masked(False)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if _state is None:
        _state = settings, load_rules(settings.rules)


def _end_with_parent() -> None:
    """A pool whose first process was killed would wait for work for ever."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work(batch: list[Input]) -> list[Outcome]:
    assert _state is not None
    return list(each(batch, *_state))
