//! The header as a list of fields: what each means, and what was written.

use super::places::with_label;
use super::words;
use cable::{Addressee, Cable, ExecutiveOrder, Field, Mark, Span, Tag, TagKind};

/// One term of the header with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the field is called.
    pub term: &'static str,
    /// Whether its values are on one line, as codes are.
    pub inline: bool,
    /// Its values, at least one.
    pub entries: Vec<Entry>,
}

/// The most characters of a short value, and of what was written for it in smaller print, to fit beside another.
const SHORT: (usize, usize) = (14, 20);

impl Row {
    /// Returns whether it fits into half the width of the header.
    pub fn is_short(&self) -> bool {
        let fits = |text: &str, most: usize| text.chars().nth(most).is_none();
        let small = |entry: &Entry| entry.note.iter().chain(&entry.written).all(|text| fits(text, SHORT.1));
        let is_short = |entry: &Entry| entry.label.is_none() && fits(&entry.value, SHORT.0) && small(entry);
        matches!(self.entries.as_slice(), [entry] if is_short(entry))
    }
}

/// One value of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its index among all entries of the header.
    pub index: usize,
    /// The label for it in the copy, if the page shows that beside each value of the row; empty where it repeats the
    /// last.
    pub label: Option<String>,
    /// What it means.
    pub value: String,
    /// What else is known about it.
    pub note: Option<String>,
    /// What was written, where that differs from the value.
    pub written: Option<String>,
    /// Where it was written.
    pub span: Span,
    /// Where it was written, label included.
    pub place: Span,
}

/// The most values shown for one row; an address line of a real telegram has some dozens.
pub const LISTED: usize = 200;
/// The most characters shown of one value, and of what was written for it.
pub const LONGEST: (usize, usize) = (1_000, 240);

/// Every field of the transmission and text headers that the telegram has, the most wanted first.
pub fn rows(cable: &Cable, text: &str) -> Vec<Row> {
    let mut list = List { text, rows: Vec::new(), count: 0 };
    let as_is: fn(&String) -> Said = |value| Said::of(value);
    list.row("From", cable.from.as_slice(), |from| Said::of(&from.name).note(from.routing.clone()));
    list.row("To", &cable.to, addressee);
    list.row("Info", &cable.info, addressee);
    list.row("Exempt", &cable.exempt, addressee);
    list.row("Date", cable.date.as_slice(), |at| {
        at.map_or_else(|| Said::of("No minute of the calendar"), |at| Said::of(words::minute(at)))
    });
    if cable.date.is_none() {
        list.row("Date", cable.day.as_slice(), |&day| Said::of(day.in_words()));
    }
    list.row("Reference number", cable.reference_number.as_slice(), |number| {
        Said::of(number.canonical().unwrap_or_else(|| format!("{} {}", number.post, number.number)))
    });
    list.row("Archive number", cable.archive_number.as_slice(), as_is);
    list.row("Message number", cable.series_number.as_slice(), as_is);
    list.row("Section", cable.section_count.as_slice(), |&count| Said::of(words::section(count)));
    list.row("Precedence", cable.precedence.as_slice(), |pair| {
        let info = pair.info.map(|info| format!("{} for information", words::precedence(info)));
        Said::of(words::precedence(pair.action)).note(info)
    });
    list.codes("Captions", &cable.captions, as_is);
    list.row("Classification", cable.classification.as_slice(), mark);
    list.row("Declassification", cable.executive_order.as_slice(), declassification);
    list.row("Classified by", &cable.classified_by, |by| {
        Said::of(match &by.title {
            Some(title) => format!("{}, {title}", by.name),
            None => by.name.clone(),
        })
    });
    list.row("Reasons", &cable.classification_reasons, |code| match words::reason(code) {
        Some(meaning) => Said::of(format!("{code} {meaning}")),
        None => Said::of(code),
    });
    list.row("For the attention of", &cable.passing, as_is);
    list.codes("TAGS", &cable.tags, tag);
    list.row("Subject", cable.subject.as_slice(), as_is);
    list.row("Subject marked", cable.subject_mark.as_slice(), mark);
    let transmission = &cable.transmission;
    list.row("Start of transmission", transmission.start.as_slice(), as_is);
    list.codes("Routed to", &transmission.routed_to, as_is);
    list.row("Originating station", transmission.originator.as_slice(), as_is);
    list.row("Station serial number", transmission.station_serial.as_slice(), |serial| {
        Said::of(format!("{serial:04}"))
    });
    list.row("Transmission section", transmission.section.as_slice(), |section| Said::of(section.to_string()));
    list.row("Filed", transmission.filed.as_slice(), |filed| {
        let day = format!("day {} of the year", filed.day);
        match filed.at {
            Some(at) => Said::of(words::minute(at)).note(Some(day)),
            None => Said::of(day),
        }
    });
    list.row("Security line", transmission.security.as_slice(), |&level| Said::of(words::level(level)));
    list.codes("Operating signals", &transmission.signals, as_is);
    list.attributes(&cable.attributes);
    list.rows
}

/// The text of an entry whose place is not known yet.
struct Said {
    value: String,
    note: Option<String>,
}

impl Said {
    fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), note: None }
    }

    fn note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }
}

struct List<'a> {
    text: &'a str,
    rows: Vec<Row>,
    /// The number of entries in all rows.
    count: usize,
}

impl List<'_> {
    /// Adds a row.
    fn row<T>(&mut self, term: &'static str, fields: &[Field<T>], say: fn(&T) -> Said) {
        let entries = self.entries(fields, say);
        self.push(Row { term, inline: false, entries });
    }

    /// Adds a row whose values are on one line.
    fn codes<T>(&mut self, term: &'static str, fields: &[Field<T>], say: fn(&T) -> Said) {
        let entries = self.entries(fields, say);
        self.push(Row { term, inline: true, entries });
    }

    fn entries<T>(&mut self, fields: &[Field<T>], say: fn(&T) -> Said) -> Vec<Entry> {
        fields.iter().map(|field| self.entry(field.label, field.raw, say(&field.value))).collect()
    }

    /// Adds a row of fields that are shown as they are, each with its label.
    fn attributes(&mut self, fields: &[Field<String>]) {
        let text = self.text;
        let label = |field: &Field<String>| words::one_line(field.label.of(text)).trim_end_matches(':').to_owned();
        let entry = |field: &Field<String>| Entry {
            label: Some(label(field)),
            ..self.entry(field.label, field.raw, Said::of(&field.value))
        };
        let entries = fields.iter().map(entry).collect();
        self.push(Row { term: "Of this copy", inline: false, entries });
    }

    /// Adds a row, unless it is empty.
    fn push(&mut self, row: Row) {
        if !row.entries.is_empty() {
            self.rows.push(row);
        }
    }

    fn entry(&mut self, label: Span, raw: Span, said: Said) -> Entry {
        let index = self.count;
        self.count += 1;
        let written = words::one_line(raw.of(self.text));
        // `b` adds nothing to `1.4(b) foreign government information`.
        let is_said = written.eq_ignore_ascii_case(&said.value) || said.value.contains(&["(", &written, ")"].concat());
        let written = (!written.is_empty() && !is_said).then_some(written);
        let place = with_label(label, raw);
        // What was written may already contain the note.
        let note = said.note.filter(|note| !written.as_ref().is_some_and(|written| written.contains(note.as_str())));
        Entry { index, label: None, value: said.value, note, written, span: raw, place }
    }
}

fn addressee(to: &Addressee) -> Said {
    let precedence = to.precedence.map(words::precedence);
    let serial = to.serial.as_ref().map(|serial| format!("message {serial}"));
    let note = match (precedence, serial) {
        (Some(precedence), Some(serial)) => Some(format!("{precedence}, {serial}")),
        (precedence, serial) => serial.or(precedence.map(str::to_owned)),
    };
    Said::of(if to.name.is_empty() { to.routing.as_deref().unwrap_or_default() } else { &to.name }).note(note)
}

fn mark(mark: &Mark) -> Said {
    let mut value = words::level(mark.level).to_owned();
    for caveat in &mark.caveats {
        value.push_str(", ");
        value.push_str(caveat);
    }
    Said::of(value).note(mark.text.is_none().then(|| "from the security line".to_owned()))
}

fn declassification(order: &ExecutiveOrder) -> Said {
    let number = order.order.as_ref().map(|number| format!("E.O. {number}"));
    match (order.declassify_on, &order.instruction) {
        (Some(date), _) => Said::of(date.in_words()).note(number),
        (None, Some(instruction)) => Said::of(instruction).note(number),
        (None, None) => Said::of(number.unwrap_or_default()),
    }
}

fn tag(tag: &Tag) -> Said {
    Said::of(&tag.code).note(match tag.kind {
        TagKind::Unknown => Some("not in the table".to_owned()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<T>(start: u32, end: u32, value: T) -> Field<T> {
        Field { label: Span::default(), raw: Span::new(start, end), value }
    }

    #[test]
    fn what_was_written_is_shown_where_it_differs() {
        let text = "021130Z JUN 09\nsipdis";
        let mut cable = cable::parse("");
        cable.captions = vec![field(15, 21, "SIPDIS".to_owned())];
        let date = cable::Date::new(2009, 6, 2).map(|date| cable::DateTime { date, hour: 11, minute: 30 });
        cable.date = Some(field(0, 14, date));
        let rows = rows(&cable, text);
        let said: Vec<_> =
            rows.iter().map(|row| (row.term, &*row.entries[0].value, row.entries[0].written.as_deref())).collect();
        assert_eq!(said, [("Date", "2 June 2009, 11:30 UTC", Some("021130Z JUN 09")), ("Captions", "SIPDIS", None)]);
        assert_eq!((rows[0].inline, rows[1].inline), (false, true));
        assert_eq!(rows[1].entries[0].index, 1);
    }

    #[test]
    fn a_field_of_the_copy_stands_beside_what_it_is_called() {
        let text = "Drafter:  QUILL\nTARN";
        let mut cable = cable::parse("");
        let labelled = Field { label: Span::new(0, 8), ..field(10, 15, "QUILL".to_owned()) };
        cable.attributes = vec![labelled, field(16, 20, "TARN".to_owned())];
        let rows = rows(&cable, text);
        let said: Vec<_> = rows[0].entries.iter().map(|entry| (entry.label.as_deref(), &*entry.value)).collect();
        assert_eq!(said, [(Some("Drafter"), "QUILL"), (Some(""), "TARN")]);
        assert_eq!(super::super::plain::header(&rows), "Of this copy: Drafter: QUILL; TARN\n");
    }

    #[test]
    fn an_addressee_says_how_and_as_which_message() {
        let to = Addressee {
            name: "SECSTATE WASHDC".into(),
            precedence: Some(cable::Precedence::Priority),
            serial: Some("4711".into()),
            ..Addressee::default()
        };
        assert_eq!(addressee(&to).note.as_deref(), Some("Priority, message 4711"));
        let bare = Addressee { routing: Some("RUEHQW".into()), ..Addressee::default() };
        assert_eq!(addressee(&bare).value, "RUEHQW");
    }

    #[test]
    fn a_telegram_without_fields_has_no_rows() {
        let nothing = cable::parse("");
        assert_eq!(rows(&nothing, ""), []);
    }
}
