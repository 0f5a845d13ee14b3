"""The words of a report for a reader: what stands in the cells of the tables, without any drawing.

A cell is a list of (words, style) pieces; styles are rich's, but nothing of rich is needed here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsfacts.inflect import plural
from newsfacts.render.lines import amount
from newsfacts.render.neutral import flat
from newsfacts.report import Actor, Claim, Date, Finding, Num, Quantity, Quote, Report

Piece = tuple[str, str]
Cell = list[Piece]
Sheet = tuple[list[str], list[list[Cell]]]  # column names, rows

_HEDGES = {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "up to ", "less_than": "under "}
_ORIGINS = {
    "option": "as told", "metadata": "from its date line", "dateline": "from its dateline", "text": "first date in the text",
    "filename": "from the file's name",
}
_PARTS = {"NI": "night", "MO": "morning", "AF": "afternoon", "EV": "evening", "DT": "daytime", "MI": "noon"}
_WIDE = 116  # columns of a screen on which every slot of a claim has its own


def number(value: Num | None) -> str:
    """Digits in groups of three; very large and very small floats as Python writes them."""
    if value is None:
        return "?"
    return f"{value:,}" if isinstance(value, int) and abs(value) < 10**30 or 1e-4 <= abs(value) < 1e16 else str(value)[:40]


def hedged(value: Num | None, low: Num | None, high: Num | None, modifier: str, words: str) -> str:
    """The number as a reader says it: about 1,200, 20–30, dozens (`words`: the text's own, for a vague one)."""
    if modifier == "range":
        return f"{number(low)}–{number(high)}"
    return flat(words) if value is None else _HEDGES.get(modifier, "") + number(value)


def claims(report: Report, shown: Sequence[Claim], width: int) -> Sheet:
    """The claims: a column for every slot on a wide screen, else four columns."""
    numbers = {claim.id: claim for claim in report.claims}
    rows = [(claim, _how_many(claim, numbers)) for claim in shown]
    if width < _WIDE:
        return ["How many", "What", "By whom, where, when", "Who says so"], [
            [many, _what(claim), _circumstances(claim), _says(claim)] for claim, many in rows
        ]
    columns: list[tuple[str, Callable[[Claim], Cell]]] = [
        ("What", lambda c: [(_item(c), "")]), ("Event", lambda c: [(c.event, "cyan")]), ("By whom", lambda c: _plain(c.agent)),
        ("Where", _where), ("When", lambda c: _plain(_when(c))), ("Who says so", _source), ("How sure", _sure),
    ]
    return ["How many", *(name for name, _ in columns)], [[many, *(cell(claim) for _, cell in columns)] for claim, many in rows]


def _plain(text: str | None, style: str = "") -> Cell:
    return [(flat(text), style)] if text else []


def _how_many(claim: Claim, numbers: dict[str, Claim]) -> Cell:
    """The number, then what it is to others: a part, a revision, a contradiction."""
    words = amount(claim).partition("(")[0]
    shown = hedged(claim.value, claim.low, claim.high, claim.modifier, words)
    unit = f"{claim.unit} " if claim.unit and len(claim.unit) == 3 and claim.unit.isupper() else ""
    cell = [(f"{unit}{shown}{' each' if claim.each else ''}", "bold")]
    notes = []
    if claim.part_of in numbers:
        notes.append(f"of the {_short(numbers[claim.part_of])}")
    if claim.was is not None:
        notes.append(f"was {number(claim.was)}")
    if claim.revises in numbers:
        notes.append(f"corrects {_short(numbers[claim.revises])}")
    if claim.status:
        notes.append(claim.status)
    cell += [(f"\n{note}", "dim") for note in notes]
    cell += [(f"\nbut: {_short(numbers[other])}", "red") for other in claim.contradicts if other in numbers]
    return cell


def _short(claim: Claim) -> str:
    return hedged(claim.value, claim.low, claim.high, claim.modifier, amount(claim).partition("(")[0])


def _item(claim: Claim) -> str:
    """The counted things in the text's words; whose they are, where the words do not tell."""
    words = flat(claim.item_text) or _named(claim)
    whose = f" ({flat(claim.affiliation)})" if claim.affiliation and claim.affiliation[:4].casefold() not in words.casefold() else ""
    return words + whose


def _named(claim: Claim) -> str:
    """The counted things in words of ours: 15 were shot down."""
    words = claim.item.replace("_", " ")
    return words if claim.value == 1 or claim.item in ("money", "other") else plural(words)


def _what(claim: Claim) -> Cell:
    return [(f"{_item(claim)}: ", ""), (claim.event, "cyan")]


def _where(claim: Claim) -> Cell:
    at = flat(claim.target or "")
    place = flat(claim.place or "")
    return [(", ".join(x for x in (at, place if place.casefold() not in at.casefold() else "") if x), "")] if at or place else []


def _when(claim: Claim) -> str:
    return "" if claim.time is None else readable(claim.time.value) or flat(claim.time.text)


def readable(value: str | None) -> str:
    """A TIMEX3 value for a reader: 2023-12-02TNI is "2023-12-02, night", 2023-12-02T14:30 "2023-12-02, 14:30"."""
    day, mark, time = (value or "").partition("T")
    if not mark or not day[:1].isdigit():
        return value or ""
    return f"{day}, {_PARTS.get(time, time)}"


def _circumstances(claim: Claim) -> Cell:
    """By whom, with what, at what, where, when: each on its line."""
    when = _when(claim)
    told = [("by", claim.agent), ("with", claim.instrument), ("at", claim.target), ("in", claim.place), ("", when)]
    out: Cell = []
    for name, words in told:
        if words:
            out += [("\n" if out else "", ""), (f"{name} " if name else "", "dim"), (flat(words), "")]
    return out


def _source(claim: Claim) -> Cell:
    out = _plain(claim.source)
    if claim.via:
        out.append((f" via {flat(claim.via)}", "dim"))
    return out


def _sure(claim: Claim) -> Cell:
    """The stance of who says so, and how the claim is meant, unless it is plainly asserted."""
    words: Cell = []
    if claim.stance and claim.stance != "said":
        words.append((claim.stance, "yellow" if claim.stance in ("claimed", "estimated", "unverified", "denied") else "green"))
    if claim.modality != "asserted":
        words.append((f"{', ' if words else ''}{claim.modality}", "magenta"))
    return words


def _says(claim: Claim) -> Cell:
    source, sure = _source(claim), _sure(claim)
    return [*source, (" (", ""), *sure, (")", "")] if source and sure else source or sure or [("the report", "dim")]


def dates(found: Sequence[Date]) -> Sheet:
    """Values with all words that stand for them."""
    words: dict[str, list[str]] = {}
    for date in found:
        shown = readable(date.value) or "no such date"
        if date.mod:
            shown += f" ({date.mod.lower()})"
        texts = words.setdefault(shown, [])
        if flat(date.text) not in texts:
            texts.append(flat(date.text))
    return ["Date", "In the words of the report"], [
        [[(value, "red" if value == "no such date" else "bold")], [(", ".join(f"“{text}”" for text in texts), "")]]
        for value, texts in words.items()
    ]


def actors(found: Sequence[Actor]) -> Sheet:
    """Who and where, and how often."""
    return ["Name", "What", "Role", "Times"], [
        [_plain(actor.name, "bold"), [(actor.kind + (f" ({actor.country})" if actor.country else ""), "")], _plain(actor.role),
         [(str(len(actor.mentions)), "")]] for actor in found
    ]


def quotes(found: Sequence[Quote]) -> Sheet:
    """Who says what; a speaker who goes on is not named again."""
    rows: list[list[Cell]] = []
    before: str | None = ""
    for quote in found:
        who: Cell = [] if quote.speaker == before else _plain(quote.speaker, "bold") or [("?", "dim")]
        before = quote.speaker
        cue: Cell = [(f"{flat(quote.cue)}: ", "dim")] if quote.cue else []
        rows.append([who, [*cue, (_marked(quote), "")]])
    return ["Speaker", "Says"], rows


def _marked(quote: Quote) -> str:
    """In quotation marks, unless it has its own: “We had no time,” said the driver, “to reach it.”"""
    text = flat(quote.text)
    return text if quote.kind == "indirect" or text[:1] in "“\"«„‘'" else f"“{text}”"


def quantities(found: Sequence[Quantity]) -> Sheet:
    """Every number with its unit."""
    return ["Number", "Of what", "In the words of the report"], [
        [[(hedged(q.value, q.low, q.high, q.modifier, q.text[q.number[0] - q.start:q.number[1] - q.start]), "bold")],
         _plain(" ".join(x for x in (q.unit, q.noun) if x)), [(f"“{flat(q.text)}”", "")]] for q in found
    ]


def findings(found: Sequence[Finding]) -> Sheet:
    """What does not add up."""
    return ["Finding", "Why"], [[[(finding.code, "bold red")], _plain(finding.message)] for finding in found]


def title(report: Report) -> list[Cell]:
    """The lines above the tables: the headline, and where and when the report is from."""
    name = flat(report.source.name or "")
    when = report.reference_date
    published = f"dated {when.value} ({_ORIGINS.get(when.origin, when.origin)})" if when.value else "no date of publication known"
    head = [_plain(report.headline.text, "bold")] if report.headline else []
    return [*head, [(f"{name}, " if name and name != "-" else "", "bold" if not head else "dim"), (published, "dim")]]
