"""Who speaks in a whole text: the author of a published speech, a bulletin, a report of an authority, a signed post."""

from __future__ import annotations

import re

from newsfacts.actors import side_of
from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.late import late
from newsfacts.sources.words import words
from newsfacts.tokens import Doc

_TITLE = 30  # tokens of a line above a text
_BODY = 7  # tokens of its name and of what parts it from the rest
_OFFICE = 14  # tokens of an office behind a name
_HEAD = 6  # lines above a release
_MOST = 14  # tokens of a line that names a press office
_WHO_SPOKE = 12  # tokens from "what was said by" to the name
_RELEASE = late(r"\W*(?:(?:press|news|media) (?:release|statement)|for immediate release)\b", re.I)
_NUMBERED = late(r"\d{4}-\d\d-[A-Z]{1,2}-\d+\b|(?:No|Nr|Ref)\b\W*\d[\d/.-]*\W*\Z")  # 2024-05-S-032, No. 12/2024
_FOLLOW = late(r"[ .]*(?:\Z|\n|\W*(?:subscribe|follow|@|https?:|t\.me))", re.I)


def author(doc: Doc, actors: Actors) -> QuoteDraft | None:
    """Who speaks in the whole text: "Address by President Olha Marn" above it, or an authority's name alone as its signature."""
    heading = _heading(doc, actors)
    if heading is None:
        heading = _report_of(doc, actors)
    if heading is None:
        heading = _reports_on(doc, actors)
    if heading is None:
        heading = _spokesperson(doc, actors)
    if heading is None and not words["first person"].isdisjoint(doc.keys):
        signs = (_officer(doc, actors, *sent) for sent in [*doc.sents[:2], *doc.sents[-2:]])
        heading = next((head for head in signs if head is not None), None)
    if heading is not None:
        return QuoteDraft(0, 0, [], "indirect", heading, None, None, None, "said")
    if (body := _body_in_heading(doc)) is not None:
        return QuoteDraft(0, 0, [], "indirect", None, body, None, None, "said")
    if (who := _released(doc, actors) or _of_office(doc, actors)) is not None:
        return QuoteDraft(0, 0, [], "indirect", *who, None, None, "said")
    for first, last in doc.sents[:3]:
        if last - first > _TITLE or doc.low[last - 1] in (".", ":", "?", "!"):
            break
        for at in range(first, last - 2):
            apart = at == first or doc.low[at - 1] in words["before a speech"]
            if apart and doc.low[at] in words["speeches"] and doc.low[at + 1] in ("by", "attributable"):
                begin = at + 2 + (doc.low[at + 1] != "by")
                who = _speaker(doc, actors, begin, last)
                if who:
                    return QuoteDraft(0, 0, [], "indirect", *who, doc.words(at, begin), None, "said")
    for first, last in [*doc.sents[:4], *doc.sents[-4:]]:
        signed = _signature(doc, actors, first, last) if last - first <= 12 else None
        if signed:
            return QuoteDraft(0, 0, [], "indirect", *signed, None, None, "said")
    return None


def _heading(doc: Doc, actors: Actors) -> int | None:
    """The actor whose bulletin or post a text is by its first line: "Ministry of Defence: daily bulletin, May 3", "Governor Tarn on
    Telegram"."""
    if not doc.sents or words["bulletins"].isdisjoint(doc.keys):
        return None
    first, last = doc.sents[0]
    if last - first > _TITLE or not doc.opens_line(last):
        return None
    nameless = words["in headings"] | words["bulletins"] | words["of the day"]
    named = [t for t in range(first, last) if t in actors.at and not nameless.issuperset(doc.low[t:actors.mention_at[t].last])]
    who = next((actors.at[t] for t in named if actors.list[actors.at[t]].kind in ("organization", "person", "group")), -1)
    opens = words["in headings"] | words["bulletins"]
    if who < 0 or words["bulletins"].isdisjoint(doc.low[first:last]):
        return None
    if named[0] > first + 2 and not opens.issuperset(doc.low[first:named[0]]):
        return None
    covered = {t for m in named for t in range(m, actors.mention_at[m].last)}
    rest = [doc.low[t] for t in range(named[0], last) if t not in covered]
    plain = words["in headings"] | words["bulletins"]
    if actors.list[who].kind == "person":  # Governor of Karo region Ivo Tarn: morning update
        plain |= words["office holders"] | words["regions"] | {"head"}
    return who if all(word in plain or not word[:1].isalpha() for word in rest) else None


def _body_in_heading(doc: Doc) -> str | None:
    """The words for the body that a first line puts before its bulletin: "DEFENCE INTELLIGENCE – UPDATE ON NORLAND – 3 May 2025"."""
    if not doc.sents or words["bulletins"].isdisjoint(doc.keys):
        return None
    first, last = doc.sents[0]
    dash = next((t for t in range(first + 1, min(first + _BODY, last)) if doc.low[t] in ("-", "–", "—", ":")), -1)
    if dash < 0 or not doc.opens_line(last) or doc.glued(dash - 1) or words["bulletins"].isdisjoint(doc.low[dash:last]):
        return None
    head = doc.forms[first:dash]
    if not (words["authorities"] | {"intelligence"}).isdisjoint(doc.low[first:dash]) and all(
            form[0].isupper() or form.strip() in words["small in names"] for form in head):
        return doc.words(first, dash).title() if doc.words(first, dash).isupper() else doc.words(first, dash)
    return None


def _report_of(doc: Doc, actors: Actors) -> int | None:
    """The authority whose report the first line names: "Report of the Ministry of Defence for 3 May"."""
    if not doc.sents or words["reported by"].isdisjoint(doc.keys):
        return None
    first, last = doc.sents[0]
    if last - first > _TITLE or not doc.opens_line(last):
        return None
    for at in range(first, min(first + 3, last - 2)):
        if doc.low[at] in words["reported by"] and doc.low[at + 1] in ("of", "by", "from"):
            named = next((t for t in range(at + 2, min(at + 4, last)) if t in actors.at), -1)
            if named < 0 or actors.list[actors.at[named]].kind != "organization":
                return None
            end = actors.mention_at[named].last
            closed = end >= last or doc.low[end] in words["after a reporter"] and (doc.low[at + 1] == "of" or doc.low[end] in "(,:")
            return actors.at[named] if closed and not words["authorities"].isdisjoint(doc.low[named:end]) else None
    return None


def _reports_on(doc: Doc, actors: Actors) -> int | None:
    """The authority that a first line tells to report: "The Ministry of Defence reports on the progress of the operation (3 May)"."""
    if not doc.sents or {"reports", "informs"}.isdisjoint(doc.keys):
        return None
    first, last = doc.sents[0]
    start = next((t for t in range(first, min(first + 4, last)) if t in actors.at), -1)  # the Norlandic Ministry
    if last - first > _TITLE or not doc.opens_line(last) or start < 0:
        return None
    end, who = actors.mention_at[start].last, actors.at[start]
    told = doc.low[end] in ("reports", "informs") and doc.low[end + 1:end + 2] in (["on"], ["about"])
    official = actors.list[who].kind == "organization" and not words["authorities"].isdisjoint(doc.low[start:end])
    return who if told and official else None


def _officer(doc: Doc, actors: Actors, first: int, last: int) -> int | None:
    """The person whose name and office are a line of a post that speaks of "us": "Ivo Tarn, head of the Karo administration"."""
    while first < last and not doc.low[first][:1].isalpha():
        first += 1
    begin = next((t for t in range(first, min(last, first + 5)) if t in actors.at), first)
    actor = actors.at.get(begin)
    if actor is None or actors.list[actor].kind != "person" or not doc.opens_line(last):
        return None
    end = actors.mention_at[begin].last
    office = doc.low[end:last]
    if len(office) > _OFFICE or office and (office[0] not in ",-–—/|" or office[-1] in (".", "!", "?", ":")):
        return None
    if begin > first:  # Governor Ivo Tarn, official channel
        holds = not words["office holders"].isdisjoint(doc.low[first:begin]) and not words["post marks"].isdisjoint(office)
    else:
        holds = not words["office holders"].isdisjoint(office)
    others = words["relatives"] | words["press"] - words["post marks"]
    return actor if holds and others.isdisjoint(office) else None


def _spokesperson(doc: Doc, actors: Actors) -> int | None:
    """The person whom a briefing names above what is said: "Spokesperson for the Velm Office: Olha Marn", "This is a summary of what was
    said by Velm Aid spokesperson Olha Marn"."""
    if words["spokespersons"].isdisjoint(doc.keys):
        return None
    for first, last in doc.sents[:4]:
        line = doc.low[first:last]
        if line[0] in words["spokespersons"] and ":" in line[:_MOST]:
            begin = first + line.index(":") + 1
        elif "said" in line and line[(at := line.index("said")) - 2:at + 2] == ["what", "was", "said", "by"]:
            begin = first + at + 2
        else:
            continue
        named = next((t for t in range(begin, min(begin + _WHO_SPOKE, last)) if t in actors.at and (
            actors.list[actors.at[t]].kind == "person")), -1)
        end = actors.mention_at[named].last if named > 0 else last
        if named > 0 and (line[0] not in words["spokespersons"] or named == begin and (end >= last or doc.low[end] in (".", ",", "("))):
            return actors.at[named]
    return None


def _released(doc: Doc, actors: Actors) -> tuple[int | None, str | None] | None:
    """The body above a release: a line "Karo Fire Service - Norland" over or under "For immediate release" or the release's number."""
    head = [sent for sent in doc.sents[:_HEAD] if sent[1] - sent[0] <= _TITLE]
    told = [doc.words(*sent) for sent in head]
    marked = not doc.keys.isdisjoint(("release", "statement")) and any(map(_RELEASE.search, told))
    for k, (first, last) in enumerate(head):
        numbered = any(map(_NUMBERED.match, told[max(0, k - 1):k + 2]))
        if not marked and not numbered or first and not doc.opens_line(first):
            continue
        if (match := _RELEASE.match(told[k])) is not None:
            first += len(match[0].split())
            while first < last and (not doc.low[first][0].isalpha() or doc.low[first] in words["after a release"]):
                first += 1
        if first < last and (who := _letterhead(doc, actors, first, last)) is not None:
            return who
    return None


def _letterhead(doc: Doc, actors: Actors, first: int, last: int) -> tuple[int | None, str | None] | None:
    """The body that a line names, and nothing else than where and when."""
    small = words["small in names"]
    end = next((t for t in range(first, last) if not doc.low[t][:1].isalpha() and doc.low[t] not in small), last)
    title = (first, last) == doc.headline and doc.low[end:end + 1] == [","]
    if end <= first or title or any(doc.forms[t][:1].islower() for t in range(end, last)):
        return None
    who = actors.at.get(first)
    if who is not None and actors.mention_at[first].last == end and actors.list[who].kind == "organization":
        return who, None
    if not all(doc.forms[t][:1].isupper() or doc.low[t] in small for t in range(first, end)) or doc.low[end - 1] in small:
        return None
    head = next((t for t in range(first + 1, end) if doc.low[t] in ("of", "for")), end) - 1
    named = end - first > 1 and any(doc.low[head] in words[kind] for kind in ("authorities", "offices"))
    return (None, doc.words(first, end)) if named else None


def _of_office(doc: Doc, actors: Actors) -> tuple[int | None, str | None] | None:
    """The body whose press office stands alone on one of the first or last lines: "Press service of the Karo police"."""
    if doc.keys.isdisjoint(("press", "media")):
        return None
    for first, last in [*doc.sents[:4], *doc.sents[-4:]]:
        while last > first and not doc.low[last - 1][:1].isalpha():
            last -= 1
        at = next((t for t in range(first, last - 1) if doc.low[t] in ("press", "media") and doc.low[t + 1] in words["press offices"]), -1)
        if last - first > _MOST or at < 0 or not doc.opens_line(first) or not set(doc.low[first:at]) <= words["articles"]:
            continue
        begin = at + 2
        while begin < last and doc.low[begin] in words["after an office"]:
            begin += 1
        if begin > at + 2 and begin < last and (who := _letterhead(doc, actors, begin, last)) is not None:
            return who
    return None


def _speaker(doc: Doc, actors: Actors, first: int, last: int) -> tuple[int | None, str | None] | None:
    """The person (actor, or words of an office) named after "Speech by", where no verb follows ("Speech by the mayor draws 500")."""
    for token in range(first, min(last, first + _OFFICE)):
        actor = actors.at.get(token)
        if actor is not None and actors.list[actor].kind == "person":
            end = actors.mention_at[token].last
            return (actor, None) if end >= last or doc.low[end] in words["after a speaker"] else None
    first += doc.low[first] in words["articles"]
    last = next((t for t in range(first + 1, last) if doc.low[t] in words["on what"]), last)
    if not any(doc.forms[t][0].islower() and doc.low[t] not in words["small in names"] | {"for"} for t in range(first, last)):
        return None, doc.words(first, last)  # the President of Norland; the Spokesperson for the Secretary-General on Norland
    return None


def _signature(doc: Doc, actors: Actors, first: int, last: int) -> tuple[int | None, str | None] | None:
    """The authority (actor, or words) whose name is all of a line, or is followed on it by a call to follow the channel."""
    if words["authorities"].isdisjoint(doc.low[first:last]) or not doc.opens_line(first):
        return None
    while first < last and not doc.low[first][:1].isalpha():
        first += 1
    while last > first and not doc.low[last - 1][:1].isalpha():
        last -= 1
    found = [(t, actors.at[t], actors.mention_at[t].last) for t in range(first, last) if t in actors.at]
    if not found or actors.list[found[0][1]].kind != "organization":
        return None
    named = {t for a, _, b in found for t in range(a, b)}
    others = [t for t in range(found[0][0], last) if t not in named and doc.low[t] not in words["small in names"]]
    if not all(doc.forms[t].strip().isupper() for t in others):
        return None
    name = actors.list[found[0][1]].name
    whole = doc.words(first, last)
    owner = doc.words(first, found[0][0])
    if owner and not name.startswith(owner) and side_of(owner) is None:
        return None  # neither its possessor nor its country
    after = _FOLLOW.match(doc.text, doc.ends[last - 1])
    return None if after is None else (found[0][1], None) if whole in (name, doc.words(found[0][0], found[0][2])) else (None, whole)
