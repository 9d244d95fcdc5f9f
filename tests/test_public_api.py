import dragoman
import dragoman.model


def test_everything_public_is_listed_and_sorted() -> None:
    assert list(dragoman.__all__) == sorted(dragoman.__all__)
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None


def test_nothing_public_is_left_unlisted() -> None:
    public = {
        name
        for name, value in vars(dragoman).items()
        if not name.startswith("_") and type(value).__name__ != "module"
    }
    assert public == set(dragoman.__all__) - {"__version__"}


def test_the_model_s_list_is_complete() -> None:
    public = {
        name
        for name, value in vars(dragoman.model).items()
        if not name.startswith("_") and type(value).__name__ != "module"
    }
    assert public == set(dragoman.model.__all__)
