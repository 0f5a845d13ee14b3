"""A claim of one number with one event word: what is counted, and which of the word's events takes it."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.claims.beside import CARRIED, is_business, planes, to_hospital, without_hosts
from newsfacts.claims.context import Context, Reading, draft, frames_at, of_them
from newsfacts.claims.elided import counts_others, elided_item, items_of, nouns_before, taking
from newsfacts.claims.items import PEOPLE, PLURALS, item_at, item_of, item_of_words
from newsfacts.claims.stored import flown, on_the_ground
from newsfacts.claims.turns import event_told, settled
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.patterns import Construction
from newsfacts.rules import FRAMES, Frame

_FLYING = frozenset("weapon drone missile rocket bomb shell".split())  # hits by nine missiles and 56 drones
_STATES = frozenset(("country", "state", "nation", "government", "delegation"))
_EVERY = frozenset(("each", "every", "one"))
_OF_COUNTED = ("of-the-dead", "apposition-of-counted")
_HITS = ("fell-at", "hits-at", "hit-in-so-many-places")
_CAPTIVES = ("hostage", "prisoner", "captive")
_HARM = frozenset("killed wounded casualties captured detained".split())
_KINDS = frozenset(("soldier", "worker", "civilian", "child"))
_HOUSEHOLDS = frozenset(("family", "household", "crew"))
_FEW = 3  # tokens
_CROSSING = ("cross", "enter", "intercept")
_CIVILIANS = ("person", "child", "civilian")
_ONE = 6  # tokens of "a 24-year-old Norlandic soldier"
_BEFALLS = frozenset("killed shot wounded injured hurt dead died dies fell".split())
_LISTED = late(r"Q(?:,N){1,3},?&N")
_AS_MANY = 3  # times those told before


def make(context: Context, number: Number, i: int, event_at: int, construction: Construction, elided: str | None = None,
         event: str | None = None) -> ClaimDraft | None:
    """A claim of the number in chunk i with the event in chunk `event_at`, or None where the words tell none. `elided` and `event` are
    those of its list so far."""
    low = context.doc.low
    item = _counted(context, number, i, event_at)
    if item is None and (construction.name == "compound" and not number.each or number.kind != "count"):
        return None
    at = context.chunks.firsts[event_at]
    if construction.name in _OF_COUNTED and not _EVERY.isdisjoint(low[max(0, at - 3):at]):
        return None  # 15 for each of its dead, 270 in all
    r = Reading(context, number, i, event_at, construction, item)
    if not (_of_construction(r, construction.event, elided) if construction.event else _of_word(r, elided, event)):
        return None
    if construction.name == "are-in-place" and not frozenset(load_json("events")["not_in_place"]).isdisjoint(low[r.after:r.after + 2]):
        return None  # nine officers are on trial
    return _claim(r) if settled(r) else None


def _claim(r: Reading) -> ClaimDraft:
    """The claim that a reading comes to."""
    context, number = r.context, r.number
    first, last = context.chunks.firsts[r.event_at], r.after
    trigger = (context.chunks.heads[r.event_at], last if last > first else first + 1)
    claim = draft(context, number, event_told(r), r.item or "", r.construction.name, trigger)
    if claim.item == "person" and number.head < 0 and number.value == 1:
        claim.item = _who_is(r) or claim.item
    if claim.event in _HARM and claim.item in ("soldier", "worker") and _of_two_kinds(r):
        claim.item = "person"  # killed 30 soldiers and officials
    if r.item == "money" and claim.unit is None:  # "needs $38 million but has received only nine million"
        claim.unit = next((n.unit for n in reversed(context.numbers) if n.kind == "money" and n.nfirst < number.nfirst), None)
    return claim


def _who_is(r: Reading) -> str | None:
    """Who "one" is by what stands between commas behind it: "one, a 10-year-old boy, died"."""
    low, at = r.low, r.number.nlast
    if low[at:at + 1] != [","] or low[at + 1:at + 2] not in (["a"], ["an"]):
        return None
    end = next((t for t in range(at + 2, min(at + 2 + 2 * _ONE, len(low))) if low[t] == ","), -1)
    item = r.context.rules.items.get(low[end - 1]) if end > 0 else None
    return item if item in _KINDS else None


def _of_two_kinds(r: Reading) -> bool:
    """Whether one number counts soldiers and workers, or civilians: "30 officials and soldiers"."""
    chunks = r.context.chunks
    if chunks.string[r.i + 1:r.i + 3] != "&N" or r.number.head < 0:
        return False
    first, last = chunks.firsts[r.i + 2], chunks.lasts[r.i + 2]
    other = r.context.rules.items.get(r.low[last - 1])
    return last - first < _FEW and r.low[last - 1].endswith(PLURALS) and other in _KINDS and other != r.item and (
        r.context.rules.tagger[r.context.doc.forms[first]] != "t")


def _counted(context: Context, number: Number, i: int, event_at: int) -> str | None:
    """The item of the number in chunk i, None where it has no noun, or where "others" are none of people."""
    if number.head < 0 and context.doc.low[number.first - 1] == "of" and context.doc.low[number.first - 2] in _HOUSEHOLDS:
        return "person"  # levelled three houses and buried a family of six
    item = _mixed(context, i, item_at(context, number, i))
    if item == "person" and number.noun == "other":
        told = next(nouns_before(context, number), item)
        if told == "body":
            return "body"  # 54 bodies washed ashore, and 14 others were found
        if told not in PEOPLE:
            return None  # 54 drones were shot down, 31 others were lost
        return _others(context, number, i)
    if item == "soldier" and number.noun == "fighter" and planes(context, i, event_at):
        item = context.items[number.nfirst] = "aircraft"
    return item


def _others(context: Context, number: Number, i: int) -> str:
    """Who "others" are: forces, where those told before in the sentence are: "two guards were killed and four others hurt"."""
    chunks, low = context.chunks, context.doc.low
    begins = chunks.string.rfind(".", 0, i) + 1
    including = chunks.string.find("q", begins, i)  # nine people, including two guards, died and 26 others were hurt
    ends = chunks.firsts[including if including > 0 else i]
    k = bisect_left(context.numbers, ends, key=lambda n: n.nfirst)
    before = [n for n in reversed(context.numbers[max(0, k - 2):k]) if n.nfirst >= chunks.firsts[begins]]
    known = [item_of(context.doc, n, context.rules) for n in before]
    if not known and not chunks.string[begins:i].strip("zD,"):  # near Velm on Friday, three others died
        return _as_before(context, number) or "person"
    if not known and _after_one(context, chunks.firsts[begins], number):
        return "soldier"
    if not known or known[0] not in ("soldier", "worker"):
        return "person"
    if len(known) > 1 and known[0] != known[1] and before[0].first - before[1].last == 1:
        return "person"  # killed 22 pupils and two teachers and wounded 50 others
    if low[before[0].last:before[0].last + 2] in (["and", "a"], ["and", "an"]):
        return "person"
    return known[0]


def _after_one(context: Context, first: int, number: Number) -> bool:
    """Whether one soldier begins the sentence: "A soldier was killed and four others were wounded"."""
    low, items = context.doc.low, context.rules.items
    end = min(first + _ONE, number.first)
    at = next((t for t in range(first + 1, end) if items.get(low[t]) == "soldier"), -1)
    return low[first] in ("a", "an", "one") and at > 0 and not _BEFALLS.isdisjoint(low[at + 1:at + 3])


def _as_before(context: Context, number: Number) -> str | None:
    """The kind of those alone told of in the sentence before, about as many: "two nurses were killed. Three others are missing"."""
    doc, index = context.doc, context.doc.sentence_of(number.nfirst)
    if index == 0 or doc.opens_line(doc.sents[index][0]):
        return None
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    before = [n for n in context.numbers[max(0, k - 6):k] if n.nfirst >= doc.sents[index - 1][0] and n.kind == "count"]
    kinds = {item_of(doc, n, context.rules) for n in before}
    if any(context.rules.items.get(word) in _CIVILIANS for word in doc.low[doc.sents[index - 1][0]:number.first]):
        return None  # two guards and a boy
    many = max((n.value or 0 for n in before), default=0)
    return kinds.pop() if kinds in ({"soldier"}, {"worker"}) and (number.value or 0) <= _AS_MANY * many else None


def _of_construction(r: Reading, event: str, elided: str | None) -> bool:
    """Whether the event that the construction tells goes with what is counted."""
    number, name = r.number, r.construction.name
    r.event, r.item = event, _of_event(r.context, number, event, r.item, elided)
    if r.item in _FLYING and (number.head < 0 or number.noun == "other") and name in _HITS:
        r.item = "other"  # hits at 10 locations, and debris fell in two more
    if name == "fell-at" and r.item == "other" and number.value == 1:
        return False  # came through one of the longest nights
    return r.item is not None


def _of_word(r: Reading, elided: str | None, event: str | None) -> bool:
    """Whether it may be told what is counted. The use of the event word that takes it is noted, if there is one."""
    if r.item == "money" and is_business(r):
        return False
    context, number, low = r.context, r.number, r.low
    phrase = r.construction.only.get("event") == "phrase"
    frames = without_hosts(r, frames_at(context, r.event_at, r.i, r.construction.frames, phrase=phrase))
    if phrase and not frames and (first := _list_head(r)) < r.i:  # asked Sudland for three batteries and 150 missiles
        frames = without_hosts(r, frames_at(context, r.event_at, first, r.construction.frames, phrase=True))
    if "alive" in low[number.last:number.last + 1] or "alive" in low[r.after:r.after + 1]:
        elided, frames = None, [f for f in frames if "person" in f.items]  # pulled 14 alive from the ruins, and five bodies
    if r.verb == "strike" and context.chunks.string[r.event_at + 1] in "QNAUpP":
        frames = [f for f in frames if f.event != "participated"]  # two struck the port
    if r.item is None:
        if number.head < 0 and r.verb in CARRIED and to_hospital(r):
            r.item, frames = "person", []  # twelve were flown by helicopter to hospital
        elif elided == "unknown" or r.letter in "VIGWP" and len({f.event for f in frames}) > 1 and counts_others(context, number):
            return False
        elif elided and r.construction.name.startswith(("number-who", "number-they", "to-the-number")):
            r.item = context.items[number.nfirst] = elided  # the number of captives who returned: of no weapons, though these return too
        elif r.verb == "disappear" and FRAMES[0] in r.construction.frames and flown(context, number):
            return False  # of 43 drones 12 disappeared from radar: nobody made them do so
        elif frames:
            return _without_noun(r, frames, elided)
    frame = _fitting(r, frames, event) or _loosely(r, frames, elided)
    if frame is not None:
        r.event, r.frame = frame.event, frame.frame
    return r.item is not None


def _list_head(r: Reading) -> int:
    """The chunk of the first number behind the event word."""
    return next((k for k in range(r.event_at + 1, r.i) if k in r.context.number_at), r.i)


def _without_noun(r: Reading, frames: list[Frame], elided: str | None) -> bool:
    """Whether a number without a noun counts what one of the frames takes, which is noted."""
    context, number = r.context, r.number
    stops = [f for f in frames if f.event == "intercepted"] if number.noun == "other" else []
    item, frame = elided_item(context, number, stops or frames, elided, r.verb)  # the army brought down four others
    if frame is None and r.verb in context.rules.tails:
        plain = without_hosts(r, _plain(r))
        if any(f.event == "hit" for f in plain):  # three landed in open fields: "land in" tells of other things
            item, frame = elided_item(context, number, plain, elided, r.verb)
    if frame is not None and frame.event == "displaced" and number.head < 0 and (
            flying := next(nouns_before(context, number), "")) in _FLYING:  # fired ten drones; one crossed into Norland
        item, frame = flying, taking(_plain(r), flying)
    if frame is None and number.noun in _CAPTIVES and r.verb == "take":
        item, frame = "person", Frame("captured", "", ())  # killed nine and took 100 hostage
    if frame is None:
        return False
    r.event, r.frame = frame.event, frame.frame
    r.item = context.items[number.nfirst] = _of_whom(r) or item if item in PEOPLE else item
    return True


def _plain(r: Reading) -> list[Frame]:
    """The frames of the bare verb: "crossed into Norland" takes people, "crossed" weapons too."""
    return frames_at(r.context, r.event_at, r.i, r.construction.frames, plain=True)


def _fitting(r: Reading, frames: list[Frame], event: str | None) -> Frame | None:
    """The frame that takes what is counted: of arms that of the list so far (`event`), else the first."""
    item = r.item
    fits = [f for f in frames if item in f.items and not (
        f.event in ("intercepted", "suppressed") and on_the_ground(r.context, r.number, item, r.event_at))]
    if item in _FLYING:
        same = next((f for f in fits if f.event == event), None)
        if same is not None:
            return same
    if item in ("aircraft", "helicopter"):  # planes sent somewhere are no weapons fired
        fits.sort(key=lambda f: f.event != "deployed")
    return fits[0] if fits else None


def _loosely(r: Reading, frames: list[Frame], elided: str | None) -> Frame | None:
    """The frame that takes what is counted if that is more than its noun tells: objects are weapons, families people."""
    number = r.number
    if number.noun == "other" and (stops := [f for f in frames if f.event == "intercepted"]):
        r.item, frame = elided_item(r.context, number, stops, elided, r.verb)
        if frame is not None:
            return frame
    plain = without_hosts(r, _plain(r)) if r.letter in "VIGWP" else []
    if r.construction.only.get("event") != "phrase" and r.item is not None and (frame := taking(plain, r.item)):
        return frame
    if number.noun in ("object", "projectile") or number.noun == "launch" and r.verb in _CROSSING:  # 19 objects entered the airspace
        r.item = "weapon"
        return taking([*frames, *plain], "drone")
    if r.item == "household" and r.verb != "lose":  # customers and families are people too
        return taking(frames, "person")
    if number.noun == "other" and r.item == "body":  # 12 bodies were found, with others unaccounted for
        r.item = "person"
        return taking(frames, "person")
    return None


def _of_whom(r: Reading) -> str | None:
    """Who "they" are: the last group named before a second verb: "repelled militants and killed 23 of them"."""
    chunks = r.context.chunks
    before = chunks.string[:r.event_at].rstrip("zD")
    if not of_them(r.context, r.number) or chunks.firsts[r.event_at] > r.number.first or not before.endswith(("A&", "N&")):
        return None
    item = r.context.rules.items.get(r.low[chunks.lasts[len(before) - 2] - 1])
    return item if item in PEOPLE else None


def _mixed(context: Context, i: int, item: str | None) -> str | None:
    """The item of one number on two nouns: "500 drones and missiles" are weapons."""
    chunks = context.chunks
    if item == "home" and chunks.string[i + 1:i + 3] == ",N" and _and_other_buildings(context, i):
        item = context.items[context.number_at[i].nfirst] = "building"
    if item is None or chunks.string[i + 1:i + 3] != "&N":
        return item
    first = chunks.firsts[i + 2]
    if context.doc.low[first:first + 2] == ["other", "equipment"]:
        return item  # 14 tanks and other equipment
    first += context.doc.low[first] == "other"  # 910 tanks and other armoured vehicles
    if chunks.lasts[i + 2] - first > 3:
        return item
    other = item_of_words(context.doc, first, chunks.lasts[i + 2] - 1, context.rules)
    plural = context.doc.low[chunks.lasts[i + 2] - 1].endswith((*PLURALS, "equipment"))
    plural = plural and context.rules.tagger[context.doc.forms[first]] != "t"
    both = next((both for a, b, both in load_json("items")["mixed"] if plural and {a, b} == {item, other}), item)
    if both != item:
        context.items[context.number_at[i].nfirst] = both  # fired 40 drones and missiles; 21 were shot down
    return both


def _and_other_buildings(context: Context, i: int) -> bool:
    """Whether one number counts homes and other buildings: "900 homes, farms and businesses"; but: 900 homes, a farm and a school."""
    chunks, match = context.chunks, _LISTED.match(context.chunks.string, i)
    nouns = [k for k in range(*match.span()) if chunks.string[k] == "N"] if match else []
    if any(chunks.lasts[k] - chunks.firsts[k] > 1 or not context.doc.low[chunks.firsts[k]].endswith(PLURALS) for k in nouns):
        return False
    return any(context.rules.items.get(context.doc.low[chunks.firsts[k]]) == "building" for k in nouns)


def _of_event(context: Context, number: Number, event: str, item: str | None, elided: str | None) -> str | None:
    """The item of a number whose event the construction tells; None where it does not go with the event."""
    items = items_of(context, event)
    if event == "attacked":
        return "attack"
    if event == "seized" and item in ("other", "unknown") or event == "participated" and number.noun in _STATES or (
            event == "deployed" and number.noun == "team"):
        return "other"  # nine positions, two hilltops; 30 states took part in the talks; ten rescue teams
    item = item or elided
    if item is None and "person" not in items:
        item = next((told for told in nouns_before(context, number) if told in items), None)
    return item if item in items else "person" if item in (None, "unknown") and "person" in items else None
