"""What it means that people are taken somewhere by those who carry them: by a ship, by smugglers, on a bus to where they can stay."""

from __future__ import annotations

from newsfacts.claims.context import Reading

_STRANDED = frozenset(("stranded", "marooned"))
_HOMEWARD = frozenset(("home", "back"))
_SMUGGLERS = frozenset("smugglers smuggler traffickers trafficker network networks ring rings".split())
_GANG = frozenset(("gang", "gangs", "group", "groups"))
_SMUGGLING = frozenset("smuggling smuggled smugglers smuggler traffickers trafficking".split())
_CRAFT = frozenset(("ship", "helicopter", "aircraft", "vehicle"))
_SAVIOURS = frozenset("coastguard coastguards lifeboat lifeboats guard cutter tug trawler".split())
_RESCUERS = frozenset("rescue charity humanitarian lifeboat lifeboats coastguard coastguards".split())
_AT_SEA = frozenset("ship ships boat boats dinghy dinghies vessel vessels raft rafts sea lifeboat lifeboats".split())
_DISTRESS = frozenset(
    "rescue rescued engine sank sinking capsized overturned adrift distress stranded drifting drifted swamped deflated punctured".split())
_ASHORE = frozenset(("port", "shore", "ashore", "land", "harbour", "harbor", "safety", "back"))
_TO = 4  # tokens


def stranded(r: Reading) -> bool:
    """Some 60 stranded passengers were taken to Velm by bus; but: were flown home."""
    number, low = r.number, r.low
    if _STRANDED.isdisjoint(low[number.nlast:max(number.head, 0)]):
        return False
    last = max(r.after, number.last)
    return low[last:last + 1] == ["to"] and _HOMEWARD.isdisjoint(low[last - 1:last + _TO])


def by_smugglers(r: Reading) -> bool:
    """The network took 900 people to Norland."""
    who = _subject(r)
    return bool(who) and r.low[r.number.last] in ("to", "across", "over", "into") and (
        not _SMUGGLERS.isdisjoint(who) or not _GANG.isdisjoint(who) and not _SMUGGLING.isdisjoint(r.context.doc.keys))


def by_craft(r: Reading) -> bool:
    """A navy ship took 80 migrants to Karo: a ship is no captor."""
    who = _subject(r)
    return bool(who) and r.context.rules.items.get(who[-1]) in _CRAFT


def from_the_sea(r: Reading) -> bool:
    """A trawler brought 31 migrants back to port after their engine failed."""
    who = _subject(r)
    if not who or not (r.context.rules.items.get(who[-1]) in ("ship", "helicopter") or who[-1] in _SAVIOURS):
        return False
    first, last = r.context.doc.sents[r.context.doc.sentence_of(r.number.nfirst)]
    return not _ASHORE.isdisjoint(r.low[r.number.last:r.number.last + _TO]) and not _DISTRESS.isdisjoint(r.low[first:last])


def by_rescuers(r: Reading) -> bool:
    """A charity ship brought 113 people to Velm."""
    return not _RESCUERS.isdisjoint(_subject(r)) and r.low[r.number.last:r.number.last + 1] != ["of"] and not (
        _AT_SEA.isdisjoint(r.context.doc.keys))


def _subject(r: Reading) -> list[str]:
    """The words of what acts right before an active verb."""
    chunks, at = r.context.chunks, r.event_at - 1
    while at >= 0 and chunks.string[at] in "zD":
        at -= 1
    if r.letter != "V" or at < 0 or chunks.string[at] not in "NAE":
        return []
    first = at - (at > 0 and chunks.string[at - 1] in "NAE")  # a rescue | ship
    return r.low[chunks.firsts[first]:chunks.lasts[at]]
