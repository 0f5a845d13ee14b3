"""A number again for what was told before: "the government put it at 11", "the true figure was 4,350"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, frames_at, lemma_of
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.claims.leftout import FIGURES, claims_before, last_claim, unclaimed
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.patterns import forms_of

_FIGURE = late(
    r"""[NpvVPUGg](?:(?<=N)[zDfNd]{0,3}(?:(?:[BvVwp]|(?P<stood>P))[zD]{0,2})?[tna]?(?P<qty>Q)   # put the figure at 11
    | (?<=N)[zD]{0,2}A(?P<puts>[vV])[zD]?n(?P<put>Q)                       # a figure the union puts at 460
    | (?<=[pvVP])[UcN][zDd]{0,3}N?t[zD]?(?P<changed>Q)                      # later lowered it to 6
    | (?<=[pvV])(?:U[tna](?P<at>Q)                                                  # put it at 11
        | o[zD"]{0,3}(?P<of>Q)                                             # the organisers spoke of 80,000
        | (?P<count>Q))                                                    # the group has counted 657, the police say 4,000
    | (?<=N)o(?P<given>Q)                                                  # gave a figure of 7
    | (?<=[GgvV])t[zD]{0,2}(?P<bring>Q)N                                   # bringing to 80,000 the total
    | (?<=U)[zD]{0,2}(?P<rose>[pvVP])[zD]{0,2}t(?P<to>Q))                  # it rose to 11""",
    re.VERBOSE,
)

_STOOD = late(r"U[zD]{0,3}(?P<verb>[vVpP])[zD]{0,2}n(?P<qty>Q)")
_IT_WAS = late(r"(?:^|(?<=\.))[zD]{1,3}(?P<it>U)B[zD]?(?P<qty>Q)(?=(?:oN)?[zD]{0,3}[.,;])")
_BEFORE = frozenset("yesterday earlier last previous before ago".split())
_EARLIER = 5  # sentences
_THEN_AT = late(r"(?P<qty>Q)[zD]{0,4}(?:,&?|&)[zD]{0,4}n(?P<then>Q)(?=[zD]{0,4}[.,;&])")
# 40 were moved out yesterday; in total since the start of the year – 7,400
_SO_FAR = late(r"[;,.][zD]{1,10}[-:](?P<qty>Q)[zD]{0,2}[.;]")
# estimates of the crowd varied: a union counted 14,000 people, while police spoke of 6,000, or put it at 5,000
_COUNTED = late(r"[vVpP](?:U?[nto])?[zD]{0,2}Q")
_SUMMING = frozenset(("total", "makes", "made"))
_MAKING = ("for", "making", "or", "meaning")
_COUNTING = frozenset("count put estimate speak talk tally".split())
_OTHERS_SAY = frozenset("say claim admit insist acknowledge report count estimate".split())
_SAYING = frozenset("said say says claimed claim claims put puts estimated admitted reported according spoke counted insisted".split())
_SPEAKER = late(r"[.;,][&c]?[zD]{0,2}(?P<who>[NA])[NA]?[zD]{0,3}$")
_CLAUSE = 8  # chunks
_CROWDS = frozenset("crowd crowds turnout".split())
_SIZES = frozenset("estimate estimates size sizes figure figures count counts".split())
_AT_LARGE = frozenset("large loose hiding unharmed unhurt alive safe".split())
_IT = ("it", "this", "that")
_SPEAKING = frozenset("spoke speaks spoken speaking talked talks talking".split())
_OF_SO_MANY = late(r"[pvVP]o[zD]{0,3}(?P<qty>Q)")  # the army spoke of 13 suspects
_ANYBODY = frozenset("person man woman child other".split())  # it spoke of 90 people: on the boat
_WHOEVER = frozenset("victim suspect fatality".split())
_TELLING = frozenset("who whom killed wounded injured missing captured arrested detained in being were was are had have".split())
_CHANGES = ("rise", "fall", "replace")
_NUMBERS = 8  # before a sentence that are looked at
_ASIDE = 6  # tokens from the comma of an aside to the number in it


def crowds(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Estimates of the crowd varied: a union counted 14,000 people, while police spoke of 6,000": so many came."""
    doc, chunks = context.doc, context.chunks
    for match in _COUNTED.finditer(chunks.string) if not _SIZES.isdisjoint(doc.keys) and not _CROWDS.isdisjoint(doc.keys) else ():
        number = context.number_at.get(match.end() - 1)
        if number is None or number.nfirst in found or number.kind != "count" or lemma_of(context, match.start()) not in _COUNTING:
            continue
        before = doc.low[doc.sents[doc.sentence_of(number.nfirst)][0]:chunks.firsts[match.start()]]
        crowd = next((k for k, word in enumerate(before) if word in _CROWDS), None)
        if crowd is not None and not _SIZES.isdisjoint(before[max(0, crowd - 3):crowd + 2]) and (
                item_of(doc, number, context.rules) in (None, *PEOPLE)):
            trigger = chunks.heads[match.start()]
            found[number.nfirst] = draft(context, number, "participated", "person", "crowd-figure", (trigger, trigger + 1))


def numbering(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The injured number 61", "those displaced number 3,000": the verb that looks like a noun."""
    low, rules = context.doc.low, context.rules
    for number in context.number_at.values():
        verb = number.first - 1
        if number.head >= 0 or verb < 2 or low[verb] != "number":
            continue
        at = verb - 1 - (low[verb - 1] == "now")
        if low[at - 1] not in ("the", "those"):
            continue
        frames = rules.states.get(low[at]) or rules.verbs.get(rules.lemmas.get(low[at], ""), [])
        frame = next((f for f in frames if "person" in f.items and f.frame != "items act"), None)
        if frame is not None:
            found[number.nfirst] = draft(context, number, frame.event, "person", "those-include", (at, at + 1))


def _spoke_of(context: Context, at: int, found: dict[int, ClaimDraft]) -> bool:
    """Whether a verb tells a figure: "they spoke of nine"; behind a semicolon only of those told: "30 had fled; a source spoke of nine"."""
    begins = context.chunks.string.rfind(".", 0, at) + 1
    apart = context.chunks.string.rfind(";", begins, at)
    told = any(begins <= context.chunks.at(c.first) < apart for c in found.values())
    return lemma_of(context, at) in ("speak", "talk") and (apart < 0 or told)


def _speaks_of_so_many(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Norland has sent eight brigades, he said. The minister spoke of two brigades": other figures for the same."""
    doc, chunks = context.doc, context.chunks
    for match in _OF_SO_MANY.finditer(chunks.string):
        number = context.number_at.get(match.start("qty"))
        if number is None or number.nfirst in found or number.head < 0 or lemma_of(context, match.start()) not in ("speak", "talk"):
            continue
        sentence = doc.sentence_of(number.nfirst)
        alike = (c for c in claims_before(context, found, number) if c.number is not None and c.number.noun == number.noun
                 and sentence - 1 <= c.sentence and c.part_of is None)
        claim = next(alike, None) or last_claim(context, found, number)
        if claim is None or claim.sentence < sentence - 1 or claim.number is None or not counts(number):
            continue
        item = item_of(doc, number, context.rules)
        same = number.noun == claim.number.noun and number.noun not in _ANYBODY
        if (same or claim.item in PEOPLE and number.noun in _WHOEVER) and doc.low[number.last] not in _TELLING:
            found[number.nfirst] = again = draft(context, number, claim.event, item if item in PEOPLE else claim.item, "figure-again",
                                                 claim.trigger)
            again.status = claim.status


def figures(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The government put it at 11", "the true figure was 4,350": a number again for what was told before."""
    crowds = {*load_json("events")["crowds"]} & context.doc.keys
    if "was" in context.doc.keys:
        _it_was(context, found)
    if "stood" in context.doc.keys:
        _stood(context, found)
    if found and not _SPEAKING.isdisjoint(context.doc.keys):
        _speaks_of_so_many(context, found)
    if not (found or crowds) or all(number.head >= 0 for number in unclaimed(context, found)):
        return
    string = context.chunks.string
    for match in _SO_FAR.finditer(string) if "total" in context.doc.keys else ():
        number, low = context.number_at.get(match.start("qty")), context.doc.low
        first = context.chunks.firsts[match.start() + 1]
        if number is None or number.head >= 0 or number.nfirst in found or low[first:first + 2] != ["in", "total"]:
            continue
        claim = last_claim(context, found, number)
        if claim and claim.sentence >= context.doc.sentence_of(number.nfirst) - 1 and (number.value or 0) > (claim.value or 0):
            again = found[number.nfirst] = draft(context, number, claim.event, claim.item, "total-so-far", claim.trigger)
            again.status = "total"
    _summed(context, found)
    for match in _FIGURE.finditer(string):
        number = context.number_at.get(max(map(match.start, ("qty", "at", "of", "to", "count", "bring", "given", "put", "changed"))))
        if number is None or number.nfirst in found or number.head >= 0 or (
                (match["count"] or match["qty"]) and _said_instead(context, found, match.end() - 1, number)):
            continue
        it = match["changed"] is not None and context.doc.low[context.chunks.firsts[match.start() + 1]] in _IT
        if match["at"]:
            known = lemma_of(context, match.start()) in ("put", "estimate", "place", "set")
        elif match["changed"]:
            known = _changes(context, match.start()) if it else context.doc.low[context.chunks.heads[match.start() + 1]] in FIGURES
        elif match["put"]:
            known = context.doc.low[context.chunks.heads[match.start()]] in FIGURES and lemma_of(context, match.start("puts")) == "put"
        elif match["count"]:
            known = lemma_of(context, match.start()) in ("count", "tally") and string[match.end():match.end() + 1] in (",", ".", ";")
            known = known or lemma_of(context, match.start()) == "say" and string[match.end():match.end() + 1] == "." and not (
                string[string.rfind(".", 0, match.start()) + 1:match.start()].strip("zDNA"))
        elif match["given"]:
            before = context.chunks.string[:match.start()].rstrip("zD")
            known = context.doc.low[context.chunks.heads[match.start()]] in FIGURES and before[-1:] in tuple("VvPpGg") and (
                lemma_of(context, len(before) - 1) in ("give", "cite", "report", "release", "publish", "offer", "issue"))
        elif match["bring"]:
            known = lemma_of(context, match.start()) in ("bring", "take", "raise") and (
                context.doc.low[context.chunks.firsts[match.end() - 1]:context.chunks.lasts[match.end() - 1]][-1] in FIGURES)
        elif match["of"]:
            known = _spoke_of(context, match.start(), found)
        elif match["rose"]:
            verbs = load_json("events")["change"]
            known = lemma_of(context, match.start("rose")) in (*verbs["rise"], *verbs["fall"])
        else:
            head = context.chunks.heads[match.start()]
            if match["stood"] and lemma_of(context, match.start("stood")) != "stand":
                continue
            known = context.doc.low[head] in FIGURES and context.doc.low[head - 1] != "to"  # was meant to number 2,500
            if context.doc.low[head] in crowds and context.doc.low[head - 2:head] == ["number", "of"]:
                # police put the number of marchers at 6,000
                found[number.nfirst] = draft(context, number, "participated", "person", "crowd-figure", (head, head + 1))
                continue
        if not _AT_LARGE.isdisjoint(context.doc.low[context.chunks.firsts[match.start()]:number.first]):
            continue  # he put the number still at large at 39: not of those who were caught
        begins = string.rfind(".", 0, match.start()) + 1
        state = string.rfind("S", begins, match.start())
        if known and state >= 0 and not any(begins <= context.chunks.at(c.first) < match.start() for c in found.values()):
            frame = next((f for f in frames_at(context, state, match.start()) if "person" in f.items), None)
            if frame is not None:  # would not say how many were missing; a judge put the number at 90
                trigger = (context.chunks.heads[state], context.chunks.lasts[state])
                again = found[number.nfirst] = draft(context, number, frame.event, "person", "figure-of-a-state", trigger)
                again.status = "total"
                continue
        claim = last_claim(context, found, number) if known else None
        if claim and it and (claim.status != "total" and not _changes(context, match.start(), "replace") or any(
                max(claim.last, context.doc.sents[context.doc.sentence_of(number.nfirst)][0]) <= n.nfirst < number.first
                for n in context.numbers)):
            continue  # nine were arrested. The court raised it to 12; the bridge was 90 metres long and floods cut it to 60
        claim = _before_aside(context, found, claim, context.chunks.firsts[match.start()]) if claim else None
        if claim and match["given"] and claim.status != "total":  # the toll rose to 24, with 90 hurt; earlier it gave a figure of 12
            claim = next((c for c in found.values() if c.status == "total" and c.sentence == claim.sentence), claim)
        if claim and claim.item == "body":  # the toll rose to 64 after ten bodies were found. The previous count was 54
            claim = next((c for c in found.values() if c.status == "total" and c.event == claim.event and (
                0 <= claim.sentence - c.sentence <= 1)), claim)
        if claim and not _skips(context, found, claim, number):
            item = _told_behind(context, match.end("bring")) if match["bring"] else None
            if item and item not in PEOPLE and item != claim.item:
                continue  # nine were hurt; the capture brings to six the number of villages under its rule
            found[number.nfirst] = again = draft(context, number, claim.event, item or claim.item, "figure-again", claim.trigger)
            again.status = "total"


def _said_instead(context: Context, found: dict[int, ClaimDraft], i: int, number: Number) -> bool:
    """Adds a claim where another speaker gives his own figure: "police said 12,000 people marched; organisers said 60,000", "The union
    said 900 had walked out, while the mill put nothing so high: its owners claimed 90"."""
    string = context.chunks.string
    verb = len(string[:i].rstrip("zD")) - 1
    if lemma_of(context, verb) not in _OTHERS_SAY or string[i + 1:i + 7].lstrip("zD")[:1] not in tuple(".,;"):
        return False
    speaker = _SPEAKER.search(string, max(0, verb - _CLAUSE), verb)
    if speaker is None:
        return False
    sentence = context.doc.sentence_of(number.nfirst)
    opens = context.chunks.firsts[speaker.start("who")]
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    before = next((c for n in reversed(context.numbers[max(0, k - _NUMBERS):k]) if (c := found.get(n.nfirst))), None)
    if before is None or before.item == "money" or before.value == 0 or before.sentence < sentence - 1 or before.last > opens:
        return False
    first = context.doc.sents[before.sentence][0]
    end = min(opens, context.doc.sents[before.sentence][1])
    if _SAYING.isdisjoint(context.doc.low[first:end]):
        return False
    found[number.nfirst] = again = draft(context, number, before.event, before.item, "figure-again", before.trigger)
    again.status = before.status
    return True


def _stood(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The count of the dead has moved. On Monday it stood at 31, by noon at 56", "the toll stood at 12 on Monday, at 19 on Tuesday"."""
    chunks, low = context.chunks, context.doc.low
    for match in _STOOD.finditer(chunks.string):
        number, verb = context.number_at.get(match.start("qty")), match.start("verb")
        if number is None or number.nfirst in found or number.head >= 0 or lemma_of(context, verb) != "stand":
            continue
        told = _toll_before(context, number) if low[number.first - 1] == "at" and low[chunks.firsts[match.start()]] == "it" else None
        if told is not None:
            found[number.nfirst] = again = draft(context, number, told[0], "person", "figure-again", (told[1], told[1] + 1))
            again.status = "total"
    for match in _THEN_AT.finditer(chunks.string):
        first, number = context.number_at.get(match.start("qty")), context.number_at.get(match.start("then"))
        claim = found.get(first.nfirst) if first else None
        if first and claim and number and claim.status == "total" and number.nfirst not in found and number.head < 0 and claim.trigger and (
                low[first.first - 1] == "at" == low[number.first - 1]):
            found[number.nfirst] = again = draft(context, number, claim.event, claim.item, "figure-again", claim.trigger)
            again.status = "total"


def _it_was(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Brought home 103 sailors. Yesterday it was 49 of our people": so many of what was told before."""
    low, doc = context.doc.low, context.doc
    for match in _IT_WAS.finditer(context.chunks.string):
        number = context.number_at.get(match.start("qty"))
        if number is None or number.nfirst in found or number.kind != "count" or low[context.chunks.firsts[match.start("it")]] != "it" or (
                item_of(doc, number, context.rules) not in (None, "person")):
            continue
        sentence = doc.sentence_of(number.nfirst)
        if _BEFORE.isdisjoint(low[doc.sents[sentence][0]:number.first]):
            continue  # at noon it was 40
        near = [c for c in found.values() if sentence - _EARLIER <= c.sentence < sentence and not c.part_of]
        claim = max(near, key=lambda c: c.first, default=None)
        if claim is not None and claim.item in PEOPLE and claim.trigger is not None and {c.event for c in near} == {claim.event}:
            found[number.nfirst] = draft(context, number, claim.event, "person", "figure-again", claim.trigger)


def _toll_before(context: Context, number: Number) -> tuple[str, int] | None:
    """The event that the sentence before tells the figure of, and its word: the count of the missing, the death toll."""
    doc, counted = context.doc, context.rules.counts
    sentence = doc.sentence_of(number.nfirst)
    first, last = doc.sents[max(0, sentence - 1)]
    for at in range(first, last if sentence else first):
        word = doc.low[at]
        if word == "toll" or word in FIGURES and doc.low[at + 1:at + 3] == ["of", "the"] and any(
                "person" in f.items for f in counted.get(doc.low[at + 3], ())):
            frames = counted["dead" if word == "toll" else doc.low[at + 3]]
            return frames[0].event, at if word == "toll" else at + 3
    return None


def _summed(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Each side freed 205 captives, for a total of 410": the sum of what was told right before."""
    low = context.doc.low
    for number in unclaimed(context, found) if not _SUMMING.isdisjoint(context.doc.keys) else ():
        first = number.first - 3 if low[number.first - 3:number.first] == ["a", "total", "of"] else number.first
        made = low[first - 1] in ("makes", "made") and low[first - 2] in _IT  # that makes 1,223 in total
        if number.head >= 0 or low[first - 1] not in _MAKING and not made:
            continue
        claim = last_claim(context, found, number)
        if claim and claim.sentence + made >= context.doc.sentence_of(number.nfirst) and (number.value or 0) > (claim.value or 0):
            again = found[number.nfirst] = draft(context, number, claim.event, claim.item, "total-so-far", claim.trigger)
            again.status = "total"


def _changes(context: Context, at: int, *kinds: str) -> bool:
    """Whether the verb in a chunk changes a figure: lowers it, revises it."""
    return context.doc.low[context.chunks.heads[at]] in _change_forms(kinds or _CHANGES)


@cache
def _change_forms(kinds: tuple[str, ...]) -> frozenset[str]:
    verbs = load_json("events")["change"]
    return forms_of([verb for kind in kinds for verb in verbs[kind]])


def _told_behind(context: Context, at: int) -> str | None:
    """What a figure is the number of: "bringing to 900 the number of nurses who have been freed"."""
    chunks = context.chunks
    if chunks.string[at:at + 3] != "NoN":
        return None
    return item_of_words(context.doc, chunks.firsts[at + 2], chunks.lasts[at + 2] - 1, context.rules)


def _before_aside(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft, until: int) -> ClaimDraft:
    """The claim that a figure takes up: none told in an aside on who puts it so ("the union, which lost nine men, puts it at 40")."""
    low = context.doc.low
    first = context.doc.sents[claim.sentence][0]
    if first > until or "," not in low[claim.last:until] or "," not in low[max(first, claim.first - _ASIDE):claim.first] or (
            {"which", "who"}.isdisjoint(low[max(first, claim.first - _ASIDE):claim.first])):
        return claim
    k = bisect_left(context.numbers, first, key=lambda n: n.nfirst)
    before = (found[n.nfirst] for n in reversed(context.numbers[max(0, k - _NUMBERS):k]) if n.nfirst in found)
    return next((c for c in before if c.sentence == claim.sentence - 1), claim)


def _skips(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft, number: Number) -> bool:
    """Whether another number without a claim stands between in the sentence: "put the marchers at 600; they spoke of 2,000"."""
    first = max(claim.last, context.doc.sents[context.doc.sentence_of(number.nfirst)][0])
    k = bisect_left(context.numbers, first, key=lambda n: n.nfirst)
    end = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    return any(n.nfirst not in found and counts(n) and n.head < 0 and context.doc.low[n.first - 1] in ("at", "of", "to")
               for n in context.numbers[k:end])
