-- What decisions depended on, and the head of the log when that last changed.
CREATE TABLE guards (
    name TEXT PRIMARY KEY,
    seq BIGINT NOT NULL
);
