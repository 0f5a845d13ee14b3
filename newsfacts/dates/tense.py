"""Past or future: the tense that stands around an expression, for Friday, May 3 and winter."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from newsfacts.dates.words import TENSE, data
from newsfacts.tokens import Doc

_SPECIAL = ("plan", "prospect", "ability", "awaiting", "to")
_ENDINGS = ("ed", "'ll")  # of words that may tell a tense though no list has them
_BINDING = frozenset("promised vowed pledged agreed threatened offered".split())
_CLAUSE = 6  # tokens from "where" to a time
_STOP = frozenset(".;:!?\"“”()")


@cache
def _words() -> dict[str, str]:
    return {word: name for name in ("present", "past", "future", *_SPECIAL[:-1]) for word in TENSE[name]} | {"to": "to"}


@cache
def _telling() -> frozenset[str]:
    """All words at which the search for a tense has to halt, besides those with an ending of verbs."""
    return TENSE.after.union(_words(), _coming_verbs(), _STOP, TENSE.speaks, ("to", "you", "been"))


def tells(word: str) -> bool:
    """Whether a word may tell a tense."""
    return word in _words() or word.endswith(_ENDINGS)


def tense_of(word: str) -> str | None:
    """The tense that a word tells, whatever stands beside it."""
    return _words().get(word)


def tense(doc: Doc, first: int, last: int) -> str | None:
    """The tense at tokens first..last: past, since, future, present, until (a limit, else untold) or None where nothing tells it."""
    begin, end = doc.sents[doc.sentence_of(first)] if doc.sents else (0, len(doc.low))
    low, limit = doc.low, False
    after = low[last] if last < len(low) else ""
    if first > begin:
        before = beside = low[first - 1]
        limit = before in TENSE.limit
        if before in ("on", "in") and first - 1 > begin:
            before = low[first - 2]  # the vote is on Friday, the election is in May
        if before == "now" and first - 2 > begin:
            before = low[first - 3]  # the vote is now on Friday
        if before in _deciding() and (decided := _by_word(doc, before, begin, end, first, last)):
            return decided
        if after == "that" and before == beside and low[first - 2] != "to" and TENSE.modal.isdisjoint(low[last + 1:last + 2]):
            return "past"  # forecast Monday that it will rain
        near = low[max(begin, first - 6):first]
        if "ahead" in near and (near[-2:] == ["ahead", "of"] or near[-3:] == ["ahead", "of", "the"] or TENSE.planned_nouns & set(near)):
            return "future"  # ahead of Friday, ahead of elections in May
        if limit and not (TENSE.due if before == "by" else TENSE.extends).isdisjoint(low[max(begin, first - 12):first - 1]):
            return "future"  # postponed until Tuesday, a reply was promised by Friday
        if before == "before" and TENSE.hopes & set(low[max(begin, first - 12):first - 1]) or limit and _begged(low, begin, first):
            return "future"  # wants them home before Friday, asked for calm until Sunday
    title = doc.headline
    planned = title is None or not title[0] <= first < title[1]  # the present of a headline tells what has been
    if after == "'s":
        return _of_event(doc, begin, end, first, last)
    if after in TENSE.outcomes and first > begin and low[first - 1] in TENSE.whose and (
            TENSE.modal.isdisjoint(low[last + 1:last + 3])):
        return "past"  # if she repeats her Monday run
    declared = after in TENSE.strong or after == "has" and low[last:last + 3] == ["has", "been", "declared"]
    if declared and (first == begin or low[first - 1] in TENSE.joins or low[first - 1] == ","):
        return "future"  # a vigil was held last night, and Friday will be a day of prayer
    if first - 2 > begin and low[first - 1] in ("on", "in") and low[first - 2] in TENSE.joins:
        own = _right(doc, last, end, planned)
        if own is not None:
            return own  # he arrives on Monday, and on Friday he met the king
    if _is_of_disaster(low, begin, first) or after == "to" and first - 2 > begin and low[first - 1] == "on" and (
            low[first - 2] in TENSE.decisions):
        return "past"  # the decision on Friday to shut it will cost jobs
    if _of_a_place(doc, begin, first) and _right(doc, last, end, False) == "past":
        return "past"  # is to visit Velm, where on Tuesday a blast killed nine
    if _after_a_deed(low, begin, first):
        return "past"  # will free 90 men, after releasing 40 on Friday
    left = _left(doc, begin, first, planned)
    if _is_pending(low, begin, first):
        return "future"
    if left == "aim":  # the court to rule Friday; but "a bid to meet on Friday failed"
        own = _right(doc, last, end, planned)
        return "past" if own == "past" else "future"
    if left in ("future", "past"):
        return "future" if _is_there(low, first) else left
    if not planned and left is None and _to_come(doc, begin, first):
        return "future"
    if left == "present" and (limit or _has_plan(low, first)):
        return "future"  # it is shut until July, he has a meeting Friday
    if left is None and low[begin] == "with" and first - begin < 7 and low[first - 2] in TENSE.planned_nouns:
        return "future"  # with elections in May, they cannot wait
    if left is None and (_is_there(low, first) or not TENSE.conditions.isdisjoint(low[max(begin, first - 6):first - 1])):
        return "future"  # whoever wins on Sunday
    first_told = left is None and low[begin] in TENSE.indefinite  # a vote on Thursday could bring him down
    return _opened(low, first, last, begin) or _right(doc, last, end, planned, limit or first_told) or ("until" if limit else left)


def _after_a_deed(low: list[str], begin: int, first: int) -> bool:
    """Whether an expression stands behind "after" and a participle, whatever is planned before: "after releasing 40 on"."""
    at = next((t for t in range(first - 2, max(begin, first - _CLAUSE - 2), -1) if low[t] == "after"), -1)
    return at >= 0 and low[at + 1].endswith("ing") and "," not in low[at:first] and low[at + 1] not in ("being", "meeting")


def _of_event(doc: Doc, begin: int, end: int, first: int, last: int) -> str:
    """The tense of a day to which an event belongs: Friday's vote."""
    low = doc.low
    before = low[first - 1] if first > begin else ""
    if before in TENSE.called_off or before == "off" and low[first - 2:first] in (["called", "off"], ["put", "off"]):
        return "future"  # called off Friday's strike
    if before in TENSE.awaits or before == "to" and low[first - 2] in TENSE.looked_to:
        return "future"  # traders await Friday's report, look ahead to Friday's vote
    if before == "for" and low[first - 2 - (low[first - 2] == "up")] in TENSE.prepares:
        return "future"  # police are preparing for Friday's march
    befell = before == "over" or not TENSE.disasters.isdisjoint(low[last + 1:last + 3])
    if befell and TENSE.modal.isdisjoint(low[last + 1:last + 4]):
        return "past"  # the toll of Friday's crash is likely to rise, he may be fined over Friday's match
    planned = not TENSE.planned_nouns.isdisjoint(low[last + 1:last + 3])
    if not planned and before in TENSE.after:
        return "past"  # after Monday's loss, he will rest
    ahead = before == "before" and "had" not in low[begin:end]
    planned = planned or ahead and not TENSE.awaited.isdisjoint(low[last + 1:last + 4])  # before Friday's jobs report
    if planned and (ahead or before not in TENSE.after and _left(doc, begin, first, True) == "future"):
        return "future"  # before Friday's vote, rain may delay Friday's launch
    would = planned and "would" in low[last:last + 8] and before not in TENSE.after
    return _right(doc, last, end, False, would) or _hoped(low, first, last, end) or "past"  # Friday's vote


@cache
def _deciding() -> frozenset[str]:
    """The words that may decide on the tense of an expression right behind them."""
    return TENSE.copula.union(TENSE.disasters, TENSE.maybe, TENSE.proclaims, TENSE.onset, ("as", "since", "come", "due"))


def _by_word(doc: Doc, before: str, begin: int, end: int, first: int, last: int) -> str | None:
    """The tense that the word before an expression (and before "on", "in", "now") decides on."""
    low = doc.low
    if before in TENSE.copula or before == "as" and first - 1 > begin and low[first - 2] in TENSE.as_soon:
        return "future"  # the deadline is Friday; as early as Tuesday
    if before == "since":
        return before
    if low[first - 1] == "come" and low[first - 2] not in TENSE.present | {"had"}:
        return "future"  # who wins come November
    if before in TENSE.disasters and before != low[first - 1] and (
            not TENSE.events_after.isdisjoint(low[max(begin, first - 8):first - 2])):
        return "since"  # arms are an issue after the raid in June
    if before == "due" and _missed(doc, begin, first, last):
        return "past"
    if before in TENSE.maybe or before in TENSE.proclaims and low[last:last + 1] == ["a"]:
        return "future"  # "maybe Friday, maybe next month"; he declared Friday a day of mourning
    if before in TENSE.onset:
        return _right(doc, last, end, False) or _begun(doc, begin, first) or "future"  # effective Monday
    return None


def _to_come(doc: Doc, begin: int, first: int) -> bool:
    """Whether a headline tells what is to come: Norland to free 40 captives on Friday; but: Bid to free captives failed on Friday."""
    to = next((i for i in range(begin + 1, min(first, begin + 9)) if doc.low[i] == "to"), -1)
    return to > 0 and (doc.forms[to + 1][0].islower() or doc.forms[to][0] == "T") and (
        doc.low[to - 1] not in TENSE.attempts and doc.low[to + 1] not in TENSE.no_infinitive)


def _has_plan(low: list[str], first: int) -> bool:
    """Whether something planned is told as had at the time of token `first`: he has a meeting Friday."""
    at = first - 1 - (low[first - 1] == "on")
    return low[at] in TENSE.planned_nouns and not {"has", "have"}.isdisjoint(low[max(0, at - 4):at])


def _of_a_place(doc: Doc, begin: int, first: int) -> bool:
    """Whether an expression at token `first` opens a relative clause whose verb comes later: where on Tuesday, where a blast on Tuesday."""
    for i in range(first - 1, max(begin, first - _CLAUSE), -1):
        word = doc.low[i]
        if word in TENSE.relatives:
            return True
        if tells(word) or word in _STOP or word == "," or word in TENSE.endings:
            break  # which ends on Friday
    return False


def _is_of_disaster(low: list[str], begin: int, first: int) -> bool:
    """Whether an expression at token `first` tells the time of a disaster from which something follows: to be tried for an attack on
    Friday; no "calls for an attack on Friday"."""
    at = first - 1 - (low[first - 1] in ("on", "in"))
    if at - 2 <= begin or low[at] not in TENSE.disasters:
        return False
    for i in range(at - 1, max(begin, at - 4), -1):
        if low[i] in TENSE.determiners:
            return low[i - 1] in TENSE.tried_for and not low[i - 2].startswith(("call", "plan"))
    return False


def _is_pending(low: list[str], begin: int, first: int) -> bool:
    """Whether something holds until what is planned for the time of token `first`: he is held until a hearing on Monday."""
    at = first - 1 - (low[first - 1] == "on")
    return at - 1 > begin and low[at] in TENSE.planned_nouns and not {"until", "pending"}.isdisjoint(low[at - 2:at]) and (
        {"was", "were", "had"}.isdisjoint(low[begin:at]))


def _is_there(low: list[str], first: int) -> bool:
    """Whether there is something planned at the time of token `first`: there's a vote on Friday."""
    at = first - 1 - (low[first - 1] == "on")
    near = low[max(0, at - 4):at]
    return low[at] in TENSE.planned_nouns and "there" in near and not {"'s", "is"}.isdisjoint(near)


def _begun(doc: Doc, begin: int, first: int) -> str | None:
    """Past, where "beginning on" follows what was done: the terms were worked out beginning on Sunday."""
    at = first - 2 - (doc.low[first - 1] in ("on", "in"))
    for i in range(at, max(begin, at - 2), -1):
        if told_at(doc, i) == "past":
            return "past" if doc.low[i - 1] in ("was", "were") else None
    return None


def _missed(doc: Doc, begin: int, first: int, last: int) -> bool:
    """Whether what was due at the time told has gone another way: the ship was due Friday but lost an engine; no "was put off"."""
    low, at = doc.low, first - 1 - (doc.low[first - 1] in ("on", "in"))
    after = last + (low[last:last + 1] == [","])
    return at > begin and low[at] == "due" and low[at - 1] in ("was", "were") and low[after:after + 1] == ["but"] and finite(doc, after + 1)


def _begged(low: list[str], begin: int, first: int) -> bool:
    """Whether something was asked for shortly before token `first`."""
    asked = [i for i in range(max(begin, first - 8), first - 2) if low[i + 1] == "for" and low[i] in TENSE.begs]
    return any(i == begin or low[i - 1] != "had" for i in asked)


def _opened(low: list[str], first: int, last: int, begin: int) -> str | None:
    """Future, where a day opens its clause and is itself the subject: Friday is the deadline, Friday marks a year since the flood; or
    a plan is of the day: the election Sunday is the fifth."""
    at = first - 1 - (low[first - 1] == "on") if first else 0
    opens = first == begin or low[first - 1] in TENSE.opens or low[at] in TENSE.planned_nouns and low[last:last + 1] == ["is"]
    return "future" if opens and not TENSE.subject_verbs.isdisjoint(low[last:last + 1]) else None


def warned(low: list[str], first: int) -> bool:
    """Whether a time is that from which counts what was made known: issued a storm warning from Friday, announced a curfew from Friday."""
    near = low[max(0, first - 8):first - 1]
    told = "issued" in near and not TENSE.warnings.isdisjoint(near) or "announced" in near and "said" not in near
    return first > 0 and low[first - 1] == "from" and told


def from_then(doc: Doc, first: int, last: int) -> bool:
    """Whether a weekday is that from which a measure holds: closed all schools from Monday; no "from Monday to Friday", "were closed"."""
    low, begin = doc.low, doc.sents[doc.sentence_of(first)][0]
    if first - 1 <= begin or low[first - 1] != "from" or low[last - 1] not in data()["weekdays"] or (
            last < len(low) and low[last] in ("to", "until", "till", "through", "'s", "-")):
        return False
    at = next((i for i in range(first - 2, max(begin, first - 9), -1) if low[i] in TENSE.measures), begin)
    return at > begin and {"was", "were", "been", "had", "which", "who"}.isdisjoint(low[max(begin, at - 3):first])


def scheduled(doc: Doc, first: int, last: int) -> str | None:
    """Future, where a day is told as that of a plan: a hearing for Monday, delayed to Monday; until, where it may have passed: set a
    Monday hearing, a Monday deadline."""
    low = doc.low
    paired = first > 2 and low[first - 1] == "and" and low[first - 3] in ("for", "to") and low[first - 2].endswith("day")
    first -= 2 * (first > 3 and paired)  # a strike called for Thursday and Friday
    before = low[first - 1] if first else ""
    if {"had", "been"} <= set(low[max(0, first - 6):first]) or low[last:last + 3] == [",", "had", "been"]:
        return None
    if before in ("for", "to") and low[last:last + 1] != ["'s"]:
        planned = not (TENSE["for"] if before == "for" else TENSE.extends).isdisjoint(low[max(0, first - 6):first - 1])
        return "future" if planned else None
    if warned(low, first):
        return "future"
    if before not in ("a", "an") or low[first - 2] in TENSE.missed:
        return None
    set_so = low[last:last + 1] == ["deadline"] or low[first - 2] in TENSE.sets
    return "until" if set_so else None


def finite(doc: Doc, i: int) -> bool:
    """Whether token i is a past verb that tells what has been, no helper."""
    low = doc.low
    return i < len(low) and low[i] not in TENSE.auxiliary and low[i] not in TENSE.called_off and told_at(doc, i) == "past"


def _left(doc: Doc, begin: int, first: int, planned: bool) -> str | None:
    """The tense of the nearest verb before."""
    low, infinitive, known, coming, after, speaks = doc.low, False, _words(), _coming_verbs(), TENSE.after, TENSE.speaks
    telling = _telling()
    aim = None  # once a plain verb was met behind "to": the plan allows it to win in May
    for i in range(first - 1, max(begin, first - 20) - 1, -1):
        word = low[i]
        if word not in telling and not word.endswith(_ENDINGS):
            continue
        found = told_at(doc, i) if word in known or word.endswith(_ENDINGS) else None
        if found is not None and word.endswith("ed") and i > begin and low[i - 1][:1].isdigit() and (
                low[i + 1].endswith(("s", "people", "men"))):
            found = None  # to fly out 400 stranded tourists on Friday
        if found is None and planned and word in coming:
            found = _coming(doc, i, begin)
        if word in speaks and i >= first - 2:
            return "future"  # the chair speaks on Friday
        planned = planned and word not in after  # visits the town after a flood on Monday
        if found == "past":
            return _past_before(doc, begin, first, i, infinitive)
        if found == "future":
            been = {"had", "been"} <= set(low[max(begin, i - 4):i])  # had been due to end on Friday
            if word in TENSE.plan and _is_decided(low, begin, i):
                return "past"  # rejected a plan to build the port in a vote on Friday
            hoped = word == "to" and low[i - 2] == "had" and low[i - 1].endswith("ed") and low[i - 1] not in _BINDING
            return "past" if been or hoped else "future"  # had hoped to leave on Monday; but: had promised to
        if found:
            if i > begin and low[i - 1] != "to" and low[i - 1] in TENSE.modal:
                return "future"  # what it may have in May
            return aim or found
        if word == "to":
            infinitive = infinitive or low[i + 1] not in TENSE.no_infinitive
            aims = i > begin and (low[i + 1] in TENSE.aims_at or coming.get(low[i + 1]) == "base")
            if aims and low[i - 1] not in TENSE.firsts:
                aim = "aim"
        elif word == "you" and i > begin and low[i - 1] == "see":
            return "future"  # see you on Friday
        elif word in _STOP and i < first - 1 and not (word == "." and low[i - 1] in TENSE.titles):
            break
    return aim


def _is_decided(low: list[str], begin: int, i: int) -> bool:
    """Whether the plan at token i is one on which a past verb tells a decision, and what it plans is of no day: approved a plan to cut
    fares on Monday; no "approved a plan to meet on Friday"."""
    if low[i + 1] != "to" or low[i + 2] in _coming_verbs() or low[i + 2] in TENSE.aims_at:
        return False
    return any(low[k] in TENSE.verdicts and TENSE.modal.isdisjoint(low[k - 1:k]) and low[k - 1] not in TENSE.present
               for k in range(max(begin + 1, i - 4), i))


def _past_before(doc: Doc, begin: int, first: int, i: int, infinitive: bool) -> str:
    """The tense of an expression behind the past verb at token i; whether an infinitive stands between them."""
    low, word = doc.low, doc.low[i]
    if infinitive and word in ("allowed", "permitted") and low[i - 1] in ("was", "were"):
        return "past"  # were allowed to go home on Friday
    if infinitive and word in TENSE.asks:
        return "future"  # urged people to stay home on Friday
    if word in TENSE.promises and not TENSE.planned_nouns.isdisjoint(low[i + 1:first]):
        return "future"  # promised elections in May
    if word == "called" and low[i + 1] == "for" and not TENSE.called_for.isdisjoint(low[i + 2:first]):
        return "future"  # called for a march on Friday
    if word == "warned" and "of" in low[i + 1:min(i + 5, first)]:
        return "future"  # warned on Tuesday of floods on Friday
    if word in TENSE.auxiliary and low[i - 1] != "be":
        return "past"
    helpers = [low[k] for k in range(max(begin, i - 3), i) if (low[k] != "may" or doc.forms[k][0] == "m")  # no 27 May
               # took nine to hospital and left; a bus on its way to Velm, left the road
               and (low[k] != "to" or {"and", ","}.isdisjoint(low[k + 1:i]) or low[k + 1] in ("be", "have"))
               # a boat with 40 people to a market capsized
               and (low[k] != "to" or low[k + 1] not in TENSE.determiners)
               # the raid from Velm to Karo killed nine, up to 400 people fled
               and (low[k] != "to" or low[k - 1] != "up" and not doc.forms[k + 1][0].isupper() or doc.forms[k][0] == "T")]
    if any(w in TENSE.modal or w.endswith("'ll") for w in helpers):
        perfect = not TENSE.perfect.isdisjoint(helpers) and TENSE.strong.isdisjoint(helpers)  # may have crossed
        able = word in TENSE.able and not TENSE.ability.isdisjoint(helpers)  # could be heard
        able = able or low[i - 1] == "to" and low[i - 2] in TENSE.plan and _is_decided(low, begin, i - 2)  # backed a plan to cut
        return "past" if perfect or able else "future"  # will be paid, to be held
    if i and low[i - 1] in TENSE.stay or low[i - 1] in TENSE.copula and (word in TENSE.shut or word in TENSE.staged) and i >= first - 2:
        return "future"  # schools stay shut on Friday, the prize is awarded on Friday
    if i and low[i - 1] in TENSE.copula:
        plan = low[i + 1] == "to" or low[i - 1] == "be"  # asked that he be freed on Friday
        return "future" if plan or word in TENSE.plan else "present"  # talks that are supposed to end by May
    return "past"


def _hoped(low: list[str], first: int, last: int, end: int) -> str | None:
    """Future, where one hopes for what a day brings: in Sunday's vote, he hopes to win."""
    if first and low[first - 1] in ("in", "at"):
        for i in range(last, min(end - 1, last + 10)):
            if low[i] in TENSE.hopes and low[i + 1] == "to":
                return "future"
    return None


def _right(doc: Doc, last: int, end: int, planned: bool, limit: bool = False) -> str | None:
    """The tense of the nearest verb after; only a clear future counts, or any after a limit: by Friday, aid should arrive."""
    low, known, coming, telling = doc.low, _words(), _coming_verbs(), _telling()
    for i in range(last, min(end, last + 14)):
        word = low[i]
        if word not in telling and not word.endswith(_ENDINGS):
            continue
        if planned and word in coming and _coming(doc, i, last):
            return "future"
        found = told_at(doc, i) if word in known or word.endswith(_ENDINGS) else None
        if not planned and word in TENSE.prospect or word in ("said", "says") and low[i + 1:i + 2] == [","]:
            found = None  # Friday's vote is unlikely to tell; on Friday, he said, talks will begin
        if word == "been" and low[i - 1] in TENSE.present and not TENSE.called_off.isdisjoint(low[i + 1:i + 2]):
            return "future"  # the march on Friday has been cancelled
        if found == "past":
            if _in_relative(doc, i, last):
                continue
            if word not in TENSE.no_verb:
                return found
        elif found == "future" and (_is_sure(low, i, last) or limit and TENSE.perfect.isdisjoint(low[i + 1:i + 2])):
            return found  # but no "may have crossed"
        if found != "future" and word in _STOP:
            break
    return None


def _is_sure(low: list[str], i: int, last: int) -> bool:
    """Whether the word at token i that tells of what is to come is sure to."""
    word = low[i]
    if word in TENSE.strong or word.endswith("'ll") or low[i - 1] in TENSE.copula:
        return True
    if word in ("intends", "intend", "expects", "aims", "hopes") and low[i + 1:i + 2] == ["to"]:
        return True  # for the polls in March, the mission intends to send 90 men
    # on Friday, he has a talk scheduled
    return word in ("scheduled", "planned") and not {"has", "have"}.isdisjoint(low[max(last, i - 5):i - 1])


def _in_relative(doc: Doc, i: int, last: int) -> bool:
    """Whether the past verb at token i is of a clause without a relative word: the group he founded."""
    low = doc.low
    at = i - 2 if low[i - 1] == "-" else i
    noun = low[at - 2]
    return at - 2 > last and low[at - 1] in TENSE.persons and noun.isalpha() and noun not in TENSE.no_antecedents and (
        tense_of(noun) is None and not noun.endswith("ed"))


def _coming(doc: Doc, i: int, begin: int) -> str | None:
    """Future, where token i tells a plan in the present: ministers meet Friday, the king flies home on Friday, aides are meeting Friday."""
    verb = _coming_verbs().get(doc.low[i])
    if verb is None or i <= begin or doc.low[i] in TENSE.light and not _is_whole(doc.low, i):
        return None
    j = i - 1
    if (doc.low[j].endswith("ly") or doc.low[j] in TENSE.places) and j > begin:
        j -= 1  # banks there reopen on Tuesday
    before, form = doc.low[j], doc.forms[j]
    if before == "and" and verb in ("verb", "third") and (doc.low[i + 1] in ("on", "in", "at") or doc.low[i + 1] in data()["weekdays"]):
        return "future"  # he came on Monday and leaves on Friday
    ends = doc.low[i] in TENSE.endings and doc.low[i + 1 + (doc.low[i + 1] == "on")] in data()["weekdays"]
    if before != "," and not ends and not TENSE.indefinite.isdisjoint(doc.low[max(begin, j - 2):j]):
        return None  # the present of captions: "a woman leaves a shelter on Monday"
    if verb == "ing":
        plan = before in TENSE.copula or before.endswith(("'re", "'s", "'m")) and before != "'s"
    elif before == "," and (verb != "noun" or doc.low[i + 1] in data()["weekdays"]):
        aside = doc.low[max(begin, j - 25):j]  # talks, which broke down last week, resume on Monday; talks, opened in May, end on Friday
        plan = not TENSE.relative.isdisjoint(aside) or any(
            a == "," and (b.endswith("ed") or b in TENSE.asides or b in TENSE.shut) for a, b in pairwise(aside))
    elif verb == "base":
        plural = before.endswith("s") and len(before) > 3 and not before.endswith("ss") and before.isalpha()
        team = doc.low[i] in TENSE.fixtures and form[:1].isupper() and doc.low[j - 1] not in TENSE.no_subjects
        plan = plural or team or before in TENSE.plural_subjects
    elif before in TENSE.subjects or verb == "noun" and before in TENSE.event_nouns or before.isalpha() and form[:1].isupper():
        plan = True
    else:
        plan = verb == "verb" and before not in TENSE.no_subjects and before.isalpha() or verb == "third" and not _closed(before)
        if ends:
            plan = plan or before not in TENSE.no_subjects  # a recount in two counties ends Monday
    return "future" if plan else None


def _is_whole(low: list[str], i: int) -> bool:
    """Whether a verb that tells little has what makes it tell a plan: takes the field, gets under way, takes on Karo, leaves on Friday."""
    at = i + 1 + (low[i + 1:i + 2] == ["the"])
    if low[i] in ("take", "takes") and low[at:at + 1] == ["on"]:
        return low[at + 1:at + 2] != [] and low[at + 1] not in data()["weekdays"]
    if low[i] in ("arrive", "leave") and not data()["weekdays"].keys().isdisjoint(low[i + 1 + (low[i + 1:i + 2] == ["on"]):][:1]):
        return True
    return not TENSE.light_objects.isdisjoint(low[at:at + 1])


def _closed(word: str) -> bool:
    """Whether a word before a form in -s tells that it is no verb: a plural, an adjective or a function word."""
    if word in TENSE.event_nouns:
        return False
    return word.endswith(("s", "ed", "al", "ive", "ing", "ous", "ful", "ic", "ly")) or word in TENSE.no_subjects


@cache
def _coming_verbs() -> dict[str, str]:
    """Form → its kind, of verbs that tell plans: base, verb (a third person that is no noun), third (hardly one), noun (often one), ing."""
    out: dict[str, str] = {}
    for kind, words in data()["tense"]["coming"].items():
        out.update(dict.fromkeys(words.split(), kind))
    return out


def told_at(doc: Doc, i: int) -> str | None:
    """The tense that token i tells."""
    word = doc.low[i]
    found = _words().get(word)
    if word == "cut" and i and doc.low[i - 1] in TENSE.cut_of:
        return None  # a rate cut on March 18
    if word in TENSE.verbal_nouns and i and doc.low[i - 1] in TENSE.before_nouns:
        return None  # he has a shot at it in May
    if found is None:
        if word.endswith("ed") and i > 1 and doc.low[i - 1] == "-" and doc.glued(i - 1) and doc.low[i - 2] not in TENSE.prefixes:
            return None  # a vote-packed May
        if word.endswith("ed") and len(word) > 4 and (not doc.forms[i][:1].isupper() or _opens_clause(doc, i)):
            before = doc.low[i - 2:i]  # a reduced service, a still unspecified date
            adverb = before[-1:] and (before[-1].endswith("ly") or before[-1] in ("still", "yet"))
            return "past" if TENSE.determiners.isdisjoint(before[:1] if adverb else before[1:]) else None
        return "future" if word.endswith("'ll") else None
    if found in _SPECIAL:
        return _special(doc.low, i, found)
    capital = doc.forms[i][:1].isupper() and i and i not in doc.sent_firsts[:1]
    return None if capital and word in TENSE.names else found


def _opens_clause(doc: Doc, i: int) -> bool:
    """Whether a capitalised participle opens its sentence before a time or place: Arrested on Friday, he will be tried; no "United"."""
    low = doc.low
    if i + 1 >= len(low) or low[i + 1] not in TENSE.opened and low[i + 1] not in data()["weekdays"]:
        return False
    return i == doc.sents[doc.sentence_of(i)][0] and low[i] not in TENSE.no_participles


def _special(low: list[str], i: int, kind: str) -> str | None:
    """The tense of a word that tells one only by its neighbours."""
    after = low[i + 1:i + 2]
    if kind == "to":
        return "future" if i and low[i - 1] in TENSE.before_to and after[:1] not in (["a"], ["an"]) else None  # agreed to a truce
    if kind == "prospect" or low[i] == "planned" and low[i - 1] in TENSE.copula:
        return "future" if i and low[i - 1] in TENSE.copula else None  # is likely, is planned
    if kind == "awaiting":  # they hope for rain on Friday
        plural = low[i - 1].endswith("s") or low[i - 1] in TENSE.plural_subjects
        return "future" if after == ["for"] and (plural or low[i] != "hope") else None
    if kind == "ability":
        return None if not TENSE.able.isdisjoint(low[i + 1:i + 3]) else "future"  # but "blasts could be heard on Monday"
    if after == ["on"] and not TENSE.determiners.isdisjoint(low[max(0, i - 1):i]):
        return None  # it withdrew its plans on Friday
    if after in (["to"], ["on"], ["for"]) or after in (["a"], ["an"]) and low[i - 1:i] != ["had"]:
        return "future"  # plans to march, planned a march on Friday
    return "past" if low[i].endswith("ed") else None
