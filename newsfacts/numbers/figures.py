"""Numbers in digits: 1,200, 12 000, 1.2 million, 3.4bn, $5m, 10 1/2, 3½."""

from __future__ import annotations

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import Atom, Pattern, digits, number_words
from newsfacts.numbers.spelled import MIXED, and_a_half
from newsfacts.numbers.units import codes, currency
from newsfacts.tokens import Doc

_SPACED = Pattern(r"DD{1,4}(?!D)")
_THOUSANDS = (" ", "\u00a0", "\u2009", "\u202f")
_GOES_ON = frozenset("DShz-kq/_&")  # tags behind digits that may belong to them
_CLOSES = ("", ".", ",", ")", "x", "&", "i")  # tags behind the scale of NZ$ 3 m
_SHORT = 20  # digits
_FORMATS = frozenset("2 3 4 5 8 10".split())  # 3M, 4K video, 10K race, 10-K
_COUNTED = Pattern(r"[jnsCKl]{1,3}[NP]|C{1,2}[UM]")
_M_TO_M = Pattern(r"[&>~-]Dk")
_NEAR = 8  # tokens
_TO = frozenset(("and", "to", "-", "–", "or"))
_OF_IT = frozenset("which whom only just barely nearly almost about some around another further".split())
_GIVING = frozenset(
    "contributing adding giving providing paying pledging promising offering donating contributed gave pledged promised".split())
_ENDS = frozenset(("", ".", ",", ";", ")", "and", "to", "for", "in"))
_SPENT = frozenset("is was has had have will would were are could should went goes".split())
_CALIBRE = Pattern(r"-?U-?[nsjCKNPw]")  # 3 155-mm guns
_POWER = Pattern(r"_D(?:_D|[-~]D|D)?")  # ×10^6, x10-8


def read(doc: Doc, tags: str, i: int) -> Atom | None:
    """The number in digits at token i with the scale word after it."""
    low, n = doc.low, len(tags)
    text, end, first = low[i], i + 1, i
    tag = tags[end] if end < n else "."
    if tag not in _GOES_ON and text.isdecimal() and text[0] != "0" and len(text) < _SHORT and (not i or tags[i - 1] not in ".$"):
        return Atom(i, end, int(text))  # the common case: none of what follows
    if i and tags[i - 1] == "." and low[i - 1] == "." and doc.glued(i - 1) and text.isdecimal() and (
            i < 2 or not doc.glued(i - 2) or tags[i - 2] == "$"):
        text, first = "." + text, i - 1
    elif text[0] == "0" and text[1:2].isdecimal():
        return None  # 007, 09.30
    if end < n and tags[end] == "D" and len(text) <= 3 and text.isdecimal() and (spaced := _SPACED.match(tags, i)):
        rest = low[end:spaced.end()]
        gaps = {doc.text[doc.ends[k - 1]:doc.starts[k]] for k in range(end, spaced.end())}
        if all(len(group) == 3 and group.isdecimal() for group in rest) and len(gaps) == 1 and gaps.pop() in _THOUSANDS and not (
                _CALIBRE.match(tags, spaced.end()) and (doc.glued(spaced.end() - 1) or low[spaced.end()] == "mm")):
            text, end = text + "".join(rest), spaced.end()
    scale = 1
    tag = tags[end] if end < n else "."
    if tag in "Shz":
        scale, end = number_words()[low[end]], end + 1
        if end < n and tags[end] == "S" and low[end - 1] != low[end]:
            scale, end = scale * number_words()[low[end]], end + 1
    elif tag == "-" and tags[end + 1:end + 2] == "S":
        scale, end = number_words()[low[end + 1]], end + 2
    elif tag == "k" and (doc.glued(end - 1) and _is_scale(doc, tags, end) or tags[i - 1:i] == "$" and tags[end + 1:end + 2] in _CLOSES):
        scale, end = number_words()[low[end]], end + 1
    elif tag == "C" and tags[i - 1:i] == "$" and doc.forms[end].rstrip() == "T" and doc.glued(end - 1):
        scale, end = 10**12, end + 1  # $1.5T
    value = digits(text, scale)
    if value is None:
        return None
    if end < n:
        follows = tags[end]
        if follows == "-" and tags[end + 1:end + 3] == "D/" and doc.glued(end - 1) and doc.glued(end) and _slash(doc, end + 1) is not None:
            return _with_fraction(doc, tags, Atom(first, end + 1, value))  # 6-1/4 cents
        if follows in "-&" and (mixed := MIXED.match(tags, end)):
            return and_a_half(doc, tags, Atom(first, end, value, scale=scale), mixed.end())
        if scale == 1 and follows in "qD/_":
            return _with_fraction(doc, tags, Atom(first, end, value))
    return Atom(first, end, value, scale=scale)


def _with_fraction(doc: Doc, tags: str, atom: Atom) -> Atom | None:
    """A whole number with what may follow: 10 1/2, 3½, 1/2, 3×10^8."""
    end, tag = atom.last, tags[atom.last]
    if tag == "q":
        return Atom(atom.first, end + 1, atom.value + vulgar(doc.low[end])) if isinstance(atom.value, int) else None
    if tags[end:end + 2] in ("D/", "/D"):
        at = end if tag == "D" else end - 1
        part = _slash(doc, at)
        if part is not None:
            if at == end and doc.low[end - 1 - (doc.low[end - 1] == "-")][-3:-2] == ".":
                part /= 100  # $4.18 1/2, $5.81-3/4
            return Atom(atom.first, at + 3, round(atom.value + part, 6)) if at == end else Atom(atom.first, at + 3, part, fraction=True)
    if tag == "_" and doc.low[end] == "×" and (power := _POWER.match(tags, end)):
        exponent = doc.low[power.end() - 1]
        if doc.low[end + 1] != "10" or power.end() == end + 2 or len(exponent) > 2 or not exponent.isdecimal():
            return None
        sign = "-" if tags[power.end() - 2] in "-~" else ""
        number = float(f"{atom.value}e{sign}{exponent}")
        return Atom(atom.first, power.end(), number) if number < 1e300 else None
    return atom


def vulgar(key: str) -> float:
    """The value of ½, ¾, ⅔ ..."""
    above, below = load_json("numbers")["vulgar"][key]
    return float(above / below)


def _is_scale(doc: Doc, tags: str, i: int) -> bool:
    """Whether the letter at token i, glued to digits, is a scale: "$5m", "10m people", "20k"; not "10m wide", "5b", "4K video"."""
    return _scales(doc, tags, doc.low[i] == "m" and _other_bound(doc, tags, i) or i)


def _scales(doc: Doc, tags: str, i: int) -> bool:
    after = tags[i + 1:i + 2]
    if after and doc.glued(i) and after not in ".,()\"'-~:+/$":
        return False
    if i > 1 and (tags[i - 2] == "$" or doc.low[i - 2] in codes() or currency(doc, tags, i - 1)[1] is not None):
        return True
    if after == "O" and doc.low[i] == "m" and doc.low[i + 2] in load_json("units")["metres_of"]:
        return False  # 40m of rope
    if i > 3 and tags[i - 2] == "-" and tags[i - 4] == "$" or after and after in "NPEUMO$+":
        return True
    letter = doc.forms[i][0]
    if letter == "m" and (_of_many(doc, tags, i) or of_a_sum(doc, tags, i)):
        return True
    if letter in "bm":
        return bool(after) and after in "jnCK" and (
            _COUNTED.match(tags, i + 1, i + 5) is not None or doc.low[i + 1] in load_json("numbers")["scaled_people"])
    if letter == "B" and after in ("C", "K"):
        return False  # 221B Baker Street
    return letter in "kB" or doc.low[i - 1] not in _FORMATS


def _of_many(doc: Doc, tags: str, i: int) -> bool:
    """Whether a bare "m" at token i tells millions, by what is counted before it in its clause: sales reached 1.2m; no "is 2m high"."""
    numbers = load_json("numbers")
    if i < 2 or doc.low[i - 2] not in numbers["reached"] or doc.low[i + 1:i + 2] and doc.low[i + 1] in numbers["sized"]:
        return False
    begin = max(i - _NEAR, tags.rfind(".", 0, i) + 1, 0)
    return not set(doc.low[begin:i - 1]).isdisjoint(numbers["millions_of"])


def of_a_sum(doc: Doc, tags: str, i: int) -> bool:
    """Whether a bare "m" at token i tells millions of the money told before it in its sentence: "€90m, of which 40m is for boats",
    "will pay €90m, with Norland adding 40m"."""
    behind = "".join(doc.low[i + 1:i + 2])
    if i < 2 or not (doc.low[i - 2] in _OF_IT and behind in _SPENT or doc.low[i - 2] in _GIVING and behind in _ENDS):
        return False
    begin = max(i - 2 * _NEAR, tags.rfind(".", 0, i) + 1, 0)
    return not {"$", "M"}.isdisjoint(tags[begin:i - 1])


def _other_bound(doc: Doc, tags: str, i: int) -> int:
    """The letter of the other figure of which an "m" at token i has the sense, or 0: "5m to 7m tonnes", "7m tonnes from 5m"."""
    if _M_TO_M.match(tags, i + 1):
        at = tags.index("k", i + 1)
        return at if doc.low[at] == "m" and doc.low[i + 1] in _TO else 0
    at = tags.rfind("k", max(1, i - _NEAR), i - 2) if doc.low[i - 2] == "from" else 0
    return at if at > 0 and doc.low[at] == "m" and doc.glued(at - 1) else 0


def _slash(doc: Doc, i: int) -> float | None:
    """The value of 1/2, 3/4 at token i; None for 9/11, 24/7, 50/50, 1/2/2024."""
    low = doc.low
    if i + 2 >= len(low) or not (doc.glued(i) and doc.glued(i + 1)):
        return None
    above, below = low[i], low[i + 2]
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 3):
        return None
    if not 0 < int(above) < int(below) <= 16 and (below not in ("32", "64") or not i or doc.glued(i - 1) or not low[i - 1].isdecimal()):
        return None
    if int(below) in (7, 9, 11, 13):
        return None
    if i + 3 < len(low) and doc.glued(i + 2) and low[i + 3] == "/":
        return None
    return int(above) / int(below)


