"""What a time is: a day or a few that may be carried on, a week, the head of a bulletin, how far from a day."""

from __future__ import annotations

from bisect import bisect_right

from newsfacts.claims.roles.scene import words_of
from newsfacts.dates.calendar import ordinal
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.tokens import Doc

_WEEK = 8  # characters: 2025-W10
_SHORT = ("P1D", "PT24H", "P2D", "PT48H", "P3D", "PT72H", "P7D", "P1W")  # windows that may be carried on
_DAILY = ("P1D", "PT24H")
_AFTER_LINE = frozenset(":–—-")  # VELM, Norland – In the past seven days
_OPENS = 4  # tokens of a sentence before a window that holds for the sentences after
_ENDED = frozenset(".!?\"”’")
_POINTS = ("•", "·", "▪", "●", "*")
_VISIT = 6  # tokens from "visited" to the time
_DIED = 9  # tokens of "died in hospital"
_OVER = ("of", "over", "about", "against", "for")
_OF_VOTE = 4  # tokens of "'s disputed presidential election"
_WIDE = 80  # tokens of a sentence that matter on either side of a claim


def day(doc: Doc, t: Timex) -> bool:
    """Whether a time is a day or a few, fit to be carried on."""
    if t.type == "DURATION":  # in the past 24 hours, ...
        line = doc.sentence_of(t.first)
        opens = t.first - doc.sents[line][0] < _OPENS or not _AFTER_LINE.isdisjoint(doc.low[t.first - 3:t.first])
        # Norland's raids killed nine over the past day
        opens = opens or doc.headline is not None and t.value in _DAILY and line <= doc.lead(1)
        return opens and t.value in _SHORT
    before = doc.low[t.first - 1] if t.first else ""
    hour = before == "by" and (t.value or "")[11:12].isdigit() and t.resolved == "context"  # but: by 8 p.m. on Thursday
    if t.type == "TIME" and (hour or before in ("until", "till", "to")):
        return False  # had shot down 71 by 9 a.m., went on until dawn
    week = t.value is not None and len(t.value) == _WEEK and "W" in t.value
    return (t.to is not None or t.from_ is None) and t.value is not None and len(t.value) > 7 and not week


def week(t: Timex) -> bool:
    return t.value is not None and len(t.value) == _WEEK and "W" in t.value and t.to is not None


def alone(doc: Doc, t: Timex) -> bool:
    """Whether a time is told as that of a part alone: "on Saturday alone, 3,400 came"."""
    return doc.low[t.last:t.last + 1] == ["alone"]


def of_a_vote(doc: Doc, t: Timex) -> bool:
    """Whether a time is only that of a vote or an accord: "protests against the result of Sunday's presidential election"."""
    behind = doc.low[t.last:t.last + _OF_VOTE]
    named = behind[:1] == ["'s"] and not words_of("landmarks").isdisjoint(behind)
    return named and doc.low[t.first - 1] in _OVER


def visiting(doc: Doc, t: Timex) -> bool:
    """Whether a time is that of a visit or a funeral: "the governor visited the town on Monday"."""
    near = doc.low[max(doc.sents[doc.sentence_of(t.first)][0], t.first - _VISIT):t.first]
    return not words_of("visiting").isdisjoint(near)


def late_death(doc: Doc, t: Timex) -> bool:
    """Whether a time is that on which one hurt before died: "a nurse died of her wounds on Monday", "died in hospital this morning"."""
    first, last = doc.sents[doc.sentence_of(t.first)]
    near = doc.low[max(first, t.first - _DIED):min(last, t.last + _DIED)]
    return not words_of("dies").isdisjoint(near) and (
        "succumbed" in near or "in hospital" in (told := " ".join(near)) or any(
            f"{of} {whose} {wounds}" in told for of in ("of", "from") for whose in ("his", "her", "their", "the")
            for wounds in ("wounds", "injuries", "burns")))


def bodies_found(doc: Doc, t: Timex) -> bool:
    """Whether a time is that on which the dead of something before were found: "recovered three more bodies this morning"."""
    first, last = doc.sents[doc.sentence_of(t.first)]
    near = doc.low[max(first, t.first - _DIED):min(last, t.last + _DIED)]
    return not words_of("corpses").isdisjoint(near) and not words_of("recovers").isdisjoint(near)


def apart(t: Timex, now: str) -> int:
    """The days from the end of a time to a day, 0 where one of them is not told."""
    return ordinal(*map(int, now.split("-"))) - ordinal(*map(int, t.to.split("-"))) if t.to and now else 0


def heads(doc: Doc, t: Timex) -> bool:
    """Whether a time stands in a line that is no sentence, as the date of a bulletin does: "Evening update, May 14, 2026"."""
    end = doc.sents[doc.sentence_of(t.first)][1]
    return doc.low[end - 1] not in _ENDED and doc.opens_line(end)


def spoken(doc: Doc, t: Timex, until: int) -> bool:
    """Whether a time stands in direct speech that ends before a token."""
    begin = doc.paras[max(0, bisect_right(doc.paras, (t.first, 1 << 60)) - 1)][0]
    before, after = doc.low[begin:t.first], doc.low[t.last:until]
    return before.count('"') % 2 == 1 and '"' in after or before.count("“") > before.count("”") and "”" in after


def point(doc: Doc, token: int) -> bool:
    """Whether a token stands in a point of a list."""
    return doc.low[doc.paras[max(0, bisect_right(doc.paras, (token, 1 << 60)) - 1)][0]] in _POINTS


def paragraph(doc: Doc, claim: ClaimDraft) -> int:
    return bisect_right(doc.paras, (claim.first, 1 << 60)) - 1


def window(doc: Doc, claim: ClaimDraft) -> tuple[int, int]:
    """The claim's sentence, or what of a very long one is near."""
    first, last = doc.sents[claim.sentence]
    return max(first, claim.first - _WIDE), min(last, claim.last + _WIDE)
