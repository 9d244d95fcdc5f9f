import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import Document, paragraphs_of, parse, plain_view
from dragoman.model import Report, Span


def report(text: str, headline: Span | None = None) -> Report:
    start = headline.end if headline else 0
    body = (Span(start, len(text)),)
    return Report(id="r", source="s", sha256="", text=text, body=body, headline=headline)


@given(st.text(max_size=60))
def test_the_view_that_is_parsed_keeps_every_offset(text: str) -> None:
    assert len(plain_view(text)) == len(text)


@given(st.text(alphabet="ab \r\n\u2028\u00a0", max_size=40))
def test_paragraphs_hold_all_that_is_not_white_space(text: str) -> None:
    spans = list(paragraphs_of(text, Span(0, len(text))))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_a_very_long_line_is_cut_at_sentence_ends() -> None:
    text = "The guns fell silent. " * 3000
    spans = list(paragraphs_of(text, Span(0, len(text))))
    assert len(spans) > 1
    assert all(len(span) <= 20_000 for span in spans)
    assert all(span.of(text).endswith("silent.") for span in spans)


def test_bracketed_insertions_and_curly_quotes_are_out_of_the_parser_s_sight() -> None:
    assert "[" not in plain_view("fighters of the NFA [Northern Free Army] left")
    assert plain_view("“caliphate”") == '"caliphate"'


def parsed(text: str, headline: Span | None = None) -> Document:
    return parse(report(text, headline))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The envoy said the truce holds.",
        "“We will go,” he said.\r\n\r\nThe army left 😀 Selmo\u00a0on Monday.",
        "e\u0301tat major\u200b said الجيش left.",
    ],
)
def test_tokens_stand_where_the_report_says(text: str) -> None:
    document = parsed(text)
    assert all(token.span.of(text) == token.text for token in document.tokens)
    assert [token.i for token in document.tokens] == list(range(len(document.tokens)))


@pytest.mark.slow
def test_a_headline_is_a_sentence_of_its_own() -> None:
    text = "Truce agreed in Garn\nThe envoy spoke on Monday."
    document = parsed(text, Span(0, 20))
    assert [sentence.headline for sentence in document.sentences] == [True, False]


@pytest.mark.slow
def test_syntax_can_be_walked() -> None:
    document = parsed("The army shelled the town.")
    verb = next(token for token in document.tokens if token.pos == "VERB")
    subjects = [child.text for child in document.children(verb) if child.dep == "nsubj"]
    assert subjects == ["army"]
    assert document.subtree_span(verb) == Span(0, 26)
    assert document.sentence_of(verb).i == 0


def test_an_empty_report_has_no_sentences() -> None:
    assert parsed("").sentences == ()


def test_a_quotation_mark_without_a_space_behind_it_is_no_part_of_a_word() -> None:
    document = parse(report('"They left on Monday,"said Ada Noor.'))
    assert [t.text for t in document.tokens][4:8] == ["Monday", ",", '"', "said"]


def test_a_verb_that_would_double_its_last_letter_is_not_taken_for_one_in_e() -> None:
    document = parse(report("They staged attacks, waged war and begged for help."))
    lemmas = {token.text: token.lemma for token in document.tokens}
    assert lemmas["staged"] == "stage"
    assert lemmas["waged"] == "wage"
    assert lemmas["begged"] == "beg"


@pytest.mark.parametrize("rank", ["Lt.", "Maj.", "Col.", "Sgt.", "Capt.", "Brig.", "Gen."])
def test_a_short_rank_is_one_word(rank: str) -> None:
    tokens = [token.text for token in parse(report(f"They told {rank} Milan Petrek so.")).tokens]
    assert tokens[2:4] == [rank, "Milan"]


def test_retook_is_a_form_of_retake() -> None:
    assert [t.lemma for t in parse(report("The army retook it.")).tokens][2] == "retake"
