"""The corpus readers, on small files of our own in each corpus's format."""

import json
from pathlib import Path

import pytest

from hearsay.errors import UsageError
from hearsay.training.corpora import ewt, gum, names, polnear, re3d, redocred
from hearsay.training.corpora.spans import after_titles, tag_spans, untag
from hearsay.training.examples import Example, Passage

SENTENCE = [
    ("Mayor", "mayor", "NOUN", "NN", "Number=Sing", 3, "nmod:desc"),
    ("Ada", "Ada", "PROPN", "NNP", "Number=Sing", 3, "compound"),
    ("Brand", "Brand", "PROPN", "NNP", "Number=Sing", 4, "nsubj"),
    ("said", "say", "VERB", "VBD", "VerbForm=Fin", 0, "root"),
    ("Iraqi", "Iraqi", "ADJ", "JJ", "Degree=Pos", 6, "amod"),
    ("troops", "troop", "NOUN", "NNS", "Number=Plur", 7, "nsubj"),
    ("left", "leave", "VERB", "VBD", "VerbForm=Fin", 4, "ccomp"),
    ("Marawa", "Marawa", "PROPN", "NNP", "Number=Sing", 7, "obj"),
    (".", ".", "PUNCT", ".", "_", 4, "punct"),
]


def conllu(misc: dict[int, str] | None = None) -> str:
    lines = ["# sent_id = s1", "# text = (ours)"]
    for number, (form, lemma, tag, fine, features, head, relation) in enumerate(SENTENCE, start=1):
        extra = (misc or {}).get(number, "_")
        lines.append("\t".join((str(number), form, lemma, tag, fine, features, str(head), relation, "_", extra)))
    lines.insert(4, "2-3\tAdaBrand\t_\t_\t_\t_\t_\t_\t_\t_")
    return "\n".join(lines) + "\n\n"


def only(passages: list[Passage]) -> Example:
    (passage,) = passages
    (example,) = passage.examples
    return example


def test_ewt_gives_syntax_and_reports_and_where_no_name_can_be(tmp_path: Path) -> None:
    root = tmp_path / "ud-ewt"
    (root / "file-lists").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "file-lists" / "files.train").write_text("one.conllu\n", encoding="utf-8")
    (root / "sources" / "one.conllu").write_text(conllu(), encoding="utf-8")
    (tmp_path / "propbank-ewt").mkdir()
    frame = {"pred": 3, "roleset": "say.01", "args": [["ARG0", 0, 3], ["V", 3, 4], ["ARG1", 4, 8]]}
    line = {"sent_id": "s1", "tokens": [row[0] for row in SENTENCE], "frames": [frame]}
    (tmp_path / "propbank-ewt" / "train.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    example = only(list(ewt.passages(tmp_path, "train")))
    assert example.words == tuple(row[0] for row in SENTENCE)
    assert example.layers["head"] == [2, 2, 3, 3, 5, 6, 3, 6, 3]
    assert example.layers["lemma"][5] == "+s>"
    assert example.layers["name"] == ["O", None, None, "O", None, "O", "O", None, "O"]
    assert untag(example.layers["source"]) == {(0, 3, "SOURCE")}
    assert untag(example.layers["cue"]) == {(3, 4, "CUE")}
    assert untag(example.layers["content"]) == {(4, 8, "CONTENT")}


def test_gum_gives_names_from_entities_and_reports_from_the_tree(tmp_path: Path) -> None:
    (tmp_path / "gum" / "dep").mkdir(parents=True)
    splits = "# Splits\n\n## dev\n\n  * GUM_news_two\n\n## train\n\n  * GUM_news_one\n  * GUM_fiction_absent\n"
    (tmp_path / "gum" / "splits.md").write_text(splits, encoding="utf-8")
    misc = {
        1: "Entity=(1-person-new-nnnnn-cf1-3-coref",
        3: "Entity=1)",
        5: "Entity=(2-person-new-nnnnn-cf2-2-sgl",
        6: "Entity=2)",
        8: "Entity=(3-place-new-nnnnn-cf3-1-sgl)",
    }
    (tmp_path / "gum" / "dep" / "GUM_news_one.conllu").write_text(conllu(misc), encoding="utf-8")
    example = only(list(gum.passages(tmp_path, "train")))
    assert untag(example.layers["name"]) == {(1, 3, "PER"), (4, 5, "MISC"), (7, 8, "LOC")}
    assert untag(example.layers["source"]) == {(0, 3, "SOURCE")}
    assert untag(example.layers["content"]) == {(4, 8, "CONTENT")}


def test_wikigold_is_cut_into_articles_and_into_the_readers_words(tmp_path: Path) -> None:
    (tmp_path / "ner" / "wikigold").mkdir(parents=True)
    text = "The O\nSaint-Denis I-LOC\nNorth I-ORG\nUnion I-ORG\n\n-DOCSTART- O\n\nPeter I-PER\nleft O\n\n"
    (tmp_path / "ner" / "wikigold" / "wikigold.conll.txt").write_text(text, encoding="utf-8")
    first = only(list(names.wikigold(tmp_path, "dev")))
    assert first.words == ("The", "Saint", "-", "Denis", "North", "Union")
    assert untag(first.layers["name"]) == {(1, 4, "LOC"), (4, 6, "ORG")}
    assert only(list(names.wikigold(tmp_path, "train"))).words == ("Peter", "left")


def test_politics_types_are_mapped(tmp_path: Path) -> None:
    (tmp_path / "ner" / "crossner-politics").mkdir(parents=True)
    text = "Ada\tB-politician\nleft\tO\nthe\tO\nValley\tB-politicalparty\nUnion\tI-politicalparty\n"
    (tmp_path / "ner" / "crossner-politics" / "train.txt").write_text(text, encoding="utf-8")
    assert untag(only(list(names.politics(tmp_path, "train"))).layers["name"]) == {(0, 1, "PER"), (3, 5, "ORG")}


def test_uner_keeps_documents_apart(tmp_path: Path) -> None:
    (tmp_path / "ner" / "uner").mkdir(parents=True)
    text = "# newdoc id = a\n1\tAda\tB-PER\t-\tx\n\n1\tleft\tO\t-\tx\n\n# newdoc id = b\n1\tMarawa\tB-LOC\t-\tx\n"
    (tmp_path / "ner" / "uner" / "en_ewt-ud-dev.iob2").write_text(text, encoding="utf-8")
    assert [len(passage.examples) for passage in names.uner(tmp_path, "dev")] == [2, 1]


def test_redocred_nationalities_are_misc_and_articles_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "re-docred").mkdir()
    mentions = [
        [{"type": "LOC", "pos": [0, 1], "sent_id": 0}],
        [{"type": "LOC", "pos": [3, 6], "sent_id": 0}],
        [{"type": "TIME", "pos": [7, 8], "sent_id": 0}],
    ]
    article = {"vertexSet": mentions, "sents": [["Iraqi", "troops", "left", "the", "Free", "Valley", "in", "1990"]]}
    (tmp_path / "re-docred" / "dev_revised.json").write_text(json.dumps([article]), encoding="utf-8")
    example = only(list(redocred.passages(tmp_path, "dev")))
    assert untag(example.layers["name"]) == {(0, 1, "MISC"), (4, 6, "LOC")}


def test_re3d_takes_the_named_core_of_a_span_and_leaves_doubt_unknown(tmp_path: Path) -> None:
    folder = tmp_path / "re3d" / "Ours"
    folder.mkdir(parents=True)
    text = "Colonel Ada Brand met the Free Valley Front. Later Blue Ridge was quiet."
    spans = [(0, 17, "Person"), (22, 43, "Organisation")]
    entities = [{"documentId": "d", "begin": start, "end": end, "type": kind} for start, end, kind in spans]
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}) + "\n", encoding="utf-8")
    (folder / "entities.json").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    (passage,) = re3d.passages(tmp_path, "train")
    first, second = passage.examples
    assert untag(first.layers["name"]) == {(1, 3, "PER"), (5, 8, "ORG")}
    assert second.layers["name"] == [None, None, None, "O", "O", "O"]


def test_polnear_is_for_evaluation_only(tmp_path: Path) -> None:
    root = tmp_path / "evaluation-only" / "polnear" / "dev"
    (root / "text").mkdir(parents=True)
    (root / "attributions").mkdir()
    (root / "text" / "ours.txt").write_text("The mayor said troops left.", encoding="utf-8")
    marks = "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 26\ttroops left\nE1\tAttribution:T2\n"
    (root / "attributions" / "ours_12ab.ann").write_text(marks, encoding="utf-8")
    example = only(list(polnear.passages(tmp_path, "dev")))
    marked = {
        layer: [word for word, label in zip(example.words, labels, strict=True) if label != "O"]
        for layer, labels in example.layers.items()
    }
    assert marked == {"source": ["The", "mayor"], "cue": ["said"], "content": ["troops", "left"]}
    with pytest.raises(UsageError, match="no licence"):
        next(polnear.passages(tmp_path, "train"))


def test_bio_labels_and_spans_are_each_other_s_inverse() -> None:
    spans = {(0, 2, "PER"), (2, 3, "PER"), (4, 6, "ORG")}
    assert untag(tag_spans(7, sorted(spans))) == spans
    assert untag(["O", "I-LOC", "I-LOC", "I-ORG"]) == {(1, 3, "LOC"), (3, 4, "ORG")}


def test_titles_are_no_part_of_a_name() -> None:
    words = ["Defense", "Secretary", "Lt.", "Ada", "Brand"]
    assert after_titles(words, 0, 5) == 3
    assert after_titles(["President"], 0, 1) == 0


def test_a_layer_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="layer 'tag' has 1 labels for 2 words"):
        Example(words=("a", "b"), layers={"tag": ["X"]})
