"""Who those set free were: "nine had been considered missing", "some 40 fought at the mill", "there are 25 marines in the group"."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.claims.context import Context, draft, lemma_of, of_them
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.leftout import last_claim, unclaimed
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json

_TOLD = late(r"[zD]{0,3}(?:,[zDNAo&]{1,8},)?(?:o[zD]*[UNPr]{1,2}[zD]{0,3})?(?P<verb>[vpVPwWI]|B(?=[Ii]))")
_OPENS = late(r"(?:^|[.;]|,&|&)[zD]{0,3}$")  # what may stand before a subject in its sentence
_NEAR = 12  # chunks before a number
_BEHIND = 8  # tokens behind a number
_SENTENCES = 8  # from a number to those freed
_OF_THE = 4  # tokens between a part and its whole
_ON_THE_WAY = ("deployed", "displaced", "evacuated", "participated")  # what the same verbs tell of others
_CAPTIVES = ("prisoner", "hostage")
_CARRYING = ("carry", "take", "bring", "ferry", "transport")
_CARRIERS = frozenset("flight flights plane planes aircraft jet jets helicopter helicopters bus buses ambulances convoy train".split())
_TAKING = ("bus", "fly", "take", "drive", "transport", "ferry", "send", "move", "carry", "transfer", "bring")
_GOING = ("go", "fly", "travel", "head", "cross")
_OTHERS = frozenset(("another", "others", "other", "more", "further"))
_NO_CAPTIVITY = frozenset("hospital hospitals intensive critical serious stable contact office touch".split())
_TWO = 2  # sentences
_SOON = 3  # sentences from those freed to their journey
_OWN = ("freed", "come-home")  # the rules of this step
_THEN = ("missing", "killed", "deployed")  # what is told of them as it was


def freed(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of those who were told to be free right before, where a later sentence tells what they were or did until then."""
    _among_them(context, found)
    for i, number in context.number_at.items():
        claim = found.get(number.nfirst)
        if claim is not None and claim.event in _ON_THE_WAY:
            _apposed(context, claim, i)
    if not any(c.event == "returned" and c.item in PEOPLE for c in found.values()):
        return
    for i, number in context.number_at.items():
        claim = found.get(number.nfirst)
        at = i + 1 + (context.chunks.string[i + 1:i + 2] == "z")  # 357 more were moved
        if (whole := _driven(context, found, number, at, claim)) is not None:
            head = context.chunks.heads[at]
            found[number.nfirst] = again = draft(context, number, "returned", whole.item, "flown-home", (head, head + 1))
            active = context.chunks.string[at] in "VvPp"
            again.part_of = None if active or _apart(context, number) or (number.value or 0) >= (whole.value or 0) else whole
            continue
        if (claim is None or claim.event == "captured") and (verb := _flown(context, number, i)) >= 0:
            head = context.chunks.heads[verb]
            found[number.nfirst] = draft(context, number, "returned", item_of(context.doc, number, context.rules) or "",
                                         "flown-home", (head, head + 1))
            continue
        if claim is not None and (whole := _to_be_moved(context, found, number, claim)) is not None:
            claim.event, claim.item, claim.rule = "returned", whole.item, "flown-home"
            continue
        if (verb := _moved(context, number, i, claim)) >= 0:
            _come(context, found, number, verb)
            continue
        if claim is not None and claim.event not in _THEN:
            continue
        if not (_among(context, number, claim) or _told(context, number, i, claim)):
            continue
        whole = claim.part_of if claim and claim.part_of else _last(found, number, context.doc.sentence_of(number.nfirst))
        if whole is None or whole.event != "returned":
            continue
        item = item_of(context.doc, number, context.rules)
        found[number.nfirst] = part = draft(context, number, "returned", item if item in PEOPLE else "person", "freed", whole.trigger)
        part.part_of = whole


def _among_them(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Brought home 90 sailors. Among them are nine cooks who had been in rebel hands since May": home too."""
    low = context.doc.low
    for claim in found.values():
        if claim.event not in ("held", "captured") or claim.part_of is not None:
            continue
        first = context.doc.sents[claim.sentence][0]
        if low[first:first + 2] != ["among", "them"] or low[first + 2] not in ("are", "were"):
            continue
        near = [c for c in found.values() if claim.sentence - _SOON <= c.sentence < claim.sentence and not c.part_of]
        whole = max([c for c in near if (c.value or 0) >= (claim.value or 0)], key=lambda c: c.first, default=None)
        if whole is not None and whole.trigger is not None and all(c.event == "returned" for c in near if c.item in PEOPLE):
            claim.event, claim.part_of, claim.trigger, claim.rule = "returned", whole, whole.trigger, "part"


def _apposed(context: Context, claim: ClaimDraft, i: int) -> None:
    """ "The released captives, nine men and two girls, came over the frontier": they are home."""
    chunks, words = context.chunks, load_json("events")["freed"]
    head = len(chunks.string[:i].rstrip("Q,&")) - 1
    if head < 0 or chunks.string[head:head + 2] != "N," or claim.trigger is None:
        return
    noun = context.doc.low[chunks.firsts[head]:chunks.lasts[head]]
    if not frozenset(words["freed"]).isdisjoint(noun) and lemma_of(context, chunks.at(claim.trigger[0])) in words["moves"]:
        kind = context.rules.items.get(noun[-1])
        claim.event, claim.item = "returned", kind if kind in _CAPTIVES else claim.item


def _flown(context: Context, number: Number, i: int) -> int:
    """The verb of "four flights carried 90 prisoners to Velm", in a text of some set free; -1 where there is none."""
    string, verb = context.chunks.string, i - 1
    if verb < 1 or string[verb] not in "VvPp" or item_of(context.doc, number, context.rules) not in _CAPTIVES or (
            lemma_of(context, verb) not in _CARRYING):
        return -1
    subject = len(string[:verb].rstrip("zD")) - 1
    carrier = subject >= 0 and string[subject] in "NAQ" and context.doc.low[context.chunks.lasts[subject] - 1] in _CARRIERS
    return verb if carrier and "t" in string[i + 1:i + 3] + context.chunks.raw[i + 1:i + 3] else -1


def _apart(context: Context, number: Number) -> bool:
    """Whether a number is of others than those told: "another 88", "nine more"."""
    return not _OTHERS.isdisjoint(context.doc.low[number.first - 1:number.last + 1])


def _to_be_moved(context: Context, found: dict[int, ClaimDraft], number: Number, claim: ClaimDraft) -> ClaimDraft | None:
    """Those set free right before, of whom an aid body "is ready to move 40 more"."""
    if claim.event not in (*_ON_THE_WAY, "captured"):
        return None
    if number.head >= 0 or claim.part_of or claim.trigger is None or claim.trigger[0] > claim.first or not _apart(context, number):
        return None
    whole = last_claim(context, found, number)
    verb = context.rules.lemmas.get(context.doc.low[claim.trigger[0]])
    return whole if whole is not None and whole.event == "returned" and claim.sentence - whole.sentence < _TWO and verb in _TAKING else None


def _driven(context: Context, found: dict[int, ClaimDraft], number: Number, at: int, claim: ClaimDraft | None) -> ClaimDraft | None:
    """Those set free right before, of whom "sixty were flown to Velm", "another 88 were bused to the border"."""
    letter = context.chunks.string[at:at + 1]
    if number.head >= 0 and number.noun != "other" or letter not in tuple("WwVvPp") or (
            claim is not None and claim.event not in _ON_THE_WAY):
        return None
    sentence, last = context.doc.sentence_of(number.nfirst), context.chunks.lasts[at]
    behind = context.doc.low[last:last + _BEHIND]
    whole = _last(found, number, sentence)
    if whole is None or whole.event != "returned" or sentence - whole.sentence > (letter in "Ww") or "hospital" in behind:
        return None
    if letter in "Ww":
        return whole if lemma_of(context, at) in _TAKING and (behind[:1] == ["to"] or _apart(context, number)) else None
    return whole if lemma_of(context, at) in _GOING and behind[:1] in (["to"], ["into"]) else None


def number_freed(context: Context, claims: list[ClaimDraft]) -> None:
    """ "Handed over 30 bodies, bringing to 195 the number received": of what was counted right before."""
    for before, claim in pairwise(claims):
        alike = claim.rule == "toll-after" and claim.item == "person" and claim.event == before.event == "returned"
        if alike and claim.sentence == before.sentence and claim.trigger and "of" not in context.doc.low[claim.last:claim.trigger[1]]:
            claim.item = before.item


def stayed(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Captives beside those told before: "freed nine; 12 are still in the forest", "another 76 remain in the strip"."""
    low = context.doc.low
    for number in unclaimed(context, found):
        after = low[number.last:number.last + 4]
        stays = "still" in after[:2] or after[:1] in (["remain"], ["remained"], ["remains"])
        where = next((k for k, word in enumerate(after[1:], 1) if word in ("in", "with", "inside")), 0)
        theirs = where and low[number.last + where:number.last + where + 2] == ["with", "them"]  # 14 boys remain with them
        if number.value == 0 or number.head >= 0 and not theirs and number.noun not in ("other", "person", "people", *_CAPTIVES):
            continue
        if not stays or not where or not _NO_CAPTIVITY.isdisjoint(low[number.last + where:number.last + where + 4]):
            continue
        claim = last_claim(context, found, number)
        item = item_of(context.doc, number, context.rules)
        named = number.head >= 0 and number.noun in ("person", "people") and not theirs
        if claim and claim.event in ("returned", "captured", "held") and claim.trigger is not None and (
                claim.item in _CAPTIVES if named else claim.item in PEOPLE):
            found[number.nfirst] = draft(context, number, "held", item if item in PEOPLE else claim.item, "still-there", None)


def _moved(context: Context, number: Number, i: int, claim: ClaimDraft | None) -> int:
    """The verb of "nine of the 14 came by bus", "the remaining two are to fly"; -1 where a number is no subject of such a one."""
    low, words = context.doc.low, load_json("events")["freed"]
    if claim is not None and claim.event not in _ON_THE_WAY:
        return -1
    of_those = of_them(context, number) or number.head < 0 and low[number.nlast:number.nlast + 2] == ["of", "the"]
    match = _TOLD.match(context.chunks.string, i + 1) if of_those or low[number.first - 1] in words["left"] else None
    if match is None:
        return -1
    verb = match.start("verb")
    verb += context.chunks.string[verb + 1] in "Ii"  # are expected to fly
    return verb if lemma_of(context, verb) in words["moves"] else -1


def _come(context: Context, found: dict[int, ClaimDraft], number: Number, verb: int) -> None:
    """A claim of those who come home, and of the number of which they are told to be a part."""
    sentence = context.doc.sentence_of(number.nfirst)
    whole = _last(found, number, sentence)
    if whole is None or whole.event != "returned" or sentence - whole.sentence > _SOON:
        return
    head = context.chunks.heads[verb]
    same = next((n for n in context.numbers if number.nlast < n.first < number.nlast + _OF_THE and n.value == whole.value), None)
    if same is not None:
        found[same.nfirst] = draft(context, same, "returned", whole.item, "come-home", whole.trigger)
    found[number.nfirst] = part = draft(context, number, "returned", whole.item, "come-home", (head, head + 1))
    part.part_of = whole


def _last(found: dict[int, ClaimDraft], number: Number, sentence: int) -> ClaimDraft | None:
    """The claim of those set free of whom a number can be a part: no people are told between of whom it is not so."""
    told = [c for c in found.values() if c.first < number.first and sentence - c.sentence <= _SENTENCES and c.item in PEOPLE
            and not c.part_of and c.rule not in _OWN and c.status != "total"]
    for claim in sorted(told, key=lambda c: -c.first):
        if claim.event != "returned" or (claim.value or number.value or 0) >= (number.value or 0):
            return claim
    return None


def _among(context: Context, number: Number, claim: ClaimDraft | None) -> bool:
    """Whether a number is told to be in the group: "there are 25 marines among them", "among them are 25 marines"."""
    if claim is None or claim.rule != "has-so-many":
        return False
    groups = load_json("events")["freed"]["groups"]
    return claim.part_of is not None or not frozenset(groups).isdisjoint(context.doc.low[number.last:number.last + _BEHIND])


def _told(context: Context, number: Number, i: int, claim: ClaimDraft | None) -> bool:
    """Whether a number is the subject of what they did before, or of having been thought missing."""
    string, words = context.chunks.string, load_json("events")["freed"]
    after = context.doc.low[number.nlast:number.nlast + 3]
    if claim is None and after[:2] in (["of", "the"], ["of", "those"]) and after[2:] and after[2] in words["freed"]:
        return True
    if claim is None and number.head >= 0 and not of_them(context, number):
        return False
    match = _TOLD.match(string, i + 1)
    opens = claim is not None and claim.part_of is not None or _OPENS.search(string, max(0, i - _NEAR), i) is not None
    if match is None or not opens:
        return False
    if claim is not None and claim.event != "deployed":
        behind = context.doc.low[number.last:number.last + _BEHIND]
        return all(not frozenset(words[part]).isdisjoint(behind) for part in ("thought", "then")) and "still" not in behind
    return lemma_of(context, match.start("verb")) in words["deeds"]
