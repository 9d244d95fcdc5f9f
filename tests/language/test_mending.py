import pytest

from dragoman.language import Document, Sentence, Token
from dragoman.language.mending import mended

WORDS = [
    "According",
    "to",
    "Sova",
    ",",
    "the",
    "union",
    ",",
    "led",
    "by",
    "Tal",
    ",",
    "announced",
    "a",
    "strike",
]


def tokens(**arcs: tuple[str, str]) -> list[Token]:
    """Tokens of the sentence, each arc a word's governor and label."""
    plain = {
        "According": ("announced", "prep"), "to": ("According", "prep"), "the": ("union", "det"),
        "led": ("union", "acl"), "announced": ("announced", "ROOT"),
        "strike": ("announced", "dobj"),
    }  # fmt: skip
    drawn = {**plain, **arcs}
    found = []
    for i, word in enumerate(WORDS):
        head, dep = drawn.get(word, ("announced", "punct"))
        found.append(Token(i, word, word.lower(), "X", "X", dep, WORDS.index(head), i * 10, i * 10))
    return found


def arcs(found: list[Token]) -> dict[str, tuple[str, str]]:
    sentence = Sentence(0, 0, len(found), 0, 200, 0)
    document = Document("r", "", mended(found, [sentence]), (sentence,), ())
    return {t.text: (document.head(t).text, t.dep) for t in document.tokens}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        (("announced", "nsubj"), ("Sova", "appos")),
        (("announced", "nsubj"), ("Sova", "conj")),
        (("to", "pobj"), ("Sova", "appos")),
    ],
)
def test_the_comma_parts_the_source_from_the_subject(
    source: tuple[str, str], speaker: tuple[str, str]
) -> None:
    found = arcs(tokens(Sova=source, union=speaker, led=("Sova", "acl")))
    assert found["Sova"] == ("to", "pobj")
    assert found["union"] == ("announced", "nsubj")
    assert found["led"] == ("union", "acl")


def test_a_name_behind_its_noun_is_of_the_source() -> None:
    drawn = [
        Token(i, word, word.lower(), "X", "X", dep, head, i * 10, i * 10)
        for i, (word, dep, head) in enumerate(
            [
                ("According", "prep", 7),
                ("to", "prep", 0),
                ("agency", "pobj", 1),
                ("Sova", "nsubj", 7),
                (",", "punct", 3),
                ("the", "det", 6),
                ("union", "appos", 3),
                ("announced", "ROOT", 7),
            ]
        )
    ]
    found = arcs(drawn)
    assert (found["agency"], found["Sova"]) == (("Sova", "compound"), ("to", "pobj"))
    assert found["union"] == ("announced", "nsubj")


def test_what_is_drawn_right_stays() -> None:
    drawn = tokens(Sova=("to", "pobj"), union=("announced", "nsubj"))
    assert list(mended(drawn, [Sentence(0, 0, len(drawn), 0, 200, 0)])) == drawn


@pytest.mark.parametrize(("words", "tag"), [(["the", "WHO", "said"], "NNP"), (["WHO"], "WP")])
def test_the_health_organisation_is_a_name(words: list[str], tag: str) -> None:
    one = [Token(k, w, w.lower(), "PRON", "WP", "nsubj", k, 4 * k, 4 * k + len(w))
           for k, w in enumerate(words)]  # fmt: skip
    found = mended(one, [Sentence(0, 0, len(words), 0, 4 * len(words), 0)])
    assert next(t.tag for t in found if t.text == "WHO") == tag
