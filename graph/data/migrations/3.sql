-- SPDX-License-Identifier: Apache-2.0
-- From schema version 2 to 3: what was taken away is kept in mind, so that snapshots need not be made anew.

CREATE TABLE removed_relations(
    removal INTEGER NOT NULL,
    first_relation INTEGER NOT NULL,
    end_relation INTEGER NOT NULL
);
