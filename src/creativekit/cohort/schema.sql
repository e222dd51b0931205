-- cohort.sqlite, version 1. Ids are those of cohort.toml and of the instrument; there is no name anywhere.
-- Dates are text: YYYY-MM-DD of a needs form, YYYY-MM of a self-assessment, whose days are not kept.

CREATE TABLE person (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 16 AND 64 AND id NOT GLOB '*[^0-9a-z-]*'),
  group_id      TEXT CHECK (length(group_id) BETWEEN 1 AND 64),
  sector_id     TEXT CHECK (length(sector_id) BETWEEN 1 AND 64),
  settlement_id TEXT CHECK (length(settlement_id) BETWEEN 1 AND 64),
  age_band      TEXT CHECK (age_band IN ('under-18', '18-24', '25-34', '35-44', '45-54', '55+')),
  language      TEXT CHECK (language IN ('kk', 'ru', 'en'))
) STRICT;

CREATE TABLE needs_response (
  key    INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  date   TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  digest BLOB NOT NULL,                                    -- of what it says, to know a change
  UNIQUE (person, date)
) STRICT;

CREATE TABLE need (
  response INTEGER NOT NULL REFERENCES needs_response (key) ON DELETE CASCADE,
  rank     INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 3),  -- 1 is the most pressing
  need_id  TEXT NOT NULL CHECK (length(need_id) BETWEEN 1 AND 64),
  PRIMARY KEY (response, rank),
  UNIQUE (response, need_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE barrier (
  response   INTEGER NOT NULL REFERENCES needs_response (key) ON DELETE CASCADE,
  barrier_id TEXT NOT NULL CHECK (length(barrier_id) BETWEEN 1 AND 64),
  PRIMARY KEY (response, barrier_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE awareness (
  response      INTEGER NOT NULL REFERENCES needs_response (key) ON DELETE CASCADE,
  initiative_id TEXT NOT NULL CHECK (length(initiative_id) BETWEEN 1 AND 64),
  level         INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  PRIMARY KEY (response, initiative_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal (                                    -- in people's own words
  response INTEGER NOT NULL REFERENCES needs_response (key) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 5),
  text     TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  votes    INTEGER NOT NULL CHECK (votes BETWEEN 0 AND 100000),
  PRIMARY KEY (response, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (                                        -- for the proposals of cohort.toml
  response    INTEGER NOT NULL REFERENCES needs_response (key) ON DELETE CASCADE,
  proposal_id TEXT NOT NULL CHECK (length(proposal_id) BETWEEN 1 AND 64),
  PRIMARY KEY (response, proposal_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE presence_result (
  key        INTEGER PRIMARY KEY,
  person     INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  month      TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  instrument TEXT NOT NULL CHECK (length(instrument) BETWEEN 1 AND 32),
  profile    TEXT CHECK (length(profile) BETWEEN 1 AND 64),
  overall    REAL CHECK (overall BETWEEN 0 AND 100),
  digest     BLOB NOT NULL,
  UNIQUE (person, month)
) STRICT;

CREATE TABLE presence_level (
  result INTEGER NOT NULL REFERENCES presence_result (key) ON DELETE CASCADE,
  item   TEXT NOT NULL CHECK (length(item) BETWEEN 1 AND 8),
  level  ANY NOT NULL CHECK (level IN (0, 1, 2, 3, 4, 'n', '?')),  -- typeof(level) = 'integer' for a level
  PRIMARY KEY (result, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE presence_dimension (
  result    INTEGER NOT NULL REFERENCES presence_result (key) ON DELETE CASCADE,
  dimension TEXT NOT NULL CHECK (length(dimension) BETWEEN 1 AND 32),
  score     REAL CHECK (score BETWEEN 0 AND 100),          -- NULL: too little was answered, or it is not for them
  PRIMARY KEY (result, dimension)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_file (                                 -- what was read, so that it is not read twice
  hash       TEXT PRIMARY KEY CHECK (length(hash) = 64),   -- SHA-256 of its bytes
  kind       TEXT NOT NULL,
  vocabulary TEXT NOT NULL,                                -- digest of the cohort.toml that it was read by
  rows       INTEGER NOT NULL CHECK (rows >= 0),
  refused    INTEGER NOT NULL CHECK (refused BETWEEN 0 AND rows),
  given      TEXT                                          -- when, if the caller says so: nothing here asks a clock
) STRICT;
