"""What is asked of the reader of roles, and what its answers change. The conflict is invented."""

from __future__ import annotations

import numpy as np

from dragoman.extraction.claims_voices import with_denials
from dragoman.extraction.roles import Asked
from dragoman.language import parse
from dragoman.learned.roles import VOICES, Roles
from dragoman.model import Act, Claim, Evidence, Report, Span, Speaker

SAID = "The League said the army had burned the mill. The army said it was a fairy tale."


class Sure:
    """Takes every word for a denial, and keeps what it was asked."""

    def __init__(self, sure: float = 0.95) -> None:
        self.sure = sure
        self.asked: list[str] = []

    def read(self, text: str) -> Roles:
        self.asked.append(text)
        n = len(text)
        voices = np.zeros((n, len(VOICES)), np.float32)
        voices[:, VOICES.index("denial")] = self.sure
        return Roles([*range(n)], voices)


def report(text: str) -> Report:
    return Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))


def claims(*acts: Act) -> list[Claim]:
    found = []
    for name, words, act in zip(("League", "army"), SAID.split(". "), acts, strict=True):
        start = SAID.index(words)
        evidence = Evidence("r", start, start + len(words), words)
        speaker = Speaker(name=name)
        made = Claim(
            id=name, report="r", speaker=speaker, content=(evidence,), form="indirect", act=act
        )
        found.append(made)
    return found


def test_claims_near_what_others_say_are_marked_where_their_words_deny() -> None:
    document = parse(report(SAID))
    found = with_denials(document, claims("accuse", "assert"), Sure())
    assert [one.denies for one in found] == [False, True]
    found = with_denials(document, claims("accuse", "assert"), Sure(sure=0.6))
    assert not any(one.denies for one in found)


def test_a_voice_alone_denies_nothing_that_was_said() -> None:
    reader = Sure()
    with_denials(parse(report(SAID)), claims("accuse", "assert")[1:], reader)
    assert reader.asked == []


def test_what_is_denied_by_its_verb_is_not_read() -> None:
    reader = Sure()
    found = with_denials(parse(report(SAID)), claims("accuse", "deny"), reader)
    assert reader.asked == []
    assert not any(one.denies for one in found)


def test_stretches_that_touch_are_read_as_one() -> None:
    text = " ".join(f"It was day {k} of the siege." for k in range(30))
    reader = Sure()
    asked = Asked(parse(report(text)), reader, [3, 5, 20])
    assert len(reader.asked) == 2
    assert reader.asked[0].startswith("It was day 2 ")
    assert asked.voice(Span(text.index("20"), text.index("20") + 2), "denial") > 0.9


def test_what_stands_in_no_sentence_that_was_read_has_no_role() -> None:
    text = "  The mill burned.\n\nShare\n\nThe army said it was a fairy tale. Night fell. \n"
    body = ("The mill burned.", "The army said it was a fairy tale. Night fell. \n")
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in body)
    document = parse(Report(id="r", source="r", sha256="", text=text, body=spans))
    reader = Sure()
    asked = Asked(document, reader, [1])
    assert reader.asked == [text[text.index("The mill") : text.index(" Night")]]
    sure = {k: asked.voice(Span(k, k + 1), "denial") for k in range(len(text))}
    read = [sentence.span for sentence in document.sentences[:2]]
    assert all((sure[k] > 0.9) == any(one.contains(Span(k, k + 1)) for one in read) for k in sure)
    assert asked.voice(Span(text.index("fairy"), len(text)), "denial") > 0.9


def test_in_an_empty_report_nothing_is_asked() -> None:
    reader = Sure()
    asked = Asked(parse(report("")), reader, [])
    assert asked.voice(Span(0, 0), "denial") == 0
    assert reader.asked == []
