-- The catalogue: what music there is, who listens, and what they did with it.
-- Identifiers are compared byte by byte (COLLATE "C"), so that their order is the same on every machine.

CREATE TABLE tracks (
    id     text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
    path   text    NOT NULL DEFAULT '',
    artist text    NOT NULL DEFAULT '',
    title  text    NOT NULL DEFAULT '',
    album  text    NOT NULL DEFAULT '',
    year   integer NOT NULL DEFAULT 0,
    genre  text    NOT NULL DEFAULT '',
    split  text    NOT NULL DEFAULT ''
);
COMMENT ON TABLE tracks IS 'Pieces of music. Text that is not known is empty, never null.';
COMMENT ON COLUMN tracks.id IS 'Given by the dataset, or made from the path of the file within the imported folder';
COMMENT ON COLUMN tracks.path IS 'Absolute path of the sound file; empty for a track known by its features alone';
COMMENT ON COLUMN tracks.artist IS 'As the source spells it';
COMMENT ON COLUMN tracks.year IS 'Year of release; 0 when not known';
COMMENT ON COLUMN tracks.genre IS 'Label; empty for a track without one';
COMMENT ON COLUMN tracks.split IS 'train, valid or test, as the dataset divides it; empty when it does not';

CREATE TABLE users (
    id         text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
    attributes jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(attributes) = 'object')
);
COMMENT ON TABLE users IS 'Listeners; one who appears in feedback or artist plays first is made there';
COMMENT ON COLUMN users.attributes IS 'Whatever else is known, text by column name: {"age": "21", "country": "NL"}';

CREATE TABLE feedback (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    text COLLATE "C" NOT NULL REFERENCES users ON DELETE CASCADE,
    track_id   text COLLATE "C" NOT NULL REFERENCES tracks ON DELETE CASCADE,
    reaction   text COLLATE "C" NOT NULL CHECK (reaction IN ('PLAY', 'LIKE', 'DISLIKE', 'SKIP', 'RATING')),
    rating     double precision CHECK (rating BETWEEN 0 AND 5),
    at         timestamptz,
    occurrence integer NOT NULL DEFAULT 0,
    CHECK ((reaction = 'RATING') = (rating IS NOT NULL)),
    CONSTRAINT feedback_once UNIQUE NULLS NOT DISTINCT (user_id, track_id, reaction, rating, at, occurrence)
);
CREATE INDEX feedback_of_track ON feedback (track_id);
COMMENT ON TABLE feedback IS 'One row for each thing a listener did with a track';
COMMENT ON COLUMN feedback.reaction IS
    'PLAY: listened; LIKE and DISLIKE: said so; SKIP: stopped before the end; RATING: gave the mark in the next column';
COMMENT ON COLUMN feedback.rating IS 'Mark from 0 to 5; null unless the reaction is RATING';
COMMENT ON COLUMN feedback.at IS 'When; null when the source does not say';
COMMENT ON COLUMN feedback.occurrence IS
    'Tells equal rows without a time apart: the n-th such row of one source has n - 1 here. With a time it is always 0';
COMMENT ON CONSTRAINT feedback_once ON feedback IS 'Makes importing the same source twice change nothing';

CREATE TABLE artist_plays (
    user_id    text COLLATE "C" NOT NULL REFERENCES users ON DELETE CASCADE,
    artist     text COLLATE "C" NOT NULL CHECK (artist <> ''),
    artist_key text COLLATE "C" NOT NULL,
    plays      bigint NOT NULL CHECK (plays > 0),
    PRIMARY KEY (user_id, artist)
);
CREATE INDEX artist_plays_of_artist ON artist_plays (artist_key);
COMMENT ON TABLE artist_plays IS 'How often a listener played an artist, whatever the track: histories in the manner of Last.fm';
COMMENT ON COLUMN artist_plays.artist IS 'As the source spells it';
COMMENT ON COLUMN artist_plays.artist_key IS
    'The name without case, accents, punctuation and leading article: what joins the spellings of one artist';
