//! Who had a part in a copy: offices with their copies, drafter, approver and who cleared it, in front of the header.

use super::Parser;
use crate::envelope::distribution;
use crate::zone::{ZonedRow, is_partial_extract};
use crate::{Code, Field, Logical, PartKind, Span, line};

impl Parser<'_> {
    /// A row in front of the header that is no format line.
    pub(super) fn distribution(&mut self, row: &ZonedRow) {
        self.part(PartKind::Distribution, row.row.span);
        self.distributed(row.row.span);
        if is_partial_extract(row.row.span.of(self.text)) {
            self.diagnose(Code::PartialExtract, row.row.span, None);
        }
    }

    /// Offices with their copies, who drafted and approved it, and who cleared it: the last without a label.
    fn distributed(&mut self, row: Span) {
        let line = row.of(self.text);
        let last = self.cable.attributes.last_mut();
        let cleared = |above: &Field<String>| above.label.is_empty() || above.label.of(self.text).contains(" BY");
        let label = match distribution::label(line) {
            Some(len) => Span::new(row.start, row.offset(len)),
            None if last.as_deref().is_some_and(cleared) && distribution::is_clearance(line) => {
                Span::new(row.start, row.start)
            }
            None => {
                if let Some(list) = last.filter(|_| distribution::goes_on(line)) {
                    list.raw = list.raw.cover(row);
                    list.value.push(' ');
                    list.value.push_str(Logical::line(self.text, &[row]).text());
                }
                return;
            }
        };
        let raw = line::trim(self.text, Span::new(label.end, row.end));
        let value = Logical::line(self.text, &[raw]).into_text();
        self.cable.attributes.push(Field { label, raw, value });
    }
}

#[cfg(test)]
mod tests {
    /// The attributes in front of the envelope.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = crate::parse(text).attributes;
        let found: Vec<_> = found.iter().map(|field| (field.label.of(text), field.value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn distributed() {
        let envelope = "R 240646Z SEP 07\nFM SECSTATE WASHDC\nTO AMEMBASSY TARSIS\n";
        check(
            &format!("ORIGIN DS-00\n\nINFO  LOG-00   AF-00\n      EUR-00   /000R\n\n041711\n{envelope}"),
            &[("ORIGIN", "DS-00"), ("INFO", "LOG-00 AF-00 EUR-00 /000R")],
        );
        check(
            &format!("DRAFTED BY: DS:JROE\nAPPROVED BY DSS:TALDER\nEUR/XG:WVANE  AF:HQUILL\nL:PROE\n{envelope}"),
            &[
                ("DRAFTED BY:", "DS:JROE"),
                ("APPROVED BY", "DSS:TALDER"),
                ("", "EUR/XG:WVANE AF:HQUILL"),
                ("", "L:PROE"),
            ],
        );
        check(&format!("EUR/XG:WVANE\n{envelope}"), &[]);
    }
}
