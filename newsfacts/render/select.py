"""Which facts of a report are printed."""

from __future__ import annotations

from newsfacts.report import Claim, Num, Report
from newsfacts.typed import NamedTuple

SECTIONS = ("dates", "actors", "quantities", "claims", "quotes", "findings")


class Filter(NamedTuple):
    """Conditions on claims: any of the events, any of the items, words in the agent's and the source's name, the least number."""

    events: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    agent: str | None = None
    source: str | None = None
    least: Num | None = None

    def keeps(self, claim: Claim) -> bool:
        """Whether the claim fulfils all conditions; its number is the value, else the lower bound."""
        if self.events and claim.event not in self.events:
            return False
        if self.items and claim.item not in self.items:
            return False
        if self.agent is not None and not _holds(claim.agent, self.agent):
            return False
        if self.source is not None and not _holds(claim.source, self.source):
            return False
        if self.least is None:
            return True
        number = claim.low if claim.value is None else claim.value
        return number is not None and number >= self.least


ALL = Filter()


_APOSTROPHES = str.maketrans("’‘ʼ“”", "'''\"\"")  # a keyboard has the straight ones


def _holds(name: str | None, words: str) -> bool:
    return name is not None and words.casefold().translate(_APOSTROPHES) in name.casefold().translate(_APOSTROPHES)


def chosen(report: Report, claims: Filter) -> tuple[Claim, ...]:
    """The claims that fulfil the conditions."""
    return tuple(filter(claims.keeps, report.claims)) if claims != ALL else report.claims


def count(report: Report, only: tuple[str, ...], claims: Filter) -> int:
    """How many facts are printed."""
    return sum(len(chosen(report, claims) if section == "claims" else getattr(report, section)) for section in only)
