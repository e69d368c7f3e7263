//! Levels, precedences, roles, dates and dialects in plain words.

use cable::{DateTime, Dialect, Level, Precedence, ReferenceKind, ReferenceNumber, Role, SectionCount};

/// `12 March 2007, 10:35 UTC`
pub fn minute(at: DateTime) -> String {
    format!("{}, {} UTC", at.date.in_words(), clock(at))
}

/// `10:35`
pub fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour, at.minute)
}

/// Milliseconds since 1970, as JavaScript counts time.
pub fn unix_milliseconds(at: DateTime) -> f64 {
    /// The number of the first minute of 1970.
    const BEFORE: f64 = 719_163.0 * 1_440.0;
    (f64::from(at.minutes()) - BEFORE) * 60_000.0
}

/// `5d41402a…` in full: lower-case hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or_default();
    bytes.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// `Confidential`
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Unclassified => "Unclassified",
        Level::LimitedOfficialUse => "Limited official use",
        Level::Confidential => "Confidential",
        Level::Secret => "Secret",
        Level::TopSecret => "Top secret",
    }
}

/// `Immediate`
pub fn precedence(precedence: Precedence) -> &'static str {
    match precedence {
        Precedence::Routine => "Routine",
        Precedence::Priority => "Priority",
        Precedence::Immediate => "Immediate",
        Precedence::NiactImmediate => "Night action, immediate",
        Precedence::Flash => "Flash",
    }
}

/// `Summary and comment`
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Summary => "Summary",
        Role::Comment => "Comment",
        Role::SummaryAndComment => "Summary and comment",
        Role::Note => "Note",
        Role::ActionRequest => "Action request",
        Role::BioNote => "Biographic note",
        Role::Text => "Quoted text",
    }
}

/// `1 of 2`
pub fn section(count: SectionCount) -> String {
    format!("{} of {}", count.number, count.of)
}

/// What a reference that is not a telegram refers to, where that is known.
pub fn reference_kind(kind: ReferenceKind) -> Option<&'static str> {
    match kind {
        ReferenceKind::Cable | ReferenceKind::Other => None,
        ReferenceKind::Email => Some("E-mail"),
        ReferenceKind::Telcon => Some("Telephone conversation"),
        ReferenceKind::Report => Some("Report"),
        ReferenceKind::Memo => Some("Memorandum"),
        ReferenceKind::Meeting => Some("Meeting"),
        ReferenceKind::Web => Some("Web page"),
    }
}

/// The citation of a telegram of which only the number is known: post, number, year and what follows from them.
pub fn citation(number: &ReferenceNumber) -> Option<String> {
    let ReferenceNumber { year, post, number: serial } = number;
    Some(format!("{post}, Telegram {serial}, {}, {}.", (*year)?, number.canonical()?))
}

/// The kind of copy, as the masthead says it.
pub fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Cablegate => "Cablegate text (¶ labels)",
        Dialect::CablegateMarkdown => "Cablegate text with Markdown residue",
        Dialect::CablegateHtml => "Cablegate web page",
        Dialect::Nara1970s => "Central Foreign Policy Files, 1973-79",
        Dialect::Labelled => "Labelled telegram (post print or SMART)",
        Dialect::Navy => "JANAP 128 or US Navy message",
        Dialect::Unknown => "no telegram",
    }
}

/// The dialects that a reader can choose, with their names in the list. `None` is the page's own choice.
pub const CHOICES: [(Option<Dialect>, &str); 6] = [
    (None, "Automatic"),
    (Some(Dialect::Cablegate), "Cablegate"),
    (Some(Dialect::Nara1970s), "Department files, 1973-79"),
    (Some(Dialect::Labelled), "Labelled print or SMART"),
    (Some(Dialect::Navy), "Navy or joint message"),
    (Some(Dialect::Unknown), "Plain text"),
];

/// The most characters of a subject that are shown as the title; all of it is in Source.
pub const LONGEST_TITLE: usize = 400;

/// The meaning of a reason for classification: section 1.4 of E.O. 12958 as amended in 2003, and of E.O. 13526, and
/// section 1.5 of the order as first issued, whose letters up to g are the same.
pub fn reason(code: &str) -> Option<&'static str> {
    let (section, letter) = code.strip_suffix(')')?.split_once('(')?;
    if section != "1.4" && (section != "1.5" || letter == "h") {
        return None;
    }
    Some(match letter {
        "a" => "military plans, weapons or operations",
        "b" => "foreign government information",
        "c" => "intelligence",
        "d" => "foreign relations",
        "e" => "scientific, technological or economic matters",
        "f" => "nuclear safeguards",
        "g" => "vulnerabilities",
        "h" => "weapons of mass destruction",
        _ => return None,
    })
}

/// `1 place`, `3 places`
pub fn count(n: usize, one: &str, many: &str) -> String {
    [thousands(n as u64).as_str(), " ", if n == 1 { one } else { many }].concat()
}

/// `4,123`
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The text on one line, with every run of white space as one blank.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The first words of a text, up to `limit` characters, with an ellipsis where more follows. A word is cut only if it
/// is more than half of that.
pub fn shortened(text: &str, limit: usize) -> String {
    let Some((end, next)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let words = text[..end + next.len_utf8()].rfind(' ').filter(|&at| at >= end / 2).unwrap_or(end);
    format!("{}…", text[..words].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cable::Date;

    #[test]
    fn dates_are_written_out() {
        let date = Date::new(2007, 3, 2).map(|date| DateTime { date, hour: 10, minute: 5 });
        assert_eq!(date.map(minute).as_deref(), Some("2 March 2007, 10:05 UTC"));
    }

    #[test]
    fn minutes_are_counted_from_1970() {
        let at = |year, month, day, hour, minute| {
            Date::new(year, month, day).map(|date| unix_milliseconds(DateTime { date, hour, minute }))
        };
        assert_eq!(at(1970, 1, 1, 0, 0), Some(0.0));
        assert_eq!(at(2008, 4, 16, 5, 44), Some(1_208_324_640_000.0));
        assert_eq!(at(2000, 2, 29, 23, 59), Some(951_868_740_000.0));
        assert_eq!(at(1966, 12, 28, 18, 48), Some(-94_972_320_000.0));
    }

    #[test]
    fn a_reference_is_cited_by_its_number() {
        let number = |year| ReferenceNumber { year, post: "TARSIS".into(), number: 301 };
        assert_eq!(citation(&number(Some(2007))).as_deref(), Some("TARSIS, Telegram 301, 2007, 07TARSIS301."));
        assert_eq!(citation(&number(None)), None);
    }

    #[test]
    fn bytes_are_written_as_hexadecimal() {
        assert_eq!(hexadecimal(&[0, 15, 255]), "000fff");
    }

    #[test]
    fn reasons_are_known_by_their_section() {
        assert_eq!(reason("1.4(d)"), Some("foreign relations"));
        assert_eq!(reason("1.5(d)"), Some("foreign relations"));
        assert_eq!(reason("1.4(h)"), Some("weapons of mass destruction"));
        assert_eq!(reason("1.5(h)"), None);
        assert_eq!(reason("1.6(d)"), None);
        assert_eq!(reason("1.4(z)"), None);
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(4123), "4,123");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }

    #[test]
    fn long_texts_are_shortened_on_a_character() {
        assert_eq!(shortened("ÄÖÜ", 3), "ÄÖÜ");
        assert_eq!(shortened("ÄÖ ÜX", 3), "ÄÖ…");
        assert_eq!(one_line("  a\n b\t\tc "), "a b c");
    }
}
