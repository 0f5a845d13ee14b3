"""Names of bodies whose words are plain ones or those of another language: Velm Maritime, Oxfam Norland, King Ivo University, Mothers
Against Drunk Driving, Partido de la Costa Verde."""

from __future__ import annotations

from newsfacts.actors.words import camel, common, struck
from newsfacts.late import compiled
from newsfacts.tokens import Doc

_LAST = compiled(r"E(?<=[AFUSPCB]E)(?![-A-Zhrgl])")  # Velm Maritime; but: the Velm Transport ministry
_CROP = compiled(r"X(?<=[AUPCB]X)(?![-A-Zhrglxkc])")  # Rio Velm Copper
_TITLES = compiled(r"(?:^|(?<=[^A-Z])|(?<=[JXE]))[XgATQ]\.?(?=[AFS]{1,3}(?:a|,[AFS]{1,3}[,a]))")  # Justices Olha Marn and Ivo Tarn
_NUMBERED = compiled(r"n(?<=En)|n(?<=[A-Z]Gn)")  # Local 90, Engine Company 7
_FIELD = compiled(r"[XA](?<=[ij.tYW][ASP].)(?![A-Z-])")  # at Velmark Field; but: Olha Field
_HOSPITAL = compiled(r"G(?<![A-Z].)(?=A(?![A-Z]))")  # Hospital Norte
_NATION = compiled(r"X(?<=[AFSPXEK]X)(?![A-Z-])")  # the Karo First Nation
_LAND = compiled(r"[CP](?<=[OEGXA].)(?![A-Zxrghlkn'-])")  # Oxfam Norland, Cricket Norland, the Arts Council Norland
_ROYAL = compiled(r"T(?=[AFS]{1,3}B?[AEN]?[GHN](?![A-Z]))")  # King Ivo University
_OF_MEMBERS = compiled(r"[AXgGEQ](?:[fo]t?|[zW])[EXNA]{0,2}[EXNAH](?![A-Z-])")  # Students for Fair Rents
_ABROAD = compiled(r"[A-Z](?:-?[ACEFGHJNOPSUX]){0,3}(?:d{1,2}[ACEFHJNPSUX]{1,2}(?![a-z]?-)){0,2}")  # Partido de la Costa Verde


def bodies_beside(doc: Doc, tags: str, openers: set[int]) -> dict[int, str]:
    """The changed tags of words of such names; `openers`: the first tokens of sentences."""
    keys, low = doc.keys, doc.low
    changed: dict[int, str] = {}
    if not struck("last of bodies").isdisjoint(keys):
        changed.update((match.start(), "G") for match in _LAST.finditer(tags) if low[match.start()] in struck("last of bodies")
                       and match.start() not in openers)
    if not struck("crops of bodies").isdisjoint(keys):
        changed.update((match.start(), "G") for match in _CROP.finditer(tags) if low[match.start()] in struck("crops of bodies")
                       and match.start() not in openers and doc.forms[match.start()][0].isupper())
    if not struck("plural titles").isdisjoint(keys):
        changed.update((match.start(), "T") for match in _TITLES.finditer(tags) if low[match.start()] in struck("plural titles")
                       and doc.forms[match.start()][0].isupper())
    if "local" in keys or "company" in keys:
        changed.update((match.start(), "G") for match in _NUMBERED.finditer(tags) if low[match.start() - 1] in ("local", "company"))
    if "field" in keys:
        changed.update((match.start(), "H") for match in _FIELD.finditer(tags) if low[match.start()] == "field")
    if "nation" in keys:
        changed.update((match.start(), "G") for match in _NATION.finditer(tags) if low[match.start()] == "nation")
    if "C" in tags or not struck("lands of bodies").isdisjoint(keys):
        for match in _LAND.finditer(tags):
            at = match.start()
            firm = low[at - 1] in struck("bodies of lands") or camel(doc.forms[at - 1])
            if firm and (tags[at] == "C" or low[at] in struck("lands of bodies")) and (
                    tags[at - 1] != "G" or tags[at - 2:at - 1].isupper()):
                changed.update({at - 1: "E", at: "G"})
    if not struck("royal").isdisjoint(keys):
        for match in _ROYAL.finditer(tags):
            end = match.end()
            while tags[end] not in "GHN":
                end += 1
            if low[match.start()] in struck("royal") and low[end] in struck("royal institutions"):
                changed[match.start()] = "E"
    if not struck("members").isdisjoint(keys):
        for match in _OF_MEMBERS.finditer(tags):
            if low[match.start()] in struck("members"):
                changed.update(_of_members(doc, tags, *match.span(), opens=match.start() in openers))
    for at, word in enumerate(low) if not struck("heads abroad").isdisjoint(keys) else ():
        if word in struck("heads abroad") and doc.forms[at][0].isupper():
            found = _ABROAD.match(tags, at)
            if found is not None and found.end() > at + 1:
                changed.update((t, "E") for t in range(at, found.end()) if tags[t] != "-" and not (tags[t] == "d" != tags[t - 1]))
                changed[found.end() - 1] = "G"
    if "hospital" in keys:
        changed.update((match.start() + 1, "G") for match in _HOSPITAL.finditer(tags) if low[match.start()] == "hospital"
                       and not common(low[match.start() + 1]))
    if "examiner" in keys:  # the County Medical Examiner's Office
        changed.update((at, "E") for at, word in enumerate(low) if word == "examiner" and tags[at:at + 3] == "G'G")
    if "congress" in keys:  # the National People's Congress
        changed.update((at, "G") for at, word in enumerate(low) if word == "congress" and tags[at] == "O" and tags[at - 1] == "'"
                       and low[at - 2] == "people")
    return changed


def _of_members(doc: Doc, tags: str, first: int, last: int, *, opens: bool) -> dict[int, str]:
    """The changed tags of "Students for Fair Rents", "Mothers Against Drunk Driving"; but: Lawyers for Tarn, if it `opens` a sentence."""
    if not doc.forms[first][0].isupper() or tags[first + 1] not in "fo" and doc.low[first + 1] not in ("against", "without"):
        return {}
    second = next(t for t in range(first + 1, last) if tags[t] in "EXNAH")
    if opens and tags[second] == "A" and not common(doc.low[second]):
        return {}
    changed = {t: "E" if tags[t] in "EXNAH" else "o" for t in range(first + 1, last) if tags[t] != "t"}
    changed[first] = "G"
    return changed
