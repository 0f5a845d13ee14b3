"""How who did it is named, alone or with others; and who is named beside an event: who gave it; who was only between, or crashed."""

from __future__ import annotations

from newsfacts.actors.datelines import opens_sentence
from newsfacts.claims.people import table as people
from newsfacts.claims.roles.attackers import tried_over
from newsfacts.claims.roles.naming import AGAIN, NOBODY, begin, named, side_word, sole_name, stand_in
from newsfacts.claims.roles.scene import TAGGER, called, words_of
from newsfacts.claims.roles.selfnamed import name_told, whose_men
from newsfacts.claims.roles.subjects import FAR, by_phrase, lemma, speaks, subject
from newsfacts.drafts import ClaimDraft
from newsfacts.sources.words import verbs as speech
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_LEADS = frozenset("lead conduct mount stage".split())
_OPERATIONS = frozenset("operation operations mission missions convoy sweep".split())
_NAMED = 6  # tokens from "identified" to "as"
_SIDES = 9  # chunks
_MORE = 4  # things listed behind the first
_GIFT = 4  # tokens behind a sum in which "from" is looked for
_FIRED = frozenset(("drone", "missile", "rocket", "bomb", "shell"))
_RIDDEN = frozenset("vehicle armoured_vehicle tank ship".split())
_TO_A_MINE = 6  # tokens from "hit" to "mine"
_CHARGES = frozenset(("bomb", "device", "explosive"))
_BY_THE_ROAD = frozenset(("roadside", "explosive", "-", "remote", "buried"))
_MINE_ENDS = frozenset(", . ; and near".split())
_SAVED = ("rescued", "evacuated")
_SERVICES = frozenset("navy army police military coastguard".split())
_FORCES = (["coast", "guard"], ["air", "force"], ["border", "guard"], ["fire", "service"])
_CARRIERS = ("ship", "aircraft", "helicopter", "vehicle")
_CRAFT = ("ship", "aircraft", "helicopter", "drone")
_MEMBERS = ("members", "supporters", "followers")
_ALLIED = frozenset("allied affiliated aligned loyalist".split())
_FIGHTING = frozenset("forces troops militias militia fighters groups factions militiamen".split())
_BRANCHES = frozenset("artillery aviation drones gunners jets warplanes missiles rocketry".split())
_ARTICLES = ("a", "an", "the", "another")


def giver(context: Context, claim: ClaimDraft) -> int | None:
    """The chunk of who is named with "from" behind a sum and its noun: "a $3 million grant from the Norland fund"."""
    low, first = context.doc.low, claim.last
    at = context.chunks.at(claim.trigger[0]) if claim.trigger else 0
    if context.chunks.string[at + 1:at + 2] in ("A", "N") and lemma(context, at) == "ask" and low[context.chunks.lasts[at + 1]] == "for":
        return at + 1  # asked Norland for an extra 50 million euros
    if context.chunks.string[at + 1:at + 2] == "U" and lemma(context, at) == "ask" and low[context.chunks.firsts[at + 1]] in ("it", "them"):
        asked = len(context.chunks.string[:at].rstrip("zDc&,")) - 1
        named_so = context.chunks.string[asked] in "AN" and context.doc.forms[context.chunks.lasts[asked] - 1][0].isupper()
        if named_so:
            return asked  # thanked Norland but asked it once more for two batteries
    behind = context.chunks.at(claim.last - 1) + 1
    if context.chunks.string[behind:behind + 2] == "Pb" and lemma(context, behind) in words_of("gives_away"):
        return by_phrase(context.chunks.string, behind)  # received six jets pledged by Norland
    if claim.trigger and low[claim.trigger[1]:claim.trigger[1] + 1] == ["from"] and context.chunks.string[at] == "E":
        return context.chunks.at(claim.trigger[1] + 1 + (low[claim.trigger[1] + 1] == "the"))  # a package from Norland holds nine tanks
    for _ in range(_MORE):  # received 60 tanks and 14 howitzers from Norland
        listed = context.number_at.get(context.chunks.at(first + 1)) if low[first:first + 1] in (["and"], [","]) else None
        if listed is None or listed.first != first + 1 or claim.item == "money":
            break
        first = listed.last
    end = low.index("from", first, first + _GIFT) if "from" in low[first:first + _GIFT] else -1
    if end < 0 or any(not word.isalpha() for word in low[first:end]):
        return None
    return context.chunks.at(end + 1 + (low[end + 1:end + 2] == ["the"]))


def accident(context: Context, who: int, at: int) -> bool:
    """Whether what killed did so by mishap: "a plane crashed, killing 38"; not who sank two ships."""
    if context.rules.items.get(context.doc.low[context.chunks.lasts[who] - 1]) in _FIRED:
        return False  # a Norlandic drone crashed into a school
    near = range(who + 1, min(at, who + _SIDES))
    string = context.chunks.string
    low, lasts = context.doc.low, context.chunks.lasts
    if any(string[i] in "VPvp" and low[lasts[i]:lasts[i] + 1] == ["fire"] and lemma(context, i) == "catch" for i in near):
        return True  # a ferry caught fire, killing 38
    if any(string[i] in "VPvp" and lemma(context, i) in words_of("mishaps") and string[i + 1] not in "QNA" for i in near):
        return True
    return any(string[i] in "VPvp" and _onto_a_mine(context, who, i) for i in near)


def _onto_a_mine(context: Context, who: int, verb: int) -> bool:
    """Whether the verb at a chunk tells that a vehicle, a ship or a patrol ran into a mine: "an army truck hit a roadside bomb"."""
    low, chunks = context.doc.low, context.chunks
    subject_noun = low[chunks.lasts[who] - 1]
    if lemma(context, verb) not in words_of("runs_into") or not (
            context.rules.items.get(subject_noun) in _RIDDEN or subject_noun in words_of("on_patrol")):
        return False
    end = chunks.lasts[verb]
    behind = low[end:end + _TO_A_MINE]
    laid = next((k for k, word in enumerate(behind) if word in words_of("mines")), -1)
    if laid < 0:
        laid = next((k for k in range(1, len(behind)) if behind[k] in _CHARGES and behind[k - 1] in _BY_THE_ROAD), -1)
    return laid >= 0 and _MINE_ENDS.isdisjoint(behind[:laid])


def between(context: Context, chunk: int) -> bool:
    """Whether a noun is the second of "fighting between the army and rebels"."""
    string, chunks = context.chunks.string, context.chunks
    for i in range(chunk - 1, max(-1, chunk - _SIDES), -1):
        if string[i] in ".;VvIiB" and string[i - 1:i] != "-":  # but: Norland-led forces
            return False
        if context.doc.low[chunks.firsts[i]] == "between":
            if context.doc.low[chunks.firsts[chunk]] in ("two", "both"):
                return True  # a war between the two countries
            return "&" in string[i:chunk] and "D" not in string[i:i + 3]  # between May 3 and May 8, rebels and bandits killed
    return False


def left_over(string: str, at: int, skipped: str) -> int:
    """The nearest chunk before `at` that is none of the skipped ones; -1 where none is near."""
    least = max(-1, at - FAR)
    left = at - 1
    while left > least and string[left] in skipped:
        left -= 1
    return left if left > least or left < 0 else -1


def _performer(context: Context, chunk: int) -> int | None:
    """Who led or ended the attack or operation that a chunk names, or fired the weapon: the subject of the verb before it."""
    string, chunks = context.chunks.string, context.chunks
    if string[chunk] not in "NEQ" or TAGGER[context.doc.forms[chunks.lasts[chunk] - 1]] not in "aw":
        return None
    left = left_over(string, begin(context, chunk) if string[chunk] != "Q" else chunk, "zDM")
    if left > 0 and string[left] == "N" and context.doc.low[chunks.firsts[left]] in _ARTICLES:
        left -= 1  # a three-day operation
    if left < 0 or string[left] not in "VPGvpg" or lemma(context, left) not in words_of("performs"):
        return None
    return subject(context, left)


def _with_which(context: Context, chunk: int) -> int | None:
    """Who answered or hit a town "with 40 sorties that destroyed nine bridges", "with mortar fire that": the subject of the verb."""
    string, chunks = context.chunks.string, context.chunks
    head = context.doc.low[chunks.lasts[chunk] - 1]
    armed = string[chunk] == "N" and (TAGGER[head] == "w" or head == "fire")
    if string[chunk] not in "EQ" and not armed or string[chunk - 1] != "h" or string[chunk + 1:chunk + 3].lstrip(",")[:1] != "r" or (
            not armed and TAGGER[context.doc.forms[chunks.lasts[chunk] - 1]] != "a"):
        return None
    left = left_over(string, chunk - 1, "zDNA")
    if left < 0 or string[left] not in "VvPp":
        return None
    return subject(context, left) if (lemma(context, left) in words_of("strikes_with") if armed else not speaks(context, left)) else None


def _joined_by(context: Context, chunk: int) -> int | None:
    """The last chunk of the next noun of "by Norland, Sudland and the army"; none in "by rebels, and their homes burned"."""
    string = context.chunks.string
    at = chunk + 1
    listed = string[at:at + 1] == "," and string[at + 1:at + 2] == "A" and string[at + 2:at + 3] in ("&", ",")
    if string[at:at + 1] != "&" and not listed:
        return None
    at += 1
    at += string[at:at + 1] == "z" and context.doc.low[context.chunks.firsts[at]] == "the"  # by the army and the VLF
    while string[at:at + 1] in ("N", "A") and string[at + 1:at + 2] in ("N", "A"):
        at += 1
    ends = string[at + 1:at + 2] in ("", ".", ";", ",", "z", "D", "&")
    return at if string[at:at + 1] in ("N", "A") and ends else None


def _body(context: Context, chunk: int) -> int:
    """The end of the body that "members" of a chunk are of, 0 without one: "of a gang", "of the pro-Norland forces"."""
    string, chunks = context.chunks.string, context.chunks
    at = chunk + 2
    if string[chunk + 1:chunk + 2] != "o" or string[at:at + 1] not in ("N", "A"):
        return 0
    while string[at + 1:at + 2] in ("N", "A") or string[at + 1:at + 2] == "-" and string[at + 2:at + 3] in ("N", "A"):
        at += 1 + (string[at + 1] == "-")
    return chunks.lasts[at]


def _with_allies(context: Context, chunk: int) -> tuple[str, list[int]] | None:
    """(name, actors) of a side and those who fight for it: "the army and allied militias", "pro-Norland and affiliated forces"."""
    chunks, low, at = context.chunks, context.doc.low, context.actors.at
    end = chunks.lasts[chunk]
    joined = end if low[end:end + 1] == ["and"] and low[end + 1:end + 2] and low[end + 1] in _ALLIED else end - 3
    if joined < 1 or low[joined] != "and" or low[joined + 1] not in _ALLIED or low[joined + 2] not in _FIGHTING:
        return None
    first = joined - 1
    mention = next((t for t in range(first, max(-1, first - 4), -1) if t in at and context.actors.mention_at[t].last == joined), -1)
    first = mention if mention >= 0 else first
    if first > 1 and low[first - 1] == "-" and context.doc.glued(first - 1):
        first -= 2
    elif mention < 0 and not (context.doc.forms[first][0].isupper() or low[first] in _FIGHTING | words_of("agents")):
        return None
    if chunks.string[one := chunks.at(first)] in "NA":
        first = min(first, chunks.firsts[begin(context, one)])
        first += low[first] in _ARTICLES
    text = context.doc.words(first, joined + 3)
    opens = opens_sentence(context.doc, first) and mention < 0 and first + 1 == joined and low[first] in (
        words_of("agents"))
    return (text[0].lower() + text[1:] if opens else text), [at[mention]] if mention >= 0 else []


def _sent_by(context: Context, claim: ClaimDraft, chunk: int) -> tuple[str, list[int]] | None:
    """(name, actors) of those whose craft help, take or bring: "boats sent by the navy", "a helicopter of the coast guard"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    end = chunks.lasts[chunk]
    if claim.event not in words_of("ferried") or context.rules.items.get(low[end - 1]) not in _CARRIERS:
        return None
    if string[chunk + 1:chunk + 3] in ("Pb", "pb") and lemma(context, chunk + 1) in words_of("dispatches"):
        by = by_phrase(string, chunk + 1)
        return named(context, by) if by is not None else None
    if low[end:end + 1] in (["of"], ["from"]):
        who = context.actors.at.get(end + 1 + (low[end + 1:end + 2] == ["the"]))
        if who is not None and context.actors.list[who].kind in ("organization", "group"):
            return called(context.actors.list[who]), [who]
    return None


def owner_in(context: Context, at: int) -> str | None:
    """Whose deed a chunk names: "the rebels' release of six soldiers"; not "the hostages' release"."""
    first, last, low = context.chunks.firsts[at], context.chunks.lasts[at], context.doc.low
    mark = next((t for t in range(last - 2, first, -1) if low[t] in ("'s", "'", "’s", "’")), -1)
    if mark < 0 or low[last:last + 1] != ["of"]:
        return None
    acts = low[mark - 1] in words_of("agents") or low[mark - 1] in words_of("outlaws")
    first += low[first] in ("the", "a", "an")
    return context.doc.words(first, mark) if acts and first < mark else None


def _arms_of(context: Context, chunk: int) -> tuple[str, list[int]] | None:
    """(name, actors) of a side's arms that act together: "Norland's Air Force, missile troops and artillery"."""
    string, chunks, doc = context.chunks.string, context.chunks, context.doc
    if string[chunk - 1] != "&" or doc.low[chunks.lasts[chunk] - 1] not in _BRANCHES or string[chunk - 2] not in "NA":
        return None
    one = begin(context, chunk - 2)
    while one > 1 and string[one - 1] == "," and string[one - 2] in "NA":
        one = begin(context, one - 2)
    if string[one - 1:one] not in ("", ".", "c"):
        return None
    first = chunks.firsts[one] + (doc.low[chunks.firsts[one]] in _ARTICLES)
    who = context.actors.at.get(first)
    if who is None and side_word(context, first):
        return doc.words(first, chunks.lasts[chunk]), []  # Norlandic aviation, missile troops and artillery
    if who is None or context.actors.list[who].kind not in ("country", "organization", "group"):
        return None
    return doc.words(first, chunks.lasts[chunk]), [who]


def _opens(string: str, chunk: int) -> bool:
    """Whether nothing but when and where stands before a chunk in its sentence."""
    return not string[string.rfind(".", 0, chunk) + 1:chunk].strip("zD,")


def _bands(context: Context, actors: list[int]) -> bool:
    """Whether all named so are groups or bodies, no persons or lands."""
    return _kinds(context, actors) <= {"group", "organization"}


def _kinds(context: Context, actors: list[int]) -> set[str]:
    return {context.actors.list[actor].kind for actor in actors}


def _capitals(context: Context, chunk: int) -> int:
    """The first of two or more capitalised words that end a chunk and are no name: "Norlandic National Security"; -1 without them."""
    forms, first, last = context.doc.forms, context.chunks.firsts[chunk], context.chunks.lasts[chunk]
    at = next((t for t in range(last - 1, first - 1, -1) if not forms[t][0].isupper()), first - 1) + 1
    at += context.doc.low[at] in _ARTICLES
    return at if last - at > 1 and side_word(context, at) else -1


def _bare_craft(context: Context, chunk: int) -> bool:
    """Whether a chunk is only the kind of a craft: by boat, by helicopter; not: by boats, by a boat."""
    chunks, word = context.chunks, context.doc.low[context.chunks.firsts[chunk]]
    return chunks.lasts[chunk] - chunks.firsts[chunk] == 1 and word[-1] != "s" and context.rules.items.get(word) in _CRAFT and (
        context.doc.forms[chunks.firsts[chunk]].islower() or context.doc.forms[chunks.firsts[chunk]].strip().islower())


def name(context: Context, claim: ClaimDraft, chunk: int, kind: str) -> None:
    """Sets the agent from a noun phrase that ends at a chunk; with "A and B", both."""
    string, chunks, doc = context.chunks.string, context.chunks, context.doc
    chunk = _of_series(context, chunk)
    if string[chunk + 1:chunk + 3] == "GN" and doc.low[chunks.firsts[chunk + 1]] == "fishing":
        chunk += 2  # by local fishing boats
    if string[chunk + 1:chunk + 3] in ("&N", "&A") and doc.low[chunks.firsts[chunk + 2]] in words_of("partners") and (
            side_word(context, chunks.lasts[chunk] - 1)):
        chunk += 2  # by a Norlandic and coalition force
    if (allies := _with_allies(context, chunk)) is not None:
        claim.agent, claim.agents = allies
        return
    if (crew := _sent_by(context, claim, chunk)) is not None:
        claim.agent, claim.agents = crew
        return
    if (led := whose_men(doc, context.actors, chunks.firsts[begin(context, chunk)], chunks.lasts[chunk])) is not None:
        claim.agent, claim.agents = led
        return
    if kind == "W" and string[chunk - 1] == "b" and _bare_craft(context, chunk):
        claim.pending = NOBODY  # 90 were evacuated by boat
        return
    found = named(context, chunk)
    if found is None and kind == "W" and string[chunk + 1:chunk + 3] in ("&N", "&A") and all(
            doc.forms[t][0].isupper() for t in range(chunks.firsts[begin(context, chunk)], chunks.lasts[chunk])):
        chunk = next((i - 1 for i in range(chunk + 3, len(string)) if string[i] not in "NA"), chunk)
        found = named(context, chunk)  # by Norlandic National Security and Coalition Assistance Forces
    last = chunks.lasts[chunk]
    if found is not None and not found[1] and claim.event not in _SAVED and context.rules.items.get(doc.low[last - 1]) in _CRAFT and (
            whose := next((word for word in doc.low[chunks.firsts[chunk]:last] if word in ("its", "their")), None)):
        claim.pending = whose
        return  # the navy said one of its frigates had shot down two drones
    if claim.event in _SAVED and context.rules.items.get(doc.low[last - 1]) == "ship":
        first = begin(context, chunk)
        first = begin(context, first - 2) if first > 1 and string[first - 1] == "&" and string[first - 2] in "NA" else first
        first -= string[first - 1:first] == "E" and doc.low[chunks.lasts[first - 1] - 1] == "rescue"  # a Norlandic rescue vessel
        start = chunks.firsts[first] + (doc.low[chunks.firsts[first]] in _ARTICLES)
        if doc.low[start] in ("its", "their"):
            claim.pending = doc.low[start]
            return  # the charity said its ship had picked up 70 migrants
        small = string[first - 1:first] in ("", ".") and start == chunks.firsts[first] and start not in context.actors.at
        text = doc.words(start, last)
        claim.agent = text[0].lower() + text[1:] if small else text
        return  # picked up by a Norlandic tuna boat, by fishermen and navy boats
    if found is None and claim.event in _SAVED and (service := _service(context, chunk)) is not None:
        claim.agent = service
        return
    craft = found is None and chunk > 1 and string[chunk - 1] == "&" and string[chunk - 2] in "NA"
    if craft and context.rules.items.get(doc.low[last - 1]) in _CRAFT:
        found = named(context, chunk - 2)  # Karo Command aircraft and ships
        if found is not None:
            claim.agent, claim.agents = found
            return
    if found is None and string[chunk] == "E" and string[chunk + 1:chunk + 2] != "b" and (owner := owner_in(context, chunk)) is not None:
        claim.agent = owner
        return  # the rebels' capture of the town left nine dead
    if found is None and (who := _doer_of(context, chunk)) is not None:
        name(context, claim, who, kind)
        return
    if found is None and (arms := _arms_of(context, chunk)) is not None:
        claim.agent, claim.agents = arms
        return
    if found is None:
        claim.pending = stand_in(context, chunk)
        if claim.pending == "sides" and doc.low[chunks.lasts[chunk] - 2] == "each" and claim.status != "total":
            claim.each = True  # each side freed 90
        admits = string[chunk + 1:chunk + 2] in ("P", "V", "p", "v") and speaks(context, chunk + 1)  # PDF claimed to have killed nine
        sole = sole_name(context, chunk) if claim.pending == NOBODY and (claim.event in words_of("willed") or admits) else None
        if claim.pending == NOBODY and (sole := sole or _civic(context, claim, chunk)):
            claim.agent, claim.pending = sole, None
            return
        nth = people()["letters"].get(doc.low[chunks.lasts[chunk] - 1]) == "R"  # guards shot five; the sixth blew himself up, killing nine
        if claim.pending == NOBODY and kind in "Gg" and not nth:
            claim.pending = None  # what was hit, not who hit it
        return
    _with_partners(context, claim, chunk, found, kind)


def _service(context: Context, chunk: int) -> str | None:
    """Whose aircraft saves people: "a coast guard helicopter", "a Norlandic navy helicopter"."""
    doc, first, last = context.doc, context.chunks.firsts[begin(context, chunk)], context.chunks.lasts[chunk]
    if context.rules.items.get(doc.low[last - 1]) not in ("helicopter", "aircraft") or (
            doc.low[last - 2] not in _SERVICES and doc.low[last - 3:last - 1] not in _FORCES):
        return None
    first += doc.low[first] in _ARTICLES
    return doc.words(first, last - 1) if first < last - 1 else None


def _civic(context: Context, claim: ClaimDraft, chunk: int) -> str | None:
    """The town or house that gives or helps, though it does no harm: "the city will pay 400 dollars", "the county moved 90 people"."""
    doc, last = context.doc, context.chunks.lasts[chunk]
    if claim.event not in words_of("civic_deeds") or context.chunks.string[chunk] != "N" or doc.low[last - 1] not in words_of("civic"):
        return None
    first = context.chunks.firsts[begin(context, chunk)]
    first += doc.low[first] in (*_ARTICLES, "this", "that")
    return doc.words(first, last) if first < last and doc.low[first] not in ("its", "their", "his", "her", "our", "my") else None


def _doer_of(context: Context, chunk: int) -> int | None:
    """The last chunk of who did what a chunk names: "attacks by gangs in Velm and Karo", "a bomb planted by rebels", "the operation, led by
    the army,", the operation that troops ended, the raid over which two men were tried."""
    string = context.chunks.string
    if string[chunk:chunk + 2] == "Eb" and (by := by_phrase(string, chunk)) is not None:
        return by
    verb = chunk + 1 + (string[chunk + 1:chunk + 2] == ",")
    if string[verb:verb + 2] in ("Pb", "pb"):
        head = context.doc.low[context.chunks.lasts[chunk] - 1]
        moved = words_of("sends_flying") if verb == chunk + 1 else frozenset()
        led = _LEADS if head in _OPERATIONS or TAGGER[head] == "a" else moved
        if (lemma(context, verb) in moved or lemma(context, verb) in led) and (by := by_phrase(string, verb)) is not None:
            return by
    for who in (_performer(context, chunk), _with_which(context, chunk), tried_over(context, chunk)):
        if who is not None and named(context, who) is not None:
            return who
    return None


def _of_series(context: Context, chunk: int) -> int:
    """The last chunk of what there is a series of: "a string of Norlandic raids on the port", "a new wave of attacks"."""
    string, chunks = context.chunks.string, context.chunks
    if string[chunk:chunk + 2] not in ("No", "Eo") or context.doc.low[chunks.lasts[chunk] - 1] not in words_of("series"):
        return chunk
    end = chunk + 2
    while string[end:end + 1] in ("N", "A") and string[end + 1:end + 2] in ("N", "A", "E"):
        end += 1
    return end if string[end:end + 1] == "E" else chunk


def _identified(context: Context, last: int) -> tuple[str, list[int]] | None:
    """Who somebody is told to be behind a noun that ends at a token: "the gunman, identified by police as Ivo Tarn"."""
    low, actors = context.doc.low, context.actors
    first = last + (low[last:last + 1] == [","])
    if low[first:first + 1] not in (["identified"], ["named"]):
        return None
    end = next((t for t in range(first + 1, min(first + _NAMED, len(low) - 1)) if low[t] == "as"), first)
    who = actors.at.get(end + 1)
    if who is None or actors.list[who].kind != "person":
        return None
    return called(actors.list[who]), [who]


def _with_partners(context: Context, claim: ClaimDraft, chunk: int, found: tuple[str, list[int]], kind: str) -> None:
    """Sets the agent from what a noun phrase that ends at a chunk is called; with "A and B", both."""
    string, chunks, doc = context.chunks.string, context.chunks, context.doc
    last = chunks.lasts[chunk]
    text, ids = _identified(context, last) or name_told(doc, context.actors, last) or found
    if text in _MEMBERS and (end := _body(context, chunk)) > last:
        text = f"{text} {doc.words(last, end)}"  # members of a vigilante group
    first = begin(context, chunk)
    listed = string[first - 2:first] == "A," and string[first - 3:first - 2] in ("", ".")  # France, Britain to send 900 men
    joint = string[first - 2:first] in ("N&", "A&") and named(context, first - 2) is None
    if joint and (whole := _capitals(context, first - 2)) >= 0:
        claim.agent, claim.agents = doc.words(whole, last), ids  # a joint Norlandic National Security and Coalition Assistance Force
        return
    beside = first >= 2 and (string[first - 1] == "&" or listed) and string[first - 2] in "NA"
    beside = beside and speech().keys().isdisjoint(doc.low[chunks.firsts[first]:last])  # the media and a group say rebel shelling killed
    by_both = beside and string[first - 4:first - 2] == "Eb" and kind in "Vv"  # attacks by the VLF and Karo Front killed nine
    asked = beside and kind in "Ii" and string[first - 3:first - 2] in tuple("VvGg") and lemma(context, first - 3) in words_of("asks")
    if beside and (by_both or asked or string[first - 3:first - 2] not in tuple("VvIGgb")):  # asked the army and rebels to free
        one = first - 2
        if chunks.lasts[one] - chunks.firsts[one] == 1 and TAGGER[doc.forms[chunks.firsts[one]]] == "J":
            while one >= 2 and string[one - 1] == "," and TAGGER[doc.forms[chunks.firsts[one - 2]]] == "J":
                one -= 2
            claim.agent = doc.words(chunks.firsts[one], chunks.lasts[chunk])  # Greek, Dutch and Danish frigates
            return
        other = named(context, one)
        if other is None and text.islower() and doc.low[chunks.firsts[begin(context, one)]] in ("its", "their"):
            claim.pending = stand_in(context, one)  # its gunners and missile crews
            return
        while other is not None:
            text, ids = (text, ids) if other[0] in text else (f"{other[0]} and {text}", other[1] + ids)
            opens = one >= 2 and string[one - 2:one] in ("A,", "N,") and _opens(string, begin(context, one - 2))
            before = named(context, one - 2) if opens or string[one - 2:one] == "A," and one >= 2 else None
            one = begin(context, one - 2) if opens else one - 2
            # France, Italy and Greece sent 900 men; policemen, soldiers and guards killed nine
            alike = before is not None and _kinds(context, before[1]) == _kinds(context, other[1]) == {"country"}
            bands = opens and string[first - 1] == "&" and before is not None and _bands(context, [*before[1], *other[1]])
            other = before if alike or bands else None
    link = first - 1
    while link > 0 and string[link] == "z" and doc.low[chunks.firsts[link]] in ("the", "both"):
        link -= 1  # by both the army and the rebels
    ahead = _joined_by(context, chunk) if string[link:link + 1] == "b" else None
    while ahead is not None and (other := named(context, ahead)) is not None and other[0] not in text:
        text, ids, ahead = f"{text} and {other[0]}", ids + other[1], _joined_by(context, ahead)
    claim.agent, claim.agents = text, ids
    if text in words_of("called_again") and "the" in doc.low[max(0, chunks.firsts[first] - 1):chunks.firsts[first] + 1]:
        claim.pending = AGAIN
