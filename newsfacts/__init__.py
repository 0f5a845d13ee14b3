"""Dates, actors and numeric claims of news reports: `extract(text, date=None, rules=None) -> Report`."""

from newsfacts._version import __version__
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.pipeline import extract
    from newsfacts.report import Actor, Claim, Date, Finding, Mention, Quantity, Quote, Report
    from newsfacts.rules import Rules, load_rules

__all__ = [
    "Actor", "Claim", "Date", "Finding", "Mention", "Quantity", "Quote", "Report", "Rules", "__version__", "extract", "load_rules",
]


def __getattr__(name: str) -> object:
    """Loads the cascade when something of it is first used: the command sets up signals and memory before, and --help needs none."""
    if name not in __all__:
        raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")
    from newsfacts import pipeline, report, rules

    for module in (pipeline, report, rules):
        globals().update({word: vars(module)[word] for word in __all__ if word in vars(module)})
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
