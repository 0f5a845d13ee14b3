"""The noun phrase that says: before a verb, after one, past appositions and brackets."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from newsfacts.late import late
from newsfacts.sources.words import words
from newsfacts.tokens import Doc

Range = tuple[int, int]
# OSLO, 3 May (NENA) -; Velm (Norland), May 4, 2025 (NENA) -; PORT-AU-TARN, Norland, Sept. 15, 2025 (NENA).-
DATELINE = late(r"(?:M{1,3}(?:wM{1,2}){0,2}(?:\(M{1,3}\((?=,))?(?:,M{1,3}(?:iM{1,2})?)?"
                r"(?:,[MDwy0]{0,3}\.?0?(?:,?0)?)?(?:\([Mw.D0]{1,5}\()?\.?|\(M{1,3}\(|D0(?:,0)?)"
                r"-{1,2}(?=[dM0wpi]|sds0|(?<=[(0]-)[sQyGr]|(?<=[(0]--)[sQyGr])")
_BACK = 20  # tokens of a phrase
_DEED = 6  # tokens from a verb to the noun of its object
# over the reversed tags: words, prepositions between them, "J. Smith", "(D-Tex.)", "police and medics"
_SUBJECT = late(r"p|(?:[wMDde0N]|i(?=[wMD0eNd])|y(?=[wMi])|\.(?=M)|q(?=[wM])|\([^(]{1,8}\("
                r"|(?<=M)c(?=M)|(?<=[Md])c(?=M{1,5}d?i[wMd]{1,3}(?:$|[,Q]))|c(?=(?:[wMdN]|q(?=w)|e(?=wM)){1,6}(?:$|[,Q]|[yc]$|0(?:$|[,Q]|y$)))){1,20}")
_AFTER = late(r"(?:[wMpDd0NK]|e(?=[wMNK])|i(?=[wMDd0p])|q(?=[wM])|(?<=M)\.(?=[M(])|\([^(]{1,8}\(|c(?=d?[wM])){1,16}")
_NAMED = late(r",(?:d[wM]{1,3}|Mw[we](?=M))?(?:M\.?|(?<=M)w(?=M)){1,6}(?=[,.;Q])")  # the head of the council, Olha Marn
_DATED = late(r"0?D0?i")
_TELLING = late(r"[beVKGArtQ;]")
_DATED_ASIDE = late(r",(?:0,)?0?D0?y?(?:,?D)?i,?")  # on Tuesday, October 15, 2024, (read from its end)
# a clause: its start, its subject and a verb
_NP = r"(?P<np>p|(?!i)(?:d(?:e(?=[wM]))?)?(?:[MwN0]|(?<=M)\.(?=M)|i(?:d(?=[MwN0])|(?=[Mw]))|q(?=w)){1,12})"
_CLAUSE = late(rf"(?:(?<=[,.;:Qcs-])|^)[yc]?(?:iD0?,?)?{_NP}(?:\([^(]{{1,8}}\()?(?:,[^;:Q]{{1,40}}?,)?y?[bVKe]")
_OPENING = late(rf"[ycq]*(?:iD0?,?)?(?:[is][^,]{{1,30}},)?{_NP}")
_PLAIN = late(r"[^e]*|[dM][^e]{0,3}e[wM][^e]*")  # no verb in it: "a local elected official", "Norland's armed wing"
_TAKEN = 8  # tokens behind a cue in which its object may stand
_CLAUSAL = frozenset("tbVKQ;.")
_VERBAL = frozenset("iey")
_CLAUSE_ON = 14  # tokens of a clause on who speaks
_BETWEEN = frozenset(("far", "since", "part", "first"))  # last words of what may stand between a subject and its verb
_ARTICLES = frozenset("the a an his her its their our".split())
_AGED = ["-", "year", "-", "old"]
_HAS = late(",y?b")
_PARTICLES = frozenset("out up off down back".split())  # carried out 14 raids
_AROUND = late(r"id?M{1,3},M{1,2}\.?,$")
_EARLIER = late(r"[d0]?[w0]y(?=[dM])")  # a day earlier the ministry


def document(doc: Doc, tags: str, first: int, last: int) -> int:
    """The noun of a source that is a document, past what hangs on it: "a survey by the bank released on Monday"; -1 for none."""
    low, documents = doc.low, words["documents"]
    if not documents.isdisjoint(low[first:last]):
        for token in range(first, last):
            if tags[token] == "i" and low[token] != "of":
                break
            if low[token] in documents and (token + 1 >= last or tags[token + 1] in "ied"):
                return token
    return -1


def takes(doc: Doc, tags: str, at: int) -> bool:
    """Whether a cue takes lives or credit, and no clause: "claimed more than 30 lives", not "claimed that 30 lives were lost"."""
    low, silent = doc.low, words["silent"]
    if silent.isdisjoint(low[at + 1:at + _TAKEN]):
        return False
    object_ = next((k for k in range(at + 1, min(len(low), at + _TAKEN)) if low[k] in silent), 0)
    return object_ > 0 and _CLAUSAL.isdisjoint(tags[at + 1:object_]) and tags[object_ + 1:object_ + 2] not in ("b", "V")


def plain_end(doc: Doc, tags: str, first: int, last: int) -> int:
    """The end of a source phrase without what it tells in brackets, or of the work of many: "the mayor (who had left)", "rescuers digging
    through the mud"."""
    if tags[last - 1] == "(" and last - first > 3:
        return max(tags.find("(", first + 1, last), first + 1)
    speaking = next((t for t in range(first + 1, last - 1) if doc.low[t] == "," and doc.low[t + 1] in _SPEAKING), 0)
    if speaking:
        return speaking  # the president, speaking in Velm
    if last - first < 2 or _people().isdisjoint(doc.low[first:last - 1]):
        return last
    return next((t for t in range(first + 1, last) if doc.low[t].endswith("ing") and doc.low[t] not in words["nouns in -ing"] and (
        doc.low[t - 1] in words["unnamed"] or doc.low[t - 1] in words["human"] and t + 1 < last)), last)


_SPEAKING = frozenset("speaking talking appearing writing visiting addressing standing flanked surrounded".split())


@cache
def _people() -> frozenset[str]:
    """Words for those who may speak without a name."""
    return words["unnamed"] | words["human"]


class Phrases:
    """Looks for sources in the tags of attribution (`words`)."""

    def __init__(self, doc: Doc, tags: str, named: Container[int]) -> None:
        """`named`: the tokens at which actors are mentioned."""
        self.doc, self.tags, self.named = doc, tags, named

    def before(self, at: int, first: int) -> Range | None:
        """The noun phrase before the verb at a token; past appositions and relative pronouns."""
        tags, stop = self.tags, at
        while stop > first and at - stop < 4 and tags[stop - 1] in "by":
            stop -= 1
        if self.doc.low[stop - 1] == "to" and self.doc.low[stop - 2] in words["regretting"]:
            stop -= 2  # the army deeply regrets to inform the public that
            while stop > first and tags[stop - 1] in "by":
                stop -= 1
        if self.doc.low[stop - 1] in _BETWEEN:
            stop = self._past_adverbs(stop, at, first)
        if stop > first and tags[stop - 1] in "0D":
            dated = _DATED.match(tags[max(first, stop - 6):stop][::-1])
            if dated and stop - dated.end() > first:  # the mayor on Monday said
                stop -= dated.end()
        if stop > first + 3 and tags[stop - 1] == "," and tags[stop - 2] in "0D" and tags[first] in "dMw" and (
                not _TELLING.search(tags, first, stop)):
            dated = _DATED_ASIDE.match(tags[max(first, stop - 10):stop][::-1])
            end = stop - dated.end() if dated else first
            stop = end if end > first and ",i" not in tags[first:end] else stop  # the mayor, on Monday, 14 October, said
        if stop > first + 1:
            tag = tags[stop - 1]
            if tag == ",":  # Olha Marn, head of the council, said
                return self._apposed(stop - 1, first)
            if tag == "-":  # the mayor – who had left – said
                dash = tags.rfind("-", max(first + 1, stop - 30), stop - 1)
                return self._ending(dash, first) if dash > 0 else None
            if tag in "rt":  # the driver, who said
                stop -= 2 if tags[stop - 2] == "," else 1
                stop -= 2 if tags[stop - 2:stop] == ",0" else 0  # Olha Marn, 54, who said
                whole = stop
                while stop > first + 2 and tags[stop - 1] in "0D,":
                    stop -= 1  # a report published on May 3, 2025, which said
                if tags[stop - 1] == "i":
                    stop -= 1
                stop = stop if "D" in tags[stop:whole] else whole
                found = self._ending(stop, first)
                if found and found[0] == first and tags[stop] == "," and words["human"].isdisjoint(self.doc.low[first:found[1]]):
                    return found  # the ministry in the enclave, which said
                apposed = found and tags[stop] == "," == tags[found[0] - 1] and self.doc.forms[found[0]][0].islower()
                named = self._ending(found[0] - 1, first) if found and apposed else None
                if found and named and self.doc.low[found[0]] not in words["a"]:
                    named = max(named[0], tags.rfind("i", *named) + 1), named[1]
                    named = None if tags[slice(*named)].strip("M.") or named[1] - named[0] < 2 else named
                if named and self._has_name(named) and tags[named[1] - 1] == "M":
                    return named  # the AVN, a monitoring group, which says; Olha Marn, head of the council, who said
                return found and (self._antecedent(*found), found[1])
        if (shy := self._who_did_not(stop, first)) is not None:
            return shy
        found = self._ending(stop, first)
        if found and found[1] - found[0] == 1 and self.doc.low[found[0]] in words["surroundings"] and (
                near := _AROUND.search(tags, max(first, found[0] - 12), found[0])):
            found = self._ending(near.start(), first)  # clinics in the Velm, Norland, area said
        if found and found[0] > first + 2 and (relative := self._relative(*found)) and tags[relative - 1] in "wM":
            group = self._ending(relative, first)  # a group that counts victims says, the agency which runs the camp said
            return group and (self._antecedent(*group), group[1])
        if found and found[0] > first and (who := self._who(found[0], stop, first)):
            return who
        if found and found[0] > first and tags[found[0] - 1] == "," and self.doc.low[stop - 1] in words["times"]:
            return self._apposed(found[0] - 1, first)  # Olha Marn, head of the council, this week said
        if found and found[1] - found[0] == 1 and self.doc.low[found[0]] in words["nobody"]:
            return None  # unknown reported fatalities
        return found

    def _who_did_not(self, stop: int, first: int) -> Range | None:
        """Who speaks where a clause before the verb tells what he did not do: "an officer who did not wish to be quoted said", "a diplomat
        who was not authorised to speak publicly said"."""
        relative = self.tags.rfind("r", max(first, stop - _CLAUSE_ON), stop)
        low = self.doc.low
        if relative <= first or low[relative] != "who" or self.tags[relative - 1] != "w" or low[relative + 1:relative + 3][-1:] not in (
                ["not"], ["only"]) or not {",", ";", "s"}.isdisjoint(self.tags[relative:stop]):
            return None
        return self._ending(relative, first)

    def _past_adverbs(self, stop: int, at: int, first: int) -> int:
        """The token before which a subject ends: before "so far", "since", "for his part", "first"."""
        tags, low = self.tags, self.doc.low
        for _ in range(2):
            while stop > first and at - stop < 4 and tags[stop - 1] in "by":
                stop -= 1
            stop -= 2 * (stop > first + 2 and low[stop - 2:stop] == ["so", "far"])  # the ministry has so far confirmed
        if stop > first + 1 and low[stop - 1] == "since" and tags[stop - 2] == "b":
            stop -= 1  # the coast guard has since said
            while stop > first and tags[stop - 1] in "by":
                stop -= 1
        if stop > first + 4 and low[stop - 1] == "part" and low[stop - 3] == "for":
            stop -= 3  # the mayor, for his part claimed
        if stop > first + 1 and low[stop - 1] == "first" and tags[stop - 2] in "rtwM":
            stop -= 1  # the ministry, which first spoke of 500; the ministry first spoke of
        return stop

    def _who(self, begin: int, stop: int, first: int) -> Range | None:
        """Who speaks where a clause on him stands before the verb: "an official who spoke to the agency said", "who lives near Velm"."""
        tags, low = self.tags, self.doc.low
        relative = tags.rfind("r", max(first, stop - _CLAUSE_ON), begin)
        if relative <= first or low[relative] != "who" or tags[relative - 1] not in "wM" or not {",", ";"}.isdisjoint(tags[relative:stop]):
            return None
        lives = begin == relative + 1 and low[begin][-1:] == "s" != low[relative - 1][-1:] and tags[begin + 1:begin + 2] == "i"
        acts = begin > relative + 1 and not {"V", "e", "K", "N"}.isdisjoint(tags[relative + 1:begin])
        return self._ending(relative, first) if (lives or acts) and low[relative - 1] != "people" else None

    def _relative(self, first: int, last: int) -> int:
        """The "who" or "that" whose clause ends with a phrase that is the object of its verb, 0 without one."""
        tags = self.tags
        if tags[first - 1] in "KVN" and tags[first - 2] in "rt":
            return first - 2
        return first - 1 if tags[first - 1] in "rt" and tags[first:first + 2] == "wd" and first + 2 < last else 0

    def _antecedent(self, first: int, last: int) -> int:
        """The first token of the noun that "who" means: past the last preposition but "of"."""
        for token in range(last - 2, first, -1):
            if self.tags[token] in "ie" and self.doc.low[token] != "of":
                return token + 1
        return first

    def _ending(self, stop: int, first: int) -> Range | None:
        """The longest noun phrase that ends before `stop`."""
        tags = self.tags
        if stop <= first or tags[stop - 1] in "id":
            return None
        back = tags[max(first, stop - _BACK):stop][::-1]
        if back[0] == "K" and self.doc.low[stop - 1] in words["documents"]:
            back = "w" + back[1:]  # a NENA tally shows
        match = _SUBJECT.match(back)
        if match is None:
            return None
        left = stop - match.end()
        joint = tags.find("c", left, stop) if tags[left] == "0" else -1
        if joint > 0 and self.doc.low[joint - 1] not in words["human"] and self.doc.low[joint - 1] not in words["unnamed"]:
            left = joint + 1  # two doctors and a driver said; but: killing 12 soldiers, five gunmen and a trader said
        while left < stop - 1 and tags[left] in _VERBAL:
            left += 1
        relative = left
        low = self.doc.low
        while relative > first + 1 and (tags[relative - 1] in "beVy" or low[relative - 1] == "to" and low[relative] == "be"):
            relative -= 1  # a teacher who asked not to be named said
        if relative < left and tags[relative - 2:relative] in ("wr", "Mr") and tags[stop:stop + 1] != "N":
            return self._ending(relative - 1, first)  # the driver who called the police said
        if left > first and tags[left - 1] == "c":  # a woman who lost her mother and two sisters said
            relative = tags.rfind("r", max(first, left - 12), left)
            if relative > first and tags[relative - 1] in "wM" and tags[relative + 1] in "beVy" and "," not in tags[relative:left]:
                return self._ending(relative, first)
        if stop - left == 1:
            return None if low[left] in words["contrasted"] else (left, stop)
        dated = tags.find("Dd", left, stop)
        if dated >= 0:
            left = dated + 1  # on 3 August the rebels said
        if low_early := self._late(left, stop):
            return low_early, stop
        parted = 0
        if "wd" in tags[left:stop]:
            parted = next((t for t in range(stop - 1, left, -1) if tags[t - 1:t + 1] == "wd" and self.doc.low[t] in _ARTICLES), 0)
        if parted and parted < stop - 1 and tags[left] == "d" and low[stop - 1] not in words["times"]:
            busy = parted > 1 and low[parted - 1].endswith("ing") and low[parted - 2] in words["human"]  # the envoy leading the talks
            if not busy:
                return parted, stop  # a step the army called
        if tags.find("y", left, left + 3) > 0:
            earlier = _EARLIER.match(tags, left, stop)
            if earlier and self.doc.low[earlier.end() - 2] in words["times"]:
                return earlier.end(), stop
        if low[left] in words["contrasted"]:
            return None  # rather than the 12 dead first reported, eight people died
        return left, stop

    def _late(self, left: int, stop: int) -> int:
        """Where what stands behind a time begins, 0 without one: "Late in the evening the ministry", "early on Monday Velm's mayor"."""
        low = self.doc.low
        if low[left] not in words["early late"] or self.tags[left + 1:left + 2] not in ("i", "d"):
            return 0
        at = next((t for t in range(left + 2, min(left + 6, stop - 1)) if low[t] in words["times"] or self.tags[t] == "D"), 0)
        at += 0 < at < stop - 2 and low[at + 1] in words["times"]  # early on Monday morning
        return at and at + 1

    def _apposed(self, comma: int, first: int) -> Range | None:
        """The noun phrase before the appositions that end at this comma: the one that begins a sentence, if any."""
        tags = self.tags
        alone = self._ending(comma, first)
        if alone and alone[0] == first:  # the firm Norsteel, has said
            return alone
        end, nearest = comma, None
        floor = max(first, comma - 40)
        for _ in range(5):
            comma = tags.rfind(",", floor, comma)
            if comma < 0:
                break
            found = self._ending(comma, first)
            if found is None or tags[found[0]] in "iD" or not _PLAIN.fullmatch(tags, *found) or self._acts(*found):
                continue
            if found[0] == first and self.doc.low[first].endswith("ing") and first not in self.named:
                continue  # speaking at the fair, Olha Marn, head of the council, said
            if nearest is None:  # the head of the council, Olha Marn, said
                titled = "M." in tags[comma + 1:comma + 4]  # Brig. Gen. Ivo al-Tarn, Rear Adm. Ola Marn
                near = comma + (7 if titled else 4)
                near += 5 * (self.doc.low[comma + 2:comma + 6] == _AGED)  # Norland's minister, 58-year-old Ivo Tarn, said
                stop = end - (tags[end - 1] == ".")  # Ivo Tarn Jr., said
                named = stop < near + 4 and tags[stop - 1] == "M" and (
                    self._has_name((comma + 1, min(near, end))) or self._called(found, comma + 1, end))
                nearest = (found[0], end) if named else found
            if not self._has_name(found) and self._has_name(nearest) and tags[comma + 1:end].strip("M."):
                continue
            if found[0] == first or tags[found[0] - 1] == "Q":
                if self._has_name(nearest) and _HAS.search(tags, found[1], nearest[0]):
                    return nearest  # the agency, VRF, has 130 lorries in the north, its head, Ana Dorr, said
                if nearest != found and self._has_name(nearest) and not tags[nearest[0]:nearest[1]].strip("M."):
                    return found[0], nearest[1]  # the head of the council, Olha Marn, who left, said
                return nearest if nearest[0] == found[0] else found
        return nearest

    def _acts(self, first: int, last: int) -> bool:
        """Whether what looks like a phrase is a clause: "Norlandic troops carried out 14 raids", "rebels shelled villages"."""
        low, verb = self.doc.low, self.tags.find("e", first + 1, last)
        return verb > 0 and (low[verb + 1] in _PARTICLES or low[verb - 1][-1:] == "s" and low[verb - 1][-2:] not in ("'s", "ss", "us"))

    def after(self, at: int, last: int) -> Range | None:
        """The noun phrase that begins at a token."""
        match = _AFTER.match(self.tags, at, last)
        if match is None or self.tags[at] in "i":
            return None
        end = match.end()
        while end > at and self.tags[end - 1] in "icd":
            end -= 1
        if end <= at:
            return None
        named = _NAMED.match(self.tags, end, last) if self.tags[at] in "dw" else None
        return at, named.end() if named else end

    def owned_up(self, at: int) -> bool:
        """Whether the verb at a token has an attack for its object: "claimed an ambush near Velm", not "claimed the strike killed nine"."""
        low = self.doc.low
        deed = next((token for token in range(at + 2, min(at + _DEED, len(low) - 1)) if low[token] in words["deeds"]), 0)
        if not deed or low[deed + 1] == "of" or low[at + 1] not in _ARTICLES and low[at + 1] not in words["a"]:
            return False
        end = next((token for token in range(deed + 1, min(deed + _BACK, len(low))) if self.tags[token] in "rt,.beVKx"), -1)
        return end > 0 and self.tags[end] in "rt,."

    def _has_name(self, found: Range) -> bool:
        return any(token in self.named for token in range(*found))

    def _called(self, what: Range, first: int, last: int) -> bool:
        """Whether a name that no actor has tells what a body is called: "Norland's naval mission in the area, Seawatch"."""
        low, tags = self.doc.low, self.tags
        head = next((t for t in range(what[0] + 1, what[1]) if tags[t] == "i"), what[1]) - 1
        return not tags[first:last].strip("M") and (low[head] in words["missions"] or low[head] in words["bodies"])

    def opening(self, first: int, at: int) -> Range | None:
        """The subject of the clause before a verb without one of its own: ", saying that", "and said"."""
        tags, found = self.tags, None
        for match in _CLAUSE.finditer(tags, max(first, at - 120), at):
            start, end = match.span("np")
            if found and tags[at - 2:at] == ",c" and tags[start - 1] == "s" and self.doc.low[start - 1] in ("when", "after"):
                continue  # the minister came when gunmen struck, and said
            if self.doc.low[end - 1] not in words["times"]:
                named = _NAMED.match(tags, end, match.end()) if tags[end] == "," and tags[end - 1] == "w" else None
                named = named if named and self._has_name(named.span()) else _NAMED.match(tags, end, at) if tags[start] in "dw" else None
                found = start, named.end() if named else end  # an adviser, Olha Marn, came and said
        if found is None:
            opening = _OPENING.match(tags, first, at)
            found = opening.span("np") if opening else None
        return found
