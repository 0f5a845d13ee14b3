"""Tokens cover the text; sentences, paragraphs and the headline stand where a reader sees them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.tokens import Doc, tokenize


def sentences(text: str) -> list[str]:
    doc = tokenize(text)
    return [text[slice(*doc.span(first, last))] for first, last in doc.sents]


def added(doc: Doc) -> bool:
    """Whether the text breaks off: then its last token is a full stop of no length."""
    return doc.forms[-1:] == ["."] and doc.starts[-2] == doc.ends[-1]


# white space and markup
BEHIND = re.compile(r"(?:[\s*_#>\[\u2600-\u27bf\U0001f000-\U0001faff\ufe0e\ufe0f\u200d]|\[\d{1,3}\]|\]\([^()]*\)|<[^<>]*>)*")


@given(st.text())
def test_tokens_cover_the_text(text: str) -> None:
    doc = tokenize(text)
    assert doc.starts[0] == 0 and doc.starts[-1] == len(text)
    for start, end, following, form in zip(doc.starts[:-1], doc.ends, doc.starts[1:], doc.forms, strict=True):
        assert form.rstrip() == text[start:end] or added(doc) and form == "." and start == end == doc.ends[-2]
        assert BEHIND.fullmatch(text, end, following)
    covered = [token for first, last in doc.sents for token in range(first, last)]
    assert covered == sorted(set(covered))
    assert all(token in set(covered) for token, word in enumerate(doc.low) if word)


@pytest.mark.parametrize(("text", "tokens"), [
    ("Shahed-136 fell.", ["Shahed", "-", "136", "fell", "."]),
    ("Ukraine’s U.S. ally", ["Ukraine", "’s", "U.S.", "ally"]),
    ("O'Neill doesn't go", ["O'Neill", "doesn't", "go"]),
    ("1,200 or 3.4", ["1,200", "or", "3.4"]),
    ("12\u202f000 homes", ["12\u202f000", "homes"]),
    ("12drones", ["12", "drones"]),
    ("5*3 _ when", ["5", "*", "3", "_", "when"]),
    ("* item", ["*", "item"]),
    ("we lost [12] men", ["we", "lost", "[", "12", "]", "men"]),
    ("cafe\u0301 a\u00adbc", ["cafe\u0301", "a\u00adbc"]),
])
def test_tokens(text: str, tokens: list[str]) -> None:
    doc = tokenize(text)
    assert [form.rstrip() for form in doc.forms[:len(doc.forms) - added(doc)]] == tokens


@pytest.mark.parametrize(("text", "cut_off"), [
    ("Nine died.", False), ("Nine died", True), ("Nine died\n", True), ("“Nine died.”", False), ("", False), (" \n", False),
])
def test_a_text_that_breaks_off_gets_a_stop(text: str, cut_off: bool) -> None:
    doc = tokenize(text)
    assert added(doc) is cut_off
    assert doc.sents[-1:] == ([(0, len(doc.forms))] if text.strip() else [])


@pytest.mark.parametrize(("text", "found"), [
    ("Nine died. Four fled.", ["Nine died.", "Four fled."]),
    ("Gen. Ivo Tarn met Mr. Kolar at 3 p.m. on Friday.", ["Gen. Ivo Tarn met Mr. Kolar at 3 p.m. on Friday."]),
    ("It rose to 3.4 million. Then it fell.", ["It rose to 3.4 million.", "Then it fell."]),
    ("“We go.” She left.", ["“We go.”", "She left."]),
    ("They live in the U.S. The rest fled.", ["They live in the U.S.", "The rest fled."]),
    ("J. Kolar and others, etc. came home.", ["J. Kolar and others, etc. came home."]),
    ("Title\n\nText one. Text two.", ["Title", "Text one.", "Text two."]),
    ("Nine died\nand four fled.", ["Nine died\nand four fled."]),
    ("One.\r\nTwo.\u2028Three.", ["One.", "Two.", "Three."]),
    ("What? No! Wait... it is so.", ["What?", "No!", "Wait... it is so."]),
    ("Nine fell.[3] Two fled.** So it is.", ["Nine fell.", "Two fled.", "So it is."]),
])
def test_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@pytest.mark.parametrize(("text", "words"), [
    ("**Nine** drones *fell*.", ["", "Nine", "drones", "fell", "."]),
    ("Nine _drones_ fell.[3] So", ["Nine", "drones", "fell", ".", "So"]),
    ("<b>Nine</b> fell<br/>", ["", "Nine", "fell"]),
    ('<a href="x">Nine</a> fell<br />', ["", "Nine", "fell"]),
    ("a <b and nine> fell", ["a", "<", "b", "and", "nine", ">", "fell"]),
    ("⚡️ Nine fell 🇺🇦", ["", "Nine", "fell"]),
    ("He [said](https://karo.example/a-1?x=2) so", ["He", "said", "so"]),
    ("At https://karo.example/2024/05/12/a nine fell", ["At", "https://karo.example/2024/05/12/a", "nine", "fell"]),
    ("# Nine fell\n> So #one", ["", "Nine", "fell", "So", "#", "one"]),
])
def test_markup_is_white_space(text: str, words: list[str]) -> None:
    doc = tokenize(text)
    assert [text[a:b] for a, b in zip(doc.starts, doc.ends, strict=False)][:len(doc.forms) - added(doc)] == words


def test_wrapped_text() -> None:
    text = ("The coastal brigade said that it\nhad fired forty-one drones at the northern\nport and that nine sailors had been hurt "
            "in\nthe town behind it. Rescuers went there at\nonce and came back with the wounded men.\n\nNobody else was hurt.")
    assert len(sentences(text)) == 3


def test_wire_text_in_capitals_is_wrapped() -> None:
    lines = ["THE COASTAL BRIGADE SAID LATE ON MONDAY THAT IT", "HAD FIRED FORTY-ONE DRONES AT THE NORTHERN PORT",
             "AND THAT NINE SAILORS HAD BEEN HURT IN THE TOWN", "BEHIND IT."]
    assert len(sentences("\n".join(lines))) == 1


def test_a_list_of_headlines_is_not_wrapped() -> None:
    lines = ["Police in Lorvik arrest 26 after a night of protests", "Storm leaves 9,000 homes in the north without power",
             "Court in the capital frees five jailed journalists", "Two ships seized off the coast, crew of 31 detained"]
    assert sentences("\n".join(lines)) == lines


@pytest.mark.parametrize(("text", "headline"), [
    ("Bus hits wall, three dead\n\nThree people died on Monday.", "Bus hits wall, three dead"),
    ("Three people died on Monday.\n\nFour fled.", None),
    ("Date: 3 May 2025\nThree people died on Monday.", None),
    ("By Olha Marn and others\nThree people died.", None),
    ("Tuesday 5 November 2019\n\nNine fall in Karo\n\nNine men fell on Monday.", "Nine fall in Karo"),
    ("Published 9 April 2024\nNine fall in Karo\nNine men fell on Monday.", "Nine fall in Karo"),
])
def test_headline(text: str, headline: str | None) -> None:
    doc = tokenize(text)
    assert (doc.words(*doc.headline) if doc.headline else None) == headline
