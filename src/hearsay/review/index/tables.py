"""The tables of the index. A case has a number from 0, in the order of the cases; so has an actor.

Reports have theirs in the order of their dates, so that the first of a thousand that have a word is found without
looking at the others.
"""

from __future__ import annotations

VERSION = "3"
"""Goes up with every change of what is written here or of how it is computed; an index of another version is none."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reports (position INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE, story TEXT NOT NULL);
CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    time TEXT,
    first_day INTEGER,
    last_day INTEGER,
    place TEXT,
    within TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    killed_low INTEGER,
    killed_high INTEGER,
    wounded_low INTEGER,
    wounded_high INTEGER,
    killed TEXT,
    wounded TEXT,
    disputed_toll INTEGER NOT NULL,
    disputed TEXT NOT NULL,
    claims TEXT NOT NULL,
    who TEXT NOT NULL,
    origins INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    reports INTEGER NOT NULL
);
CREATE TABLE members (
    number INTEGER NOT NULL, position INTEGER NOT NULL, report TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (report, record)
) WITHOUT ROWID;
CREATE INDEX members_of ON members (number);
CREATE TABLE case_places (number INTEGER NOT NULL, folded TEXT NOT NULL);
CREATE TABLE case_actors (
    number INTEGER NOT NULL, actor INTEGER NOT NULL, stance TEXT NOT NULL, origins INTEGER NOT NULL
);
CREATE INDEX case_actors_of ON case_actors (actor, number);
CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    registry_id TEXT,
    reports INTEGER NOT NULL
);
CREATE INDEX actors_folded ON actors (folded);
CREATE TABLE actor_names (actor INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, reports INTEGER NOT NULL);
CREATE INDEX actor_names_of ON actor_names (actor);
CREATE TABLE actor_members (
    report TEXT NOT NULL, record TEXT NOT NULL, actor INTEGER NOT NULL, linked INTEGER NOT NULL,
    PRIMARY KEY (report, record)
) WITHOUT ROWID;
CREATE INDEX actor_members_of ON actor_members (actor);
CREATE TABLE ties (
    report TEXT NOT NULL,
    relation TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject INTEGER,
    object INTEGER,
    subject_name TEXT NOT NULL,
    object_name TEXT NOT NULL,
    time TEXT,
    status TEXT NOT NULL,
    qualifier TEXT,
    published TEXT,
    outlet TEXT,
    voices TEXT NOT NULL
);
CREATE INDEX ties_subject ON ties (subject);
CREATE INDEX ties_object ON ties (object);
CREATE VIRTUAL TABLE words USING fts5(said, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE report_words USING fts5(said, content='', tokenize='unicode61 remove_diacritics 2');
"""
