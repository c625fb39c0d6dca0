"""Reports of invented attacks in invented countries, as many as are wanted: the same seed gives the same reports.

They serve to measure speed and memory, never quality: who writes sentences knows how to read them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hearsay.neural.words import word_spans

COUNTRIES = {
    "Karvania": ["Port Selwyn", "Tallis", "Orrin Bay", "Marsh Cross", "Veldt Ferry", "Old Kesh"],
    "Bashirabad": ["Zarnak", "Khor Awal", "Dehpul", "Sangarr", "Mirzakot", "Tal Hamra"],
    "Nyarwe": ["Kibembe", "Lusolo", "Mugara", "Ntambe", "Rutovu", "Wansoro"],
    "San Telmo": ["Puerto Alba", "Cuchara", "Las Minas", "Rio Hondo", "Tres Cruces", "Villa Sorel"],
    "Ostmark Republic": ["Grelsk", "Vorota", "Nizhin", "Belaya Gora", "Stary Most", "Tarsk"],
    "Peninsular Union": ["Kota Sela", "Banding", "Tanjung Ria", "Pulau Mas", "Simpang Lima", "Alor Putih"],
}
GROUPS = """Northern Tide|Free Coast Army|Red Heron Brigade|Dune Front|Sons of the Ridge|People's Lantern Movement|
Army of the Second Dawn|Black River Column|Islamic Banner of Zarnak|National Front for the Highlands|Iron Harvest|
Ninth of May Movement|Coastal Liberation Front|Guardians of the Pass|United Plains Command|White Falcons"""
FORCES = "army|national police|border guard|interior ministry|presidential guard|provincial government|coast guard"
AGENCIES = "Meridian News Agency|Southern Wire|Continental Press|Harbour News Service"
OUTLETS = "The Selwyn Courier|The Lamp|Daily Oar|The Highland Post|Evening Ledger|Voice of the Plains"
FIRST = "Idris|Maren|Oumar|Leila|Tomas|Ana|Viktor|Nadia|Samuel|Rosa|Karim|Ingrid|Joseph|Amina|Pavel|Teresa"
LAST = "Callan|Oduya|Tall|Rahimi|Sorel|Vega|Malkov|Harun|Mbeki|Ferrer|Dostan|Lindqvist|Nkosi|Zaman|Orlov|Quispe"
MONTHS = """January February March April May June July August September October November December""".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()

ATTACKS = {
    "car bomb": ("A car bomb exploded outside {target} in {town}", "the bombing", "detonated a car bomb near"),
    "suicide bombing": ("A suicide bomber blew himself up at {target} in {town}", "the suicide attack", "bombed"),
    "raid": ("Gunmen stormed {target} in {town}", "the raid", "stormed"),
    "ambush": ("Armed men ambushed a convoy near {target} outside {town}", "the ambush", "ambushed troops at"),
    "shelling": ("Mortar shells struck {target} in {town}", "the shelling", "fired mortars at"),
    "kidnapping": ("Armed men abducted a group of villagers from {target} in {town}", "the abductions", "raided"),
    "air strike": ("An air strike hit {target} in {town}", "the strike", "bombed"),
    "assassination": ("Gunmen on a motorbike shot dead a judge near {target} in {town}", "the killing", "attacked"),
}
TARGETS = """a police training college|the ferry terminal|a checkpoint|the central market|a girls' school|
the provincial courthouse|an army barracks|a bus station|the main hospital|an oil depot|a mosque|a church|a hotel"""

LEAD = """{attack} {when}, killing {low} people and wounding {hurt}, {source} said.
{attack} {when}, {source} said, leaving {low} people dead and {hurt} others injured.
{low} people were killed and {hurt} were wounded {when} when {attack_low}, according to {source}."""
BODY = """{person}, a spokesman for {group}, told {agency} by telephone that it was behind {it}. “{boast},” he said.
{group} claimed responsibility for {it} in a statement sent to reporters. The claim could not be independently verified.
{rival} denied any part in {it}. “{denial},” it said in a message on its channel.
Both {group} and {rival} said they were behind {it}, and officials could not say which of the two claims was true.
The {force} blamed {rival}, a faction of {parent}, for {it}. It offered no evidence.
A senior security official, who asked not to be named, said investigators suspected {rival} of having planned {it}.
The {force} later put the number of dead at {high}. A doctor at the hospital said the toll could rise further.
Hospital officials said about {hurt} wounded had been brought in, {few} of them in critical condition.
{person}, {age}, a shopkeeper, said he heard gunfire for nearly an hour. “{witness},” he said.
“{vow},” said {person}, the minister of the interior, who visited the scene on {day}.
Troops killed {few} of the attackers in a gun battle that lasted until dawn, the {force} said.
The {force} said it had arrested {few} suspects in {town2} in connection with {it}.
In {month} {past}, {group} {verb} {target2} in {town2}, killing {old} people. Nobody has been tried for that attack.
It was the deadliest attack in {country} since {past}, when {old} people died in a bombing in {town2}.
{group}, which is led by {person2}, split from {parent} in {past} and is thought to have several hundred fighters.
{rival} is an ally of {parent}, according to a report published in {month} by a panel of experts.
Diplomats describe {group} and {rival} as rivals, but the official said the two may be working together.
An analyst in the capital, {person2}, said {group} had received money and weapons from {parent} for years.
“{doubt},” {person2} told {agency}, adding that the claim by {group} should be treated with caution.
Local media reported, quoting witnesses, that up to {few} gunmen had taken part. The {force} did not confirm the number.
More than {displaced} people have fled the district since the fighting began, aid workers say.
{person}, a former colonel who commands {rival}, was killed in {month}, though the group has never confirmed his death.
The two sides agreed to a ceasefire in {month}, but each accuses the other of breaking it.
Residents said the power was cut minutes before {it}. The roads into {town} remained closed on {day}.
Earlier reports had said {few} people were killed, but officials said that number was wrong.
A video that appeared to show the attackers was posted by a channel close to {group}. It could not be verified.
{country} has been under a state of emergency since {month}, and the government has extended it three times."""
BOASTS = "It was ours, and ours alone|Our fighters have done this, and they will do it again|This was our answer"
DENIALS = "We do not kill travellers|Our forces were nowhere near that place|This was not our work"
WITNESSES = "There was smoke everywhere and people were running|I saw four men with rifles|We hid under the tables"
VOWS = "Those who did this will be found|We shall not bow to terror|The state will answer with all its force"
DOUBTS = "They have claimed things before that were not theirs|Nothing points to them so far|It does not look like them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An invented report, as text with its headline and byline, and its date of publication."""

    name: str
    text: str
    published: date


def reports(count: int, words: int = 500, seed: int = 1) -> Iterator[Report]:
    """`count` different reports of about `words` words each."""
    random = Random(seed)  # noqa: S311 - fiction is no secret
    for number in range(count):
        yield _report(number, words, random)


def sentences(words: int) -> list[list[str]]:
    """Sentences of about so many words in all, each as the words that the reader takes."""
    found: list[list[str]] = []
    for report in reports(words // 400 + 1, 400):
        for line in report.text.splitlines():
            for part in line.split(". "):
                cut = [part[start:end] for start, end in word_spans(part)]
                if cut:
                    found.append(cut)
    return found


def _report(number: int, words: int, random: Random) -> Report:
    published = date(1992, 1, 1) + timedelta(days=random.randrange(12_000))
    facts = _facts(random, published)
    country = facts["country"]
    headline = f"{facts['low'].capitalize()} killed in {facts['town']} as {facts['group']} claims attack"
    head = [headline, f"By {random.choice(_listed(AGENCIES))}"]
    lead = random.choice(LEAD.splitlines()).format(**facts)
    body = [f"{facts['town'].upper()}, {country}: {lead[0].upper()}{lead[1:]}"]
    length = len(body[0].split())
    pool: list[str] = []
    while length < words:
        pool = pool or random.sample(BODY.splitlines(), len(BODY.splitlines()))
        paragraph = _sentence(pool.pop().format(**(facts | _varied(random, facts))))
        body.append(paragraph)
        length += len(paragraph.split())
    closing = "This report is fiction, made to measure speed. No person, group, place or event in it is real."
    return Report(name=f"report-{number:06}", text="\n\n".join([*head, *body, closing]) + "\n", published=published)


def _facts(random: Random, published: date) -> dict[str, str]:
    """What one report is about; it says the same throughout."""
    country = random.choice(list(COUNTRIES))
    town, town2 = random.sample(COUNTRIES[country], 2)
    opening, it, verb = random.choice(list(ATTACKS.values()))
    group, rival, parent = random.sample(_listed(GROUPS), 3)
    target, target2 = random.sample(_listed(TARGETS), 2)
    low = random.randrange(3, 60)
    attack = opening.format(target=target, town=town)
    event = published - timedelta(days=random.randrange(1, 4))
    return {
        "country": country,
        "town": town,
        "town2": town2,
        "attack": attack,
        "attack_low": attack[0].lower() + attack[1:],
        "it": it,
        "verb": verb,
        "group": f"the {group}",
        "rival": f"the {rival}",
        "parent": f"the {parent}",
        "target2": target2,
        "when": random.choice([f"on {DAYS[event.weekday()]}", f"late on {DAYS[event.weekday()]}"]),
        "source": random.choice(["police", "hospital officials", "the interior ministry", "local officials"]),
        "low": f"at least {low}" if random.random() < 0.5 else str(low),
        "high": str(low + random.randrange(1, 20)),
        "hurt": str(random.randrange(5, 150)),
        "agency": random.choice([*_listed(AGENCIES), *_listed(OUTLETS)]),
        "force": random.choice(_listed(FORCES)),
        "past": str(published.year - random.randrange(1, 5)),
    }


def _varied(random: Random, facts: dict[str, str]) -> dict[str, str]:
    """What may differ from one paragraph to the next."""
    return {
        "person": f"{random.choice(_listed(FIRST))} {random.choice(_listed(LAST))}",
        "person2": f"{random.choice(_listed(FIRST))} {random.choice(_listed(LAST))}",
        "age": str(random.randrange(19, 80)),
        "few": random.choice(NUMBERS),
        "old": str(random.randrange(4, 140)),
        "displaced": f"{random.randrange(2, 90)},000",
        "day": random.choice(DAYS),
        "month": random.choice(MONTHS),
        "boast": random.choice(_listed(BOASTS)),
        "denial": random.choice(_listed(DENIALS)),
        "witness": random.choice(_listed(WITNESSES)),
        "vow": random.choice(_listed(VOWS)),
        "doubt": random.choice(_listed(DOUBTS)),
        "force": random.choice([facts["force"], *_listed(FORCES)]),
    }


def _listed(words: str) -> list[str]:
    return [part.strip() for part in words.split("|")]


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def write(folder: Path, count: int, words: int, seed: int) -> list[Path]:
    """The reports as text files; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for report in reports(count, words, seed):
        path = folder / f"{report.name}.txt"
        path.write_text(report.text, encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    """Writes reports into a folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.stdout.write(f"{len(write(given.folder, given.count, given.words, given.seed))} reports written\n")


if __name__ == "__main__":
    main()
