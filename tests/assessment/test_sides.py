"""What persons stand for: the bodies and states of which they hold a post."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment.index import Index
from dragoman.model import Role
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("title", "stands"),
    [("foreign minister of Varnia", True), ("leader of the Varnian rebel movement", False)],
)
def test_who_leads_rebels_of_a_state_does_not_stand_for_it(
    story: Any, title: str, stands: bool
) -> None:
    one = story("Omar Said spoke for Varnia.", "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.actor("Omar Said", roles=(Role(title=title, of=varnia),))
    record = resolve([one.extract()])
    (said,) = (actor for actor in record.actors if actor.name == "Omar Said")
    assert ("country:VA" in Index(record).sides(said.id)) is stands


def test_a_leader_stands_for_the_one_state_whose_army_most_reports_name(story: Any) -> None:
    extracts = []
    for k, state in enumerate(("Varnia", "Varnia", "Karvelia")):
        text = f"President Ilan Orr’s army left Selmo, the government of {state} told paper {k}."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}")
        one.actor(f"government of {state}", "government", country=state[:2].upper())
        one.actor("Ilan Orr", roles=(Role(title="President"),))
        extracts.append(one.extract())
    index = Index(resolve(extracts))
    (leader,) = (actor for actor in index.record.actors if actor.name == "Ilan Orr")
    assert index.sides(leader.id) == {leader.id, "country:VA"}


def test_a_short_form_within_a_word_is_no_name_of_a_body(story: Any) -> None:
    one = story("The U.L. spoke of raids. A source on the ruled ground spoke of the dead.")
    league = one.actor("United League", "organisation", names=("United League", "U.L."), named=True)
    source = one.actor("source on the ruled ground", "person", named=False)
    one.claim(league, "raids")
    one.claim(source, "the dead")
    index = Index(resolve([one.extract()]))
    described = next(a for a in index.actors.values() if a.name == "source on the ruled ground")
    assert index.meant(index.record.reports[0].id, described) is None
