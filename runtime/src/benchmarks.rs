//! Which benchmarks the bench CLI runs.
