"""Attributions on syntax written by hand: what each construction gives, whatever the model makes of it."""

from __future__ import annotations

from tests.sentences_by_hand import analysis_of

from hearsay.records.analysis import Analysis
from hearsay.records.tree import Tree
from hearsay.statements.attitudes import attitudes_held
from hearsay.statements.attribution import attributions
from hearsay.statements.issuers import Issuers
from hearsay.statements.reported import Attribution
from hearsay.statements.wording import wording

THAT = """
Officials official NOUN 2 nsubj
said say VERB 0 root
in in ADP 5 case
a a DET 5 det
letter letter NOUN 2 obl
that that SCONJ 8 mark
rebels rebel NOUN 8 nsubj
fled flee VERB 2 ccomp
. . PUNCT 2 punct
"""
CLOSING = """
Rebels rebel NOUN 2 nsubj
fled flee VERB 6 ccomp
, , PUNCT 6 punct
the the DET 5 det
mayor mayor NOUN 6 nsubj
said say VERB 0 root
. . PUNCT 6 punct
"""
INTERRUPTING = """
Rebels rebel NOUN 7 nsubj
, , PUNCT 5 punct
the the DET 4 det
mayor mayor NOUN 5 nsubj
said say VERB 7 parataxis
, , PUNCT 5 punct
fled flee VERB 0 root
to to ADP 9 case
Velmar Velmar PROPN 7 obl LOC
. . PUNCT 7 punct
"""
QUOTED_AS = """
Radio radio NOUN 2 nsubj
quoted quote VERB 0 root
a a DET 4 det
rebel rebel NOUN 2 obj
as as SCONJ 6 mark
saying say VERB 2 advcl
Velmar Velmar PROPN 8 nsubj LOC
fell fall VERB 6 ccomp
. . PUNCT 2 punct
"""
RELATIVE = """
Farmers farmer NOUN 5 nsubj
who who PRON 3 nsubj
said say VERB 1 acl:relcl
they they PRON 6 nsubj
left leave VERB 0 root
starved starve VERB 3 ccomp
. . PUNCT 5 punct
"""
CLAIM = """
The the DET 2 det
group group NOUN 4 nmod:poss
's 's PART 2 case
claim claim NOUN 9 nsubj
that that SCONJ 8 mark
Velmar Velmar PROPN 8 nsubj LOC
had have AUX 8 aux
fallen fall VERB 4 acl
angered anger VERB 0 root
many many ADJ 9 obj
. . PUNCT 9 punct
"""
WISH = """
Villagers villager NOUN 2 nsubj
want want VERB 0 root
to to PART 4 mark
return return VERB 2 xcomp
home home ADV 4 advmod
. . PUNCT 2 punct
"""
IMPERSONAL = """
Rebels rebel NOUN 3 nsubj:pass
are be AUX 3 aux:pass
believed believe VERB 0 root
to to PART 6 mark
have have AUX 6 aux
fled flee VERB 3 xcomp
. . PUNCT 3 punct
"""
INSIDE = """
“ " PUNCT 3 punct
I I PRON 3 nsubj
think think VERB 10 ccomp
they they PRON 6 nsubj
have have AUX 6 aux
fled flee VERB 3 ccomp
,” " PUNCT 3 punct
the the DET 9 det
mayor mayor NOUN 10 nsubj
said say VERB 0 root
. . PUNCT 10 punct
"""
ISSUED = """
A a DET 2 det
statement statement NOUN 6 nsubj
from from ADP 5 case
the the DET 5 det
army army NOUN 2 nmod
said say VERB 0 root
rebels rebel NOUN 8 nsubj
fled flee VERB 6 ccomp
. . PUNCT 6 punct
"""


def only(written: str) -> tuple[Analysis, Attribution]:
    analysis = analysis_of(written)
    (found,) = attributions(analysis)
    return analysis, found


def words(analysis: Analysis, indexes: frozenset[int]) -> str:
    return " ".join(analysis.tokens[i].text for i in sorted(indexes) if analysis.tokens[i].tag != "PUNCT")


def source(analysis: Analysis, found: Attribution) -> str | None:
    return None if found.source is None else analysis.tokens[found.source].text


def test_content_begins_at_that() -> None:
    analysis, found = only(THAT)
    assert words(analysis, found.content) == "that rebels fled"
    assert source(analysis, found) == "Officials"


def test_a_closing_clause_reports_what_stands_before_it() -> None:
    analysis, found = only(CLOSING)
    assert words(analysis, found.content) == "Rebels fled"
    assert source(analysis, found) == "mayor"


def test_an_interrupting_clause_reports_both_sides() -> None:
    analysis, found = only(INTERRUPTING)
    assert words(analysis, found.content) == "Rebels fled to Velmar"


def test_who_is_quoted_speaks_inside_what_the_quoter_says() -> None:
    analysis = analysis_of(QUOTED_AS)
    outer, inner = attributions(analysis)
    assert (source(analysis, outer), source(analysis, inner)) == ("Radio", "rebel")
    assert inner.content < outer.content


def test_who_stands_for_the_noun_that_its_clause_hangs_on() -> None:
    analysis, found = only(RELATIVE)
    assert source(analysis, found) == "Farmers"
    assert words(analysis, wording(Tree(analysis.tokens), found).source) == "who"


def test_a_claim_that_belongs_to_its_owner() -> None:
    analysis, found = only(CLAIM)
    assert source(analysis, found) == "group"
    assert words(analysis, found.content) == "that Velmar had fallen"


def test_wishes_are_held_and_not_said() -> None:
    analysis = analysis_of(WISH)
    assert attributions(analysis) == []
    (held,) = attitudes_held(analysis, [])
    assert source(analysis, held) == "Villagers"
    assert words(analysis, held.content) == "to return home"


def test_what_is_believed_has_no_source() -> None:
    analysis, found = only(IMPERSONAL)
    assert found.source is None
    assert words(analysis, wording(Tree(analysis.tokens), found).content) == "Rebels to have fled"


def test_words_inside_a_quotation_stay_there() -> None:
    analysis = analysis_of(INSIDE)
    inner = next(a for a in attributions(analysis) if source(analysis, a) == "I")
    outer = next(a for a in attributions(analysis) if source(analysis, a) == "mayor")
    assert words(analysis, inner.content) == "they have fled"
    assert words(analysis, outer.content) == "I think they have fled"


def test_a_statement_speaks_for_its_issuer() -> None:
    analysis, found = only(ISSUED)
    assert found.source is not None
    issuer = Issuers(analysis, [found]).of(found.source)
    assert issuer is not None
    assert analysis.tokens[issuer].text == "army"


def test_an_official_is_no_statement() -> None:
    analysis, found = only(THAT)
    assert found.source is not None
    assert Issuers(analysis, [found]).of(found.source) is None
