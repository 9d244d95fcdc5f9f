"""The actors of a report and their mentions as the model has them, from what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.extraction.actors_found import Found, head_of, span_of
from dragoman.extraction.actors_roles import Post
from dragoman.language import Document
from dragoman.model import Actor, ActorMention, Evidence, Extract, Report, Role, make_id


def finished(
    document: Document, extract: Extract, found: Iterable[Found], posts: Sequence[Post]
) -> Extract:
    """Return ``extract`` with ``found`` as actors and mentions in the order of the text."""
    report = extract.report
    unique = {(one.first, one.last, one.key): one for one in found}
    ordered = [unique[at] for at in sorted(unique, key=lambda at: (at[0], -at[1], at[2]))]
    by_key: dict[str, list[Found]] = {}
    mentions = []
    for one in ordered:
        by_key.setdefault(one.key, []).append(one)
        mentions.append(
            ActorMention(
                evidence=report.evidence(span_of(document, one.first, one.last)),
                actor=make_id("act", report.id, one.key),
                form=one.form,
                head=head_of(document, one.first, one.last).i,
            )
        )
    actors = tuple(_actor(document, report, all_of, posts) for all_of in by_key.values())
    return msgspec.structs.replace(extract, actors=actors, actor_mentions=tuple(mentions))


def _actor(document: Document, report: Report, found: list[Found], posts: Sequence[Post]) -> Actor:
    who = found[0].who
    naming = [one for one in found if one.form in ("name", "alias", "metonym")]
    spans = [span_of(document, one.name_first, one.last) for one in naming]
    names = tuple(dict.fromkeys(" ".join(span.of(report.text).split()) for span in spans))
    first = span_of(document, found[0].first, found[0].last)
    return Actor(
        id=make_id("act", report.id, who.key),
        name=who.name,
        names=names or (who.name,),
        type=who.type,
        country=who.country,
        sector=who.sector,
        roles=tuple(_roles(report, [post for post in posts if post.holder == who.key])),
        pack=who.pack,
        named=who.named,
        evidence=(report.evidence(first),),
    )


def _roles(report: Report, posts: Sequence[Post]) -> Iterator[Role]:
    """Yield one role for each title and owner, with every place that states it."""
    stated: dict[tuple[str, str | None], list[Evidence]] = {}
    for post in posts:
        known = stated.setdefault((post.title, post.of), [])
        evidence = report.evidence(post.span)
        if evidence not in known:
            known.append(evidence)
    for (title, of), evidence_list in stated.items():
        yield Role(
            title=title,
            of=make_id("act", report.id, of) if of else None,
            evidence=tuple(evidence_list),
        )
