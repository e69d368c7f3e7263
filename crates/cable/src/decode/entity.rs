//! Character references of HTML: `&amp;`, `&#x000A;`, `&#182;`.

use super::residue::is_blank;
use crate::encoding::windows_1252;

/// The names of U+00A0 to U+00FF, in this order.
const LATIN_1: &str = "\
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml";

/// The markup characters, and the typographic characters that telegrams hold.
const OTHERS: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("NewLine", '\n'),
    ("Tab", '\t'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Yuml", 'Ÿ'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("bull", '•'),
    ("hellip", '…'),
    ("euro", '€'),
    ("trade", '™'),
];

/// The character of the reference that `text` begins with, and the reference's length. `None` if the `&` is an ordinary
/// character: the reference is cut off or has no known name.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    // The longest reference of the tables and of numbers with some leading zeros is far shorter.
    let end = text.bytes().take(16).position(|byte| byte == b';')?;
    let written = text.get(..=end)?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => numeric(number)?,
        None => named(name)?,
    };
    Some((if is_blank(character) { ' ' } else { character }, written.len()))
}

fn named(name: &str) -> Option<char> {
    if let Some(&(_, character)) = OTHERS.iter().find(|(other, _)| *other == name) {
        return Some(character);
    }
    let mut latin = LATIN_1.split(' ').zip('\u{A0}'..);
    latin.find_map(|(latin, character)| (latin == name).then_some(character))
}

/// The character of a number. The HTML standard reads 128 to 159 as Windows-1252, and a number of no character as
/// U+FFFD.
fn numeric(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    Some(match u8::try_from(number) {
        Ok(0) => char::REPLACEMENT_CHARACTER,
        Ok(byte) => windows_1252::character(byte),
        Err(_) => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    })
}
