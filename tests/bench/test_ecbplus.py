from pathlib import Path

import pytest

from dragoman.bench.coref_scores import b_cubed, ceaf_e, conll, muc
from dragoman.bench.ecbplus import text_of

DOCUMENT = """<?xml version="1.0"?>
<Document doc_name="1_1x.xml">
<token t_id="1" sentence="0" number="0">Rebels</token>
<token t_id="2" sentence="0" number="1">attacked</token>
<token t_id="3" sentence="0" number="2">.</token>
<token t_id="4" sentence="1" number="0">Talks</token>
<token t_id="5" sentence="1" number="1">failed</token>
<Markables>
<ACTION_OCCURRENCE m_id="7"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="8"><token_anchor t_id="5"/></ACTION_OCCURRENCE>
<HUMAN_PART m_id="9"><token_anchor t_id="1"/></HUMAN_PART>
<ACTION_OCCURRENCE m_id="10" RELATED_TO="" TAG_DESCRIPTOR="t_attack"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="ACT5"><source m_id="7"/><target m_id="10"/></CROSS_DOC_COREF>
</Relations>
</Document>
"""


def test_only_event_mentions_of_checked_sentences_count(tmp_path: Path) -> None:
    folder = tmp_path / "1"
    folder.mkdir()
    path = folder / "1_1x.xml"
    path.write_text(DOCUMENT)
    text = text_of(path, {0})
    assert text.text.startswith("Rebels attacked.\n\nTalks failed")
    assert [(m.span.of(text.text), m.event) for m in text.mentions] == [("attacked", "ACT5")]
    assert [m.event for m in text_of(path, {1}).mentions] == ["1_1x.xml:8"]


def test_a_clustering_scores_full_against_itself() -> None:
    gold = {1: "x", 2: "x", 3: "y", 4: "y"}
    assert conll(gold, gold) == pytest.approx(1.0)


def test_mentions_that_one_side_lacks_are_missed_or_spurious() -> None:
    gold = {1: "x", 2: "x", 3: "y"}
    found = {1: "a", 2: "a", 9: "b"}
    assert b_cubed(found, gold).recall == pytest.approx(2 / 3)
    assert b_cubed(found, gold).precision == pytest.approx(2 / 3)
    assert ceaf_e(found, gold).f1 == pytest.approx(1 / 2)
    assert muc(found, gold).f1 == pytest.approx(1.0)
