"""Who did it, to whose, with what, at what: the slots of a claim that its own clause fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.drafts import ClaimDraft

if TYPE_CHECKING:
    from newsfacts.claims.find import Context


def fill_roles(context: Context, claim: ClaimDraft) -> None:
    """Sets agent, instrument and target."""
    if claim.trigger is None:
        return
    string, chunks = context.chunks.string, context.chunks
    at = chunks.at(claim.trigger[0])
    kind = string[at]
    who = None
    if kind in "WP":
        who = _by(string, at)
    elif kind in "VIG":
        who = _subject(string, at)
    elif kind == "E":
        who = _by(string, at)
        if who is None and at and string[at - 1] == "A":
            who = at - 1
    if who is not None:
        _set_agent(context, claim, who)


def _by(string: str, at: int) -> int | None:
    """The chunk after "by" behind a passive verb or an event noun."""
    end = string.find("b", at, at + 7)
    if end < 0 or any(c in ".;VWvw" for c in string[at + 1:end]):
        return None
    return next((i for i in range(end + 1, min(end + 3, len(string))) if string[i] in "ANQ"), None)


def _subject(string: str, at: int) -> int | None:
    """The chunk of a verb's subject: the nearest group to its left, over adjuncts, apposition and earlier verbs of the same subject."""
    i = at - 1
    while i >= 0 and string[i] not in ".;":
        c = string[i]
        if c in "AN":
            before = string[max(0, i - 2):i]
            if before.endswith(","):  # an apposition: the name before the comma
                j = i - 2
                if j >= 0 and string[j] in "AN" and string[i + 1:i + 2] == ",":
                    return j
            if before.endswith(("o", "n", "b", "t", "h", "f")):
                i -= 2
                continue
            if before and before[-1] in "VGIvgi":  # an object: its verb's subject is ours
                i -= 1
                continue
            return i
        if c == "U":
            return i
        i -= 1
    return None


def _set_agent(context: Context, claim: ClaimDraft, i: int) -> None:
    chunks, doc, actors = context.chunks, context.doc, context.actors
    first, last = chunks.firsts[i], chunks.lasts[i]
    for token in range(first, last):
        actor = actors.at.get(token)
        if actor is not None:
            draft = actors.list[actor]
            if draft.kind != "place":
                claim.agents = [actor]
                claim.agent = draft.capital or draft.name
            return
    del doc
