//! Turns a telegram's spans and values into the record that is written out.

use super::{
    DiagnosticRecord, FilePart, Originator, ParagraphRecord, Record, ReferenceRecord, SCHEMA, SectionRecord, TagRecord,
    TransmissionRecord, When, file_name_differs,
};
use crate::body::is_rule;
use crate::prose::is_unfinished;
use crate::{
    Cable, Diagnostic, Field, Logical, Paragraph, Reference, Role, Section, Span, Tag, Transmission, glossary,
};

/// Which telegram of a file: `index` counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartOf {
    /// The number of this telegram.
    pub index: usize,
    /// The number of telegrams in the file.
    pub of: usize,
}

/// The export of `cable`, which was parsed from `text`; `file` is the base name of the file that held it.
pub fn record(text: &str, cable: &Cable, file: &str, part: PartOf) -> Record {
    let number = cable.reference_number.as_ref().map(|number| &number.value);
    let minute = cable.date.as_ref().and_then(|date| date.value);
    let owners = owners(&cable.paragraphs);
    let sections: Vec<SectionRecord> =
        cable.sections.iter().map(|section| section_record(text, cable, section, &owners)).collect();
    Record {
        schema: SCHEMA,
        file: file.to_owned(),
        part: FilePart { index: part.index, of: Some(part.of), span: cable.span },
        dialect: cable.dialect,
        mrn: cable.mrn(),
        post: number.map(|number| number.post.clone()),
        number: number.map(|number| number.number),
        date: minute.map(When::Minute).or(value(&cable.day).map(When::Day)),
        precedence: value(&cable.precedence),
        transmission: transmission_record(&cable.transmission),
        from: value(&cable.from).map(|from| Originator { routing: from.routing, name: from.name }),
        to: values(&cable.to),
        info: values(&cable.info),
        exempt: values(&cable.exempt),
        classification: value(&cable.classification),
        section_count: value(&cable.section_count),
        captions: values(&cable.captions),
        passing: values(&cable.passing),
        executive_order: value(&cable.executive_order),
        tags: tags(cable),
        subject: value(&cable.subject),
        subject_mark: value(&cable.subject_mark),
        references: references(cable),
        classified_by: values(&cable.classified_by),
        classification_reasons: values(&cable.classification_reasons),
        summary: joined(cable, &sections, Role::Summary),
        comment: joined(cable, &sections, Role::Comment),
        sections,
        paragraphs: cable.paragraphs.iter().map(|paragraph| paragraph_record(text, paragraph)).collect(),
        signature: values(&cable.signature),
        diagnostics: diagnostic_records(cable, file),
    }
}

fn value<T: Clone>(field: &Option<Field<T>>) -> Option<T> {
    field.as_ref().map(|field| field.value.clone())
}

fn values<T: Clone>(fields: &[Field<T>]) -> Vec<T> {
    fields.iter().map(|field| field.value.clone()).collect()
}

fn transmission_record(transmission: &Transmission) -> TransmissionRecord {
    TransmissionRecord {
        start: value(&transmission.start),
        routed_to: values(&transmission.routed_to),
        originator: value(&transmission.originator),
        station_serial: value(&transmission.station_serial),
        section: value(&transmission.section),
        filed: transmission.filed.as_ref().and_then(|filing| filing.value.at),
        security: value(&transmission.security),
        signals: values(&transmission.signals),
    }
}

/// The records of the TAGS codes.
pub fn tags(cable: &Cable) -> Vec<TagRecord> {
    cable.tags.iter().map(|tag| tag_record(&tag.value, cable)).collect()
}

/// The records of the references.
pub fn references(cable: &Cable) -> Vec<ReferenceRecord> {
    cable.references.iter().map(reference_record).collect()
}

/// The record of a TAGS code. Its meaning depends on the day: `MU` was Oman before it was Mauritius.
fn tag_record(tag: &Tag, cable: &Cable) -> TagRecord {
    let known = glossary::tag(cable, &tag.code);
    TagRecord {
        code: tag.code.clone(),
        kind: tag.kind,
        meaning: known.and_then(|known| known.meaning),
        confidence: known.map(|known| known.confidence.name()),
    }
}

fn reference_record(field: &Field<Reference>) -> ReferenceRecord {
    let reference = &field.value;
    ReferenceRecord {
        label: reference.label.clone(),
        kind: reference.kind,
        mrn: reference.number.as_ref().and_then(|number| number.canonical()),
        text: reference.text.clone(),
        span: field.raw,
    }
}

/// The text of every section of a role, in order, taken from the records of all sections.
fn joined(cable: &Cable, sections: &[SectionRecord], role: Role) -> Option<String> {
    let found = cable.sections_of(role).filter_map(|(index, _)| sections.get(index));
    let texts: Vec<&str> = found.map(|section| section.text.as_str()).filter(|text| !text.is_empty()).collect();
    (!texts.is_empty()).then(|| texts.join("\n\n"))
}

fn section_record(text: &str, cable: &Cable, section: &Section, owners: &[Option<u32>]) -> SectionRecord {
    let mut paragraphs: Vec<u32> = section.paragraphs.iter().filter_map(|&i| *owners.get(i)?).collect();
    paragraphs.dedup();
    SectionRecord {
        kind: section.kind,
        form: section.form,
        paragraphs,
        text: section_text(text, cable, section),
        spans: section.pieces.clone(),
    }
}

/// For each paragraph, the number of the telegram's own paragraph that it is or belongs to.
fn owners(paragraphs: &[Paragraph]) -> Vec<Option<u32>> {
    let mut owner = None;
    let number_of = |paragraph: &Paragraph| {
        if paragraph.depth == 0 {
            owner = paragraph.number;
        }
        owner
    };
    paragraphs.iter().map(number_of).collect()
}

/// The section's pieces read as prose, a paragraph at a time.
fn section_text(text: &str, cable: &Cable, section: &Section) -> String {
    let mut starts =
        section.paragraphs.iter().skip(1).filter_map(|&i| cable.paragraphs.get(i)?.pieces.first()).peekable();
    let mut rest = section.pieces.as_slice();
    let mut texts = Vec::new();
    while let Some((first, _)) = rest.split_first() {
        while starts.next_if(|start| start.start <= first.start).is_some() {}
        let end = starts.peek().map_or(u32::MAX, |start| start.start);
        let (paragraph, later) = rest.split_at(rest.iter().position(|piece| piece.start >= end).unwrap_or(rest.len()));
        texts.push(prose(text, paragraph));
        rest = later;
    }
    texts.join("\n\n")
}

fn paragraph_record(text: &str, paragraph: &Paragraph) -> ParagraphRecord {
    ParagraphRecord {
        number: paragraph.number,
        depth: paragraph.depth,
        label: (!paragraph.label.is_empty()).then(|| paragraph.label.of(text).to_owned()),
        mark: value(&paragraph.mark),
        role: paragraph.role,
        heading: (!paragraph.heading.is_empty()).then(|| heading(text, &paragraph.heading)),
        text: prose(text, &paragraph.pieces),
        spans: paragraph.pieces.clone(),
    }
}

/// The titles above a paragraph, whose lines in `text` are `lines`. Each title that ends and has a rule below it is on
/// a line of its own.
pub fn heading(text: &str, lines: &[Span]) -> String {
    let is_one = |above: &Span, below: &Span| {
        // A dash behind the words above is no rule.
        let mut rows = Span::new(above.end, below.start).of(text).split(['\n', '\r']).skip(1);
        !rows.any(|row| is_rule(row.trim())) || is_unfinished(above.of(text))
    };
    let titles: Vec<String> = lines.chunk_by(is_one).map(|title| prose(text, title)).collect();
    titles.join("\n")
}

fn prose(text: &str, pieces: &[Span]) -> String {
    Logical::prose(text, pieces).into_text()
}

fn diagnostic_records(cable: &Cable, file: &str) -> Vec<DiagnosticRecord> {
    let file_name = file_name_differs(file, cable);
    // The telegram's own diagnostics are in the order of their places already.
    let before = file_name.as_ref().map_or(0, |added| cable.diagnostics.partition_point(|own| own.span <= added.span));
    let (before, behind) = cable.diagnostics.split_at(before);
    let diagnostics = before.iter().chain(&file_name).chain(behind);
    let record = |diagnostic: &Diagnostic| DiagnosticRecord {
        code: diagnostic.code.name(),
        severity: diagnostic.code.severity(),
        message: diagnostic.message(),
        span: diagnostic.span,
    };
    diagnostics.map(record).collect()
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn headings() {
        for (title, expected) in [
            ("THE NORTH\n---------\n\nBoats\n-----", "THE NORTH\nBoats"),
            ("Boats of the bay,\n-----------------\n\nand ropes\n---------", "Boats of the bay, and ropes"),
            (
                "Reports of the Harbour Master on the Quays of the Co-\nOperation\n---------",
                "Reports of the Harbour Master on the Quays of the Co Operation",
            ),
            (
                "Reports of the Harbour Master on the Quays of Lydda --\nBoats\n---------",
                "Reports of the Harbour Master on the Quays of Lydda Boats",
            ),
            ("---\nTHE NORTH\n---\n---\nBoats and\nOld Ropes\n---", "THE NORTH\nBoats and Old Ropes"),
        ] {
            let text = format!("UNCLAS TARSIS 0417\nSUBJECT: ROPES\n\n{title}\n\n1. (C) They hold.\n");
            let cable = crate::parse(&text);
            let lines = cable.paragraphs.first().map_or(&[][..], |first| &first.heading);
            assert_eq!(heading(&text, lines), expected, "{title}");
        }
    }
}
