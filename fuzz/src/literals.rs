//! The words that the parser looks for, read from its own source: the fuzzer's dictionary, and the parts of hostile
//! texts. A new rule's words come in by themselves.

use std::fs;
use std::path::Path;

/// Longer literals are sentences for people.
const MOST_BYTES: usize = 32;

/// Folders and files that write sentences and look for nothing.
const SPEAKING: [&str; 5] = ["export", "glossary", "not_text.rs", "diagnostic.rs", "guarantee.rs"];

/// Every string literal of the parser, each once, in order.
pub fn literals() -> Vec<String> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/cable/src"), &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if SPEAKING.iter().any(|speaking| name == *speaking) || name == "tests.rs" {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else if let Ok(source) = fs::read_to_string(&path) {
            let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            code.lines().filter(|line| !line.trim_start().starts_with("//")).for_each(|line| of_line(line, found));
        }
    }
}

/// The literals of a line of code. Raw strings and literals over several lines are not worth a parser of Rust.
fn of_line(line: &str, found: &mut Vec<String>) {
    let line = line.replace("'\"'", "");
    let mut rest = line.as_str();
    while let Some((_, behind)) = rest.split_once('"') {
        let mut literal = String::new();
        let mut chars = behind.chars();
        loop {
            match chars.next() {
                Some('"') => break,
                Some('\\') => literal.extend(chars.next().and_then(escaped)),
                Some(c) => literal.push(c),
                None => return,
            }
        }
        if !literal.is_empty() && literal.len() <= MOST_BYTES && !literal.contains('{') {
            found.push(literal);
        }
        rest = chars.as_str();
    }
}

/// The character for an escape: a character that stands for itself behind a backslash, or one of the three escapes that
/// telegrams have.
fn escaped(c: char) -> Option<char> {
    match c {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        '"' | '\\' | '\'' => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_line() {
        let mut found = Vec::new();
        of_line(r#"let a = ["TAGS", '"', "](", "\"", ""];"#, &mut found);
        assert_eq!(found, ["TAGS", "](", "\""]);
    }

    #[test]
    fn of_the_parser() {
        let found = literals();
        for word in ["VZCZC", " OF 0", "TAGS", "](#)"] {
            assert!(found.iter().any(|literal| literal == word), "{word}");
        }
    }
}
