"""What became of the people of a claim, told by a later verb of the same clause or by an adverb: "abducted from his home and later killed",
"fatally shot"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft, frames_at, lemma_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json

_LATER = late(r"[WPVE]S{0,2}(?:(?![.QVW:rS]|c(?![gGzn])).){0,16}?(?:[&;]|cz{0,2}U)z{0,4}"
              r"(?:(?:Bz{0,2}|[wpWP])?(?P<state>S)|(?P<verb>[WPV]))(?!z{0,3}[QNA])")
_DOUBT = frozenset("whether if anyone anybody someone nobody".split())
_THERE = frozenset("scene spot site instantly there".split())
_FOUND = frozenset("accounted located traced contacted identified".split())
_LET = frozenset(("go", "free", "loose"))  # let go, set free
_ALSO = late(r"[WP](?<=[Qz~ADN,].)(?:Si?)?[zDp]{0,6}(?:b[NAzo]{1,5})?[zD]{0,6}(?:,?[zD]|,A){0,5}"
             r"(?:(?:(?:,?&|,)[zD]{0,2}P[zD]{0,6})?n(?P<before>[WP])|(?:,?&|[,;]|,?(?P<but>c))[zD]{0,3}(?P<verb>[WP]|V(?=N)))(?!z{0,3}[QAU]|z{1,3}N|N[^.,;zDn])")
_MAIN = late(r"W(?<=r.)(?:b[NA]{1,3})?[zDAt]{0,12}(?:b[NA]{1,3})?,?z?(?P<verb>W)")  # seven who had been held since May were freed
# nine of those arrested have been freed, are still in custody
_THOSE = late(r"N[zD]{0,4}(?:(?P<verb>W)(?!z{0,3}[QNAU])|B[zD]{0,2}(?P<state>S))")
# twelve who had been captured were found dead, have been killed
_DEAD_NOW = late(r"(?:W(?<=r.)|S(?<=rB.))(?:b[NA]{1,2})?[zDNA]{0,6},?(?:(?:[wpWPB]z{0,2})?(?P<state>S)|(?P<verb>[WVP]))")
_KILLING = late(r"Q[zDo]{0,6}[NA]?z{0,4}(?:,(?P<verb>G)|,?&[zD]{0,2}(?P<then>[VP]))(?P<them>U)(?P<dead>S?)")


def outcomes(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Sets the event of such claims to the outcome; drops what only sounds like harm ("beat two rivals")."""
    table, chunks, low = load_json("events"), context.chunks, context.doc.low
    final, fatal = table["outcome"], frozenset(table["fatal"])
    for key in [k for k, c in found.items() if c.trigger and c.item == "person" and c.event != final
                and _beaten(context, c.trigger[0], table["passive_only"])]:
        del found[key]
    for claim in found.values():
        if claim.event not in table["leads_to"] and claim.rule != "light-verb" or claim.trigger is None:
            continue
        at = chunks.at(claim.trigger[0])
        if not fatal.isdisjoint(low[max(chunks.firsts[at] - 1, 0):chunks.lasts[at] + 1]):
            claim.event = final
        if claim.number is not None and (low[claim.number.last:claim.number.last + 3] == [",", "all", "dead"]
                                         or not fatal.isdisjoint(low[claim.number.nlast:claim.number.nlast + 1])):
            claim.event = final  # shot four people, three fatally; pulled out six, all dead
        if claim.trigger[0] < claim.first and (killing := _KILLING.match(chunks.string, chunks.at(claim.first))):
            frames = context.rules.verbs.get(lemma_of(context, max(killing.start("verb"), killing.start("then"))), ())
            dead = killing["dead"] and low[chunks.firsts[killing.start("dead")]] == "dead"
            if (dead or any(f.event == final for f in frames)) and low[chunks.firsts[killing.start("them")]] in table["them"]:
                claim.event = final  # shot three guards, killing them all; pulled nine men from a bus and shot them dead
                if (then := killing.start("then")) > 0:
                    claim.trigger = (chunks.heads[then], chunks.lasts[then])
        if claim.trigger[0] < claim.first or claim.event == final:
            continue
        match = _DEAD_NOW.match(chunks.string, at) or _LATER.match(chunks.string, at)
        if match is None:
            continue
        end = match.end() - 1
        if chunks.string[end - 1] == "U" and not _DOUBT.isdisjoint((low[chunks.firsts[end - 1]], low[chunks.firsts[end - 2]])):
            continue  # it did not say whether anyone had died
        for at in (end, end - 1) if match["state"] and chunks.string[end - 1] in "WP" else (end,):  # died at the scene
            if _is_final(context, claim, at, final):
                claim.event = final
                claim.trigger = (chunks.heads[at], max(chunks.lasts[at], chunks.heads[at] + 1))
                break
    if not context.doc.keys.isdisjoint(table["for_good"]):
        for claim in found.values():  # 80 were neutralised, 50 of them for good
            if claim.part_of and claim.part_of.event == final and claim.number and not frozenset(table["for_good"]).isdisjoint(
                    low[claim.number.nlast:claim.number.nlast + 3]):
                claim.part_of.event = "casualties"
    before: ClaimDraft | None = None
    for _, claim in sorted(found.items()):
        if before and claim.rule == "bare-state" and before.event == final and before.trigger and before.sentence == claim.sentence and (
                low[claim.first - 1] == "and" and not _THERE.isdisjoint(low[before.trigger[1]:claim.first])):
            claim.event = final  # fifteen died at the scene and one in hospital
        before = claim
    for claim in list(found.values()):
        _also(context, claim, found)


def _is_final(context: Context, claim: ClaimDraft, at: int, final: str) -> bool:
    """Whether the verb or state in chunk `at` tells that the people of a claim are dead."""
    kind, word = context.chunks.string[at], context.doc.low[context.chunks.heads[at]]
    if kind == "S":
        return any(f.event == final for f in context.rules.states.get(word, ()))
    if context.doc.low[context.chunks.lasts[at]:context.chunks.lasts[at] + 2] == ["their", "lives"]:
        word = "died"  # lost their lives
    wanted = ("items act",) if kind == "V" else ("items act", "agent acts on items")
    frames = context.rules.verbs.get(context.rules.lemmas.get(word, ""), ())
    return any(f.event == final and f.frame in wanted and claim.item in f.items for f in frames)


def _also(context: Context, claim: ClaimDraft, found: dict[int, ClaimDraft]) -> None:
    """ "Abducted and later released", "held for a week before being freed", "wounded and captured": two things befell the same people,
    and each is a claim; the second has no place of its own in `found`, which holds one of each number. Of "nine of those arrested were
    freed" only the second is one: the nine may be a few of many."""
    next_events = load_json("events")["and_then"].get(claim.event)
    if not next_events or claim.trigger is None or claim.number is None or claim.trigger[0] < claim.first or claim.item == "unknown":
        return
    chunks, low = context.chunks, context.doc.low
    at = chunks.at(claim.trigger[0])
    those = claim.rule == "of-those"
    match = _THOSE.match(chunks.string, at) if those else _ALSO.match(chunks.string, at) or _MAIN.match(chunks.string, at)
    if match is None:
        return
    at = match.end() - 1
    if low[claim.number.nlast:claim.number.nlast + 2] == ["of", "whom"] and "&" not in match.group():
        return  # eleven guards, three of whom were hurt, were held
    if chunks.string[at + 1:at + 2] == "N" and low[chunks.firsts[at + 1]] not in _LET:
        return  # captured and freed men
    if match.groupdict().get("but") and low[chunks.firsts[match.start("but")]] != "but":
        return
    if match.groupdict().get("before") and low[chunks.firsts[at - 1]] != "before":
        return
    head = chunks.heads[at]
    frames = frames_at(context, at, chunks.at(claim.first), ("agent acts on items",))
    if those and match["state"] and all(f.event == "held" for f in frames):
        claim.event, claim.trigger = "held", (head, head + 1)
        return
    frame = next((f for f in frames if f.event in next_events and claim.item in f.items), None)
    if frame is not None and frame.event == "returned" and lemma_of(context, at) not in load_json("events")["let_go"]:
        return  # surrendered and were taken in for questioning
    if frame is not None and all(f.event != claim.event for f in frames):  # shot and taken to hospital: no capture
        if those or claim.event == "missing":
            claim.event, claim.trigger = frame.event, (head, head + 1)  # nine who had been trapped were freed
        else:
            found[~claim.number.nfirst] = draft(context, claim.number, frame.event, claim.item, "and-then", (head, head + 1))


def _beaten(context: Context, token: int, verbs: list[str]) -> bool:
    """Whether an active verb is one that harms people only in the passive."""
    return context.rules.lemmas.get(context.doc.low[token]) in verbs and context.chunks.string[context.chunks.at(token)] in "VIG"


def traced(context: Context, found: dict[int, ClaimDraft], folded: list[tuple[int, int, int]]) -> None:
    """Drops those of the missing of whom a verb tells what has become: "31 of the 44 trapped had been brought up"."""
    string, chunks = context.chunks.string, context.chunks
    for i, j, _ in folded:
        key = context.number_at[i].nfirst
        claim = found.get(key)
        if claim is None or claim.event != "missing":
            continue
        verb = j + 1
        while string[verb] in "zDS":
            verb += 1
        if string[verb] in "WwVv" and (claim.trigger is None or claim.trigger[0] < chunks.firsts[verb]):
            del found[key]


def accounted(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Drops parts of the missing who are missing no more: "300 were missing, and 112 of them have been accounted for"."""
    string, chunks = context.chunks.string, context.chunks
    for key, claim in list(found.items()):
        if claim.event != "missing" or claim.rule != "part" or claim.number is None:
            continue
        verb = chunks.at(claim.number.nfirst) + 1
        while string[verb:verb + 1] in ("z", "D", "o", "U", "r"):
            verb += 1
        if string[verb:verb + 1] in ("W", "w") and context.doc.low[chunks.heads[verb]] in _FOUND:
            del found[key]
