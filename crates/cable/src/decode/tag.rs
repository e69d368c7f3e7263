//! Tags that a copy of a web page kept: the archive's links, and tags for layout or line ends. Anything else between
//! such brackets is text, and is shown as it stands: `<name withheld>`, `<code>`, `<script>`.

use crate::known::{is_one_of, is_word_of};

/// Elements whose closing tag at the end of a line belongs to the page: `</td>`.
const NAMES: &str = "br p pre code div span font table tr td";

/// The element that ends a line and does nothing else.
const LINE_END: &str = "br";

/// Attributes that say how letters look.
const LOOKS: [&str; 5] = ["class", "color", "face", "size", "style"];

/// No tag is longer than this.
const LONGEST: usize = 256;

/// A tag of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `<a href='/tag/PREL_0.html'>`, `<a id='par1' href='#par1'>`: a link within the archive.
    Link,
    /// `</a>`
    LinkEnd,
    /// `<br>`, `</td>` at the end of a line, `<font color='red'>`.
    Layout,
}

/// The tag that `text` begins with, and its length.
pub(super) fn read(text: &str) -> Option<(Tag, usize)> {
    let close = text.bytes().take(LONGEST).position(|byte| matches!(byte, b'>' | b'\n' | b'\r'))?;
    text.get(close..)?.strip_prefix('>')?;
    let inside = text.get(1..close)?;
    let len = close.saturating_add(1);
    let (inside, closes) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
    let (name, attributes) = inside.split_at(inside.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(inside.len()));
    let attributes = attributes.trim_matches([' ', '/']);
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    let is_known = || is_word_of(name, NAMES);
    let tag = match attributes.split_once('=') {
        None if closes && is("a") && attributes.is_empty() => Tag::LinkEnd,
        None if attributes.is_empty() && (closes || is(LINE_END)) && is_known() => {
            ends_line(text.get(len..)?).then_some(Tag::Layout)?
        }
        Some((_, value)) if !closes && is("a") && is_within(attributes, value) => Tag::Link,
        Some((attribute, _)) if !closes && is_known() && is_look(attribute) => Tag::Layout,
        _ => return None,
    };
    Some((tag, len))
}

/// Whether only further tags stand behind a tag on its line.
fn ends_line(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\t']);
    behind.is_empty() || behind.starts_with(['\n', '\r', '<'])
}

/// Whether a link leads to a place of the archive, and not to an address or a script.
fn is_within(attributes: &str, value: &str) -> bool {
    let value = value.trim_start_matches([' ', '\'', '"']);
    attributes.starts_with("href") && value.starts_with(['/', '#']) || attributes.starts_with("id")
}

fn is_look(attribute: &str) -> bool {
    is_one_of(attribute.trim_end(), &LOOKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for (text, expected) in [
            ("<br>", Some((Tag::Layout, 4))),
            ("<BR /> \n", Some((Tag::Layout, 6))),
            ("</td></tr>", Some((Tag::Layout, 5))),
            ("</table >\r", Some((Tag::Layout, 9))),
            ("<font color=\"red\">NOT", Some((Tag::Layout, 18))),
            ("<a href='/tag/PREL_0.html'>PREL</a>", Some((Tag::Link, 27))),
            ("<a id='par1' href='#par1'>", Some((Tag::Link, 26))),
            ("</a>, IZ", Some((Tag::LinkEnd, 4))),
            ("<br> and", None),
            ("</td> and", None),
            ("<a href=\"javascript:x\">", None),
            ("<a href='https://tarsis.example/'>", None),
            ("<img src=x>", None),
            ("</script>", None),
            ("<name withheld>", None),
            ("<p withheld>", None),
            ("<p = 3>", None),
            ("<code>", None),
            ("<td", None),
            ("</td\n>", None),
            ("<>", None),
            ("</>", None),
            ("<é>", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
