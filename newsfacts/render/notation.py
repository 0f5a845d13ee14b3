"""The notation of the tests, made harmless for a terminal."""

from __future__ import annotations

from newsfacts.render import View
from newsfacts.render.lines import amount, claim_line, lines
from newsfacts.render.neutral import flat, neutral
from newsfacts.render.select import SECTIONS, chosen
from newsfacts.report import Report


def notation(view: View, report: Report) -> str:
    """One fact a line; the name of the report above them where several are printed."""
    out = [f"report {flat(report.source.name or '')}"] if view.several else []
    before = len(out)
    for section in SECTIONS:
        if section not in view.only:
            continue
        if section == "claims":
            values = {claim.id: amount(claim) for claim in report.claims}
            out += [claim_line(claim, values) for claim in chosen(report, view.claims)]
        else:
            out += lines(report, (section,))
    if len(out) == before:
        out.append("(nothing)")
    return "\n".join(map(neutral, out)) + "\n"
