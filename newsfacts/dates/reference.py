"""The publication date: an option, a metadata line, a dateline, the first full date, the file's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import Clock, Day, whole
from newsfacts.dates.tense import tense
from newsfacts.dates.when import PAST
from newsfacts.drafts import Timex
from newsfacts.late import late
from newsfacts.lexicon import load_list
from newsfacts.tokens import Doc

_READ = 20_000  # tokens in which a country is told often enough
_DIGEST = 100  # days of which a digest may tell
_RANGE = frozenset("-–—") | {"to"}
_HEAD = 600  # characters: a full date further on dates what is told, not the telling
_LABEL = 16  # characters beside a date in a last line of its own
_LINE = 50  # characters beside a date that make its line more than a head
_META = late(r"(?im)^[ \t]*(?:(?:date|release date|publication date|pubdate)[ \t]*:"
             r"|(?:first |last )?(?:published|posted|updated|modified|issued|dated|released)(?: on)?"
             r"(?:[ \t]*:|(?=[^\n]{0,45}$)))[ \t]*(?=\S)")
_META_WORDS = ("date", "publi", "posted", "issued", "modified", "released")
_YEAR = late(r"(?<![\d,.])(?<!since )(?<!until )(?<!from )(?<!after )(?<!before )(?<!by )((?:19|20)\d\d)(?![\d,])")
_ISO = late(r"(\d{4})-(\d\d)-(\d\d)")
_NAME = late(r"(?<!\d)((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?!\d)")
_DATELINE = late(r"[ \t]*[\[(]?[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?(?:\.?[ \t]*[-–—]|[:/]|\((?=[A-Z]))")
_NUMBER = late(r"(?<![\w-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?=[A-Z])")  # of a document: 2023-12-S-154
_BEFORE_DATELINE = late(r"(?:^|\n)[ \t]*[\w .,'’\-/()]{2,80}?[,(:\-–—][ \t]*$")


@lru_cache(maxsize=256)
def parse_day(text: str) -> int | None:
    """The ordinal of an ISO day (what follows it is ignored), or None."""
    match = _ISO.match(text)
    if match is None:
        return None
    y, m, d = map(int, match.groups())
    return cal.ordinal(y, m, d) if y and cal.is_date(y, m, d) else None


def day_of(timex: Timex) -> Day | None:
    """The calendar date in an expression, if it is one."""
    reading = whole(timex.raw)
    return reading if isinstance(reading, Day) and reading.month is not None and reading.day is not None else None


def full(day: Day | None) -> int | None:
    """The ordinal of a full, possible date."""
    if day is None or day.year is None or day.month is None or day.day is None or day.bc or day.known:
        return None
    if not cal.is_date(day.year, day.month, day.day):
        return None
    return cal.ordinal(day.year, day.month, day.day)


def find(doc: Doc, timexes: list[Timex], date: str | None, filename: str | None) -> tuple[int | None, str]:
    """The publication day and where it was found."""
    given = parse_day(date) if date else None
    if given is not None:
        return given, "option"
    text = doc.text
    days = [(t, day_of(t)) for t in timexes[:40]]
    head = text[:600].lower()
    meta = _META.search(text[:600]) if any(word in head for word in _META_WORDS) else None
    if meta is not None and text[:meta.start()].count("\n") < 6:
        for t, day in days:
            if meta.end() <= t.start < meta.end() + 12 and (told := full(day)) is not None:
                return told, "metadata"
    first_full = next(((t, _last(doc, days, k, o)) for k, (t, day) in enumerate(days) if t.start < _HEAD and (
        o := full(day)) is not None and not _bounds(doc, t)), None)
    for k, (t, day) in enumerate(days[:8]):
        if day is None or t.start > 1500:
            continue
        if _is_dateline(text, t):
            found = full(day)
            if found is not None:
                return _last(doc, days, k, found), "dateline"
            year = _year_for(day, first_full[1] if first_full else None, filename)
            year = year or _year_numbered(text[:t.start], day) or _year_told(text, t.end)
            if year is not None and _refuted(doc, timexes, year):
                year = first_full = None
            if year is not None and day.month is not None and day.day is not None and cal.is_date(year, day.month, day.day):
                return cal.ordinal(year, day.month, day.day), "dateline"
            break
    signed = _signed(text, timexes)
    if first_full is not None and (signed is None or signed < first_full[1]):
        return first_full[1], "text"
    if signed is not None:
        return signed, "text"
    if filename:
        match = _NAME.search(filename)
        if match is not None:
            y, m, d = int(match[1]), int(match[3]), int(match[4])
            if cal.is_date(y, m, d):
                return cal.ordinal(y, m, d), "filename"
    return None, "none"


def _signed(text: str, timexes: list[Timex]) -> int | None:
    """The full date that alone makes the last line of a text, in brackets or behind a word: (12 December 2025), Posted on ..."""
    for t in timexes[-2:]:
        line = text.rfind("\n", 0, t.start) + 1
        beside = text[line:t.start] + text[t.end:t.end + _LINE]
        if line and t.end > len(text.rstrip()) - _LABEL and len(beside.strip()) < _LABEL and (told := full(day_of(t))) is not None:
            return told
    return None


def written(doc: Doc, timexes: list[Timex], ref: int) -> int:
    """The day of which a text says "today": that of its dateline, or of a line of its own, where it was published a day or two later."""
    year, month, _ = cal.civil(ref)
    for t in timexes[:3]:
        day = day_of(t)
        if day is None or day.month is None or day.day is None or day.month not in (month, (month + 10) % 12 + 1):
            continue
        of = day.year or year - (day.month > month)
        if cal.is_date(of, day.month, day.day) and 0 < ref - cal.ordinal(of, day.month, day.day) < 3 and (
                _is_dateline(doc.text, t) or day.year is not None and _is_alone(doc.text, t)):
            return cal.ordinal(of, day.month, day.day)
    return ref


def _is_alone(text: str, t: Timex) -> bool:
    """Whether an expression is the whole of its line."""
    return text[text.rfind("\n", 0, t.start) + 1:t.start].strip() == "" == text[t.end:].partition("\n")[0].strip()


def in_prose(doc: Doc, timexes: list[Timex], ref: int) -> bool:
    """Whether the first full date stands in a sentence, not in a line of its own: it dates what is told."""
    t = next((t for t in timexes if full(day_of(t)) == ref), None)
    if t is None:
        return False
    first, last = doc.text.rfind("\n", 0, t.start), doc.text.find("\n", t.end)
    return (last if last >= 0 else len(doc.text)) - first - (t.end - t.start) > _LINE


def _bounds(doc: Doc, t: Timex) -> bool:
    """Whether an expression only bounds a time ("since 24 February 2022"), or is of a birth: "born on 3 May 1950"."""
    before = doc.low[max(0, t.first - 2):t.first]
    began = before[-1:] == ["on"] and before[0] in ("began", "begun", "started")  # under a truce that began on Jan. 19, 2025
    if isinstance(t.raw, Clock):
        return False  # shortly after 2 a.m. on 6 May 2027
    return began or before[-1:] != [] and before[-1] in ("since", "from", "until", "till", "before", "after") or "born" in before


def _last(doc: Doc, days: list[tuple[Timex, Day | None]], k: int, first: int) -> int:
    """The last of the days of a digest, whose first is `first`: 12–18 June 2017."""
    t, (after, day) = days[k][0], days[k + 1] if k + 1 < len(days) else days[k]
    last = full(day) if after.first == t.last + 1 and doc.low[t.last] in _RANGE else None
    return last if last is not None and first < last < first + _DIGEST else first


def _year_numbered(head: str, day: Day) -> int | None:
    """The year of a dateline whose document has a number that begins with year and month: 2023-12-S-154."""
    match = _NUMBER.search(head)
    if match is None or day.month is None:
        return None
    apart = day.month - int(match[2])  # the number is of the same month, or of the one before or after
    return int(match[1]) + (apart < -6) - (apart > 6) if apart % 12 in (0, 1, 11) else None


def _year_told(text: str, at: int) -> int | None:
    """The first year in the head of a text, but for one that bounds a time ("since 2017", "by 2030")."""
    match = _YEAR.search(text[at:at + 400])
    return int(match[1]) if match else None


def _refuted(doc: Doc, timexes: list[Timex], year: int) -> bool:
    """Whether a text tells of a later year in the past: then it was not written in that year."""
    for t in timexes:
        day = whole(t.raw)
        if isinstance(day, Day) and day.year and year < day.year < 2100 and not day.bc and tense(doc, t.first, t.last) in PAST:
            return True
    return False


def _is_dateline(text: str, t: Timex) -> bool:
    """Whether an expression stands in a dateline: NORVALE, Dec. 3 (Agency) –, NORVALE, Norland (Jan. 10, 2011) –, or heads the text."""
    if not text[:t.start].strip() and re.match(r"[ \t]*(?::(?!\d)|[-–—][ \t]|\n)", text[t.end:t.end + 6]):
        return True
    head = text[max(0, t.start - 90):t.start]
    if head.rstrip(" \t")[-1:] not in ",(:-–—" or not _BEFORE_DATELINE.search(head):
        return False
    line = head[head.rfind("\n") + 1:]
    word = re.match(r"[\s(]*([^\W\d_]+)", line)
    if word is None or not word[1][:1].isupper():
        return False
    after = text[t.end:t.end + 60].lstrip(" \t")
    if after.startswith(")"):
        return bool(re.match(r"\)[ \t]*(?:[-–—:]|\n|$)", after)) or line.strip().endswith("(")
    return bool(_DATELINE.match(after))


def _year_for(day: Day, told: int | None, filename: str | None) -> int | None:
    if told is not None:
        year, month, _ = cal.civil(told)
        return year + 1 if month == 12 and day.month == 1 else year
    if filename:
        match = _NAME.search(filename) or re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", filename)
        if match is not None:
            return int(match[1])
    return None


@cache
def country_words() -> dict[str, str]:
    """A word of one country → its code, for names, capitals and demonyms."""
    out: dict[str, str] = {}
    for line in load_list("countries"):
        code, *fields = line.split("|")
        for field in fields:
            for name in field.split(";"):
                if name and " " not in name:
                    out.setdefault(name.lower(), code)
                    out.setdefault(name.lower() + "s", code)
    return out


def country_told(doc: Doc) -> str | None:
    """The country that a text names most often, the first of them where several are named as often."""
    words, count = country_words(), dict[str, int]()
    for code in filter(None, map(words.get, doc.low[:_READ])):
        count[code] = count.get(code, 0) + 1
    return max(count, key=count.__getitem__) if count else None
