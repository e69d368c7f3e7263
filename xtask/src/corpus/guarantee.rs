//! The parser's guarantees on one text: nothing lost, every span in its place, no panic, the same result twice.

use super::Outcome;
use cable::Cable;
use std::panic::catch_unwind;

/// Checks the guarantees that can be seen from outside.
pub fn check(text: &str) -> Outcome {
    let parse = || catch_unwind(|| cable::cables(text).collect::<Vec<Cable>>());
    let (Ok(first), Ok(second)) = (parse(), parse()) else { return Outcome::Wrong("panicked".to_owned()) };
    let mut violations = cable::guarantee::violations(text, &first);
    if first != second {
        violations.push("a second parse gives another result".to_owned());
    }
    if violations.is_empty() { Outcome::Right } else { Outcome::Wrong(violations.join("\n")) }
}
