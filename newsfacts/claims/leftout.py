"""Where the noun or the verb is left out, or the counted noun is itself the event."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, charged, draft, fled, frames_at, joined, lemma_of, of_them, per_side
from newsfacts.claims.elided import elided_item, items_of, taking
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.raids import attempts
from newsfacts.claims.stored import fires, in_stores, on_the_ground
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import FRAMES


def unclaimed(context: Context, found: dict[int, ClaimDraft]) -> list[Number]:
    """The numbers without a claim."""
    return [number for number in context.number_at.values() if number.nfirst not in found]


def counted_events(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "17 deaths", "60 attacks", "200 casualties": the counted noun is the event itself."""
    rules, doc, string = context.rules, context.doc, context.chunks.string
    for i, number in context.number_at.items():
        if number.nfirst in found or not counts(number):
            continue
        if string[i] == "z" and (doc.low[number.nfirst - 2:number.nfirst] != ["one", "of"] or string[max(0, i - 3):i] != "BQz"):
            continue  # but: it was one of nine shootings
        if number.value == 1 and (i and string[i - 1] == "n" or doc.low[number.nlast:number.nlast + 1] == ["of"]):
            continue  # in one raid, one of the biggest raids
        if number.value == 1 and i and string[i - 1] == "B" and context.doc.low[context.chunks.heads[i - 1]] in _IS:
            continue  # many weapons on one target are one strike
        head = number.head if number.head >= 0 else _event_head(context, i, number)
        if head < 0:
            continue
        word = doc.low[head]
        cases = word in _CASES and doc.low[head + 1:head + 2] == ["of"]
        word = doc.low[head + 2] if cases else word  # nine cases of abduction; but: of missing children
        frames = rules.counts.get(word) or (None if cases else rules.states.get(word))
        if cases and frames and frames[0].event == "missing":
            continue
        if frames and number.value == 0 and word in ("injuries", "wounds") and doc.low[number.nfirst] == "none":
            continue  # none of the injuries was serious
        if frames and doc.low[head - 1] in load_json("events")["kinds_of_wounds"]:
            continue  # nine gunshot wounds of one person
        if frames and word == "rescues" and doc.low[number.first - 1] in ("from", "in", "after", "during"):
            continue  # has 230 survivors aboard from four rescues
        if frames:
            event = joined(context, frames[0].event, i)
        elif rules.items.get(word) == "attack" or item_of(doc, number, rules) == "attack" or attempts(doc.low, head):
            if doc.low[head - 1] in load_json("events")["no_attack"] or word in ("sortie", "sorties") and doc.low[head - 1] in _FLIGHTS:
                continue
            if head == number.nlast and word in ("strike", "attack", "raid", "assault") and number.value != 1:
                continue  # as millions strike
            event = "attacked"
        else:
            continue
        if charged(context, number):
            continue
        item = "attack" if event == "attacked" else rules.items.get(word) or ("weapon" if event == "hit" else "person")
        if item == "person":  # civilian casualties
            item = next((told for w in doc.low[number.nlast:head] if (told := rules.items.get(w)) in PEOPLE), item)
        if number.kind == "fraction" and string[i + 1:i + 4] == ",Q," and context.number_at[i + 2].head < 0:
            number = context.number_at[i + 2]  # half of the deaths, 45, were of children
        found[number.nfirst] = draft(context, number, event, item, "counted-event-noun", (head, head + 1))


def _event_head(context: Context, i: int, number: Number) -> int:
    """The token of what a number without a noun counts, -1 where it is no event."""
    doc, string, heads = context.doc, context.chunks.string, context.chunks.heads
    if string[i + 1:i + 2] == "E":
        return heads[i + 1]
    if string[i + 1:i + 4] in ("N&Q", "z&Q") and (other := context.number_at.get(i + 3)) and other.head >= 0 and (
            context.rules.items.get(doc.low[other.head]) == "attack"):
        return other.head  # 3 missile and 56 air strikes
    if number.value == 1 and i and string[i - 1] == "B" or string[i + 1:i + 2] in ("V", "W", "w"):
        return -1  # he is one of the dead; the five were convicted of killing a guard
    for of in range(i + 1, min(i + 4, len(string) - 1)):  # "four of the wounded"
        if string[of] == "Q":
            break  # has risen to nine after two of those injured died
        if doc.low[context.chunks.firsts[of]] == "of":
            if string[of + 1:of + 3] in ("NS", "NP") and doc.forms[heads[of + 1]][0].isupper():
                return heads[of + 2]  # four of the Norlandic dead
            return heads[of + (doc.low[heads[of + 1]] in ("the", "those")) + 1]
    return -1


def premodifiers(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Ten dead people", "12 missing sailors": the event stands before the noun, and no verb tells another."""
    for number in context.number_at.values():
        known = found.get(number.nfirst)
        if (known is None or known.rule in _ONLY_SEEN) and counts(number) and (told := premodified(context, number)):
            event, item, token = told
            found[number.nfirst] = draft(context, number, event, item, "premodifier", (token, token + 1))


def premodified(context: Context, number: Number) -> tuple[str, str, int] | None:
    """The event, the item and the token of a participle between a number and its noun: "19 abducted children"."""
    rules, doc = context.rules, context.doc
    for token in range(number.nlast, number.head):
        word = doc.low[token]
        frames = rules.states.get(word) or (rules.verbs.get(rules.lemmas.get(word, ""), []) if rules.tagger[word] in "KL" else [])
        if frames:
            item = item_of(doc, number, rules)
            frame = next((f for f in frames if item in f.items and f.frame != "items act"), None)
            if word == "affected" and item in ("settlement", "region", "area"):
                continue  # the 14 affected districts
            if frame and doc.low[token - 1] != "-" and "'s" not in doc.low[token:number.head]:  # not: rebel-held homes, 12 killed his sons
                return frame.event, item or "person", token
    return None


# "the north lost three tanks, the south five"
_LOOK = 8  # numbers
_CASES = frozenset(("cases", "acts", "instances"))
_MOVES = ("carry", "ferry", "bus")
_CARRIED = frozenset(("weapon", "rocket"))  # what a noun for an attack may tell the kind of: an assault rifle
_GAP = late(r"([QM])(?=[zDSPE]{0,4}(?:[,;][zD]{0,2}&?[zD]{0,2}G?[NA]z{0,5}n?|;A,|&[NA]z{0,6})([QM])[zD]{0,3}[.;,&])")
# "four were killed in the east, two in the south and one in the capital"
# "in Velm, a port in the south, and two in Karo"
# "over the Karo and Velm Regions, two over the Sarn Region, including one that flew on, and one over the sea"
_PLACES = late(r"(Q)(?=-?[zDSPWVNAEdIwpxtB]{0,14}(?:(?<=z)&A)?(?:,(?:qQ[zDNAPGrV]{0,6}|[NA]z{0,3})(?=,))?(?:[,;:-]&?|&)(?:No|z{1,2})?"
               r"(Q)(?:&N)?-?(?:[zDdNt]|(?<=t)A|(?<=D)o){1,14}[.,;&c])")
_OWN_CLAUSE = late(r"Q[zD]{1,3}&Q[zD]{0,3}[WVvB]")  # damaged two mills; 90 private and two state farms were cut off
# "307 were exchanged on Saturday, and on Sunday 303"
_DAYS = late(r"(Q)(?=[zDSPWVNAEdI]{0,10}(?:[,;]&?|&)[zD]{1,6}[Unt,]?(Q)[.;,&])")
# freed 32 soldiers and Norland nine guards; returned the bodies of 90 Norlanders and Sudland those of 12
_OTHER_SIDE = late(r"(Q)(?=[zD]{0,3},?&A(?P<those>zz)?(?P<other>Q)[zD]{0,3}[.,;&])")
_BY_OTHERS = late(r"(Q)(?=[zD]{0,2}W[zD]{0,2}b[zNA]{1,3}(?:,?&|[,;])(Q)b[zNA]{1,3}[.;,&])")  # 40 were freed by Norland, 117 by Karo
_THEN = late(r"(Q)(?=[zD]{0,3}[-(]&[zD]{1,3}(Q)[zD]{0,2}[-).,;])")  # destroyed two boats - and later four
# 12 died on the spot and two while being taken to hospital
_WHILE = late(r"(Q)(?=[zDSPWVNAEdIo]{0,14},?&(Q)c(?:[gGwWS]|BP?)[zDNAtoI]{0,10}[.,;&])")
_OR = late(r"(Q)(?=[zD]{0,2}[-(,][&c][zD]{0,2}(Q)[zD]{0,2}[-),])")  # "80,000 families – or 400,000 people –"
_ALONE = late(r"(Q)(?=[zDSPWVNAEdIwpxtB]{0,14},h(Q)[zD]{1,5}[.,;&])")  # 900 murders this year, with 140 in Velm alone
_SO_FAR = 6  # tokens of "in the port of Velm alone"
_DAY_AFTER = late(r",[ND]n[NAU]")
_OWN_STATE = frozenset("wounded injured dead missing captured".split())  # 16 dead and 40 wounded soldiers
_AS_WERE = late(r"(?<=,a)[Bv](Q)")  # two guards were killed, as were three farmers
_IS = ("is", "are")
_JUST = frozenset("just only merely but another about".split())
_WERE = frozenset("was were is are did do does has have".split())
_ALSO = ("also", "too")
_SO_MANY = ("more", "each", "apiece", "elsewhere")
_ONLY_SEEN = ("images-show", "column-seen")  # images show 100 destroyed tanks: they were not sent
_ENDED = frozenset("VW")
_VERB_LEFT_OUT = late(r"(Q)[zD]?[Bv][.,;]")  # "the rebels said four were"
FIGURES = frozenset("figure number total tally count estimate".split())


def _one_a(context: Context, number: Number) -> bool:
    """Whether a noun with an article tells who one of those before is: two men, "one" a guard."""
    words = context.doc.low[number.nlast:number.nlast + 4]
    return words[:1] in (["a"], ["an"]) and any(context.rules.items.get(word) in PEOPLE for word in words)


def _told_aside(context: Context, claim: ClaimDraft, number: Number) -> bool:
    """Whether a claim is an aside on those counted before it: "six died in Velm, three of them children, and two in Karo"."""
    low = context.doc.low
    return low[claim.first - 1] == "," and low[number.first - 2:number.first] == [",", "and"] and (
        claim.number is not None and low[claim.number.nlast:claim.number.nlast + 2] in (["of", "them"], ["of", "whom"]))


def _alone_there(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "900 murders this year, with 140 in Velm alone": a part."""
    low = context.doc.low
    for match in _ALONE.finditer(context.chunks.string) if "alone" in context.doc.keys else ():
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        claim = found.get(before.nfirst) if before else None
        if claim and number and number.nfirst not in found and number.head < 0 and low[number.last:number.last + 1] == ["in"] and (
                "alone" in low[number.last + 1:number.last + _SO_FAR] and (number.value or 0) < (claim.value or 0)):
            found[number.nfirst] = part = draft(context, number, claim.event, claim.item, "gapping", claim.trigger)
            part.part_of = claim


def gaps(context: Context, found: dict[int, ClaimDraft], of_parts: bool = False) -> None:
    """ "The north lost three tanks, the south five": the verb is left out. `of_parts`: "40 of them in the east, 30 in the west"."""
    if not found or not unclaimed(context, found):
        return
    string, doc = context.chunks.string, context.doc
    rows: dict[int, list[ClaimDraft]] = {}  # what was told first, and those told after it in other places
    apart = "-&" in string or "(&" in string
    patterns = (_GAP, _PLACES, _DAYS, *((_THEN,) if apart else ()), *((_WHILE,) if "while" in doc.keys else ()))
    for pattern in patterns:
        for match in pattern.finditer(string):
            before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
            claim = found.get(before.nfirst) if before else None
            aside = claim is not None and number is not None and _told_aside(context, claim, number)
            if claim and claim.number and aside:
                claim = next((c for c in claims_before(context, found, claim.number) if c.sentence == claim.sentence), None)
            if number and string[match.start(2) - 1] == "n" and doc.low[context.chunks.firsts[match.start(2) - 1]] != "at":
                continue  # "the unions at 40,000"
            if number and pattern is _GAP and string[match.start(2) - 3:match.start(2) - 1] in ("&N", "&A") and (
                    string[match.start(2) - 1] == "z" and doc.low[context.chunks.firsts[match.start(2) - 1]] not in _JUST):
                continue  # nine men and women in two cars; but: and Velmia just two
            if not claim or not number or fled(context, number) or (number.kind == "money") != (claim.item == "money"):
                continue
            named = number.head >= 0 and not (pattern is not _GAP and {claim.item, item_of(doc, number, context.rules)} <= PEOPLE)
            if named or number.nfirst in found or of_them(context, number) or doc.low[number.last:number.last + 1] == ["with"] or (
                    not _OWN_STATE.isdisjoint(doc.low[number.nlast:max(number.head, 0)])):
                continue  # left two guards dead and nine people with burns
            if not aside and (claim.part_of is not None) != of_parts or _OWN_CLAUSE.match(string, match.start(2)) and (
                    number.head >= 0 or context.chunks.raw[match.start(2) + 1] not in "nD"):
                continue  # but: nine died in Velm, two in Karo and one was hurt
            if pattern is not _PLACES or (
                    doc.low[number.last] in _SO_MANY or doc.low[number.last:number.last + 2] == ["so", "far"]
                    or context.rules.tagger[doc.forms[number.last]] not in "y!"):
                item = item_of(doc, number, context.rules) if number.head >= 0 else claim.item
                event = "killed" if item == "body" and claim.event == "rescued" else claim.event
                found[number.nfirst] = gap = draft(context, number, event, item or claim.item, "gapping", claim.trigger)
                gap.part_of = claim if _one_a(context, number) else claim.part_of
                row = rows.setdefault(id(claim), [claim])
                row.append(gap)
                rows[id(gap)] = row
    for row in {id(row): row for row in rows.values()}.values():  # eight died, five in the east and three in the west
        if len(row) > 2 and not of_parts and sum(c.value or 0 for c in row[1:]) == row[0].value:
            for gap in row[1:]:
                gap.part_of = row[0]
    for match in _BY_OTHERS.finditer(string) if "b" in string else ():
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        claim = found.get(before.nfirst) if before else None
        if claim and number and number.nfirst not in found:
            item = item_of(doc, number, context.rules) or claim.item
            if item in items_of(context, claim.event):
                found[number.nfirst] = draft(context, number, claim.event, item, "gapping", claim.trigger)
    for match in _OTHER_SIDE.finditer(string):
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start("other"))
        if match["those"] and doc.low[context.chunks.firsts[match.start("those")]] != "those":
            continue
        claim = found.get(before.nfirst) if before else None
        if claim and number and number.nfirst not in found and claim.trigger and claim.trigger[0] < claim.first and not claim.part_of:
            item = context.items.get(number.nfirst) or item_of(doc, number, context.rules) or claim.item
            if string[context.chunks.at(claim.trigger[0])] in "VIG" and item in items_of(context, claim.event):
                found[number.nfirst] = draft(context, number, claim.event, item, "gapping", claim.trigger)
    _alone_there(context, found)
    for match in _OR.finditer(string):
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        claim = found.get(before.nfirst) if before else None
        item = item_of(doc, number, context.rules) if number else None
        said_again = claim and number and number.nfirst not in found and "or" in doc.low[claim.last:number.nfirst]
        if claim and number and said_again and item in items_of(context, claim.event):
            found[number.nfirst] = draft(context, number, claim.event, item or claim.item, "in-other-words", claim.trigger)
    for match in _AS_WERE.finditer(string) if "as" in doc.keys else ():
        number, verb = context.number_at.get(match.start(1)), doc.low[context.chunks.firsts[match.start(1) - 1]]
        claim = last_claim(context, found, number) if number and number.nfirst not in found and verb in _WERE else None
        item = item_of(doc, number, context.rules) if number and number.head >= 0 else claim.item if claim else None
        if number and claim and claim.sentence == doc.sentence_of(number.nfirst) and item in items_of(context, claim.event):
            found[number.nfirst] = draft(context, number, claim.event, item or "", "verb-left-out", claim.trigger)
    for match in _VERB_LEFT_OUT.finditer(string):
        number = context.number_at.get(match.start(1))
        claim = last_claim(context, found, number) if number and number.head < 0 and number.nfirst not in found else None
        last = doc.forms[context.chunks.lasts[match.end() - 2] - 1]
        told = context.rules.tagger[last] != "y" or last.strip() in _ALSO  # but "40 are alive"
        begins = string.rfind(".", 0, match.start(1)) + 1
        if number and claim and claim.sentence != doc.sentence_of(number.nfirst) and not _ENDED.isdisjoint(string[begins:match.start(1)]):
            continue  # freed 56. They said 30 buses would come, but only two did
        told = told and (string[match.end() - 2] == "B" or context.rules.tagger[last] in "mHO!y")  # another five may follow
        if number and claim and told and "not" not in doc.low[number.last:number.last + 3]:
            found[number.nfirst] = draft(context, number, claim.event, claim.item, "verb-left-out", claim.trigger)


# a member of a list after words that belong to the member before: "two missiles from the sea near Karo, and 17 drones from the east"
_MEMBER = late(r"(Q)(?=(?:(?:[zDNAnothqdMP()\"-]|hQ(?=z?[,;&])|p(?=[zn])|&(?=[NA])|(?<=P)&(?=P,)|,(?=[NA])){0,18}?"
                r"[,;]?&?(?<=[,;&])[zD]{0,2}"
                r"|,[zN]o[Ur][zDNAnothfbpPvVwWBS]{0,14},&(?=Q[zD]{0,4}[.,;])"  # nine cooks, most of them taken, and two nuns
                r"|,?&z{0,2}NoN(?:\(N\))?n|P?[zD]{0,6},Q(?:zz|o[Ur])[zD]{0,2}[vVwW][zDNA]{0,4},&)"
                r"(Q)(?![zD]{0,6}[VWvwBPSI]))")  # nine homes, and the collapse of a bridge at two sites


def members(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Numbers of a list whose members are longer than a pattern holds: the event of the member before, where it takes the item."""
    for match in _MEMBER.finditer(context.chunks.string) if found and unclaimed(context, found) else ():
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        claim = found.get(before.nfirst) if before else None
        if not claim or not number or number.nfirst in found or claim.part_of or not claim.trigger or claim.trigger[0] > claim.first:
            continue
        if context.chunks.string[match.end(1):match.start(2)] == "&" and claim.rule not in ("list-member", "nearby"):
            continue  # the bodies of five men and two wounded children
        if claim.rule == "toll" and before is not None and before.head < 0 <= number.head:
            continue  # taking the toll to 13, and 400 people reeling
        item = item_of(context.doc, number, context.rules)
        if item and item in items_of(context, claim.event):
            found[number.nfirst] = draft(context, number, claim.event, item, "list-member", claim.trigger)
        elif item and item != "unknown":  # destroyed 22 drones near the port, and five boats
            frame = taking(frames_at(context, context.chunks.at(claim.trigger[0]), match.start(2), (FRAMES[0],)), item)
            if frame:
                found[number.nfirst] = draft(context, number, frame.event, item, "list-member", claim.trigger)


def claims_before(context: Context, found: dict[int, ClaimDraft], number: Number) -> list[ClaimDraft]:
    """The claims of the numbers before one, the nearest first; of a few, since a text may hold very many."""
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    return [found[n.nfirst] for n in reversed(context.numbers[max(0, k - _LOOK):k]) if n.nfirst in found]


def last_claim(context: Context, found: dict[int, ClaimDraft], number: Number, but: str = "") -> ClaimDraft | None:
    """The claim before a number, in its sentence or the two before, of any event but one."""
    floor = context.doc.sents[max(0, context.doc.sentence_of(number.nfirst) - 2)][0]
    crowd: ClaimDraft | None = None
    for claim in claims_before(context, found, number):
        if claim.number is not None and claim.number.nfirst < floor:
            break
        if not claim.part_of and claim.event != but:
            if claim.event == "participated" and claim.value is None and crowd is None:
                crowd = claim  # sixteen were hurt in a square where hundreds had gathered
                continue
            return claim
    return crowd


def sides(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "They exchanged prisoners, 307 from each side": the event stands before the number of each."""
    string, doc = context.chunks.string, context.doc
    told = "side" in doc.keys
    for i, number in context.number_at.items():
        if not (number.each or told and per_side(doc, number)) or number.nfirst in found or not counts(number) or string[i - 1:i] == "t":
            continue  # letters were passed to 90 prisoners on each side
        item = item_of(doc, number, context.rules)
        ahead = range(i + 1, i + 3) if doc.low[number.nlast:number.nlast + 2] == ["-", "for"] else ()  # a 390-for-390 prisoner swap
        for at in (*[k for k in ahead if k < len(string)], *range(i - 1, max(-1, i - 14), -1)):
            if string[at] == "." and at < i:
                break
            if string[at] not in "VWPGIE":
                continue
            frames = frames_at(context, at, i)
            if item is None and frames:
                claim_item, frame = elided_item(context, number, frames, None)
                frame = None if frame and frame.event in ("hit", "provided", "launched") else frame  # the deal reached is on 1,000 a side
            else:
                claim_item, frame = item or "", taking(frames, item or "")
            if frame:
                head = context.chunks.heads[at]
                if item is None and claim_item == "person" and (kind := context.rules.items.get(doc.low[head - 1])) in _SWAPPED:
                    claim_item = kind or ""  # a prisoner swap, 90 from each side
                found[number.nfirst] = claim = draft(context, number, frame.event, claim_item, "each-side", (head, head + 1))
                claim.each = True
                break
        else:
            _of_a_swap(context, found, number, item)


def _of_a_swap(context: Context, found: dict[int, ClaimDraft], number: Number, item: str | None) -> None:
    """ "The first stage, on Friday, covered 390 people from each side", in a text of a swap: so many came home to each side."""
    keys = context.doc.keys
    if item not in (None, "person", *_SWAPPED, "soldier", "civilian") or _SWAPS.isdisjoint(keys) or _CAPTIVES.isdisjoint(keys):
        return
    index = context.doc.sentence_of(number.nfirst)
    first = context.doc.sents[max(0, index - 1)][0]
    low = context.doc.low[first:context.doc.sents[index][1]]
    at = next((first + k for k, word in enumerate(low) if word in _SWAPS | _STAGES), None)
    if at is not None:
        claim = found[number.nfirst] = draft(context, number, "returned", item or "prisoner", "each-side", (at, at + 1))
        claim.each = True


_SELDOM_OTHERWISE = frozenset("drone missile rocket bomb shell weapon prisoner hostage body".split())
_SWAPPED = ("prisoner", "hostage", "body")
_SWAPS = frozenset("exchange exchanges exchanged swap swaps swapped".split())
_STAGES = frozenset("stage phase round".split())
_CAPTIVES = frozenset("prisoner prisoners captives captive pows hostages bodies soldiers servicemen captivity".split())
_REACH = 8  # chunks
_FLIGHTS = frozenset("helicopter rescue relief aid evacuation training reconnaissance".split())
_SUBJECT = late(r"z{0,4}[vp](?!oU)")


def _parted(context: Context, at: int, i: int) -> bool:
    """Whether another verb or clause stands between an event word and a number: "destroyed three cars and seized nine rifles" (but "the
    package contains nine rifles")."""
    string, light = context.chunks.string, load_json("events")["holding"]
    signs = "VIGWPrc" if at < i else "VIGWPrcvwipgB"
    return any(string[k] in signs and lemma_of(context, k) not in light for k in range(min(at, i) + 1, max(at, i)))


def nearby(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Weapons and captives that no pattern holds: of the nearest event word of their clause that takes them."""
    string, chunks = context.chunks.string, context.chunks
    for i, number in context.number_at.items():
        if string[i] != "Q" or number.nfirst in found or not counts(number):
            continue
        item = item_of(context.doc, number, context.rules)
        if item not in _SELDOM_OTHERWISE or item in PEOPLE and string[i - 1:i] == "b" or charged(context, number):
            continue  # "was stabbed by four inmates"
        first = max(string.rfind(".", 0, i), string.rfind(";", 0, i)) + 1
        last = min((at for at in (string.find(".", i), string.find(";", i)) if at > 0), default=len(string))
        for at in sorted(range(max(first, i - _REACH), min(last, i + _REACH)), key=lambda at: abs(at - i)):
            if string[at] not in "VWPGIE" or number.value == 0 or _parted(context, at, i) or (
                    string[at] == "P" and (context.doc.low[chunks.firsts[at] - 1] == "not" or string[i + 1:at + 2] == ",P,")):
                continue  # a list of 640 prisoners, wounded, ill and young
            if at < i and string[at] in "WP" and item not in PEOPLE and "b" in string[at:i]:
                break  # was brought down by two missiles
            if at > i and ":" in string[i + 1:at] and string[at - 1] in "ANU":
                continue  # 230 drones: the town comes through
            if at > i and ("Q" in string[i + 1:at] or _DAY_AFTER.search(chunks.raw, i, at)):
                continue  # hurled 87 drones, 31 were shot down; spoke of 12 drones, a day after talks failed
            if string[at:at + 2] == "EN" and chunks.firsts[at + 1] == chunks.lasts[at] and (
                    context.rules.items.get(context.doc.low[chunks.lasts[at + 1] - 1]) in _CARRIED):
                continue  # found an assault rifle and nine pistols
            if at < i and string[i - 1] in "pv" and string[at + 1:i] != string[i - 1]:
                continue  # brought letters to prisoners and visited 119 of them
            if at < i and string[i - 1] == "t" and item in PEOPLE:
                continue  # letters were passed to 40 prisoners
            if at < i and _SUBJECT.match(string, i + 1):
                continue  # not all were stopped: five missiles flew on
            subject = at < i or string[at] in "WPE"
            laid = on_the_ground(context, number, item, at)  # destroyed 210 mines: not intercepted
            frame = next((f for f in frames_at(context, at, i) if item in f.items and (subject or f.frame == FRAMES[1]) and not (
                laid and f.event in ("intercepted", "suppressed"))), None)
            if frame and frame.event == "launched" and lemma_of(context, at) == "engage" or lemma_of(context, at) in _MOVES:
                continue  # air defences engaged 12 drones; vans carried 40 prisoners to court
            if at < i and lemma_of(context, at) in ("give", "cite") and not (
                    FIGURES.isdisjoint(context.doc.low[chunks.lasts[at]:number.first])):
                told = last_claim(context, found, number)
                if told and told.item == item:  # the guards gave a larger figure, more than 80 missiles
                    again = found[number.nfirst] = draft(context, number, told.event, item, "figure-again", told.trigger)
                    again.status = "total"
                break
            if frame and not (frame.event == "launched" and (fires(number) or in_stores(context, number, lemma_of(context, at)))):
                head = chunks.heads[at]
                found[number.nfirst] = draft(context, number, frame.event, item, "nearby", (head, head + 1))
                break
