"""The corpus readers, on small files of our own in each corpus's format."""

import json
from pathlib import Path

import pytest

from hearsay.training.corpora import ewt, gum, meantime, muc, names, re3d, redocred
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


def test_ewt_gives_syntax_and_levels_and_where_no_name_can_be(tmp_path: Path) -> None:
    root = tmp_path / "ud-ewt"
    (root / "file-lists").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "file-lists" / "files.train").write_text("one.conllu\n", encoding="utf-8")
    (root / "sources" / "one.conllu").write_text(conllu(), encoding="utf-8")
    (tmp_path / "uds" / "ih2-splits").mkdir(parents=True)
    line = {"text": " ".join(row[0] for row in SENTENCE), "targets": [{"span1": [6, 7], "label": 1.5}]}
    (tmp_path / "uds" / "ih2-splits" / "train.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    example = only(list(ewt.passages(tmp_path, "train")))
    assert example.words == tuple(row[0] for row in SENTENCE)
    assert example.layers["head"] == [2, 2, 3, 3, 5, 6, 3, 6, 3]
    assert example.layers["lemma"][5] == "+s>"
    assert example.layers["name"] == ["O", None, None, "O", None, "O", "O", None, "O"]
    assert example.layers["factuality"] == [None] * 6 + [1.5, None, None]


def test_gum_gives_names_and_who_is_the_same_from_entities(tmp_path: Path) -> None:
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
    assert example.layers["entity"] == [None, None, "1", None, None, "2", None, "3", None]


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
    words = ["Iraqi", "troops", "left", "the", "Free", "Valley", "in", "1990"]
    facts = [{"h": 1, "t": 0, "r": "P17", "evidence": [0]}]
    article = {"vertexSet": mentions, "sents": [words], "labels": facts}
    (tmp_path / "re-docred" / "dev_revised.json").write_text(json.dumps([article]), encoding="utf-8")
    example = only(list(redocred.passages(tmp_path, "dev")))
    assert untag(example.layers["name"]) == {(0, 1, "MISC"), (4, 6, "LOC")}
    assert (example.tie_set, example.actors, example.ties) == ("facts", (0, 5, 7), ((5, 0, "P17"),))


def test_re3d_takes_the_named_core_of_a_span_and_leaves_doubt_unknown(tmp_path: Path) -> None:
    folder = tmp_path / "re3d" / "Ours"
    folder.mkdir(parents=True)
    text = "Colonel Ada Brand met the Free Valley Front. Later Blue Ridge was quiet."
    spans = [(0, 17, "Person"), (22, 43, "Organisation")]
    entities = [{"documentId": "d", "begin": start, "end": end, "type": kind} for start, end, kind in spans]
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}) + "\n", encoding="utf-8")
    (folder / "entities.json").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    met = {"sourceBegin": 0, "sourceEnd": 17, "targetBegin": 22, "targetEnd": 43, "type": "CommWith"}
    (folder / "relations.json").write_text(json.dumps({**met, "documentId": "d"}) + "\n", encoding="utf-8")
    (passage,) = re3d.passages(tmp_path, "train")
    first, second = passage.examples
    assert untag(first.layers["name"]) == {(1, 3, "PER"), (5, 8, "ORG")}
    assert second.layers["name"] == [None, None, None, "O", "O", "O"]
    assert (first.actors, first.ties) == ((2, 7), ((2, 7, "CommWith"),))
    assert (second.actors, second.ties) == ((), ())


def test_uds_levels_are_found_by_the_letters_of_their_sentence(tmp_path: Path) -> None:
    stored = {"text": "Ada Brand did n't leave", "targets": [{"span1": [4, 5], "label": -2.25}]}
    (tmp_path / "train.jsonl").write_text(json.dumps(stored) + "\n", encoding="utf-8")
    assert ewt.read_levels(tmp_path / "train.jsonl") == {"AdaBranddidn'tleave": {14: -2.25}}
    assert ewt.read_levels(tmp_path / "none.jsonl") == {}


def test_muc_fillers_are_labelled_where_their_incident_is_told(tmp_path: Path) -> None:
    (tmp_path / "ud-ewt" / "file-lists").mkdir(parents=True)
    (tmp_path / "ud-ewt" / "file-lists" / "files.train").write_text("", encoding="utf-8")
    (tmp_path / "muc4" / "gtt").mkdir(parents=True)
    text = "gunmen of the blue front kidnapped ada brand.  the blue front is old.  rain fell in marawa."
    template = {
        "incident_type": "kidnapping",
        "PerpInd": [[["gunmen", 0]]],
        "PerpOrg": [[["blue front", 14]]],
        "Target": [],
        "Victim": [[["ada brand", 35]]],
        "Weapon": [],
    }
    report = {"docid": "OURS", "doctext": text, "templates": [template]}
    (tmp_path / "muc4" / "gtt" / "train.json").write_text(json.dumps(report) + "\n", encoding="utf-8")
    (passage,) = muc.passages(tmp_path, "train")
    told, named, other = passage.examples
    assert not passage.cased
    assert untag(told.layers["role"]) == {(0, 1, "PERPIND"), (3, 5, "PERPORG"), (6, 8, "VICTIM")}
    assert named.layers["role"] == ["O", None, None, "O", "O", "O"]
    assert (told.layers["kind"][0], named.layers["kind"][0], other.layers["kind"][0]) == ("kidnapping", None, "")
    assert told.layers["incident"] == ["0", None, None, None, "0", "0", None, "0", None]
    assert set(other.layers["role"]) == {"O"}


MEANTIME = """<?xml version="1.0"?><Document doc_id="1">
<token number="0" sentence="0" t_id="1">Ada</token><token number="1" sentence="0" t_id="2">left</token>
<token number="2" sentence="1" t_id="3">She</token><token number="3" sentence="1" t_id="4">may</token>
<token number="4" sentence="1" t_id="5">return</token>
<Markables>
<EVENT_MENTION certainty="CERTAIN" polarity="POS" time="NON_FUTURE" special_cases="NONE" m_id="7">
<token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION certainty="POSSIBLE" polarity="POS" time="FUTURE" special_cases="NONE" m_id="8">
<token_anchor t_id="5"/></EVENT_MENTION>
<ENTITY_MENTION head="" m_id="9"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION head="" m_id="10"><token_anchor t_id="3"/></ENTITY_MENTION>
</Markables>
<Relations><REFERS_TO r_id="1"><source m_id="9"/><source m_id="10"/><target m_id="20"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="7"/><target m_id="21"/></REFERS_TO></Relations></Document>"""


def test_meantime_gives_levels_and_what_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "meantime" / "intra-doc_annotation" / "corpus_gm"
    folder.mkdir(parents=True)
    (folder / "ours.xml").write_text(MEANTIME, encoding="utf-8")
    (passage,) = meantime.passages(tmp_path, "dev")
    first, second = passage.examples
    assert (first.words, second.words) == (("Ada", "left"), ("She", "may", "return"))
    assert (first.layers["factuality"], second.layers["factuality"]) == ([None, 3.0], [None, None, 0.0])
    assert (first.layers["entity"], second.layers["entity"]) == (["20", None], ["20", None, None])
    assert first.layers["incident"] == [None, "21"]


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
