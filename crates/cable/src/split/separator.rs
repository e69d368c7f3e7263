//! Lines between the texts of a joined file: those of a mailbox, and rules with a name in them.

use crate::telegram_name::TelegramName;
use crate::words::words;

/// A separator has at most this many words: a mailbox's has an address, weekday, month, day, time, zone and year.
const LONGEST: usize = 9;

/// Whether a line separates texts: `From operator Mon Jan  5 14:03:00 2009`, `From 09TARSIS417.txt`,
/// `==> 09TARSIS417.txt <==`, `===== 09TARSIS417 =====`.
pub(super) fn is_separator(line: &str) -> bool {
    if !["From", "===", "---", "==>"].iter().any(|opening| line.starts_with(opening)) {
        return false;
    }
    let parts: Vec<&str> = words(line).filter_map(|word| line.get(word)).take(LONGEST + 1).collect();
    if parts.len() > LONGEST {
        return false;
    }
    match parts.as_slice() {
        ["From", name] => is_name(name),
        ["From", _, rest @ ..] => is_mail_date(rest),
        [rule, names @ ..] if is_rule(rule) => {
            let names = names.strip_suffix(&["<=="]).unwrap_or(names);
            let names = names.split_last().filter(|(last, _)| is_rule(last)).map_or(names, |(_, names)| names);
            matches!(names, [name] if is_name(name))
        }
        _ => false,
    }
}

/// Three or more of `=` or `-`, or the arrow with which `tail` names its files.
fn is_rule(word: &str) -> bool {
    word == "==>" || word.len() >= 3 && ["=", "-"].iter().any(|dash| word.bytes().all(|byte| dash.as_bytes() == [byte]))
}

/// A telegram's reference number, or the name of a file.
fn is_name(word: &str) -> bool {
    const ENDINGS: [&str; 5] = [".txt", ".html", ".htm", ".md", ".eml"];
    TelegramName::read(word).is_some()
        || ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
}

/// `Mon Jan  5 14:03:00 2009`: a time of day with the year behind it.
fn is_mail_date(parts: &[&str]) -> bool {
    let is_time =
        |word: &str| word.len() >= 5 && word.contains(':') && word.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let time = parts.iter().position(|word| is_time(word));
    time.is_some_and(|time| time >= 2 && parts.iter().skip(time).any(|word| is_year(word)))
}

#[cfg(test)]
mod tests {
    use super::is_separator;

    #[test]
    fn separators() {
        for line in [
            "From operator@example.org Mon Jan  5 14:03:00 2009",
            "From - Mon Jan  5 14:03:00 +0000 2009",
            "From 09TARSIS417",
            "From 09TARSIS417.txt",
            "===== 09TARSIS417 =====",
            "----- lydda.txt -----",
            "==> 09TARSIS417.txt <==",
            "=== 1975STATE011531_b",
        ] {
            assert!(is_separator(line), "{line}");
        }
        for line in [
            "From the beginning of 2009 on, trains left at 14:03.",
            "From Tarsis",
            "-----",
            "----- COMMENT -----",
            "=====",
            "--- he said",
            "-- 09TARSIS417",
            "",
        ] {
            assert!(!is_separator(line), "{line}");
        }
    }
}
