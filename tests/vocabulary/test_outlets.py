"""Agencies and outlets: the data's own laws, and finding them by name and address."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.outlets import agency_named, outlet_at, outlet_named, outlets


def test_every_row_keeps_the_datas_laws() -> None:
    for outlet in outlets():
        assert outlet.kind in (ActorKind.NEWS_AGENCY, ActorKind.OUTLET)
        assert outlet.country is None or re.fullmatch(r"[A-Z]{2}", outlet.country)
        assert outlet.source
        assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain) for domain in outlet.domains), outlet
        assert not any(domain.startswith("www.") for domain in outlet.domains)


def test_names_and_domains_belong_to_one_row() -> None:
    names = Counter(f"name {outlet.name}" for outlet in outlets())
    domains = Counter(domain for outlet in outlets() for domain in outlet.domains)
    assert [name for name, count in (names + domains).items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("agence france presse", "AFP"),
        ("The Associated Press", "AP"),
        ("the AP", "AP"),
        ("REUTERS", "Reuters"),
        ("dpa", "DPA"),
        ("ACAN - EFE", "ACAN-EFE"),
        ("Nobody's Agency", None),
        ("Ana", None),
        ("time", None),
        ("", None),
    ],
)
def test_by_name(name: str, found: str | None) -> None:
    outlet = outlet_named(name)
    assert (outlet.name if outlet else None) == found


def test_an_outlet_is_no_agency() -> None:
    assert agency_named("AFP") is not None
    assert agency_named("Dawn") is None


@pytest.mark.parametrize(
    ("host", "found"),
    [("edition.cnn.com", "CNN"), ("www.dawn.com", "Dawn"), ("notcnn.com", None), ("com", None), ("", None)],
)
def test_by_address(host: str, found: str | None) -> None:
    outlet = outlet_at(host)
    assert (outlet.name if outlet else None) == found


def test_agencies_in_one_credit_are_one_source_under_its_name() -> None:
    joint = outlet_named("AAP-Reuter")
    assert joint is not None
    assert (joint.name, joint.is_agency) == ("AAP-Reuter", True)
    assert outlet_named("Baghdad-Reuters") is None
