"""From bytes to text: byte-order marks, UTF-8, UTF-16/32 without a mark, and the 8-bit encodings of old files.

UTF-8 is believed first, damaged UTF-8 next; only then is an 8-bit encoding guessed, from what its letters would say: Cyrillic
words (small letters, perhaps one capital before them) in windows-1251, KOI8-U or code page 866, else the Latin letters and
typographic marks of windows-1252. Every guess and every lost byte is a warning; `--encoding` overrules all of it.
"""

from __future__ import annotations

import codecs
import re

from newsfacts.late import late

BINARY = "looks binary"
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)
_CONTROLS = bytes([*range(8), *range(14, 27), 28, 29, 30, 31, 127])  # what no text has; 8-13 and ESC stay
_HIGH = bytes(range(128, 256))
_RUN = late(rb"[\x80-\xff]{3,}")
_CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5")
_CYRILLIC_WORD = late(r"[^\W\d_a-zA-Z]+")
_WINDOWS = {  # bytes of windows-1252 that news text has between or beside words
    *b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb1\xb2\xb3\xb4\xb7\xba\xbb\xbc\xbd\xbe",
}
_SAMPLE = 1 << 16


_NOTATIONS = ("undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape")  # of names and literals


class Undecodable(Exception):
    """Bytes that are no text; the message says why."""


def is_text_encoding(name: str) -> bool:
    """Whether Python knows this encoding, and it is one of text in files."""
    try:
        codec = codecs.lookup(name)
        return bool(getattr(codec, "_is_text_encoding", True)) and codec.name.replace("_", "-") not in _NOTATIONS and (
            isinstance(b"".decode(name), str))
    except (LookupError, ValueError, TypeError):
        return False


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str, list[str]]:
    """(text, encoding, warnings); raises `Undecodable` where the bytes are no text."""
    if encoding is not None:
        text, used, warnings = _lenient(data, codecs.lookup(encoding).name)
        if used.startswith(("utf-16", "utf-32")) and data and 0 not in data:  # English would have a NUL in every letter
            warnings.append(f"does not look like {used}")
        return text, used, warnings
    for mark, name in _MARKS:
        if data.startswith(mark):
            text, used, warnings = _lenient(data, name)
            return _no_binary(text, data, name), used, warnings
    wide = _wide(data)
    if wide:
        return _lenient(data, wide)
    try:
        return _no_binary(data.decode("utf-8"), data, "utf-8"), "utf-8", []
    except UnicodeDecodeError:
        pass
    sample = data[:_SAMPLE]
    if len(sample.translate(None, _CONTROLS)) < len(sample) * 0.99:
        raise Undecodable(BINARY)
    guess = _eight_bit(sample)
    if guess is None:
        return _lenient(data, "utf-8")
    text, used, warnings = _lenient(data, guess)
    return text, used, [f"not UTF-8, read as {used} (--encoding tells another)", *warnings]


def _lenient(data: bytes, encoding: str) -> tuple[str, str, list[str]]:
    """The text with U+FFFD for what the encoding does not know, and a warning if there is such."""
    warnings = []
    try:
        text = data.decode(encoding)
    except UnicodeError:
        before = data.count(b"\xef\xbf\xbd") if encoding.startswith("utf-8") else 0
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd") - before
        warnings = [f"{lost} undecodable byte{'s' * (lost != 1)} in {encoding}, shown as U+FFFD"]
    if not text.isascii():
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)  # from codecs that let them pass; no JSON may have them
    return text, encoding, warnings


def _no_binary(text: str, data: bytes, encoding: str) -> str:
    """The text again, if it is one: a stray NUL is nothing, many control characters are."""
    if encoding.startswith("utf-8"):
        sample = data[:_SAMPLE]
        strange = len(sample) - len(sample.translate(None, _CONTROLS))
    else:
        sample_text = text[:_SAMPLE]
        strange = sum(c < " " and c not in "\t\n\v\f\r\x1b" for c in sample_text)
        sample = sample_text.encode("ascii", "replace")
    if (strange > 1 and strange > len(sample) * 0.02) or data.startswith(b"%PDF-"):
        raise Undecodable(BINARY)
    return text


def _wide(data: bytes) -> str | None:
    """The name of UTF-16 or UTF-32 without a mark: most of its code units are Latin letters, so NULs stand at fixed places."""
    sample = data[:4096]
    if len(sample) < 8 or not sample.count(0):
        return None
    quarters = [sample[k::4].count(0) * 4 / len(sample) for k in range(4)]
    if len(data) % 4 == 0:
        if min(quarters[1:]) > 0.9 > quarters[0] + 0.6:
            return _if_text(data, "utf-32-le")
        if min(quarters[:3]) > 0.9 > quarters[3] + 0.6:
            return _if_text(data, "utf-32-be")
    even, odd = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if odd > 0.35 and even < 0.05:
        return _if_text(data, "utf-16-le")
    if even > 0.35 and odd < 0.05:
        return _if_text(data, "utf-16-be")
    return None


def _if_text(data: bytes, encoding: str) -> str | None:
    """The encoding, if what it gives looks like text."""
    sample = data[:4096].decode(encoding, "ignore")
    strange = sum(not (c.isprintable() or c.isspace()) for c in sample)
    return encoding if sample and strange * 20 <= len(sample) else None


def _eight_bit(data: bytes) -> str | None:
    """The likeliest 8-bit encoding of bytes that are not UTF-8; None: damaged UTF-8."""
    damaged = data.decode("utf-8", "replace")
    good = len(re.findall("[^\x00-\x7f\ufffd]", damaged))
    bad = damaged.count("\ufffd")
    if good >= bad or _cut_off(data):
        return None
    letters = sum(map(len, _RUN.findall(data)))
    high = len(data) - len(data.translate(None, _HIGH))
    if letters * 2 > high:
        best = max(_CYRILLIC, key=lambda name: _cyrillic_score(data, name))
        if _cyrillic_score(data, best) > 0.5 * letters:
            return best
    plausible = sum(_is_windows(data, m.start()) for m in re.finditer(rb"[\x80-\xff]", data))
    return "cp1252" if plausible * 4 >= high * 3 else None


def _cut_off(data: bytes) -> bool:
    """Whether the only fault is a character cut in two at the end."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _cyrillic_score(data: bytes, encoding: str) -> float:
    """Letters in words that look Russian or Ukrainian less those in words that do not."""
    score = 0.0
    for run in _RUN.findall(data):
        for word in _CYRILLIC_WORD.findall(run.decode(encoding, "replace")):
            rest = word[1:]
            if min(word) < "\u0400" or max(word) > "\u04ff":
                score -= len(word)
            elif word.islower() or (rest.islower() and word[0].isupper()):
                score += len(word) + sum(c in "оаеиіт" for c in word) / 2
            elif word.isupper():
                score += len(word) / 4
            else:
                score -= len(word)
    return score


def _is_windows(data: bytes, at: int) -> bool:
    """Whether the byte is a mark, or a Latin letter beside another letter, in windows-1252."""
    byte = data[at]
    if byte in _WINDOWS:
        return True
    beside = data[max(0, at - 1):at] + data[at + 1:at + 2]
    return (byte >= 0xC0 or byte in b"\x8a\x8c\x8e\x9a\x9c\x9e\x9f") and any(chr(b).isalpha() for b in beside if b < 128)
