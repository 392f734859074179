-- SPDX-License-Identifier: Apache-2.0
-- From schema version 1 to 2: relations_in_words shows topics and contexts too.

DROP VIEW relations_in_words;

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
