"""The yardsticks that the package is measured with, by name: what each reads, what it counts, what is published.

Every set below was looked at while the reader was made, so the figures on `dev` are development figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.places.finding import find_places, resolve_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.spelled import spelled_places
from hearsay.errors import UsageError
from hearsay.evaluation import aliases, attribution, copying, coreference, linking, places, times
from hearsay.evaluation.base import Counts, Measure, Published, Result, Row, f1, needed, only_dev, row, share
from hearsay.evaluation.coded_actors import coded_reports
from hearsay.evaluation.factuality import factuality
from hearsay.evaluation.meantime import meantime
from hearsay.evaluation.muc4.ceiling import ceiling
from hearsay.evaluation.muc4.measuring import full, gtt, ree
from hearsay.evaluation.muc4.validation import validation
from hearsay.evaluation.propbank import propbank
from hearsay.evaluation.re3d.measuring import re3d
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """A name, one line on what is measured, and the measuring: a folder of corpora and a split in, a result out."""

    name: str
    about: str
    measure: Callable[[Path | None, str], Result]


def evaluate(name: str, corpora: Path | None, split: str = "dev") -> Result:
    """Measures the shipped reader with one yardstick.

    Raises:
        UsageError: there is no such yardstick or split, or its corpus is not in the folder `corpora`.
    """
    if name not in YARDSTICKS:
        raise UsageError(f"nothing is evaluated by the name {name!r}; there are: {', '.join(YARDSTICKS)}")
    if split not in ("dev", "test"):
        raise UsageError(f"--split {split!r} is neither 'dev' nor 'test'")
    return YARDSTICKS[name].measure(corpora, split)


TIME_MEASURES = (
    Measure(name="relaxed F1", of=f1("relaxed", "found", "gold")),
    Measure(name="strict F1", of=f1("strict", "found", "gold")),
    Measure(name="value", of=share("relaxed_valued", "relaxed")),
    Measure(name="relaxed+value F1", of=f1("relaxed_valued", "found", "gold")),
    Measure(name="strict+value F1", of=f1("strict_valued", "found", "gold")),
)
HEIDELTIME = Published(
    name="HeidelTime 1.8", figures=times.HEIDELTIME_WIKIWARS, source='all 22 texts; its wiki page "Evaluation Results"'
)


def _times(corpora: Path | None, split: str) -> Result:
    root = needed(corpora)
    wikiwars = sorted((root / "wikiwars" / "tml" / ("train" if split == "dev" else "test")).glob("*.tml"))
    rows, files = [], list(wikiwars)
    if wikiwars:
        narratives = [times.read_timeml(path) for path in wikiwars]
        scores = [times.score_wikiwars([one], one.name) for one in narratives]
        rows.append(replace(_time_row(f"WikiWars, {split}", scores), published=(HEIDELTIME,)))
    for genre in ("news", "interview", "bio"):
        paths = _gum_paths(root, split, genre)
        files += paths
        if paths:
            reports = [times.read_gum(path) for path in paths]
            rows.append(_time_row(f"GUM {genre}, {split}", [times.score_gum([one], one.name) for one in reports]))
    if not rows:
        raise UsageError(f"{str(root)!r} holds no wikiwars/tml and no gum/dep of the split {split!r} to score dates on")
    return Result(
        title="Dates and times: found, and given their value",
        items="expressions",
        measures=tuple(measure.name for measure in TIME_MEASURES),
        rows=tuple(rows),
        notes=(
            "relaxed: the two share a character; strict: they have the same ends; value: of the relaxed matches.",
            "GUM marks calendar dates only: what else is found there counts against us. Here its dev holds its own "
            "train and dev parts, as nothing is learned from its dates.",
        ),
        root=root,
        files=tuple(files),
    )


def _time_row(name: str, scores: Sequence[times.TimeScores]) -> Row:
    names = ("gold", "found", "relaxed", "strict", "relaxed_valued", "strict_valued")
    return row(name, [{key: getattr(one, key) for key in names} for one in scores], TIME_MEASURES, "gold")


def _gum_paths(root: Path, split: str, genre: str) -> list[Path]:
    """Of `dev` all documents that are not of GUM's test part."""
    there = sorted((root / "gum" / "dep").glob(f"GUM_{genre}_*.conllu"))
    held_out = coreference.gum_split(root, "test") if there else ()
    return [path for path in there if (path.stem in held_out) == (split == "test")]


PLACE_MEASURES = (
    Measure(name="P", of=share("found", "mentions")),
    Measure(name="R", of=share("found", "sought")),
    Measure(name="F1", of=f1("found", "mentions", "sought")),
    Measure(name="exact id", of=share("exact", "identified")),
    Measure(name="161 km", of=share("near", "placed")),
    Measure(name="161 km or its country", of=share("located", "placed")),
    Measure(name="exact id of all", of=share("exact", "gold_identified")),
    Measure(name="161 km of all", of=share("near", "gold_placed")),
)
EVERY_NAME = PlaceOptions(inside_names=True, peoples=True)
GEOVIRUS_DEV = 153
"""The first two thirds of GeoVirus' 229 articles; the last third is its test part."""


_P, _R, _F1, _EXACT, _NEAR = places.MORDECAI3_FROM_TEXT
MORDECAI3_TEXT = Published(
    name="mordecai3",
    figures=(_P, _R, _F1, None, None, None, _EXACT, _NEAR),
    source="1,348 other names of LGL; experiments/campaign2/end_to_end_report.md in its repository",
)
MORDECAI3_PROPER = tuple(
    Published(name=name, figures=(None, None, None, None, None, None, figure, None), source=source)
    for name, figure, source in (
        ("mordecai3", places.MORDECAI3_SPAN_HEAD[0], MORDECAI3_TEXT.source),
        (
            "with its span head",
            places.MORDECAI3_SPAN_HEAD[1],
            "opt-in, trained on the rest of LGL, and told each outlet's home town; span_head_serving_report.md there",
        ),
    )
)
MORDECAI3_NAMES = (
    Published(
        name="mordecai3",
        figures=(None, None, None, places.MORDECAI3_GIVEN, None, None, places.MORDECAI3_GIVEN, None),
        source=MORDECAI3_TEXT.source,
    ),
    Published(
        name="its README",
        figures=(None, None, None, *places.MORDECAI3_LGL, None, None, None),
        source="967 names of LGL that its tagger found too; the table in its README",
    ),
)
MORDECAI3_HELD = Published(
    name="mordecai3 3.5",
    figures=(None, None, None, *places.MORDECAI3_MACRO, None, None, None),
    source="mean of six sets, names that its tagger and its gazetteer have; its README",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlaceSet:
    """Annotated reports, and what is published of each way to score them."""

    name: str
    title: str
    path: Path
    root: Path
    gold: Sequence[places.GoldReport]
    found: tuple[Published, ...] = ()
    proper: tuple[Published, ...] = ()
    given: tuple[Published, ...] = ()
    held: tuple[Published, ...] = ()


def _places(over: _PlaceSet) -> Result:
    analyser = ReportAnalyser()
    listed, proper, given = [], [], []
    spelled, spelled_proper, every_name, held = [], [], [], []
    for report in over.gold:
        analysis = analyser.analyse(report.document)
        words = (report.document, analysis.sentences, analysis.tokens)
        names = [toponym.span for toponym in places.placed_names(report)]
        inside = find_places(*words, PlaceOptions(inside_names=True))
        listed.append(places.score_report(report, analysis.places))
        proper.append(places.score_report(report, inside, proper=True))
        spelled.append(places.score_report(report, spelled_places(report.document, PlaceOptions())))
        by_spelling = spelled_places(report.document, PlaceOptions(inside_names=True))
        spelled_proper.append(places.score_report(report, by_spelling, proper=True))
        every_name.append(places.score_report(report, spelled_places(report.document, EVERY_NAME)))
        meant = resolve_places(*words, names, PlaceOptions())
        given.append(places.score_given(report, meant))
        held.append(places.score_held(report, meant, shipped_gazetteer()))
    rows = [
        replace(row(over.name, listed, PLACE_MEASURES, "gold"), published=over.found),
        replace(row(f"{over.name}, inside names too", proper, PLACE_MEASURES, "gold"), published=over.proper),
        replace(row(f"{over.name}, without the model", spelled, PLACE_MEASURES, "gold"), published=over.found),
        replace(
            row(f"{over.name}, without the model, inside names too", spelled_proper, PLACE_MEASURES, "gold"),
            published=over.proper,
        ),
        replace(
            row(f"{over.name}, without the model, every name", every_name, PLACE_MEASURES, "gold"), published=over.found
        ),
        replace(row(f"{over.name}, names given", given, PLACE_MEASURES, "gold"), published=over.given),
    ]
    if any(one["gold"] for one in held):
        name = f"{over.name}, names given that the gazetteer has"
        rows.append(replace(row(name, held, PLACE_MEASURES, "gold"), published=over.held))
    return Result(
        title=over.title,
        items="toponyms",
        measures=tuple(measure.name for measure in PLACE_MEASURES),
        rows=tuple(rows),
        notes=(
            "P, R, F1: names found with their exact ends. exact id, 161 km: of the names found that have a place; of "
            "all: a name that was missed counts as wrong.",
            "or its country: a country named as such is right wherever the one point of it is put, which for Canada "
            "differs by a thousand kilometres between GeoNames and Wikipedia.",
            "inside names too: places inside other names listed (PlaceOptions.inside_names); peoples, adjectives and "
            "toponyms without a place are left out of the annotation. names given: the annotated names are resolved.",
            "without the model: as `hearsay places` finds them, by spelling, the gazetteer and what was learned of "
            "surroundings; every name: `hearsay places --every-name`, places inside names and peoples over the whole "
            "annotation. How quick these are: `python -m benchmarks.places`.",
        ),
        root=over.root,
        files=(over.path,),
    )


def _geovirus(corpora: Path | None, split: str) -> Result:
    path = needed(corpora, "geovirus", "GeoVirus.xml")
    listed = list(places.read_geovirus(path))
    gold = listed[:GEOVIRUS_DEV] if split == "dev" else listed[GEOVIRUS_DEV:]
    if not gold or (split == "test" and len(listed) < 200):
        raise UsageError(f"{str(path)!r} has {len(listed)} articles: the {split} part of GeoVirus is not in it")
    return _places(
        _PlaceSet(
            name=f"GeoVirus, {split}", title="Places: GeoVirus (Wikinews)", path=path, root=path.parents[1], gold=gold
        )
    )


def _lgl(corpora: Path | None, split: str) -> Result:
    path = needed(corpora, "evaluation-only", "geoparsing", f"lgl.{split}.xml")
    return _places(
        _PlaceSet(
            name=f"LGL, {split}",
            title="Places: LGL (local news)",
            path=path,
            root=path.parents[2],
            gold=list(places.read_lgl(path)),
            found=(MORDECAI3_TEXT,),
            proper=MORDECAI3_PROPER,
            given=MORDECAI3_NAMES,
            held=(MORDECAI3_HELD,),
        )
    )


ALIAS_MEASURES = (
    Measure(name="precision", of=share("found", "found", "mistaken")),
    Measure(name="recall", of=share("found", "found", "missed")),
    Measure(name="recall by rule", of=share("found by rule", "found by rule", "missed by rule")),
)


def _aliases(_: Path | None, split: str) -> Result:
    only_dev("aliases", split)
    folder = Path(aliases.__file__).parent / "data"
    registry = Registry.load()
    return Result(
        title="Names of one actor, told from names of two",
        items="pairs",
        measures=tuple(measure.name for measure in ALIAS_MEASURES),
        rows=(
            _alias_row("alias pairs and near-misses", registry, aliases.name_pairs()),
            _alias_row("a second list, held out", registry, aliases.name_pairs(held_out=True)),
        ),
        notes=(
            'Of pairs that are called "same", how many are; of alias pairs, how many are called so; the same over the '
            "alias pairs of which the registry lacks a name. Documents are pairs here.",
            "held out: compiled after the rules and the registry, and without a look at either; no rule or row was "
            "changed for it. Measured once, precision was 98.3: its only two mistakes were then dropped as facts that "
            "cannot be checked, so take 98.3.",
            "Compiled for this package; nothing is published on it.",
        ),
        root=folder,
        files=(folder / "alias_pairs.tsv", folder / "alias_pairs_held_out.tsv"),
    )


def _alias_row(name: str, registry: Registry, pairs: Sequence[aliases.NamePair]) -> Row:
    scores = aliases.score(registry, pairs)
    counts: list[Counts] = []
    for verdict in ("found", "missed", "mistaken", "told_apart"):
        for pair in getattr(scores, verdict):
            by_rule = pair not in scores.registered
            counts.append({"pairs": 1.0, verdict: 1.0, f"{verdict} by rule": float(by_rule)})
    blank = dict.fromkeys(("found", "missed", "mistaken", "found by rule", "missed by rule"), 0.0)
    return row(name, [blank | dict(one) for one in counts], ALIAS_MEASURES, "pairs")


def _polnear(corpora: Path | None, split: str) -> Result:
    only_dev("polnear", split)
    root = needed(corpora, "evaluation-only", "polnear", "dev")
    analyser = ReportAnalyser()
    counts: list[Counts] = []
    for article in attribution.read_polnear(root.parents[2], split):
        analysis = analyser.analyse(article.document)
        pair = (attribution.gold_marks(analysis, article), attribution.found_marks(analysis))
        figures = attribution.score_attributions([pair])
        named = {
            f"{one.name} {key}": float(getattr(one, key)) for one in figures for key in ("known", "given", "right")
        }
        counts.append({"attributions": float(len(pair[0])), **named})
    names = [key.removesuffix(" known") for key in counts[0] if key.endswith(" known")]
    measures = [Measure(name=f"{n} F1", of=f1(f"{n} right", f"{n} given", f"{n} known")) for n in names]
    in_domain = {"source tokens": 0.837, "cue tokens": 0.699, "content tokens": 0.896}
    trained = Published(
        name="trained on PolNeAR",
        figures=tuple(in_domain.get(name) for name in names),
        source="our own trial, the same encoder on its train part for two epochs; nothing that ships has seen it",
    )
    return Result(
        title="Who says what: PolNeAR",
        items="attributions",
        measures=tuple(measure.name for measure in measures),
        rows=(replace(row(f"PolNeAR, {split}", counts, measures, "attributions"), published=(trained,)),),
        notes=(
            "whole: source, cue and content of one attribution each share a token with the gold one's; whole exact: "
            "all three are the same tokens.",
            "PolNeAR marks wishes, plans and votes too, which are no statements here.",
        ),
        root=root.parents[2],
        files=tuple(path for path in root.rglob("*") if path.is_file()),
    )


def _coreference(corpora: Path | None, split: str) -> Result:
    root = needed(corpora)
    coded = list(coded_reports(root / "actors")) if split == "dev" else []
    paths = coreference.gum_paths(root, split) if not coded or (root / "gum").exists() else []
    analyser = ReportAnalyser()

    def scored(gold: Iterable[coreference.GoldReport]) -> list[dict[str, float]]:
        return coreference.score_all((report, analyser.analyse(report.document)) for report in gold)

    rows = []
    if paths:
        counts = scored(map(coreference.read_gum, paths))
        news = [one for path, one in zip(paths, counts, strict=True) if "_news_" in path.name]
        rows.append(row(f"GUM, {split}", counts, coreference.MEASURES, "gold"))
        rows += [row(f"its news, {split}", news, coreference.MEASURES, "gold")] if news else []
    if coded:
        rows.append(row("reports that you coded", scored(gold for _, gold in coded), coreference.MEASURES, "gold"))
    return Result(
        title="Mentions of one actor brought together: GUM, people and organisations",
        items="mentions",
        measures=tuple(measure.name for measure in coreference.MEASURES),
        rows=tuple(rows),
        notes=(
            "Matched by the same characters, else by the same head word; pronouns and single mentions count; mentions "
            "of ours that match an entity of another type are left out. B3 as Pradhan et al. (2014): unmatched "
            "mentions count against precision and recall; B3 F1 matched: over the matched mentions alone.",
            "No published figure on the people and organisations of GUM alone is known to us.",
        ),
        root=root,
        files=(
            *paths,
            *([root / "gum" / "splits.md"] if paths else []),
            *(file for path, _ in coded for file in (path, path.with_suffix(".json"))),
        ),
    )


YARDSTICKS: Mapping[str, Yardstick] = {
    yardstick.name: yardstick
    for yardstick in (
        Yardstick(name="times", about="dates and times: WikiWars, GUM", measure=_times),
        Yardstick(name="geovirus", about="places in Wikinews: GeoVirus", measure=_geovirus),
        Yardstick(name="lgl", about="places in local news: LGL", measure=_lgl),
        Yardstick(name="aliases", about="names of one actor and of two", measure=_aliases),
        Yardstick(name="polnear", about="who says what: PolNeAR", measure=_polnear),
        Yardstick(name="propbank", about="who says what in web text: PropBank on EWT", measure=propbank),
        Yardstick(name="meantime", about="who says what in business news: MEANTIME", measure=meantime),
        Yardstick(name="re3d", about="how two stand to each other: re3d", measure=re3d),
        Yardstick(name="incidents", about="reports of one incident: LongTail-GVA", measure=linking.incidents),
        Yardstick(name="copies", about="carried copies: LongTail-GVA", measure=copying.wires),
        Yardstick(
            name="coreference",
            about="mentions of one actor: GUM, and reports that you coded in CORPORA/actors",
            measure=_coreference,
        ),
        Yardstick(name="factuality", about="how firmly it happened: UDS-IH2, MEANTIME", measure=factuality),
        Yardstick(name="muc4-ree", about="fillers of MUC-4's roles, pooled", measure=ree),
        Yardstick(name="muc4-gtt", about="MUC-4's templates of five roles", measure=gtt),
        Yardstick(name="muc4-full", about="MUC-4's templates of 24 slots", measure=full),
        Yardstick(name="muc4-validation", about="MUC-4's scorers on the answers of others", measure=validation),
        Yardstick(name="muc4-ceiling", about="how far people agree on MUC-4's incidents", measure=ceiling),
    )
}
