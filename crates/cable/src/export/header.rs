//! The header as a reader sees it, line by line: labels and values, in the order of a telegram.

use super::{Record, When};
use crate::{Addressee, Precedence, TagKind};

/// A label and its values, at least one.
pub(super) type Line = (&'static str, Vec<String>);

/// The lines of a header that have a value.
pub(super) fn lines(record: &Record) -> Vec<Line> {
    let date = record.date.map(|date| match date {
        When::Minute(time) => format!("{} {:02}:{:02}Z", time.date, time.hour, time.minute),
        When::Day(day) => day.to_string(),
    });
    let precedence = record.precedence.map(|pair| match pair.info {
        Some(info) => format!("{}, info {}", name(pair.action), name(info)),
        None => name(pair.action).to_owned(),
    });
    let reasons = record.classification_reasons.join(", ");
    let reference = |reference: &super::ReferenceRecord| match &reference.label {
        Some(label) => format!("{label}. {}", reference.text),
        None => reference.text.clone(),
    };
    let people = record.classified_by.iter().map(|person| match &person.title {
        Some(title) => format!("{}, {title}", person.name),
        None => person.name.clone(),
    });
    let order = record.executive_order.as_ref().map(|order| {
        let parts = [order.order.clone(), order.instruction.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(": ")
    });
    let lines: [Line; 14] = [
        ("Classification", classification(record).into_iter().collect()),
        ("Date", date.into_iter().collect()),
        ("Precedence", precedence.into_iter().collect()),
        ("From", record.from.iter().map(|from| from.name.clone()).collect()),
        ("To", record.to.iter().map(addressee).collect()),
        ("Info", record.info.iter().map(addressee).collect()),
        ("Exempt", record.exempt.iter().map(addressee).collect()),
        ("Captions", record.captions.clone()),
        ("Passing", record.passing.clone()),
        ("E.O.", order.into_iter().collect()),
        ("TAGS", vec![tags(record)]),
        ("References", record.references.iter().map(reference).collect()),
        ("Classified by", people.collect()),
        ("Reasons", vec![reasons]),
    ];
    let written = |(label, mut values): Line| {
        values.retain(|value| !value.is_empty());
        (!values.is_empty()).then_some((label, values))
    };
    lines.into_iter().filter_map(written).collect()
}

/// TAGS as telegrams have them. A person is in brackets behind its code, because its own comma would make two TAGS of
/// it.
fn tags(record: &Record) -> String {
    let mut tags = String::new();
    for tag in &record.tags {
        let is_person = tag.kind == TagKind::Person;
        tags.push_str(match (tags.is_empty(), is_person) {
            (true, false) => "",
            (false, false) => ", ",
            (true, true) => "(",
            (false, true) => " (",
        });
        tags.push_str(&tag.code);
        if is_person {
            tags.push(')');
        }
    }
    tags
}

/// The level and its caveats, as a classification line has them.
pub(super) fn classification(record: &Record) -> Option<String> {
    use crate::Level::*;
    let mark = record.classification.as_ref()?;
    let level = match mark.level {
        Unclassified => "UNCLASSIFIED",
        LimitedOfficialUse => "LIMITED OFFICIAL USE",
        Confidential => "CONFIDENTIAL",
        Secret => "SECRET",
        TopSecret => "TOP SECRET",
    };
    let caveats = mark.caveats.iter().map(String::as_str);
    Some(std::iter::once(level).chain(caveats).collect::<Vec<_>>().join("//"))
}

/// What names a telegram: its reference number, or the file that holds it.
pub(super) fn title(record: &Record) -> &str {
    record.mrn.as_deref().unwrap_or(&record.file)
}

fn addressee(addressee: &Addressee) -> String {
    match addressee.precedence {
        Some(precedence) => format!("{} ({})", addressee.name, name(precedence)),
        None => addressee.name.clone(),
    }
}

fn name(precedence: Precedence) -> &'static str {
    match precedence {
        Precedence::Routine => "routine",
        Precedence::Priority => "priority",
        Precedence::Immediate => "immediate",
        Precedence::NiactImmediate => "niact immediate",
        Precedence::Flash => "flash",
    }
}
