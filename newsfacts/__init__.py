"""Dates, actors and numeric claims of news reports: `extract(text, date=None, rules=None) -> Report`."""

from newsfacts._version import __version__
from newsfacts.pipeline import extract
from newsfacts.report import Actor, Claim, Date, Finding, Mention, Quantity, Quote, Report
from newsfacts.rules import Rules, load_rules

__all__ = [
    "Actor", "Claim", "Date", "Finding", "Mention", "Quantity", "Quote", "Report", "Rules", "__version__", "extract", "load_rules",
]
