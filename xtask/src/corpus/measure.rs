//! What is counted over the corpus, and the share that must be right.

use super::structure::{difference, structure};
use super::{Case, Measure, Outcome, reading, reflow};
use cable::{Cable, Level};

/// Every measure. The shares leave room for pages that differ from their own text, where the text is right.
pub const ALL: &[Measure<Case>] = &[
    Measure { name: "mrn", threshold: Some(99.5), of: reference_number },
    Measure { name: "classification", threshold: Some(99.0), of: classification },
    Measure { name: "subject", threshold: Some(99.5), of: subject },
    Measure { name: "tags", threshold: Some(99.0), of: tags },
    Measure { name: "paragraphs", threshold: Some(98.0), of: paragraphs },
    Measure { name: "dialects", threshold: Some(99.5), of: dialects },
    Measure { name: "reflow", threshold: Some(99.0), of: reflowed },
    Measure { name: "caveat", threshold: None, of: caveat },
    Measure { name: "subject-words", threshold: None, of: subject_words },
    Measure { name: "tags-complete", threshold: None, of: tags_complete },
];

/// The first telegram of a text.
pub fn first(text: &str) -> Option<Cable> {
    cable::cables(text).next()
}

/// Right where the two are equal.
pub fn compare(expected: impl Into<String>, got: impl Into<String>) -> Outcome {
    let (expected, got) = (expected.into(), got.into());
    if expected == got { Outcome::Right } else { Outcome::Wrong(format!("expected {expected}\ngot      {got}")) }
}

/// The text, or a word that says there is none.
pub fn given(text: Option<String>) -> String {
    text.unwrap_or_else(|| "nothing".to_owned())
}

fn reference_number(case: &Case) -> Outcome {
    if !reading::has_date_time_group(&case.markdown) {
        return Outcome::NotCounted;
    }
    let number = first(&case.markdown).and_then(|cable| cable.reference_number);
    compare(case.id.as_str(), given(number.and_then(|number| number.value.canonical())))
}

fn classification(case: &Case) -> Outcome {
    let level = first(&case.markdown).and_then(|cable| cable.classification).map(|mark| mark.value.level);
    let expected = case.classification.split("//").next().unwrap_or_default();
    compare(expected, given(level.map(level_name)))
}

fn level_name(level: Level) -> String {
    match level {
        Level::Unclassified => "UNCLASSIFIED",
        Level::LimitedOfficialUse => "LIMITED OFFICIAL USE",
        Level::Confidential => "CONFIDENTIAL",
        Level::Secret => "SECRET",
        Level::TopSecret => "TOP SECRET",
    }
    .to_owned()
}

/// The page's NOFORN is in the classification line or is a caption.
fn caveat(case: &Case) -> Outcome {
    if !case.classification.ends_with("//NOFORN") {
        return Outcome::NotCounted;
    }
    let cable = first(&case.markdown);
    let caveats = cable.iter().filter_map(|cable| cable.classification.as_ref()).flat_map(|mark| &mark.value.caveats);
    let captions = cable.iter().flat_map(|cable| &cable.captions).map(|caption| &caption.value);
    let all: Vec<_> = caveats.chain(captions).map(String::as_str).collect();
    if all.iter().any(|word| word.contains("NOFORN")) { Outcome::Right } else { compare("NOFORN", all.join(", ")) }
}

fn subject(case: &Case) -> Outcome {
    let expected = reading::subject(&case.markdown).is_some();
    let subject = first(&case.markdown).and_then(|cable| cable.subject).map(|subject| subject.value);
    if subject.is_some() == expected {
        return Outcome::Right;
    }
    Outcome::Wrong(format!("SUBJECT line: {expected}\ngot      {}", given(subject)))
}

/// The parsed subject begins with the words behind the label.
fn subject_words(case: &Case) -> Outcome {
    let Some(expected) = reading::subject(&case.markdown) else { return Outcome::NotCounted };
    let got = given(first(&case.markdown).and_then(|cable| cable.subject).map(|subject| subject.value));
    if reading::words(&got).starts_with(&reading::words(&expected)) { Outcome::Right } else { compare(expected, got) }
}

fn codes(case: &Case) -> Vec<String> {
    first(&case.markdown).map(|cable| cable.tags.into_iter().map(|tag| tag.value.code).collect()).unwrap_or_default()
}

fn tags(case: &Case) -> Outcome {
    let (codes, block) = (codes(case), reading::tags_block(&case.markdown));
    let missing: Vec<_> = case.tags.iter().filter(|tag| !codes.iter().any(|code| names(code, tag))).collect();
    let invented: Vec<_> =
        codes.iter().filter(|code| !reading::words(code).iter().all(|w| block.contains(w))).collect();
    if missing.is_empty() && invented.is_empty() {
        return Outcome::Right;
    }
    Outcome::Wrong(format!("missing {missing:?}, invented {invented:?}\ngot      {codes:?}\nblock    {block:?}"))
}

/// Returns whether `code` is the page's `tag`. The pages link each word of a person or a longer name by itself.
fn names(code: &str, tag: &str) -> bool {
    code == tag || reading::words(code).iter().any(|word| word == tag)
}

/// Every code of the text's own TAGS block is found, even where its page links none.
fn tags_complete(case: &Case) -> Outcome {
    let (codes, block) = (codes(case), reading::tags_block(&case.markdown));
    let given: Vec<_> = codes.iter().flat_map(|code| reading::words(code)).collect();
    let missing: Vec<_> = block.iter().filter(|word| !given.contains(word)).collect();
    if missing.is_empty() { Outcome::Right } else { Outcome::Wrong(format!("missing {missing:?}\ngot      {codes:?}")) }
}

fn paragraphs(case: &Case) -> Outcome {
    let Some(cable) = first(&case.markdown) else { return compare("a telegram", "nothing") };
    let numbers: Vec<u32> = cable.paragraphs.iter().filter_map(|paragraph| paragraph.number).collect();
    let counted = reading::counted(&case.labels);
    let in_order = is_subsequence(&counted, &numbers);
    let mut highest = 0;
    let jump = numbers.iter().find(|&&number| {
        let jumps = number > highest + 5;
        highest = highest.max(number);
        jumps
    });
    match (in_order, jump) {
        (true, None) => Outcome::Right,
        (_, jump) => {
            Outcome::Wrong(format!("in order: {in_order}, jump: {jump:?}\nlabels   {counted:?}\ngot      {numbers:?}"))
        }
    }
}

/// Returns whether the numbers of `part` occur in `whole` in the same order.
pub fn is_subsequence(part: &[u32], whole: &[u32]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|wanted| rest.any(|number| number == wanted))
}

fn dialects(case: &Case) -> Outcome {
    same(&case.markdown, &case.plain)
}

fn reflowed(case: &Case) -> Outcome {
    same(&case.markdown, &reflow::reflow(&case.markdown))
}

fn same(one: &str, other: &str) -> Outcome {
    match difference(&structure(one), &structure(other)) {
        None => Outcome::Right,
        Some(lines) => Outcome::Wrong(lines),
    }
}
