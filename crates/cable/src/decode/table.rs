//! What a saved page says about its telegram: a table above it, with a row of names and a row of values.

use super::token::{Token, Tokens};

/// The archive's tables have five columns.
const MOST_COLUMNS: usize = 8;

/// What a page says; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Reference number: `09TARSIS417`.
    pub number: String,
    /// Classification: `SECRET//NOFORN`.
    pub level: String,
}

/// Reads the first table in front of the telegram.
pub(super) fn said(page: &str) -> Said {
    let (mut names, mut values): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut is_inside = false;
    let mut is_name = false;
    for token in Tokens::new(page) {
        let cells = if is_name { &mut names } else { &mut values };
        match token {
            Token::Text(span) => {
                if let Some(cell) = cells.last_mut().filter(|_| is_inside) {
                    cell.push_str(span.of(page).trim());
                }
            }
            Token::Tag { name, closing, .. } => {
                let is = |known: &str| name.eq_ignore_ascii_case(known);
                if is("pre") || closing && is("table") || cells.len() > MOST_COLUMNS {
                    break;
                }
                if is("th") || is("td") {
                    (is_inside, is_name) = (!closing, is("th"));
                    let cells = if is_name { &mut names } else { &mut values };
                    cells.extend(is_inside.then(String::new));
                }
            }
        }
    }
    let value = |wanted: &str| {
        let column = names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
        column.and_then(|column| values.get(column)).cloned().unwrap_or_default()
    };
    Said { number: value("Reference ID"), level: value("Classification") }
}
