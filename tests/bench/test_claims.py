from pathlib import Path

from dragoman.bench.claims import run


def test_the_rows_compare_the_grammar_with_a_verb_list(tmp_path: Path) -> None:
    split = tmp_path / "polnear" / "dev"
    (split / "text").mkdir(parents=True)
    (split / "attributions").mkdir()
    text = "Mayor Novak said that the well was dry."
    (split / "text" / "a_b.txt").write_text(text, encoding="utf-8")
    spans = {"T1": ("Source", 0, 11), "T2": ("Cue", 12, 16), "T3": ("Content", 17, 38)}
    lines = [f"{key}\t{kind} {a} {b}\t{text[a:b]}" for key, (kind, a, b) in spans.items()]
    lines.append("E1\tCue:T2 Source:T1 Content:T3")
    stand_off = "\n".join(lines) + "\n"
    (split / "attributions" / "a_b_anno.ann").write_text(stand_off, encoding="utf-8")
    rows = {row.measure: row for row in run(tmp_path)}
    for kind in ("source", "cue", "content"):
        row = rows[f"PolNeAR dev, {kind}, exact F1, grammar"]
        assert row.ours == 1.0
        assert row.n == 1
