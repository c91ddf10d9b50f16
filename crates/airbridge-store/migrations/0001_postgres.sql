-- Instants are whole microseconds since 1970 in UTC; JSON is canonical text; hashes are 32 bytes.
-- Text sorts by its bytes, as in SQLite, so that both give rows in the same order.
CREATE TABLE events (
    seq BIGINT PRIMARY KEY,
    stream TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    authority TEXT COLLATE "C" NOT NULL,
    happened_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    supersedes BIGINT REFERENCES events (seq),
    confirms BIGINT REFERENCES events (seq),
    hash BYTEA NOT NULL,
    UNIQUE (stream, version)
);
CREATE TABLE commits (
    id TEXT COLLATE "C" PRIMARY KEY,
    first_seq BIGINT,
    head BIGINT NOT NULL
);
CREATE TABLE once (
    actor TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL,
    answer TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    act TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE TABLE audit_heads (
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    log_seq BIGINT NOT NULL,
    log_hash BYTEA NOT NULL,
    at BIGINT NOT NULL,
    signature BYTEA NOT NULL,
    PRIMARY KEY (number, log_seq)
);
CREATE TABLE vault (
    person TEXT COLLATE "C" PRIMARY KEY,
    sealed BYTEA NOT NULL
);
CREATE TABLE vault_keys (
    person TEXT COLLATE "C" PRIMARY KEY,
    key BYTEA NOT NULL
);
CREATE TABLE sessions (
    token_digest BYTEA PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    data TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);
CREATE TABLE jobs (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    input TEXT COLLATE "C" NOT NULL,
    requested_by TEXT COLLATE "C" NOT NULL,
    requested_at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    attempt BIGINT NOT NULL,
    worker TEXT COLLATE "C",
    lease_until BIGINT,
    cancel_asked BIGINT NOT NULL,
    progress TEXT COLLATE "C",
    outcome TEXT COLLATE "C",
    finished_at BIGINT
);
CREATE INDEX jobs_in_order ON jobs (requested_at, id);
CREATE INDEX jobs_by_state ON jobs (state, requested_at, id);
CREATE TABLE blobs (
    hash TEXT COLLATE "C" PRIMARY KEY,
    bytes BYTEA NOT NULL
);
