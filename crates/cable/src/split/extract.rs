//! The sentence that marks a partial extract, and what stands around it.

use super::identity::Identity;
use super::mail::is_telegram;
use super::record;
use crate::telegram_name::TelegramName;
use crate::{Span, body, heading, line};

/// How far the classification line of an extract stands behind its sentence, and how far in front of it what names it.
const REACH: usize = 12;

/// Which telegram an extract belongs to, from the classification line below its sentence.
pub(super) fn identity(text: &str, rest: Span) -> Identity<'_> {
    let mut identity = Identity::default();
    let rows = line::rows(text, rest).take(REACH).map(|row| row.of(text));
    for row in rows.take_while(|row| !row.starts_with("FM ")) {
        let joined = heading::joined_classification(row).unwrap_or_default();
        identity.classification(row.get(joined..).unwrap_or_default());
    }
    identity
}

/// Whether only a few rows stand above an extract, and either one names it (`09TARSIS417`, `refid: 09TARSIS417`, or any
/// other label) or none is a telegram's: a mail, or who copied it.
pub(super) fn is_preface(text: &str, above: Span, extract: &Identity) -> bool {
    let mut rows = line::rows(text, above).map(|row| row.of(text));
    let first: Vec<&str> = rows.by_ref().take(REACH).collect();
    let is_own = |name: TelegramName| !extract.differs(&Identity::default().named(&name));
    let labelled = |row: &&str| TelegramName::read(row.split_once(": ")?.1).filter(|_| heading::label(row).is_none());
    let is_text = |row: &&str| heading::names_telegram(row) || body::is_paragraph(row);
    let is_table = || first.iter().find_map(labelled).is_some_and(is_own) && !first.iter().any(is_text);
    let is_above =
        first.iter().any(|row| record::name(row).is_some()) || !first.iter().any(|row| is_telegram(row)) || is_table();
    is_above && rows.nth(REACH).is_none()
}
