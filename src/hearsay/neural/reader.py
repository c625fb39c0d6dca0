"""The reader: sentences of words in, each word's tag, lemma, head, relation and name out.

One ONNX file holds the encoder and every head (`model/`, made by `hearsay.training`); onnxruntime, tokenizers and
numpy run it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.errors import ContractError, UsageError
from hearsay.neural.assembly import Part, Scores, join_parts, parts_of
from hearsay.neural.lemmas import LemmaDecoder, Lexicon
from hearsay.neural.names import BioDecoder
from hearsay.neural.parts import Parts
from hearsay.neural.pieces import Packer, Window
from hearsay.neural.softmax import softmax
from hearsay.neural.ties import Ties
from hearsay.neural.trees import decode_tree

MODEL_FOLDER = Path(__file__).parent / "model"
GRAPH_FILE, TOKENIZER_FILE, CARD_FILE = "reader.onnx", "tokenizer.json", "reader.json"
ROOT = "root"
SPAN_LAYERS = ("name", "role")
SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime optimises for the worse: its sum and normalisation in one takes several times as long as the two."""

_NO_SCORES = np.zeros((0, 1), dtype=np.float32)

Run = Callable[[Mapping[str, NDArray[np.generic]]], Mapping[str, Scores]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """How the model is run."""

    folder: Path = MODEL_FOLDER
    """The folder with reader.onnx, tokenizer.json and reader.json."""
    threads: int = 2
    """Windows of a text that are read at the same time, each in a thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReading:
    """What the model says of one sentence; the tuples run in parallel, one entry a word.

    `heads` are indices into the sentence, None for its one root, and form a tree; `relations` are UD relations with
    subtypes (`nsubj:pass`); `tags` are UD universal parts of speech; `names` are BIO labels over PER, ORG, LOC, MISC
    ("B-PER", "O").

    What follows is empty where the model has no such head. `roles` are BIO labels over MUC-4's PERPIND, PERPORG,
    TARGET, VICTIM and WEAPON; `role_scores` is what they were decided by, a row a word, a column each of
    `NeuralReader.role_labels`. `factuality` says, from -3 (certainly not) to 3 (certainly), how firmly the text holds
    that what a word tells did happen; it means something on verbs and nouns of events only. `kinds` says how likely,
    from 0 to 1, the sentence tells of an incident of each of MUC-4's kinds. `incidents` and `entities` hold a vector a
    word: `sameness.likely_same` of two of them, of one report or of two, says how likely the words tell of the same
    incident, or mean the same actor or place. `ties` and `stands` say how two actors stand to each other, in re3d's
    relations and in our own. `triggers` is a row a word, a column each of `NeuralReader.trigger_labels`: how likely the
    word tells of an incident of a kind. `parts` compares words that tell of incidents with those that have a part in
    them (`parts.shares`), by `NeuralReader.part_labels`.
    """

    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int | None, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    role_scores: Scores | None = field(default=None, compare=False, repr=False)
    factuality: tuple[float, ...] = ()
    kinds: Mapping[str, float] = field(default_factory=dict)
    incidents: Scores | None = field(default=None, compare=False, repr=False)
    entities: Scores | None = field(default=None, compare=False, repr=False)
    ties: Ties | None = field(default=None, compare=False, repr=False)
    stands: Ties | None = field(default=None, compare=False, repr=False)
    triggers: Scores | None = field(default=None, compare=False, repr=False)
    parts: Parts | None = field(default=None, compare=False, repr=False)


class NeuralReader:
    """Reads sentences with the shipped model. Not to be shared between threads."""

    def __init__(
        self,
        *,
        packer: Packer,
        labels: Mapping[str, Sequence[str]],
        lexicon: Lexicon,
        run: Run,
        threads: int = 1,
    ) -> None:
        self._packer = packer
        self._run = run
        self._threads = threads
        self._tags = tuple(labels["tag"])
        self._relations = tuple(labels["relation"])
        self._lemmas = LemmaDecoder(labels["lemma"], lexicon, packer.knows)
        self._kinds = tuple(labels.get("kind", ()))
        self._ties = {name: tuple(labels.get(name, ())) for name in ("ties", "stands")}
        self.trigger_labels = tuple(labels.get("trigger", ()))
        self.part_labels = tuple(labels.get("part", ()))
        self._spans = {layer: BioDecoder(labels[layer]) for layer in SPAN_LAYERS if layer in labels}
        self._root = self._relations.index(ROOT)

    @classmethod
    def load(cls, options: ReaderOptions | None = None) -> NeuralReader:
        """The reader of `options.folder`. Raises UsageError where a file is missing or is not such a model."""
        chosen = options or ReaderOptions()
        for name in (GRAPH_FILE, TOKENIZER_FILE, CARD_FILE):
            if not (chosen.folder / name).is_file():
                raise UsageError(
                    f"no {name!r} in the model folder {str(chosen.folder)!r}: reinstall, or name another folder"
                )
        card = json.loads((chosen.folder / CARD_FILE).read_text(encoding="utf-8"))
        return cls(
            packer=Packer.load(chosen.folder / TOKENIZER_FILE),
            labels=card["labels"],
            lexicon=card["lexicon"],
            run=_session(chosen.folder / GRAPH_FILE),
            threads=chosen.threads,
        )

    @property
    def role_labels(self) -> tuple[str, ...]:
        """The BIO labels of roles in the order of `role_scores`'s columns; none where the model has no such head."""
        return self._spans["role"].labels if "role" in self._spans else ()

    def rank(self, word: str) -> int | None:
        """How common a word in small letters is, the least number the most common; None for an unknown one."""
        return self._packer.rank(word)

    @property
    def cut_pieces(self) -> int:
        """Wordpieces left out so far, of words of more than `pieces.PIECES_A_WORD`."""
        return self._packer.cut_pieces

    @property
    def split_sentences(self) -> int:
        """Sentences so far that were too long for one window and were read in overlapping parts."""
        return self._packer.split_sentences

    def read(self, sentences: Sequence[Sequence[str]]) -> list[SentenceReading]:
        """One reading a sentence, in order. Consecutive sentences are read together, so give them in text order."""
        for index, sentence in enumerate(sentences):
            if any(not word for word in sentence):
                raise ContractError(f"sentence {index} has an empty word: {list(sentence)!r}")
        windows = [window for window in self._packer.pack(sentences) if window.words]
        parts: dict[int, list[Part]] = {}
        readings: list[SentenceReading] = []
        for window, outputs in zip(windows, self._outputs(windows), strict=True):
            # What comes before this window is read in whole, and decoded while the next windows are being read.
            done = range(len(readings), window.sentences[0])
            readings += [self._decode(sentences[index], parts.pop(index, [])) for index in done]
            for part in parts_of(window, {name: scores[0] for name, scores in outputs.items()}):
                parts.setdefault(part.sentence, []).append(part)
        left = range(len(readings), len(sentences))
        return readings + [self._decode(sentences[index], parts.get(index, [])) for index in left]

    def _outputs(self, windows: Sequence[Window]) -> Iterator[Mapping[str, Scores]]:
        """What the graph says of each window, in order.

        Windows are not batched: int8 products scale their inputs by all that is read at once, so that a sentence's
        reading would depend on what stands in other windows; and a window's arrays fit the processor's cache.
        """
        given = map(inputs, windows)
        if self._threads < 2 or len(windows) < 2:
            yield from map(self._run, given)
            return
        with ThreadPoolExecutor(self._threads) as pool:
            yield from pool.map(self._run, given)

    def _decode(self, words: Sequence[str], parts: list[Part]) -> SentenceReading:
        if not words:
            return SentenceReading(tags=(), lemmas=(), heads=(), relations=(), names=())
        scores = join_parts(sorted(parts, key=lambda part: part.first), len(words))
        heads = decode_tree(scores["arcs"])
        tags = tuple(self._tags[number] for number in scores["tag"].argmax(axis=1))
        return SentenceReading(
            tags=tags,
            lemmas=tuple(self._lemmas.decode(scores["lemma"], words, tags)),
            heads=tuple(heads),
            relations=tuple(self._label(scores, heads)),
            names=tuple(self._spans["name"].decode(scores["name"])),
            roles=self._role_labels(scores),
            role_scores=scores.get("role"),
            factuality=tuple(float(level) for level in scores.get("factuality", _NO_SCORES)[:, 0].clip(-3.0, 3.0)),
            kinds=self._kinds_told(scores),
            incidents=scores.get("incident"),
            entities=scores.get("entity"),
            ties=self._tied(scores, "ties", "tie_sources", "tie_targets"),
            stands=self._tied(scores, "stands", "stand_sources", "stand_targets"),
            triggers=softmax(scores["trigger"]) if "trigger" in scores else None,
            parts=Parts(deeds=scores["part_deeds"], words=scores["part_words"]) if "part_deeds" in scores else None,
        )

    def _role_labels(self, scores: Mapping[str, Scores]) -> tuple[str, ...]:
        return tuple(self._spans["role"].decode(scores["role"])) if "role" in scores else ()

    def _kinds_told(self, scores: Mapping[str, Scores]) -> Mapping[str, float]:
        if "kind" not in scores:
            return {}
        # The sentence's score is the log of the sum of its words' exponentials.
        odds = np.exp(scores["kind"].astype(np.float64)).sum(axis=0)
        return {kind: float(one / (1.0 + one)) for kind, one in zip(self._kinds, odds, strict=True)}

    def _tied(self, scores: Mapping[str, Scores], name: str, sources: str, targets: str) -> Ties | None:
        if sources not in scores:
            return None
        return Ties(relations=self._ties[name], sources=scores[sources], targets=scores[targets])

    def _label(self, scores: Mapping[str, Scores], heads: Sequence[int | None]) -> list[str]:
        above = np.array([word if head is None else head for word, head in enumerate(heads)])
        chosen = np.einsum("wrd,wd->wr", scores["relation_dependents"], scores["relation_heads"][above])
        chosen[:, self._root] = -np.inf
        best = chosen.argmax(axis=1)
        return [ROOT if head is None else self._relations[number] for head, number in zip(heads, best, strict=True)]


def _session(path: Path) -> Run:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # windows are read side by side; within one, threads would mostly wait
    options.inter_op_num_threads = 1
    try:
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
    except Exception as error:  # onnxruntime raises bare classes of its own C++ binding
        raise UsageError(f"{str(path)!r} cannot be loaded as an ONNX model ({error}): reinstall") from error
    names = [output.name for output in session.get_outputs()]

    def run(inputs: Mapping[str, NDArray[np.generic]]) -> Mapping[str, Scores]:
        return dict(zip(names, session.run(names, dict(inputs)), strict=True))

    return run


def inputs(window: Window) -> Mapping[str, NDArray[np.generic]]:
    """The graph's inputs for one window: it takes several, so each has a first axis of 1."""
    whole = {"pieces": window.pieces, "shapes": window.shapes, "firsts": window.firsts, "lasts": window.lasts}
    given: dict[str, NDArray[np.generic]] = {name: np.array([row], dtype=np.int64) for name, row in whole.items()}
    return {**given, "mask": np.ones((1, len(window.pieces)), dtype=np.float32)}
