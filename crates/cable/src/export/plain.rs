//! A telegram as plain text for reading: header in two columns, paragraphs wrapped and indented.

use super::block::{Block, blocks};
use super::{ParagraphRecord, Record, header};

/// Columns of a line.
const WIDTH: usize = 78;
/// Columns of the header's labels.
const LABELS: usize = 16;
/// Columns by which a list inside the text is indented.
const STEP: usize = 4;

/// The logical text of a telegram: no page markers, no wraps of the original, no residue of markup.
pub fn plain(record: &Record) -> String {
    let mut out = String::with_capacity(4096);
    line(&mut out, header::title(record));
    if let Some(subject) = &record.subject {
        wrapped(&mut out, subject, "", "");
    }
    out.push('\n');
    for (label, values) in header::lines(record) {
        let mut front = format!("{label:LABELS$}");
        for value in &values {
            wrapped(&mut out, value, &front, &" ".repeat(LABELS));
            front = " ".repeat(LABELS);
        }
    }
    for paragraph in &record.paragraphs {
        out.push('\n');
        written(&mut out, paragraph);
    }
    if !record.signature.is_empty() {
        out.push('\n');
        line(&mut out, &record.signature.join(" / "));
    }
    out
}

fn written(out: &mut String, paragraph: &ParagraphRecord) {
    let indent = " ".repeat(STEP.saturating_mul(usize::from(paragraph.depth)));
    if let Some(heading) = &paragraph.heading {
        heading.lines().for_each(|title| wrapped(out, title, &indent, &indent));
        let longest = heading.lines().map(|title| title.chars().count()).max();
        let columns = longest.unwrap_or(0).min(WIDTH);
        line(out, &format!("{indent}{}\n", "-".repeat(columns)));
    }
    let mut front = indent.clone();
    if let Some(designation) = paragraph.designation() {
        front.push_str(&designation);
        front.push(' ');
    }
    if let Some(mark) = paragraph.mark.as_ref().and_then(|mark| mark.text.as_deref()) {
        front.push_str(mark);
        front.push(' ');
    }
    for block in blocks(&paragraph.text) {
        match block {
            Block::Line(words) => wrapped(out, words, &front, &indent),
            Block::Table(rows) => {
                // A label stands on a line of its own above the columns, not in front of their first row.
                if front != indent {
                    line(out, &front);
                }
                rows.lines().for_each(|row| line(out, &format!("{indent}{row}")));
            }
        }
        front.clone_from(&indent);
    }
}

/// Writes words in lines of at most [`WIDTH`] columns, the first behind `front` and the others behind `indent`.
fn wrapped(out: &mut String, text: &str, front: &str, indent: &str) {
    let mut current = front.to_owned();
    let mut columns = current.chars().count();
    let mut begun = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let len = word.chars().count();
        if begun && columns.saturating_add(len) >= WIDTH {
            line(out, &current);
            current.clear();
            current.push_str(indent);
            columns = indent.len();
            begun = false;
        }
        if begun {
            current.push(' ');
            columns = columns.saturating_add(1);
        }
        current.push_str(word);
        columns = columns.saturating_add(len);
        begun = true;
    }
    line(out, &current);
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end_matches(' '));
    out.push('\n');
}
