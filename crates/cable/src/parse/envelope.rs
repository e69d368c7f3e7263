//! Reads the fields of the envelope, where each row is a format line.

use super::{Parser, written};
use crate::envelope::{FormatLine, addressee, date_time_group, designator, janap, transmission};
use crate::row::Gap;
use crate::words::is_number;
use crate::zone::ZonedRow;
use crate::{Addressee, Code, Date, DateTime, Field, Filing, PartKind, PrecedencePair, Span, line};
use std::ops::Range;

impl Parser<'_> {
    /// Reads one row of the envelope. The first of each kind counts, as a copy can hold the envelope twice.
    pub(super) fn format_line(&mut self, kind: FormatLine, row: &ZonedRow) {
        let span = row.row.span;
        let line = span.of(self.text);
        let words = |range: Range<usize>| span.part(range);
        let field = |range: Range<usize>| written(self.text, words(range));
        match kind {
            FormatLine::Start => {
                let word = line.split_ascii_whitespace().next().unwrap_or_default();
                self.cable.transmission.start.get_or_insert_with(|| field(0..word.len()));
            }
            FormatLine::Routing => self.routed_to(span, transmission::routing(line)),
            FormatLine::Header => self.janap_header(span, line),
            FormatLine::Originator if self.cable.transmission.originator.is_none() => {
                let read = transmission::originator(line);
                let sent = &mut self.cable.transmission;
                sent.originator = read.routing.map(field);
                sent.station_serial = read.serial.map(|(value, range)| Field::bare(words(range), value));
                sent.section = read.section.map(|(value, range)| Field::bare(words(range), value));
                self.filed = read.filed.map(|(filed, range)| (filed, words(range)));
            }
            FormatLine::Security if self.cable.transmission.signals.is_empty() => {
                let read = transmission::security(line);
                let sent = &mut self.cable.transmission;
                // The header line of JANAP 128, above, has given the level but no signals.
                sent.security =
                    sent.security.take().or(read.level.map(|(value, range)| Field::bare(words(range), value)));
                self.signals(read.signals.into_iter().map(field));
            }
            FormatLine::DateTimeGroup if self.cable.date.is_none() => {
                if let Some(group) = date_time_group::read(line) {
                    if let Some((pair, range)) = group.precedence {
                        self.cable.precedence = Some(Field::bare(words(range), pair));
                    }
                    let behind = group.date.1.end;
                    self.year = group.year.filter(|_| group.date.0.is_none()).filter(|year| self.may_be_of(*year));
                    self.cable.date = Some(Field::bare(words(group.date.1), group.date.0));
                    self.signals(date_time_group::signals(line, behind).map(field));
                }
            }
            FormatLine::Precedence if self.cable.precedence.is_none() => {
                let action = addressee::precedence(line);
                let pair = |action| Field::bare(words(0..line.len()), PrecedencePair { action, info: None });
                self.cable.precedence = action.map(pair);
            }
            FormatLine::From if self.cable.from.is_none() => self.cable.from = self.addressed(row).next(),
            // Behind a second originator the addressees are repeated.
            FormatLine::To | FormatLine::Info | FormatLine::Exempt if self.again => {}
            FormatLine::To | FormatLine::Info if self.own_number(row.row.span) => {}
            FormatLine::To | FormatLine::Info | FormatLine::Exempt => self.addressee_row(kind, row),
            FormatLine::Originator | FormatLine::DateTimeGroup | FormatLine::From => {
                self.again |= kind == FormatLine::From;
                self.diagnose(Code::FieldRepeated, span, None);
            }
            _ => {}
        }
        let kind = match kind {
            FormatLine::From | FormatLine::To | FormatLine::Info | FormatLine::Exempt => PartKind::Address,
            _ => PartKind::Transmission,
        };
        self.part(kind, span);
    }

    /// Reads a row of addressees, and reports damage.
    fn addressee_row(&mut self, kind: FormatLine, row: &ZonedRow) {
        let mut found = self.addressed(row).peekable();
        let list = match kind {
            FormatLine::To => &mut self.cable.to,
            FormatLine::Info => &mut self.cable.info,
            _ => &mut self.cable.exempt,
        };
        let is_rest = row.row.gap == Gap::Line && row.label == 0;
        let is_tail = |above: &Addressee| is_rest && addressee::is_tail_of(above, row.row.span.of(self.text));
        if let Some(above) = list.last_mut().filter(|above| is_tail(&above.value)) {
            above.raw = above.raw.cover(row.row.span);
            above.value = addressee::addressee(above.raw.of(self.text)).unwrap_or_default();
            return;
        }
        // The routing indicator can be on a row of its own above.
        let is_bare = |next: &Field<Addressee>| next.value.routing.is_none() && designator::is_post(&next.value.name);
        let alone = list.pop_if(|above| {
            is_rest && addressee::is_indicator_alone(&above.value) && found.peek().is_some_and(is_bare)
        });
        if let Some((above, next)) = alone.zip(found.peek_mut()) {
            (next.label, next.raw) = (above.label, above.raw.cover(next.raw));
            next.value.routing = Some(above.value.name);
        }
        list.extend(found);
        let behind = line::trim(self.text, row.row.span.split_at(row.label).1);
        if addressee::is_damaged(behind.of(self.text)) {
            self.diagnose(Code::AddresseeRepaired, behind, None);
        }
    }

    /// Takes the telegram's number if a row of addressees is the originator's own post and a number: nobody writes to
    /// himself, so this is a classification line without its level. Returns whether it is.
    fn own_number(&mut self, row: Span) -> bool {
        let line = row.of(self.text);
        let Some((post, number)) = line.rsplit_once(' ').filter(|(_, number)| number.len() >= 5) else { return false };
        let Some(number) = number.parse().ok().filter(|_| is_number(number)) else { return false };
        let named: String = post.split(' ').collect();
        let is_own = self.cable.from.as_ref().is_some_and(|from| designator::post(&from.value.name) == named);
        if is_own {
            self.number_of_originator(number, row);
        }
        is_own
    }

    /// Adds each operating signal once.
    fn signals(&mut self, found: impl Iterator<Item = Field<String>>) {
        let signals = &mut self.cable.transmission.signals;
        for signal in found {
            if signals.iter().all(|known| known.value != signal.value) {
                signals.push(signal);
            }
        }
    }

    /// Adds each destination once.
    fn routed_to(&mut self, row: Span, destinations: impl IntoIterator<Item = Range<usize>>) {
        for routing in destinations {
            let routing = written(self.text, row.part(routing));
            if self.known.routed.insert(routing.value.clone(), routing.raw).is_none() {
                self.cable.transmission.routed_to.push(routing);
            }
        }
    }

    /// Reads the header line of JANAP 128. Its precedence counts unless the date-time group gives one.
    fn janap_header(&mut self, row: Span, line: &str) {
        let Some(read) = janap::header(line).filter(|_| self.cable.transmission.originator.is_none()) else { return };
        let action = |(action, range)| Field::bare(row.part(range), PrecedencePair { action, info: None });
        self.cable.precedence = self.cable.precedence.take().or(read.precedence.map(action));
        let sent = &mut self.cable.transmission;
        sent.originator = read.originator.map(|range| written(self.text, row.part(range)));
        sent.station_serial = read.serial.map(|(value, range)| Field::bare(row.part(range), value));
        sent.security = read.security.map(|(level, range)| Field::bare(row.part(range), level));
        self.filed = read.filed.map(|(filed, range)| (filed, row.part(range)));
        self.routed_to(row, read.routed_to);
    }

    /// Reads the addressee of a row, and one that a copy joined to it.
    pub(super) fn addressed(&self, row: &ZonedRow) -> impl Iterator<Item = Field<Addressee>> + use<> {
        let span = row.row.span;
        let label = Span::new(span.start, span.offset(row.label));
        let raw = line::trim(self.text, Span::new(label.end, span.end));
        let read = |label, raw: Span| Some(Field { label, raw, value: addressee::addressee(raw.of(self.text))? });
        let (own, next) = match addressee::joined(raw.of(self.text)) {
            Some((end, start)) => (raw.part(0..end), Some(raw.split_at(start).1)),
            None => (raw, None),
        };
        let next = next.and_then(|next| read(Span::empty(next.start), next));
        read(label, own).into_iter().chain(next)
    }

    /// Gives the time of filing its year, and the originator its routing indicator.
    pub(super) fn date_filing(&mut self) {
        let written = self.written_on();
        if let Some((filed, span)) = self.filed {
            let at = written.and_then(|written| filing_date(written, filed.day)).map(|date| DateTime {
                date,
                hour: filed.hour,
                minute: filed.minute,
            });
            self.cable.transmission.filed = Some(Field::bare(span, Filing { day: filed.day, at }));
        }
        let originator = self.cable.transmission.originator.as_ref().map(|routing| routing.value.clone());
        if let Some(from) = &mut self.cable.from
            && from.value.routing.is_none()
        {
            from.value.routing = originator;
        }
    }
}

/// The date of an ordinal day: in the telegram's year, or at the turn of the year in the next or previous one,
/// whichever date is nearer.
fn filing_date(written: Date, day: u16) -> Option<Date> {
    let away = i32::from(day).saturating_sub(i32::from(written.ordinal()));
    let year = match away {
        183.. => written.year().checked_sub(1)?,
        ..-182 => written.year().checked_add(1)?,
        _ => written.year(),
    };
    Date::from_ordinal(year, day)
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_of_addressees() {
        let check = |row: &str, expected: &[&str]| {
            let text = format!("P 021130Z JUN 09\nFM AMEMBASSY TARSIS\nTO {row}\nUNCLAS TARSIS 0417\nTAGS: EWWT\n");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.to.iter().map(|field| field.value.name.as_str()).collect();
            assert_eq!(found, expected, "{row}");
        };
        check("RUEHYY/AMEMBASSY LA PAZ MAY LIMA 3214", &["AMEMBASSY LA PAZ", "LIMA"]);
        check(
            "RUEHXX/SECSTATE WASHDC\n4711\nAMCONSUL LYDDA\nNIACT IMMEDIATE\n12",
            &["SECSTATE WASHDC", "AMCONSUL LYDDA"],
        );
        check("RUEHXX/SECSTATE WASHDC IMMEDIATE\n4711\nROPE 12", &["SECSTATE WASHDC", "ROPE"]);
        check("RUEHXX/SECSTATE WASHDC 4711\n12 ROPE", &["SECSTATE WASHDC", "12 ROPE"]);
        check("RUEHXX\nSECSTATE WASHDC 4711", &["SECSTATE WASHDC"]);
        check("RUEHXX\nRUEHYY\nSECSTATE WASHDC 4711", &["RUEHXX", "SECSTATE WASHDC"]);
        check("RUEHXX\n\nSECSTATE WASHDC 4711", &["RUEHXX", "SECSTATE WASHDC"]);
        check("RUEHXX\nRUEHYY/SECSTATE WASHDC 4711", &["RUEHXX", "SECSTATE WASHDC"]);
        check("RUEHXX 4711\nSECSTATE WASHDC", &["RUEHXX", "SECSTATE WASHDC"]);
        check("RUEHXX\nTARSIS COLLECTIVE", &["RUEHXX", "TARSIS COLLECTIVE"]);
        check("ROEDOE\nSECSTATE WASHDC", &["ROEDOE", "SECSTATE WASHDC"]);
        for name in [
            "SECSTATE WASHDC DEPT PASS USDOC WASHDC",
            "SECSTATE WASHDC EYES ONLY NSC WASHDC",
            "SECSTATE WASHDC LIMDIS CIA WASHDC",
            "SECSTATE WASHDC VIA NSC WASHDC",
            "DEPT OF STATE WASHDC BUREAU OF CONSULAR AFFAIRS WASHDC",
        ] {
            check(&format!("RUEHXX/{name}"), &[name]);
        }
    }
}
