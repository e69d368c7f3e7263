//! What the National Archives add to a telegram of 1973-79: the attributes behind its text, and the number under which
//! it is kept.

use crate::heading::classification;
use crate::interruption::{Interruption, begins_line};
use crate::telegram_name::TelegramName;
use crate::words::{first_is, has_small, up_to};
use crate::{Cable, Code, Diagnostic, Field, Logical, Span, line, words};
use memchr::memmem;
use std::collections::HashSet;

/// The line above the attributes.
const TITLE: &str = "Message Attributes";

/// The first of the attributes; no text mentions it.
const FIRST: &str = "Automatic Decaptioning:";

/// The beginning of the attributes that are left where the others are missing.
const STARRED: &str = "*** Current ";

/// The attributes are some seventy short lines at the end of a text.
const REACH: usize = 16 * 1024;

/// What stands in place of a missing value.
const NOTHING: [&str; 3] = ["", "n/a", "-- N/A or Blank --"];

/// No key is longer than this.
const LONGEST_KEY: usize = 48;

/// Where the attributes begin: at their title, in upper or lower case if the first attribute is below it, or at the
/// first of the lines that stand there without a title.
pub(crate) fn begins(text: &str, span: Span) -> Option<u32> {
    let mut start = span.end.saturating_sub(REACH as u32).max(span.start);
    while !text.is_char_boundary(start as usize) {
        start = start.saturating_add(1);
    }
    let window = Span::new(start, span.end).of(text);
    let first = |words: &str| {
        let mut found = memmem::find_iter(window.as_bytes(), words);
        found.find(|at| window.get(..*at).is_some_and(begins_line))
    };
    let untitled = first(FIRST).map(|at| {
        let above = window.get(..at).unwrap_or_default().trim_end();
        let row = words::behind_last(above, b"\n\r");
        if is_title(row.trim_start()) { words::start_of(row, above) } else { at }
    });
    let at = [first(TITLE), untitled, first(STARRED)].into_iter().flatten().min()?;
    Some(start.saturating_add(at as u32))
}

fn is_title(row: &str) -> bool {
    row.strip_suffix(':').unwrap_or(row).eq_ignore_ascii_case(TITLE)
}

/// The attributes. A value goes on up to the next key.
pub(crate) fn attributes(text: &str, span: Span) -> Vec<Field<String>> {
    let mut found: Vec<Field<String>> = Vec::new();
    for row in line::rows(text, span).filter(|row| !is_title(row.of(text))) {
        let written = row.of(text);
        match starred(written).or_else(|| key(written)) {
            Some(len) => {
                let label = Span::new(row.start, row.start.saturating_add(len as u32));
                found.push(begun(text, row, label));
            }
            None => found.last_mut().into_iter().for_each(|attribute| go_on(attribute, row)),
        }
    }
    read_values(text, &mut found);
    found
}

/// The attribute whose label begins a row, with what stands beside the label.
pub(super) fn begun(text: &str, row: Span, label: Span) -> Field<String> {
    Field { label, raw: line::trim(text, Span::new(label.end, row.end)), value: String::new() }
}

/// Continues a value with a row, or begins it.
pub(super) fn go_on(attribute: &mut Field<String>, row: Span) {
    attribute.raw = if attribute.raw.is_empty() { row } else { attribute.raw.cover(row) };
}

/// Reads the values once all of their rows are known.
pub(super) fn read_values(text: &str, attributes: &mut [Field<String>]) {
    for attribute in attributes {
        attribute.value = Logical::line(text, &[attribute.raw]).into_text();
    }
}

/// The length of `*** Current Classification ***`.
fn starred(row: &str) -> Option<usize> {
    let rest = row.strip_prefix(STARRED)?;
    let end = words::head(rest, LONGEST_KEY).find(" ***")?;
    Some(STARRED.len().saturating_add(end).saturating_add(" ***".len()))
}

/// The length of `Document Number:`. Keys have small letters; the text above them has not.
fn key(row: &str) -> Option<usize> {
    let len = words::head(row, LONGEST_KEY).find(':')?;
    let key = row.get(..len)?;
    let begins = first_is(key, u8::is_ascii_uppercase);
    let spelled = key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ');
    let is_key = key == "TAGS" || has_small(key);
    (begins && spelled && is_key).then_some(len.saturating_add(1))
}

/// The value of an attribute, unless it says that there is none.
pub(crate) fn attribute<'a>(text: &str, cable: &'a Cable, key: &str) -> Option<&'a Field<String>> {
    let named = |field: &&Field<String>| field.label.of(text).trim_matches([' ', '*', ':']) == key;
    let is_nothing = |value: &str| NOTHING.iter().any(|nothing| value.eq_ignore_ascii_case(nothing));
    cable.attributes.iter().find(named).filter(|found| !is_nothing(&found.value))
}

/// Where the archive says that it has the text, if not in its files: of some telegrams the files hold only the
/// attributes.
pub(crate) fn text_elsewhere<'a>(text: &str, cable: &'a Cable) -> Option<&'a Field<String>> {
    let is_file = |place: &str| ["ON-LINE", "ONLINE", "ON LINE"].iter().any(|words| place.contains(words));
    let locator = attribute(text, cable, "Locator").filter(|locator| !is_file(&locator.value))?;
    let is_said = cable.diagnostics.iter().any(|known| known.code == Code::TextLost);
    (cable.paragraphs.is_empty() && !is_said).then_some(locator)
}

/// The number that the archive keeps a telegram under, `1974TARSIS00708`: as its attributes say, or composed of the
/// year and of post and digits as the first page line or the classification line writes them.
pub(crate) fn number(text: &str, cable: &Cable, interruptions: &[Interruption]) -> Option<Field<String>> {
    let is_name = |field: &&Field<String>| TelegramName::read(&field.value).is_some();
    if let Some(number) = attribute(text, cable, "Document Number").filter(is_name) {
        return Some(number.clone());
    }
    if let Some(number) = attribute(text, cable, "Canonical ID").filter(is_name) {
        // The letter behind it tells one collection of the library from another.
        let name = up_to(&number.value, b"_");
        return Some(Field { value: name.to_owned(), ..number.clone() });
    }
    let minute = cable.date.as_ref().and_then(|date| date.value);
    let number = cable.reference_number.as_ref();
    let year = minute.map(|at| at.date.year()).or_else(|| number?.value.year)?;
    let on_page = interruptions.iter().find_map(|found| found.numbered);
    let raw = on_page.or(number.map(|number| number.raw))?;
    let written: String = raw.of(text).chars().filter(char::is_ascii_alphanumeric).collect();
    Some(Field::bare(raw, format!("{year}{}", written.to_ascii_uppercase())))
}

/// The contradictions between attributes and text. People typed the attributes anew.
pub(crate) fn contradictions(text: &str, cable: &Cable) -> Vec<Diagnostic> {
    let differs = |name: &str, place: Option<Span>, same: &dyn Fn(&str) -> bool| {
        let field = attribute(text, cable, name)?;
        let related = Some(place?);
        let written = &field.value;
        let detail = Some(format!("{name} is \u{201c}{written}\u{201d}."));
        (!same(written)).then_some(Diagnostic { code: Code::AttributeDiffers, span: field.raw, related, detail })
    };
    let number = cable.reference_number.as_ref();
    let level = cable.classification.as_ref();
    let subject = cable.subject.as_ref();
    let tags = cable.tags.first().zip(cable.tags.last()).map(|(first, last)| first.raw.cover(last.raw));
    [
        differs("Document Number", number.map(|field| field.raw), &|written| {
            let named = TelegramName::read(written);
            !named.is_some_and(|named| number.is_some_and(|number| named.differs(&number.value)))
        }),
        differs("Original Classification", level.map(|field| field.raw), &|written| {
            classification(written).is_none_or(|read| level.is_some_and(|level| level.value.level == read.level))
        }),
        differs("Subject", subject.map(|field| field.raw), &|written| {
            subject.is_some_and(|subject| is_cut(&letters(&subject.value), &letters(written)))
        }),
        differs("TAGS", tags, &|written| {
            let listed = letters(written);
            let listed: HashSet<&str> = listed.iter().map(String::as_str).collect();
            let is_listed = |word: &String| listed.contains(word.as_str());
            cable.tags.iter().all(|tag| letters(&tag.value.code).iter().all(is_listed))
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The words of a value in upper case, without the signs between them.
fn letters(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_uppercase).collect()
}

/// Whether two lists of words are the same, or one is the other cut short.
fn is_cut(a: &[String], b: &[String]) -> bool {
    let (a, b) = (a.concat(), b.concat());
    a.starts_with(&b) || b.starts_with(&a)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let whole = Span::new(0, text.len() as u32);
        let start = begins(text, whole).unwrap_or(whole.end);
        let found = attributes(text, Span::new(start, whole.end));
        let found: Vec<_> = found.iter().map(|field| (field.label.of(text), field.value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn keys_and_values() {
        check(
            "TEXT: ENDS.\n\nMessage Attributes\n\nCapture Date: 01 JAN 1994\nConcepts: PORTS,\n HARBORS\nTAGS: PFOR\n",
            &[("Capture Date:", "01 JAN 1994"), ("Concepts:", "PORTS, HARBORS"), ("TAGS:", "PFOR")],
        );
        let first = [("Automatic Decaptioning:", "X")];
        for title in ["", "MESSAGE ATTRIBUTES\n\n", "Message attributes:\n"] {
            check(&format!("ROE\n\n{title}Automatic Decaptioning: X"), &first);
        }
        check("Message attributes:\nBoats: two", &[]);
        check("Markings:\nJane Roe\n05 JUL 2006", &[]);
        check(
            "ROE\n\n*** Current Handling Restrictions *** n/a\n*** Current Classification *** UNCLASSIFIED",
            &[("*** Current Handling Restrictions ***", "n/a"), ("*** Current Classification ***", "UNCLASSIFIED")],
        );
        check(
            "ROE\n*** Current Classification *** UNCLASSIFIED\nMessage Attributes\nType: TE",
            &[("*** Current Classification ***", "UNCLASSIFIED"), ("Type:", "TE")],
        );
        check("ROE\n*** END ***\nNNNN", &[]);
    }
}
