"""What is said: the token ranges of a content before, after and around its cue."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from newsfacts.late import late
from newsfacts.rules import builtin
from newsfacts.sources.phrases import Range
from newsfacts.sources.words import cues, words
from newsfacts.tokens import Doc

# what may stand between a cue and "that": "told parliament on Tuesday, May 7, 2024, that", "said, without giving details, that"
_THAT = late(r"(?>(?:[y,]|(?<=,)M{1,4}+(?=,)|Dw?+|(?<=D)0|(?<=,)0(?=[,tD])|i0:0|"
             r"i(?>(?:[dwMDp0eyN]|(?<=[wN])V(?=[iD])|(?<=d)V(?=[wN])){1,6})|A[dwM0i]{1,6}+"
             r"|(?<=,)[wGAsi][dwMipy]{0,8}+(?=,t)){0,10})t")
_RELATIVE = late(r",i?r")
_WHO_IS = late(r",d[dwMi0N.]{1,16},i?r")
_TO = late(r"d?+[wM]{1,2}+(?=[ti])")  # reported Tuesday night that
_TOLD = late(r"(?:d?+[wM]{1,6}+(?>(?:d[wM]{1,4}+)?)|p)(?>(?:id?[wM]{1,4}+)?)")
_HEARING = frozenset("dwMp")  # begins them
_WHEN = late(r"(?:i?d?0?D(?:0(?:,(?:0,?)?|(?=[0dp])))?|y){0,3}")
_TIMES = frozenset("id0Dy")  # begins such a time
_WHERE = late(r",?(?:id?[wMN]{1,6}(?:e?i[dwM]{1,5})?(?:i?Dw?|y)?,?)?")  # told in a statement, in the capital
_HEARER = late(r"(?:d?[wM]{1,4}|p)(?:i[dwM]{1,4})?(?:(?=[pt])|(?<=[wM])(?=[dM0]))")  # told the court he
# what may stand after a cue that follows its content: "on Monday", "in a video posted on Friday"
_ASIDE = late(r"(?:[iDywdMp0cN]{0,12}|i(?:[iDywdMp0cN]|(?<=[wN])[eVK](?=[iDy,.])|(?<=d)[eV](?=w)){0,14})(?=[,.;:QsG-]|$)")
_THEN = late(r"cy?e(?=[dp0M])")
_BUT = late(r"c[by]{0,2}[be]")
_CLAUSAL = late(r"[beVK]|p(?=w)")
_AT = late(r"i(?:d?[wMN]){1,6}?(?=i)")
_ADDING = late(r"[,c-][by]{0,2}[GV]")
_LEADS = {"call": ("for", "on"), "appealed": ("for", "on", "to"), "pleaded": ("for", "with"), "begged": ("for",)}  # but: called to say
_CALLED = frozenset(("in", "up", "out", "off", "back"))
CITING = frozenset(("citing", "quoting"))
_NOTHING = (-1, -1)  # no content, whatever else stands there
_FAR = 24  # tokens from a cue to its "that", or to the number in a demand
_SOON = 6  # tokens of "about a day and a half after"
_YEAR = 4  # digits
_COUNTED = late(r"d?[wi]{0,3}0|[dM]")  # how a clause with a number begins, or one with a name: "at least 40 people", "the drones"
_NUMBER = 4  # tokens from "expects" to the number
_ASKED = 9  # tokens from a demand to what is to be done
_SAYING = late(r"[GVN],?Q")
_PROMISED = late(r"[s,;]")
_VERBAL = frozenset("sZBFiYXRC")  # what may be a verb in the present
_PRESENT = frozenset("sZ")
_SAID_LAST = late(r",(?:[dwMp]{1,6}V(?:i?[^,;beiVN]{1,2})?|V[dwMp]{1,6})[.]?$")  # , the ministry said on Monday
_CUED = late(r"[VNKAG]")
_FINITE = late(r"[beVKx]|p(?=w)")
_VERB = late(r"[^st;]*?[beVKx]")  # a clause
# where a content ends: at a further verb of saying with the same or a new subject
_TURN = late(r"(?<=Q),?c[by]{0,2}?[beVN]")
_FURTHER = late(r"[,-]?c(?:by(?=V[.,s])|[by]{0,2}(?=V[tpQ]|N[pQ])|[dwMp]{1,4}[by]{0,2}V)|[-;]c?[dwMp]{1,5}[by]{0,2}V|(?<=Q)[Mp][by]{0,2}V")


class Contents:
    """Ranges of contents over the tags of attribution (`words`); `marked` are the stretches in quotation marks."""

    def __init__(self, doc: Doc, tags: str, marked: list[Range], opens: list[int]) -> None:
        self.doc, self.tags, self.marked, self.opens = doc, tags, marked, opens

    def span_at(self, mark: int) -> Range | None:
        """The stretch in quotation marks that opens at a token."""
        k = bisect_right(self.opens, mark) - 1
        return self.marked[k] if k >= 0 and self.opens[k] == mark else None

    def cut(self, start: int, last: int) -> int:
        """The end of a content that starts at a token: before the next clause of saying, or the end of the sentence."""
        last = self._turn(start, last) if self.marked else last
        if not CITING.isdisjoint(self.doc.keys) and (at := next((t for t in range(start + 2, last) if self.doc.low[t] in CITING), 0)):
            last = at - 1 if self.tags[at - 1] == "," else last  # reported nine deaths, citing the embassy
        if self.tags.find("V", start + 2, last) < 0 and self.tags.find("N", start + 2, last) < 0:
            return last
        match = _FURTHER.search(self.tags, start + 2, last)
        return match.start() if match else last

    def _turn(self, start: int, last: int) -> int:
        """The end of a content before what its speaker did besides: it was "in talks" but gave no details."""
        for match in _TURN.finditer(self.tags, start, last):
            if self.doc.low[match.end() - 1] in words["turns"]:
                return match.start()
        return last

    def before(self, first: int, end: int) -> Range:
        """The content before a cue; a colon before a quotation begins it."""
        tags = self.tags
        if tags[end - 1] == "Q" or tags[end - 2:end] == "Q,":
            close = end - 1 if tags[end - 1] == "Q" else end - 2
            k = bisect_right(self.opens, close) - 1
            if k >= 0 and self.marked[k][1] == close + 1:
                opened = self.marked[k][0]
                if opened > first and tags[opened - 1] in ":":
                    return opened, end
        elif tags[first] == "Q":
            span = self.span_at(first)
            if span and end - span[1] < 7 and self.doc.low[span[1] - 2] == ",":  # "...," the lean, tall mayor said
                return span
        if self.doc.low[first] in words["connectives"] and first + 2 < end:  # meanwhile, the raids went on, officials said
            first += 1 + (self.doc.low[first + 1] == ",")
        return first, end

    def around(self, at: int, left: int, first: int, last: int, base: str) -> list[Range] | None:
        """The parts of a content that stands before a cue (its source begins at `left`), None where it does not."""
        tags = self.tags
        if left <= first or tags[left - 1] not in ",Q-":
            return None
        quoted = tags[left - 1] == "Q" or tags[left - 2:left] == "Q,"
        opens = tags[at + 1:at + 3].find("Q")
        if opens == 1 and tags[at + 1] == "," and not quoted and at + 3 < last and self.doc.forms[at + 3][0].islower() and (
                tags[first] not in "is" and _FINITE.search(tags, first, left)):
            return [self.before(first, left), (at + 2, last)]  # nine had gone, he conceded, "but we stay"
        if opens == 0 or (opens == 1 and tags[at + 1] in ",:" and not quoted):
            return None  # the quotation after the cue is what is said
        if not quoted and (base not in words["clause"] or cues()[self.doc.low[at]][1] == "denied" or not tags[first:left - 1].strip("y")):
            return None
        aside = _ASIDE.match(tags, at + 1, last)
        after = aside.end() if aside else last
        if quoted:
            if not self._whole(left, first) and self.after(at, last, base):
                return None
        elif tags[first] in "is" and self.doc.low[first] not in words["if"] and tags.count(",", first, left) == 1 and (
                not self._bound(first, left) and self.after(at, last, base)):  # but: at least nine died, police said early on Monday
            return None  # fronted: "In May, the army said three died"
        elif aside is None or not (_FINITE.search(tags, first, left) or (after < last - 1 and tags[after] == "," and left - first < 8)
                                   or tags[at] == "V" and self._headed(first, left, after, last)
                                   or (after >= last or tags[after] in ".,") and self._clause(first, left)):
            return None
        first = left - 2 if tags[left - 2] == "r" else first  # freed nine men who, police believe, had been held
        return self.with_rest(left, first, after, last)

    def _clause(self, first: int, left: int) -> bool:
        """Whether words before a cue that ends its sentence may be a clause in the present: "The toll stands at 36, police said"."""
        verbal, forms = builtin().tagger, self.doc.forms
        return self.tags[first] not in "iprG" and any(verbal[forms[token]] in _VERBAL for token in range(first + 1, left - 1))

    def _tells(self, start: int, last: int) -> bool:
        """Whether a clause goes on at a token, with a verb that is in no aside: not "concluded a visit, during which he met her"."""
        verb = _VERB.match(self.tags, start, last)
        aside = _RELATIVE.search(self.tags, start, verb.end()) if verb else None
        comma = self.tags.find(",", aside.end(), last) if aside else last  # said the men, who were armed, had fled
        return verb is not None and (aside is None or comma > 0 and _FINITE.search(self.tags, comma, last) is not None)

    def _present(self, start: int, last: int) -> bool:
        """Whether a clause in the present begins at a token: argued the firm depends on one customer."""
        verbal, forms = builtin().tagger, self.doc.forms
        end = next((t for t in range(start + 1, last) if self.tags[t] in ",;:Q"), last)
        return any(verbal[forms[t]] in _PRESENT for t in range(start + 2, end))

    def _headed(self, first: int, left: int, after: int, last: int) -> bool:
        """Whether a headline ends with its source: "Norland fires 12 rockets, army says"."""
        title = self.doc.title
        return title is not None and title[0] == first and after >= title[1] and left - first > 3

    def _whole(self, left: int, first: int) -> bool:
        """Whether the quotation before a cue begins its sentence, or follows a colon or comma."""
        close = left - 1 if self.tags[left - 1] == "Q" else left - 2
        k = bisect_right(self.opens, close) - 1
        if k < 0:
            return False
        opened, end = self.marked[k]
        return opened == first or self.tags[opened - 1] in ":,c" or end - opened > 12 or opened - first < 3

    def with_rest(self, left: int, first: int, after: int, last: int) -> list[Range]:
        """A content before a cue (which begins at `left`), and after its adjuncts (to `after`) where it goes on."""
        tags = self.tags
        parts = [self.before(first, left)]
        quoted = tags[left - 1] == "Q" or tags[left - 2:left] == "Q,"
        rests = "Gris" if _FINITE.search(tags, first, left) else "Gr"  # no adjuncts of the cue: "police said, in what they called"
        # the navy said; nine were shot down; but: the navy said; nine fell, the army said
        rest = tags[after:after + 1] == ";" and (_CUED.search(tags, after, last) is None or (
            tags[after + 1:after + 2] == "0" and self.doc.low[after + 2:after + 3] == ["of"]))
        if rest or tags[after:after + 2] == ";Q":  # the roof fell, a nurse told reporters; "two are dead"
            parts.append((after + 1, last))
        elif after < last and tags[after] in ",.:-":
            if quoted and after + 1 < last and tags[after + 1] == "Q":
                parts.append((after + 1, last))
            elif quoted:
                # Olha Marn, head of the council, "..."
                comma = tags.find(",Q", after, last) if not _SAYING.search(tags, after, last) else -1
                span = self.span_at(comma + 1) if comma > 0 else None
                if span and span[1] >= last - 1:
                    parts.append(span)
            elif tags[after] == ":" and "0" in tags[after + 1:min(last, after + 4)]:
                parts.append((after + 1, last))  # 44 died, he said in a statement: 31 in Velm and 13 in Karo
            elif tags[after] == "," and self.doc.low[after + 1:after + 2] == ["after"] and "0" in tags[after + 2:after + 4] and (
                    _FINITE.search(tags, after, last)):
                parts.append((after, last))  # the toll is 14, the agency said, after nine of the injured died
            elif tags[left] in "VN" and _WHO_IS.match(tags, after, last):
                pass  # said Olha Marn, the head of the council, who blamed them
            elif tags[after] == "," and after < last - 1 and (tags[left - 2:left] == "b," or self._result(after + 1, last) or (
                    tags[after + 1] not in rests and not self._behind(after + 1) and _FINITE.search(tags, after, last))):
                parts.append((after, last))
        return parts

    def _result(self, at: int, last: int) -> bool:
        """Whether what stands behind a cue goes on with what is said: "police said, killing 12 people", ", among them 3 children",
        ", with 12 still missing"."""
        word = self.doc.low[at]
        if word in words["results"]:
            return True
        told = "0" in self.tags[at + 1:min(last, at + (4 if word == "with" else 9))] and word not in words["postures"]
        return told and ((self.tags[at] == "w" and word.endswith("ing") and len(word) > 4) or word in ("among", "with"))

    def _behind(self, at: int) -> bool:
        """Whether a participle hangs on what stands before ("said in a statement, released by the town") or tells what the speaker did."""
        if self.doc.low[at] in words["postures"] and self.tags[at + 1:at + 2] != "b":  # he said, fighting would resume
            return True  # two officials said, declining to be named
        near = self.doc.low[at:at + _SOON]
        if any(b in ("after", "before") and a in words["spans of time"] for a, b in pairwise(near)):
            return True  # the staff said, hours after rebels fired three missiles
        return self.tags[at + 1:at + 2] == "i" and (self.doc.low[at] in words["making"] or self.doc.low[at] in words["quoting"])

    def after(self, at: int, last: int, base: str) -> Range | None:
        """The content after a cue: by the marks or the "that" behind it, else by what the cue may take."""
        tags, low = self.tags, self.doc.low
        found = self._marked(at, last, base) or self._that_clause(at, last, base)
        if found is None and base in words["expecting"]:
            found = self._awaited(at + 1, last)
        if found is None and base in words["demanding"] and "0" in tags[at + 1:min(last, at + _FAR)]:
            found = self._demand(at + 1, last, base)
        if found is not None or base in words["that"]:
            return None if found == _NOTHING else found
        start = self._past_time(at, last, base)
        if start >= last:
            return self._next(last)
        k = bisect_right(self.opens, at)
        opened = self.opens[k] if k < len(self.opens) else -1
        if start < opened < at + 8 and opened < last and low[opened - 1] in words["works"] and base in words["clause"] and (
                base not in words["object"]):
            return None  # wrote the book "Ashes"
        mark = tags.find("Q", at + 1, min(last, at + 20))
        heard = _HEARER.match(tags, at + 1, last) if base == "tell" else None
        if mark > 0 and (found := self._to_marks(start, mark, last, heard.end() if heard else start)):
            return None if found == _NOTHING else found
        if tags[start] in ":,":
            if start + 1 >= last:
                return self._next(last)
            if tags[start] == ":":
                return start + 1, last
            if base in words["claiming"] and (comma := tags.find(",", start + 1, start + 12)) > 0 and low[comma + 1:comma + 2] == ["to"]:
                start = comma + 1  # claimed, through its radio, to have killed 43
        if base in words["infinitive"] and (found := self._infinitive(start, last, base)):
            return found
        if tags[start] == "s" and base in words["question"] and low[start] not in words["adverbial"]:
            return start, self.cut(start, last)
        if base == "tell":
            return (heard.end(), self.cut(heard.end(), last)) if heard and _VERB.match(tags, heard.end(), last) else None
        if found := self._named(at, start, last, base, mark, opened):
            return found
        if tags[start] in "i," and base in words["clause"] and tags[start:start + 3] != "iw0":  # at least 12
            where = _WHERE.match(tags, start, last)  # told in a statement
            then = where.end() if where else start
            if start < then < last and tags[then] in "dpM0" and _VERB.match(tags, then + 1, last):
                start = then
        if low[start] in ("to", "of") and (found := self._of(at, start, last, base, opened)):
            return found
        if base in words["object"] and (tags[start] in "dwMDyt0N" or self._bound(start, last)) and low[start] not in words["this that"] or (
                tags[at] == "K" and base in words["tally"]):
            return self._thing(start + (base == "speak"), last, denied=cues()[low[at]][1] == "denied")
        return self._rest(at, start, last, base, opened)

    def _marked(self, at: int, last: int, base: str) -> Range | None:
        """The stretch in quotation marks that a cue opens, with the sentence that goes on from it."""
        tags = self.tags
        if tags[at + 1:at + 2] == "Q":
            mark = at + 1
        elif tags[at + 1:at + 2] in (",", ":") and tags.startswith("Q", at + 2):
            mark = at + 2
        else:
            return None
        span = self.span_at(mark)
        if not span or mark + 1 >= last:
            return None
        end = span[1]
        while tags[end:end + 2] == "cQ" and (more := self.span_at(end + 1)):
            end = more[1]
        named = base in words["naming"] or base in words["moving"] or base in words["shouts"]
        if named and tags[end:end + 1] in ("c", ",") or tags[end:end + 2] == "ce":  # called it "a crime" and left
            return mark, end
        return (mark, self.cut(end - 1, last)) if end < last - 1 and tags[mark - 1] not in ",:" else (mark, min(end, last))

    def _that_clause(self, at: int, last: int, base: str) -> Range | None:
        """The clause with "that" behind a cue, or what such a clause only belongs to."""
        tags, low, following, near = self.tags, self.doc.low, self.tags[at + 1:at + 2], min(last, at + _FAR)
        blamed = base in words["background"] and following != "t"  # accused it of raids that killed 12
        if base == "put" or blamed or tags.find("t", at + 1, near) <= 0:
            return None
        told = (_TOLD if base in words["hearers"] else _TO).match(tags, at + 1, last) if following in _HEARING else None
        hope = self._hope(at, base)
        match = _THAT.match(tags, told.end() if told else at + 1 + hope, near)
        denied = cues()[low[at]][1] == "denied"
        if match and match.end() < last and (base not in words["naming"] or following == "t"):  # called what fell "a trap"
            if told and low[told.end() - 1] in words["parts"]:
                return told.start(), match.end() - 1  # denied any part in the raid that killed nine
            if denied and last - match.end() < 5 and not _FINITE.search(tags, match.end(), last):
                return _NOTHING  # rejected that account
            return match.end() - (tags[match.end()] in "be"), self.cut(match.end(), last)  # said that would be theft
        that = tags.find("t", at + 1, min(last - 1, at + 16)) if denied else -1
        if that > 0 and not words["rumours"].isdisjoint(low[at + 1:that]) and not _CLAUSAL.search(tags, at + 1, that):
            return that + 1, self.cut(that + 1, last)  # rejected as false a report in the daily that
        return None

    def _past_time(self, at: int, last: int, base: str) -> int:
        """The token behind a cue and the time that follows it."""
        tags, low, start = self.tags, self.doc.low, at + 1
        when = _WHEN.match(tags, start, last) if tags[start:start + 1] in _TIMES else None
        if when is None:
            return start - (low[start - 1] in ("both", "not"))
        start = when.end()
        start -= low[start - 1] in ("both", "not")
        if tags[start - 2:start + 1] == "0D0" and len(low[start]) == _YEAR and tags[start + 1:start + 2] in ("M", "w"):
            start += 1  # said on 9 March 2025 Norlandic troops had left
        if tags[start - 1:start + 1] == "D0" and base in words["infinitive"] and low[start + 1:start + 2] == ["to"]:
            start += 1  # claimed on May 4 to have shot down nine
        return start

    def _to_marks(self, start: int, mark: int, last: int, own: int) -> Range | None:
        """The stretch in quotation marks that opens some tokens behind a cue, or the clause before it (from `own` on)."""
        tags = self.tags
        clause = 0 < own < mark and tags[own] == "p" and tags[mark - 1] == "," and "V" not in tags[own:mark]
        if clause and _CLAUSAL.search(tags, own + 1, mark) or self._has_tail(own, mark):
            span = self.span_at(mark)
            return own, self.cut(span[1] if span else last, last)  # said he was sorry, "but not for them"
        if tags[mark - 1] not in ",:" and mark != start:
            return None
        if tags[start] not in ",:Q" and (tags.find("V", start, mark) > 0 or _ADDING.search(tags, start, mark)):
            return None  # said it would, adding: "..."
        span = self.span_at(mark)
        if span is None:
            return _NOTHING
        return mark, (span[1] if mark != start or self.doc.low[span[1] - 2] in ",.!?" else self.cut(span[1], last))

    def _has_tail(self, own: int, mark: int) -> bool:
        """Whether a clause of a statement begins at `own` whose last words alone stand in marks: said nine had been held, "most of them
        minors"."""
        tags, verb = self.tags, _VERB.match(self.tags, own, mark)
        inside = "".join(self.doc.forms[mark + 1:mark + 2])
        return (tags[mark - 1] == "," and inside[:1].islower() and _COUNTED.match(tags, own) is not None
                and verb is not None and "r" not in verb[0] and "V" not in tags[own:mark])  # said the mayor who was there, "..."

    def _infinitive(self, start: int, last: int, base: str) -> Range | None:
        """What somebody promised or claimed "to" do."""
        tags, low = self.tags, self.doc.low
        if low[start] == "to" and start + 2 < last:
            promised = _PROMISED.search(tags, start + 2, last) if base not in words["claiming"] else None  # no reason or setting
            return start, promised.start() if promised else self.cut(start, last)
        to = _AT.match(tags, start, last) if tags[start] == "i" else None
        if to and low[to.end()] == "to" and to.end() + 2 < last:
            return to.end(), self.cut(to.end(), last)  # promised at a rally to end the war
        return None

    def _named(self, at: int, start: int, last: int, base: str, mark: int, opened: int) -> Range | None:
        """A thing and what it is called in quotation marks: "called the raid "a crime"."""
        tags, naming = self.tags, base in words["naming"]
        if mark < 0 and at < opened < min(last, at + 16) and naming:
            mark = opened
        if not 0 < mark < at + 16 or tags[start] not in "dwMp" or not (naming or base in words["object"] or base == "note"):
            return None
        span = self.span_at(mark)
        plain = _FINITE.search(tags, start, mark) is None or naming and "t" in tags[start:mark]
        if not span or not plain or "," in tags[start:mark]:
            return None
        goes_on = tags[span[1]:span[1] + 1] == "t" or self.doc.low[span[1]:span[1] + 1] == ["for"]  # "a victory" for women
        return start, span[1] if naming and not goes_on else self.cut(span[1], last)

    def _of(self, at: int, start: int, last: int, base: str, opened: int) -> Range | None:
        """What somebody admitted to, boasted of or spoke of."""
        tags, low = self.tags, self.doc.low
        if low[start] == "to":
            admits = base == "admit" and tags[start + 1:start + 2] == "0"  # admits to 11,000 dead
            return (start + 1, self.cut(start + 1, last)) if admits else None
        if base in words["of"] and start + 1 < last and tags[start + 1] != "Q":  # boasted of killing 40
            return start + 1, self.cut(start + 1, last)
        spoken = self.span_at(opened) if base == "speak" and 0 < opened < at + 5 else None
        return (start + 1, spoken[1]) if spoken and tags[spoken[1]:spoken[1] + 1] not in ("w", "M") else None

    def _thing(self, start: int, last: int, *, denied: bool) -> Range | None:
        """The thing that somebody reported or denied."""
        end = self._besides(start, self._aside_from(start, self.cut(start, last)))
        empty = [words["times"], words["articles"]]  # as the rebels had claimed a day before
        if denied:
            empty.append(words["rumours"])  # denied the charge
        plain = any(word[:1].isalnum() and all(word not in words_of for words_of in empty) for word in self.doc.low[start:end])
        return (start, end) if plain else None

    def _besides(self, start: int, end: int) -> int:
        """The end of a content before what its speaker did besides: "announced a curfew and sent 400 police", "confirmed the raid but
        gave no toll"."""
        then = _THEN.search(self.tags, start + 1, end)
        if then is None and "but" in self.doc.low[start:end]:
            then = _BUT.match(self.tags, self.doc.low.index("but", start, end), end)
        return then.start() if then and not _CLAUSAL.search(self.tags, start, then.start()) else end

    def _rest(self, at: int, start: int, last: int, base: str, opened: int) -> Range | None:
        """A number, a clause without "that", or the words in quotation marks that somebody is urged with."""
        tags, low = self.tags, self.doc.low
        if base == "say" and tags[start] == "b" and "what" in low[max(0, at - 5):at]:
            return start + 1, self.cut(start + 1, last)  # freed what he said were 12 men
        if tags[at] == "K" and tags[start] == "0":
            return start, self.cut(start, last)  # footage showed four tanks burning
        if base == "say" and tags[start] == "0" and low[start + 1:start + 2] == ["."]:
            return start, start + 1  # the police said 4,000
        if low[start] == "about" and tags[start + 1:start + 2] != "0":
            return None  # had written about the sons of a man who fled
        own = base in words["clause of one's own"] and tags[start] == "p"  # boasted it had shot down nine
        if (own or base in words["clause"]) and self._opens_clause(start, last, base):
            return start, self._besides(start, self.cut(start, last))
        spoken = self.span_at(opened) if start < opened < min(last, at + 16) and base in words["moving"] else None
        called = base == "call" and low[start] in _CALLED  # called in 40 helicopters to "keep order"
        if spoken and not called and "," not in tags[start:opened] and not _FINITE.search(tags, start, opened):
            return start + (low[start] in words["moved"]), spoken[1]  # urged them to "rise up", called for her "immediate release"
        return self._next(last) if tags[last - 1] == ":" else None

    def _opens_clause(self, start: int, last: int, base: str) -> bool:
        """Whether a clause without "that" begins at a token."""
        tags, word = self.tags, self.doc.low[start]
        if base == "boast" and tags[start] != "p":
            return False  # boasted it had shot down nine; but: boasts two harbours
        bound = word == "as" and self._as_many(start)
        if tags[start] not in "dwMDpiy0GesN" or tags[start] == "s" and word not in words["if"] and not bound:
            return False
        return (self._tells(start + (3 if bound else 1), last)
                or base == "say" and last - start > 5 and (tags[start] in "Mpd0G" or tags[start:start + 2] == "wM")
                or tags[start] == "p" and "'" in word  # said we're winning
                or tags[start] in "dM" and self._present(start, last))

    def _hope(self, at: int, base: str) -> int:
        """The tokens of what is expressed behind a cue: "expressed hope that", "voiced the hope that"."""
        if base not in words["expressing"]:
            return 0
        low, start = self.doc.low, at + 1 + (self.doc.low[at + 1:at + 2] == ["the"])
        start += self.tags[start:start + 1] == "w" and low[start + 1:start + 2] != ["that"]  # voiced strong hope that
        return start - at if low[start:start + 1] and low[start] in words["hopes"] and low[start + 1:start + 2] == ["that"] else 0

    def _awaited(self, start: int, last: int) -> Range | None:
        """What with a number is expected: "expects 300 soldiers to return", "expects between 200 and 250 to be freed"."""
        tags, low = self.tags, self.doc.low
        number = tags.find("0", start, min(last, start + _NUMBER))
        to = next((t for t in range(number + 1, min(last - 1, number + _ASKED)) if low[t] == "to" and tags[t + 1] in "wNeVb"), 0)
        plain = number >= 0 and to > 0 and _FINITE.search(tags, start, to) is None and "," not in tags[start:to]
        if not plain:
            return None
        end = self.cut(start, last)
        if _SAID_LAST.search(tags, to, last):
            return None  # the army expects 20 states to attend the talks, the ministry said
        joined = tags.find(",c", to, end)
        return start, joined if joined > 0 and _FINITE.search(tags, joined, end) else end

    def _demand(self, start: int, last: int, base: str) -> Range | None:
        """What with a number is demanded: "demanded the release of nine", "urged them to free nine", "called for 300 tanks"."""
        start += 2 * (self.tags[start:start + 2] == "iD")  # called in May for
        end, low = self.cut(start, last), self.doc.low
        relative = _RELATIVE.search(self.tags, start, end)
        end = relative.start() if relative else end  # asked for 90 million, of which a third has come
        end = end if (reason := self.tags.find(",G", start, end)) < 0 else reason  # asked for 90 tanks, saying that they were few
        leads = _LEADS.get(base)
        plain = leads is None or low[start] in leads
        number = self.tags.find("0", start, end)
        finite = _FINITE.search(self.tags, start, end)
        told_of = finite is not None and finite.start() > number > 0 and "," not in self.tags[number:finite.start()]  # nine he said it held
        asked = finite is None or told_of or "to" in low[start:start + _ASKED]
        told = number < 0 or not {"V", "K"}.isdisjoint(self.tags[start:number])  # who asked not to be named said two had died
        return (start + (low[start] in words["moved"]), end) if plain and asked and not told else None

    def _aside_from(self, start: int, end: int) -> int:
        """The end of a thing that is told of, before a clause that is told beside it: "reported nine deaths, while rebels took a town"."""
        for at in range(start + 1, end - 3):
            if self.tags[at] == "," and self.doc.low[at + 1] in words["contrasting"]:
                return at if _FINITE.search(self.tags, at, end) and not _FINITE.search(self.tags, start, at) else end
        return end

    def _as_many(self, start: int) -> bool:
        """ "Said as many as 40 had died": a bound before a number opens no clause of time."""
        return self.doc.low[start:start + 3:2] == ["as", "as"] and self.tags[start + 3:start + 4] == "0"

    def _bound(self, start: int, last: int) -> bool:
        """Whether a number with its bound begins at a token: "at least 12"."""
        low, tags = self.doc.low, self.tags
        return (tags[start] == "i" and low[start] in words["bounds"] and tags.find("0", start, min(last, start + 4)) > 0
                and words["silent"].isdisjoint(low[start:start + 6]))

    def _statement(self, last: int) -> Range | None:
        """The paragraphs in the first person behind "He said:" that ends its own."""
        doc, end = self.doc, -1
        n = bisect_right([first for first, _ in doc.paras], last - 1)
        for first, stop in doc.paras[n:n + 5]:
            if not words["first person"].isdisjoint(doc.low[first:stop]) and stop - first > 4 and self.tags[first] != "Q":
                end = stop
            else:
                break
        return (last, end) if end > 0 and doc.paras[n][0] == last else None

    def _next(self, last: int) -> Range | None:
        """The quotation that begins the next paragraph, after "He stated:"."""
        if last < len(self.tags) and self.tags[last - 1] in ",:" and self.tags[last] == "Q":
            return self.span_at(last)
        return self._statement(last) if last < len(self.tags) and self.tags[last - 1] == ":" else None
