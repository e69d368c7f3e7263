//! The reference list: `REF: A. TARSIS 138` and the lines below it.

use super::{
    cursor::{Cursor, trim},
    lettering::{Item, items, letter_at},
    portion_mark::portion_mark,
    reference::{self, Named},
};
use crate::words::{one_line, slice, starts_with_any_case};
use crate::{Code, Diagnostic, Field, Logical, Reference, ReferenceKind, ReferenceNumber, Span};
use std::ops::Range;

/// What the telegram says of itself, to complete references that say less.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context<'a> {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub post: Option<&'a str>,
    pub number: Option<u32>,
}

/// Reads a reference list with or without its label; `field` keeps its line breaks.
pub(crate) fn references(field: &Logical, context: &Context) -> (Vec<Field<Reference>>, Vec<Diagnostic>) {
    let text = field.text();
    let mut list = List { field, context, found: Vec::new(), last: 0..0, diagnostics: Vec::new() };
    for item in items(text, behind_label(text, 0)) {
        list.read(&item);
    }
    (list.found, list.diagnostics)
}

/// Where the list begins: behind `REF:`, `REFS`, `REFTEL:`, `Reference:`.
fn behind_label(text: &str, at: usize) -> usize {
    let mut cursor = Cursor::new(text, at);
    cursor.blanks();
    let start = cursor.at();
    let upper = cursor.run(|byte| byte.is_ascii_alphabetic()).to_ascii_uppercase();
    let is_label = matches!(upper.as_str(), "REF" | "REFS" | "REFTEL" | "REFTELS" | "REFERENCE" | "REFERENCES");
    if !is_label {
        return start;
    }
    if starts_with_any_case(cursor.rest(), "(S)") {
        cursor.forward(3);
    }
    cursor.take(|byte| byte.is_ascii_whitespace() || b":.;".contains(&byte));
    cursor.at()
}

struct List<'a> {
    field: &'a Logical,
    context: &'a Context<'a>,
    found: Vec<Field<Reference>>,
    /// Where the last reference stands in the field.
    last: Range<usize>,
    diagnostics: Vec<Diagnostic>,
}

impl List<'_> {
    fn read(&mut self, item: &Item) {
        if let Some(letter) = item.letter.as_ref().filter(|letter| letter.repaired) {
            self.diagnostics.push(Diagnostic {
                code: Code::ReferenceLabelRepaired,
                span: self.field.source(letter.range.clone()),
                related: None,
                detail: Some(format!("It is read as {}.", letter.name)),
            });
        }
        let text = self.field.text();
        // Nothing behind the item may be read into it.
        let within = slice(text, ..item.range.end);
        let mut at = item.range.start;
        skip_separators(within, &mut at);
        // Some name the label again: `A. REF: TARSIS 1`, `A. REF A TARSIS 1`.
        if item.letter.is_some() {
            at = behind_label(within, at);
            at = letter_alone(within, at).unwrap_or(at);
        }
        // A mark says how what is named is classified.
        let mark = within.get(at..).and_then(portion_mark).map_or(0, |(len, _)| len);
        at = at.saturating_add(mark);
        loop {
            let separated = skip_separators(within, &mut at);
            if at >= within.len() {
                return;
            }
            let named = reference::telegram(within, at);
            if let Some(end) = named.as_ref().and_then(|named| self.own_marker(within, at, named)) {
                at = end;
            } else if let Some(named) = named {
                at = self.telegrams(within, at, named, item);
            } else if let Some(end) = reference::report(within, at) {
                self.push(at..end, item, ReferenceKind::Report, None);
                at = end;
            } else if let Some(named) = self.above(within, at, item) {
                at = self.telegrams(within, at, named, item);
            } else {
                let end = next_telegram(within, at);
                // Words behind a telegram's number, such as its subject, belong to it.
                let is_first = self.last.start < item.range.start || self.last.is_empty();
                match is_first || separated && !names_part(within, at) {
                    true => self.other(within, at..end, item),
                    false => self.extend(at..end),
                }
                at = end;
            }
        }
    }

    /// Where a page marker ends that was joined to the list: `TARSIS 00000417  001.2 OF 003`, or its first half.
    fn own_marker(&self, text: &str, at: usize, named: &Named) -> Option<usize> {
        let is_own = self.context.post == Some(named.number.post.as_str())
            && self.context.number == Some(named.number.number)
            && text.get(at..named.end)?.ends_with(&format!("{:08}", named.number.number));
        if !is_own {
            return None;
        }
        let mut cursor = Cursor::new(text, named.end);
        cursor.take(|byte| byte.is_ascii_whitespace() || byte.is_ascii_digit() || byte == b'.');
        Some(if cursor.eat_word("OF") {
            cursor.take(|byte| byte.is_ascii_digit() || byte == b' ').end
        } else {
            named.end
        })
    }

    /// A number at the start of an item, of the post that the item above names: `B. 2962 AND PREVIOUS`.
    fn above(&self, text: &str, at: usize, item: &Item) -> Option<Named> {
        let last = self.found.last().and_then(|last| last.value.number.as_ref())?;
        let is_first = item.letter.is_some() && self.last.end <= item.range.start;
        let mut cursor = Cursor::new(text, at);
        let digits = cursor.digits().len();
        cursor.blanks();
        let is_alone =
            cursor.is_done() || cursor.eat_word("AND") || cursor.peek().is_some_and(|byte| b",;.(/".contains(&byte));
        let above = ReferenceNumber { year: None, ..last.clone() };
        (is_first && digits >= 3 && is_alone).then(|| reference::same_post(text, at, &above)).flatten()
    }

    /// A telegram and those that share its post: `STATE 936/935 AND 940`.
    fn telegrams(&mut self, text: &str, start: usize, first: Named, item: &Item) -> usize {
        let mut start = start;
        let mut named = first;
        loop {
            let end = behind_notes(text, named.end);
            self.push(start..end, item, ReferenceKind::Cable, Some(named.number.clone()));
            let mut at = end;
            let apart = skip_separators(text, &mut at);
            match reference::same_post(text, at, &named.number).filter(|_| apart) {
                Some(next) => (start, named) = (at, next),
                None => return end,
            }
        }
    }

    fn other(&mut self, text: &str, range: Range<usize>, item: &Item) {
        let range = trim(text, range, is_edge);
        let words = slice(text, range.clone());
        let upper = words.to_ascii_uppercase();
        // The notice of unclassified telegrams stands where the list ends.
        let is_notice = upper.contains("NOT FOR INTERNET");
        if is_notice || matches!(upper.as_str(), "" | "NONE" | "N/A" | "NA" | "NIL" | "NO" | "NOTAL" | "REF" | "REFTEL")
        {
            return;
        }
        let is_year = upper.len() == 4 && (upper.starts_with("19") || upper.starts_with("20"));
        if let Some(last) = self.found.last_mut().filter(|_| is_year) {
            // The end of the item before, cut off where a print lettered the line that began with it.
            last.value.text.push(' ');
            last.value.text.push_str(&upper);
            return;
        }
        match reference::number_first(text, range.clone()) {
            Some(named) => self.push(range, item, ReferenceKind::Cable, Some(named.number)),
            None => self.push(range.clone(), item, reference::kind(words), None),
        }
    }

    fn push(&mut self, range: Range<usize>, item: &Item, kind: ReferenceKind, number: Option<ReferenceNumber>) {
        let raw = self.field.source(range.clone());
        let number = number.and_then(|number| self.complete(number, raw));
        let label = match &item.letter {
            Some(letter) => self.field.source(letter.range.clone()),
            None => Span::new(raw.start, raw.start),
        };
        let letter = item.letter.as_ref().map(|letter| letter.name.to_string());
        let text = one_line(slice(self.field.text(), range.clone()));
        self.last = range;
        self.found.push(Field { label, raw, value: Reference { label: letter, kind, number, text } });
    }

    /// Adds words that follow the last reference to it.
    fn extend(&mut self, range: Range<usize>) {
        let words = trim(self.field.text(), range, is_edge);
        if let Some(last) = self.found.last_mut().filter(|_| !words.is_empty()) {
            last.raw = last.raw.cover(self.field.source(words.clone()));
            last.value.text = one_line(slice(self.field.text(), self.last.start..words.end));
            self.last.end = words.end;
        }
    }

    /// Gives a number the year that it does not say: the telegram's own, except in January, when a number far above
    /// the telegram's own for the same post is last year's. A year after the telegram's own cannot be meant.
    fn complete(&mut self, number: ReferenceNumber, raw: Span) -> Option<ReferenceNumber> {
        let own = self.context;
        match (number.year, own.year) {
            (Some(given), Some(year)) if given > year => {
                let detail = Some(format!("It says {given}."));
                self.diagnostics.push(Diagnostic { code: Code::ReferenceYearLater, span: raw, related: None, detail });
                None
            }
            (Some(_), _) | (None, None) => Some(number),
            (None, Some(year)) => {
                let is_ours = own.post == Some(number.post.as_str());
                let is_far =
                    own.number.is_some_and(|own| number.number > own.saturating_mul(2).max(own.saturating_add(20)));
                let is_last_year = own.month == Some(1) && is_ours && is_far;
                let year = if is_last_year { year.saturating_sub(1) } else { year };
                if is_last_year {
                    self.diagnostics.push(Diagnostic {
                        code: Code::ReferenceYearAssumed,
                        span: raw,
                        related: None,
                        detail: Some(format!("It is read as one of {year}.")),
                    });
                }
                Some(ReferenceNumber { year: Some(year), ..number })
            }
        }
    }
}

/// Where a letter without point or brackets ends: `REF A TARSIS 1`.
fn letter_alone(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    let is_alone = cursor.take(|byte| byte.is_ascii_uppercase()).len() == 1;
    let behind = cursor.take(|byte| byte == b' ');
    let is_alone = is_alone && !behind.is_empty();
    let behind = behind.end;
    (is_alone && reference::telegram(text, behind).is_some()).then_some(behind)
}

/// Moves over blanks, commas and the like, and `AND`; whether any but blanks inside a line were there.
fn skip_separators(text: &str, at: &mut usize) -> bool {
    let mut cursor = Cursor::new(text, *at);
    let mut apart = false;
    loop {
        let skipped = cursor.run(|byte| byte.is_ascii_whitespace() || b",;/&".contains(&byte));
        apart |= skipped.contains(|c: char| !c.is_whitespace() || c == '\n');
        let and = cursor.eat_word("AND");
        apart |= and;
        if skipped.is_empty() && !and {
            *at = cursor.at();
            return apart;
        }
    }
}

/// Whether the words at `at` name a part of the telegram in front of them: `, PARA 4`.
fn names_part(text: &str, at: usize) -> bool {
    let mut cursor = Cursor::new(text, at);
    ["PARA", "PARAS", "PARAGRAPH", "PARAGRAPHS", "PAGE", "SECTION"].iter().any(|word| cursor.eat_word(word))
}

/// Where remarks behind a telegram's number end: `(NOTAL)`, `AND PREVIOUS`.
fn behind_notes(text: &str, at: usize) -> usize {
    const LONGEST: usize = 80;
    let mut end = at;
    let mut cursor = Cursor::new(text, at);
    loop {
        cursor.take(|byte| byte == b' ');
        if cursor.peek() == Some(b'(') && letter_at(text, cursor.at()).is_none() {
            let inside = cursor.rest().as_bytes().iter().take(LONGEST);
            let Some(close) = inside.clone().position(|byte| *byte == b')') else { return end };
            cursor.forward(close.saturating_add(1));
        } else if cursor.eat_word("ET") {
            cursor.blanks();
            if !cursor.eat_word("AL") {
                return end;
            }
        } else if cursor.eat_word("AND") {
            cursor.blanks();
            if !(cursor.eat_word("PREVIOUS") || cursor.eat_word("OTHERS") || cursor.eat_word("EARLIER")) {
                return end;
            }
        } else {
            return end;
        }
        end = cursor.at();
    }
}

/// Where, behind a separator, the next telegram or report is named.
fn next_telegram(text: &str, at: usize) -> usize {
    let mut from = at;
    while let Some(found) = slice(text, from..).find([';', ',', '\n', ' ']) {
        let start = from.saturating_add(found);
        let mut next = start;
        let apart = skip_separators(text, &mut next);
        let is_next = apart && (reference::telegram(text, next).is_some() || reference::report(text, next).is_some());
        if is_next {
            return start;
        }
        from = next.max(start.saturating_add(1));
    }
    text.len()
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || ",;:.".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{Context, references};
    use crate::{Logical, Span};

    const APRIL: Context = Context { year: Some(2008), month: Some(4), post: Some("ELBONIA"), number: Some(286) };

    /// Expected references as `label kind mrn | text`.
    #[track_caller]
    fn check_in(context: &Context, text: &str, expected: &[&str]) -> Vec<String> {
        let field = Logical::lines(text, &[Span::new(0, text.len() as u32)]);
        let (found, diagnostics) = references(&field, context);
        let found: Vec<String> = found
            .into_iter()
            .map(|field| {
                let reference = field.value;
                let mrn = reference.number.and_then(|number| number.canonical());
                let label = reference.label.as_deref().unwrap_or("-");
                format!("{label} {:?} {} | {}", reference.kind, mrn.as_deref().unwrap_or("-"), reference.text)
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
        diagnostics.into_iter().map(|diagnostic| diagnostic.code.name().to_owned()).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(check_in(&APRIL, text, expected), Vec::<String>::new(), "{text:?}");
    }

    #[test]
    fn lettered() {
        let two = ["A Cable 08ELBONIA138 | ELBONIA 138", "B Cable 08ROME160 | ROME 160"];
        for text in [
            "REF: A. ELBONIA 138\nB. ROME 160",
            "REF: A. ELBONIA 138\n\n     B. ROME 160\n",
            "REFS: A) ELBONIA 138 B) ROME 160",
            "REF: (A) ELBONIA 138 (B) ROME 160",
            "REF: A. ELBONIA 138, B. ROME 160",
            "REF: A) ELBONIA 138; B) ROME 160",
            "REF A) ELBONIA 138 B)\nROME 160",
            "REF: A. A) ELBONIA 138 B. B) ROME 160",
            "REF: a) ELBONIA 138\nb) ROME 160",
            "REFS: A.) ELBONIA 138 B.) ROME 160",
            "REF: ELBONIA 138 (A), ROME 160 (B)",
            "REF: A. (C) ELBONIA 138 B. (U) ROME 160",
            "REFTEL A: ELBONIA 138; REFTEL B: ROME 160",
            "A. ELBONIA 138\nB. ROME 160",
            "REF: [A] ELBONIA 138, [B] ROME 160",
            "REF: A - ELBONIA 138\nB - ROME 160",
            "REF: A. REF A ELBONIA 138 B. REF B ROME 160",
            "Ref(s): A. REF: ELBONIA 138 \u{b6}B. ROME 160",
        ] {
            check(text, &two);
        }
    }

    #[test]
    fn without_letters() {
        check("REFTEL: ELBONIA 84", &["- Cable 08ELBONIA84 | ELBONIA 84"]);
        check(
            "REF: Rome 1, Rome 2; Oslo 3",
            &["- Cable 08ROME1 | Rome 1", "- Cable 08ROME2 | Rome 2", "- Cable 08OSLO3 | Oslo 3"],
        );
        check("REF: ROME 1\n     OSLO 3", &["- Cable 08ROME1 | ROME 1", "- Cable 08OSLO3 | OSLO 3"]);
        check(
            "REF: SAO PAULO 433 BRASILIA 709 2007 ROME 5",
            &[
                "- Cable 08SAOPAULO433 | SAO PAULO 433",
                "- Cable 08BRASILIA709 | BRASILIA 709",
                "- Cable 07ROME5 | 2007 ROME 5",
            ],
        );
        check(
            "REF: (A) PORT AU PRINCE 1234 (B) SAO PAULO 433 (C) ELBONIA 28\n6 (D) OSLO 3",
            &[
                "A Cable 08PORTAUPRINCE1234 | PORT AU PRINCE 1234",
                "B Cable 08SAOPAULO433 | SAO PAULO 433",
                "C Cable 08ELBONIA286 | ELBONIA 28 6",
                "D Cable 08OSLO3 | OSLO 3",
            ],
        );
        check(
            "REF: A. 2008 ELBONIA 1\n\u{b6}B. 2962 AND PREVIOUS",
            &["A Cable 08ELBONIA1 | 2008 ELBONIA 1", "B Cable 08ELBONIA2962 | 2962 AND PREVIOUS"],
        );
        check(
            "REF: ELBONIA 14 ELBONIA 00000286 001.2 OF 002 ROME 3",
            &["- Cable 08ELBONIA14 | ELBONIA 14", "- Cable 08ROME3 | ROME 3"],
        );
        check(
            "REF: A) ROME 692/317/274; B) 07 OSLO\n93/45",
            &[
                "A Cable 08ROME692 | ROME 692",
                "A Cable 08ROME317 | 317",
                "A Cable 08ROME274 | 274",
                "B Cable 07OSLO93 | 07 OSLO 93",
                "B Cable 07OSLO45 | 45",
            ],
        );
        check("REF: 377 ELBONIA", &["- Cable 08ELBONIA377 | 377 ELBONIA"]);
        check("REF: ROME 1 AND PREVIOUS", &["- Cable 08ROME1 | ROME 1 AND PREVIOUS"]);
    }

    #[test]
    fn the_same_post() {
        check("REF: STATE 936/935", &["- Cable 08STATE936 | STATE 936", "- Cable 08STATE935 | 935"]);
        check(
            "REF: A. 07 STATE 36 AND 2764 B. ROME 5",
            &["A Cable 07STATE36 | 07 STATE 36", "A Cable 07STATE2764 | 2764", "B Cable 08ROME5 | ROME 5"],
        );
        check(
            "REF: D. 07 ROME 1807 AND 08 ROME 0075",
            &["D Cable 07ROME1807 | 07 ROME 1807", "D Cable 08ROME75 | 08 ROME 0075"],
        );
    }

    #[test]
    fn remarks_and_subjects() {
        check(
            "REF: A) ROME 2208 (NOTAL) B) OSLO 22 (EXDIS)",
            &["A Cable 08ROME2208 | ROME 2208 (NOTAL)", "B Cable 08OSLO22 | OSLO 22 (EXDIS)"],
        );
        check("REF: A. ROME 5 (C)\nB. OSLO 6 (U)", &["A Cable 08ROME5 | ROME 5 (C)", "B Cable 08OSLO6 | OSLO 6 (U)"]);
        check("REF: A. ROME 5 (C) B. OSLO 6", &["A Cable 08ROME5 | ROME 5 (C)", "B Cable 08OSLO6 | OSLO 6"]);
        check("REF: ROME 5, PARA 4; OSLO 6", &["- Cable 08ROME5 | ROME 5, PARA 4", "- Cable 08OSLO6 | OSLO 6"]);
        check("REF: STATE 81957: REPORT OF A\nMEETING", &["- Cable 08STATE81957 | STATE 81957: REPORT OF A MEETING"]);
    }

    #[test]
    fn other_kinds() {
        check(
            "REF: A. DOE-ROE E-MAIL OF 3/23 B. DOE EMAILS/TELCONS C. ROME 5",
            &["A Email - | DOE-ROE E-MAIL OF 3/23", "B Email - | DOE EMAILS/TELCONS", "C Cable 08ROME5 | ROME 5"],
        );
        check("REF: DOE-ROE TELCON APRIL 16", &["- Telcon - | DOE-ROE TELCON APRIL 16"]);
        check(
            "REF: A. IIR 4 201 3706 05\nB. TD-314/03138-05\nC. 314/07696-07",
            &["A Report - | IIR 4 201 3706 05", "B Report - | TD-314/03138-05", "C Report - | 314/07696-07"],
        );
        check("REF: A. DAILY REPORT FOR MAY 17,\nB. 2008", &["A Report - | DAILY REPORT FOR MAY 17 2008"]);
        check("REF: HTTP://WWW.EXAMPLE.ORG/PAGE", &["- Web - | HTTP://WWW.EXAMPLE.ORG/PAGE"]);
        check("REF: DOE MEMO", &["- Memo - | DOE MEMO"]);
    }

    #[test]
    fn nothing() {
        for text in [
            "",
            "REF:",
            "Ref:      None",
            "REF: N/A",
            "REF: NOTAL",
            "REF: (SBU) This is not for Internet distribution.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_lost_mark_in_front_of_a_letter() {
        let found =
            check_in(&APRIL, "REF: A. ROME 1\n1B. OSLO 2", &["A Cable 08ROME1 | ROME 1", "B Cable 08OSLO2 | OSLO 2"]);
        assert_eq!(found, ["reference-label-repaired"]);
    }

    #[test]
    fn years() {
        let january = Context { month: Some(1), number: Some(12), ..APRIL };
        let found = check_in(&january, "REF: ELBONIA 2837", &["- Cable 07ELBONIA2837 | ELBONIA 2837"]);
        assert_eq!(found, ["reference-year-assumed"]);
        assert_eq!(check_in(&APRIL, "19 ELBONIA 28", &["- Cable - | 19 ELBONIA 28"]), ["reference-year-later"]);
        for (context, text, expected) in [
            (january, "ELBONIA 14", "- Cable 08ELBONIA14 | ELBONIA 14"),
            (january, "ROME 2837", "- Cable 08ROME2837 | ROME 2837"),
            (january, "06 ELBONIA 2837", "- Cable 06ELBONIA2837 | 06 ELBONIA 2837"),
            (APRIL, "ELBONIA 2837", "- Cable 08ELBONIA2837 | ELBONIA 2837"),
            (Context::default(), "ELBONIA 28", "- Cable - | ELBONIA 28"),
            (Context::default(), "07 ELBONIA 28", "- Cable 07ELBONIA28 | 07 ELBONIA 28"),
        ] {
            assert_eq!(check_in(&context, text, &[expected]), Vec::<String>::new(), "{text:?}");
        }
    }
}
