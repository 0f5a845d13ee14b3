"""The full name of a force told by a general word, where the text names but one: "the rebels", "the gallant troops", "ELN rebels"."""

from __future__ import annotations

import re

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries, side_in
from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.inherit import titled
from newsfacts.relate.owners import speaker_side
from newsfacts.tokens import Doc

_READ = 100  # mentions of a band
_BACK = 4000  # tokens: the unit told before
_WORDS = 2  # of a general name: gallant troops
_UNIT = 8  # tokens of "a combined Norlandic and coalition security force"
_ONE = frozenset(("a", "an"))
_MEETS = 8  # tokens between those who fight each other
_FIGHTING = frozenset("clashed clash clashes fought fights fight fighting battled battles battling against rival".split())
_ATTACKERS = frozenset(("attackers", "assailants", "raiders"))
_UNLIKE = frozenset(("other", "rival", "foreign", "local", "some", "allied", "splinter"))


def name_fuller(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the full name of who acts, where a claim has only "the rebels" or "the troops", or is of a headline."""
    bands: list[int] | None = None
    full: dict[str, tuple[str, list[int]]] = {}  # general name → full name, actors
    forces = _Forces(claims)
    for k, claim in enumerate(claims):
        words = (claim.agent or "").split()
        if not 0 < len(words) <= _WORDS or not _UNLIKE.isdisjoint(words):
            continue
        head, general = words[-1].lower(), claim.agent == (claim.agent or "").lower()
        band = head in words_of("bandits") or head == "men" and words[0].isupper()
        if not band and (head not in words_of("troop_words") or not general):
            continue
        name = claim.agent or ""
        if general and not _definite(doc, claim, words, name in full):
            continue
        if name not in full:
            bands = _bands(scene) if bands is None else bands
            found = _called(scene, bands, claim, words) if band else forces.only(k, bands)
            if found is None:
                continue
            full[name] = found
        claim.agent, claim.agents = full[name][0], list(full[name][1])
    _units(doc, claims)
    raiders(doc, claims)
    for claim, below in titled(doc, claims):
        if claim.agent is not None and claim.agent.islower() and below.agent and not below.agent.islower() and claim.item == below.item:
            claim.agent, claim.agents = below.agent, list(below.agents)


def _units(doc: Doc, claims: list[ClaimDraft]) -> None:
    """The full name of "the unit", "the security force", where one was brought in before: "A Norlandic police unit raided a camp"."""
    known: dict[str, list[int]] = {}
    for claim in claims:
        words = (claim.agent or "").split()
        unit = words[-1:] != [] and words[-1] in words_of("units") and words_of("plain_units").issuperset(words[:-1])
        if unit and _definite(doc, claim, words, False):
            names = _brought_in(doc, words[-1], doc.sents[claim.sentence][0])
            if len(names) == 1 and not (name := names.pop()).islower():
                claim.agent, claim.agents = name, list(known.get(name, ()))
        elif words:
            known.setdefault(claim.agent or "", claim.agents)


def _brought_in(doc: Doc, head: str, end: int) -> set[str]:
    """The names of the units before a token told with "a": "an Estlandic and coalition security force"."""
    found, low, token = set(), doc.low, max(0, end - _BACK) - 1
    for _ in range(low[token + 1:end].count(head)):
        token = low.index(head, token + 1)
        back = range(token - 1, max(-1, token - _UNIT), -1)
        first = next((t for t in back if low[t] in _ONE or not low[t][:1].isalpha() and low[t] != "-"), -1)
        if first >= 0 and low[first] in _ONE:
            at = next((t for t in range(first + 1, token) if doc.forms[t][0].isupper()), first + 1)
            found.add(doc.words(at, token + 1))
    return found


def raiders(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Who "the attackers" are, where one kind of outlaws alone has acted so far: "jihadists killed 43. The attackers burned 120 homes"."""
    told: dict[str, list[int]] = {}
    for claim in claims:
        words = (claim.agent or "").lower().split()
        if words and words[-1] in _ATTACKERS:
            if len(words) == 1 and len(told) == 1 and any(doc.low[t:t + 2] == ["the", words[0]] for t in range(*doc.sents[claim.sentence])):
                claim.agent, claim.agents = next((name, list(who)) for name, who in told.items())
        elif claim.agent and words[-1] in words_of("outlaws") and claim.event in words_of("harm"):
            told[claim.agent] = claim.agents
        elif claim.agent and claim.event in words_of("harm"):
            told[claim.agent] = claim.agents  # the army killed nine: another side acts too


def _definite(doc: Doc, claim: ClaimDraft, words: list[str], told: bool) -> bool:
    """Whether a claim's sentence has "the rebels", "the gallant troops", or none of them if they were told before."""
    low, (first, last) = doc.low, doc.sents[claim.sentence]
    at = [t for t in range(first, last - 1) if low[t] == words[-1]]
    return any("the" in low[max(first, t - len(words)):t] and low[t + 1] not in ("of", "from", "in", "who") for t in at) or told and not at


def _bands(scene: Scene) -> list[int]:
    """The armed groups that the text names: the Houthis, a liberation front, "the rebel Karo Army", "Karo Army rebels"."""
    found, low = [], scene.doc.low
    for who, actor in enumerate(scene.actors.list):
        if actor.kind not in ("organization", "group") or not actor.name[:1].isupper():
            continue
        side = scene.side(who)
        told = any(m.form != "pronoun" and not words_of("band_words").isdisjoint(_beside(low, m.first, m.last))
                   for m in actor.mentions)
        known = side is not None and side == side_of(side) and side not in countries().codes
        if all(m.form == "pronoun" or _sponsor(low, m.first) for m in actor.mentions):
            continue  # a rebel group linked to Islamic State
        if told or known or not words_of("outlaw_names").isdisjoint(actor.name.lower().split()):
            found.append(who)
    return found + [other for other in _rivals(scene, found[0]) if other not in found] if len(found) == 1 else found


def _beside(low: list[str], first: int, last: int) -> list[str]:
    """The words beside a name that tell what it is: "the rebel Karo Army", "Karo Army rebels", "the Karo Army, a rebel group"."""
    aside = low[last + 2:last + 4] if low[last:last + 1] == [","] and low[last + 1:last + 2] in (["a"], ["an"]) else []
    return [low[first - 1], *low[last:last + 1], *aside]


def _sponsor(low: list[str], token: int) -> bool:
    """Whether a name at a token is only of those to whom others are linked: "linked to Islamic State", "loyal to al-Qaeda"."""
    before = low[max(0, token - 3):token - (low[token - 1] == "the")]
    return before[-1:] in (["to"], ["with"]) and len(before) > 1 and before[-2] in words_of("sponsored")


def _rivals(scene: Scene, band: int) -> list[int]:
    """Those of which nothing but their company tells that they are armed too: "the Karo Front and the NVL clashed", "fought the NVL"."""
    low, mentions, found = scene.doc.low, scene.actors.mention_at, []
    named = {m.last: m.first for m in mentions.values()}
    for mention in scene.actors.list[band].mentions:
        before = mention.first - 1 - (low[mention.first - 1] == "the")
        near = {named.get(before)} if before > 0 and low[before] == "and" else set()
        at = next((t for t in range(mention.last + 1, min(mention.last + _MEETS, len(low))) if t in mentions), None)
        between = low[mention.last:at] if at is not None else []
        if between[:1] == ["and"] and len(between) <= _WORDS or not _FIGHTING.isdisjoint(between):
            near.add(at)
        for token in near:
            who = scene.actors.at.get(token) if token is not None else None
            actor = scene.actors.list[who] if who is not None else None
            if who is not None and who != band and actor is not None and actor.kind in ("organization", "group") and (
                    actor.name[:1].isupper() and words_of("of_the_state").isdisjoint(actor.name.lower().split())):
                found.append(who)
    return found


def _called(scene: Scene, bands: list[int], claim: ClaimDraft, words: list[str]) -> tuple[str, list[int]] | None:
    """The one armed group of the text, named before a claim; that of "ELN rebels" by its short name."""
    if (claim.agent or "").islower():
        near = [who for who in bands if scene.actors.list[who].mentions[0].first < scene.doc.sents[claim.sentence][0]]
        alone = len(near) == len(bands) == 1 and not _beside_others(scene, near[0], words[-1].lower())
        return (scene.actors.list[near[0]].name, near) if alone else None
    fit = [who for who in bands if any(scene.doc.words(m.first, m.last) == words[0] for m in scene.actors.list[who].mentions)]
    spelled = len(fit) == 1 and len(words) == _WORDS and " " in scene.actors.list[fit[0]].name
    return (scene.actors.list[fit[0]].name, fit) if spelled else None


def _beside_others(scene: Scene, band: int, head: str) -> bool:
    """Whether others are named beside a band by a general word, or against it: "rebels and Hezbollah fought", "Hezbollah fought rebels"."""
    low = scene.doc.low
    for mention in scene.actors.list[band].mentions[:_READ]:
        before = low[max(0, mention.first - _MEETS):mention.first]
        after = low[mention.last:mention.last + _MEETS]
        for between in (before[before.index(head) + 1:] if head in before else [], after[:after.index(head)] if head in after else []):
            if between and "." not in between and (between == ["and"] or not _FIGHTING.isdisjoint(between)):
                return True
    return False


class _Forces:
    """The forces that have acted so far, named in full: "troops of the Second Brigade", the Norlandic army."""

    def __init__(self, claims: list[ClaimDraft]) -> None:
        self._claims, self._read = claims, 0
        self._found: dict[tuple[str, tuple[int, ...]], None] = {}

    def only(self, k: int, bands: list[int]) -> tuple[str, list[int]] | None:
        """The one force that has acted before the `k`th claim, its name and actors; no armed band."""
        for claim in self._claims[self._read:k]:
            name = claim.agent or ""
            noun = re.split(" (?:of|from) ", name, maxsplit=1)[0].rpartition(" ")[2]
            if noun.lower() in words_of("troop_words") or not words_of("armed").isdisjoint(name.lower().split()):
                self._found[name, tuple(claim.agents)] = None
        self._read = k
        named = {name: [*who] for name, who in self._found if not name.islower() and set(bands).isdisjoint(who)}
        return next(iter(named.items())) if len(named) == 1 else None


def name_defenders(claims: list[ClaimDraft], scene: Scene) -> None:
    """Whose "our air defences" are, or bare ones ("Norland's air defences"): the speaker's, else the other side's than the weapons."""
    for claim in claims:
        agent = claim.agent
        if agent is None or claim.event != "intercepted":
            continue
        noun = (claim.pending or "").partition(" ")[2]
        bare = _bare_defences(agent.lower().split()) and side_in(agent.replace("'s ", " ").replace("’s ", " ").split()) is None
        own = speaker_side(claim, scene) if bare else None
        own = own if own in countries().codes and own != claim.affiliation else None
        if own is None and (noun and agent == noun or bare) and claim.affiliation:
            own = scene.foe(claim.affiliation)
        if own is not None:
            mark = "’" if "’" in scene.doc.text else "'"
            claim.agent = f"{own}{mark}s {agent}" if bare else own


def _bare_defences(words: list[str]) -> bool:
    """Whether a name ends like "air defences", "Arrow air defence system"."""
    end = words[:-1] if words[-1] in ("system", "systems", "units", "forces") else words
    return len(end) > 1 and end[-2] == "air" and end[-1] in ("defence", "defense", "defences", "defenses")
