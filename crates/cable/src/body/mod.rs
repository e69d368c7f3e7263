//! The text: numbered paragraphs under headings, sections, signature.
//!
//! `reprint` takes out what page breaks print again, `joined`, `released`, `missing`, `missing_item` and `glued_title`
//! give each paragraph and title rows of its own, some of them by `next_apart`, `torn_label` each label the row of its
//! mark, `label` reads its label, `candidate` which row may begin with one, `sequence` decides which labels count,
//! `counter` whether each goes on with the count, `outline` adds those of items, `line_break` tells who began a line,
//! `answer` reads those of answers, `heading` finds headings, `ruled` those with rules, `alone` those without, `title`
//! knows their words, `value` what only looks like one, `signature` finds the end of the text, `glued_signature` what
//! is signed at the end of a sentence, `before_signature` what can stand in front, `signer` whose names stand there,
//! `closing` what stands around it, `end` and `columns` what stands behind it, `paragraph` makes paragraphs of what is
//! between, `text` puts these together, and `section` finds summaries, comments and notes in what came out.

mod alone;
mod answer;
mod before_signature;
mod candidate;
mod closing;
mod columns;
mod counter;
mod end;
mod glued_signature;
mod glued_title;
mod heading;
mod joined;
mod label;
mod line_break;
mod missing;
mod missing_item;
mod next_apart;
mod outline;
mod paragraph;
mod released;
mod reprint;
mod ruled;
mod section;
mod sequence;
mod signature;
mod signer;
mod surname;
mod text;
mod title;
mod torn_label;
mod value;

pub(crate) use columns::{closing_number, take_columns};
pub(crate) use end::{foot_number, is_end_signal, is_ended, titled_number};
pub(crate) use heading::is_rule;
pub(crate) use section::sections;
pub(crate) use signer::signers;
pub(crate) use text::{Body, Context, body};
pub(crate) use title::is_capitalised;

use crate::row::Row;
use crate::words::starts_with_any_case;

/// The row above one.
fn above(rows: &[Row], index: usize) -> Option<Row> {
    rows.get(index.checked_sub(1)?).copied()
}

/// Its words; none above the first row.
fn words_above<'a>(text: &'a str, rows: &[Row], index: usize) -> &'a str {
    above(rows, index).map_or("", |above| above.span.of(text))
}

/// Whether a row can only be the beginning of the text: a paragraph label, a rule, a summary.
pub(crate) fn begins(line: &str) -> bool {
    heading::is_rule(line)
        || is_paragraph(line)
        || starts_with_any_case(title::without_mark(line), "summary") && title::is_title(line)
        || section::opens_summary(line)
}

/// Whether a text begins here whatever stands in front: with the label of its first paragraph and a mark, or a summary.
pub(crate) fn begins_portion(line: &str) -> bool {
    let opens = |label: &label::Label| label.marked || line.get(label.len..).is_some_and(opens_summary);
    label::read(line).is_some_and(|label| label.opens_body() && opens(&label))
}

/// Whether what stands behind the label of a first paragraph opens a summary: `Summary. Roe …`
fn opens_summary(behind: &str) -> bool {
    section::opens_summary(behind.trim_start())
}

/// Whether a row begins with label and mark of a paragraph.
pub(crate) fn is_portion(line: &str) -> bool {
    label::read(line).is_some_and(|label| label.marked)
}

/// Whether a row begins with the label of a paragraph that a text can begin with.
pub(crate) fn is_paragraph(line: &str) -> bool {
    label::read(line).is_some_and(|label| label.opens_body())
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn texts() {
        for line in ["1. (C) Rain.", "Summary", "(S//NF) Summary", "-----"] {
            assert!(begins(line), "{line}");
        }
        for line in ["(C) Rain", "(C) and (D)", "Rain"] {
            assert!(!begins(line), "{line}");
        }
    }
}
