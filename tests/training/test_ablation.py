"""What the heads give one another: who learns from what, and the table. Needs torch."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch (pip install hearsay[train])")

from tests.training.test_recipe import small  # noqa: E402
from tests.training.test_training import PLAIN, TINY, passages  # noqa: E402

from hearsay.training import ablation as ablations  # noqa: E402
from hearsay.training.ablation import FEWEST, GROUPS, Line, ablation, concerns, main, table, thinned  # noqa: E402
from hearsay.training.batches import collect_labels  # noqa: E402
from hearsay.training.encoder import Encoder  # noqa: E402
from hearsay.training.examples import Example, Passage  # noqa: E402
from hearsay.training.heads.built import build_heads  # noqa: E402
from hearsay.training.loop import Recipe  # noqa: E402


def test_every_head_is_in_one_group() -> None:
    facts = Example(words=("Ada", "Spain"), actors=(0, 1), ties=((0, 1, "from"),), tie_set="facts")
    labels = collect_labels([*passages(), Passage(source="c", examples=(facts,))])
    heads = build_heads(labels, TINY)
    assert sorted(name for group in GROUPS.values() for name in group.heads) == sorted(set(heads) - {"deeds"})


def test_a_group_learns_from_what_concerns_it() -> None:
    named = Passage(source="a", examples=(Example(words=("Ada",), layers={"name": ["B-PER"]}),))
    tied = Passage(source="b", examples=(Example(words=("Ada",)), Example(words=("Ada", "it"), actors=(0, 1))))
    assert concerns(named, GROUPS["names"])
    assert not concerns(tied, GROUPS["names"])
    assert concerns(tied, GROUPS["ties"])
    assert not concerns(named, GROUPS["ties"])


def test_a_share_leaves_small_corpora_their_passages() -> None:
    (one, *_) = passages()
    assert len(thinned([one] * 80, 16)) == 7
    assert len(thinned([one] * 1600, 16)) == 100
    assert len(thinned([one] * (FEWEST - 1), 16)) == FEWEST - 1


def test_the_table_says_what_company_is_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    materials = small(monkeypatch)
    monkeypatch.setattr(ablations, "EncoderSize", lambda: TINY)
    monkeypatch.setattr(ablations, "load_base", lambda weights, size: Encoder(size))
    recipe = Recipe(epochs=20, pieces=64, encoder_rate=0.01, head_rate=0.02, warmup=0.0, variation=PLAIN)
    found = list(ablation(materials, recipe, 1))
    assert {one.group for one in found} == set(GROUPS)
    names = next(one for one in found if one.figure == "name")
    assert (names.corpus, names.together, names.alone) == ("gum", 100.0, 100.0)


def test_a_line_shows_the_difference() -> None:
    shown = table([Line(group="names", corpus="gum", figure="name", together=70.04, alone=68.0)])
    assert shown.splitlines()[-1] == "| names | gum, name | 70.0 | 68.0 | +2.0 |"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpora", str(tmp_path / "absent")]) == 2
    assert "absent" in capsys.readouterr().err
