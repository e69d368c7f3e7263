//! The list of telegrams, sorted and narrowed to words.

use super::{Card, Library};
use crate::reading::words;

/// What the list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Message reference number: post, year and number.
    Number,
    /// Date.
    Date,
    /// Post.
    Post,
    /// Subject.
    Subject,
    /// Marking, the lowest first.
    Marking,
    /// File.
    File,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Column; 6] =
        [Column::Number, Column::Date, Column::Post, Column::Subject, Column::Marking, Column::File];

    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Column::Number => "Number",
            Column::Date => "Date",
            Column::Post => "Post",
            Column::Subject => "Subject",
            Column::Marking => "Marking",
            Column::File => "File",
        }
    }

    /// The key by which a card sorts in this column.
    fn key(self, card: &Card) -> String {
        match self {
            Column::Number => card.numbered.clone(),
            Column::Date => card.date.clone(),
            Column::Post => card.post.clone(),
            Column::Subject => card.subject.clone(),
            Column::Marking => card.marking.map_or(0, |level| level as usize + 1).to_string(),
            Column::File => card.file.clone(),
        }
    }
}

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The column to sort by. With `None` telegrams stay in the order in which they came.
    pub column: Option<Column>,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Order {
    /// The order after a click on a column's heading: by that column, then reversed, then as the telegrams came.
    pub fn pressed(self, column: Column) -> Self {
        match self.column == Some(column) {
            true if self.descending => Self::default(),
            descending => Self { column: Some(column), descending },
        }
    }
}

/// The places of the telegrams that match, in order. Equal ones stay in the order in which they came.
pub fn listed(library: &Library, order: Order) -> Vec<usize> {
    let cards = library.cards();
    let found = cards.iter().enumerate().filter(|(place, _)| library.holds(*place));
    let mut places = match order.column {
        None => found.map(|(place, _)| place).collect(),
        Some(column) => sorted(found.map(|(place, card)| (column.key(card), place)).collect()),
    };
    if order.descending {
        places.reverse();
    }
    places
}

/// Numbers in the order of their keys, with equal keys in the order of the numbers. The page has only this sort: each
/// further one costs a kilobyte.
pub fn sorted(mut keyed: Vec<(String, usize)>) -> Vec<usize> {
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, number)| number).collect()
}

/// The list as a table with tabs between its columns, to be pasted into a spreadsheet.
pub fn table(cards: &[Card], places: &[usize]) -> String {
    let mut out = Column::ALL.map(Column::name).join("\t") + "\n";
    for card in places.iter().filter_map(|&place| cards.get(place)) {
        let marking = card.marking.map(words::level).unwrap_or_default();
        let row = [&card.number, &card.date, &card.post, &card.subject, marking, &card.file];
        out.push_str(&row.map(words::one_line).join("\t"));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::library;
    use std::rc::Rc;

    fn three() -> Rc<Library> {
        let text = |dtg: &str, mark: &str, number: &str, subject: &str| {
            format!(
                "R {dtg}\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\n{mark} {number}\n\nTAGS: ECON\nSUBJECT: {subject}\n\n1. Text.\n"
            )
        };
        let texts = [
            text("101200Z JUN 09", "C O N F I D E N T I A L", "TARSIS 001000", "Ropes"),
            text("091200Z JUN 09", "UNCLAS", "TARSIS 000998", "Łódź"),
            text("111200Z JUN 08", "S E C R E T", "LYDDA 000017", "Quay"),
        ];
        let library = library(&texts.each_ref().map(String::as_str));
        while library.read_cards() {}
        library
    }

    #[track_caller]
    fn check(column: Column, descending: bool, words: &str, expected: &[usize]) {
        let library = three();
        library.look_for(words);
        while library.look_on() {}
        assert_eq!(listed(&library, Order { column: Some(column), descending }), expected);
    }

    #[test]
    fn sorted_by_what_a_column_means() {
        check(Column::File, false, "", &[0, 1, 2]);
        check(Column::File, true, "", &[2, 1, 0]);
        check(Column::Number, false, "", &[2, 1, 0]);
        check(Column::Date, false, "", &[2, 1, 0]);
        check(Column::Subject, false, "", &[2, 0, 1]);
        check(Column::Marking, false, "", &[1, 0, 2]);
        check(Column::Post, false, "", &[0, 1, 2]);
    }

    #[test]
    fn narrowed_down_to_words_in_any_column_or_in_the_text() {
        check(Column::File, false, "lodz", &[1]);
        check(Column::File, false, "2009 TARSIS", &[0, 1]);
        check(Column::File, false, "secret", &[2]);
        check(Column::File, false, "ropes quay", &[]);
        check(Column::File, false, "secstate", &[0, 1, 2]);
        check(Column::File, false, "quay secstate text", &[2]);
    }

    #[test]
    fn a_table_has_a_line_for_each() {
        let table = table(&three().cards(), &[2]);
        assert_eq!(
            table,
            "Number\tDate\tPost\tSubject\tMarking\tFile\n\
             08LYDDA17\t2008-06-11T12:00:00Z\tAMEMBASSY TARSIS\tQuay\tSecret\tTyped text\n"
        );
    }

    #[test]
    fn a_heading_pressed_again_turns_the_order() {
        let once = Order::default().pressed(Column::Date);
        assert_eq!(once, Order { column: Some(Column::Date), descending: false });
        assert_eq!(once.pressed(Column::Date), Order { column: Some(Column::Date), descending: true });
        assert_eq!(once.pressed(Column::Date).pressed(Column::Date), Order::default(), "as they came");
        assert_eq!(once.pressed(Column::File), Order { column: Some(Column::File), descending: false });
    }
}
