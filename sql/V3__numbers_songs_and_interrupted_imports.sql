-- Logs of tens of millions of listens: events refer to listeners, tracks and songs by number, four bytes instead of two texts a row.
-- The numbers are given in the transaction that stores the event, and nothing of what they refer to is ever deleted. They are not
-- declared as foreign keys, because checking two of them for each event takes longer than storing it.

ALTER TABLE users ADD COLUMN no integer GENERATED ALWAYS AS IDENTITY UNIQUE;
COMMENT ON COLUMN users.no IS 'What events call the listener by; differs between databases';

ALTER TABLE tracks ADD COLUMN no integer GENERATED ALWAYS AS IDENTITY UNIQUE;
ALTER TABLE tracks ADD COLUMN song_key uuid;
CREATE INDEX tracks_of_song ON tracks (song_key);
COMMENT ON COLUMN tracks.no IS 'What events call the track by; differs between databases';
COMMENT ON COLUMN tracks.song_key IS
    'Hash of the folded artist and title, by which logs find the track: as in songs.key. Null until the next import works it out, '
    'and for a track without artist or title';

CREATE TABLE artists (
    no   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE CHECK (name <> ''),
    key  text COLLATE "C" NOT NULL
);
CREATE INDEX artists_of_key ON artists (key);
COMMENT ON TABLE artists IS 'The artists that logs name, one row a spelling';
COMMENT ON COLUMN artists.key IS
    'The name without case, accents, punctuation, leading article and guests: what joins the spellings of one artist';

CREATE TABLE songs (
    no        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key       uuid    NOT NULL UNIQUE,
    artist_no integer NOT NULL,
    title     text    NOT NULL,
    track_no  integer
);
CREATE INDEX songs_without_track ON songs (key) WHERE track_no IS NULL;
COMMENT ON TABLE songs IS 'The songs that logs name by artist and title, in the catalogue or not';
COMMENT ON COLUMN songs.key IS '128 bits of the SHA-256 of the folded artist and title';
COMMENT ON COLUMN songs.artist_no IS 'The artist, as the first log spells it';
COMMENT ON COLUMN songs.title IS 'As the first log spells it';
COMMENT ON COLUMN songs.track_no IS 'The one track of the catalogue that it is; null when there is none, or when several bear the name';

CREATE TABLE song_ids (
    id      text COLLATE "C" PRIMARY KEY,
    song_no integer NOT NULL
);
COMMENT ON TABLE song_ids IS
    'What others call a song, where a log says so: MusicBrainz, MessyBrainz, Million Song Dataset. Later logs may use these alone';

CREATE TYPE reaction AS ENUM ('PLAY', 'LIKE', 'DISLIKE', 'SKIP', 'RATING');

ALTER TABLE feedback RENAME TO feedback_by_name;

CREATE TABLE feedback (
    user_no    integer  NOT NULL,
    track_no   integer  NOT NULL,
    at         timestamptz,
    reaction   reaction NOT NULL,
    plays      integer  NOT NULL DEFAULT 1 CHECK (plays > 0),
    occurrence integer  NOT NULL DEFAULT 0,
    rating     double precision CHECK (rating BETWEEN 0 AND 5),
    CHECK ((reaction = 'RATING') = (rating IS NOT NULL))
);
INSERT INTO feedback (user_no, track_no, at, reaction, rating, occurrence)
SELECT u.no, t.no, f.at, f.reaction::reaction, f.rating, f.occurrence
FROM feedback_by_name AS f JOIN users AS u ON u.id = f.user_id JOIN tracks AS t ON t.id = f.track_id
ORDER BY u.no, t.no, f.at;
DROP TABLE feedback_by_name;
ALTER TABLE feedback ADD CONSTRAINT feedback_once
    UNIQUE NULLS NOT DISTINCT (user_no, track_no, at, reaction, occurrence, rating);
COMMENT ON TABLE feedback IS 'One row for each thing a listener did with a track';
COMMENT ON COLUMN feedback.reaction IS
    'PLAY: listened; LIKE and DISLIKE: said so; SKIP: stopped before the end; RATING: gave the mark in the last column';
COMMENT ON COLUMN feedback.rating IS 'Mark from 0 to 5; null unless the reaction is RATING';
COMMENT ON COLUMN feedback.at IS 'When; null when the source does not say';
COMMENT ON COLUMN feedback.plays IS 'How many listens the row stands for: more than 1 where the source only counts them';
COMMENT ON COLUMN feedback.occurrence IS
    'Tells equal rows without a time apart: the n-th such row of one source has n - 1 here. With a time it is always 0';
COMMENT ON CONSTRAINT feedback_once ON feedback IS
    'Makes importing the same source twice change nothing; a listener''s history is read along its index';

CREATE TABLE song_feedback (LIKE feedback INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS);
ALTER TABLE song_feedback RENAME COLUMN track_no TO song_no;
ALTER TABLE song_feedback ADD CONSTRAINT song_feedback_once
    UNIQUE NULLS NOT DISTINCT (user_no, song_no, at, reaction, occurrence, rating);
COMMENT ON TABLE song_feedback IS
    'What listeners did with songs that the catalogue does not have: these count as plays of their artist, and become feedback '
    'when the catalogue gets the track';

ALTER TABLE artist_plays RENAME TO artist_plays_by_name;
CREATE TABLE artist_plays (
    user_no   integer NOT NULL,
    artist_no integer NOT NULL,
    plays     bigint  NOT NULL CHECK (plays > 0)
);
INSERT INTO artists (name, key) SELECT DISTINCT ON (artist) artist, artist_key FROM artist_plays_by_name ORDER BY artist;
INSERT INTO artist_plays (user_no, artist_no, plays)
SELECT u.no, a.no, p.plays
FROM artist_plays_by_name AS p JOIN users AS u ON u.id = p.user_id JOIN artists AS a ON a.name = p.artist
ORDER BY u.no, a.no;
DROP TABLE artist_plays_by_name;
ALTER TABLE artist_plays ADD PRIMARY KEY (user_no, artist_no);
COMMENT ON TABLE artist_plays IS 'How often a listener played an artist, whatever the track: histories in the manner of Last.fm';

CREATE TABLE imports (
    source    text COLLATE "C" PRIMARY KEY,
    listens   bigint NOT NULL,
    added     bigint NOT NULL,
    duplicate bigint NOT NULL,
    on_tracks bigint NOT NULL
);
COMMENT ON TABLE imports IS 'Imports of logs that have begun and not ended: one that is repeated goes on where it was interrupted';
COMMENT ON COLUMN imports.source IS 'SHA-256 of the log and of how it is read';
COMMENT ON COLUMN imports.listens IS 'Listens of the log that are stored, counted from its beginning';
COMMENT ON COLUMN imports.added IS 'Of these, new in the catalogue';
COMMENT ON COLUMN imports.duplicate IS 'Of these, known before';
COMMENT ON COLUMN imports.on_tracks IS 'Of these, of tracks of the catalogue';
