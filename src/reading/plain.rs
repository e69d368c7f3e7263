//! Panels as plain text, for Copy.

use super::findings::Finding;
use super::glossary;
use super::portions::{self, Filter};
use super::rows::{Entry, Row};
use cable::{Cable, Logical, Role, Section, Span};

/// The header, with one `Term: value` per line.
pub fn header(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        let said = |entry: &Entry| match entry.label.as_deref() {
            None | Some("") => entry.value.clone(),
            Some(label) => [label, ": ", &entry.value].concat(),
        };
        let values: Vec<String> = row.entries.iter().map(said).collect();
        line(&mut out, &[row.term, ": ", &values.join(if row.inline { " " } else { "; " })]);
    }
    out
}

/// The text of all sections of a kind, with a blank line between parts. What is hidden is left out.
pub fn sections(filter: &Filter, text: &str, of: Role) -> String {
    let parts = filter.cable.sections_of(of).flat_map(|(_, section)| by_paragraph(filter.cable, section));
    let parts = parts.filter(|(paragraph, _)| paragraph.is_none_or(|paragraph| !filter.hides(paragraph)));
    let parts: Vec<String> = parts.map(|(_, pieces)| Logical::prose(text, &pieces).into_text()).collect();
    parts.join("\n\n")
}

/// The body: headings, and paragraphs with their numbers and portion marks. A line stands for hidden ones.
pub fn body(filter: &Filter, text: &str) -> String {
    let cable = filter.cable;
    let mut out = String::new();
    for (index, paragraph) in cable.paragraphs.iter().enumerate() {
        for heading in &paragraph.heading {
            line(&mut out, &[heading.of(text).trim()]);
        }
        if let Some(run) = filter.run(index) {
            line(&mut out, &["[", &portions::line(run), "]\n"]);
        }
        if filter.hides(index) {
            continue;
        }
        let number = paragraph.designation(text).map_or_else(String::new, |designation| designation + " ");
        let mark = paragraph.mark.as_ref().and_then(|mark| mark.value.text.as_deref()).unwrap_or_default();
        let gap = if mark.is_empty() { "" } else { " " };
        line(&mut out, &[&number, mark, gap, Logical::prose(text, &paragraph.pieces).text(), "\n"]);
    }
    for signer in &cable.signature {
        line(&mut out, &[&signer.value]);
    }
    out
}

/// The references, one per line.
pub fn references(cable: &Cable) -> String {
    let mut out = String::new();
    for reference in cable.references.iter().map(|field| &field.value) {
        let number = reference.number.as_ref().and_then(|number| number.canonical());
        let label = reference.label.as_deref().unwrap_or_default();
        let stop = if label.is_empty() { "" } else { ". " };
        match number {
            Some(number) => line(&mut out, &[label, stop, &reference.text, " (", &number, ")"]),
            None => line(&mut out, &[label, stop, &reference.text]),
        }
    }
    out
}

/// The findings, one per line.
pub fn findings(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        line(&mut out, &[finding.tone.word(), ": ", &finding.sentence]);
    }
    out
}

/// The glossary, one term per line.
pub fn glossary(entries: &[glossary::Entry]) -> String {
    let mut out = String::new();
    for entry in entries {
        line(&mut out, &[&entry.code, ": ", &entry.meaning, " (", &entry.note, ")"]);
    }
    out
}

/// The pieces of a section, grouped by the paragraph that they are in.
pub fn by_paragraph(cable: &Cable, section: &Section) -> Vec<(Option<usize>, Vec<Span>)> {
    let mut out: Vec<(Option<usize>, Vec<Span>)> = Vec::new();
    let mut within = section.paragraphs.iter().copied().peekable();
    let mut current = within.next();
    for &piece in &section.pieces {
        while let Some(&next) = within.peek() {
            let begins = cable.paragraphs.get(next).and_then(|paragraph| paragraph.pieces.first());
            if begins.is_none_or(|begins| begins.start > piece.start) {
                break;
            }
            current = within.next();
        }
        match out.last_mut() {
            Some((paragraph, pieces)) if *paragraph == current => pieces.push(piece),
            _ => out.push((current, vec![piece])),
        }
    }
    out
}

fn line(out: &mut String, words: &[&str]) {
    for word in words {
        out.push_str(word);
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use cable::{Form, Paragraph};

    fn paragraph(start: u32, end: u32) -> Paragraph {
        Paragraph {
            number: None,
            depth: 0,
            label: Span::default(),
            mark: None,
            role: None,
            heading: vec![],
            pieces: vec![Span::new(start, end)],
        }
    }

    #[test]
    fn a_copy_holds_nothing_that_is_hidden() {
        let text = "SUBJECT: X\n\n1. (S) Summary: The oil. End Summary.\n\nTHE LAMP\n--------\n\n2. (U) The lamp.\n\n3. (S) The keeper.\n";
        let cable = cable::parse(text);
        let all = portions::portions(&cable);
        let hidden = portions::Portions::default().with(portions::Portion::Secret);
        let filter = Filter { cable: &cable, portions: &all, hidden, reached: None };
        let line = "[1 paragraph (S) hidden]";
        assert_eq!(body(&filter, text), format!("{line}\n\nTHE LAMP\n2. (U) The lamp.\n\n{line}\n\n"));
        assert_eq!(sections(&filter, text, Role::Summary), "");
    }

    #[test]
    fn a_section_is_cut_where_its_paragraphs_are() {
        let mut cable = cable::parse("");
        cable.paragraphs = vec![paragraph(0, 10), paragraph(10, 20), paragraph(20, 40)];
        let section = Section {
            kind: Role::SummaryAndComment,
            form: Form::Inline,
            opener: Span::new(10, 12),
            closer: None,
            paragraphs: vec![1, 2],
            pieces: vec![Span::new(12, 15), Span::new(16, 20), Span::new(22, 40)],
        };
        cable.sections = vec![section.clone()];
        let grouped = by_paragraph(&cable, &section);
        assert_eq!(
            grouped,
            [(Some(1), vec![Span::new(12, 15), Span::new(16, 20)]), (Some(2), vec![Span::new(22, 40)])]
        );
        assert_eq!(cable.sections_of(Role::Comment).count(), 1);
        assert_eq!(cable.sections_of(Role::Note).count(), 0);
    }
}
