//! Generators of operations, planted faults and brute-force oracles.
