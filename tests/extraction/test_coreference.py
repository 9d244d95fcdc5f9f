"""Pronouns and definite nouns, on sentences of an invented conflict."""

from __future__ import annotations

from dragoman.extraction.actors import Actors
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Pack, PackActor, PackInfo, Packs

PACKS = Packs(
    [
        Pack(
            info=PackInfo(name="x", about="x"),
            actors=(
                PackActor(
                    key="nfa",
                    name="Northern Free Army",
                    type="armed_group",
                    nominals=("group", "rebel group"),
                ),
                PackActor(
                    key="watch", name="Peace Monitor", type="organisation", nominals=("watchdog",)
                ),
                PackActor(key="belk", name="Nadia Belk", type="person", gender="f"),
                PackActor(key="oren", name="Davit Oren", type="person", gender="m"),
            ),
        )
    ]
)


def resolved(text: str, word: str) -> list[str]:
    """Return the names of the actors that ``word`` was resolved to, in text order."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = Actors(PACKS)(parse(report), Extract(report=report))
    by_id = {actor.id: actor.name for actor in extract.actors}
    return [by_id[m.actor] for m in extract.actor_mentions if m.evidence.quote == word]


def test_he_and_she_follow_gender() -> None:
    text = "Davit Oren met Nadia Belk. She said the talks failed. He disagreed."
    assert resolved(text, "She") == ["Nadia Belk"]
    assert resolved(text, "He") == ["Davit Oren"]


def test_he_after_a_quote_is_its_speaker() -> None:
    text = '"We will hold," Davit Oren said.\n"Nobody leaves," he added.'
    assert resolved(text, "he") == ["Davit Oren"]


def test_a_pronoun_inside_a_quote_is_left_open() -> None:
    assert resolved('Davit Oren left. "He never told us," Nadia Belk said.', "He") == []


def test_it_is_the_body_that_spoke() -> None:
    text = 'The Peace Monitor counted ten dead. "Both sides shelled the town," it said.'
    assert resolved(text, "it") == ["Peace Monitor"]


def test_it_is_never_a_person_and_an_empty_it_is_nobody() -> None:
    assert resolved("Davit Oren left. It was late and it rained.", "It") == []


def test_who_is_the_noun_before_it() -> None:
    assert resolved("Nadia Belk, who led the talks, resigned.", "who") == ["Nadia Belk"]


def test_the_group_is_the_last_one_named() -> None:
    text = "The Northern Free Army took Selmo. The group holds two hills."
    assert resolved(text, "The group") == ["Northern Free Army"]


def test_the_watchdog_is_the_body_that_is_one() -> None:
    text = "The Peace Monitor blamed the Northern Free Army. The watchdog cited witnesses."
    assert resolved(text, "The watchdog") == ["Peace Monitor"]


def test_a_pronoun_with_nobody_before_it_is_no_actor() -> None:
    assert resolved("He left early. They slept.", "He") == []


def test_the_charity_is_the_body_that_helps_by_its_name() -> None:
    text = "The Selmo Relief Society blamed the Peace Monitor. The charity cited witnesses."
    assert resolved(text, "The charity") == ["Selmo Relief Society"]
