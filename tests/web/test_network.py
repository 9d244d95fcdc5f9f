from dragoman.web.pages.network import MOST_NODES, Asked, network_of
from dragoman.web.snapshot import Snapshot


def test_ties_run_from_who_did_or_spoke_to_whom(snap: Snapshot) -> None:
    for tie in snap.relations:
        assert tie.source != tie.target
        if tie.tie == "did":
            event = snap.events[tie.thing]
            assert tie.source in event.actors
            assert tie.target in event.recipients
        else:
            assert snap.claims[tie.thing].speaker.actor == tie.source


def test_what_is_drawn_is_part_of_what_is_listed(snap: Snapshot) -> None:
    view = network_of(snap, Asked(), size=10_000)
    listed = {edge.id for edge in view.edges}
    drawn = {node.id for node in view.graph.nodes}
    assert len(drawn) <= MOST_NODES
    for edge in view.graph.edges:
        assert edge.id in listed
        assert {edge.source, edge.target} <= drawn


def test_one_actor_alone_has_its_own_ties(snap: Snapshot) -> None:
    centre = network_of(snap, Asked()).edges[0].source
    view = network_of(snap, Asked(actor=centre))
    assert all(centre in (edge.source, edge.target) for edge in view.edges)
    assert view.graph.nodes[0].id == centre


def test_deeds_and_words_can_be_told_apart(snap: Snapshot) -> None:
    total = network_of(snap, Asked()).paging.total
    kinds = [network_of(snap, Asked(tie=tie)).paging.total for tie in ("did", "said")]
    assert sum(kinds) == total
    assert all(option.count for option in network_of(snap, Asked(tie="did")).types)


def test_rare_ties_can_be_left_out(snap: Snapshot) -> None:
    view = network_of(snap, Asked(least=2), size=10_000)
    assert all(edge.count >= 2 for edge in view.edges)
