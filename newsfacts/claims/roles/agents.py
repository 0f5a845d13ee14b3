"""Who did it: the subject of an active verb, the "by" of a passive, the owner of an event noun."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.claims.context import frames_at, lemma_of
from newsfacts.claims.modality.words import lookup
from newsfacts.claims.roles.attackers import (
    BLAMES,
    attacker,
    blamed,
    blamed_before,
    blamed_for,
    culprit,
    in_a_headline,
    raiders_in_a_headline,
    tried_over,
)
from newsfacts.claims.roles.doers import accident, between, giver, left_over, name, owner_in
from newsfacts.claims.roles.inflicted import at_whose_hands, attacked, in_whose_hands, inflicted, loser, lost_in, lost_to, more
from newsfacts.claims.roles.naming import FOE, NOBODY, begin, named, side_word, stand_in
from newsfacts.claims.roles.scene import forms_of, table, undergoing, words_of
from newsfacts.claims.roles.subjects import FAR, by_phrase, lemma, speaks, subject
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.sources.words import verbs as speech
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

# rules of which the counted act, or undergo, themselves
_THEMSELVES = frozenset(
    "intransitive intransitive-after-an-ing light-verb own-hand died-after-a-past intransitive-after-a-past finite-around-a-part "
    "finite-around-an-insert finite-of-a-list finite-behind-a-leader died-along-with".split())
_BLAMED_FOR = ("killed", "wounded", "attacked", "destroyed", "damaged", "captured")
_BUYING = ("buy", "purchase", "order", "procure")
_ARMS = frozenset("aviation artillery crews units aircraft jets gunners drones".split())
_NOBODY_DOES = frozenset(
    "faced-weapons crews-at-a-site without-supply-for windows-out units-in-line under-evacuation-orders repair-crews-in-a-region "
    "crews-work-to-restore checked-in-by-a-shelter patients-admitted admitted-to-hospital bodies-identified received-some-of in-search-of "
    "leaves-bodies died-of".split())
_GIVING = ("make", "announce", "pledge", "promise", "offer")  # payments, an aid package
_LET_GO = ("free", "release")
_RANSOMS = frozenset(("families-paid", "families-paid-so-many", "paid-in-ransom"))
_ATTEMPTS = frozenset(("attempted-times", "tried-times-to"))
_ALLOWS = ("authorize", "authorise", "authorized", "authorised", "approve", "promise", "pledge", "request")
_KIDNAPPERS = frozenset("kidnappers abductors captors ransom kidnapped kidnapping abducted".split())
_KIN = frozenset("families relatives parents villagers residents".split())
_SAY = frozenset(("said", "say", "says"))
_SENT = frozenset("fire launch send direct unleash aim hurl drop".split())
_FIRED_BY = late(r"(?:[zD]{0,2},?&?[zD]{0,2}Q){0,4}[zD]{0,3}(?:,[zNoU]{1,4})?(?P<verb>P)[zD]{0,2}b")
_FOR_WHOM = late("(?:[fotz][NAz]{1,3}){1,2}W")
_LEADS = late(r"(?:^|\.)[zD,]{0,6}[NA]{1,4}z{0,3}$")
_HOMEWARD = ("come", "go", "return", "walk", "fly", "arrive")
_LOCATING = ("in", "across")
_OPEN = -1  # nothing tells yet
_WHOM = late(r"QNoN[zD]{0,3}(?:,[^,;.]{1,8},)?r[zD]{0,2}(?P<who>[NA])[zD]{0,2}V")
_SENT_BY = late(r"[rc][zD]{0,2}(?P<who>[NAUQ])[VP]")
_WHICH_THEY = late(r'[rc][zD"]{0,2}[NA]{0,3}(?P<who>[NA])"?[zD]{0,2}[VvPp]')
_TO_WHOM = late(r"[VIG][DzN]{0,2}[NA][QM][^;]*[&,]A[QM]$")
_BY_THEM = late("Q[zU]{0,2}b")
_HARM = ("killed", "wounded", "casualties")
_TAKEN = frozenset("detained rescued evacuated captured killed".split())
_TO_CARE = 6  # tokens from "taken" to the hospital
_SHARED = late(r"[zD]{0,3},?&[zD]{0,2}[QNA]?[zD]{0,2}[WP]")


def accused(context: Context, claim: ClaimDraft) -> None:
    """Whom the sentence blames for what a weapon did: "a bomb killed nine, officials said, blaming the militia"."""
    free = claim.agent is None and (claim.pending is None or claim.instrument is not None)
    if free and claim.trigger is not None and claim.event in _BLAMED_FOR:
        by = blamed(context, context.chunks.at(claim.trigger[0]))
        if by is not None:
            claim.pending = None
            name(context, claim, by, "W")


def agent_of(context: Context, claim: ClaimDraft) -> int | None:
    """Sets agent and agents, or leaves them for `relate` (`claim.pending`); gives the chunk of what does it, a storm too."""
    if claim.trigger is None or claim.event in ("missing", "participated") or claim.rule == "insurers-face":
        return None
    string, chunks = context.chunks.string, context.chunks
    at = chunks.at(claim.trigger[0])
    if claim.event == "seized" and in_whose_hands(context, claim):
        return None
    found = _by_rule(context, claim, at)
    if found != _OPEN:
        return found
    if string[at] == "E" and claim.agent is None and (owner := owner_in(context, at)) is not None:
        claim.agent = owner
        return None
    if claim.rule == "whole":  # its trigger tells of the part: 24 of the 30 drones launched by Norland
        at = chunks.at(claim.first) + 1
        if _of_whole(context, claim, at) or string[at] != "P":
            return None
    if string[at] in "ET" and context.doc.low[chunks.heads[at]] in ("loss", "losses"):
        return inflicted(context, claim, at)
    found = _where_suffered(context, claim, at)
    if found != _OPEN:
        return found
    if string[at] == "I" and (side := _claims_to(context, at)):
        claim.agent = side
        return None
    said = string[at] == "V" and context.doc.low[chunks.firsts[at] - 1] in _SAY
    if said and (who := _told_of(context, at)) is not None:
        name(context, claim, who, "V")
        return who
    if said or _is_nobody(context, claim, at):
        claim.pending = NOBODY  # the raid, which officials said killed nine
        return None
    if string[at] == "V" and string[at - 1:at] == "r" and not BLAMES.isdisjoint(context.doc.keys) and (
            guilty := blamed_before(context, at)) is not None:
        name(context, claim, guilty, "V")  # blamed the rebels for a blast that killed nine
        return guilty
    gapped = chunks.at(claim.first) - 1
    if gapped > at and string[gapped - 1:gapped + 1] == "&A" and string[gapped + 1] == "Q" and string[at] in "VIG":
        name(context, claim, gapped, string[at])  # Norland freed 12 hostages and Sudland 40 prisoners
        return gapped
    who = _counted_event(context, claim, at) if string[at] in "QMz" else _actor_chunk(context, claim, at, 0)
    if who is None:
        return _beside_event(context, claim, at)
    if _does_not_act(context, claim, at, who):
        return None
    if between(context, who) or (string[at] in "GgS" and accident(context, who, at)):
        claim.pending = NOBODY
        return None
    who = _of_force(context, _by_its_name(context, who))
    name(context, claim, who, string[at])
    if claim.event in _TAKEN and string[who + 1:who + 2] == "r" and string[who - 1:who] in ("V", "G"):
        who = _who_takes(context, claim, who, string[at])
    if claim.event == "provided" and string[who:at + 1] == "AE" and (state := _of_the_kind(context, who)):
        claim.agent, claim.agents = state, []  # Norlandic military aid
    outlaws = words_of("outlaws")  # troops stormed the train that gunmen had seized, killing all 33 attackers: not the gunmen
    heads = {text.lower().rpartition(" ")[2] for text in (claim.item_text, claim.agent or "")}
    if string[at] == "G" and heads <= outlaws:
        claim.agent, claim.agents, claim.pending = None, [], NOBODY
        return None
    return who


def _who_takes(context: Context, claim: ClaimDraft, who: int, kind: str) -> int:
    """The subject of the main verb where it may take people away, and the object with the relative clause may not: "police cleared
    students who held the hall and detained 31", "gunmen shot at boys who swam there and abducted two"."""
    fit = table()["takers"].get(claim.event, "").split() or words_of("outlaws")
    main = subject(context, who - 1)
    last = "" if main is None else context.doc.low[context.chunks.lasts[main] - 1]
    if main is not None and last in fit and context.doc.low[context.chunks.lasts[who] - 1] not in fit:
        claim.agent, claim.agents = None, []
        name(context, claim, main, kind)
        return main
    return who


def _of_the_kind(context: Context, who: int) -> str | None:
    """The country whose help a chunk tells the kind of: "Norlandic military (aid)"."""
    first, last = context.chunks.firsts[who], context.chunks.lasts[who]
    return side_word(context, last - 2) if last - first > 1 and context.doc.low[last - 1] in ("military", "army") else None


def _helped(context: Context, claim: ClaimDraft, at: int) -> bool:
    """Whether the chunk `at` tells of help after harm: "were wounded and flown out by a navy helicopter", "were hurt and taken to a
    clinic by soldiers": the helpers did no harm."""
    if claim.event not in _HARM:
        return False
    behind = context.doc.low[context.chunks.lasts[at]:context.chunks.lasts[at] + _TO_CARE]
    return lemma(context, at) in words_of("carries_off") or not words_of("care").isdisjoint(behind)


def _between_them(context: Context, at: int, by: int) -> bool:
    """Whether who is named with "by" only spoke for others: "after mediation by elders", "thanks to efforts by Norland"."""
    string, chunks = context.chunks.string, context.chunks
    link = string.rfind("b", at, by)
    return link > at + 1 and string[link - 1] == "z" and context.doc.low[chunks.lasts[link - 1] - 1] in words_of("mediation")


def _told_of(context: Context, at: int) -> int | None:
    """Those of whom somebody tells a deed: "blamed the rebels, who he said had killed nine", "the LRA, which the UN says holds 40"."""
    who = subject(context, at)
    if who is None or context.chunks.string[who] not in "NAz":
        return None
    heads = context.doc.low[context.chunks.lasts[who] - 1]
    known = context.actors.list[actor].kind if (actor := context.actors.at.get(context.chunks.lasts[who] - 1)) is not None else ""
    return who if heads in words_of("agents", "outlaws") or known in ("organization", "group", "country") else None


def _by_rule(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who does it where the construction of the claim tells; `_OPEN` where it does not."""
    string, chunks, rule = context.chunks.string, context.chunks, claim.rule
    first = chunks.at(claim.first)
    if rule == "figure-again":
        whom = _WHOM.match(string, first)
        if whom is None or all(f.event != claim.event for f in frames_at(context, whom.end() - 1, whom.start())):
            return None
        name(context, claim, whom.start("who"), "V")  # to 900 the number of men whom Norland has freed
        return whom.start("who")
    if claim.event == "provided" and string[at] in "NE" and at and string[at - 1] in "VvGg" and lemma(context, at - 1) in _GIVING and (
            maker := subject(context, at - 1)) is not None:
        name(context, claim, maker, "V")  # the Red Cross is making payments of $900
        return maker
    if rule in ("largest-donor", "was-the-largest-donor") or rule == "next-giver" and claim.event != "displaced":
        left = string.rfind("B", 0, first) if rule[:3] == "was" else first  # Norland was the largest donor, with $9 million
        giver_at = next((i for i in range(left - 1, -1, -1) if string[i] in "NAQ"), None)
        if giver_at is None:
            return None
        name(context, claim, giver_at, "V")
        return giver_at
    if rule in _ATTEMPTS and (trying := subject(context, at)) is not None:
        name(context, claim, trying, "V")  # the enemy tried 14 times to break through
        return trying
    if rule == "allowed-to-leave" and (holder := subject(context, at)) is not None:
        name(context, claim, holder, "V")
        return holder
    if rule == "cost-an-army-men":
        claim.pending = NOBODY  # the battle cost the army 900 men
        return None
    ransom = rule in _RANSOMS or claim.event == "provided" and string[at] in "VPG" and not context.doc.keys.isdisjoint(_KIDNAPPERS)
    if ransom and (payer := subject(context, at)) is not None and (
            rule in _RANSOMS or context.doc.low[chunks.lasts[payer] - 1] in _KIN):
        name(context, claim, payer, "V")
        if claim.agent is None and claim.pending in (None, NOBODY) and string[payer] == "N":  # families had paid 40 million naira
            claim.pending = None
            start = chunks.firsts[payer]
            start += context.doc.low[start] in ("the", "that")
            claim.agent = " ".join(context.doc.low[start:chunks.lasts[payer]])
        return payer
    if rule == "whole" and claim.event == "captured" and string[at] == "V" and lemma_of(context, at) in _LET_GO and (
            taker := subject(context, at)) is not None:
        name(context, claim, taker, "V")  # kidnappers free 38 of the 61 pupils: they took them
        return taker
    if rule in _NOBODY_DOES or rule == "whole" and claim.event == "deployed" and lemma_of(context, first + 1) in _ALLOWS:
        return None  # the city faced 40 missiles; rescuers and policemen worked at the site
    if rule == "in-custody" or rule == "earlier-period" and claim.event in ("held", "evacuated"):
        return None  # nine soldiers and three nurses remain in rebel hands: the nurses hold nobody
    if rule == "came-home-for" or rule == "total-so-far" and string[at] in "VPW" and (
            lemma_of(context, at) in _HOMEWARD):
        return None  # nine came home for 12 Danes; another 22 came back: that makes 63
    if rule == "part" and claim.trigger and claim.first >= claim.trigger[1] and _BY_THEM.match(string, first) and (
            by := by_phrase(string, first)) is not None:
        name(context, claim, by, "W")  # nine were killed, two of them by police
        return by
    if rule == "passive-after-a-past" and string[first + 1:first + 3] == "Pb" and (by := by_phrase(string, first + 1)) is not None and any(
            f.event == claim.event for f in frames_at(context, first + 1, first)):
        name(context, claim, by, "W")  # the bodies of nine men killed by rebels were found
        return by
    freeing = claim.event == "returned" and claim.modality == "demanded" and string[at] == "E"
    if freeing and (holder := _held_by(context, claim)) is not None:
        name(context, claim, holder, "W")
        return holder  # the release of 60 staff held by the rebels
    if rule in _THEMSELVES:
        return at_whose_hands(context, claim) or attacked(context, claim, at)
    if rule == "tally" and at and string[at] == "P" and string[at + 1] != "b":
        return None  # Villagers rescued: 14
    if claim.event == "launched" and string[at] in "VIW" and (sender := _sender(context, claim)) is not None:
        name(context, claim, sender, "W")
        return sender
    if rule != "gapping":
        return _OPEN
    if claim.event == "provided" and _TO_WHOM.match(string, at, first + 1) and (giver := subject(context, at)) is not None:
        name(context, claim, giver, string[at])  # Norland gave Sudland nine tanks and Karo 14
        return giver
    before = first - 1
    if string[before] == "," and string[before - 1] == "A" and string[before - 2:before - 1] in (",", ";", "&"):
        before -= 1  # Norland has 400 troops there; Sudland, 250
    elif string[before - 1:before + 1] == "zz" and context.doc.low[context.chunks.firsts[before - 1]] == "those":
        before -= 2  # Norland gave back the bodies of 90 men and Sudland those of 12
    if before > at and string[before] in "NA" and string[begin(context, before) - 1] in ",;&" and string[at] in "VGIv" and (
            string[before] == "A" or named(context, before) is not None):
        if _undergoes(context, claim, at):
            claim.pending = NOBODY  # Norland is to receive 2,400 and Sudland 1,800
            claim.loser = found[1][0] if (found := named(context, before)) and found[1] else None
            return None
        name(context, claim, before, string[at])  # Norland has 900 troops, Sudland 650
        return before
    if string[at] == "W" and (by := by_phrase(string, before + 1)) is not None:
        name(context, claim, by, string[at])  # 40 were freed by Norland and 117 by Karo
        return by
    return _OPEN


def _held_by(context: Context, claim: ClaimDraft) -> int | None:
    """The chunk of who holds those that are to be let go: "called for the release of 60 staff held by the rebels"."""
    string, at = context.chunks.string, context.chunks.at(claim.last - 1) + 1
    while string[at:at + 1] in ("z", "D"):
        at += 1
    held = string[at:at + 1] in ("P", "p") and any(f.event in ("held", "captured", "detained") for f in frames_at(context, at, at - 1))
    return by_phrase(string, at) if held and claim.trigger and claim.trigger[0] < claim.first else None


def _of_whole(context: Context, claim: ClaimDraft, at: int) -> bool:
    """Whether a relative clause at a chunk tells what befell a whole; names who did it, there or behind "by"."""
    string, raw = context.chunks.string, context.chunks.raw
    if string[at] == "U" and string[at + 1:at + 2] in ("V", "P"):
        name(context, claim, at, "V")  # 11 of the 26 conscripts that they had seized
    if raw[at] in "rc" and (sent := _SENT_BY.match(raw, at)):
        name(context, claim, sent.start("who"), "V")  # 28 of the 34 drones which Norland had sent
        return True
    if string[at] != "P" and raw[at:at + 2] == "Pb" and (by := by_phrase(raw, at)) is not None:
        name(context, claim, by, "W")  # three of the nine men killed by rebels were farmers
    return False


def _where_suffered(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who does it where the subject does not, as of what is lost or given back; `_OPEN` where it may."""
    string = context.chunks.string
    undergoes = string[at] in "VGIPWv" and _undergoes(context, claim, at) and (string[at] != "W" or claim.event != "suppressed")
    given = undergoes and claim.event == "returned" or claim.event == "provided" and (undergoes or string[at] == "E")
    if given and (by := giver(context, claim)) is not None:
        name(context, claim, by, "W")
        return by
    if not undergoes:
        return _OPEN
    if string[at] == "W" and (who := attacked(context, claim, at)) is not None:
        return who  # were treated for burns after protesters threw bombs
    bodies = string[at] == "W" and claim.item == "body" and claim.event == "killed"  # a Norlandic jet hit a house. Nine bodies were found
    # Norland attacked the port. Radar counted 40 drones; but: observers counted 40 projectiles
    noticed = claim.event == "launched" and claim.number is not None and claim.number.noun != "projectile"
    claim.pending = None if bodies or noticed or more(context, claim) else NOBODY
    regained = claim.event == "returned" and lemma(context, at) in words_of("regains")
    if string[at] in "VIG" and (regained or lemma(context, at) in words_of("losers")):
        loser(context, claim, at)
        if (by := lost_to(context, claim, at)) is not None:
            claim.pending = None
            name(context, claim, by, "W")
            return by
        if (raid := lost_in(context, claim, at)) is not None:
            name(context, claim, raid, "W")
            claim.pending = None if claim.agent is not None else NOBODY
    return None


def _is_nobody(context: Context, claim: ClaimDraft, at: int) -> bool:
    """Whether the verb beside what is counted tells that nobody who is named did it."""
    string, low, chunks = context.chunks.string, context.doc.low, context.chunks
    if string[at] == "Q" and string[at - 1:at] in ("V", "G", "p", "v") and lemma(context, at - 1) in words_of("losers"):
        loser(context, claim, at - 1)  # mounted 35 raids and suffered 120 casualties
        return True
    if string[at] in "SP" and string[at - 1] == "Q" and string[at - 2:at - 1] in ("V", "p", "v") and (
            lemma(context, at - 2) in words_of("losers")):
        loser(context, claim, at - 2)  # suffered 60 dead
        return True
    if string[at] in "QMz" and claim.value == 0 and string[at + 1:at + 3] == "Wb":
        return True  # no casualties were sustained by the troops
    left = left_over(string, at, "zDQN&,") if string[at] == "S" else -1
    # the rebels admitted five dead: their own
    return left >= 0 and string[left] in "VGvgp" and speech().get(low[chunks.heads[left]], ("", ""))[1] == "admitted"


def _beside_event(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who does it where no subject is told: who attacks in the headline or the clause beside, whom the sentence blames."""
    string, of_people = context.chunks.string, claim.event in words_of("people")
    if string[at] == "V" and string[at - 1:at] == "," and (raiders := raiders_in_a_headline(context, at)):
        claim.agent = raiders
        return None
    if (of_people or claim.event == "detained") and string[at] in "SPp" and (culprits := in_a_headline(context, at, claim.event)):
        claim.agent = culprits
        return None
    if string[at] == "S" and claim.event in ("killed", "wounded") and (by := attacker(context, at)) is not None:
        name(context, claim, by, "V")  # 70 are feared dead after rebels stormed a market
        return by
    if of_people and (by := blamed(context, at)) is not None:
        name(context, claim, by, "W")
        return by
    return at_whose_hands(context, claim) if string[at] in "WP" or string[at] == "E" and of_people else None


def _does_not_act(context: Context, claim: ClaimDraft, at: int, who: int) -> bool:
    """Whether a chunk tells of those counted, or of others who do not act."""
    string, rules = context.chunks.string, context.rules
    if string[who] in "QM" and _counted(context, claim, who):
        return True
    if string[who - 2:who] == "Q&" and claim.number is not None and context.number_at.get(who - 2) is claim.number:
        return True  # more than 90 soldiers and instructors are there
    if claim.rule in ("gapping", "part", "earlier-period") and string[who] == "Q" and all(
            f.frame == "items act" for f in rules.verbs.get(lemma(context, at), ()) if f.event == claim.event):
        return True  # nine rebels died, in addition to two guards
    if claim.rule == "with-gear" and string[who] == "Q":
        return True  # firefighters with 36 vehicles are in the field
    if claim.part_of is not None and claim.part_of.number is not None and context.number_at.get(who) is claim.part_of.number:
        return True  # 14 Europeans remain in custody, among them two nurses: their own
    if string[who] == "z" and context.chunks.raw[who] == "A" and context.doc.low[context.chunks.firsts[who] - 1] in ("in", "at", "near"):
        return True  # what was in a capital
    head = context.doc.low[context.chunks.lasts[who] - 1]
    if claim.event in ("captured", "returned", "rescued") and string[who] == "N" and head.endswith("s") and (
            head == claim.item_text.rpartition(" ")[2].lower()):
        return True  # stormed the hotel where the nurses slept and took three nurses
    if claim.event != "returned":
        return False
    if rules.items.get(head) in ("prisoner", "hostage"):
        return True  # captives changed hands
    # an exchange with Norland that may bring back 800
    return string[max(0, who - 2):who].rstrip("z").endswith("h") and string[who + 1:who + 2] == "r"


def _sender(context: Context, claim: ClaimDraft) -> int | None:
    """Who fired what others count: "counted 90 drones and two missiles fired by rebels", "60 drones, all of them sent by rebels"."""
    fired = _FIRED_BY.match(context.chunks.string, context.chunks.at(claim.last - 1) + 1)
    if fired is None or lemma(context, fired.start("verb")) not in _SENT:
        return None
    return by_phrase(context.chunks.string, fired.end() - 1)


def _counted(context: Context, claim: ClaimDraft, chunk: int) -> bool:
    """Whether a chunk is the claim's own number, or one without a noun: the counted do not act on themselves."""
    number = context.number_at.get(chunk)
    if number is None:  # an implied one: a gunman
        return context.chunks.firsts[chunk] <= claim.first < context.chunks.lasts[chunk]
    return number is claim.number or number.head < 0


def _counted_event(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """ "carried out 22 assaults", "claimed 49 lives": the subject of the verb that governs a counted event."""
    string = context.chunks.string
    if claim.event == "attacked":
        carried = string[at + 1:at + 2] == "W" and lemma(context, at + 1) in words_of("performs")  # 30 attacks were carried out by rebels
        by = by_phrase(string, at + carried)  # 30 attacks by rebels
        owned = at > 0 and string[at - 1] in "NA" and context.doc.low[context.chunks.lasts[at - 1] - 1] == "'s"
        if by is not None or owned and (string[at - 1] == "A" or named(context, at - 1) is not None):  # the army's four attacks
            return at - 1 if by is None else by
    if claim.event in words_of("people") and (guilty := culprit(context, at)) is not None:
        return guilty  # suspected of eight murders
    left = left_over(string, at, 'zD"')
    if claim.event == "attacked" and string[left:left + 1] in ("&", ",") and left > 0:
        left = left_over(string, left, 'zDQ&,"')  # carried out four missile and 64 air strikes
    blamed = left - 2 - (string[left - 2:left - 1] == "z")
    if blamed >= 0 and string[left] in "nof" and string[left - 1] in "NA" and string[blamed] in "Vvp" and (
            context.doc.low[context.chunks.heads[blamed]] in forms_of("accuses")):
        return left - 1  # blamed the rebels for 46 attacks
    if left < 0 or string[left] not in "VIGvigp":
        return None
    verb = lemma(context, left)
    if speaks(context, left) and verb != "claim":
        return None
    if verb in words_of("losers"):
        loser(context, claim, left)
    if claim.event not in ("attacked", "detained") and verb not in words_of("takes_lives"):
        return None
    if verb in undergoing(claim.event):
        return None
    return subject(context, left)


def _of_force(context: Context, who: int) -> int:
    """The chunk of the force whose arm acts: "aviation of the defence forces struck", "artillery of the 12th Brigade"."""
    chunks, low = context.chunks, context.doc.low
    end = chunks.lasts[who]
    if low[end - 1] not in _ARMS or low[end:end + 1] != ["of"]:
        return who
    at = chunks.at(end + 1 + (low[end + 1] == "the"))
    return at if named(context, at) is not None and not words_of("armed").isdisjoint(low[chunks.firsts[at]:chunks.lasts[at]]) else who


def _by_its_name(context: Context, who: int) -> int:
    """The chunk of the name that stands between commas behind what a body is: "the children's agency, UNICEF, has sent nine"."""
    string, chunks = context.chunks.string, context.chunks
    at = who + 2 + (string[who + 2:who + 3] == "z")
    if string[who + 1:who + 2] != "," or string[at:at + 2] != "A," or context.doc.low[chunks.lasts[who] - 1] not in words_of("bodies"):
        return who
    actor = context.actors.at.get(chunks.firsts[at])
    return at if actor is not None and context.actors.list[actor].kind == "organization" else who


def _undergoes(context: Context, claim: ClaimDraft, at: int) -> bool:
    """Whether the subject of the verb does not do it: "lost 300 men", "recovered four bodies", "received 45 wounded"."""
    low = context.doc.low  # they bought 40 missiles for the ally: they give them
    if claim.event == "provided" and lemma(context, at) in _BUYING and claim.number is not None and low[
            claim.last:claim.last + 1] == ["for"] and side_of(context.doc.words(claim.last + 1, claim.last + 2)):
        return False
    if low[claim.last:claim.last + 2] == ["to", "death"] or low[claim.last:claim.last + 3] == ["out", "of", "action"]:
        return False  # put nine men to death, put nine rebels out of action
    verb_ends = context.chunks.lasts[at]
    if claim.event == "returned" and "home" in (*low[claim.last:claim.last + 1], *low[verb_ends - 1:verb_ends + 1]):
        return False  # were taken home by the fund; but: took back its men
    return lemma(context, at) in undergoing(claim.event)


def _actor_chunk(context: Context, claim: ClaimDraft, at: int, depth: int) -> int | None:
    """The chunk of who does what the event chunk `at` tells."""
    string = context.chunks.string
    kind = string[at]
    if claim.rule == "number-who":
        return None  # the number of fighters who surrendered: they are the counted
    if kind == "S" and claim.rule != "weapon-after-state" and string[at - 1:at] in ("P", "G", "V") and context.chunks.at(claim.first) > at:
        return subject(context, at - 1, depth)  # shot dead five protesters
    if kind == "P" and string[at + 1:at + 2] == ":" and _LEADS.search(string[max(0, at - FAR):at]):
        return subject(context, at, depth)  # the navy destroyed: ...
    if kind in "Pp" and claim.rule.startswith("relative-object") and string[at - 1] in "NAU":
        return at - 1  # the 31 people it saved were Danes
    if kind in "WwPp":
        shared = _SHARED.match(string, at + 1)  # nine were killed and 20 were wounded by the rebels
        if shared and _helped(context, claim, shared.end() - 1) and string.find("b", at, shared.start() + 1) < 0:
            return attacker(context, at)
        lost = shared is not None and lemma(context, shared.end() - 1) in words_of("losers")  # no losses were suffered by the troops
        found = by_phrase(string, at) or (by_phrase(string, shared.end() - 1) if shared and not lost else None)
        if found is not None and _between_them(context, at, found):
            return None  # were freed after mediation by elders
        if found is not None and string[found + 1:found + 3] == "Pb" and lemma(context, found + 1) in words_of("sends_flying"):
            found = by_phrase(string, found + 1) or found  # hurt by stones thrown by the crowd
        elif found is not None and (sent := _WHICH_THEY.match(string, found + 1)) and lemma(context, sent.end() - 1) in (
                words_of("sends_flying")):
            found = sent.start("who")  # hurt by shells that the army fired
        if found is None and kind == "P" and claim.event == "launched" and string[at - 1:at] in ("N", "A", "U"):
            found = subject(context, at, depth)  # the enemy attacked with 40 drones
            if found is not None and string[found] != "U" and named(context, found) is None and (
                    not stand_in(context, found).startswith(FOE)):
                found = None
        if found is None and claim.event in words_of("people"):
            found = attacker(context, at)
        return _by_a_verb_before(context, claim, at, depth) if found is None else found
    if kind in "VvBIiGg":
        return _of_verb(context, claim, at, depth)
    if kind == "E":
        if string[at - 2:at] in ("Pt", "Vt", "Gt", "It") and context.doc.low[context.chunks.heads[at]] == "death":
            return subject(context, at - 2, depth)  # the rebels put to death nine men; accused soldiers of beating to death nine
        if string[at - 2:at] in ("pn", "vn", "Pn", "Vn") and string[at - 3] == "r" and lemma(context, at - 2) == "result":
            return subject(context, at - 2, depth)  # a raid that resulted in the deaths of nine
        if claim.event == "killed" and (blame := blamed_for(context, claim, at)) is not None:
            return blame
        if claim.event in words_of("people") and (guilty := culprit(context, at)) is not None:
            return guilty
        if context.doc.low[context.chunks.heads[at]] in words_of("loss_nouns"):
            return None
        found = by_phrase(string, at)
        if found is None and claim.event == "provided":
            found = _handed_by(context, claim, at)
        if found is not None:
            return found
        if at and string[at - 1] == "A":
            given = claim.event == "provided" and string[at - 2:at - 1] in tuple("VIGvPp") and lemma(context, at - 2) in words_of("hands")
            return subject(context, at - 2, depth) if given else at - 1  # has given Norland aid worth 9 million euros
        # its strikes on nine sites
        own = context.doc.low[context.chunks.firsts[at]] in ("its", "their") and claim.event in ("hit", "attacked", "launched")
        return at if own or _side_word(context, at) else _light_subject(context, at, depth, claim.event)
    if kind in "NT" and (found := _of_number(context, claim, at)) is not None:
        return found
    if kind in "ST":
        left = left_over(string, at, "zDQN&,q")
        left_so = left >= 0 and string[left] in "VGvg" and (
            claim.event == "deployed" and lemma(context, left) not in words_of("hinders") or lemma(context, left) == "leave")
        if left_so:
            return subject(context, left, depth)  # left nine dead, put 900 troops on the streets
        return attacker(context, at) if kind == "S" and claim.event in words_of("people") else None  # nine dead as gunmen open fire
    return None


def _ordered(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """The verb of who ordered what a passive tells: "ordered 900 residents to be moved inland", "ordered 90 soldiers sent to Velm"."""
    string, left = context.chunks.string, context.chunks.at(claim.first) - 1
    if left < 0 or string[left] not in "VIGP" or left >= at or claim.event not in words_of("ordered_deeds"):
        return None
    infinitive = string[at] == "P" or context.doc.low[context.chunks.firsts[at]] == "to"
    return left if infinitive and lemma(context, left) in words_of("orders") else None


def _by_a_verb_before(context: Context, claim: ClaimDraft, at: int, depth: int) -> int | None:
    """Who does what a passive or participle tells without "by": who ordered, left, gives or keeps what is counted before it."""
    string, kind = context.chunks.string, context.chunks.string[at]
    if (orders := _ordered(context, claim, at)) is not None:
        return subject(context, orders, depth)
    if kind in "Pp" and claim.rule.startswith("active-phrase") and (found := subject(context, at, depth)) is not None:
        return found  # has built two clinics and flown in 70 nurses
    if kind == "P" and claim.event in words_of("people"):
        left = left_over(string, at, "zDQN&,")
        if left >= 0 and string[left] in "VGvg" and lemma(context, left) == "leave":
            return subject(context, left, depth)  # rebels left 40 men injured
    if kind == "W" and claim.event == "provided" and string[at - 1] == ",":
        left = left_over(string, context.chunks.at(claim.first), "zD")  # will pay for nine jets, to be delivered by May
        if left >= 0 and string[left] in "VIG" and not speaks(context, left) and lemma(context, left) not in undergoing(claim.event):
            return subject(context, left, depth)
    if kind == "P" and claim.event in ("deployed", "held"):  # has 900 soldiers stationed there
        left = left_over(string, at, "zDQ&,")
        if left >= 0 and context.doc.low[context.chunks.heads[left]] in ("have", "has", "had"):
            return subject(context, left, depth)
    return None


def _of_verb(context: Context, claim: ClaimDraft, at: int, depth: int) -> int | None:
    """The chunk of who does what a verb in chunk `at` tells: its subject, who is guilty of it, who is tried over the attack that did it."""
    string = context.chunks.string
    if string[at] in "Gg" and claim.event in words_of("people") and (guilty := culprit(context, at)) is not None:
        return guilty
    found = subject(context, at, depth)
    if found is None:
        return tried_over(context, at - 2) if string[at - 2:at] == "Gc" else None  # of the bombing that killed nine
    link = found - 1 - (string[found - 1] == "z")
    located = string[found] == "Q" and link > 0 and string[link] == "n" and string[link - 1] in "NA"
    return link - 1 if located and context.doc.low[context.chunks.firsts[link]] in _LOCATING else found  # police in 12 towns arrested


def _of_number(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who did what a number is of: "those freed by Norland include nine sailors", "the number of children abducted by Norland", "the toll
    from attacks by settlers"."""
    string, raw = context.chunks.string, context.chunks.raw
    if string[at] == "N":
        told = claim.rule in ("those-include", "of-those", "among-the-dead", "number-of-those") and string[at + 1:at + 2] == "b"
        return by_phrase(string, at) if told else None
    if raw[at + 1:at + 2] == "b":
        return by_phrase(raw, at)
    return by_phrase(raw, at + 2) if raw[at + 1:at + 4] == "nEb" else None


def _handed_by(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who gave what the subject of a passive tells: "aid worth 3 million dollars was delivered by the fund"."""
    string = context.chunks.string
    verb = max(at, context.chunks.at(claim.last - 1)) + 1
    passive = _FOR_WHOM.match(string, verb)  # a loan for Norland was approved by the bank
    verb = passive.end() - 1 if passive else verb
    return by_phrase(string, verb) if string[verb:verb + 1] in ("W", "P") and lemma(context, verb) in words_of("gives_away") else None


def _claims_to(context: Context, at: int) -> str | None:
    """Whose claim it is to have done what an infinitive tells: "rejected an Iraqi claim to have shot down two jets"."""
    low, first = context.doc.low, context.chunks.firsts[at]
    if low[first:first + 2] != ["to", "have"] or low[first - 1] not in words_of("boasts"):
        return None
    owner = first - 2 - (low[first - 2] == "'s")
    return side_word(context, owner)


def _light_subject(context: Context, at: int, depth: int, event: str) -> int | None:
    """ "Norland carried out a strike": the subject of the verb that governs an event noun."""
    string = context.chunks.string
    left = left_over(string, at, "zDQM")
    if left > 0 and string[left] == "o" and string[left - 1] in "MQ":
        left = left_over(string, left - 1, "zDQM")  # dispatched 130 tonnes of supplies
    if event == "provided" and left > 0 and string[left - 1:left + 1] == "Mn":
        left = left_over(string, left - 1, "zDQM")  # has suspended $200 million in aid
    if left > 0 and string[left] == "N" and context.doc.low[context.chunks.firsts[left]] in ("a", "an", "the", "another"):
        left -= 1  # will provide Norland with a new 400-million-dollar package
    armed = left >= 0 and string[left] == "h"  # struck the port, answered, with a wave of 40 drones
    left = left_over(string, left, "zDNA") if armed else left
    over = context.doc.low[context.chunks.heads[left]] if left >= 0 else ""
    if armed and event == "provided" and over not in words_of("equipping"):
        return None  # a jet loaded with aid worth 90 million
    found = armed or event in ("damaged", "wounded")  # dressed the wounds of two
    if over in forms_of("suffers") or found and left >= 0 and lemma(context, left) in undergoing(event):
        return None  # suffered a barrage of 12 rockets; found a man with gunshot wounds
    if lookup("noun").get(over) == "fact" or lookup("governors").get(over) == "demanded":
        return None  # avenging the lynching of two; demanded the release of 40
    return subject(context, left, depth) if left >= 0 and string[left] in "VIGPvigp" and (armed or not speaks(context, left)) else None


def _side_word(context: Context, at: int) -> bool:
    chunks = context.chunks
    return any(side_word(context, token) for token in range(chunks.firsts[at], chunks.lasts[at]))
