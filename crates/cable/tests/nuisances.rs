//! What copying does to a text: under each nuisance every fixture keeps its meaning.

mod common;

use common::fixtures;
use common::meaning::meaning;

/// Fixtures that are text; a saved page has its own line ends and anchors.
fn texts() -> impl Iterator<Item = (String, String)> {
    fixtures().into_iter().filter(|fixture| fixture.name.ends_with(".txt")).map(|fixture| (fixture.name, fixture.text))
}

/// Checks that every fixture that `nuisance` changes means the same afterwards, and that at least `least` of them are
/// changed.
fn check(least: usize, nuisance: impl Fn(&str) -> String) {
    let mut changed = 0;
    for (name, text) in texts() {
        let other = nuisance(&text);
        if other != text {
            changed += 1;
            let (expected, got) = (meaning(&text), meaning(&other));
            for (expected, got) in expected.iter().zip(&got) {
                for (key, expected) in expected.as_object().into_iter().flatten() {
                    assert_eq!(&got[key], expected, "{key} of {name} under the nuisance:\n{other}");
                }
            }
            assert_eq!(expected.len(), got.len(), "{name} under the nuisance:\n{other}");
        }
    }
    assert!(changed >= least, "the nuisance changes {changed} fixtures only");
}

#[test]
fn line_ends_of_dos() {
    check(10, |text| text.replace('\n', "\r\n"));
}

#[test]
fn line_ends_of_old_macintoshes() {
    check(10, |text| text.replace('\n', "\r"));
}

#[test]
fn blanks_at_line_ends() {
    check(10, |text| text.lines().map(|line| format!("{} \n", line.trim_end())).collect());
}

#[test]
fn no_blanks_at_line_ends() {
    check(3, |text| text.lines().map(|line| format!("{}\n", line.trim_end())).collect());
}

#[test]
fn blank_lines_around_the_text() {
    check(10, |text| format!("\n\n{}\n\n\n", text.trim()));
}

#[test]
fn pilcrows_as_markdown_residue() {
    check(5, |text| text.replace('¶', "[1](#)"));
}

#[test]
fn pilcrows_as_replacement_characters() {
    check(5, |text| text.replace('¶', "\u{FFFD}"));
}

#[test]
fn markdown_residue_as_pilcrows() {
    check(2, |text| text.replace("[1](#)", "¶"));
}

#[test]
fn captions_printed_twice() {
    check(5, |text| text.replacen("\nSIPDIS", "\nSIPDIS\n\nSIPDIS", 1));
}

#[test]
fn blanks_of_word_processors() {
    check(10, |text| text.replace(' ', "\u{A0}"));
}

#[test]
fn line_ends_of_web_pages() {
    check(10, |text| text.replace('\n', "<br>\n"));
}

#[test]
fn characters_as_references() {
    let escape = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&#x27;".to_owned(),
        other => other.to_string(),
    };
    check(10, |text| text.chars().map(escape).collect());
}

#[test]
fn letters_that_a_print_joins() {
    check(10, |text| text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"));
}

#[test]
fn lines_that_a_mail_quotes() {
    // With fewer lines it is not certain that they are quoted.
    let quote = |text: &str| text.lines().map(|line| format!("> {line}\n")).collect();
    check(10, |text| if text.lines().count() > 4 { quote(text) } else { text.to_owned() });
}

#[test]
fn lines_further_in() {
    // How far a tab reaches depends on what stands in front of it.
    let indent = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect();
    check(10, |text| if text.contains('\t') { text.to_owned() } else { indent(text) });
}
