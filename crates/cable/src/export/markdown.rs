//! A telegram as a Markdown document. Whatever the telegram holds stays text and never becomes markup.

use super::block::{Block, blocks};
use super::{ParagraphRecord, Record, header};

/// Keeps the line end behind it.
const LINE_END: &str = "  ";

/// Makes the line that it begins code.
const CODE: &str = "    ";

/// The logical text of a telegram: subject as its title, header as a list, headings as headings.
pub fn markdown(record: &Record) -> String {
    let mut out = String::with_capacity(4096);
    let name = header::title(record);
    match &record.subject {
        Some(subject) => {
            block(&mut out, "# ", subject);
            block(&mut out, "", name);
        }
        None => block(&mut out, "# ", name),
    }
    for (label, values) in header::lines(record) {
        out.push_str("- **");
        out.push_str(label);
        out.push_str(":** ");
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                out.push_str("; ");
            }
            escape(&mut out, value);
        }
        out.push('\n');
    }
    for paragraph in &record.paragraphs {
        out.push('\n');
        written(&mut out, paragraph);
    }
    if !record.signature.is_empty() {
        out.push('\n');
        block(&mut out, "", &record.signature.join(" / "));
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// Writes a paragraph. Its number stays text, because Markdown would number a list anew.
fn written(out: &mut String, paragraph: &ParagraphRecord) {
    for title in paragraph.heading.iter().flat_map(|heading| heading.lines()) {
        block(out, "## ", title);
    }
    let quote = "> ".repeat(usize::from(paragraph.depth));
    out.push_str(&quote);
    if let Some(designation) = paragraph.designation() {
        out.push_str("**");
        match paragraph.number {
            Some(_) => out.push_str(&designation),
            None => escape(out, &designation),
        }
        out.push_str("** ");
    }
    if let Some(mark) = paragraph.mark.as_ref().and_then(|mark| mark.text.as_deref()) {
        escape(out, mark);
        out.push(' ');
    }
    let mut above = None;
    for block in blocks(&paragraph.text) {
        match (above, block) {
            (None, Block::Line(_)) => {}
            (Some(Block::Line(_)), Block::Line(_)) => next_line(out, LINE_END, &quote),
            // Code stands between blank lines.
            _ => (0..2).for_each(|_| next_line(out, "", &quote)),
        }
        match block {
            Block::Line(words) => escape(out, words),
            Block::Table(rows) => {
                for (index, row) in rows.lines().enumerate() {
                    if index > 0 {
                        next_line(out, "", &quote);
                    }
                    out.push_str(CODE);
                    out.push_str(row);
                }
            }
        }
        above = Some(block);
    }
    out.push('\n');
}

fn next_line(out: &mut String, end: &str, quote: &str) {
    out.push_str(end);
    out.push('\n');
    out.push_str(quote);
}

fn block(out: &mut String, front: &str, text: &str) {
    out.push_str(front);
    escape(out, text);
    out.push_str("\n\n");
}

/// Writes text in which no character has a meaning for Markdown, at the start of a line or inside it.
fn escape(out: &mut String, text: &str) {
    let text = text.replace('\n', " ");
    let text = text.trim_start();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < text.len() && digits.starts_with(['.', ')']);
    let marker = text.len().saturating_sub(digits.len());
    // A `#` that ends a title would be taken for the end of its markup.
    let last = text.trim_end().len().saturating_sub(1);
    for (at, character) in text.char_indices() {
        let begins = at == 0 && matches!(character, '-' | '+' | '#' | '=' | '|') || numbered && at == marker;
        let ends = at == last && character == '#';
        if begins || ends || matches!(character, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '&') {
            out.push('\\');
        }
        out.push(character);
    }
}
