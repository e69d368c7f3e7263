//! What a file name says against its text. A wrong body under another telegram's name is a real error: 4 of 1,239
//! measured files hold one. The name fills no field, for the same reason.

use crate::{Cable, Code, Diagnostic};

/// The finding that `file` is named like another telegram than the one that it holds.
pub fn file_name_differs(file: &str, cable: &Cable) -> Option<Diagnostic> {
    let number = cable.reference_number.as_ref()?;
    let named = Name::read(file)?;
    let year_differs = number.value.year.is_some_and(|year| named.year % 100 != year % 100);
    let differs = year_differs || named.post != number.value.post || named.number != number.value.number;
    differs.then(|| Diagnostic {
        code: Code::FileNameDiffers,
        span: number.raw,
        related: None,
        detail: Some(format!("The name says {:02}{}{}.", named.year % 100, named.post, named.number)),
    })
}

/// A file name in the form of a reference number: year, post, number (`09TARSIS417.txt`, `1975STATE011531_b.html`).
struct Name {
    year: u16,
    post: String,
    number: u32,
}

impl Name {
    fn read(file: &str) -> Option<Self> {
        let (year, rest) = split_where(file, |c| !c.is_ascii_digit());
        let (post, rest) = split_where(rest, |c| !c.is_ascii_alphabetic());
        let (number, rest) = split_where(rest, |c| !c.is_ascii_digit());
        let ends = rest.is_empty() || rest.starts_with(['.', '_', ' ', '(']);
        if !matches!(year.len(), 2 | 4) || post.len() < 3 || !ends {
            return None;
        }
        Some(Self { year: year.parse().ok()?, post: post.to_ascii_uppercase(), number: number.parse().ok()? })
    }
}

fn split_where(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(end).unwrap_or(text.len()))
}
