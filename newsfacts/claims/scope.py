"""What is told of a film or a drill did not happen, and who speaks is not who was harmed."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from newsfacts.claims.context import Context, of_them
from newsfacts.drafts import ClaimDraft, QuoteDraft
from newsfacts.lexicon import load_json

_SUMS = frozenset(("money-noun", "noun-of-money"))
_WAS = frozenset("was were is are been has have".split())
_TO_COME = frozenset("will would to may could should".split())
_GOVERNS = 4  # tokens from a verb to the sum or its noun: "disbursed a first tranche"
_BEHIND = 4  # tokens of "has been suspended"
_SIMULATES = frozenset("simulate simulates simulated simulating".split())
_SPEAKER = 120  # characters that name who speaks
_HARM = frozenset(("killed", "wounded", "casualties", "missing"))
_BESIDE = 4  # characters between what is said and "said"
_OF_WHOM = 20  # characters after it
_WEAPONS = frozenset("drone missile rocket bomb shell weapon".split())
_AT_HOME = ("person", "child", "civilian", "household")
_VERB = 6  # tokens from those who cannot return to the verb
_CANNOT = frozenset(("unable", "cannot", "can't", "couldn't"))
_NOT_ABLE = (("can", "not"), ("could", "not"), ("not", "able"), ("not", "allowed"), ("not", "dare"))
_ARRIVING = frozenset("reach make get find".split())


def unreached(context: Context, claim: ClaimDraft) -> None:
    """Weapons that "never reached their targets", "never made it to" them were stopped, not hit."""
    if claim.event == "hit" and claim.modality in ("denied", "none") and claim.trigger and claim.item in _WEAPONS and (
            context.rules.lemmas.get(context.doc.low[claim.trigger[0]]) in _ARRIVING):
        claim.event, claim.modality = "suppressed", "asserted"


def kept_away(context: Context, claim: ClaimDraft) -> None:
    """People who "cannot go home" are away from it: "9,000 residents are unable to return"."""
    if claim.event != "returned" or claim.item not in _AT_HOME or not claim.trigger:
        return
    words = context.doc.low[claim.last:claim.trigger[0]]
    if len(words) < _VERB and (not _CANNOT.isdisjoint(words) or any(pair in _NOT_ABLE for pair in pairwise(words))):
        claim.event, claim.modality = "displaced", "asserted"


def aid_stopped(context: Context, claim: ClaimDraft) -> None:
    """Aid that is cut was only planned, and what is paid out is given: "cut $90 million in aid", "aid worth $90 million was suspended";
    "disbursed a first tranche of $90 million"."""
    if claim.event != "provided" or claim.item != "money" or claim.trigger is None or claim.rule not in _SUMS:
        return
    low, words = context.doc.low, load_json("events")["aid_moved"]
    first, last = context.doc.sents[claim.sentence]
    begin, end = min(claim.first, claim.trigger[0]), max(claim.last, claim.trigger[1])
    before = low[max(first, begin - _GOVERNS):begin]
    before = before[len(before) - before[::-1].index(","):] if "," in before else before
    behind = low[end:min(last, end + _BEHIND)]
    passive = not _WAS.isdisjoint(behind[:1]) and not frozenset(words["stopped"]).isdisjoint(behind[1:])
    if passive or not frozenset(words["stopped"]).isdisjoint(before):
        claim.modality = "planned" if claim.modality == "asserted" else claim.modality
    elif not frozenset(words["paid"]).isdisjoint(before) and claim.modality == "planned" and _TO_COME.isdisjoint(
            low[max(first, begin - _GOVERNS - 2):begin]):
        claim.modality = "asserted"


def of_the_same_lot(context: Context, claims: list[ClaimDraft]) -> None:
    """Some "of them" behind a verb whose subject was counted: "9,000 homes lost power, 5,000 of them in Velm" lost no homes."""
    for before, claim in pairwise(sorted(claims, key=lambda c: c.first)):
        if claim.number is None or claim.rule != "active-object-list" or not of_them(context, claim.number) or before.trigger is None:
            continue
        if before.sentence == claim.sentence and claim.trigger is not None and before.last <= before.trigger[0] <= claim.trigger[0] < (
                before.trigger[1] + 1):
            claim.event, claim.item, claim.rule, claim.part_of = before.event, before.item, "part", before


def spared(context: Context, claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """The claims of harm without those of people who are unhurt: "police kill gunman, four hostages unharmed"."""
    low, words = context.doc.low, load_json("events")["unhurt"]
    claims = [c for c in claims if c.event != "outage" or c.rule != "part" or not _restored(context, c)]
    return [c for c in claims if c.event not in _HARM or c.number is None or c.last >= len(low) or low[c.last] not in words]


def _restored(context: Context, claim: ClaimDraft) -> bool:
    """Whether some of those cut off are connected again: "of the 9,000 homes that lost power, 5,000 have been reconnected"."""
    words = context.doc.low[claim.last:min(claim.last + _BEHIND, context.doc.sents[claim.sentence][1])]
    return not frozenset(load_json("events")["all_but"]["reconnected"]).isdisjoint(words)


def speakers_left_out(claims: list[ClaimDraft], quotes: list[QuoteDraft]) -> list[ClaimDraft]:
    """The claims without those of people who only speak: "killed nine, including two boys, a fighter and residents said"."""
    ends = {q.parts[-1][1]: q.cue_at[0] for q in quotes if q.cue_at and q.parts and 0 < q.cue_at[0] - q.parts[-1][1] < _SPEAKER}
    ends.update({q.parts[-1][1]: q.cue_at[1] + _OF_WHOM for q in quotes if q.cue_at and q.parts and q.kind == "direct" and (
        0 < q.cue_at[0] - q.parts[-1][1] < _BESIDE)})  # "...," said a colleague of one of the dead
    if not ends:
        return claims
    begins = sorted(ends)
    out = []
    for claim in claims:
        k = bisect_right(begins, claim.start) - 1
        if k < 0 or claim.end > ends[begins[k]]:
            out.append(claim)
    return out


def real(context: Context, claims: list[ClaimDraft], told: set[str]) -> list[ClaimDraft]:
    """The claims without those of a sentence with "in the film"; of a drill only people who were truly hurt stay ("killed in a drill").
    `told`: the words of the text."""
    words = load_json("events")["unreal"]
    fiction, drills = told.intersection(words["fiction"]), told.intersection(words["drills"])
    if "game" in told and "video" in told:
        fiction.add("game")
    low, chunks = context.doc.low, context.chunks
    if not fiction and not drills:
        return claims
    out = []
    for claim in claims:
        first, last = context.doc.sents[claim.sentence]
        aside = {low[chunks.lasts[i] - 1] for i in range(chunks.at(first), chunks.at(last - 1) + 1)
                if chunks.string[i] == "z" and low[chunks.firsts[i]] in ("the", "a", "an", "this", "that") and (
                    low[chunks.lasts[i] - 1:chunks.lasts[i] + 1] != ["series", "of"])}
        before = low[first:claim.first] if drills and not _SIMULATES.isdisjoint(told) else []
        if not drills.isdisjoint(before) and not _SIMULATES.isdisjoint(before):
            continue  # the drill simulated a crash that killed 90
        if aside & fiction or fiction and _tells(low[first:claim.first], fiction, words["tells"]):
            continue
        if aside & drills and (claim.event in words["not_in_drills"] or _in_quotes(context, claim)):
            continue
        out.append(claim)
    return out


def _tells(before: list[str], fiction: set[str], tells: list[str]) -> bool:
    """ "The novel tells of", "the series, in which": what follows is its plot."""
    return any(word in fiction and (after in tells or after == "," and before[k + 2:k + 3] == ["in"])
               for k, (word, after) in enumerate(pairwise(before)))


def _in_quotes(context: Context, claim: ClaimDraft) -> bool:
    return claim.trigger is not None and context.doc.text[context.doc.starts[claim.trigger[0]] - 1] in "\"“'‘"
