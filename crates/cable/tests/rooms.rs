//! The order of the parser's rooms: each uses only those below it.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the lowest to the highest. Rooms of one step use only what is below the step, except `dialect`, which
/// makes its own zones, and `zone`, which asks it for them.
const STEPS: [&[&str]; 17] = [
    &[
        "cable",
        "diagnostic",
        "encoding",
        "guarantee",
        "line",
        "markup",
        "misspelt",
        "overlay",
        "redaction",
        "rules",
        "sort",
    ],
    &["span", "words"],
    &["date", "glossary", "known", "mark", "part"],
    &["hyphen", "prose", "telegram_name"],
    &["item"],
    &["wrap"],
    &["row", "table"],
    &["envelope"],
    &["heading"],
    &["interruption", "logical"],
    &["body", "check"],
    &["dialect", "zone"],
    &["split"],
    &["parse"],
    &["decode"],
    &["export"],
    &["lib"],
];

/// Uses within a step.
const SIDEWAYS: [(&str, &str); 2] = [("dialect", "zone"), ("zone", "dialect")];

fn step(room: &str) -> Option<usize> {
    STEPS.iter().position(|rooms| rooms.contains(&room))
}

/// The files below a folder, without tests.
fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let within = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    paths.flat_map(within).filter(|path| !path.ends_with("tests.rs")).collect()
}

/// What stands behind each `crate::` of a source: one name, or the names of a list that are not nested in another.
fn used(source: &str) -> BTreeSet<&str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut names = BTreeSet::new();
    for behind in code.split("crate::").skip(1) {
        let Some(list) = behind.strip_prefix('{') else {
            names.extend(behind.split(|c| !is_name(c)).next());
            continue;
        };
        let mut depth = 0;
        for item in list.split(';').next().unwrap().split_inclusive([',', '{', '}']) {
            names.extend(item.trim().split(|c| !is_name(c)).next().filter(|_| depth == 0));
            depth += i32::from(item.ends_with('{')) - i32::from(item.ends_with('}'));
        }
    }
    names.remove("");
    names
}

#[test]
fn each_room_uses_only_those_below() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in files(&sources) {
        let name = file.strip_prefix(&sources).unwrap();
        let room = name.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let own = step(room);
        assert!(own.is_some(), "{room} has no place in the order");
        for other in used(&fs::read_to_string(&file).unwrap()) {
            let is_above = step(other).is_some_and(|other| Some(other) >= own);
            let is_allowed = other == room || SIDEWAYS.contains(&(room, other));
            assert!(!is_above || is_allowed, "{} uses {other}, which stands no lower", name.display());
        }
    }
}

#[test]
fn lists_and_single_names() {
    let source = [
        "use crate::{Span, heading::{self, row}, line};",
        "use crate::wrap;",
        "#[cfg(test)]",
        "mod tests {",
        "use crate::zone;",
    ];
    assert_eq!(used(&source.join("\n")).into_iter().collect::<Vec<_>>(), ["Span", "heading", "line", "wrap"]);
}
