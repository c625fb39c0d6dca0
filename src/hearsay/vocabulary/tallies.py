"""Words by which a report adds up what happened over a stretch of time: a running tally, never one incident's toll."""

from __future__ import annotations

import re

_PERIOD = r"(?:year|month|week|decade|summer|spring|autumn|fall|winter|season|quarter|years|months|weeks|decades)"
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_STRETCH = rf"""
      (?:{_MONTH}|(?:this|the)\ {_PERIOD})\ ?['’]s\ (?:\w+\ ){{0,2}}(?:tolls?|dead|deaths|losses|killings)\b
    | record\ (?:\w+\ ){{0,3}}(?:in|for)\ (?:an?\ |one\ |the\ |any\ )?(?:\w+\ )?{_PERIOD}\b
    |
      so\ far\ (?:this|in)\b
    | (?:this|last|past|the\ past|the\ last)\ (?:\w+\ )?{_PERIOD}\ alone\b
    | (?:in|over|during|within|for)\ (?:the\ )?(?:past|last|recent|previous|preceding)\ (?:\w+\ ){{0,2}}{_PERIOD}\b
      (?!\ ?['’])
    | since\ (?:the\ (?:start|beginning|outbreak|onset|launch)\b|last\ {_PERIOD}\b
        |january\b|\d{{4}}\b|early\b|mid\b|late\b)
    | (?:dead|killed|deaths|killings|attacks|murders|kidnappings|lives|victims)\ (?:\w+\ )?this\ {_PERIOD}\b
    """
_SERIES = rf"""
      (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))
      \ (?:\w+\ ){{1,8}}(?:this|in\ (?:a|as\ many|\w+))\ (?:{_PERIOD}|days|hours)\b
    | (?:series|wave|string|spate|succession|surge)\ of\ (?:\w+\ ){{0,2}}
      (?:attacks|bombings|killings|blasts|explosions|raids|assaults|incidents|clashes|kidnappings|shootings|murders)\b
    | (?:bringing|brings|brought|raising|raises|taking|takes)\ (?:the\ |to\ )(?:total|number|overall|death)
    """
_ADDED_UP = re.compile(rf"\b(?:{_STRETCH})", re.IGNORECASE | re.VERBOSE)
_TALLY = re.compile(rf"\b(?:{_STRETCH}|{_SERIES})", re.IGNORECASE | re.VERBOSE)


def is_tally(words: str) -> bool:
    """True for "the third attack this month", "140 dead this year", "since January", "a wave of bombings"."""
    return _TALLY.search(words) is not None


def is_stretch(words: str) -> bool:
    """True for words that name the stretch that a tally covers: "so far this year", "in the past two months"."""
    return _ADDED_UP.search(words) is not None
