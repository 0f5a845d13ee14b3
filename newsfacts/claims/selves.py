"""Who is dead by his own hand, told of the subject of another verb: "a sailor shot two clerks before killing himself"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, item_at
from newsfacts.claims.people import Person
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json

_HIMSELF = late(r"G[zD]{0,2}[UNE]")
_SUBJECT = late(r"(?:^|(?<=[.;:]))[zD,]{0,4}(?P<who>Q)(?!z{0,3}[,&])")


def selves(view: Context, hidden: dict[int, Person], found: dict[int, ClaimDraft]) -> None:
    """Adds a claim of the one person who is the subject of the clause, where nothing else is told of what befell him."""
    low, chunks, words = view.doc.low, view.chunks, load_json("events")
    for match in _HIMSELF.finditer(chunks.string):
        at, last = match.start(), chunks.lasts[match.end() - 1]
        told = " ".join(low[chunks.heads[at]:last])
        if told not in words["by_own_hand"] or low[chunks.firsts[at] - 1] not in words["before_own_hand"]:
            continue
        subject = next((m for m in _SUBJECT.finditer(chunks.string, max(0, chunks.string.rfind(".", 0, at)), at)), None)
        number = view.number_at.get(subject.start("who")) if subject else None
        if number is not None and id(number) in hidden and number.value == 1 and number.nfirst not in found:
            item = item_at(view, number, subject.start("who") if subject else 0)
            head = chunks.heads[at]
            found[number.nfirst] = draft(view, number, "killed", item if item in PEOPLE else "person", "own-hand", (head, head + 1))
