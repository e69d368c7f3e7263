//! An entry for BibTeX and BibLaTeX: a `@techreport`, the only numbered document that both know, with its type named.

use super::source::Source;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entry.
pub(super) fn entry(source: &Source) -> String {
    let mut out = ["@techreport{", &key(source.key()), ",\n"].concat();
    let mut field = |name: &str, value: &str| out.push_str(&["  ", name, " = ", value, ",\n"].concat());
    // Two pairs of braces make one name, not first and last, and keep the capitals.
    let whole = |value: &str| ["{{", &escaped(value), "}}"].concat();
    let plain = |value: &str| ["{", &escaped(value), "}"].concat();
    if let Some(author) = source.author() {
        field("author", &whole(&author));
    }
    field("title", &whole(source.title()));
    if let Some(institution) = source.institution() {
        field("institution", &whole(&institution));
    }
    field("type", &plain(source.genre));
    if let Some(number) = &source.mrn {
        field("number", &plain(number));
    }
    if let Some(date) = source.date {
        field("year", &date.year().to_string());
        field("month", MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default());
        // BibTeX has no day; BibLaTeX takes this in place of year and month.
        field("date", &plain(&date.to_string()));
    }
    if !source.tags.is_empty() {
        field("keywords", &plain(&source.keywords()));
    }
    if source.archive.is_some() {
        field("note", &plain("Central Foreign Policy Files, 1973--79, RG 59, U.S. National Archives"));
    }
    out + "}\n"
}

/// A key that every program takes: letters, digits, hyphens.
fn key(name: &str) -> String {
    let key: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let key = key.trim_matches('-');
    if key.is_empty() { "telegram".to_owned() } else { key.to_owned() }
}

/// Text in which no character has a meaning for TeX. Braces are replaced by their names, because BibTeX counts even
/// those behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_has_a_meaning_for_tex() {
        assert_eq!(escaped("A & B_{50%}"), "A \\& B\\_{\\textbraceleft}50\\%{\\textbraceright}");
        assert_eq!(escaped("a\\b\n~^$#"), "a{\\textbackslash}b {\\textasciitilde}{\\textasciicircum}\\$\\#");
    }

    #[test]
    fn keys_are_plain() {
        assert_eq!(key("08MUSCAT286"), "08MUSCAT286");
        assert_eq!(key("{a, b}"), "a--b");
        assert_eq!(key("\u{202e}"), "telegram");
    }
}
