"""The whole recipe in small: two teachers, the trees they agree on, training, export. Needs torch."""

from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch (pip install hearsay[train])")

from tests.training.test_training import PLAIN, TINY, TOKENIZER, passages  # noqa: E402

from hearsay.errors import UsageError  # noqa: E402
from hearsay.neural.reader import NeuralReader, ReaderOptions  # noqa: E402
from hearsay.training import recipe as recipes  # noqa: E402
from hearsay.training.batches import collect_labels  # noqa: E402
from hearsay.training.encoder import Encoder  # noqa: E402
from hearsay.training.examples import Example, Passage  # noqa: E402
from hearsay.training.lexicon import collect_lexicon  # noqa: E402
from hearsay.training.loop import Recipe  # noqa: E402
from hearsay.training.materials import Materials  # noqa: E402


def small(monkeypatch: pytest.MonkeyPatch) -> Materials:
    monkeypatch.setattr(recipes, "EncoderSize", lambda: TINY)
    monkeypatch.setattr(recipes, "load_base", lambda weights, size: Encoder(size))
    bare = Passage(source="muc4/ours", examples=(Example(words=("Troops", "left"), layers={"role": ["O", "O"]}),))
    return Materials(
        training={"ewt": passages(), "muc4": [bare], "fiction": passages()},
        development={"gum": passages()[:1]},
        weights={"none": torch.zeros(1)},
        tokenizer=TOKENIZER,
        labels=collect_labels(passages()),
        lexicon=collect_lexicon(passages()),
    )


def test_from_materials_to_the_shipped_files_in_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    materials = small(monkeypatch)
    options = Recipe(epochs=2, teaching_epochs=1, pieces=64, variation=PLAIN)
    recipes.train_reader(materials, output=tmp_path / "model", work=tmp_path / "work", recipe=options)
    assert NeuralReader.load(ReaderOptions(folder=tmp_path / "model")).read([["Troops", "left"]])[0].roles
    # A second call finds everything done: teachers, trees and training.
    taught = recipes.with_trees(materials, options, tmp_path / "work")
    assert taught.teachers is not None
    assert "head" in taught.training["muc4"][0].examples[0].layers
    # What was trained is exported again, without a head.
    recipes.export_state(taught, tmp_path / "work" / "state.pt", tmp_path / "less", frozenset({"role"}))
    assert not NeuralReader.load(ReaderOptions(folder=tmp_path / "less")).read([["Troops", "left"]])[0].roles
    # The last stage alone, put into a file that has none of it: the rest of that file is as it was.
    recipes.export_state(taught, tmp_path / "work" / "state.pt", tmp_path / "stock", frozenset({"deeds"}))
    again = replace(options, deed_epochs=1, deed_versions=1)
    recipes.teach_last_stage(
        taught, tmp_path / "work" / "state.pt", tmp_path / "grafted", again, onto=tmp_path / "stock"
    )
    (before,), (after,) = (
        NeuralReader.load(ReaderOptions(folder=tmp_path / name)).read([["Troops", "left"]])
        for name in ("stock", "grafted")
    )
    assert before.parts is None
    assert after.parts is not None
    assert after.role_scores is not None
    assert (after.role_scores == before.role_scores).all()
    with pytest.raises(UsageError, match="--state names"):
        recipes.export_state(taught, tmp_path / "absent.pt", tmp_path / "less", frozenset())
