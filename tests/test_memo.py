from dragoman.memo import Memo, Table, digest


def test_a_result_is_made_once_for_a_content() -> None:
    table: Table[int] = Table()
    made = iter(range(9))
    found = [table.get(key, lambda: next(made)) for key in map(digest, ("a", "b", "a"))]
    assert found == [0, 1, 0]


def test_what_a_derivation_did_not_ask_for_is_forgotten() -> None:
    memo = Memo()
    memo.table("x").keep("old", 1)
    memo.turn()
    memo.table("x").keep("new", 2)
    memo.turn()
    assert (memo.table("x").find("old"), memo.table("x").find("new")) == (None, 2)


def test_what_is_shared_is_of_the_very_objects_and_of_one_derivation() -> None:
    memo, one = Memo(), ("a", 1)
    first = memo.shared("view", (one,), lambda: [1])
    assert memo.shared("view", (one,), lambda: [2]) is first
    assert memo.shared("view", (one[:1] + one[1:],), lambda: [3]) == [3]
    memo.turn()
    assert memo.shared("view", (one,), lambda: [4]) == [4]


def test_contents_that_differ_in_anything_have_other_digests() -> None:
    contents = [("a", "b"), ("ab",), ("a", None, "b"), (("a", "b"),), ("a", 1), ("a", 1.5), ("a",)]
    assert len({digest(*content) for content in contents}) == len(contents)
