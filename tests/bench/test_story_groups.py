from dragoman.bench.story_groups import joined, stories, word_in

STORM = "A storm hit Tarsk and Selmo in Karvelia, Mira Kost said."
QUAKE = "A storm hit Orlen and Brod in Varnia, Ilya Oren said."


def test_look_alikes_are_told_apart_by_their_names() -> None:
    found = stories({"a": STORM, "b": STORM + " It rained.", "c": QUAKE})
    assert found["a"] == found["b"] != found["c"]


def test_texts_without_names_are_stories_of_their_own() -> None:
    assert len(set(stories({"a": "It rained.", "b": "It snowed."}).values())) == 2
    assert stories({"a": "It rained."}) == {"a": 1}


def test_words_of_one_stem_are_one_in_a_story_alone() -> None:
    assert word_in(1, "7:shooting") == word_in(1, "7:shoot")
    assert word_in(1, "7:shoot") != word_in(2, "7:shoot")


def test_one_event_joins_the_words_that_it_holds_most_of() -> None:
    words = ["raid", "attack", "attack", "attack", "talks"]
    assert joined(words, ["e1", "e1", None, None, None]) == words
    assert len(set(joined(words, ["e1", "e1", "e1", None, None]))) == 2
