"""What the words beside a number tell of its being a part: "seven of the dead", "two of those charged", "of the 304, ten"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, frames_at, of_them, of_these
from newsfacts.claims.items import PEOPLE, item_of_words
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.sources.words import verbs as speech

_MENDED = frozenset("reconnected restored repaired reopened recovered survived".split())
_STAYING = ("displaced", "held", "missing", "evacuated", "deployed")
_FAR = 6  # sentences
_TAKEN_OR_LOST = ("captured", "detained", "held", "missing")
_TAKEN = ("captured", "detained", "held")
_WHO_THEY_ARE = {"participle": _TAKEN, "state": ("held", "missing"), "intransitive": ("participated", "deployed")}
_BEFELL = ("returned", "rescued", "killed", "wounded")
_OF_THEM = compiled(r"[zD]*(?:o[zD]*[UNr])?[zD]*")
_BEFALLEN = frozenset("victims dead deceased casualties fatalities wounded injured hurt missing survivors people others rest".split())
_LISTED = frozenset("UzDQ&,")  # between "among them" and a number of its list


def noun_behind(context: Context, i: int) -> str | None:
    """What people a noun behind a part in chunk i tells them to be: "four of them children", "one of them a girl of nine"."""
    if context.chunks.string[i + 1:i + 2] not in ("N", "z"):
        return None
    j = context.chunks.string.find("N", i + 1, i + 4)
    item = item_of_words(context.doc, context.chunks.firsts[j], context.chunks.lasts[j] - 1, context.rules) if j > 0 else None
    if item == "child" and context.doc.low[context.chunks.firsts[j]] == "the":
        return None  # one of them the son of a judge
    return item if item in PEOPLE else None


def of_those_others(context: Context, number: Number, whole: ClaimDraft) -> bool:
    """Whether "two of those charged" are not of the number before, whom something else befell."""
    rules, after = context.rules, context.doc.low[number.nlast:number.nlast + 3]
    if after[:2] != ["of", "those"] or len(after) < 3 or rules.tagger[after[2]] not in "kK":
        return False
    return not any(f.event == whole.event for f in rules.verbs.get(rules.lemmas.get(after[2], ""), ()))


def of_attackers(context: Context, i: int, whole: ClaimDraft) -> bool:
    """Whether "the attackers, some 20 of them, fled", "relatives, four of whom came" counts others than those of the number before."""
    before = context.chunks.string[:i].rstrip("zD")
    if before[-2:] not in ("N,", "A,"):
        return False
    word = context.doc.low[context.chunks.lasts[len(before) - 2] - 1]
    if word in load_json("relate")["attackers"].split() and not whole.item_text.lower().endswith(word):
        return True
    doc, number = context.doc, context.number_at[i]
    of_whom = doc.low[number.nlast:number.nlast + 2] == ["of", "whom"] and whole.sentence != doc.sentence_of(number.nfirst)
    return of_whom and word not in _BEFALLEN and not whole.item_text.lower().endswith(word) and (
        whole.item == "person" or context.rules.items.get(word) != whole.item)  # relatives, four of whom came to court


def told_again(context: Context, found: dict[int, ClaimDraft], first: int, i: int) -> ClaimDraft | None:
    """The claim of people that a bare number before chunk i takes up: of "304 died and 400 were held. Of the 304, ten" those who died."""
    number = next((n for k in range(first, i) if (n := context.number_at.get(k)) is not None), None)
    if number is None or number.head >= 0 or number.nfirst in found or number.value is None:
        return None
    return so_many(found, number)


def so_many(found: dict[int, ClaimDraft], number: Number) -> ClaimDraft | None:
    """The last claim of people before a number that told the same number."""
    told = [c for c in found.values() if c.value == number.value and c.first < number.first and c.item in PEOPLE and not c.part_of]
    return max(told, key=lambda c: c.first, default=None)


def of_none(context: Context, found: dict[int, ClaimDraft], number: Number) -> bool:
    """Whether the claim before a number, of the sentence before at the earliest, counts none: "No guard was hurt. One of them ..."."""
    before = max((first for first in found if first < number.nfirst), default=-1)
    return before >= 0 and found[before].value == 0 and context.doc.sentence_of(number.nfirst) - found[before].sentence < 2


def told_before(context: Context, found: dict[int, ClaimDraft], number: Number, event: str) -> ClaimDraft | None:
    """The last number of people before with an event, some sentences back: of "31 died. 60 were hurt. Nine of the dead" the dead."""
    since = context.doc.sentence_of(number.nfirst) - _FAR
    told = [c for c in found.values() if c.event == event and c.first < number.first and c.sentence >= since and not c.part_of
            and c.item in PEOPLE and (c.value or 0) >= (number.value or 0)]
    return max(told, key=lambda c: c.first, default=None)


def state_named(context: Context, number: Number) -> str | None:
    """What has befallen those of whom a number is a part: "seven of the dead", "two of the wounded"."""
    after = context.doc.low[number.nlast:number.nlast + 3]
    if len(after) < 3 or after[0] != "of" or after[1] not in ("the", "those") or after[2] in ("injuries", "wounds"):
        return None
    frames = context.rules.states.get(after[2]) or context.rules.counts.get(after[2]) or context.rules.verbs.get(
        context.rules.lemmas.get(after[2], ""), [])
    return next((f.event for f in frames if f.event in ("killed", "wounded", "missing")), None)


def group_named(context: Context, i: int) -> tuple[str, int] | None:
    """The event of the group without a number of which chunk i is a part, and its word: "the release of those arrested, among them 12"."""
    chunks, low = context.chunks, context.doc.low
    mark = chunks.string.rfind("q", max(0, i - 8), i)
    word = chunks.firsts[mark] - 1 if mark > 0 else 0
    word -= low[word] == ","
    if word < 2 or low[word - 1] not in ("those", "people") or low[word] not in context.rules.lemmas:
        return None
    if not set(chunks.string[mark + 1:i]) <= _LISTED:
        return None
    frames = context.rules.verbs.get(context.rules.lemmas[low[word]], ())
    event = next((f.event for f in frames if f.frame == "agent acts on items" and "person" in f.items), None)
    return (event, word) if event else None


def own_verb(context: Context, number: Number, i: int, event: str) -> bool:
    """Whether "of them" is followed by a verb that tells something else of them; "four of them are children" does not, and, of people
    who have fled or are held (`event` of the whole), "four of them are in Karo"."""
    if event in _TAKEN_OR_LOST and context.doc.low[number.first - 2:number.first] == ["of", "whom"] and (
            context.chunks.string[i + 1:i + 2] in tuple("Vv")):
        return True  # an avalanche buried 11 climbers, of whom three dug themselves out
    if not (of_them(context, number) or of_these(context, number)):
        return False
    if context.doc.low[number.nlast + 1:number.nlast + 2] in (["which"], ["whom"]):  # 9,000 lost power, 400 of which have it again
        return not _MENDED.isdisjoint(context.doc.low[number.nlast + 2:number.nlast + 7])
    chunks = context.chunks
    if chunks.string[i - 1:i] in tuple("pv") and context.doc.low[chunks.heads[i - 1]] in speech():
        return True  # said one of them
    behind = _OF_THEM.match(chunks.string, i + 1)
    at = behind.end() if behind else i + 1
    if chunks.string[at:at + 1] == "," and (aside := chunks.string.find(",", at + 1, at + 6)) > 0:
        at = aside + 1  # one of them, a nurse, said
    if chunks.string[at:at + 1] != "B":
        if chunks.string[at:at + 1] in tuple("pv") and context.doc.low[chunks.heads[at]] in speech():
            return True
        opens = chunks.string[:i].rstrip("zD")[-1:] in ("", ".", ";", "c")
        return chunks.string[at:at + 1] in tuple("Vvwp" if opens else "Vvw")  # "104 of those on board survived"
    if event in _STAYING and chunks.raw[at + 1:at + 3] == "nA" and chunks.raw[at + 3:at + 4] in tuple(".,;&"):
        return False
    while chunks.string[at:at + 1] in tuple("BzD"):
        at += 1
    last = chunks.lasts[at] - 1 if at < len(chunks.lasts) else -1
    return chunks.string[at:at + 1] != "N" or item_of_words(context.doc, chunks.firsts[at], last, context.rules) not in PEOPLE


def of_unnumbered(context: Context, found: dict[int, ClaimDraft], number: Number, i: int, item: str) -> None:
    """ "They killed civilians, including three children": a part of a whole without a number has the event of its clause."""
    chunks = context.chunks
    mark = chunks.string.rfind("q", max(0, i - 4), i)
    for at in range(mark - 1, max(-1, mark - 8), -1) if mark > 0 else ():
        other = context.number_at.get(at)
        if chunks.string[at] in ".;:" or other is not None and other.nfirst not in found and counts(other):
            return  # 2 were killed and three, including two children, wounded: of the three
        if chunks.string[at] in "VIGWP":
            frame = next((f for f in frames_at(context, at, i) if item in f.items), None)
            if frame:
                head = chunks.heads[at]
                found[number.nfirst] = draft(context, number, frame.event, item, "part-of-unnumbered", (head, head + 1))
            return


def as_the_whole(claim: ClaimDraft, whole: ClaimDraft) -> None:
    """Of those freed or dead, "12 soldiers captured in May", "12 who had gathered there" are told to be free or dead: the participle or
    the relative clause tells who they are."""
    if claim.event in _WHO_THEY_ARE.get(claim.rule, ()) and whole.event in _BEFELL:
        claim.event, claim.trigger = whole.event, whole.trigger


def of_whom(context: Context, i: int) -> bool:
    """Whether a number is told to be of those told right before: "six of whom", "of whom six"."""
    number, low = context.number_at[i], context.doc.low
    return ["of", "whom"] in (low[number.nlast:number.nlast + 2], low[max(0, number.first - 2):number.first])


def of_two_kinds(context: Context, found: dict[int, ClaimDraft], whole: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether a whole told before is the second of two kinds of people: "47 women and 41 children. Seven of them": of all."""
    if whole.sentence == claim.sentence or whole.item not in PEOPLE or context.doc.low[whole.first - 1] != "and":
        return False
    return any(other.last == whole.first - 1 and other.item in PEOPLE and other.item != whole.item for other in found.values())
