# ruff: noqa: E501 (a line of these reports is a paragraph)
"""Reports in many styles, for the tests of reading them. All of it is fiction: places, people, groups and events.

Real agencies and papers are named only where a test is about recognising their names.
"""

from __future__ import annotations

SCRAPED = """Home World News Harbour Front Admits Talks With Hill Brigade After Orsola Raid

Harbour Front Admits Talks With Hill Brigade After Orsola Raid

by AFP
Dario Velm—AFP

Dario Velm—AFP

Spokesman for northern wing of banned movement says assault on port barracks was planned with mountain militia.

The banned Harbour Front said on Tuesday it had planned a raid on a barracks in Orsola with the Hill Brigade, the first \
sign that the two movements have begun to work together.

Officials said the Sunday night assault on the port barracks, which killed more than 20 recruits, was carried out by the \
northern wing of the Front. The Hill Brigade also claimed the attack in a leaflet.

“Yes, we sat at one table,” Tomas Arel, a spokesman for the northern wing, told AFP by telephone. “We will do so again.”

A security official based in Orsola, who asked not to be named, said the Front was “a spent force.”

Related Articles

Fishermen Return to Orsola Harbour

Leave a Comment
"""

WIRE = """KHARUM, Tessaly, March 3 (Reuters) - Gunmen shot dead four election workers in the town of Kharum on Monday, police \
said, two weeks before a vote that rebels have sworn to stop.

No group claimed the attack at once. The interior ministry blamed the Red Dawn movement, which denied any part in it.

"We did not do this," its spokesman, Ilan Moret, told Reuters.

(Reporting by Sana Dorrin; Additional reporting by Piet Haan in Luvia; Editing by Mark Olt)
"""

MONITORED = """TST9-FICT-0007

   PUERTO CLARO, 3 JAN 90 (RADIO LIBERTAD) -- [COMMUNIQUE] [PEOPLE'S ARMY
GENERAL COMMAND] [TEXT] OUR FORCES YESTERDAY ATTACKED THE GARRISON OF
SAN TELMO, WHERE 12 SOLDIERS WERE KILLED.  THE GENERAL COMMAND DENIES THE
ENEMY'S CLAIM THAT CIVILIANS WERE AMONG THE DEAD.

   A MILITARY SPOKESMAN SAID THAT THE TERRORISTS HAD BEEN REPELLED.

   THE ARMY DID NOT GIVE A TOLL.
"""

INDENTED = """     By NORA HALE, Associated Press Writer
     PORT SABLE, Marenga (AP) -- A bomb hidden in a fruit cart killed three
people and wounded at least nine near the central market on Friday, the
police said.
     The blast broke windows as far as the governor's office, witnesses said.
It was the second attack in a week.
     No one claimed responsibility. "We suspect the same cell," said Col.
Abel Runde, the police chief.
"""

LINES = """Two soldiers die in ambush near Velika Luka
By Our Correspondent
Srinak, Oct 26: Two soldiers were killed when militants ambushed a convoy on the Luka road on Wednesday evening, officials said.
A spokesman for the army said that the attackers fled into the forest and that a search was under way in three villages.
The outlawed Forest Front, which has carried out several such attacks this year, said in a statement that it had done it.
Meanwhile, shops stayed closed in the district on the call of traders, who demand compensation for the burnt market.—PTI
"""

DATED_PAGE = """Menu
News
Sport
Opinion
Subscribe now
Mayor of Brenna survives second bomb
Published: October 26, 2016 10:30 GMT
Jane Ashdown in Brenna
Share on Facebook
The mayor of Brenna escaped unhurt when a bomb went off under his car on Tuesday, the second attempt on his life this year.
Police said they had arrested two members of the Workers’ Column, which has not commented. One of them was wounded.
Advertisement
“I shall not resign,” the mayor, Karel Vos, told reporters outside the town hall, where hundreds had gathered.
Most read
Bridge to close for repairs
Brenna wins cup
Ten soups for the winter
© 2016 The Brenna Courier. All rights reserved. Terms of use
"""

STANDFIRST_ABOVE_BYLINE = """Ferry bombing toll rises to 31

Rescuers find more bodies as the islands mourn and the Tide Movement denies it planted the device

Lucia Marr, Special Correspondent
12 May 2009

PORT ELLIN: The number of people killed in Saturday's bombing of the Ellin ferry rose to 31 on Monday, the coast guard said.

Nine people are still missing. The Tide Movement, which the government has accused, said that it had no part in the attack.
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Rebels free twelve miners in Karst province | The Brenna Courier</title>
<link rel="canonical" href="https://www.brennacourier.example/world/rebels-free-miners">
<meta property="og:site_name" content="The Brenna Courier">
<meta property="og:title" content="Rebels free twelve miners in Karst province">
<meta property="og:description" content="Captives say they were well treated; army doubts the account">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Rebels free twelve miners in Karst province", "datePublished": "2014-03-05T21:15:00+01:00",
"author": {"@type": "Person", "name": "Milan Dors"}, "publisher": {"@type": "Organization", "name": "The Brenna Courier"}}
</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Rebels free twelve miners in Karst province</h1>
<p class="dek">Captives say they were well treated; army doubts the account</p>
<p class="byline">By Milan Dors</p>
<figure><img src="x.jpg"><figcaption>Miners wave from a bus. Photo: Ana Brod</figcaption></figure>
<p>LUVIA (Reuters) - The Karst Liberation Army on Wednesday freed twelve miners whom it had held for nine days in the
mountains of Karst province, the Red Cross said.</p>
<p>The miners walked to a road near the village of Orlec, where a bus of the Red Cross took them to the provincial
capital. None of them was wounded, a doctor who saw them told reporters.</p>
<p>The army doubted the account. “They were sold back,” said its spokesman, Major Petar Lun, who gave no proof. The rebels
denied that money had been paid.</p>
<p>The group had said in a leaflet that it took the men because the mine poisons the river. The company rejects this.</p>
</article>
<aside><h3>Related</h3><a href="/a">Mine to reopen in spring</a><a href="/b">River clean-up begins</a></aside>
<section id="comments"><h2>Comments</h2><p>Great news, I hope they are all fine and that this madness ends.</p></section>
<footer>© 2014 The Brenna Courier. All rights reserved.</footer></body></html>
"""

ALL_TEXTS = (SCRAPED, WIRE, MONITORED, INDENTED, LINES, DATED_PAGE, STANDFIRST_ABOVE_BYLINE)

SPANISH = (
    "Al menos cinco personas murieron el lunes en la explosión de un coche bomba frente a un cuartel de la policía en la "
    "ciudad de Puerto Claro, según informó el gobierno. El ministro dijo que los autores del ataque serán llevados ante la "
    "justicia y que no habrá negociaciones con los grupos armados que operan en la región desde hace años."
)
"""Fiction, in Spanish."""
