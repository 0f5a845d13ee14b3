"""Lists by place, in lines or in a row: "Velm region: 11 killed. Ostra Barn: two dead" have their places before the colon, known or not."""

from __future__ import annotations

from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_LABEL = 6  # tokens
_FEWEST = 2  # lines of a list
_IN_A_ROW = 3  # sentences


def by_label(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the places of claims in the lines of a list whose labels are places."""
    if ":" not in doc.keys:
        return
    told = {claim.sentence for claim in claims}
    rows: list[tuple[int, int, int]] = []  # sentence, first token of its label, its colon
    for sentence in sorted(told):
        row = _label(doc, sentence)
        if row is not None and rows and sentence - rows[-1][0] > 1:
            _settle(doc, claims, scene, rows)
            rows = []
        rows += [row] if row is not None else []
    _settle(doc, claims, scene, rows)


def _label(doc: Doc, sentence: int) -> tuple[int, int, int] | None:
    """The label with which a sentence opens: words with capitals, a hyphen or a word for a region among them."""
    first, last = doc.sents[sentence]
    while first < last and not doc.low[first][:1].isalnum():
        first += 1
    colon = next((t for t in range(first + 1, min(first + _LABEL, last)) if doc.low[t] == ":"), -1)
    if colon < 0 or not doc.forms[first][0].isupper():
        return None
    plain = all(doc.forms[t][0].isupper() or doc.low[t] == "-" or doc.low[t] in words_of("localities") for t in range(first, colon))
    return (sentence, first, colon) if plain else None


def _settle(doc: Doc, claims: list[ClaimDraft], scene: Scene, rows: list[tuple[int, int, int]]) -> None:
    """Where at least half of the labels are known for places, all of them are."""
    known = [row for row in rows if doc.low[row[2] - 1] in words_of("localities") or any(
        scene.actors.list[scene.actors.at[t]].kind == "place" for t in range(row[1], row[2]) if t in scene.actors.at)]
    lines = all(doc.opens_line(doc.sents[sentence][0]) for sentence, _, _ in rows)
    if len(rows) < (_FEWEST if lines else _IN_A_ROW) or 2 * len(known) < len(rows):
        return
    for sentence, first, colon in rows:
        name, rest = doc.words(first, colon), doc.words(colon, doc.sents[sentence][1])
        for claim in claims:
            if claim.sentence == sentence and claim.first > colon and not (claim.place and claim.place in rest) and (
                    name.lower() not in words_of("directions")):
                claim.place = name
                if claim.source == name and claim.cue is None:  # a label of its own is who speaks
                    claim.source = claim.source_actor = claim.stance = None
