//! A second reading of a text, made without the parser, for what there is to be found in it.

use regex_lite::Regex;

/// Returns whether the header holds a date-time group (`021130Z JUN 09`).
pub fn has_date_time_group(text: &str) -> bool {
    found(r"(?i)\b\d{6}Z\s+[A-Z]{3}\s+\d{2}", header(text)).is_some()
}

/// The first line of the subject without label and portion mark, where there is a SUBJECT line.
pub fn subject(text: &str) -> Option<String> {
    let header = header(text);
    // The label can follow TAGS on the same line, where a converter has joined the header.
    let label = found(r"(?i)(?:^|\s)subj(?:ect)?:", header)?;
    let line = header[label.1..].trim_start_matches([' ', '\t']).lines().next().unwrap_or_default();
    let mark = found(r"^\([A-Z/]+\)", line).map_or(0, |mark| mark.1);
    Some(line[mark..].trim().to_owned())
}

/// Every word of the TAGS block in upper case, continuation lines included.
pub fn tags_block(text: &str) -> Vec<String> {
    let header = header(text);
    let Some((_, start)) = found(r"(?i)(?:^|\s)tags?\b:?", header) else { return Vec::new() };
    let rest = &header[start..];
    let end = found(r"(?i)(\n[ \t]*\n|(?:^|\s)subj(?:ect)?\b|\n[ \t]*(?:refs?(?:tels?)?|classified|sipdis)\b)", rest);
    words(&rest[..end.map_or(rest.len(), |end| end.0)])
}

/// The words of a text in upper case, Markdown residue taken out.
pub fn words(text: &str) -> Vec<String> {
    let plain = text.replace("](#)", " ").to_uppercase();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The labels that count 1, 2, 3 …; the others are lists, years at the start of a line and other chance numbers.
pub fn counted(labels: &[String]) -> Vec<u32> {
    let mut counted = Vec::new();
    for number in labels.iter().filter_map(|label| label.parse::<u32>().ok()) {
        if number as usize == counted.len() + 1 {
            counted.push(number);
        }
    }
    counted
}

/// The text above the first paragraph label, or the first lines of a text without labels.
fn header(text: &str) -> &str {
    let label = found(r"(?m)^\[1\]\(#\)1\.", text).map(|label| label.0);
    let hundred_lines = || text.match_indices('\n').nth(100).map_or(text.len(), |(end, _)| end);
    &text[..label.unwrap_or_else(hundred_lines)]
}

/// The numbers at the start of a line with a full stop behind them.
pub fn labels(text: &str) -> Vec<String> {
    captures(r"(?m)^[ \t]*(\d{1,3}) ?\.(?:[ \t(]|$)", text)
}

/// The text that the group of a pattern matches, for each match.
pub fn captures(pattern: &str, text: &str) -> Vec<String> {
    let Ok(pattern) = Regex::new(pattern) else { return Vec::new() };
    let groups = pattern.captures_iter(text).filter_map(|found| Some(found.get(1)?.as_str().to_owned()));
    groups.collect()
}

/// The start and end of the first match. The patterns are constants, and one that does not compile shows in the table.
fn found(pattern: &str, text: &str) -> Option<(usize, usize)> {
    Regex::new(pattern).ok()?.find(text).map(|found| (found.start(), found.end()))
}
