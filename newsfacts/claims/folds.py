"""Groups that no pattern need spell: wholes of parts, complements and containers become adjuncts of their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsfacts.claims.alongside import gear_of
from newsfacts.claims.company import excepted, whose
from newsfacts.claims.context import Context, lemma_of, of_them
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular
from newsfacts.rules import FRAMES

Spans = Iterator[tuple[int, int]]  # chunks that become adjuncts
Wholes = list[tuple[int, int, int]]  # the chunks of a part and its whole, and of the whole's own event or -1

_FRONTED = late(r"o(?:(?<=^o)|(?<=[.;:,&c(dp\"]o))(?:z?No)?[NUz]{0,3}"
                 r"(?P<whole>Q)(?:&N)?(?P<done>V)?[SPzEnfIWDtANb]{0,7}(?P<comma>,)[zDc]{0,2}(?P<part>Q)")
_MOST = late(r"[zNU](?:o[Nz]?|c)Q")
_OF_THE_DEAD = late(r"S|P[zD]{0,3}[BVvWw]")
_QUANTIFIERS = frozenset("most many some few much part majority rest half all".split())
# of 40 drones, half were shot down; of the 40 drones, the army shot down most; but: of the 40 drones launched, half were
_OF_A_SHARE = late(r"(?:^|[.;:,&c])[zD]{0,2}o[zD]?(?P<whole>Q)(?!P)[zDNAno]{0,6},?[zD]{0,3}(?:[NAU][zD]{0,2}V[zD]?)?"
                   r"(?P<share>[NMz])(?=[zD]{0,3}[WVBPvpw.,;])")
_SHARES = frozenset("half most third thirds quarter quarters fifth fifths tenth tenths majority all percent cent".split())
_NEARLY = frozenset("nearly almost virtually practically".split())
_OF_THE = frozenset("of the these those its their his".split())
_OWN_EVENT = late(r"(?P<own>P|S(?=[zD]{0,3}(?:B[zD]{0,3}S|W))|r[zD]{0,2}(?:[WP]|VS))(?:b[zNA]{1,3})?"
                  r"(?=[zD]{0,6}[PWVBSvpw]|[zDNAnhb]{1,10},[zDNAnqQUSho&]{1,8},[zD]{0,2}[WVBwvp])")
_OWN_RELATIVE = late(r"(?P<own>[rc][zD]{0,2}[NAU][VP])(?=[zDnNA]{0,8}[WVBv])")  # 28 of the 34 drones which Norland had sent were shot down
_SHARE = late(r"[QM](?:o[Nz]?|(?<=M)z)Q")
_VERBS = tuple("WVPBvwp")
_VERB_GROUPS = frozenset("vVwWpPgGiI")
_RECONNECT = ("restore", "reconnect", "reconnected")
_WOUNDS = frozenset(("wounds", "injuries", "burns"))
_SERVING = frozenset(("contractor", "adviser", "advisor", "consultant", "aide", "envoy", "supplier", "bodyguard"))
_TO_WHOM = late(r"Q(t[zD]?[NA]N?)(?=[zD]{0,3}[PWBVvpS])")
# 90 members of unions and of the Karo Front; nine nurses and members of Karo, Velm and Tarn
_COMPLEMENT = late(r"Q(?:(?<![VPGIWvpgi]Q)&N(?=oz?A))?[zD]{0,3}(?:(?<=z)&(?=oz?[NA]))?"
                   r"(?:[oh]z?M?(?:E(?=N))?[NAE](?:(?:,N){1,3},?&N|(?:(?<=A),z?A){1,3},?&z?A|&(?=oz?[NA]))?){1,3}")
_BEHIND_BRACKET = late(r"\)[zD]{0,2}(oz?[NA])(?=[zD]{0,4}[WPSVBvpw])")
_OF = late(r"[NQ]oz?Q")
_AGED_ASIDE = late(r"(?<=Q),z[zD,&]{1,6},(?=[zD]{0,2}S)")
_AGES = late(r"Q,Q(?:,Q){0,4}(?:&Q)?(?=,)")
_WITHIN = late(r"Q([nh][zD]?Q)(?=[zD]{0,6}(?:r[zD]{0,2})?[WPVBvpwS])")
_OF_ONE = late(r"Q,Q(?:zz|o[UrT])([nh][zD]?Q)(?=,[zD]{0,3}[WPVBvpS])")
_REMAINS = frozenset("bodies remains corpses coffins".split())
_PIECES = late(r"N[on]z?Q")
_AGED = late(r"[QN](zD(?:,D){0,8},?&D)")
_GROUP = late(r"z{1,2}(?<=[Qz]z)oQ")
_MEMBERS = late(r"QoQ")
_FROM_ONE = late(r"nQ")
_HOMES = frozenset(
    """family families household households ngo ngos organization organizations organisation organisations agency agencies charity charities
    company companies firm firms clan clans tribe tribes gang gangs party parties nationality nationalities newspaper newspapers union
    unions ministry ministries""".split())
_HURT = frozenset(("wounded", "injured", "survivors"))
_SIZED = frozenset(("strong", "member"))
_TOWNS = frozenset("city town village settlement community country nation island district region province suburb place".split())
_WITHIN_ONE = late(r"Q[zD]{0,3}(nQ)(?=[zD]{0,2},?&[zD]{0,2}Q)")
_WITH_THEM = late(r"(?:z{0,3}(?:,?&|,)z?Q){0,6}")
_BODIES_OF = late(r"N(?=oN(?:,?&|,)z?Q)oN")
_SAID = frozenset("said says say added noted reported".split())
_TEAM = late(r"Qoz?N(?=[zD]{0,6}(?:,?r[zD]*)?[PWVBvwp.,;&nh])")
_TEAMS = frozenset("team group party family gang patrol squad platoon delegation congregation band unit household class".split())
_THEIR = frozenset("the this that his her their its our same".split())
_TOWN = late(r"[ANz](?P<aside>,(?P<town>N)[ozDQNAnUt]{0,8}(?:r[zD]{0,2}[VWPvwp][zDNA]{0,6})?,)(?=[zD]{0,3}[&VWPBvwpQzUN])")
_GROUPS = frozenset("group party team crowd class convoy family gang crew".split())
_DOING = late(r",q[zDUQN&]{0,8}Q([gG][zfnthobDNAiISU]{1,8}),(?=[zD]{0,3}[WPVBvpS])")
_FIRED = late(r",q[zDUQN&]{0,8}Q(P[zfnthobDNA]{1,6}),(?=[zD]{0,3}W)")
_MOST_OF_THEM = late(r"Q(,[zNU]{0,2}o[Ur][^,.;:VW]{1,8},)(?=[zD]{0,3}[PWVBpvS])")
_OF_THEM = late(r"(?<=Q)o[UrT]")
_OF_THE_LATTER = late(r"(?<=Q)oN")
_ALL_FROM = late(r"[QN](,[zNU]{1,2}n[zD]?Q,)(?=[zD]{0,3}[PWVBpvS])")
_KIND_ASIDE = late(r"Q[zD]{0,2}(?P<aside>,N,)(?=[zD]{0,3}[PWVBpv])")
_ALL_OR_MOST = frozenset("all both most mostly mainly largely chiefly".split())
_LATTER = frozenset("latter former first second third rest remainder".split())
_GIVEN_BACK = late(r"(?:[VIGW][zD]{0,3}|Eo)(?P<qty>Q)(?:o?N|z{0,3})(?P<dead>S)")
_CONTACT = late(r"Q(?P<clause>U[vVpP][zD]{0,3})(?=[BWVvpP])")
_OF_WHOM = late(r"(?<=Q),o[Ur](?P<part>[zD]{0,2}Q[zD]{0,2}(?:B(?=[zD]{0,2}N))?[zDN]{0,4},)(?=[zD]{0,3}[PWVBvpS])")


def fold_wholes(context: Context) -> Wholes:
    """Folds "139 of the 176 drones", "most of the", "a third of the", "a team of", "of the northern army", "of them"; gives the wholes."""
    chunks = context.chunks
    out: Wholes = []
    for step, signs in _STEPS:
        string = chunks.string
        for sign in signs:
            if sign in string:
                break
        else:
            continue
        letters = None
        for first, last in step(context, out) if step is _partitives else step(context):
            letters = letters or list(string)
            letters[first:last] = "z" * (last - first)
        if letters:
            chunks.string = "".join(letters)
    commas: list[int] = []
    done: list[int] = []  # "of the nine killed in the raids, four were": a participle
    for match in _FRONTED.finditer(chunks.string) if "," in chunks.string else ():  # "Of the 63 drones, 45 were shot down": no list
        if match.start() and chunks.string[match.start() - 1] == "p" and context.doc.low[chunks.heads[match.start() - 1]] not in _SAID:
            continue  # knew of 63 drones, 45 of them old; but: said of the 63 drones, 45 were shot down
        out.append((match.start("part"), match.start("whole"), -1))
        commas.append(match.start("comma"))
        if match["done"]:
            done.append(match.start("done"))
    if commas:
        letters = list(chunks.string)
        for at in done:
            letters[at] = "P"
        for comma in commas:
            letters[comma] = "c"
        chunks.string = "".join(letters)
    if ",o" in chunks.string:  # nine people, of whom four were children, were hurt: including four
        chunks.string = _OF_WHOM.sub(lambda m: ",qU" + m["part"].replace("B", "z"), chunks.string)
    if "Qo" in chunks.string:
        chunks.string = _OF_THEM.sub("zz", chunks.string)
    for match in _OF_THE_LATTER.finditer(chunks.string) if "QoN" in chunks.string and not _LATTER.isdisjoint(context.doc.keys) else ():
        at = match.end() - 1
        if context.doc.low[chunks.heads[at]] in _LATTER and chunks.lasts[at] - chunks.firsts[at] == 2:  # ten of the second
            chunks.string = chunks.string[:match.start()] + "zz" + chunks.string[match.end():]
    return out


def _inhabitants(context: Context) -> Spans:
    """ "Karo, a city of 90,000 people, was held by rebels": so many live there."""
    chunks, low = context.chunks, context.doc.low
    for i in context.number_at if not _TOWNS.isdisjoint(context.doc.keys) else ():
        town = chunks.lasts[i - 2] - 1
        if i > 1 and chunks.raw[i - 2:i + 1] == "NoQ" and low[town] in _TOWNS and (
                low[chunks.firsts[i - 2]] in ("a", "an") or low[chunks.firsts[i - 2]] in ("the", "this") and context.number_at[i].head < 0):
            yield i, i + 1


def _towns(context: Context) -> Spans:
    """ "Three died in Velm, a town of 40,000 near the border, and two in Tarn": what a town is, between commas, is none of the clause."""
    chunks, low = context.chunks, context.doc.low
    for match in _TOWN.finditer(chunks.string) if not _TOWNS.isdisjoint(context.doc.keys) else ():
        if low[chunks.heads[match.start("town")]] in _TOWNS and low[chunks.firsts[match.start("town")]] in ("a", "an", "the"):
            yield match.span("aside")


def _ages(context: Context) -> Spans:
    """ "Two women, 34 and 57, were hurt": as many bare numbers as people are their ages."""
    for match in _AGED_ASIDE.finditer(context.chunks.string) if "aged" in context.doc.keys else ():  # left two women, aged 54 and 61, dead
        if context.doc.low[context.chunks.firsts[match.start() + 1]] == "aged":
            yield match.span()
    for match in _AGES.finditer(context.chunks.string) if "Q,Q" in context.chunks.string else ():
        first, *bare = [context.number_at.get(i) for i in range(match.start(), match.end()) if context.chunks.string[i] == "Q"]
        if first is not None and first.head >= 0 and first.value == len(bare) and all(n is not None and n.head < 0 for n in bare):
            yield match.start() + 1, match.end()


def _doing(context: Context) -> Spans:
    """ "Seven people, including two cameramen working for Velm TV, were killed": what the part did hides no verb of the whole."""
    for match in _DOING.finditer(context.chunks.string):
        yield match.span(1)
    for match in _FIRED.finditer(context.chunks.string):  # 14 missiles, five of them fired from the sea, were shot down
        if lemma_of(context, match.start(1)) in ("fire", "launch", "send"):
            yield match.span(1)


def _of_families(context: Context) -> Spans:
    """ "Eleven members of one family died", "13 staff of two agencies were freed": the family is an adjunct."""
    if _HOMES.isdisjoint(context.doc.keys):
        return
    for match in _MEMBERS.finditer(context.chunks.string):
        whole, first = context.number_at.get(match.end() - 1), context.number_at.get(match.start())
        if whole and first and whole.noun in _HOMES and first.head >= 0 and item_of(context.doc, first, context.rules) in PEOPLE:
            yield match.start() + 1, match.end()
    for match in _FROM_ONE.finditer(context.chunks.string):
        whole = context.number_at.get(match.end() - 1)
        if whole and whole.value == 1 and whole.noun in _HOMES and context.doc.low[context.chunks.firsts[match.start()]] == "from":
            yield match.span()  # nine of whom were from one family


def _from_groups(context: Context) -> Spans:
    """ "The 12 guests from a group of 17 were freed": the group is an adjunct."""
    doc, chunks = context.doc, context.chunks
    for match in _GROUP.finditer(chunks.string):
        of = chunks.firsts[match.end() - 2]
        if doc.low[of] == "of" and doc.low[of - 1] in _GROUPS and doc.low[chunks.firsts[match.start()]] in ("from", "in", "within", "of"):
            yield match.span()


def _of_a_team(context: Context) -> Spans:
    """ "Four of the team were killed", "two of the family died": members of what has a noun in the singular."""
    chunks, low = context.chunks, context.doc.low
    for match in _TEAM.finditer(chunks.string) if not _TEAMS.isdisjoint(context.doc.keys) else ():
        number, group = context.number_at.get(match.start()), match.end() - 1
        theirs = low[chunks.firsts[match.start() + 1] + 1] in _THEIR
        if number is not None and number.head < 0 and theirs and low[chunks.lasts[group] - 1] in _TEAMS:
            yield match.start() + 1, match.end()


def _described(context: Context) -> Spans:
    """ "Eleven people, most of them from one family, died": what the aside counts did not; "two women aged 61 and 74"."""
    for match in _AGED.finditer(context.chunks.string) if "aged" in context.doc.keys else ():
        if context.doc.low[context.chunks.firsts[match.start(1)]] == "aged":
            yield match.span(1)
    for match in _CONTACT.finditer(context.chunks.string) if "QU" in context.chunks.string else ():
        number = context.number_at.get(match.start())
        if number is not None and number.whole < 0 and context.doc.low[number.nlast:number.nlast + 1] == ["of"]:
            yield match.span("clause")  # nine of the men she had treated were dead
    for match in _ALL_FROM.finditer(context.chunks.string) if "Q," in context.chunks.string else ():
        if context.doc.low[context.chunks.firsts[match.start(1) + 1]] in ("all", "both"):
            yield match.span(1)  # a guide and three porters, all from one village, were hurt
    for match in _KIND_ASIDE.finditer(context.chunks.string) if ",N," in context.chunks.string else ():
        number, at = context.number_at.get(match.start()), match.start("aside") + 1
        first, last = context.chunks.firsts[at], context.chunks.lasts[at]
        kind = item_of_words(context.doc, first, last - 1, context.rules) if context.doc.low[first] in _ALL_OR_MOST else None
        if number is not None and kind in PEOPLE:  # a further 90 apiece, all servicemen, followed
            if number.head < 0:
                context.items[number.nfirst] = kind
            yield match.span("aside")
    for match in _MOST_OF_THEM.finditer(context.chunks.string) if "Q," in context.chunks.string else ():
        if match[1][1] != "o" or "Q" not in match[1]:  # but: nine people, of them four children, were hurt
            yield match.span(1)


def _within(context: Context) -> Spans:
    """ "Nine people in two towns died", "nine people, four of them from one family, died": where they were is an adjunct, as far as a verb
    of theirs follows."""
    for match in _WITHIN_ONE.finditer(context.chunks.string):
        number = context.number_at.get(match.end(1) - 1)
        if number is not None and number.value == 1 and context.doc.low[number.first] == "one":
            yield match.span(1)  # took nine from one ship and eight from another
    for match in (*_WITHIN.finditer(context.chunks.string), *_OF_ONE.finditer(context.chunks.string)):
        word, end = context.doc.low[context.chunks.firsts[match.start(1)]], match.end(1)
        behind = context.chunks.string[end:end + 9]
        apart = word == "with" and behind[:1] in ("P", "S") and behind[1:].lstrip("zD")[:1] not in _VERBS
        if word in load_json("events")["within"] and not apart:  # the fire killed nine with 31 hurt
            yield match.span(1)


def _equipped(context: Context) -> Spans:
    """ "140 firefighters with 36 vehicles and two planes were deployed": what they have with them is an adjunct."""
    for _, first, last in gear_of(context, context.chunks.string):
        yield first, last


def _strong(context: Context) -> Spans:
    """ "A 1,200-strong force", "a 50-member rescue team": of the group's people the number is told."""
    low, chunks, words = context.doc.low, context.chunks, load_json("events")
    for i, number in context.number_at.items() if not _SIZED.isdisjoint(context.doc.keys) else ():
        group = i + (2 if chunks.string[i + 1:i + 3] == "VN" and low[chunks.firsts[i + 1]] in words["team_work"] else 1)
        if low[number.last - 1] not in _SIZED or low[number.last - 2] != "-" or chunks.string[group:group + 1] != "N":
            continue
        armed = low[chunks.heads[group]] in words["armed_groups"]
        helpers = any(word in words["team_work"] for word in low[chunks.firsts[i + 1]:chunks.heads[group]])
        if armed or helpers or low[number.last - 1] == "strong":
            context.items[number.nfirst] = "worker" if helpers else "soldier" if armed else "person"
            yield i + 1, group + 1


def _fragments(context: Context) -> Spans:
    """ "Fragments of five drones fell": the drones did not."""
    for match in _PIECES.finditer(context.chunks.string):
        if context.doc.low[context.chunks.heads[match.start()]] in load_json("events")["pieces"] and (
                context.doc.low[context.chunks.firsts[match.start() + 1]] in ("of", "from")):
            number = context.number_at.get(match.end() - 1)
            land = number is not None and item_of(context.doc, number, context.rules) in ("region", "settlement")
            yield (match.start(), match.end() - 1) if land else (match.end() - 1, match.end())  # parts of six provinces


def _partitives(context: Context, out: Wholes) -> Spans:
    """ "139 of the 176 drones", "four of the 16 people injured died", "nine of the ten men who fled were caught"."""
    string, at = context.chunks.string, context.number_at
    parts = [(i, number) for i, number in at.items() if number.whole >= 0]
    chunk_of = {id(n): i for i, n in at.items()} if parts else {}
    for i, number in parts:
        j = chunk_of.get(id(context.numbers[number.whole]))
        if j is not None and i < j <= i + 5:
            own = _OWN_EVENT.match(string, j + 1) or _OWN_RELATIVE.match(string, j + 1)
            if own and string[own.start():own.end()] == "P" and _acts(context, own.start()):
                own = None  # one of the three injured men died in hospital
            mixed = _mixed(context, j) if string[j + 1:j + 3] == "&N" else None
            if mixed:  # 84 of the 91 missiles and drones
                context.items[number.nfirst] = context.items[at[j].nfirst] = mixed
            if _only_the_whole(context, number, i, j):
                yield i, j
                continue
            out.append((i, j, own.end("own") - 1 if own else -1))
            yield i + 1, own.end() if own else j + 1 + 2 * bool(mixed)


def _acts(context: Context, i: int) -> bool:
    """Whether the verb in a chunk is only told of those who act: "died" behind a noun is no participle of its own."""
    frames = context.rules.verbs.get(lemma_of(context, i), ())
    return bool(frames) and all(f.frame == FRAMES[1] for f in frames)


def _only_the_whole(context: Context, number: Number, i: int, j: int) -> bool:
    """Whether what is told befell the whole: "he is one of 90 men who fled", "power is back for 40 of the 90 homes cut off"."""
    string = context.chunks.string
    if number.value == 1 and string[i - 1:i] == "B":
        return string[j + 1:j + 6].lstrip("zD")[:1] in ("r", "P")
    first = context.chunks.firsts[i]
    if context.doc.low[first - 2:first] == ["back", "for"]:
        return string[j + 1:j + 2] in ("P", "r")
    verb = i - 1 - (string[i - 1:i] == "t")  # reconnected 60 of, power was restored to 60 of, restored power to 60 of the 90 homes
    verb -= string[verb:i] == "Nt"
    return string[j + 1:j + 2] in ("P", "r") and string[verb:verb + 1] in _VERB_GROUPS and lemma_of(context, verb) in _RECONNECT


def _mixed(context: Context, j: int) -> str | None:
    """What the number in chunk j counts with the noun behind "and", where both are arms: missiles and drones are weapons."""
    chunks, rules = context.chunks, context.rules
    first, last = item_of(context.doc, context.number_at[j], rules), rules.items.get(context.doc.low[chunks.lasts[j + 2] - 1])
    return next((both for a, b, both in load_json("items")["mixed"] if both == "weapon" and {a, b} == {first, last}), None)


def _mosts(context: Context) -> Spans:
    """Of "most of the 180 missiles" and "all but six" no number is told."""
    for match in _MOST.finditer(context.chunks.string):
        word = context.doc.low[context.chunks.lasts[match.start()] - 1]
        bare = context.number_at[match.end() - 1].head < 0
        if (bare or context.chunks.string[match.end()] == "S") and _OF_THE_DEAD.match(context.chunks.string, match.end()):
            continue  # many of the 27 dead were pupils; some of the 30 injured are in a grave state
        if word == "all" and match[0][1] == "o":
            yield match.start(), match.end() - 1  # all of the 38 were freed
        elif word in _QUANTIFIERS and (match[0][1] != "c" or context.doc.low[context.chunks.firsts[match.start() + 1]] == "but"):
            yield match.end() - 1, match.end()  # but: said for its part that 31 were stopped


def _shared(context: Context) -> Spans:
    """ "Of the 900 prisoners, a third were freed", "shot down nearly all of the 40 drones": not all of them."""
    chunks, low, string = context.chunks, context.doc.low, context.chunks.string
    for match in _OF_A_SHARE.finditer(string) if not _SHARES.isdisjoint(context.doc.keys) else ():
        share = match.start("share")
        number = next((n for n in context.numbers if n.nfirst == chunks.firsts[share]), None) if string[share] == "M" else None
        word = low[chunks.lasts[share] - 1]
        if number.unit in ("percent", "fraction") if number is not None else word in _SHARES and (
                word != "all" or low[chunks.lasts[share] - 2] in _NEARLY):
            yield match.start("whole"), match.start("whole") + 1
    for i, number in context.number_at.items() if "all" in context.doc.keys and not _NEARLY.isdisjoint(context.doc.keys) else ():
        before = low[max(0, number.first - 4):number.first]
        at = next((k for k in range(len(before) - 1, 0, -1) if before[k] == "all"), 0)
        if at and before[at - 1] in _NEARLY and set(before[at + 1:]) <= _OF_THE:
            yield i, i + 1


def _given_back(context: Context) -> Spans:
    """ "Returned 24 of the 28 dead": bodies."""
    chunks, rules = context.chunks, context.rules
    for match in _GIVEN_BACK.finditer(chunks.string) if "dead" in context.doc.keys else ():
        number = context.number_at.get(match.start("qty"))
        if number and number.head < 0 and context.doc.low[chunks.heads[match.start("dead")]] == "dead":
            lemma, tail = lemma_of(context, match.start()), context.doc.low[chunks.lasts[match.start()] - 1]
            verbs = rules.nouns.get(lemma, ()) if chunks.string[match.start()] == "E" else [
                f for verb in (lemma, f"{lemma} {tail}") for f in rules.verbs.get(verb, ())]
            told = [f.event for f in verbs if "body" in f.items]  # the return of 90 dead
            if "returned" in told and "killed" not in told and lemma != "receive":  # a hospital received 12 dead
                context.items[number.nfirst] = "body"
                yield match.end("qty"), match.end()


def _shares(context: Context) -> Spans:
    """Of a share of a whole nothing follows for the whole: "a third of the 30 boats were sunk"."""
    for match in _SHARE.finditer(context.chunks.string):
        share = context.number_at.get(match.start())
        if share and share.unit in ("percent", "fraction"):
            yield match.start() + 1, match.end()


def _containers(context: Context) -> Spans:
    """ "The bodies of 17 people", "a team of 80 rescuers", "a girl of nine"."""
    chunks, words = context.chunks, load_json("events")["groups"]
    for match in _OF.finditer(chunks.string):
        number = context.number_at.get(match.end() - 1)
        if number is None:
            continue
        word = context.doc.low[chunks.heads[match.start()]]
        armed = word in load_json("events")["armed_groups"]
        if word in words or armed:
            first, part = match.start(), context.number_at.get(match.start())
            inside = chunks.string[max(0, first - 2):first] == "Qo"
            if inside or part is not None and context.doc.low[part.nlast:part.nlast + 1] == ["of"]:
                yield first + (-1 if inside else 1), match.end()  # nine of a gang of 14, nine of her crew of 14
                continue
            people = "soldier" if armed else context.rules.items.get(word)
            if number.head < 0 and people in PEOPLE:  # a crew of 31
                context.items[number.nfirst] = people
            yield match.start(), match.end() - 1
        elif number.head < 0 and context.rules.items.get(word) in PEOPLE and singular(word) == word and (number.value or 999) < 120:
            yield match.start() + 1, match.end()
        elif word in _REMAINS or word in ("body", "corpse") and number.value == 1 or word == "those" and _of_others(
                context, match.start(), number):
            whose = item_of(context.doc, number, context.rules)
            context.items[number.nfirst] = "body" if whose is None or whose in PEOPLE else "unknown"  # the remains of 16 drones
            _also_dead(context, match.end())  # and of three children
            yield match.start(), match.end() - 1
    for match in _BODIES_OF.finditer(chunks.string):
        if context.doc.low[chunks.heads[match.start()]] in ("bodies", "remains", "corpses"):
            _also_dead(context, match.end())  # the bodies of a mother and her two daughters


def _also_dead(context: Context, at: int) -> None:
    """The people of a list that goes on at a chunk are bodies."""
    rest = _WITH_THEM.match(context.chunks.string, at)
    for i in range(at, rest.end() if rest else 0):
        other = context.number_at.get(i)
        if other is not None and not of_them(context, other) and _HURT.isdisjoint(
                context.doc.low[other.nlast:other.last]) and (item_of(context.doc, other, context.rules) or "person") in PEOPLE:
            context.items[other.nfirst] = "body"


def _of_others(context: Context, those: int, number: Number) -> bool:
    """Whether "those of" tells of bodies: "gave back the bodies of 90 men and received those of 27"."""
    told = context.doc.low[context.doc.sents[context.doc.sentence_of(number.nfirst)][0]:number.first]
    return context.chunks.string[those - 1] in "AVIPG" and not _REMAINS.isdisjoint(told)


def _behind_brackets(context: Context) -> Spans:
    """ "Two staff (a nurse and a driver) of an agency were freed": the agency is an adjunct."""
    for match in _BEHIND_BRACKET.finditer(context.chunks.string):
        yield match.span(1)


def _complements(context: Context) -> Spans:
    """ "146 soldiers of the northern army", "four of the wounded", "six contractors to the agency"."""
    chunks, at = context.chunks, context.number_at
    for match in _TO_WHOM.finditer(chunks.string) if "Qt" in chunks.string else ():
        if match.start() in at and at[match.start()].noun in _SERVING:
            yield match.span(1)
    for match in _COMPLEMENT.finditer(chunks.string):
        last = context.doc.low[chunks.heads[match.end() - 1]]
        known = match.start() in at and (at[match.start()].head >= 0 or context.chunks.string[match.start() + 1] == "z" and (
            context.doc.low[at[match.start()].last - 1] == "strong"))  # the 22-strong crew of the tanker
        if last in _WOUNDS and "h" in match[0] and context.chunks.string[match.end():match.end() + 6].lstrip("zD")[:1] not in _VERBS:
            continue  # two with head wounds; but: three with burns were taken to hospital
        if match.start() in at and (known != (last in context.rules.counts) or last == "those"):
            yield match.start() + 1, match.end()


# the steps, and what of the chunk string one must be there for each
_STEPS: tuple[tuple[Callable[..., Spans], tuple[str, ...]], ...] = (
    (_inhabitants, ("",)),
    (_towns, (",N",)),
    (_doing, (",q",)),
    (_ages, ("Q,",)),
    (_of_families, ("QoQ", "nQ")),
    (_from_groups, ("zoQ",)),
    (_of_a_team, ("Qo",)),
    (_described, ("",)),
    (_behind_brackets, (")",)),
    (_equipped, ("Qh",)),
    (_within, ("nQ", "Qn", "Qh", "Q,Q")),
    (_strong, ("",)),
    (_fragments, ("No", "Nn")),
    (whose, ("Qo", "Qf", "No", "Nf")),
    (excepted, ("",)),
    (_partitives, ("",)),
    (_mosts, ("oQ", "oNQ", "ozQ", "cQ")),
    (_shared, ("Q",)),
    (_given_back, ("S",)),
    (_shares, ("Qo", "Mo", "MzQ")),
    (_containers, ("oQ", "ozQ", "oN&", "oN,")),
    (_complements, ("Q",)),
)
