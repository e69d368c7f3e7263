//! What the style sheets must hold to that no browser says: what an older engine drops, and what a colour is read on.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

use regex_lite::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every style sheet, by its path in the page, without comments.
fn sheets() -> Vec<(String, String)> {
    let mut folders = vec![PathBuf::from("styles")];
    let mut sheets = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let path = folder.join(entry.unwrap().file_name());
            if root().join(&path).is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(root().join(&path)).unwrap();
                let text = Regex::new(r"(?s)/\*.*?\*/").unwrap().replace_all(&text, "").into_owned();
                sheets.push((path.to_str().unwrap().replace('\\', "/"), text));
            }
        }
    }
    sheets
}

/// Every rule: where it stands, its selectors, and its declarations.
fn rules() -> Vec<(String, String, Vec<String>)> {
    let rule = Regex::new(r"([^{};]+)\{([^{}]*)\}").unwrap();
    let trimmed = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let of_sheet = |(sheet, text): (String, String)| {
        let rules = rule.captures_iter(&text).map(|found| {
            (
                sheet.clone(),
                trimmed(&found[1]),
                found[2].split(';').map(trimmed).filter(|one| !one.is_empty()).collect(),
            )
        });
        rules.collect::<Vec<_>>()
    };
    sheets().into_iter().flat_map(of_sheet).collect()
}

#[test]
fn every_sheet_is_in_the_page() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let link = Regex::new(r#"rel="css" href="([^"]+)""#).unwrap();
    let linked: BTreeSet<_> = link.captures_iter(&page).map(|found| found[1].to_owned()).collect();
    assert_eq!(linked, sheets().into_iter().map(|(sheet, _)| sheet).collect());
}

/// Firefox before 128 drops a declaration with alternative text whole, and draws what stands in front of it.
#[test]
fn alternative_text_is_never_the_only_content() {
    let alternative = Regex::new(r#"^(content: (?:"[^"]*"|[a-z]+\([^)]*\))) / ""#).unwrap();
    let mut seen = 0;
    for (sheet, selectors, declarations) in rules() {
        for (at, declaration) in declarations.iter().enumerate() {
            if let Some(found) = alternative.captures(declaration) {
                seen += 1;
                let before = at.checked_sub(1).and_then(|before| declarations.get(before));
                assert_eq!(before.map(String::as_str), Some(&found[1]), "{sheet}: {selectors}");
            }
        }
    }
    assert!(seen > 0);
}

/// An engine that does not know one selector of a list drops the rule. What it does know says its ink as well as its ground.
#[test]
fn highlights_stand_in_rules_of_their_own() {
    let mut seen = 0;
    for (sheet, selectors, declarations) in rules().into_iter().filter(|(_, one, _)| one.contains("::highlight(")) {
        seen += 1;
        assert!(selectors.split(", ").all(|one| one.starts_with("::highlight(")), "{sheet}: {selectors}");
        for property in ["color: ", "background: "] {
            assert!(declarations.iter().any(|one| one.starts_with(property)), "{sheet}: {selectors} has no {property}");
        }
    }
    assert!(seen > 0);
}

/// Of `max-width` and `min-width` both hold at the same width; of `<` and `>=` one does. What is printed is one sheet's.
#[test]
fn media_are_asked_for_in_one_way() {
    let question = Regex::new(r"@media ([^{]+)\{").unwrap();
    for (sheet, text) in sheets() {
        for asked in question.captures_iter(&text) {
            assert!(!asked[1].contains("max-") && !asked[1].contains("min-"), "{sheet}: {}", &asked[1]);
            assert!(!asked[1].contains("print") || sheet == "styles/print.css", "{sheet}: {}", &asked[1]);
        }
    }
}

/// A colour in light and in dark: red, green and blue of each.
type Colour = [[u8; 3]; 2];

/// Every colour of this name: one that changes with what the reader prefers has more than one.
fn colours(name: &str) -> Vec<Colour> {
    let tokens = fs::read_to_string(root().join("styles/tokens.css")).unwrap();
    let token = format!(r"--{name}: (?:light-dark\()?#([0-9a-f]{{6}})(?:, #([0-9a-f]{{6}}))?");
    let read = |digits: &str| [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap());
    let found = Regex::new(&token).unwrap();
    let found = found.captures_iter(&tokens).map(|found| {
        let dark = found.get(2).map_or(&found[1], |dark| dark.as_str());
        [read(&found[1]), read(dark)]
    });
    let colours: Vec<_> = found.collect();
    assert!(!colours.is_empty(), "there is no --{name}");
    colours
}

/// How light a colour is, as WCAG 2.2 defines it.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| match f64::from(part) / 255.0 {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[track_caller]
fn contrasts(name: &str, ground: &str, least: f64) {
    for (on, under) in
        colours(name).into_iter().flat_map(|on| colours(ground).into_iter().map(move |under| (on, under)))
    {
        for (on, under) in on.into_iter().zip(under) {
            let (on, under) = (luminance(on), luminance(under));
            let contrast = (on.max(under) + 0.05) / (on.min(under) + 0.05);
            assert!(contrast >= least, "--{name} on --{ground}: {contrast:.2} : 1 is below {least}");
        }
    }
}

/// WCAG 1.4.3: what is read.
#[test]
fn ink_is_read_on_every_ground() {
    let inks = "ink ink-quiet accent holds repaired contradiction unclassified-text limited-text confidential-text \
                secret-text top-secret-text source-address";
    for ink in inks.split(' ') {
        for ground in ["paper", "paper-raised", "paper-sunken"] {
            contrasts(ink, ground, 4.5);
        }
    }
    for mark in 1..=8 {
        contrasts("ink", &format!("found-{mark}"), 4.5);
    }
    for ground in ["unclassified", "limited", "confidential", "secret"] {
        contrasts("on-label", ground, 4.5);
    }
    contrasts("on-top-secret", "top-secret", 4.5);
    contrasts("chosen-ink", "chosen", 4.5);
    contrasts("found-here-ink", "found-here", 4.5);
}

/// WCAG 1.4.11: what says that something is a control, and which one has the keyboard.
#[test]
fn lines_of_controls_are_seen_on_every_ground() {
    for line in ["control-line", "focus", "accent"] {
        for ground in ["paper", "paper-raised", "paper-sunken"] {
            contrasts(line, ground, 3.0);
        }
    }
    contrasts("accent", "chosen", 3.0);
}
