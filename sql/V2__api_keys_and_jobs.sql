-- Who may ask over HTTP, and the work that was asked for.

CREATE TABLE api_keys (
    id      text COLLATE "C" PRIMARY KEY,
    name    text        NOT NULL CHECK (name <> ''),
    scope   text        NOT NULL CHECK (scope IN ('read', 'write', 'admin')),
    user_id text COLLATE "C" NOT NULL DEFAULT '',
    hash    bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    created timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE api_keys IS 'Keys for the HTTP API. A revoked key is deleted. The key itself is shown once and kept nowhere';
COMMENT ON COLUMN api_keys.id IS 'Names the key in lists and logs; no secret';
COMMENT ON COLUMN api_keys.scope IS 'read: ask; write: also add feedback and send listens; admin: also start and cancel jobs';
COMMENT ON COLUMN api_keys.user_id IS 'The listener whose listens arrive with this key, made on the first of them; empty for none';
COMMENT ON COLUMN api_keys.hash IS 'SHA-256 of the key, which is 256 random bits, so that a slow hash would add nothing';

CREATE TABLE jobs (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind <> ''),
    parameters jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(parameters) = 'object'),
    state      text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    cancelling boolean     NOT NULL DEFAULT false,
    attempts   integer     NOT NULL DEFAULT 0,
    stage      text        NOT NULL DEFAULT '',
    unit       text        NOT NULL DEFAULT '',
    steps      bigint      NOT NULL DEFAULT 0,
    total      bigint      NOT NULL DEFAULT 0,
    detail     text        NOT NULL DEFAULT '',
    result     jsonb,
    error      text        NOT NULL DEFAULT '',
    runner     text        NOT NULL DEFAULT '',
    beat       timestamptz,
    created    timestamptz NOT NULL DEFAULT now(),
    started    timestamptz,
    finished   timestamptz
);
CREATE INDEX jobs_open ON jobs (id) WHERE state IN ('queued', 'running');
COMMENT ON TABLE jobs IS 'Long work that a server does in the background, one job at a time, in the order of their ids';
COMMENT ON COLUMN jobs.kind IS 'What to do: extract, train-taste, train-genre, index, evaluate-taste, evaluate-genre, map';
COMMENT ON COLUMN jobs.cancelling IS 'Somebody wants it to end; whoever runs it sees this when it next reports progress';
COMMENT ON COLUMN jobs.attempts IS 'How often it was begun: more than once when a server ended or broke down while it ran';
COMMENT ON COLUMN jobs.stage IS 'What is being done, with the unit that is counted, steps done and their total (0 = not known)';
COMMENT ON COLUMN jobs.runner IS 'Random name of the server process that runs it, or ran it last';
COMMENT ON COLUMN jobs.beat IS 'When the runner was last heard of: a running job without a beat for 30 seconds is begun again';
