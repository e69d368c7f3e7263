//! Items of lists: which lines begin with one, and which only with a mark that wrapping brought there.

use crate::wrap;

/// Whether a line is an item of a list: a dash, a bullet, or a short label in brackets or before a full stop.
pub(crate) fn is_item(line: &str) -> bool {
    let mut bytes = line.bytes();
    match bytes.next() {
        Some(b'-' | b'*') => bytes.next().is_some_and(|next| matches!(next, b' ' | b'-' | b'*')),
        Some(b'(') => line.strip_prefix('(').is_some_and(|inside| short_label(inside, b')')),
        Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') => short_label(line, b')') || short_label(line, b'.'),
        _ => line.starts_with(['•', '·', '–', '—']),
    }
}

/// The same for a line that follows another: `A) was` behind `(ref` closes a bracket and is no item, and neither is
/// `(8) ropes, (9) boats`, which counts in running text, nor `C.  PER REF D` behind `REFS A AND`.
pub(crate) fn is_below(above: &str, below: &str) -> bool {
    let closes = || short_label(below, b')') && opens_bracket(above);
    let in_text = || closes() || counts_inside(below) || ends_in_references(above);
    is_item(below) && !in_text()
}

/// Whether a line ends inside brackets that it opens.
pub(crate) fn opens_bracket(line: &str) -> bool {
    line.rsplit_once('(').is_some_and(|(_, inside)| !inside.contains(')'))
}

/// Whether a line ends where a reference's letter must follow: `PER REF`, `references (a), (b) and`.
fn ends_in_references(line: &str) -> bool {
    /// Words behind `REFS`.
    const MOST: usize = 6;
    let is_word =
        |word: &str| ["ref", "refs", "reference", "references"].iter().any(|one| word.eq_ignore_ascii_case(one));
    let is_letter = |word: &str| word.trim_matches(['(', ')', ',']).len() == 1;
    let is_and = |word: &str| word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("or");
    let mut words = line.rsplit(' ').take(MOST);
    let last = words.next().unwrap_or_default();
    is_word(last) || is_and(last) && words.find(|word| !is_letter(word)).is_some_and(is_word)
}

/// Whether the next item stands in the same line, behind what running text has between two, `; (2)`, `, (2)`, `and (2)`,
/// or with the one behind it.
fn counts_inside(line: &str) -> bool {
    let number = line.strip_prefix('(').and_then(|line| line.split_once(')')).map(|(number, _)| number);
    let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) else { return false };
    let mark = |more: u32| format!(" ({}) ", number.saturating_add(more));
    let is_between =
        |before: &str| before.ends_with([',', ';']) || [" and", " or"].iter().any(|and| before.ends_with(and));
    line.split_once(&mark(1)).is_some_and(|(before, behind)| is_between(before) || behind.contains(&mark(2)))
}

/// Whether a sentence goes on behind a dash that wrapping brought to the start of a line, or behind a figure in brackets,
/// `six` / `(6) months`, `reference` / `(b) is`: in small letters, below a line of prose that ends without a mark and had
/// no room for it.
pub(crate) fn goes_on(above: &str, below: &str, width: usize) -> bool {
    let behind = match below.strip_prefix('(') {
        Some(figure) => figure.split_once(')').map_or("", |(_, behind)| behind.trim_start()),
        None if below.starts_with('-') => below.trim_start_matches(['-', ' ']),
        None => "",
    };
    behind.starts_with(char::is_lowercase)
        && above.ends_with(|c: char| c.is_alphanumeric() || c == ',')
        && !is_item(above)
        && width <= wrap::LONGEST_WRAPPED
        && above.len().saturating_add(wrap::first_word(below)) >= width.max(wrap::SHORTEST_CUT)
}

/// `1)`, `12.`, `b.`, with a blank behind.
fn short_label(line: &str, close: u8) -> bool {
    let bytes = line.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let len = if digits == 0 { 1 } else { digits };
    let mut behind = bytes.iter().skip(len);
    len <= 2 && behind.next() == Some(&close) && matches!(behind.next(), Some(b' ' | b'\t'))
}

#[cfg(test)]
mod tests {
    use crate::wrap::tests::check;

    #[test]
    fn marks_in_a_sentence() {
        check("The harbour master will go on writing of the quay", "-- in private -- to the minister.", 49, ' ');
        check("The harbour master will go on writing of the quay", "--this time in May. He will", 49, ' ');
        check("The harbour master will go on writing of the quay", "-- The minister.", 49, '\n');
        check("The harbour master will write of these things:", "-- the quay", 46, '\n');
        check("The harbour master will ask for the ropes within six", "(6) months of May.", 53, ' ');
        check("The harbour master will ask for the ropes in the town", "(b) They are short.", 53, '\n');
        check("The harbour master will ask for these:", "(1) ropes", 53, '\n');
        check("The harbour master asks the town for", "(1) ropes, (2) boats, and", 53, ' ');
        check("The harbour master asks the town for", "(1) ropes and (2) boats", 53, ' ');
        check("The harbour master asks the town for", "(1) ropes (2) boats (3) lamps.", 53, ' ');
        check("The harbour master asks for the", "(1) the ropes, in the way that item (2) says, and", 53, '\n');
        check("THE ROPES OF REFS A, B, AND", "C.  PER REF D", 53, ' ');
        check("the ropes of references", "(a) and (b), of May", 53, ' ');
        check("the ropes of the town; and", "b. the boats", 53, '\n');
        check("- the harbour master's letters to the minister", "- the quay", 46, '\n');
        check("the letters of the harbour master", "- the quay", 60, '\n');
    }
}
