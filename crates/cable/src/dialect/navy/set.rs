//! Sets of the message text formats: `SUBJ/NAME OF IT//`.
//!
//! A set begins with its name and a stroke, at the start of a line or behind the end of another set. It goes on over
//! lines up to two strokes. Its end is often lost, so the name of a well-known set also ends the set above it.

use crate::words::{first_is, starts_with_any_case};
use crate::wrap;
use memchr::memmem;
use std::ops::Range;

/// What a set is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SetKind {
    /// `SUBJ/…//`
    Subject,
    /// `REF/A/DOC/COMTARSIS/20FEB2002//`
    Reference,
    /// `AMPN/…//` behind the set that it amplifies, or `NARR/…//` for several
    Explanation,
    /// `DECL/…//`
    Declassification,
    /// `RMKS/`, `GENTEXT/REMARKS/`, behind which the text begins
    Text,
    /// Any other: who wrote it in which format, whom to ask, when to answer
    Other,
}

/// The head of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    pub kind: SetKind,
    /// Length of the name with its stroke, and of the title that can begin free text.
    pub label: usize,
}

/// The sets of general messages, and whether only messages have a set of this name.
const NAMES: [(&str, SetKind, bool); 14] = [
    ("MSGID", SetKind::Other, true),
    ("SUBJ", SetKind::Subject, true),
    ("REF", SetKind::Reference, false),
    ("AMPN", SetKind::Explanation, true),
    ("NARR", SetKind::Explanation, true),
    ("POC", SetKind::Other, false),
    ("GENTEXT", SetKind::Text, true),
    ("RMKS", SetKind::Text, true),
    ("REMARKS", SetKind::Text, false),
    ("DECL", SetKind::Declassification, false),
    ("CLAS", SetKind::Other, false),
    ("ORDTYP", SetKind::Other, false),
    ("TIMEZONE", SetKind::Other, false),
    ("AKNLDG", SetKind::Other, true),
];

/// Names of sets have at most nine letters.
const LONGEST_NAME: usize = 9;

/// A title of free text is no longer than this.
const LONGEST_TITLE: usize = 40;

/// The well-known set that `line` begins.
pub(crate) fn begins(line: &str) -> Option<Set> {
    if !first_is(line, u8::is_ascii_alphabetic) {
        return None;
    }
    let (name, kind, _) = NAMES.into_iter().find(|(name, ..)| head(line, name).is_some())?;
    let mut label = head(line, name)?;
    if name == "GENTEXT" {
        label = behind_title(line, label);
    }
    if kind == SetKind::Text {
        label = behind_name(line, label);
    }
    Some(Set { kind, label })
}

/// A set of any name: a word of capitals in front of the first stroke, with a field and another stroke behind. A set
/// with a misspelt name counts; an addressee's routing indicator or label does not.
pub(crate) fn begins_any(line: &str) -> Option<Set> {
    let other = || {
        let name = line.bytes().take(LONGEST_NAME + 1).position(|byte| byte == b'/')?;
        let (name, rest) = line.split_at_checked(name)?;
        let is_name = name.len() > 3
            && name != "INFO"
            && !name.starts_with(['R', 'Z'])
            && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let has_fields = rest.strip_prefix('/').is_some_and(|rest| !rest.starts_with('/') && rest.contains('/'));
        (is_name && has_fields).then_some(Set { kind: SetKind::Other, label: name.len().saturating_add(1) })
    };
    begins(line).or_else(other)
}

/// Whether the set of a row can stand behind the text: more text, whom to ask, whether to acknowledge, the
/// declassification. Any other set there is part of a message that the text gives as an example.
pub(super) fn can_follow_text(row: &str, set: Set) -> bool {
    matches!(set.kind, SetKind::Text | SetKind::Declassification)
        || ["POC", "AKNLDG"].iter().any(|name| starts_with_any_case(row, name))
}

/// Whether a row begins a set that only messages have.
pub(in crate::dialect) fn is_telling(row: &str) -> bool {
    let begins = |name: &str| row.starts_with(name) && row.len() > name.len() && head(row, name).is_some();
    NAMES.iter().any(|(name, _, telling)| *telling && begins(name))
}

/// Whether a row holds several sets, with the subject behind the end of another, as in copies that lost their line
/// ends.
pub(super) fn is_joined(row: &str) -> bool {
    let joined = || memmem::find_iter(row.as_bytes(), b"SUBJ/").filter_map(|at| row.get(..at));
    row.len() > wrap::LONGEST_WRAPPED && joined().any(|front| front.trim_end_matches(' ').ends_with("//"))
}

/// Length of the head of a set called `name`: `POC/`, `POC (PRIMARY)/`, `MSGID /`, `RMKS1.` without its stroke,
/// `REF A/` with a blank for the stroke, and only the name where a wrap cut the head.
fn head(line: &str, name: &str) -> Option<usize> {
    if !starts_with_any_case(line, name) {
        return None;
    }
    let rest = line.get(name.len()..)?;
    let digits = rest.bytes().take(2).take_while(u8::is_ascii_digit).count();
    if rest.is_empty() || name == "RMKS" && digits > 0 && rest.get(digits..)?.starts_with('.') {
        return Some(name.len());
    }
    // Several points of contact are numbered: `POC1/`.
    let bare = match rest.get(digits..).filter(|behind| digits > 0 && behind.starts_with('/')) {
        Some(behind) => behind,
        None => rest.trim_start_matches(' '),
    };
    let close = bare.bytes().take(LONGEST_TITLE).position(|byte| byte == b')').filter(|_| bare.starts_with('('));
    let bare = close.and_then(|close| bare.get(close..)?.strip_prefix(')')).unwrap_or(bare);
    let behind = bare.strip_prefix('/').or_else(|| Some(bare).filter(|_| is_first_field(name, rest)));
    behind.map(|rest| line.len().saturating_sub(rest.len()))
}

/// Whether a name and a blank are followed by the first field of the set, with further fields behind: the letter of a
/// reference, the format of a message.
fn is_first_field(name: &str, rest: &str) -> bool {
    let longest = match name {
        "REF" => 2,
        "MSGID" => LONGEST_NAME,
        _ => return false,
    };
    let Some(rest) = rest.strip_prefix(' ').map(|rest| rest.trim_start_matches(' ')) else { return false };
    let len = rest.bytes().take(longest).take_while(u8::is_ascii_uppercase).count();
    let fields = rest.get(len..).and_then(|rest| rest.strip_prefix('/'));
    len > 0 && fields.is_some_and(|fields| !fields.starts_with('/') && fields.contains('/'))
}

/// Where the text of a `GENTEXT` begins: behind its title and a stroke.
fn behind_title(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    let end = rest.bytes().take(LONGEST_TITLE).take_while(|byte| byte.is_ascii_alphabetic() || *byte == b' ').count();
    if end > 0 && rest.as_bytes().get(end) == Some(&b'/') { at.saturating_add(end).saturating_add(1) } else { at }
}

/// Where the text begins in a set that repeats its name: `GENTEXT/REMARKS/REMARKS/1.`
fn behind_name(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    let mut names = NAMES.into_iter().filter(|(_, kind, _)| *kind == SetKind::Text).map(|(name, ..)| name);
    let again = names.find_map(|name| rest.strip_prefix(name)?.strip_prefix('/'));
    again.map_or(at, |behind| line.len().saturating_sub(behind.len()))
}

/// The place of the title in a head that opens free text: `GENTEXT/SITUATION/`. Remarks have no title.
pub(crate) fn title(head: &str) -> Option<Range<usize>> {
    let start = head.find('/')?.saturating_add(1);
    let title = head.get(start..without_end(head))?.split('/').next().filter(|title| !title.is_empty())?;
    (!matches!(title, "REMARKS" | "RMKS")).then(|| start..start.saturating_add(title.len()))
}

/// The places in a row where something can begin: its start, behind a blank, behind two strokes. Each comes with
/// whether two strokes, which end a set, stand in front of it.
pub(crate) fn places(line: &str) -> impl Iterator<Item = (usize, bool)> + '_ {
    let mut above = (b'/', b'/');
    let mut ended = true;
    line.bytes().enumerate().filter_map(move |(at, byte)| {
        let begins = !matches!(byte, b' ' | b'/') && (above.1 == b' ' || above == (b'/', b'/'));
        ended = above == (b'/', b'/') || ended && above.1 == b' ';
        above = (above.1, byte);
        begins.then_some((at, ended))
    })
}

/// Every well-known set that begins in a row, with its place.
pub(crate) fn sets(line: &str) -> impl Iterator<Item = (usize, Set)> + '_ {
    places(line).filter(|(_, ended)| *ended).filter_map(|(at, _)| Some((at, begins(line.get(at..)?)?)))
}

/// Length of a set without the strokes at its end, which damage can separate or cut to one.
pub(crate) fn without_end(line: &str) -> usize {
    line.trim_end_matches(['/', ' ']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[(&str, SetKind)]) {
        let found: Vec<_> = sets(line).map(|(at, set)| (&line[at..at + set.label], set.kind)).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn at_the_start_and_behind_an_end() {
        use SetKind::*;
        check("SUBJ/SHIPS// POC/ROE/LT//", &[("SUBJ/", Subject), ("POC/", Other)]);
        check("OF 2007.//POC (SECOND)/DOE//", &[("POC (SECOND)/", Other)]);
        check("OF 2007// POC1/ROE/CIV// POC2/DOE//", &[("POC1/", Other), ("POC2/", Other)]);
        check("POC123/ROE//", &[]);
        check("GENTEXT/REMARKS/1.  SHIPS", &[("GENTEXT/REMARKS/", Text)]);
        check("GENTEXT/REMARKS/REMARKS/1.  SHIPS", &[("GENTEXT/REMARKS/REMARKS/", Text)]);
        check("RMKS/REMARKS/1.  SHIPS", &[("RMKS/REMARKS/", Text)]);
        check("RMKS/REMARKS ARE/1.  SHIPS", &[("RMKS/", Text)]);
        check("GENTEXT/1.  SHIPS", &[("GENTEXT/", Text)]);
        check("1.).// RMKS/1. SHIPS", &[("RMKS/", Text)]);
        check("RMKS1.  SHIPS", &[("RMKS", Text)]);
        check("Rmks/1.  Ships", &[("Rmks/", Text)]);
        check("SUBJ:  SHIPS//", &[]);
        check("MSGID /COMTARSIS/N1//", &[("MSGID /", Other)]);
        check("SUBJ/SHIPS// REF A/MSG/COMTARSIS// REF", &[("SUBJ/", Subject), ("REF ", Reference), ("REF", Reference)]);
        check("MSGID GENADMIN/COMTARSIS/N1//", &[("MSGID ", Other)]);
        check("REF A IS THE ORDER/SHIPS/QUAYS", &[]);
        check("REF A/B ARE ORDERS", &[]);
        check("SEE REF/A AND POC/ROE", &[]);
        check("REFERENCE/A", &[]);
        check("", &[]);
    }

    #[test]
    fn titles() {
        for (head, expected) in [
            ("GENTEXT/SITUATION/", Some("SITUATION")),
            ("GENTEXT/REMARKS/", None),
            ("GENTEXT/REMARKS/REMARKS/", None),
            ("GENTEXT/SITUATION/REMARKS/", Some("SITUATION")),
            ("RMKS/", None),
            ("RMKS", None),
        ] {
            assert_eq!(title(head).map(|at| &head[at]), expected, "{head}");
        }
    }

    #[test]
    fn of_any_name() {
        assert!(begins_any("MSGIC/GENADMIN/COMTARSIS//").is_some());
        for line in [
            "UNCLAS//N05000//",
            "RUEWXXX/COMTARSIS//N1//",
            "COMTARSIS//",
            "INFO/COMTARSIS//N1//",
            "NEW TARSIS/N1/",
            "ZEN/COMTARSIS/N1",
        ] {
            assert_eq!(begins_any(line), None, "{line}");
        }
    }
}
