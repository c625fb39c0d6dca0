"""How linking grows: time and memory for 10,000, 30,000 and 100,000 generated reports of a busy, made-up world.

    python benchmarks/linking.py [SIZE ...]

Each size runs in a process of its own. Seconds are those of the processor, so that other work on the machine counts
little. The world has one incident for every three reports, of which some are carried copies; towns are crowded as real
ones are (a few have most of the incidents).
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from hearsay.evaluation.clusters import score
from hearsay.links.match import match
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.incident import Claims, CountEffect, Incident, Part, Perpetrator, Stance, Target, Toll
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, Anonymity, Certainty, Form, Polarity, Speaker, Statement

SIZES = (10_000, 30_000, 100_000)
KINDS = ("bombing", "shooting", "armed assault", "kidnapping", "suicide bombing", "shelling", "killing", "arson")
TARGETS = ("market", "patrol", "mosque", "convoy", "school", "checkpoint", "bus", "barracks", "clinic", "bridge")
START = date(2031, 1, 1)
WORDS = 60  # of a report
VOCABULARY = 20_000


class World:
    """Incidents and their reports, the same for the same seed."""

    def __init__(self, reports: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (no secret hangs on it)
        self._reports = reports
        self._towns = max(50, reports // 100)
        self.truth: dict[str, int] = {}

    def readings(self) -> Iterator[Reading]:
        """One reading after another; three reports an incident in the mean, a third of them carried copies."""
        number, incident = 0, 0
        while number < self._reports:
            facts = self._facts(incident)
            body: list[str] = []
            for _ in range(min(self._chance.choice((1, 1, 2, 3, 4, 7)), self._reports - number)):
                if not body or self._chance.random() > 0.33:
                    body = self._body(facts)
                yield self._reading(number, facts, body)
                self.truth[f"report-{number}"] = incident
                number += 1
            incident += 1

    def _facts(self, incident: int) -> dict[str, int]:
        chance = self._chance
        return {
            "incident": incident,
            "day": chance.randrange(1000),
            "town": min(int(chance.paretovariate(0.6)), self._towns),
            "kind": chance.randrange(len(KINDS)),
            "target": chance.randrange(len(TARGETS)),
            "killed": int(chance.paretovariate(1.1)),
            "group": chance.randrange(200),
        }

    def _body(self, facts: dict[str, int]) -> list[str]:
        """Words of the incident's own (names, streets) among the common ones."""
        chance = self._chance
        own = [f"name{facts['incident'] * 8 + n}" for n in range(8)]
        words = [f"word{int(chance.paretovariate(0.7)) % VOCABULARY}" for _ in range(WORDS)]
        for name in chance.sample(own, 4):
            words[chance.randrange(WORDS)] = name
        return words

    def _reading(self, number: int, facts: dict[str, int], body: list[str]) -> Reading:
        chance, report = self._chance, f"report-{number}"
        text = "Headline\n" + " ".join(body)
        said = min(1000, facts["day"] + chance.randrange(4))
        known = chance.random()
        day = (START + timedelta(days=facts["day"])).isoformat()
        killed = max(0, facts["killed"] + chance.choice((0, 0, 0, 1, -1)))
        group = Actor(
            id="group",
            name=f"Group {facts['group']}",
            kind=ActorKind.ARMED_GROUP,
            names=(f"Group {facts['group']}",),
            country="ML",
            registry_id=None,
            mentions=(),
        )
        speaker = Speaker(actor=None, name=f"Outlet {number % 40}", anonymity=Anonymity.NAMED)
        return Reading(
            document=Document(
                id=report,
                text=text,
                url=None,
                outlet=f"Outlet {number % 40}",
                agency=None,
                author=None,
                published=(START + timedelta(days=said)).isoformat(),
                language="en",
                sha256=report,
                blocks=(Block(kind=BlockKind.BODY, span=Span(9, len(text))),),
            ),
            actors=(group,),
            places=(self._place(facts["town"]),),
            times=(),
            statements=(
                Statement(
                    id="statement",
                    evidence=(Span(9, len(text)),),
                    speakers=(speaker,),
                    form=Form.NARRATION,
                    polarity=Polarity.POSITIVE,
                    certainty=Certainty.CERTAIN,
                    content=AboutIncident(id="incident"),
                ),
            ),
            incidents=(
                Incident(
                    id="incident",
                    kind=KINDS[facts["kind"]],
                    time=day if known < 0.8 else day[:7] if known < 0.9 else None,
                    places=("place",) if chance.random() < 0.9 else (),
                    target=Target(what=TARGETS[facts["target"]], kind=None, actor=None) if known < 0.7 else None,
                    weapon=None,
                    tolls=(
                        (
                            CountEffect.KILLED,
                            Toll(low=killed, high=killed, as_reported=str(killed), statements=("statement",)),
                        ),
                    ),
                    perpetrators=(
                        Perpetrator(
                            actor="group",
                            role=Part.PERPETRATOR,
                            stance=Stance.ACCUSED,
                            partners=(),
                            support=None,
                            statement="statement",
                        ),
                    )
                    if known < 0.5
                    else (),
                    claims=Claims.NONE,
                    statements=("statement",),
                ),
            ),
            relations=(),
        )

    def _place(self, town: int) -> Place:
        return Place(
            id="place",
            name=f"Town {town}",
            country="ML",
            admin1=None,
            latitude=10 + (town * 37 % 1000) / 100,
            longitude=-10 + (town * 91 % 1500) / 100,
            geonames_id=town,
            precision=PlacePrecision.CITY,
            mentions=(),
        )


class _Clock:
    """Counts the seconds that making the readings takes, which are none of linking."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, readings: Iterator[Reading]) -> Iterator[Reading]:
        while True:
            begun = time.process_time()
            reading = next(readings, None)
            self.seconds += time.process_time() - begun
            if reading is None:
                return
            yield reading


def measure(size: int) -> None:
    """Links one world and prints one line: reports, seconds, reports a second, peak memory, cases, B-cubed."""
    world = World(size)
    making = _Clock()
    begun = time.process_time()
    linking = match(making.timed(world.readings()))
    took = time.process_time() - begun - making.seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    gold: dict[int, set[str]] = {}
    for report, incident in world.truth.items():
        gold.setdefault(incident, set()).add(report)
    found = [{member.report for member in case.members} for case in linking.cases]
    scores = score(found, list(gold.values())) if size <= SIZES[1] else None
    quality = f"{scores.b_cubed.precision:.3f}/{scores.b_cubed.recall:.3f}" if scores else "-"
    line = f"{size:>8} {took:>8.1f} {size / took:>10.0f} {memory:>8.0f} {len(linking.cases):>8} {quality}"
    sys.stdout.write(line + "\n")


def main() -> int:
    """Runs each size in its own process, so that one's memory does not count for the next."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--alone", action="store_true", help="measure one size in this process")
    chosen = parser.parse_args()
    if chosen.alone:
        measure(chosen.sizes[0])
        return 0
    sys.stdout.write(f"{'reports':>8} {'seconds':>8} {'reports/s':>10} {'MiB':>8} {'cases':>8} B-cubed P/R\n")
    sys.stdout.flush()
    for size in chosen.sizes:
        subprocess.run([sys.executable, __file__, str(size), "--alone"], check=True)  # noqa: S603 (this very file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
