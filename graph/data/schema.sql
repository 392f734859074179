-- SPDX-License-Identifier: Apache-2.0
-- The graph file, schema version 3. graph/SCHEMA.md explains it.

CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;

CREATE TABLE event_types(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    quad_class TEXT NOT NULL
);

CREATE TABLE modes(
    id INTEGER PRIMARY KEY,
    type INTEGER NOT NULL REFERENCES event_types,
    name TEXT NOT NULL,
    UNIQUE(type, name)
);

CREATE TABLE contexts(
    bit INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE parties(
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);

CREATE TABLE actors(
    id INTEGER PRIMARY KEY,
    party TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    wikidata TEXT NOT NULL,
    office TEXT NOT NULL,
    from_day INTEGER,
    until_day INTEGER,
    UNIQUE(party, kind, name, office)
);

CREATE TABLE terms(
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);

CREATE TABLE urls(
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL
);

CREATE TABLE topics(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE statements(
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT NOT NULL,
    day INTEGER,
    language TEXT NOT NULL,
    digest BLOB NOT NULL,
    first_relation INTEGER NOT NULL,
    end_relation INTEGER NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE relations(
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    source INTEGER NOT NULL REFERENCES parties,
    target INTEGER NOT NULL REFERENCES parties,
    type INTEGER NOT NULL REFERENCES event_types,
    mode INTEGER REFERENCES modes,
    cameo TEXT,
    day INTEGER,
    end_day INTEGER,
    day_precision INTEGER NOT NULL,
    modality INTEGER NOT NULL,
    symmetric INTEGER NOT NULL,
    contexts INTEGER NOT NULL,
    confidence REAL NOT NULL,
    statement INTEGER REFERENCES statements,
    said_by INTEGER REFERENCES parties,
    source_actor INTEGER REFERENCES terms,
    target_actor INTEGER REFERENCES terms,
    act BLOB,
    predicate INTEGER REFERENCES terms,
    dataset INTEGER REFERENCES terms,
    dataset_row,
    url INTEGER REFERENCES urls,
    mentions INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    source_sector INTEGER REFERENCES terms,
    target_sector INTEGER REFERENCES terms,
    sentence INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    evidence TEXT
);

CREATE TABLE relation_topics(
    relation INTEGER NOT NULL REFERENCES relations,
    place INTEGER NOT NULL,
    topic INTEGER NOT NULL REFERENCES topics,
    PRIMARY KEY(relation, place)
) WITHOUT ROWID;

CREATE TABLE removed_relations(
    removal INTEGER NOT NULL,
    first_relation INTEGER NOT NULL,
    end_relation INTEGER NOT NULL
);

CREATE VIEW relations_in_words AS
SELECT lower(hex(r.id)) AS id, s.code AS source, t.code AS target, e.name AS type, m.name AS mode, r.cameo,
    CASE r.modality WHEN 0 THEN 'asserted' WHEN 1 THEN 'intended' WHEN 2 THEN 'requested' WHEN 3 THEN 'negated'
        ELSE 'hypothetical' END AS modality,
    r.symmetric, date(r.day * 86400, 'unixepoch') AS date, date(r.end_day * 86400, 'unixepoch') AS date_end,
    b.code AS said_by, sa.text AS source_actor, ta.text AS target_actor, p.text AS predicate, r.confidence,
    st.id AS statement, st.title, st.publisher, coalesce(u.url, st.url) AS url, r.sentence, r.span_begin, r.span_end,
    (SELECT group_concat(name, '; ') FROM (SELECT o.name FROM relation_topics rt JOIN topics o ON o.id = rt.topic
        WHERE rt.relation = r.seq ORDER BY rt.place)) AS topics,
    (SELECT group_concat(name, '; ') FROM (SELECT c.name FROM contexts c WHERE r.contexts >> c.bit & 1 ORDER BY c.name))
        AS contexts,
    r.evidence
FROM relations r
JOIN parties s ON s.id = r.source
JOIN parties t ON t.id = r.target
JOIN event_types e ON e.id = r.type
LEFT JOIN modes m ON m.id = r.mode
LEFT JOIN parties b ON b.id = r.said_by
LEFT JOIN terms sa ON sa.id = r.source_actor
LEFT JOIN terms ta ON ta.id = r.target_actor
LEFT JOIN terms p ON p.id = r.predicate
LEFT JOIN statements st ON st.seq = r.statement
LEFT JOIN urls u ON u.id = r.url;
