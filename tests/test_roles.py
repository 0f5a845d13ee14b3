"""The roles of claims: agent, affiliation, target, instrument, place, time, and what they inherit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import Case, cases, check

from newsfacts import extract
from newsfacts.claims.roles.scene import side_of_actor
from newsfacts.drafts import ActorDraft

FILES = ("roles-agents", "roles-affiliation", "roles-places", "roles-times", "roles-targets", "raids", "war")
PIECES = st.lists(st.sampled_from(
    "Russia 's Russian drones forces killed nine people were wounded in Velm on Monday , and by the rebels which launched 40 at Kyiv . "
    "since its from Odesa said it they attack carried out of 12 soldiers the region after a day \n\n".split(" ")), max_size=40)


@pytest.mark.parametrize("case", [case for name in FILES for case in cases(f"{name}.txt")], ids=lambda case: case.text[:60])
def test_roles(case: Case) -> None:
    check(case)


def test_since_is_open() -> None:
    claim = extract("The pact was signed in March 2022. Since then the sides have exchanged 900 prisoners.").claims[0]
    assert claim.time is not None
    assert (claim.time.value, claim.time.from_, claim.time.to) == ("2022-03", "2022-03-01", None)
    claim = extract("The sides have exchanged 900 prisoners since 2022.").claims[0]
    assert claim.time is not None
    assert (claim.time.from_, claim.time.to, claim.time.text) == ("2022-01-01", None, "2022")


def test_window_ends_today() -> None:
    claim = extract("In the past six days rebels killed 91 people.", "2024-05-09").claims[0]
    assert claim.time is not None
    assert (claim.time.from_, claim.time.to) == ("2024-05-03", "2024-05-09")


def test_agents_are_actors() -> None:
    report = extract("Russia and Ukraine exchanged 150 prisoners.")
    names = {actor.id: actor.name for actor in report.actors}
    assert [names[i] for i in report.claims[0].agent_ids] == ["Russia", "Ukraine"]


@pytest.mark.parametrize(("name", "kind", "country", "side"), [
    ("Russian forces", "group", "RU", "Russia"),
    ("Ukraine's air force", "organization", "UA", "Ukraine"),
    ("Hamas gunmen", "group", "PS", "Hamas"),
    ("Hezbollah", "organization", "LB", "Hezbollah"),
    ("Security Service of Ukraine", "organization", "UA", "Ukraine"),
    ("rebels", "group", None, None),
    ("Velm", "place", None, None),
])
def test_side_of_actor(name: str, kind: str, country: str | None, side: str | None) -> None:
    assert side_of_actor(ActorDraft(name, kind, country=country)) == side


@given(PIECES)
@settings(max_examples=150, deadline=None)
def test_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    for claim in extract(text, "2024-05-09").claims:
        assert claim.place is None or claim.place in text
        assert claim.time is None or claim.time.text in text
        assert claim.target is None or claim.target in text
        assert claim.instrument is None or claim.instrument in text
