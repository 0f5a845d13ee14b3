"""One sentence as chunks: its verb groups, what their own words say, and the ones to the left and right."""

from __future__ import annotations

from newsfacts.claims.modality.words import lookup, modals, wordlist
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

VERBS = frozenset("VWPGIvwpgiB")
_MARKS = frozenset('"“”')
_QUOTED = 5  # chunks between two quotation marks
_SOON = 6  # tokens from a verb of reaching a number to the day by which
REACH = 12  # chunks looked through for a verb


class Sentence:
    """The chunks, words and word tags that the readings share."""

    def __init__(self, context: Context, first: int, last: int) -> None:
        self.low, self.chunks, self.string = context.doc.low, context.chunks, context.chunks.string
        self.rules = context.rules
        self.harm = False  # whether the event read is a harm, which is no aim of those who speak of it
        self.finite = False  # whether a past form is a clause's verb, and no participle
        self.first, self.last = first, last

    def words(self, at: int) -> list[str]:
        """The words of a chunk."""
        return self.low[self.chunks.firsts[at]:self.chunks.lasts[at]]

    def before(self, at: int) -> int:
        """The token before a chunk, over adverbs and dates."""
        token = self.chunks.firsts[at] - 1
        i = at - 1
        if i > 0 and self.string[i] == '"' and '"' in self.string[max(0, i - _QUOTED):i]:
            token, i = self.chunks.firsts[i] - 1, i - 1  # called for "a million people" to march
        while token >= self.first and i >= max(0, at - REACH) and self.string[i] in "zD" and self.low[token] not in wordlist("no_adjuncts"):
            token = self.chunks.firsts[i] - 1
            i -= 1
        return token

    def own(self, at: int) -> str | None:
        """What the words of a verb group say: will, may, not."""
        first, last = self.chunks.firsts[at], self.chunks.lasts[at]
        i = self.skip_left(at)
        if 0 <= i < at - 1 and self.string[i] in "vV" and modals().issuperset(self.words(i)):
            first = self.chunks.firsts[i]  # would not now send
        words = (self.parted(at, i) or self.inverted(at, i)) + self.low[first:last]
        table = lookup("group")
        before = self.low[max(self.first, first - 1)]  # an adverb; "in May" is none
        if before.endswith("'ll"):
            words = ["will", *words]  # we'll free nine
        told = [(w, table[w]) for w in ((before, *words) if before in wordlist("adverbs") else words) if w in table]
        if not told:
            return None
        must = self.low[last - 1:last + 1] == ["have", "to"] and "without" not in self.low[self.first:first]  # would have to move nine
        if not must and not wordlist("perfect").isdisjoint(words) and any(w in wordlist("counterfactual") for w, _ in told):
            return "hypothetical"
        if told[0][0] in wordlist("would") and self.quoted(first) and wordlist("settled").isdisjoint(self.low[self.first:first]):
            return "hypothetical"  # "we would save nine", he said: what is quoted is in no past tense
        if self.harm and told[0][0] in wordlist("could") and "have" in words and not wordlist("averted").isdisjoint(
                self.low[self.first:first]):
            return "hypothetical"  # foiled an attack that could have killed nine
        if self.harm and told[0][0] in wordlist("would") and (said := self.foreseen(at)):
            return said  # feared that nine would die
        if words[-1] in wordlist("effects") and not wordlist("hopes").isdisjoint(self.low[self.first:first]):
            return told[0][1]  # hoped that it would lead to the release of nine
        if told[0][0] in wordlist("would") and not wordlist("announces").isdisjoint(self.low[self.first:first]):
            return told[0][1]  # announced that nine ships would be scrapped
        reaches = not wordlist("reaches").isdisjoint((words[-1], self.low[last])) and "by" in self.low[last:last + _SOON]
        if reaches and told[0][0] in wordlist("would"):
            return told[0][1]  # said that losses would exceed nine by June
        if (self.harm or words[-1] in wordlist("effects")) and told[0][0] in wordlist("would") and self.string[max(0, at - 1)] not in "UA":
            return "hypothetical"  # "a war would kill thousands", but "they would kill 12", "Norland would strike 40 targets": a threat
        if any(m == "denied" for _, m in told):
            if not wordlist("no_denial").isdisjoint(self.low[last:last + 4]) or not wordlist("no_denial").isdisjoint(words):
                return None
            return "possible" if any(w in wordlist("may") for w, _ in told) else "denied"
        return told[0][1]

    def inverted(self, at: int, subject: int) -> list[str]:
        """The modal before its subject: "only then will Norland free nine", "nor would they free nine"."""
        if subject < 2 or self.low[self.first] not in wordlist("invert") or self.string[subject - 1] != "v" or (
                self.rules.tagger[self.low[self.chunks.firsts[at]]] not in "YiXC"):
            return []
        return self.words(subject - 1) if modals().issuperset(self.words(subject - 1)) else []

    def foreseen(self, at: int) -> str | None:
        """What a verb or noun makes of what it told would come: "had predicted that nine would die", "fears that", "feared nine would"."""
        over = next((i for i in range(at - 1, max(0, at - REACH), -1) if self.string[i] not in "QANUzDoE"), 0)
        that = self.string[over] == "c" and self.low[self.chunks.firsts[over]] in wordlist("that")
        if not that and self.string[over] not in "vVp":
            return None
        return lookup("foretold").get(self.low[self.chunks.firsts[over] - 1 if that else self.chunks.heads[over]])

    def parted(self, at: int, close: int) -> list[str]:
        """The words of the modal that an aside parts from its verb: "could, in a day or two, free"; the aside ends before `at`."""
        if close < 1 or self.string[close] != "," or self.rules.tagger[self.low[self.chunks.firsts[at]]] not in "YiXC":
            return []
        opened = self.string.rfind(",", max(0, close - REACH), close)
        i = self.skip_left(opened)
        parted = opened > 0 and i >= 0 and self.string[i] in "vV" and modals().issuperset(self.words(i))
        return self.low[self.chunks.firsts[i]:self.chunks.firsts[opened]] if parted else []

    def quoted(self, token: int) -> bool:
        """Whether a quotation mark that opens in the sentence is open at a token, and nobody speaks within it before."""
        marks = [t for t in range(self.first, token) if self.low[t] in _MARKS]
        opened = bool(marks) and (self.low[marks[-1]] == "“" or self.low[marks[-1]] == '"' and len(marks) % 2 == 1)
        return opened and "c" not in self.string[self.chunks.at(marks[-1]):self.chunks.at(token)]

    def adjacent_verb(self, at: int) -> int | None:
        """The verb group directly before a participle or a state: "are feared", "may be"."""
        i = self.skip_left(at)
        return i if i >= 0 and self.string[i] in "vwpBWP" else None

    def skip_left(self, at: int) -> int:
        """The chunk before this one, over adjuncts, dates and quotation marks; may be -1."""
        i, least = at - 1, at - REACH
        while i >= 0 and i > least and self.string[i] in 'zD"':
            i -= 1
        return i

    def verb_left(self, at: int) -> int | None:
        """The nearest verb group to the left in the clause."""
        for i in range(at - 1, max(-1, at - REACH), -1):
            if self.string[i] in VERBS:
                return i
            if self.string[i] in ".;:crx" and not (self.string[i] == "c" and self.low[self.chunks.firsts[i]] in wordlist("as")):
                return None
        return None

    def verb_right(self, at: int, last: bool = False) -> int | None:
        """The first verb group to the right in the clause, or the last one before the number."""
        found = None
        for i in range(at + 1, min(len(self.string), at + REACH)):
            kind = self.string[i]
            if kind in VERBS:
                found = i
                if not last:
                    return i
            elif kind in ".;cr" or (last and kind == "Q"):
                return found
        return found
