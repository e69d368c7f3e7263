//! The text: numbered paragraphs under headings, sections, signature.
//!
//! | file | what it does |
//! |---|---|
//! | `text.rs` | puts the others together |
//! | `reprint.rs` | takes out what page breaks print again; `reprint/correction.rs`: notes of a correction |
//! | `ending/` | who signed, and what stands around the end of the text |
//! | `apart/` | puts what a copy joined to the row above on a row of its own |
//! | `title/` | which rows are titles |
//! | `count/` | which labels begin a paragraph or an item, and their numbers |
//! | `paragraph.rs` | makes paragraphs of what is between the labels; `paragraph/portion.rs`: those with a mark only |
//! | `section/` | finds summaries, comments and notes in the paragraphs |

mod apart;
mod count;
mod ending;
mod paragraph;
mod reprint;
mod section;
mod text;
mod title;

pub(crate) use ending::{closing_number, foot_number, is_end_signal, is_ended, signers, take_columns, titled_number};
pub(crate) use section::sections;
pub(crate) use text::{Body, Context, End, body};
pub(crate) use title::{is_known, is_rule};

use crate::row::Row;
use crate::words::starts_with_any_case;
use count::label;

/// The row above the one at `index`.
fn above(rows: &[Row], index: usize) -> Option<Row> {
    rows.get(index.checked_sub(1)?).copied()
}

/// The words of the row above; empty for the first row.
fn words_above<'a>(text: &'a str, rows: &[Row], index: usize) -> &'a str {
    above(rows, index).map_or("", |above| above.span.of(text))
}

/// Whether a row can only be the beginning of the text: a paragraph label, a rule, a summary.
pub(crate) fn begins(line: &str) -> bool {
    title::is_rule(line)
        || is_paragraph(line)
        || starts_with_any_case(title::without_mark(line), "summary") && title::is_title(line)
        || section::opens_summary(line)
}

/// Whether a text begins here whatever stands in front: the row has the label of a first paragraph, and a mark or a
/// summary.
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
