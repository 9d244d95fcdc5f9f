"""A linear model of the event type over the rules' answer, scored in five folds.

It stands in the bench alone: the record's types come from the rules, whose every decision can be
shown. The model says how much the words between source and target would add to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.bench.events import Pairs, Sentence, collapsed, predict
from dragoman.extraction.status import status_of
from dragoman.language import Document, Token
from dragoman.model import Span

_FOLDS = 5


def features(sentence: Sentence) -> dict[str, float]:
    """Return what the model sees of a sentence: rules, paths to source and target, words."""
    found: dict[str, float] = {}
    for name, weight in (*_of_rules(sentence), *_of_paths(sentence), *_of_words(sentence)):
        found[name] = max(weight, found.get(name, 0.0))
    return found


def _of_rules(sentence: Sentence) -> Iterator[tuple[str, float]]:
    best, both = predict(sentence)
    yield f"best:{best}", 1.5
    yield f"best:{best}:{both}", 1.0
    pairs = Pairs(sentence)
    for trigger in pairs.reader.events:
        source, target = pairs.fit(trigger)
        name = collapsed(sentence.document, trigger)
        yield f"type:{name}", 0.5
        yield f"type:{name}:{source}{target}", 1.0
        yield f"mode:{trigger.sense.type}:{trigger.mode}", 0.5
        if source or target:
            status = status_of(sentence.document, trigger.token, trigger.light)
            yield f"trigger:{trigger.token.lemma}", 1.0
            yield f"status:{status}", 0.5


def _of_paths(sentence: Sentence) -> Iterator[tuple[str, float]]:
    document = sentence.document
    up = _chain(document, sentence.source)
    down = _chain(document, sentence.target)
    met = next((token for token in up if token in down), None)
    for side, chain in (("source", up), ("target", down)):
        for token in chain:
            yield f"{side}:{token.lemma.lower()}", 0.7
            if token is met:
                break
    verb = next((token for token in up if token.pos in ("VERB", "AUX")), None)
    if verb is not None:
        yield f"verb:{verb.lemma.lower()}", 1.2
        for child in document.children(verb):
            yield f"beside:{child.lemma.lower()}", 0.5
            yield f"beside:{child.dep}:{child.lemma.lower()}", 0.7
            if child.dep in ("xcomp", "ccomp"):
                for inner in document.children(child):
                    yield f"below:{inner.dep}:{inner.lemma.lower()}", 0.5


def _chain(document: Document, span: Span) -> list[Token]:
    head = document.head_of_span(span) if len(span) else None
    return [head, *document.ancestors(head)] if head is not None else []


def _of_words(sentence: Sentence) -> Iterator[tuple[str, float]]:
    words = [token for token in sentence.document.tokens if token.text.isalpha()]
    for token in words:
        if not any(span.overlaps(token.span) for span in (sentence.source, sentence.target)):
            yield f"word:{token.lemma.lower()}", 0.35
    for before, after in pairwise(words):
        yield f"pair:{before.lemma.lower()}_{after.lemma.lower()}", 0.2


def five_fold(sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """Return (gold, ours) for each sentence, each predicted by a model that did not see it.

    Needs scikit-learn (the ``bench`` extra).
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold

    seen = [features(sentence) for sentence in sentences]
    golds = [sentence.gold for sentence in sentences]
    answers = [""] * len(golds)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(seen, golds):
        vectors = DictVectorizer()
        known = vectors.fit_transform([seen[i] for i in train])
        model = LogisticRegression(C=1.0, max_iter=500, class_weight="balanced")
        model.fit(known, [golds[i] for i in train])
        for i, answer in zip(
            test, model.predict(vectors.transform([seen[i] for i in test])), strict=True
        ):
            answers[i] = str(answer)
    return list(zip(golds, answers, strict=True))
