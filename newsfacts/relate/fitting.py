"""Whether a place can be that of a claim: not the capital where a ministry speaks, nor where the hurt are brought."""

from __future__ import annotations

from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json
from newsfacts.relate.spots import Spot, is_capital
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())
# events that leave the place from which they come
_OUTWARD = ("launched", "returned", "provided", "deployed", "attacked", "hit", "intercepted", "suppressed")
_BEFALLS = frozenset("killed wounded casualties missing damaged destroyed hit outage".split())
_SEIZED = frozenset("captured seized abducted kidnapped".split())
_WHERE = ("in", "at", "near", "on")
_BE = frozenset("was were been being is are".split())
_OF_THEM = frozenset("among-the-dead was-among-the-dead those-include victims-include among-the-victims".split())
_COME = _BE | {"came", "come", "comes"}
_HELD = frozenset("held detained jailed imprisoned captive incarcerated".split())
_CUSTODY = ("held", "detained", "captured")
_HELD_IN = 4  # tokens from those who are held to where
_OPENS = 2  # tokens before a place that opens its sentence
_FOR = 6  # tokens from an amount to "for Norland"
_HELD_THERE = ("participated", "killed", "wounded", "destroyed", "damaged", "outage")
_REACH = 5  # tokens of "from Velm to"
_TRADE = 9  # tokens from "smuggling" to "to Norland"
_ARRESTED = ("detained", "held", "captured")
_ROUTES = frozenset("smuggling trafficking smuggled trafficked smuggle".split())
_WAYS = frozenset("to into across from through via over".split())
_HAILED = 7  # tokens from "hailed" to the second place of its list
_WAY = 9  # tokens from "on their way" to the place from which they came


def let_out(doc: Doc, spot: Spot) -> bool:
    """Whether a place is that of the prison from which somebody is freed: "freed from a jail in Velm"."""
    return spot.role == "from" and not words_of("prisons").isdisjoint(doc.low[spot.first - 3:spot.first])


def own_place(spot: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether a place is who acts, or the capital where a government speaks ("in Moscow, the ministry said")."""
    asks = claim.event == "provided" and claim.modality == "demanded"  # Norland asked for nine tanks: there they are to go
    if spot.actor in claim.agents or spot.country and (
            spot.actor == claim.source_actor and not asks or claim.agent == spot.name and claim.event in words_of("harm")):
        return True
    if claim.source_actor is None:
        return False
    capital = scene.actors.list[spot.actor].capital
    begins = scene.doc.sents[scene.doc.sentence_of(spot.first)][0]
    if spot.role in ("in", "at") and (spot.first - begins > _OPENS or scene.tags[begins] != "P"):
        return False  # a bomb in Velm killed nine, Norland's health ministry said
    if spot.role in ("as", "of") and not spot.country:
        return False  # the mayor of the capital
    return capital is not None and capital == scene.side(claim.source_actor)


def fits(main: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the report's place can be a claim's: a country that only acts in it is none."""
    sent = main.role == "line" and (main.country or not is_capital(main))  # the town from which a reporter tells, or its country
    return not own_place(main, claim, scene) and (sent or usable(main, claim, scene))


def _foreign(spot: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether a country is not that which owns up to dead of its own: "Norland has acknowledged the deaths of 21 men"."""
    if not spot.country or claim.source_actor is None or (claim.cue or "").lower() not in words_of("owning_up"):
        return False
    own = scene.side(claim.source_actor)
    return scene.actors.list[claim.source_actor].kind == "country" and own != scene.side(spot.actor)


def usable(spot: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    low = scene.doc.low
    if spot.last <= claim.first and low[spot.first - 2:spot.first] == ["based", "in"]:
        return False  # soldiers based in Velm killed nine rebels; but: killed nine soldiers based in Velm
    if claim.event in _ARRESTED and _ROUTES.intersection(low[max(0, spot.first - _TRADE):spot.first]) and low[
            spot.first - 1 - (low[spot.first - 1] == "the")] in _WAYS:
        return False  # arrested nine men for smuggling drugs across the Atlantic
    if claim.event in _HELD_THERE and (
            low[spot.first - 1] == "to" and "from" in low[max(0, spot.first - _REACH):spot.first - 2]
            or low[spot.first - 1] == "from" and low[spot.last:spot.last + 1] == ["to"] and spot.last + 1 in scene.actors.at):
        return False  # 900 dockers are on strike from Velm to Norby
    if spot.role == "court" and claim.event in _BEFALLS:
        return False  # a court in Velm jailed two for the death of nine
    if spot.first < claim.first and _foreign(spot, claim, scene):
        return False
    if claim.event == "provided" and claim.trigger and spot.first == claim.trigger[1] and spot.country:
        return True  # has given Norland 18 jets
    if claim.event == "provided" and claim.rule == "gapping" and spot.country and spot.last <= claim.first <= spot.last + 1 and (
            spot.actor not in claim.agents):
        return True  # and Karo nine tanks
    if claim.event == "provided" and spot.country and scene.doc.low[spot.last:spot.last + 1] == ["with"] and spot.last <= claim.first and (
            scene.doc.low[spot.first - 1] in words_of("equipping")):
        return True  # has supplied Norland with aid worth $90 million
    if claim.event == "provided" and spot.country and scene.doc.low[spot.first - 1] == "for" and spot.first - claim.last < _FOR:
        return True  # a package of $90 million for Norland
    if spot.role in ("line", "by", "wide") or (spot.country and spot.role not in ("in", "at", "to", "from")):
        return False
    taken_to = spot.first > claim.last and spot.role != "road" and scene.doc.low[spot.first - 1] in ("to", "into")
    if claim.event in ("captured", "detained") and taken_to:
        return False  # 640 children were taken to Norland: from where is not told
    if claim.event in _BEFALLS and (spot.role == "to" or spot.role == "from" and _on_the_way(scene.doc, spot)):
        return False  # a truck rammed a bus carrying pilgrims to Velm, girls on their way home from a match in Norby
    if spot.role == "from" and claim.rule in _OF_THEM and spot.first > claim.first:
        return False  # among the dead were a family of five from Norland
    if spot.role == "from" and claim.event in _BEFALLS and scene.doc.low[spot.first - 2] in _COME:
        return False  # two of the dead were from Norland
    if spot.role == "from" and claim.event in _BEFALLS and not words_of("hails").isdisjoint(
            scene.doc.low[max(scene.doc.sents[claim.sentence][0], spot.first - _HAILED):spot.first]):
        return False  # five of the dead hailed from Velm, three from Karo
    if spot.role == "at" and claim.event in ("wounded", "killed", "missing") and scene.doc.low[spot.first - 1] == "to" and (
            _carried_to(scene.doc.low, spot.first - 2)) and not _went_on(scene.doc.low, spot, claim):
        return False  # 18 wounded were flown to Norland
    if claim.event == "returned" and scene.tags[spot.last:spot.last + 1] == "W" or claim.event == "returned" and (
            scene.doc.low[spot.last:spot.last + 1] and scene.doc.low[spot.last] in words_of("wars")):
        return False  # freed ten men who fought in the Norland conflict
    if spot.role == "from" and claim.event == "rescued" and spot.first > claim.last and "by" in scene.doc.low[claim.last:spot.first]:
        return False  # rescued by a helicopter from Velm
    taken = claim.event == "returned" and spot.first > claim.last
    if taken and not words_of("taken_to").isdisjoint(scene.doc.low[spot.first - 3:spot.first]):
        return False  # returned 12 children taken to Norland
    if taken and scene.doc.low[spot.first - 1] in _WHERE and scene.doc.low[spot.first - 2] in _SEIZED:
        return False  # those who came home include nine soldiers captured in Velm
    kept = words_of("outlawed", "jailed")
    if claim.event == "returned" and claim.trigger and spot.first < claim.trigger[0] and scene.doc.low[spot.first - 2] in kept:
        return False  # nine nurses who had been held in Sudland came home to Norland
    if claim.event == "returned" and spot.first > claim.last and not words_of("terms").isdisjoint(scene.doc.low[spot.first - 4:spot.first]):
        return False  # freed two for a man who serves a sentence in Norland
    if spot.first > claim.last and scene.doc.low[spot.first - 1] in ("in", "at") and scene.doc.low[spot.first - 2] in _HELD and (
            spot.first - claim.last > _HELD_IN and claim.event not in _CUSTODY):
        return False  # to free 600 prisoners for six hostages held in Gaza
    after = scene.doc.low[spot.last:spot.last + 1]
    if spot.role == "as" and scene.actors.list[spot.actor].capital and after and after[0] in speech():
        return False  # which Norby rejected
    if spot.role == "from" and (spot.first < claim.first or spot.country or claim.event in _OUTWARD) and not (
            claim.event == "returned" and let_out(scene.doc, spot)):
        return False
    if spot.role == "from" and spot.first == claim.last + 1 and claim.item == "person" and claim.event in ("captured", "detained", "held"):
        return False  # led away nine men from Norland province: theirs it is
    if spot.role == "from" and spot.first > claim.first and claim.event in ("captured", "detained", "held") and (
            scene.doc.low[spot.first - 2] in load_json("numbers")["cardinals"] or scene.doc.low[spot.first - 2].isdigit()):
        return False  # four fighters, two from Norland, were taken alive
    if spot.last <= claim.first and own_place(spot, claim, scene):
        return False
    # nobody strikes his own land
    return not (spot.country and claim.item in _WEAPONS and claim.affiliation and claim.affiliation == scene.side(spot.actor))


def _carried_to(low: list[str], verb: int) -> bool:
    """Whether a token tells that people were brought somewhere: flown to, were taken to."""
    return low[verb] in words_of("carried_to") or low[verb] == "taken" and (low[verb - 1] in _BE or low[verb - 1] == "been")


def _went_on(low: list[str], spot: Spot, claim: ClaimDraft) -> bool:
    """Whether those who did it went to a place first: "then moved to Norby and killed 14", not "were moved to Norby and nine died"."""
    led = claim.trigger is not None and low[spot.last:spot.last + 1] == ["and"] and claim.trigger[0] - spot.last in (1, 2)
    return led and low[spot.first - 3] not in _BE and claim.rule.startswith("active")


def _on_the_way(doc: Doc, spot: Spot) -> bool:
    """Whether somebody only came from a place: on the way back, returning."""
    return not words_of("homecoming").isdisjoint(doc.low[max(0, spot.first - _WAY):spot.first])
