//! Tags that a copy of a web page kept: `<br>`, `</td>`, `<a href='/tag/PREL_0.html'>`. What else stands between such
//! brackets is text: `<name withheld>`, `<code>`.

/// Elements that a page lays out or marks text with.
const NAMES: [&str; 16] =
    ["a", "b", "br", "code", "div", "em", "font", "i", "p", "pre", "span", "strong", "table", "td", "tr", "u"];

/// The one that ends a line.
const LINE_END: &str = "br";

/// The names of attributes that such elements have.
const ATTRIBUTES: [&str; 8] = ["class", "color", "face", "href", "id", "name", "size", "style"];

/// No tag is longer.
const LONGEST: usize = 256;

/// The tag that `text` begins with: whether a line ends there that has no line end of its own, and the tag's length.
/// It closes an element, ends a line, or has an attribute.
pub(super) fn read(text: &str) -> Option<(bool, usize)> {
    let close = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = text.get(1..close)?;
    let len = close.saturating_add(1);
    let (name, closes) = inside.strip_prefix('/').map_or((inside, false), |name| (name, true));
    let (name, attributes) = name.split_at(name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len()));
    if !NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return None;
    }
    let attributes = attributes.trim_matches([' ', '/']);
    let is_line_end = !closes && name.eq_ignore_ascii_case(LINE_END);
    if attributes.is_empty() {
        let behind = text.get(len..)?.trim_start_matches([' ', '\t']);
        return (closes || is_line_end).then_some((is_line_end && !behind.starts_with(['\n', '\r']), len));
    }
    let (attribute, _) = attributes.split_once('=')?;
    let attribute = attribute.trim_end();
    let is_known = ATTRIBUTES.iter().any(|known| known.eq_ignore_ascii_case(attribute));
    is_known.then_some((false, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for (text, expected) in [
            ("<br>", Some((true, 4))),
            ("<BR /> and", Some((true, 6))),
            ("<br> \n", Some((false, 4))),
            ("</td></tr>", Some((false, 5))),
            ("</table >", Some((false, 9))),
            ("<a href='/tag/PREL_0.html'>PREL</a>", Some((false, 27))),
            ("<font color=\"red\">", Some((false, 18))),
            ("<name withheld>", None),
            ("<p withheld>", None),
            ("<i = 3>", None),
            ("<code>", None),
            ("<td", None),
            ("<>", None),
            ("</>", None),
            ("<é>", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
