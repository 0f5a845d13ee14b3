"""What the stages hand to one another: mutable drafts over tokens. They are frozen once, at the end (`pipeline`).

`first`/`last` are token indices, end exclusive; `start`/`end` are character offsets. Actors are named by their index in the list.
Drafts are compared by identity (and generated methods that nobody calls would cost start-up).
"""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.records import field, record
from newsfacts.report import Num


@record
class Timex:
    """A temporal expression; `value` and what follows are set by `dates.resolve`."""

    first: int
    last: int
    start: int
    end: int
    type: str  # DATE TIME DURATION SET
    value: str | None = None
    from_: str | None = None
    to: str | None = None
    mod: str | None = None
    resolved: str = "none"  # explicit relative context none
    raw: object = None  # the unresolved reading, private to `dates`


def timed(timexes: list[Timex], first: int, last: int) -> bool:
    """Whether one of the times, in text order, stands in some of the tokens first..last."""
    k = bisect_left(timexes, last, key=lambda t: t.first)
    return k > 0 and timexes[k - 1].last > first


@record
class Number:
    """A quantity: the whole phrase (modifier, number, unit or counted noun) and the bare number in it."""

    first: int
    last: int
    nfirst: int
    nlast: int
    start: int
    end: int
    nstart: int
    nend: int
    value: Num | None
    low: Num | None
    high: Num | None
    modifier: str = "exact"
    unit: str | None = None  # ISO 4217, unit name, percent, fraction
    noun: str | None = None  # lemma of the counted noun
    head: int = -1  # token of the counted noun (last word of a compound), -1: none, left out
    kind: str = "count"  # count measure money percent fraction age duration
    each: bool = False  # "307 each", "50 on either side"
    whole: int = -1  # index of the number of which this is a part: "139 of the 176"
    more: bool = False  # "two more", "another five"
    becomes: int = -1  # index of the number to which this one changed: "rose from 12 to 15"
    moved: tuple[Num, Num] | None = None  # the old and the new number of a range told as a change: "rose from $5 to $7"
    item: tuple[int, str | None] | None = None  # private to claims: the head and its item, once asked for


@record
class MentionDraft:
    """A mention of an actor; form: name short role pronoun."""

    first: int
    last: int
    start: int
    end: int
    form: str = "name"


@record
class ActorDraft:
    """A person, organization, country, place or group with all its mentions, in text order."""

    name: str
    kind: str
    role: str | None = None
    country: str | None = None
    mentions: list[MentionDraft] = field(default_factory=list)
    capital: str | None = None  # for a capital that stands for its government: the country's name


@record
class Actors:
    """All actors, and where they are mentioned."""

    list: list[ActorDraft]
    at: dict[int, int]  # first token of a mention → actor
    mention_at: dict[int, MentionDraft]  # first token of a mention → mention


@record
class QuoteDraft:
    """A content with its speaker; kind: direct mixed indirect. `parts` are character spans without the marks."""

    start: int
    end: int
    parts: list[tuple[int, int]]
    kind: str
    speaker: int | None = None  # actor
    speaker_text: str | None = None  # where no actor stands for the speaker: the words ("a person familiar with the talks")
    cue: str | None = None  # the reporting words as they stand ("said", "according to")
    cue_at: tuple[int, int] | None = None
    stance: str | None = None  # said confirmed claimed admitted denied estimated
    via: int | None = None  # actor who passes it on
    via_text: str | None = None
    passed_on: tuple[int, int] | None = None  # the tokens that tell it: ", as quoted by the agency"


@record
class ClaimDraft:
    """A number with its event; everything that `relate` settles is filled in later."""

    number: Number | None
    start: int
    end: int
    first: int
    last: int
    sentence: int
    event: str
    item: str
    item_text: str
    value: Num | None
    low: Num | None
    high: Num | None
    modifier: str
    rule: str
    unit: str | None = None
    trigger: tuple[int, int] | None = None  # tokens
    clause: tuple[int, int] = (0, 0)  # tokens
    agents: list[int] = field(default_factory=list)
    agent: str | None = None
    affiliation: str | None = None
    target: str | None = None
    instrument: str | None = None
    place: str | None = None
    timex: Timex | None = None
    source: str | None = None
    source_actor: int | None = None
    via: str | None = None
    cue: str | None = None
    stance: str | None = None
    modality: str = "asserted"
    each: bool = False
    status: str | None = None
    was: Num | None = None
    part_of: ClaimDraft | None = None
    repeats: ClaimDraft | None = None
    revises: ClaimDraft | None = None
    contradicts: list[ClaimDraft] = field(default_factory=list)
    quote: int | None = None
    pending: str | None = None  # private to roles and relate: the pronoun that stands for the agent
    loser: int | None = None  # private to roles and relate: the actor who "lost" or "suffered" them


@record
class FindingDraft:
    """What does not add up; `facts` are drafts of this report."""

    code: str
    message: str
    start: int
    end: int
    facts: list[object] = field(default_factory=list)
