import pytest

from dragoman.language import parse
from dragoman.model import Report, Span


@pytest.mark.parametrize(
    ("text", "hurt", "dep"),
    [
        ("A teenager shot and killed by police was buried on Monday.", "teenager", "nsubjpass"),
        ("Anger over the death of a teenager shot and killed by police fueled a riot Monday.",
         "teenager", "pobj"),
        ("A student shot and wounded by troops died on Monday.", "student", "nsubj"),
        ("Two men attacked and robbed by rebels said on Monday that they fled.", "men", "nsubj"),
    ],
)  # fmt: skip
def test_what_somebody_did_to_a_man_is_not_his_own_deed(text: str, hurt: str, dep: str) -> None:
    document = parse(Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),)))
    noun = next(t for t in document.tokens if t.text == hurt)
    deed = document.tokens[noun.i + 1]
    assert (noun.dep, deed.dep, deed.head, deed.tag) == (dep, "acl", noun.i, "VBN")


def test_who_fled_before_he_was_killed_fled() -> None:
    text = "The villagers fled and were killed by rebels."
    document = parse(Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),)))
    assert [t.dep for t in document.tokens if t.text == "fled"] == ["ROOT"]
