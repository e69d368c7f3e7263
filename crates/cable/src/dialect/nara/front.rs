//! What stands in front of a telegram that an archive gave out: the title of its text, and, on the pages of the Public
//! Library of US Diplomacy, the table of its attributes, one label a row with its value beside or below it.

use super::archive::{begun, go_on, read_values};
use super::stamp::Stamped;
use crate::envelope::format_line;
use crate::heading::{banner, classification};
use crate::row::{Gap, gap};
use crate::telegram_name::TelegramName;
use crate::words::{head, starts_with_any_case};
use crate::{Field, Span, body, line};
use memchr::memmem;

/// The line above the text.
const TITLE: &str = "Message Text";

/// Only stamps and banners, in at most this many rows, stand above the title.
const ROWS_ABOVE_TITLE: usize = 8;

/// The label of the number that the archive keeps a telegram under; no other table uses this label.
const NUMBER: &str = "Canonical ID";

/// The labels of the table.
const LABELS: [&str; 22] = [
    "Cable title",
    "Title",
    "Date",
    NUMBER,
    "Original Classification",
    "Current Classification",
    "Previous Handling Restrictions",
    "Handling Restrictions",
    "Character Count",
    "Executive Order",
    "Locator",
    "TAGS",
    "Concepts",
    "Enclosure",
    "Type",
    "Office Origin",
    "Office Action",
    "Archive Status",
    "From",
    "To",
    "Markings",
    "Reference(s)",
];

/// The tabs of a telegram's page, below the table.
const TABS: [&str; 7] = ["Content", "Raw content", "Raw source", "Metadata", "Print", "Share", "Show Headers"];

/// The name of the page and its menu, which stand above the table, end within this many bytes.
const REACH: usize = 4096;

/// A page has at most this many rows down to the end of the table.
const MOST_ROWS: usize = 120;

/// A table that names its telegram has at least this many labels.
const FEWEST: usize = 4;

/// Where the text begins below its title.
pub(crate) fn below_title(text: &str, span: Span) -> Option<u32> {
    let title = line::rows(text, span).take(ROWS_ABOVE_TITLE).find(|row| row.of(text) == TITLE)?;
    let above = Span::new(span.start, title.start);
    let stamped = Stamped::of(text, above);
    let mut rows = line::rows(text, above);
    rows.all(|row| banner(row.of(text)).is_some() || stamped.covers(row)).then_some(title.end)
}

/// The attributes of a table in front of the text, and where it ends.
pub(crate) fn table(text: &str, span: Span) -> Option<(Vec<Field<String>>, u32)> {
    memmem::find(head(span.of(text), REACH).as_bytes(), NUMBER.as_bytes())?;
    let mut found: Vec<Field<String>> = Vec::new();
    let mut rows = line::rows(text, span).take(MOST_ROWS).peekable();
    while let Some(row) = rows.next() {
        let known = |label: Span| found.iter().any(|field| bare(text, field.label) == bare(text, label));
        if let Some(label) = label(text, row).filter(|label| !known(*label)) {
            found.push(begun(text, row, label));
            continue;
        }
        // A long value goes on if a further label stands below it.
        let mut goes_on = || rows.peek().is_some_and(|below| label(text, *below).is_some_and(|label| !known(label)));
        // A row below an empty line is no value: the last label of the table can be without one.
        let is_apart = |label: &Field<String>| gap(Span::new(label.label.end, row.start).of(text)) == Gap::Blank;
        match found.last() {
            None if begins_telegram(row.of(text)) => return None,
            None => continue,
            Some(last) if last.raw.is_empty() && is_apart(last) => break,
            Some(last) if !last.raw.is_empty() && (TABS.contains(&row.of(text)) || !goes_on()) => break,
            _ => {}
        }
        found.last_mut().into_iter().for_each(|last| go_on(last, row));
    }
    read_values(text, &mut found);
    let is_named =
        |field: &Field<String>| bare(text, field.label) == NUMBER && TelegramName::read(&field.value).is_some();
    let end = found.last().filter(|_| found.len() >= FEWEST && found.iter().any(is_named))?;
    let end = end.label.cover(end.raw).end;
    let tabs = line::rows(text, Span::new(end, span.end)).take_while(|row| TABS.contains(&row.of(text)));
    let end = tabs.last().map_or(end, |tab| tab.end);
    Some((found, end))
}

/// Whether a row belongs to a telegram, so that no table stands below it.
fn begins_telegram(row: &str) -> bool {
    format_line(row).is_some() || classification(row).is_some() || body::begins(row)
}

/// The label that begins a row: by itself, or with a colon or a tab behind it.
fn label(text: &str, row: Span) -> Option<Span> {
    let written = row.of(text);
    let len = LABELS.iter().filter(|label| starts_with_any_case(written, label)).map(|label| label.len()).next()?;
    let behind = written.get(len..)?;
    let colon = usize::from(behind.starts_with(':'));
    (colon > 0 || behind.is_empty() || behind.starts_with('\t')).then(|| row.part(0..len.saturating_add(colon)))
}

fn bare(text: &str, label: Span) -> &str {
    label.of(text).trim_end_matches(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(&str, &str)], below: &str) {
        let found = table(source, Span::new(0, source.len() as u32)).unwrap_or_default();
        let fields: Vec<_> = found.0.iter().map(|field| (bare(source, field.label), field.value.as_str())).collect();
        assert_eq!((fields.as_slice(), source[found.1 as usize..].trim_start()), (expected, below), "{source}");
    }

    #[test]
    fn tables() {
        check(
            "A LIBRARY\nTitle: FERRIES\nCanonical ID:\t1976TARSIS00417_b\nLocator\nTEXT ONLINE\nMarkings:\nJane P. Roe\nTo\nLydda\nContent\n\nTAGS: PFOR",
            &[
                ("Title", "FERRIES"),
                ("Canonical ID", "1976TARSIS00417_b"),
                ("Locator", "TEXT ONLINE"),
                ("Markings", "Jane P. Roe"),
                ("To", "Lydda"),
            ],
            "TAGS: PFOR",
        );
        check(
            "Canonical ID\n1976TARSIS00417_b\nTAGS\nPFOR - Foreign\nPolicy\nFrom\nTarsis\nTo\nLydda\nE.O. 11652: N/A\nTAGS: PFOR\n",
            &[
                ("Canonical ID", "1976TARSIS00417_b"),
                ("TAGS", "PFOR - Foreign Policy"),
                ("From", "Tarsis"),
                ("To", "Lydda"),
            ],
            "E.O. 11652: N/A\nTAGS: PFOR\n",
        );
        let named = "Canonical ID: 1976TARSIS00417_b\nTitle: FERRIES\nFrom: Tarsis\n";
        let fields =
            [("Canonical ID", "1976TARSIS00417_b"), ("Title", "FERRIES"), ("From", "Tarsis"), ("Markings", "")];
        check(&format!("{named}Markings\n\nE.O. 11652: N/A\nTAGS: PFOR"), &fields, "E.O. 11652: N/A\nTAGS: PFOR");
        check(&format!("{named}Markings\r\n\r\nE.O. 11652: N/A"), &fields, "E.O. 11652: N/A");
        for above in ["R 021130Z JUL 76", "UNCLAS TARSIS 0417", "1. THE FERRY SAILS."] {
            let text = format!("{above}\n{named}To: Lydda");
            check(&text, &[], &text);
        }
        for text in [
            "From: Tarsis\nTo: Lydda\nDate: June\nTitle: FERRIES\n",
            "Canonical ID: none\nTo: Lydda\nDate: June\nTitle: FERRIES\n",
            "Canonical ID: 1976TARSIS00417_b\nTo: Lydda\n",
        ] {
            check(text, &[], text);
        }
    }

    #[test]
    fn titles() {
        let below = |text: &str| below_title(text, Span::new(0, text.len() as u32));
        assert_eq!(below("\n  Message Text\n\n1. A SHIP"), Some(15));
        assert_eq!(
            below("SECRET\nJane Roe Declassified/Released US Department of State\nMessage Text\n1. A SHIP"),
            Some(73)
        );
        assert_eq!(below("1. A SHIP\nMessage Text of it"), None);
        assert_eq!(below("R 021130Z JUL 76\nSUBJECT: SHIPS\nMessage Text\n1. A SHIP"), None);
    }
}
