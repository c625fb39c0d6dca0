"""What each kind of phrase means, in invented sentences published on Wednesday 2016-10-26 unless a row differs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, list[tuple[str, str | None]]]

DAYS: list[Row] = [
    ("The group said on Wednesday it was ready.", [("Wednesday", "2016-10-26")]),
    ("A spokesman said Thursday that two died.", [("Thursday", "2016-10-20")]),
    ("Sunday's attack was the third.", [("Sunday", "2016-10-23")]),
    ("He was shot last Friday.", [("last Friday", "2016-10-21")]),
    ("He was shot last Wednesday.", [("last Wednesday", "2016-10-19")]),
    ("He was shot this past Friday.", [("this past Friday", "2016-10-21")]),
    ("They will meet next Wednesday.", [("next Wednesday", "2016-11-02")]),
    ("They will meet on Friday.", [("Friday", "2016-10-28")]),
    ("The trial is scheduled for Monday.", [("Monday", "2016-10-31")]),
    ("The front, which on 14 December will mark six years of war, has split.", [("14 December", "2016-12-14")]),
    ("In a Wednesday raid two died.", [("Wednesday", "2016-10-26")]),
    ("A vote is to be held on Sunday.", [("Sunday", "2016-10-30")]),
    ("The fighters set fire to a depot on Sunday.", [("Sunday", "2016-10-23")]),
    ("The union vowed on Friday to strike.", [("Friday", "2016-10-21")]),
    ("Envoys are set to meet on Sunday.", [("Sunday", "2016-10-30")]),
    ("A truce is due to begin on Friday.", [("Friday", "2016-10-28")]),
    ("He may leave on Monday.", [("Monday", "2016-10-31")]),
    ("He may have left on Monday.", [("Monday", "2016-10-24")]),
    ("It was shelled on Tuesday last week.", [("Tuesday last week", "2016-10-18")]),
    ("It was shelled on Thursday of last week.", [("Thursday of last week", "2016-10-20")]),
    ("He died yesterday.", [("yesterday", "2016-10-25")]),
    ("He died the day before yesterday.", [("the day before yesterday", "2016-10-24")]),
    ("Troops entered the town today.", [("today", "2016-10-26")]),
    ("Schools reopen tomorrow.", [("tomorrow", "2016-10-27")]),
    ("Schools reopen the day after tomorrow.", [("the day after tomorrow", "2016-10-28")]),
    ("A bus was burnt on Aug. 8.", [("Aug. 8", "2016-08-08")]),
    ("A bus was burnt on 8 August.", [("8 August", "2016-08-08")]),
    ("A bus was burnt on November 30.", [("November 30", "2015-11-30")]),
    ("A march will be held on November 30.", [("November 30", "2016-11-30")]),
    ("The 3rd of May was quiet.", [("The 3rd of May", "2016-05-03")]),
    ("It was quiet on 3rd March.", [("3rd March", "2016-03-03")]),
    ("It was quiet on March 3rd, 2011.", [("March 3rd, 2011", "2011-03-03")]),
    ("On Dec. 3, 1989 a bomb exploded.", [("Dec. 3, 1989", "1989-12-03")]),
    ("On 3 December 1989 a bomb exploded.", [("3 December 1989", "1989-12-03")]),
    ("On the 13th of November, 2015, it struck.", [("the 13th of November, 2015", "2015-11-13")]),
    ("It struck on Friday 13 November 2015.", [("Friday 13 November 2015", "2015-11-13")]),
    ("It struck on Friday, November 13, 2015, at noon.", [
        ("Friday, November 13, 2015, at noon", "2015-11-13T12:00")]),
    ("It struck on Monday, Oct. 24.", [("Monday, Oct. 24", "2016-10-24")]),
    ("The file is dated 2015-11-13.", [("2015-11-13", "2015-11-13")]),
    ("The file is dated 25/05/2014.", [("25/05/2014", "2014-05-25")]),
    ("The file is dated 05/25/2014.", [("05/25/2014", "2014-05-25")]),
    ("The file is dated 12/05/2014.", [("12/05/2014", "2014")]),
    ("The file is dated 12.05.2014.", [("12.05.2014", "2014-05-12")]),
    ("They left on the 15th, he said.", [("the 15th", "2016-10-15")]),
    ("They left on the 15th of last month.", [("the 15th of last month", "2016-09-15")]),
    ("The base was hit two days ago.", [("two days ago", "2016-10-24")]),
    ("The base was hit a couple of days ago.", [("a couple of days ago", "2016-10-24")]),
    ("The base was hit 48 hours ago.", [("48 hours ago", "2016-10-24~")]),
    ("The deadline is two days from now.", [("two days from now", "2016-10-28")]),
]  # fmt: skip

PARTS_OF_DAYS: list[Row] = [
    ("The raid came on Monday night.", [("Monday night", "2016-10-24TNI")]),
    ("The Monday night raid killed two.", [("Monday night", "2016-10-24TNI")]),
    ("Shells fell early Tuesday.", [("early Tuesday", "2016-10-25TMO")]),
    ("He was shot late on Sunday.", [("late on Sunday", "2016-10-23TNI")]),
    ("A bomb went off on Saturday morning.", [("Saturday morning", "2016-10-22TMO")]),
    ("A bomb went off on Friday afternoon.", [("Friday afternoon", "2016-10-21TAF")]),
    ("A bomb went off on Thursday evening.", [("Thursday evening", "2016-10-20TEV")]),
    ("Shots were heard last night.", [("last night", "2016-10-25TNI")]),
    ("The road was reopened this morning.", [("this morning", "2016-10-26TMO")]),
    ("A curfew begins tonight.", [("tonight", "2016-10-26TNI")]),
    ("He fled yesterday evening.", [("yesterday evening", "2016-10-25TEV")]),
    ("They leave tomorrow morning.", [("tomorrow morning", "2016-10-27TMO")]),
    ("It was hit in the early hours of Sunday.", [("the early hours of Sunday", "2016-10-23TMO")]),
    ("It was hit on the morning of Oct. 24.", [("the morning of Oct. 24", "2016-10-24TMO")]),
    ("On the night of 14/15 May gunmen came.", [("the night of 14/15 May", "2016-05-14TNI")]),
    ("On the night of May 14-15 gunmen came.", [("the night of May 14-15", "2016-05-14TNI")]),
    ("It was hit overnight Monday.", [("overnight Monday", "2016-10-24TNI")]),
    ("It was hit at dawn on Friday.", [("dawn on Friday", "2016-10-21TMO")]),
    ("It was hit around noon on Tuesday.", [("noon on Tuesday", "2016-10-25T12:00")]),
    ("On Monday at about 8:30 p.m. it was hit.", [("Monday at about 8:30 p.m.", "2016-10-24T20:30")]),
    ("At 5 p.m. local time on Monday it was hit.", [("5 p.m. local time on Monday", "2016-10-24T17:00")]),
    ("It was hit at 10pm on Sunday.", [("10pm on Sunday", "2016-10-23T22:00")]),
    ("It was hit at 12:30 a.m. on Sunday.", [("12:30 a.m. on Sunday", "2016-10-23T00:30")]),
    ("At 0530 GMT on Monday it was hit.", [("0530 GMT on Monday", "2016-10-24T05:30")]),
    ("At 0530 gmt the shelling began.", [("0530 gmt", None)]),
    ("On Monday, a blast hit at 5 p.m. near it.", [("Monday", "2016-10-24"), ("5 p.m.", "2016-10-24T17:00")]),
    ("It was hit on Monday. The next morning five were found.",
     [("Monday", "2016-10-24"), ("The next morning", "2016-10-25TMO")]),
]  # fmt: skip

WEEKS_TO_CENTURIES: list[Row] = [
    ("Last week a convoy was hit.", [("Last week", "2016-10-17/2016-10-23")]),
    ("This week another was hit.", [("This week", "2016-10-24/2016-10-30")]),
    ("They will return next week.", [("next week", "2016-10-31/2016-11-06")]),
    ("Two were hurt at the weekend.", [("the weekend", "2016-10-22/2016-10-23")]),
    ("Two were hurt last weekend.", [("last weekend", "2016-10-22/2016-10-23")]),
    ("The base was hit three weeks ago.", [("three weeks ago", "2016-10-05~")]),
    ("Pakistan said last month it was so.", [("last month", "2016-09")]),
    ("Talks will open next month.", [("next month", "2016-11")]),
    ("It has split this month.", [("this month", "2016-10")]),
    ("It split two months ago.", [("two months ago", "2016-08")]),
    ("It fell in December.", [("December", "2015-12")]),
    ("It fell in October.", [("October", "2016-10")]),
    ("Elections are due in December.", [("December", "2016-12")]),
    ("In October last year he told a committee so.", [("October last year", "2015-10")]),
    ("It fell in May of last year.", [("May of last year", "2015-05")]),
    ("It fell on 5 May last year.", [("5 May last year", "2015-05-05")]),
    ("It fell in early May of this year.", [("early May of this year", "2016-05")]),
    ("The May 2015 attack killed 43.", [("May 2015", "2015-05")]),
    ("It fell in Sept. 2014.", [("Sept. 2014", "2014-09")]),
    ("It fell last May.", [("last May", "2016-05")]),
    ("Last Oct. 21, seven died.", [("Last Oct. 21", "2016-10-21")]),
    ("It burned last 3 December.", [("last 3 December", "2015-12-03")]),
    ("They vote next November 8.", [("next November 8", "2016-11-08")]),
    ("It fell last December.", [("last December", "2015-12")]),
    ("It will fall next May.", [("next May", "2017-05")]),
    ("In mid-June clashes resumed.", [("mid-June", "2016-06")]),
    ("By the end of July clashes had resumed.", [("the end of July", "2016-07")]),
    ("In late 2014 it split.", [("late 2014", "2014")]),
    ("It split at the end of 2014.", [("the end of 2014", "2014")]),
    ("It split late last year.", [("late last year", "2015")]),
    ("Earlier this year it named a leader.", [("Earlier this year", "2016")]),
    ("It split two years ago.", [("two years ago", "2014")]),
    ("It split a year and a half ago.", [("a year and a half ago", "2015-04")]),
    ("It split a decade ago.", [("a decade ago", "2006~")]),
    ("It has been active since 2009.", [("2009", "2009")]),
    ("It was founded about 2012.", [("about 2012", "2012~")]),
    ("In the summer of 2014 it took a town.", [("the summer of 2014", "2014-22")]),
    ("In spring 2014 it took a town.", [("spring 2014", "2014-21")]),
    ("Last summer it lost a town.", [("Last summer", "2016-22")]),
    ("Last winter it lost a town.", [("Last winter", "2015-24")]),
    ("Last fall it took a town.", [("Last fall", "2015-23")]),
    ("In the fall of 2014 it took a town.", [("the fall of 2014", "2014-23")]),
    ("In the first quarter of 2016 tolls rose.", [("the first quarter of 2016", "2016-01/2016-03")]),
    ("In Q1 2016 tolls rose.", [("Q1 2016", "2016-01/2016-03")]),
    ("In the second half of 2015 tolls fell.", [("the second half of 2015", "2015-07/2015-12")]),
    ("The first two months of 2014 were quiet.", [("The first two months of 2014", "2014-01/2014-02")]),
    ("The last week of October was quiet.", [("The last week of October", "2016-10-25/2016-10-31")]),
    ("During the 1990s it grew.", [("the 1990s", "199X")]),
    ("In the late 1980s it grew.", [("the late 1980s", "198X")]),
    ("In the eighties it grew.", [("the eighties", "198X")]),
    ("It is an idea of the 19th century.", [("the 19th century", "18XX")]),
    ("The fort was built in 490 BC.", [("490 BC", "-0489")]),
]

SEVERAL_AND_RANGES: list[Row] = [
    ("Violence fell in 2015 and 2016.", [("2015", "2015"), ("2016", "2016")]),
    ("It struck in May and July 2015.", [("May", "2015-05"), ("July 2015", "2015-07")]),
    ("It struck on 3, 5 and 8 May 2014.", [("3", "2014-05-03"), ("5", "2014-05-05"), ("8 May 2014", "2014-05-08")]),
    ("It struck on March 8 and 10.", [("March 8", "2016-03-08"), ("10", "2016-03-10")]),
    ("Between 8 and 10 March 2014 the town was shelled.",
     [("Between 8 and 10 March 2014", "2014-03-08/2014-03-10")]),
    ("The siege of 8-10 March failed.", [("8-10 March", "2016-03-08/2016-03-10")]),
    ("The siege of March 8-10, 2014, failed.", [("March 8-10, 2014", "2014-03-08/2014-03-10")]),
    ("From 2003 to 2005 it fought there.", [("From 2003 to 2005", "2003/2005")]),
    ("It fought there between 2003 and 2005.", [("between 2003 and 2005", "2003/2005")]),
    ("The 2003-2005 truce held.", [("2003-2005", "2003/2005")]),
    ("The truce of 1939-45 held.", [("1939-45", "1939/1945")]),
    ("The truce held from May to July 2015.", [("from May to July 2015", "2015-05/2015-07")]),
    ("The truce held from November to January.", [("from November to January", "2015-11/2016-01")]),
    ("The truce held from March 28 to April 2.", [("from March 28 to April 2", "2016-03-28/2016-04-02")]),
    ("It grew from the 1970s to the 1990s.", [("from the 1970s to the 1990s", "197X/199X")]),
    ("It was dated 499-493 BC.", [("499-493 BC", "-0498/-0492")]),
]  # fmt: skip

STRETCHES: list[Row] = [
    ("In the past two years, many were killed.", [("the past two years", "P2Y")]),
    ("Over the past week, six died.", [("the past week", "P1W")]),
    ("During the last 18 months, six died.", [("the last 18 months", "P18M")]),
    ("Six died in the past 24 hours.", [("the past 24 hours", "PT24H")]),
    ("Over the past decade, six died.", [("the past decade", "P10Y")]),
    ("In the next two years, more will come.", [("the next two years", "2016-10/2018-10")]),
    ("In the early years of the war it was small.", [("the early years", None)]),
    ("It has turned its guns on others in recent years.", [("recent years", None)]),
    ("It was founded years ago.", [("years ago", None)]),
    ("It struck a few days ago.", [("a few days ago", None)]),
    ("In the last few days six died.", [("the last few days", None)]),
]

FEASTS: list[Row] = [
    ("On the eve of Eid al-Adha a mosque was hit.", [("the eve of Eid al-Adha", "2016-09-11/2016-09-13")]),
    ("A mosque was hit during Ramadan.", [("Ramadan", "2016-06-06/2016-07-07")]),
    ("A mosque was hit in Ramadan 2014.", [("Ramadan 2014", "2014-06-28/2014-07-29")]),
    ("A shrine was hit on Ashura.", [("Ashura", "2016-10-11/2016-10-13")]),
    ("A church was hit on Christmas Eve 2014.", [("Christmas Eve 2014", "2014-12-24")]),
    ("A church was hit on Easter Sunday.", [("Easter Sunday", "2016-03-27")]),
    ("A church was hit on Good Friday last year.", [("Good Friday last year", "2015-04-03")]),
    ("A club was hit on New Year's Eve.", [("New Year's Eve", "2015-12-31")]),
    ("A parade was hit on Independence Day.", [("Independence Day", None)]),
    ("Police were out for Friday prayers.", [("Friday", None)]),
    ("They pray on a Friday.", [("Friday", None)]),
]

DAYS_WITH_NAMES: list[Row] = [
    ("After 9/11 it moved.", [("9/11", "2001-09-11")]),
    ("The Sept. 11 attacks changed that.", [("Sept. 11", "2001-09-11")]),
    ("The July 7 bombings in London killed 52.", [("July 7", "2005-07-07")]),
    ("The July 7 bombings in the port killed two.", [("July 7", "2016-07-07")]),
]

CAPITALS: list[Row] = [
    ("BOGOTA, 3 JAN 90 (RADIO) -- THE ARMY SAID TWO MEN DIED.", [("3 JAN 90", "1990-01-03")]),
    ("POLICE SAID ON 3 JANUARY THAT TWO MEN DIED.", [("3 JANUARY", "2016-01-03")]),
    ("TWO MEN DIED LAST NIGHT IN THE CAPITAL.", [("LAST NIGHT", "2016-10-25TNI")]),
    ("ON 5 MAY THE GUERRILLAS ATTACKED THE TOWN.", [("5 MAY", "2016-05-05")]),
    ("THE ARMY SAID TODAY THAT IT HAD LEFT.", [("TODAY", "2016-10-26")]),
    ("THE 19 APRIL MOVEMENT HAS LEFT THE TOWN.", []),
    ("HE WAS SEIZED ON WEDNESDAY (5 OCTOBER) IN THE CAPITAL.", [("WEDNESDAY (5 OCTOBER)", "2016-10-05")]),
    ("THE PLANES STRUCK AT 2030 ON MONDAY.", [("2030 ON MONDAY", "2016-10-24T20:30")]),
    ("THE PLANES STRUCK AT ABOUT 2030 IN THE EAST.", [("2030", None)]),
    ("THE PLANES STRUCK AT 1330 (1930 GMT) YESTERDAY.", [("1330 (1930 GMT) YESTERDAY", "2016-10-25T13:30")]),
    ("THE PLANES STRUCK AROUND 1400 YESTERDAY.", [("1400 YESTERDAY", "2016-10-25T14:00")]),
    ("THE REBELS MAY MARCH ON THE CITY, HE SAID.", []),
    ("THE SUN ROSE AND THE GUERRILLAS SAT DOWN.", []),
]

NO_TIMES: list[Row] = [
    ("He may leave and the troops march.", []),
    ("May he rest.", []),
    ("The second bomb killed two.", []),
    ("The sun rose as we sat.", []),
    ("The fall of the town changed it.", []),
    ("Prices fall and rivers spring from rocks.", []),
    ("A five-hour siege ended.", []),
    ("He got 30 years in prison.", []),
    ("A 43-year-old man and a 20-year-old woman died.", []),
    ("He was 43 years old.", []),
    ("Some 2000 people fled as 1500 troops came.", []),
    ("It killed 1998 rebels.", []),
    ("In 2000 villages were burnt.", []),
    ("Resolution 1973 was passed.", []),
    ("The 6 April Movement marched.", []),
    ("Black September claimed it.", []),
    ("The Sunday Times reported it.", []),
    ("Theresa May spoke.", []),
    ("The 15th Brigade fled.", []),
    ("They have A330s and F-16s.", []),
    ("It may last months.", []),
    ("He is in his early 20s.", []),
    ("It now holds the town for the first time.", []),
    ("It attacks every Friday and patrols daily.", []),
    ("The Long March Front fled.", []),
]

IMPOSSIBLE: list[Row] = [
    ("On February 30 he fled.", [("February 30", None)]),
    ("On 29 February 2015 he fled.", [("29 February 2015", None)]),
    ("On 31 April he fled.", [("31 April", None)]),
    ("The file is dated 13/13/2014.", [("13/13/2014", None)]),
]

PASSAGES: list[Row] = [
    ("On 3 May 2014 a bomb went off. Two days earlier he had left.",
     [("3 May 2014", "2014-05-03"), ("Two days earlier", "2014-05-01")]),
    ("On 3 May 2014 a bomb went off. A year later it split.",
     [("3 May 2014", "2014-05-03"), ("A year later", "2015")]),
    ("On 3 May 2014 a bomb went off. That day five died.", [("3 May 2014", "2014-05-03"), ("That day", "2014-05-03")]),
    ("On 3 May 2014 a bomb went off. Later that month it split.",
     [("3 May 2014", "2014-05-03"), ("Later that month", "2014-05")]),
    ("In March 2014 it split; by the end of the year it was gone.",
     [("March 2014", "2014-03"), ("the end of the year", "2014")]),
    ("In 1998 bombs hit two embassies. In August the men were named.", [("1998", "1998"), ("August", "1998-08")]),
    ("The group was formed in 2007. On Oct. 24 it attacked a college.", [("2007", "2007"), ("Oct. 24", "2016-10-24")]),
    ("Two days earlier he had left.", [("Two days earlier", None)]),
    ("A day after the attack he left.", [("A day after", None)]),
    ("The following day he left.", [("The following day", None)]),
    ("In March 2014 it split. Two days later he left.", [("March 2014", "2014-03"), ("Two days later", None)]),
]  # fmt: skip

TABLES = {
    "days": DAYS,
    "parts of days": PARTS_OF_DAYS,
    "weeks to centuries": WEEKS_TO_CENTURIES,
    "several and ranges": SEVERAL_AND_RANGES,
    "stretches": STRETCHES,
    "feasts": FEASTS,
    "days with names": DAYS_WITH_NAMES,
    "capitals": CAPITALS,
    "no times": NO_TIMES,
    "impossible": IMPOSSIBLE,
    "passages": PASSAGES,
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(*row, id=f"{name}: {row[0]}") for name, rows in TABLES.items() for row in rows],
)
def test_phrase(read: Callable[..., object], sentence: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(sentence) == expected


PUBLISHED: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    ("2005-07-12", "The July 7 bombings in London killed 52.", [("July 7", "2005-07-07")]),
    ("1999-03-01", "A bomb went off at 9/11 Main Street.", [("9/11", None)]),
    ("1990-01-05", "IT WAS DATED 3 JAN 90.", [("3 JAN 90", "1990-01-03")]),
    ("2017-01-02", "It fell in December.", [("December", "2016-12")]),
    ("2017-01-02", "He died on Dec. 30.", [("Dec. 30", "2016-12-30")]),
    ("2017-01-02", "He died last month.", [("last month", "2016-12")]),
    ("2016-10-23", "Two were hurt at the weekend.", [("the weekend", "2016-10-22/2016-10-23")]),
    ("2016-10-23", "Two were hurt last weekend.", [("last weekend", "2016-10-15/2016-10-16")]),
    ("2016-02-29", "It split a year ago.", [("a year ago", "2015")]),
    ("2016-03-31", "It split a month ago.", [("a month ago", "2016-02")]),
    ("2016-07-20", "It fell last summer.", [("last summer", "2015-22")]),
    ("2016-07-08", "A mosque was hit on the eve of Eid.", [("the eve of Eid", "2016-07-05/2016-07-07")]),
    ("2016-05-01", "A mosque was hit on the eve of Eid.", [("the eve of Eid", None)]),
    ("2016-10-26T18:30:00+05:00", "He died today.", [("today", "2016-10-26")]),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), PUBLISHED)
def test_phrase_by_day_of_publication(
    read: Callable[..., object], published: str, sentence: str, expected: list[tuple[str, str | None]]
) -> None:
    assert read(sentence, published) == expected
