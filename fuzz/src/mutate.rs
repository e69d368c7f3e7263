//! Inputs made of other inputs, for runs without the fuzzer.

use crate::literals::literals;
use crate::random::Random;

/// Inputs are no longer than this: a fault that needs more is rarely found at random.
const MOST_BYTES: usize = 4096;

/// Makes inputs by cutting, repeating, splicing and damaging others, and by inserting what the parser looks for.
pub struct Mutator {
    random: Random,
    literals: Vec<String>,
}

impl Mutator {
    /// A mutator; the same seed makes the same inputs.
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), literals: literals() }
    }

    /// Another input, made of one or two of `inputs`.
    pub fn next(&mut self, inputs: &[Vec<u8>]) -> Vec<u8> {
        let mut input = self.random.one(inputs).cloned().unwrap_or_default();
        for _ in 0..=self.random.below(4) {
            self.change(&mut input, inputs);
        }
        input.truncate(MOST_BYTES);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, inputs: &[Vec<u8>]) {
        let a = self.random.below(input.len() + 1);
        let b = self.random.below(input.len() + 1);
        let range = a.min(b)..a.max(b);
        let put: Vec<u8> = match self.random.below(5) {
            0 => Vec::new(),
            1 => vec![self.random.below(256) as u8],
            2 => self.random.one(&self.literals).map(|literal| literal.clone().into_bytes()).unwrap_or_default(),
            3 => input[range.clone()].repeat(2),
            _ => {
                let other = self.random.one(inputs).cloned().unwrap_or_default();
                let from = self.random.below(other.len());
                other[from..].to_vec()
            }
        };
        // Mostly inserted, sometimes in place of something.
        let replaced = if self.random.below(3) == 0 { range } else { a..a };
        input.splice(replaced, put);
    }
}
