//! The terms that a telegram uses: a glossary of its own, with the places of each.

use super::caption::caption;
use super::term::row;
use super::{ABBREVIATIONS, Term, TermKind, term};
use crate::words::has_small;
use crate::{Addressee, Cable, Date, Field, Span, sort_by_place};

/// A term and where the telegram uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// What it means.
    pub term: Term,
    /// Its places, in the order of the text.
    pub spans: Vec<Span>,
}

/// Every term of `cable`, which was parsed from `text`, by kind and code.
///
/// ```
/// let text = "O 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nTAGS: PREL\nSUBJECT: GOATS\n\n1. See septel.\n";
/// let uses = cable::glossary::terms(&cable::parse(text), text);
/// let codes: Vec<_> = uses.iter().map(|used| used.term.code).collect();
/// assert_eq!(codes, ["PREL", "O", "SEPTEL"]);
/// ```
pub fn terms(cable: &Cable, text: &str) -> Vec<TermUse> {
    let mut found = Found { text, when: cable.written_on(), lengths: Lengths::of_abbreviations(), uses: Vec::new() };
    found.header(cable);
    found.body(cable);
    for used in &mut found.uses {
        sort_by_place(&mut used.spans, |span| [span.start, span.end, 0]);
        used.spans.dedup();
    }
    found.uses
}

/// The lengths of the abbreviations that begin with each letter, one bit a length. Most words are no abbreviation, and
/// their length shows it.
struct Lengths {
    /// Lengths of those that are read in any case.
    any: [u32; 26],
    /// Lengths of all.
    all: [u32; 26],
}

impl Lengths {
    fn of_abbreviations() -> Self {
        let mut lengths = Self { any: [0; 26], all: [0; 26] };
        for row in ABBREVIATIONS.rows() {
            let known = [Some(&mut lengths.all), Some(&mut lengths.any).filter(|_| row.kind() == b'a')];
            for lengths in known.into_iter().flatten() {
                if let Some(bits) = letter(row.code).and_then(|at| lengths.get_mut(at)) {
                    *bits |= bit(row.code);
                }
            }
        }
        lengths
    }

    fn hold(&self, word: &str, capitals: bool) -> bool {
        let lengths = if capitals { &self.all } else { &self.any };
        letter(word).and_then(|at| lengths.get(at)).is_some_and(|bits| bits & bit(word) != 0)
    }
}

/// Which letter of the alphabet a word begins with.
fn letter(word: &str) -> Option<usize> {
    word.bytes().next()?.to_ascii_uppercase().checked_sub(b'A').map(usize::from)
}

fn bit(word: &str) -> u32 {
    u32::try_from(word.len()).ok().and_then(|len| 1_u32.checked_shl(len)).unwrap_or_default()
}

struct Found<'a> {
    text: &'a str,
    when: Option<Date>,
    lengths: Lengths,
    /// Sorted by kind and code.
    uses: Vec<TermUse>,
}

impl Found<'_> {
    fn add(&mut self, kind: TermKind, code: &str, span: Span) {
        if let Some(term) = term(kind, code, self.when) {
            self.put(term, span);
        }
    }

    /// Adds a use. There are few terms, so each is looked up among those found.
    fn put(&mut self, term: Term, span: Span) {
        let at = self.uses.partition_point(|used| (used.term.kind, used.term.code) < (term.kind, term.code));
        match self.uses.get_mut(at).filter(|used| used.term == term) {
            Some(used) => used.spans.push(span),
            None => self.uses.insert(at, TermUse { term, spans: vec![span] }),
        }
    }

    fn header(&mut self, cable: &Cable) {
        for tag in &cable.tags {
            if let Some(term) = super::tag(cable, &tag.value.code) {
                self.put(term, tag.raw);
            }
        }
        for field in &cable.captions {
            if let Some(term) = caption(&field.value) {
                self.put(term, field.raw);
            }
        }
        if let Some(precedence) = &cable.precedence {
            self.words(precedence.raw, char::is_whitespace, |found, word, span| {
                found.add(TermKind::Precedence, word, span)
            });
        }
        for signal in &cable.transmission.signals {
            // `ZFF4` asks for the fourth kind of acknowledgement.
            let code = signal.value.trim_end_matches(|c: char| c.is_ascii_digit());
            self.add(TermKind::Signal, code, signal.raw);
        }
        if let Some(order) = &cable.executive_order {
            if let Some(number) = &order.value.order {
                self.add(TermKind::Order, number, order.raw);
            }
            // `1.6X1` names the section in front of the exemption.
            let separates = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';');
            self.words(order.raw, separates, |found, word, span| {
                let code = word.trim_end_matches('.');
                found.add(TermKind::Exemption, code.strip_prefix("1.6").unwrap_or(code), span);
            });
        }
        for reason in &cable.classification_reasons {
            self.add(TermKind::Reason, &reason.value, reason.raw);
        }
        self.stations(cable);
    }

    /// Adds posts by their names, and indicators without a name beside them.
    fn stations(&mut self, cable: &Cable) {
        for routing in &cable.transmission.routed_to {
            self.add(TermKind::Routing, &routing.value, routing.raw);
        }
        if let Some(originator) = cable.transmission.originator.as_ref().filter(|_| cable.from.is_none()) {
            self.add(TermKind::Routing, &originator.value, originator.raw);
        }
        let addressees = cable.to.iter().chain(&cable.info).chain(&cable.exempt);
        let nameless = |to: &&Field<Addressee>| to.value.name.is_empty();
        for (routing, raw) in addressees.filter(nameless).filter_map(|to| Some((to.value.routing.as_ref()?, to.raw))) {
            self.add(TermKind::Routing, routing, raw);
        }
        if let Some(number) = &cable.reference_number {
            self.add(TermKind::Post, &number.value.post, number.raw);
        }
        for (number, raw) in cable.references.iter().filter_map(|to| Some((to.value.number.as_ref()?, to.raw))) {
            self.add(TermKind::Post, &number.post, raw);
        }
    }

    fn body(&mut self, cable: &Cable) {
        let header = cable.subject.iter().chain(&cable.passing).map(|field| field.raw);
        let body = cable.paragraphs.iter().flat_map(|paragraph| paragraph.heading.iter().chain(&paragraph.pieces));
        let references = cable.references.iter().map(|reference| reference.raw);
        for span in header.chain(references).chain(body.copied()) {
            self.words(span, |c| !c.is_ascii_alphanumeric() && c != '/', Self::abbreviation);
        }
    }

    /// `A/S` is one word, `MFA/NATO` two.
    fn abbreviation(&mut self, word: &str, span: Span) {
        if !self.abbreviated(word, span) && word.contains('/') {
            self.words(
                span,
                |c| c == '/',
                |found, part, span| {
                    found.abbreviated(part, span);
                },
            );
        }
    }

    fn abbreviated(&mut self, word: &str, span: Span) -> bool {
        let capitals = !has_small(word);
        if !self.lengths.hold(word, capitals) {
            return false;
        }
        let row = row(TermKind::Abbreviation, &word.to_ascii_uppercase(), self.when);
        let Some(row) = row.filter(|row| capitals || row.kind() == b'a') else { return false };
        self.add(TermKind::Abbreviation, row.code, span);
        true
    }

    /// Calls `each` with every word between separators, and with its place.
    fn words(&mut self, span: Span, separates: fn(char) -> bool, each: fn(&mut Self, &str, Span)) {
        let mut start = span.start;
        for word in span.of(self.text).split_inclusive(separates) {
            let end = start.saturating_add(u32::try_from(word.len()).unwrap_or(u32::MAX));
            let word = word.trim_end_matches(separates);
            if !word.is_empty() {
                let behind = start.saturating_add(u32::try_from(word.len()).unwrap_or(u32::MAX));
                each(self, word, Span::new(start, behind));
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &[&str])]) {
        let uses = terms(&crate::parse(text), text);
        let found: Vec<(&str, Vec<&str>)> =
            uses.iter().map(|used| (used.term.code, used.spans.iter().map(|span| span.of(text)).collect())).collect();
        let expected: Vec<(&str, Vec<&str>)> = expected.iter().map(|(code, places)| (*code, places.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn terms_of_header_and_body() {
        let text = "\
VZCZCXRO0321
OO RUEHDE
DE RUEHXX #0417 1611200
ZNY CCCCC ZZH
O R 101200Z JUN 09 ZFF4
FM AMEMBASSY TARSIS
TO RUEHC/SECSTATE WASHDC 1234

C O N F I D E N T I A L TARSIS 000417

SIPDIS

E.O. 12958: DECL: 1.6X1
TAGS: PREL, MU
SUBJECT: GOATS
REF: RIO 12

Classified By: DCM Ann Loam for reasons 1.4 (b).

1. (C) PolOff and the DCM met the MFA/EUR desk (reftel). NFI.

2. (C) The dcm met Poloff.
LOAM
";
        check(
            text,
            &[
                ("MU", &["MU"]),
                ("PREL", &["PREL"]),
                ("SIPDIS", &["SIPDIS"]),
                ("O", &["O"]),
                ("R", &["R"]),
                ("ZFF", &["ZFF4"]),
                ("ZZH", &["ZZH"]),
                ("12958", &["E.O. 12958: DECL: 1.6X1"]),
                ("DECL", &["DECL"]),
                ("X1", &["1.6X1"]),
                ("1.4(b)", &["b"]),
                ("RUEHDE", &["RUEHDE"]),
                ("RIODEJANEIRO", &["RIO 12"]),
                ("DCM", &["DCM"]),
                ("EUR", &["EUR"]),
                ("MFA", &["MFA"]),
                ("NFI", &["NFI"]),
                ("POLOFF", &["PolOff", "Poloff"]),
                ("REFTEL", &["reftel"]),
            ],
        );
    }

    #[test]
    fn nothing_is_explained_in_nothing() {
        check("", &[]);
    }
}
