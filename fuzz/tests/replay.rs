//! Every target over its corpus, and over a fixed number of mutations of it: what the fuzzer found stays found.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

use cable_fuzz::{TARGETS, Target, mutate::Mutator};
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Mutations of each target in a run; the seed makes them the same ones every time.
const RUNS: u32 = 2_000;

/// The inputs of a target, in the order of their names.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{name} has no corpus");
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Runs the target; an input that breaks it is kept as text in the message.
fn run(target: Target, what: &str, input: &[u8]) {
    let outcome = catch_unwind(|| target(input));
    assert!(outcome.is_ok(), "{what}: {:?}", String::from_utf8_lossy(input));
}

#[test]
fn every_corpus() {
    for (name, target) in TARGETS {
        for (path, input) in corpus(name) {
            run(*target, &path.display().to_string(), &input);
        }
    }
}

#[test]
fn mutations_of_every_corpus() {
    for (name, target) in TARGETS {
        let inputs: Vec<Vec<u8>> = corpus(name).into_iter().map(|(_, input)| input).collect();
        let mut mutator = Mutator::new(1966);
        for at in 0..RUNS {
            let input = mutator.next(&inputs);
            run(*target, &format!("mutation {at} of {name}"), &input);
        }
    }
}
