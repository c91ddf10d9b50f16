# The commands of this project. `just` lists them.

_default:
    @just --list

# Plan an example and show it
plan example="benghazi-2017":
    cargo run --release -- plan examples/{{example}}

# The tests
test:
    cargo test --workspace

# What CI runs
ci:
    .ci/run

# Format, lints, docs
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --features airbridge-cli/oidc -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

# Speed of planning, as a table
bench *arguments:
    cargo xtask bench operations {{arguments}}

# Public instances of dial-a-ride (darp) or pickup and delivery (li-lim), as a table
bench-instances format +paths:
    cargo xtask bench {{format}} {{paths}}

# Ten thousand operations through planner and checker, and ten thousand small instances against enumeration
nightly *arguments:
    cargo test --release -p airbridge-instances --test it -- --ignored
    cargo xtask nightly {{arguments}}

# Write the example operations anew
examples:
    cargo xtask examples

# Generated requests to the whole interface in every role
interface examples="8":
    .ci/interface {{examples}}

# The proofs over the interface, with their whole figures
nightly-interface:
    cargo test --release -p airbridge-api --test it -- --ignored
    cargo xtask record cuts

# The store's suite on a throw-away PostgreSQL, with its heavy tests
nightly-store:
    .ci/postgres cargo test --release -p airbridge-store --test it -- --include-ignored --skip restart

# The web application and the program that carries it
build:
    cargo xtask build

# The desk: types, words, tests without a browser
desk:
    cd web && npm run check && npm test && npm run build

# The desk in a real browser, against the program as built
browser *arguments:
    .ci/browser {{arguments}}

# Every page in every language, light and dark, large and small, as pictures in a folder
screens folder:
    AIRBRIDGE_SCREENS={{folder}} AIRBRIDGE_WAYS=all .ci/browser screens
