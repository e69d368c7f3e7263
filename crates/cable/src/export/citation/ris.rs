//! A record in RIS, as the format's makers describe it (Research Information Systems, "RIS Format Specifications", 2011):
//! lines of a tag, two blanks, a hyphen and a blank, ended as DOS ends them, from TY to ER.

use super::source::Source;

/// The record.
pub(super) fn record(source: &Source) -> String {
    let mut out = String::from("TY  - RPRT\r\n");
    let mut line = |tag: &str, value: &str| out.push_str(&[tag, "  - ", &one_line(value), "\r\n"].concat());
    if let Some(author) = source.author() {
        line("AU", &author);
    }
    line("TI", source.title());
    if let Some(institution) = source.institution() {
        line("PB", &institution);
    }
    line("M3", source.genre);
    // Zotero takes this for a report's number.
    if let Some(number) = &source.mrn {
        line("SN", number);
    }
    if let Some(date) = source.date {
        let date = date.to_string().replace('-', "/");
        line("PY", date.split('/').next().unwrap_or_default());
        line("DA", &(date + "/"));
    }
    for tag in &source.tags {
        line("KW", tag);
    }
    if source.archive.is_some() {
        line("DB", "U.S. National Archives");
        line("N1", "Central Foreign Policy Files, 1973-79, RG 59");
    }
    out + "ER  - \r\n"
}

/// A value on one line: a line end would begin another tag.
fn one_line(value: &str) -> String {
    value.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}
