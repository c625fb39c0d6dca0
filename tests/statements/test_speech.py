"""Who says what in fictional sentences of all the manners in which newspapers report speech."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of
from tests.statements.reading import speech_in, speech_of, statements_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.records.statement import Anonymity, Polarity, Speech
from hearsay.records.tree import Tree
from hearsay.statements.attribution import attributions
from hearsay.statements.wording import wording

INDIRECT = [
    ("The army said two soldiers were killed in Velmar.", "army", "two soldiers were killed"),
    ("Two soldiers were killed in Velmar, the army said.", "army", "Two soldiers were killed"),
    ("Two soldiers, the army said, were killed in Velmar.", "army", "were killed in Velmar"),
    ("Two soldiers were killed in Velmar, said Colonel Ines Duarte.", "Duarte", "Two soldiers were killed"),
    ("According to the police, the bomb was hidden in a cart.", "police", "the bomb was hidden"),
    ("The bomb was hidden in a cart, according to the police.", "police", "The bomb was hidden"),
    ("The bomb, according to the police, was hidden in a cart.", "police", "was hidden in a cart"),
    ("Governor Samuel Okoro told reporters that the bridge had been mined.", "Okoro", "the bridge had been mined"),
    ("The minister warned that more attacks were likely.", "minister", "more attacks were likely"),
    ("The mayor claimed the rebels had burned the school.", "mayor", "the rebels had burned the school"),
    ("Residents reported that gunmen had entered the village at dawn.", "esidents", "gunmen had entered the village"),
    ("The spokesman added that nobody had been arrested.", "spokesman", "nobody had been arrested"),
    ("The general confirmed that the patrol had been ambushed.", "general", "the patrol had been ambushed"),
    ("Hospital officials say eleven people died of their wounds.", "officials", "eleven people died"),
    ("As the governor said on Monday, the road remains closed.", "governor", "the road remains closed"),
    ("The priest, who saw the attack, said the gunmen wore uniforms.", "priest", "the gunmen wore uniforms"),
    ("Ana Ruiz, a teacher who hid under a desk, said the shooting lasted an hour.", "Ruiz", "the shooting lasted"),
    ("The union leader insisted the strikers were unarmed.", "union leader", "the strikers were unarmed"),
    ("A farmer who fled the fighting said soldiers had looted his house.", "farmer", "soldiers had looted his house"),
    ("The chief believes the gunmen came from across the border.", "chief", "the gunmen came from across the border"),
    ("POLICE SAID THE BOMB EXPLODED NEAR THE MARKET.", "POLICE", "THE BOMB EXPLODED"),
    ("THE BOMB EXPLODED NEAR THE MARKET, A POLICE SPOKESMAN SAID.", "SPOKESMAN", "THE BOMB EXPLODED"),
    ("COLONEL INES DUARTE ADDED THAT THE REBELS BURNED TWO TRUCKS.", "DUARTE", "THE REBELS BURNED TWO TRUCKS"),
    ("The road was closed, and according to the police, two men were held.", "police", "two men were held"),
    ("The report's claim that the camp was empty angered the villagers.", "report", "the camp was empty"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), INDIRECT)
def test_indirect_speech(analyser: ReportAnalyser, text: str, speaker: str, words: str) -> None:
    said = speech_of(analyser, text, words)
    assert speaker in said.speakers[-1].name
    assert said.form.value == "indirect"
    assert len(said.speakers) == 2


DIRECT = [
    ("“We did not fire on anyone,” Colonel Ines Duarte said.", "Duarte", "We did not fire"),
    ('"We did not fire on anyone," said Colonel Ines Duarte.', "Duarte", "We did not fire"),
    ("Colonel Ines Duarte said: “We did not fire on anyone.”", "Duarte", "We did not fire"),
    ("Colonel Ines Duarte said, “We did not fire on anyone.”", "Duarte", "We did not fire"),
    ("‘We did not fire on anyone,’ Colonel Ines Duarte said.", "Duarte", "We did not fire"),
    ("'We did not fire on anyone,' said Colonel Ines Duarte.", "Duarte", "We did not fire"),
    ("“We did not fire,” said Ana Ruiz, a nurse. “They came with torches.”", "Ruiz", "They came with torches"),
    ("“The rebels,” the mayor said, “have left the town.”", "mayor", "have left the town"),
    ("“Why did they burn our houses?” Ana Ruiz asked.", "Ruiz", "Why did they burn our houses"),
    ("Ana Ruiz is a nurse in Velmar. “They came with torches and burned it all,” she said.", "Ruiz", "with torches"),
    ("“DO NOT SHOOT AT US AGAIN,” SAID COLONEL INES DUARTE.", "DUARTE", "DO NOT SHOOT AT US"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), DIRECT)
def test_direct_speech(analyser: ReportAnalyser, text: str, speaker: str, words: str) -> None:
    said = speech_of(analyser, text, words)
    assert speaker in said.speakers[-1].name
    assert said.form.value == "direct"


MIXED = [
    ("The mayor said the raid was “a crime against the poor”.", "mayor", "the raid was"),
    ("The minister vowed that the army would be “merciless” in its answer.", "minister", "merciless"),
    ("The army said it had regained the base and “restored order.”", "army", "regained the base"),
    ("The bishop condemned the raid as 'a shameful and cowardly act'.", "bishop", "cowardly act"),
    ("Rebels accused the army of “burning whole villages”.", "ebels", "burning whole villages"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), MIXED)
def test_mixed_speech(analyser: ReportAnalyser, text: str, speaker: str, words: str) -> None:
    said = speech_of(analyser, text, words)
    assert speaker in said.speakers[-1].name
    assert said.form.value == "mixed"


def test_names_in_quotation_marks_quote_nobody(analyser: ReportAnalyser) -> None:
    text = "The colonel said that guerrillas attacked the “La Palma” farm."
    assert speech_of(analyser, text, "guerrillas attacked").form.value == "indirect"


NESTED = [
    ("Radio Velmar quoted a rebel spokesman as saying that the town had fallen.", ["Radio Velmar", "spokesman"]),
    ("A rebel spokesman was quoted by Radio Velmar as saying that the town had fallen.", ["Radio Velmar", "spokesman"]),
    ("The mayor said that witnesses had told him that the town had fallen.", ["mayor", "witnesses"]),
    ("Witnesses said the town had fallen, according to Radio Velmar.", ["Radio Velmar", "Witnesses"]),
]


@pytest.mark.parametrize(("text", "chain"), NESTED)
def test_nested_reports_make_longer_chains(analyser: ReportAnalyser, text: str, chain: list[str]) -> None:
    said = speech_of(analyser, text, "town had fallen")
    names = [speaker.name for speaker in said.speakers[1:]]
    assert len(names) == len(chain)
    assert all(part.lower() in name.lower() for part, name in zip(chain, names, strict=True))


def test_an_unnamed_source_who_asked_for_it(analyser: ReportAnalyser) -> None:
    text = "An official, who spoke on condition of anonymity, said the hostages were alive."
    assert speech_of(analyser, text, "hostages were alive").speakers[-1].anonymity is Anonymity.REQUESTED


def test_a_named_source(analyser: ReportAnalyser) -> None:
    text = "Colonel Ines Duarte said the hostages were alive."
    assert speech_of(analyser, text, "hostages were alive").speakers[-1].anonymity is Anonymity.NAMED


def test_many_are_a_collective(analyser: ReportAnalyser) -> None:
    text = "Witnesses said the hostages were alive."
    assert speech_of(analyser, text, "hostages were alive").speakers[-1].anonymity is Anonymity.COLLECTIVE


def test_channel_addressee_and_day(analyser: ReportAnalyser) -> None:
    text = "On Tuesday the governor told Radio Velmar in a telephone interview that the hostages were alive."
    said = statements_of(analyser, text, "2009-03-12")
    speaker = speech_in(said, text, "hostages were alive").speakers[-1]
    assert speaker.channel is not None
    assert "interview" in speaker.channel
    assert speaker.addressee is not None


def test_denial(analyser: ReportAnalyser) -> None:
    text = "The army denied that its soldiers had burned the school."
    assert speech_of(analyser, text, "had burned the school").polarity is Polarity.NEGATIVE


def test_a_quotation_goes_on_in_the_next_paragraph(analyser: ReportAnalyser) -> None:
    text = "The mayor of Velmar said the raid was over.\n\n“We have buried nine of our neighbours this week.”"
    said = speech_of(analyser, text, "nine of our neighbours")
    assert "mayor" in said.speakers[-1].name.lower()
    assert said.form.value == "direct"


def test_a_long_quotation_opens_every_paragraph_anew(analyser: ReportAnalyser) -> None:
    text = (
        "“They came at night,” said Ana Ruiz, a nurse. “We ran to the river.\n\n"
        "“In the morning nothing was left of our houses.”"
    )
    assert "Ruiz" in speech_of(analyser, text, "nothing was left").speakers[-1].name


def test_a_statement_is_set_off_by_a_colon(analyser: ReportAnalyser) -> None:
    text = "The Velmar Front said:\n\nOur fighters have left the town and will not come back to it."
    assert "Front" in speech_of(analyser, text, "will not come back").speakers[-1].name


def test_the_words_of_a_quotation_do_not_run_out_of_it(analyser: ReportAnalyser) -> None:
    text = "“I believe they have fled,” the mayor said, but the army kept searching the hills."
    statements = statements_of(analyser, text)
    assert all(
        "army" not in s.content.span.of(text)
        for s in statements
        if isinstance(s.content, Speech) and len(s.speakers) > 1
    )


def test_what_is_said_once_is_told_once(analyser: ReportAnalyser) -> None:
    text = "The bishop condemned the raid, saying in a statement that it had shamed the country."
    spans = [
        (s.content.span, s.speakers[-1].name) for s in statements_of(analyser, text) if isinstance(s.content, Speech)
    ]
    assert len(spans) == len(set(spans))
    assert sum("shamed the country" in span.of(text) for span, _ in spans) == 1


def test_evidence_holds_source_cue_and_content_and_is_short(analyser: ReportAnalyser) -> None:
    text = "The regional governor, Samuel Okoro, told reporters on Monday that the bridge had been mined."
    said = speech_of(analyser, text, "bridge had been mined")
    evidence = " ".join(span.of(text) for span in said.evidence)
    assert all(part in evidence for part in ("Samuel Okoro", "told", "the bridge had been mined"))
    assert sum(len(span) for span in said.evidence) <= 700


def test_what_stands_before_and_according_to_is_not_its(analyser: ReportAnalyser) -> None:
    text = "The road was closed, and according to the police, two men were held."
    said = speech_of(analyser, text, "two men were held").content
    assert isinstance(said, Speech)
    assert "road" not in said.span.of(text)


def test_nobody_speaks_in_an_order_to_tell(analyser: ReportAnalyser) -> None:
    text = "Tell Samuel Okoro that the bridge is open."
    names = [s.speakers[-1].name for s in statements_of(analyser, text) if isinstance(s.content, Speech)]
    assert "Samuel Okoro" not in names


CHARACTERISED = [
    ("The army described the raid as “a coward's crime”.", "army", "crime"),
    ("The bishop denounced the raid as “a crime against the poor”.", "bishop", "crime"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), CHARACTERISED)
def test_what_something_is_called(analyser: ReportAnalyser, text: str, speaker: str, words: str) -> None:
    said = speech_of(analyser, text, words)
    assert speaker in said.speakers[-1].name
    assert said.form.value == "mixed"


ISSUED = [
    ("A statement from the Velmar Front said nine rebels were killed.", "nine rebels"),
    ("In a statement, the Velmar Front said it held the town. The statement said more would follow.", "more would"),
    ("The Velmar Front issued a communique describing the charge as “false and absurd”.", "absurd"),
]


@pytest.mark.parametrize(("text", "words"), ISSUED)
def test_a_statement_speaks_for_its_issuer(analyser: ReportAnalyser, text: str, words: str) -> None:
    speaker = speech_of(analyser, text, words).speakers[-1]
    assert "Velmar Front" in speaker.name
    assert speaker.channel is not None


def test_wishes_are_no_statements(analyser: ReportAnalyser) -> None:
    text = "The villagers want to return to their houses."
    assert [s.form.value for s in statements_of(analyser, text) if isinstance(s.content, Speech)] == ["narration"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said in a phone interview that the bridge was closed.", "said in a phone interview"),
        ("The mayor has refused to say whether the bridge was closed.", "has refused to say"),
        ("The mayor accused the guards of leaving the bridge.", "accused the guards of"),
        ("The mayor said: “The bridge was closed at noon by the guards.”", "said:"),
    ],
)
def test_the_words_that_report_are_taken_whole(analyser: ReportAnalyser, text: str, words: str) -> None:
    analysis = analyser.analyse(document_of(text, None))
    tree = Tree(analysis.tokens)
    cues = [wording(tree, found).cue for found in attributions(analysis)]
    assert words in [tree.span(sorted(cue)).of(text) for cue in cues if cue]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Mora, a farmer who lost two sons, said the bridge was closed.", "Ana Mora, a farmer who lost two sons,"),
        ("Senator Ana Mora (D-Ohio) said the bridge was closed.", "Senator Ana Mora (D-Ohio)"),
        ("Another source said the bridge was closed.", "Another source"),
    ],
)
def test_the_source_is_taken_whole(analyser: ReportAnalyser, text: str, words: str) -> None:
    analysis = analyser.analyse(document_of(text, None))
    tree = Tree(analysis.tokens)
    sources = [wording(tree, found).source for found in attributions(analysis)]
    assert words in [tree.span(sorted(source)).of(text) for source in sources if source]


def test_a_source_does_not_begin_in_the_headline(analyser: ReportAnalyser) -> None:
    text = "Ferry burned in Kamara\n\nA Velmari police officer says two men burned the ferry near the port."
    said = speech_of(analyser, text, "two men burned the ferry")
    assert said.evidence[0].of(text).startswith("A Velmari")
