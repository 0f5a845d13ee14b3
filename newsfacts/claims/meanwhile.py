"""What befell those of whom something else is told: "Three engineers were driving home when they were shot dead", "six men tried
to cross the river but drowned", "stopped a bus, picked out nine men and shot them"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, Reading, draft, frames_at, lemma_of, of_them
from newsfacts.claims.elided import taking
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.people import words_of
from newsfacts.claims.turns import settled
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import FRAMES

_SUBJECT = r"(?P<qty>(?<![nofhbtqVIGEWP])Q(?![zD]{0,2}r)[zDQN&,q]{0,12}"
_WHEN_THEY = late(_SUBJECT + r"[VvBpwWP](?:[^.;:rUc&]|&(?=[zD]{0,2}[vVpPI])){0,16}?),?c[zD]{0,2}(?P<they>U)[zD]{0,2}(?P<verb>[WPV])")
_BUT = late(_SUBJECT + r"?[VvBpP][^.;:,rcUQA&WE]{0,12}),?(?:&|c)[zD]{0,2}(?P<verb>[WP])(?![zD]{0,2}[QNA])")
_WHOSE = late(r"(?P<qty>(?<![nofhbtqVIGEWP])Q[zD]{0,2}r[zD]{0,2}N?[VvBpP][^.;:,rcUQA&VvBpPWE]{0,10})(?P<verb>[WP])(?![zD]{0,2}[QNA])")
_LEFT = late(r"(?P<qty>(?<![nofhbtqVIGEWP])Q[zD]{0,2}r[zD]{0,2}(?P<link>[VvpP])[zD]{0,2}[NA][zD]{0,3})(?P<verb>[WPV])(?![zD]{0,2}[QNA])")
_THEM = late(r"[VIGPvpig](?P<qty>Q[zDNno]{0,8}),?&?(?<=[,&])[zD]{0,2}(?P<verb>[VP])(?P<they>U)(?P<dead>S?)")
_OF_THOSE = late(r"z(?=P[zD]{0,6}[WBSvw])")
_NONE_OF = late(r"Qoz?(?P<qty>Q)(?:[nthD][zN]?[NAz]?){0,3}(?P<verb>[pvV])[zD]{0,4}[.,;&]")


def meanwhile(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of a counted subject that a later verb shares, or to which "they" or "them" leads back. Of those who were only there
    before, the harm is told."""
    chunks, low, keys, table = context.chunks, context.doc.low, context.doc.keys, load_json("events")
    string = chunks.string
    for match in _WHEN_THEY.finditer(string) if "they" in keys else ():
        they = match.start("they")
        if low[chunks.firsts[they]] == "they" and low[chunks.lasts[they - 1] - 1] in table["clauses_of_time"]:
            _share(context, found, match.span("qty"), match.start("verb"))
    for pattern in (_BUT, _WHOSE):
        for match in pattern.finditer(string):
            link = match.end("qty") + (string[match.end("qty")] == ",")
            if string[link] != "c" or low[chunks.lasts[link] - 1] in table["but_then"]:
                _share(context, found, match.span("qty"), match.start("verb"))
    for match in _LEFT.finditer(string):
        if lemma_of(context, match.start("link")) not in words_of("reporting"):  # nine people who were fleeing Velm drowned
            _share(context, found, match.span("qty"), match.start("verb"))
    for match in _THEM.finditer(string) if "them" in keys else ():
        if low[chunks.firsts[match.start("they")]] == "them":
            shot = _share(context, found, match.span("qty"), match.start("verb"), FRAMES[0], match.start("they"))
            if match["dead"] and low[chunks.firsts[match.start("dead")]] == "dead":
                for claim in shot:
                    claim.event = table["outcome"]  # picked out nine men and shot them dead


def set_aside(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Most of the 50 drones fired overnight were shot down": the whole of a share has an event of its own. "None of the 14
    miners survived": all of them are dead."""
    for match in _OF_THOSE.finditer(context.chunks.string):
        i = match.start()
        if context.chunks.raw[i] == "Q" and context.chunks.raw[:i].rstrip("z")[-1:] == "o":
            _claim(context, found, i, i + 1, FRAMES[0], "whole")
    for match in _NONE_OF.finditer(context.chunks.raw) if "survived" in context.doc.keys else ():
        none, number = context.number_at.get(match.start()), context.number_at.get(match.start("qty"))
        head = context.chunks.heads[match.start("verb")]
        item = item_of(context.doc, number, context.rules) if number else None
        if none and number and none.value == 0 and number.nfirst not in found and item in PEOPLE and context.doc.low[head] == "survived":
            found[number.nfirst] = draft(context, number, load_json("events")["outcome"], item, "whole", (head, head + 1))


def _share(context: Context, found: dict[int, ClaimDraft], subject: tuple[int, int], at: int, frame: str = "",
           them: int = -1) -> list[ClaimDraft]:
    """Adds the claims that the event word in chunk `at` makes of the numbers in some chunks, up to their first verb; gives them back.
    `them`: the chunk of the pronoun that stands for them."""
    made: list[ClaimDraft] = []
    string = context.chunks.string
    frame = frame or (FRAMES[0] if string[at] == "W" else FRAMES[1])
    for i in range(*subject):
        if string[i] in "VvBpwWP":
            break
        number = context.number_at.get(i)
        if number is None or number.value == 1 or i and string[i - 1] == "q" or of_them(context, number):
            continue
        claim = _claim(context, found, i, at, frame, "shared-subject", them)
        if claim:
            made.append(claim)
    return made


def _claim(context: Context, found: dict[int, ClaimDraft], i: int, at: int, frame: str, rule: str,
           them: int = -1) -> ClaimDraft | None:
    """Adds the claim that the event word in chunk `at` makes of the number in chunk i; gives it back."""
    table, number = load_json("events"), context.number_at.get(i)
    known = found.get(number.nfirst) if number else None
    if number is None or not counts(number):
        return None
    only_fled = known is not None and known.event == "displaced" and context.chunks.string[i + 1] == "r"  # who fled Velm were killed
    if known is not None and known.event not in table["mere_presence"] and not only_fled:
        return None
    item = item_of(context.doc, number, context.rules)
    beside = them if them >= 0 else i  # put 60 men on a bus and sent them back
    frames = [frames_at(context, at, beside, (frame,)), frames_at(context, at, i, (frame,), plain=True)]
    taken = (taking(frames[0], item) or taking(frames[1], item)) if item else None
    if taken is None or frame == FRAMES[1] and taken.event not in table["befall"]:
        return None
    r = Reading(context, number, i, at, context.rules.patterns.list[0], item)
    r.event, r.frame = taken.event, frame
    if not settled(r):
        return None
    head = context.chunks.heads[at]
    found[number.nfirst] = claim = draft(context, number, r.event, r.item or "", rule, (head, head + 1))
    return claim
