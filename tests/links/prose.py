"""Original fictional wire prose: two agencies on one bombing, with the same quotation and the same facts."""

AGENCY_ONE = """Blast kills 13 at Tessaro grain market
A bomb hidden in a vegetable cart exploded on Tuesday in the grain market of Tessaro, killing at least 13 people as
traders were opening their stalls, police in the southern town said.
The device went off shortly after seven in the morning beside the well where porters gather to be hired for the day,
according to Captain Moro Dial of the district constabulary, who said that the death toll was likely to rise.
“We heard nothing, then the whole roof lifted and came down on us like a hand,” said Adama Kone, a porter whose arm was
in a sling.
Hospital staff said that the wards were short of blood and that they had sent an appeal to the capital by radio.
No group had said by nightfall that it was behind the explosion, the deadliest in the south since the truce of the
spring, which was signed in the presence of the regional mediators and which both camps accuse each other of breaking.
The government cancelled the horse fair that was to open on Thursday and told lorry drivers to keep off the river road
after dark until the army had searched the villages along the embankment.
Tessaro, a town of 60,000 on the edge of the flood plain, had been quiet for most of the year, and many families who
fled the fighting had come back in recent weeks to sow their fields."""

AGENCY_TWO = """At least 13 dead in market explosion in Tessaro
Thirteen shoppers and stallholders died when explosives planted among crates of onions blew up in the main market at
Tessaro early on Tuesday, a senior gendarme told reporters.
Witnesses described a ball of fire and a column of dust that could be seen from the other side of the river. The bomb
left a crater two metres wide next to the fountain and tore the tin roofs off a row of shops.
“We heard nothing, then the whole roof lifted and came down on us like a hand,” porter Adama Kone said from his
hospital bed.
Doctors at the regional clinic were operating by the light of mobile telephones after the power failed, and asked for
plasma to be flown in.
Suspicion is likely to fall on the armed bands that reject the spring ceasefire, though nobody has come forward to say
that they carried out the bombing.
Officials in the capital called off a horse fair planned for Thursday. Soldiers were combing hamlets along the dyke, and
freight traffic was told to stay away from the riverside highway at night.
The town of some 60,000 inhabitants has been spared the worst of the war; displaced farmers had begun to return in time
for planting."""


def paragraphs(text: str) -> list[str]:
    """The body's paragraphs, each on one line: a paragraph ends with a full stop at a line end."""
    found: list[str] = []
    for line in text.split("\n")[1:]:
        if found and not found[-1].endswith((".", "”")):
            found[-1] += " " + line
        else:
            found.append(line)
    return found
