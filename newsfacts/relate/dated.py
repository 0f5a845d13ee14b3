"""The dated expressions of a text, each with what its words tell of the part it plays."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise

from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.dates.calendar import add_months, civil, ordinal
from newsfacts.dates.stamps import is_heading
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.relate.spans import spans, with_periods
from newsfacts.sources.words import TAGGER
from newsfacts.sources.words import verbs as speech
from newsfacts.sources.words import words as speech_words
from newsfacts.tokens import Doc

_BARRIER = 30  # tokens between "a day after" and a claim
_COMPARED = 12  # tokens between "compared with 187 in the whole of" and its date
_SUPERLATIVE = 9  # tokens between "the deadliest" and the time in which it is that
_NEAR = 9  # tokens between a reporting verb and its own date
_YEAR = len("2023")
_MONTH = len("2023-12")
_WHOLE_DAY = len("2023-12-03")
_OPENING = 8  # tokens from the start of a sentence to the speech in which something is said
_ASIDE = 20  # tokens of a relative clause before an expression
_HELPERS = 3  # tokens before "responded to"
_LIVES = 7  # tokens from "claimed" to "lives"
_PHRASES = frozenset("in on at by to during from late early , :".split())
_SPAN = 4  # tokens of "a week after"
_NAMED = 2  # tokens before the comma behind "Hurricane Karo"
_WHO = 14  # tokens of one who speaks
_VERBAL = frozenset("beVKGA0")  # classes of words of attribution, numbers: nine dead on Monday, says governor
_SINCE = 14  # tokens between "since" and its date
_TO_COME = ("planned", "demanded", "hypothetical")
_AHEAD = ("planned", "possible", "hypothetical")
_LOOK = 12  # expressions looked at on either side of a claim
_PERIOD = late(r"P(T)?(\d{1,3})([HDWMY])$").match
_DAY = late(r"\d{4}-\d\d-\d\d$").match
_BEFALL = ("a", "q", "W")  # tags of an attack, a disaster, a war
_BEGUN = 6  # tokens from "that" to the day: that first broke out on
_THAT = frozenset(("that", "which"))
_META = frozenset(("date", "published", "updated", "posted"))
_HEAD = 2  # sentences: title, date
_BULLETINS = frozenset("bulletin update briefing digest roundup sitrep situation summary report daily".split())
_OPENED = 5  # tokens of "compared with the same"
_START = 3  # tokens from "starting" to the time
_LEAPT = ("jumped", "climbed")
_COUNTED = frozenset("casualties fatalities missing killed infections arrests".split())
_ARTICLES = frozenset("the a an its their his her".split())
_DASHES = (["-"], ["–"], ["—"], ["--"])
_CLOCK = late(r"\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?$").match
_DATED = late(r"\d{4}|XXXX(?:-(?:\d\d|WXX|XX|WI|SP|SU|FA|QX|Q\d|H\d|HX)|$)").match  # without a publication date, "Sunday" has no year


def _draws_near(doc: Doc, t: Timex) -> bool:
    """Whether a time is only told to draw near: "as winter nears", "ahead of winter"."""
    first = t.first - (doc.low[t.first - 1] == "the")
    return doc.low[first - 2:first] == ["ahead", "of"] or t.last < len(doc.low) and doc.low[t.last] in words_of("nearing")


class Times:
    """The dated expressions of a text that can be an event's time."""

    def __init__(self, doc: Doc, timexes: list[Timex], scene: Scene, today: str | None, published: bool = True) -> None:
        self.doc, self.scene, self.published = doc, scene, published
        self.today = today if today and _DAY(today) else None
        usable = [t for t in timexes if t.type in ("DATE", "TIME") and t.value and _DATED(t.value)]
        if (feasts := words_of("feasts") & doc.keys) and not words_of("festive").isdisjoint(doc.keys):  # a Christmas market
            usable = [t for t in usable if not (doc.low[t.last - 1] in feasts and doc.low[t.last] in words_of("festive"))]
        if "overnight" in doc.keys:  # passengers queued for overnight coaches
            usable = [t for t in usable if doc.low[t.first] != "overnight" or doc.low[t.first - 1] != "for"]
        if not (words_of("nearing") | {"ahead"}).isdisjoint(doc.keys):
            usable = [t for t in usable if not _draws_near(doc, t)]
        windows = [w for t in timexes if t.type == "DURATION" and (w := _window_of(doc, t, self.today))] if self.today else []
        if windows:
            usable = sorted([*usable, *windows], key=lambda t: t.first)
        self.dated = spans(doc, usable)
        if "same" in doc.keys and "period" in doc.keys:
            self.dated = with_periods(doc, self.dated, timexes)
        self.firsts = [t.first for t in self.dated]
        self._teller: dict[int, int] = {}
        self._since: dict[int, int] = {}
        self._barriers: dict[int, int] = {}
        self.comparing, self.superlatives = words_of("comparing") & doc.keys, words_of("superlatives") & doc.keys
        self.answered = words_of("answers") & doc.keys
        self._changed = "from" in doc.keys and not words_of("up_down").isdisjoint(doc.keys)
        self._reckoned = "after" in doc.keys or "before" in doc.keys

    def about(self, token: int, first: int, last: int) -> range:
        """Indices of those that begin in the tokens first..last, those nearest to a token."""
        k = bisect_left(self.firsts, token)
        return range(max(bisect_left(self.firsts, first), k - _LOOK), min(bisect_left(self.firsts, last), k + _LOOK))

    def told(self, k: int, at: int = -1) -> bool:
        """Whether it is the date of a statement, for an event word at a token: not of "police said rebels shot five on Monday"."""
        teller = self._teller.get(k)
        if teller is None:
            t = self.dated[k]
            sentence = self.doc.sentence_of(t.first)
            line = self._begins(t) or sentence in self.doc.page or t.first < self.scene.dateline(sentence) or self._published(t, sentence)
            own = self.scene.tags[t.last:t.last + 1] in _BEFALL and self.doc.low[t.first - 1] in ("a", "an")
            # declared a truce after a 28 March earthquake; claimed responsibility for Friday's attack
            own = own or self.doc.low[t.last:t.last + 1] == ["'s"] and not words_of("dated_events").isdisjoint(
                self.doc.low[t.last + 1:t.last + 4])
            teller = self._teller[k] = t.first if line else -1 if own or self.since(k) >= 0 else _teller(self.doc, t)
            if k and self.doc.low[t.first - 1] == "and" and self.dated[k - 1].last == t.first - 1 and self.told(k - 1):
                teller = self._teller[k] = t.first  # state media reported on Sunday and Monday
        if at >= 0 and at in (teller, self.dated[k].last):
            return False  # promised $90 million on Monday, on Monday pledged nine trucks
        return teller >= 0 and not teller < at < self.dated[k].first

    def _published(self, t: Timex, sentence: int) -> bool:
        """Whether it is only told as the day of the report: "Updated: 3 May 2025", a line "Friday, May 3, 2025" at its head."""
        if t.type == "DATE" and t.from_ == t.to == self.today and sentence <= _HEAD and is_heading(self.doc, t, None):
            return _BULLETINS.isdisjoint(self.doc.low[:t.first])
        return t.first > 1 and self.doc.low[t.first - 1] == ":" and self.doc.low[t.first - 2] in _META

    def _begins(self, t: Timex) -> bool:
        """Whether it is when something agreed on begins: "a ceasefire from midnight", "a truce starting at 6 p.m."."""
        low = self.doc.low
        if low[t.first - 1] == "from" and t.first > 1 and low[t.first - 2] in words_of("landmarks"):
            return True
        near = range(max(1, t.first - _START), t.first)
        return any(low[i] in words_of("begins") and low[i - 1] in words_of("landmarks") for i in near)

    def later(self, t: Timex, claim: ClaimDraft) -> bool:
        """Whether a time is yet to come for what is told as a fact or feared, or past for what is planned or demanded: nobody can tell
        where the reference day is only the first day of which the text tells."""
        if not self.today or not t.from_ or not self.published:
            return False
        if claim.modality in ("asserted", "possible"):
            return t.from_ > self.today
        return claim.modality in _TO_COME and t.to is not None and t.to < self.today

    def past(self, t: Timex) -> bool:
        """Whether a time lies before the day of the report, where that is known."""
        return bool(self.today and self.published and t.to and t.to < self.today)

    def compared(self, t: Timex) -> bool:
        """Whether an expression dates what a number is only compared with: "compared with 187 in the week before"."""
        begin = max(self.doc.sents[self.doc.sentence_of(t.first)][0], t.first - _COMPARED)
        if self.comparing and not self.comparing.isdisjoint(self.doc.low[begin:t.first]):
            return True
        return self.earlier(t) or self.against(t, max(1, begin))

    def unlike(self, t: Timex, at: int) -> bool:
        """Whether a sentence opens with a time with which what a token tells is compared: "Unlike on Monday, when nine died, none did"."""
        if not self.comparing:
            return False
        low, first = self.doc.low, self.doc.sents[self.doc.sentence_of(t.first)][0]
        if low[first] not in self.comparing or t.first - first >= _OPENED:
            return False
        aside_ = low[t.last:t.last + 2] == [",", "when"]
        return "," in low[t.last + aside_:at]

    def against(self, t: Timex, after: int) -> bool:
        """Whether an expression dates a number, behind a token, that one is set against: "killed 40, against 20 in 2019"."""
        low, begin = self.doc.low, max(after, t.first - _COMPARED)
        if "against" not in self.doc.keys or "against" not in low[begin:t.first] or "same" in low[t.first:t.last]:
            return False  # against 610 in the same period: of the time before
        at = begin + low[begin:t.first].index("against") + 1
        at += low[at] in ("about", "only", "just", "some", "nearly", "almost", "around")
        return at < t.first and "," not in low[at:t.first] and self.scene.tags[at] == "n" and "," in low[max(0, at - 4):at - 1]

    def earlier(self, t: Timex) -> bool:
        """Whether an expression dates the number from which another has come: "up from 78 a day earlier"."""
        if not self._changed:
            return False
        low, begin = self.doc.low, max(1, self.doc.sents[self.doc.sentence_of(t.first)][0], t.first - _COMPARED)
        return any(low[token] == "from" and low[token - 1] in words_of("up_down") and low[token + 1][:1].isdigit()
                   for token in range(begin, t.first - 1))

    def superlative(self, t: Timex, first: int) -> bool:
        """Whether it is the time in which something after a token is the worst: "the deadliest strike this year", "the deadliest day
        since it began its war on the north in March"."""
        if not self.superlatives and "most" not in self.doc.keys:
            return False
        since = since_before(self.doc, t)
        until = since if since >= first else t.first  # but: since the first case was found in May
        near = self.doc.low[max(first, until - _SUPERLATIVE):until]
        return not self.superlatives.isdisjoint(near) or since >= first and ("the", "most") in pairwise(near)

    def since(self, k: int) -> int:
        """The token of the "since" that governs it, or -1."""
        at = self._since.get(k)
        if at is None:
            at = self._since[k] = since_before(self.doc, self.dated[k])
        return at

    def barrier(self, claim: ClaimDraft) -> int:
        """The token of "after" in "a day after ..." before a claim, -1 without one."""
        if not self._reckoned:
            return -1
        at = self._barriers.get(claim.first)
        if at is None:
            at = self._barriers[claim.first] = _barrier(self.doc, claim)
        return at

    def timex(self, k: int, claim: ClaimDraft) -> Timex:
        """The time for a claim: open where "since" stands before it."""
        t = self.dated[k]
        aside_ = self.doc.low[t.last:claim.first]  # the deadliest since an attack in May, which killed nine
        if claim.event == "missing" and self.since(k) >= 0 and t.first - self.since(k) > _SPAN and t.to:
            return t  # have not been seen since a wave struck the camp on Sunday
        opens = self.doc.low[self.doc.sents[self.doc.sentence_of(t.first)][0]] == "since"
        closed = opens and aside_[:2] == [",", "when"] and "," in aside_[2:]  # since May, when the blockade began, nine have died
        if self.since(k) >= 0 and ("when" not in aside_ or closed) and aside_[:2] != [",", "which"] or begun(self.doc, t, claim.first):
            return t if t.from_ is not None and t.from_ == self.today else opened(t)  # since this morning, the start of the day: today
        if self.today and claim.modality == "asserted" and t.from_ and t.to and t.from_ <= self.today < t.to and (
                self.doc.low[t.first] in words_of("current")):
            return Timex(t.first, t.last, t.start, t.end, t.type, t.value, t.from_, self.today, t.mod, t.resolved)  # this week, so far
        if claim.modality in _AHEAD and t.mod == "END" and self.doc.low[t.first - 1] in ("by", "before") and (
                len(t.value or "") == _MONTH and t.to):
            return Timex(t.first, t.last, t.start, t.end, t.type, t.value, f"{t.value}-01", t.to, t.mod, t.resolved)  # by the end of May
        if claim.modality != "asserted" and t.from_ and t.to and len(t.value or "") == _YEAR and "middle" in self.doc.low[t.first:t.last]:
            return Timex(t.first, t.last, t.start, t.end, t.type, (june := f"{t.value}-06"), f"{june}-01", f"{june}-30", t.mod, t.resolved)
        if self.today and self.doc.low[t.first:t.last] == ["last", "night"]:  # it ended today
            return Timex(t.first, t.last, t.start, t.end, t.type, t.value, t.from_, self.today, t.mod, t.resolved)
        return t


def _window_of(doc: Doc, t: Timex, today: str) -> Timex | None:
    """ "The past six days": the days that lead up to the publication date, `today`."""
    match = _PERIOD(t.value or "")
    of_year = doc.low[t.last - 2:t.last - 1] in (["of"], ["this"]) or doc.low[t.last - 3:t.last] == ["of", "the", "year"]
    if match and match[3] == "M" and of_year and "first" in doc.low[t.first:t.first + 2]:
        return _first_months(doc, t, int(match[2]), today)
    if match is None or words_of("past").isdisjoint(doc.low[t.first:t.last]):
        return None
    number, unit = int(match[2]), match[3]
    if unit == "H":
        number, unit = -(-number // 24), "D"
    day = ordinal(int(today[:4]), int(today[5:7]), int(today[8:10]))
    length = number * {"D": 1, "W": 7}.get(unit, 0)
    begin = day - length if length else add_months(day, -number * (12 if unit == "Y" else 1))
    if begin < 1:
        return None
    year, month, of_month = civil(begin)
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, f"{year:04d}-{month:02d}-{of_month:02d}", today, t.mod, t.resolved)


def _first_months(doc: Doc, t: Timex, months: int, today: str) -> Timex | None:
    """ "The first eight months of 2021", "of this year": from January on."""
    told = doc.low[t.last - 1]
    year = today[:4] if told == "year" else told
    if not (len(year) == 4 and year.isdigit() and 0 < months <= 12 and int(year) > 0):
        return None
    y, m, d = civil(ordinal(int(year), 12, 31) if months == 12 else ordinal(int(year), months + 1, 1) - 1)
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, f"{year}-01-01", f"{y:04d}-{m:02d}-{d:02d}", t.mod, t.resolved)


def opened(t: Timex) -> Timex:
    """ "Since 2022": from its first day on."""
    if t.from_ is None:
        return t
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, t.from_, None, t.mod, t.resolved)


def posted(doc: Doc, t: Timex) -> bool:
    """Whether a date tells when a line was posted or filed: "07:10 The army says ...", "May 14, 2024 - Norland launched ..."."""
    if t.first != doc.sents[doc.sentence_of(t.first)][0]:
        return False
    if t.type == "TIME":
        return bool(_CLOCK(doc.text[t.start:t.end])) and doc.low[t.last:t.last + 1] not in ([","], ["on"])
    return doc.low[t.last:t.last + 1] in _DASHES and not doc.glued(t.last - 1)


def _teller(doc: Doc, t: Timex) -> int:
    """The reporting word that an expression dates, -1 without one: "police said on Monday", "in a report on Tuesday", "as of 08:30"."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    if t.type == "TIME" and t.last - t.first <= 4 and doc.low[max(first, t.first - 2):t.first] == ["as", "of"]:
        return t.first
    low, tellers, perceived = doc.low, _tellers(), words_of("perceived")
    if t.first - first < _START and "had" in (told_then := low[t.last:t.last + _BEGUN]) and not (
            words_of("told_before").isdisjoint(low[(had := t.last + told_then.index("had") + 1):had + 1])) and (
                low[t.first - 1] != "by" or low[had] != "given"):
        return t.first  # on Sunday it had spoken of 5,000; but: by Monday donors had given 5,000
    if low[t.last:t.last + 2] == [",", "when"]:
        return -1  # confirmed what was agreed last year, when nine were freed
    if low[t.last:t.last + 1] == ["claimed"] and "lives" in low[t.last:t.last + _LIVES]:
        return -1  # a crash in August claimed four lives
    if low[t.last:t.last + 1] and (low[t.last] in speech() or low[t.last] in words_of("tells")):
        return t.first
    if low[t.last:t.last + 1] == [","] and low[t.first - 1] == "on" and _speaks(doc, t, first):
        return t.first
    for token in range(t.first - 1, max(first, t.first - _NEAR) - 1, -1):
        word = low[token]
        if word == "estimated" and low[token - 1] == "an":
            continue  # killed an estimated ten men on Monday
        if word[-1:] == "s" and low[token - 1] in load_json("numbers")["cardinals"] or (
                word == "continued" and low[token - 1] not in words_of("auxiliaries")):
            continue  # traded fire at two points on Monday, clashes continued on Monday
        if word in perceived and low[token - 1] in words_of("auxiliaries"):
            return -1  # two bodies were found on Friday
        if word in words_of("addresses") and (token - first < _OPENING and low[first] in words_of("opens_address") or (
                low[token - 2:token] == ["in", "a"] and low[token - 3:token - 2] == [","])):
            return token  # in a speech on Friday, he said rebels had killed nine; the army, in a statement issued on Friday, said
        if word == "given" and low[token + 1] == "by" and not words_of("tolls_given").isdisjoint(low[max(first, token - _START):token]):
            return token  # an earlier toll, given by police on Wednesday, put the dead at 39
        told = tellers.get(word)
        if told and word in words_of("toll_verbs") and low[token - 1] in words_of("pacts") and len(t.value or "") < _WHOLE_DAY:
            return -1  # under an accord reached in May, nine were freed; one reached on a day was carried out later
        if told and word in _LEAPT and _COUNTED.isdisjoint(low[first:token]) and words_of("counts").isdisjoint(low[first:token]):
            return -1  # a train jumped the rails on Monday
        if told and word == "reached" and doc.forms[token + 1][0].isupper() and words_of("counts").isdisjoint(low[first:token]):
            continue  # a convoy of nine trucks reached Velm on Monday
        if told and word == "reached" and low[token + 1] in _ARTICLES and words_of("counts").isdisjoint(low[first:token]) and (
                words_of("accords").isdisjoint(low[token + 1:t.first])):
            return -1  # gunmen on motorcycles reached the camp at dusk on Monday
        if told and word == "put" and low[token + 1] in ("down", "out", "up", "on", "in", "into"):
            return -1  # put down protests in 1966
        if told and word in words_of("verifies") and _DAY(t.value or "") is None and t.from_ and low[t.last] != "that":
            return -1  # verified in the third quarter the killing of nine
        if told and word in forms_of("answering") and "with" in low[t.last:t.last + _SPAN]:
            return -1  # responded on Monday with air raids
        if told and word in ("report", "reports") and low[token - 2:token] == ["responded", "to"]:
            continue  # officers responded to reports of shots on Friday
        if told and word == "responded" and low[token + 1] == "to" and t.from_ and t.from_ == t.to and not (
                words_of("comes_to_help").isdisjoint(low[max(first, token - _HELPERS):token])):
            return -1  # police responded to a call on Monday and found two bodies
        if told and word in ("post", "posts") and low[token - 1] in words_of("posts"):
            return -1  # abducted from a health post on Monday
        if told and token > first and low[t.first - 1] == "on" and low[t.last].endswith("ed") and low[token + 1] not in _PHRASES and (
                t.first - token > 2 and low[token + 1] != "that"):
            return -1  # said soldiers on Sunday arrested 11
        if told is not None:
            return token if told else -1  # police said, the toll rose on Friday
        if word.endswith("ed") and len(word) > 4 and not _given_out(low, token):
            return -1
    return -1


def _speaks(doc: Doc, t: Timex, first: int) -> bool:
    """Whether a date stands between one who speaks and his verb: the premier, on May 5, said; no "nine died on Tuesday, said"."""
    verb = t.last + 1
    if verb >= len(doc.low) or doc.low[verb] not in speech() or TAGGER[doc.forms[verb]] != "V":
        return False
    return 1 < t.first - first <= _WHO and all(TAGGER[form] not in _VERBAL for form in doc.forms[first:t.first - 1])


def _given_out(low: list[str], token: int) -> bool:
    """Whether a participle tells how something was said: in a televised address, in a statement released."""
    if low[token] in speech_words["aired"]:
        return not speech_words["in which"].isdisjoint(low[token + 1:token + 3])
    return low[token] in speech_words["given out"] and low[token - 1] in speech_words["in which"]


@cache
def _tellers() -> dict[str, bool]:
    """The words that a date may belong to as the time of a statement, and (False) those that end its clause."""
    ends = words_of("clause_ends") | words_of("auxiliaries") | words_of("event_words")
    told = words_of("published") | words_of("toll_verbs") | (speech().keys() - words_of("not_speech"))
    return dict.fromkeys(ends, False) | dict.fromkeys(told, True)


def _barrier(doc: Doc, claim: ClaimDraft) -> int:
    low = doc.low
    first = max(doc.sents[claim.sentence][0] + 1, claim.first - _BARRIER)
    before = low[first:claim.first]
    if "after" in before or "before" in before:
        for token in range(claim.first - 1, first - 1, -1):
            if low[token] in ("after", "before") and low[token - 1] in words_of("spans"):
                at = claim.first if claim.trigger is None else min(claim.first, claim.trigger[0])
                goes_on = low[at - 1] == "," and low[at].endswith("ing") and any(  # months after a roof collapsed, killing 15
                    word.endswith("ed") or word in words_of("crashes", "fallings", "strikes_down") for word in low[token:at - 1])
                over = "," in low[max(0, token - _SPAN):token] and "," in low[token:at - goes_on]
                return -1 if over else token  # on Monday, a day after the crash that killed nine, gunmen shot four
    return -1


def since_before(doc: Doc, t: Timex) -> int:
    """The token of "since" before an expression of its clause, -1 without one."""
    if "since" not in doc.keys:
        return -1
    first = max(doc.sents[doc.sentence_of(t.first)][0], t.first - _SINCE)
    if "since" not in doc.low[first:t.first]:
        return -1
    for token in range(t.first - 1, first - 1, -1):
        if doc.low[token] == "since":
            return token
        if doc.low[token] in (",", ";", ":"):
            break
    return -1


def begun(doc: Doc, t: Timex, until: int) -> bool:
    """Whether it is when that began which has led to a claim at a token: "the fire that broke out on Saturday has destroyed 40 homes"."""
    low = doc.low
    if until <= t.last or low[t.last + (low[t.last] == ",")] not in words_of("perfect"):
        return False
    near = low[max(0, t.first - _BEGUN):t.first]
    return not words_of("starts").isdisjoint(near[1:]) and not _THAT.isdisjoint(near[:-1])


def _struck(low: list[str], comma: int) -> bool:
    """Whether "which struck" stands behind the comma of a quake or a storm, named or not, "which lasted from" behind that of a fight."""
    before = low[max(0, comma - _NAMED):comma]
    if low[comma + 2:comma + 3] in (["lasted"], ["occurred"], ["happened"]) or low[comma + 2:comma + 4] == ["took", "place"]:
        return not words_of("dated_events", "undertakings").isdisjoint(before)
    return not words_of("strikes_down").isdisjoint(low[comma + 2:comma + 4]) and not words_of("dated_events").isdisjoint(before)


def aside(times: Times, t: Timex, until: int) -> bool:
    """Whether an expression stands in a relative clause that ends before a token: "the war, which began in April, has killed ..."."""
    tags, low = times.scene.tags, times.doc.low
    opened = tags.rfind(",", max(times.doc.sents[times.doc.sentence_of(t.first)][0], t.first - _ASIDE), t.first)
    closed = tags.find(",", t.last, until)
    ends = low[closed + 1] in words_of("perfect") and low[opened + 2] == "killed"  # which killed two last week, has left 90 dead
    if opened > 0 and low[opened + 1] == "which" and _struck(low, opened) and not ends:
        return False  # the quake, which struck on Monday, killed nine
    goes_on = closed >= 0 and low[closed + 1].endswith("ing") and "," not in tags[closed + 1:until]
    return opened >= 0 and closed >= 0 and not goes_on and low[opened + 1] in ("which", "who", "that", "where", "whose")
