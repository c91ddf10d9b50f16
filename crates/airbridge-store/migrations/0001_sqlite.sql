-- Instants are whole microseconds since 1970 in UTC; JSON is canonical text; hashes are 32 bytes.
CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    actor TEXT NOT NULL,
    organisation TEXT NOT NULL,
    authority TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    supersedes BIGINT REFERENCES events (seq),
    confirms BIGINT REFERENCES events (seq),
    hash BLOB NOT NULL,
    UNIQUE (stream, version)
);
CREATE TABLE commits (
    id TEXT PRIMARY KEY,
    first_seq BIGINT,
    head BIGINT NOT NULL
);
CREATE TABLE once (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    digest BLOB NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    purpose TEXT NOT NULL,
    outcome TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE TABLE audit_heads (
    number BIGINT NOT NULL,
    hash BLOB NOT NULL,
    log_seq BIGINT NOT NULL,
    log_hash BLOB NOT NULL,
    at BIGINT NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (number, log_seq)
);
CREATE TABLE vault (
    person TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
);
CREATE TABLE vault_keys (
    person TEXT PRIMARY KEY,
    key BLOB NOT NULL
);
CREATE TABLE sessions (
    token_digest BLOB PRIMARY KEY,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    input TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    worker TEXT,
    lease_until BIGINT,
    cancel_asked BIGINT NOT NULL,
    progress TEXT,
    outcome TEXT,
    finished_at BIGINT
);
CREATE INDEX jobs_in_order ON jobs (requested_at, id);
CREATE INDEX jobs_by_state ON jobs (state, requested_at, id);
CREATE TABLE blobs (
    hash TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);
