"""The written forms of units and currencies, by the key of their first word; worked out when the word is met."""

from __future__ import annotations

from functools import cache

from newsfacts.late import kept_table
from newsfacts.lexicon import load_json
from newsfacts.tokens import TOKEN


class Form:
    """One written form of a unit."""

    __slots__ = ("glued", "keys", "kind", "name", "written")

    def __init__(self, keys: list[str], written: list[str], name: str, kind: str, glued: bool) -> None:
        self.keys = keys
        self.written = written  # empty where the case does not matter
        self.name = name
        self.kind = kind  # measure money percent duration
        self.glued = glued  # one word of several tokens: m2


@kept_table
def known() -> dict[str, list[tuple[str, str, str]]]:
    """key of the first word → (form, name, kind) of each form that begins with it; a kind of "" is money of a nation."""
    data = load_json("units")
    out: dict[str, list[tuple[str, str, str]]] = {}
    for group, kind in (("units", "measure"), ("money", "money"), ("times", "duration")):
        for name, forms in data[group].items():
            for form in forms:
                first = form.partition(" ")[0]
                if not first.isalpha():
                    match = TOKEN.match(form)
                    assert match is not None
                    first = match.group().rstrip()
                out.setdefault(first.lower(), []).append((form, name, "percent" if name == "percent" else kind))
    lower = frozenset(data["any_case"])
    for code in data["iso"]:
        key = code.lower()
        out.setdefault(key, []).append((key if key in lower else code, code, "money"))
    for names, codes in data["national"].items():
        for people, code in codes.items():
            for name in dict.fromkeys(names.split()):
                out.setdefault(people.partition(" ")[0], []).append((f"{people} {name}", code, ""))
    return out


@cache
def of(key: str) -> list[Form]:
    """The forms that begin with a key of `known`, the longest first."""
    out: list[Form] = []
    for form, name, kind in known()[key]:
        if not kind:
            out.append(Form(form.split(), [], name, "money", False))
            continue
        words = [word.rstrip() for word in TOKEN.findall(form)]
        keys = [w.lower() for w in words]
        written = words if words != keys or len(form) == 1 else []
        glued = len(words) > 1 and form.isalnum()
        out.append(Form(keys, written, name, kind, glued))
        if len(words) == 2 and not glued and keys[1].isalpha():
            out.append(Form([keys[0], "-", keys[1]], [], name, "measure" if kind == "percent" else kind, False))  # square-foot
    out.sort(key=lambda f: (-len(f.keys), not f.written))
    return out


@cache
def plain(key: str) -> tuple[str, str, frozenset[str]] | None:
    """Name and kind of a unit of one word that is written in one way ("percent"), and the words that may make it another."""
    (*longer, form) = of(key)
    if len(form.keys) == 1 and (not form.written and len(key) > 1 or key == "%") and all(len(f.keys) > 1 for f in longer):
        return form.name, form.kind, frozenset(f.keys[1] for f in longer)
    return None
