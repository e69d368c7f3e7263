//! An item in CSL-JSON, the input of the processors of the Citation Style Language (schema `csl-data`, 1.0.2).

use super::party::Party;
use super::source::Source;

/// The item, an object of JSON.
pub(super) fn item(source: &Source) -> String {
    let mut out = String::from("  {\n    \"id\": ");
    string(&mut out, source.key());
    let mut field = |name: &str, write: &dyn Fn(&mut String)| {
        out.push_str(&[",\n    \"", name, "\": "].concat());
        write(&mut out);
    };
    let text = |value: &str| {
        let value = value.to_owned();
        move |out: &mut String| string(out, &value)
    };
    field("type", &text("report"));
    field("genre", &text(source.genre));
    field("title", &text(source.title()));
    if let Some(from) = &source.from {
        field("author", &|out| names(out, std::slice::from_ref(from)));
    }
    if !source.to.is_empty() {
        field("recipient", &|out| names(out, &source.to));
    }
    if let Some(institution) = source.institution() {
        field("publisher", &text(&institution));
    }
    if let Some(number) = &source.mrn {
        field("number", &text(number));
    }
    if let Some(date) = source.date {
        let parts = [u32::from(date.year()), u32::from(date.month()), u32::from(date.day())].map(|n| n.to_string());
        field("issued", &|out| out.push_str(&["{ \"date-parts\": [[", &parts.join(", "), "]] }"].concat()));
    }
    if !source.tags.is_empty() {
        field("keyword", &text(&source.keywords()));
    }
    if source.archive.is_some() {
        field("archive", &text("U.S. National Archives"));
        field("archive_location", &text("Central Foreign Policy Files, 1973-79, RG 59"));
    }
    out + "\n  }"
}

/// Writes offices, which have no first and last names.
fn names(out: &mut String, parties: &[Party]) {
    out.push('[');
    for (index, party) in parties.iter().enumerate() {
        out.push_str(if index > 0 { ", { \"literal\": " } else { "{ \"literal\": " });
        string(out, &party.name());
        out.push_str(" }");
    }
    out.push(']');
}

/// Writes a string of JSON (RFC 8259, section 7).
fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
