"""For whom nameless persons speak: "a League spokesman", "a commander of the group"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.extraction.actors_found import Found, Who, head_of, span_of
from dragoman.extraction.actors_roles import Post
from dragoman.language import Document, Token

_BODIES = ("organisation", "armed_group", "government", "state")
# Those who speak and act for the body that has them, and the words that lead to it.
_POSTS = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "representative", "commander", "leader", "official",
    "member", "chief", "head", "fighter", "militant", "guerrilla", "delegate", "envoy", "officer",
})  # fmt: skip
_OF = frozenset({"of", "for", "with", "from"})
_GENITIVES = frozenset({"", "'s", "’s", "'", "’"})


def nameless_posts(document: Document, found: Sequence[Found]) -> Iterator[Post]:
    """Yield the post of each person without a name whom a body's name stands beside."""
    bodies = [one for one in found if one.who.type in _BODIES]
    ends: Mapping[int, Who] = {one.last: one.who for one in bodies}
    begins: Mapping[int, Who] = {one.first: one.who for one in bodies}
    for one in found:
        if one.who.type != "person" or one.who.named:
            continue
        head = head_of(document, one.first, one.last)
        if head.lemma.lower() not in _POSTS:
            continue
        of = _before(document, head, ends) or _behind(document, head, begins)
        if of is not None:
            span = span_of(document, one.first, one.last)
            yield Post(holder=one.key, title=head.lower, of=of.key, span=span)


def _before(document: Document, head: Token, ends: Mapping[int, Who]) -> Who | None:
    """Return the body whose name ends right before a noun, or before its "'s"."""
    for last in (head.i, head.i - 1):
        between = "".join(t.text for t in document.tokens[last : head.i])
        if last in ends and between in _GENITIVES:
            return ends[last]
    return None


def _behind(document: Document, head: Token, begins: Mapping[int, Who]) -> Who | None:
    """Return the body behind the "for" of a noun, with or without an article."""
    following = document.tokens[head.i + 1 : head.i + 3]
    if not following or following[0].lower not in _OF:
        return None
    first = head.i + 2
    articled = len(following) > 1 and following[1].tag == "DT"
    return begins.get(first) or (begins.get(first + 1) if articled else None)
