//! Elements of the built page, found and rewritten. This reads what index.html and Trunk write, which is far less than
//! all of HTML: attribute values are quoted, and `</script>` is only at a script's end.

use std::fmt::{self, Display, Formatter};

/// A `meta`, `link` or `script`.
pub struct Element<'a> {
    /// The tag name.
    pub name: &'a str,
    attributes: Attributes<'a>,
    /// The text between a script's tags.
    pub content: &'a str,
}

/// Names, with values where they have one.
type Attributes<'a> = Vec<(&'a str, Option<String>)>;

const NAMES: [&str; 3] = ["meta", "link", "script"];

impl Element<'_> {
    /// The attribute's value; empty where it has none (`defer`).
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_deref().unwrap_or_default())
    }

    /// Sets an attribute.
    pub fn set(&mut self, name: &'static str, value: String) {
        self.attributes.retain(|(known, _)| *known != name);
        self.attributes.push((name, Some(value)));
    }

    /// Returns whether a `rel` or the like contains this word.
    pub fn is(&self, name: &str, word: &str) -> bool {
        self.get(name).is_some_and(|value| value.split_whitespace().any(|part| part == word))
    }
}

impl Display for Element<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            match value {
                Some(value) => write!(f, " {name}=\"{value}\"")?,
                None => write!(f, " {name}")?,
            }
        }
        f.write_str(">")?;
        if self.name == "script" { write!(f, "{}</script>", self.content) } else { Ok(()) }
    }
}

/// Passes each `meta`, `link` and `script` to `change`, and replaces it with what that returns.
pub fn rewrite(html: &str, mut change: impl FnMut(Element) -> Result<String, String>) -> Result<String, String> {
    let mut result = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        result.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment.find("-->").ok_or("a comment in index.html does not end")?;
            rest = &comment[end + 3..];
            continue;
        }
        let name = NAMES
            .into_iter()
            .find(|name| rest[1..].strip_prefix(name).is_some_and(|after| after.starts_with([' ', '\n', '>', '/'])));
        let Some(name) = name else {
            result.push('<');
            rest = &rest[1..];
            continue;
        };
        let (attributes, after) = attributes(&rest[1 + name.len()..])?;
        let mut element = Element { name, attributes, content: "" };
        rest = after;
        if name == "script" {
            let end = rest.find("</script>").ok_or("a script in index.html does not end")?;
            element.content = &rest[..end];
            rest = &rest[end + "</script>".len()..];
        }
        result.push_str(&change(element)?);
    }
    result.push_str(rest);
    Ok(result)
}

/// A tag's attributes, and the text after its `>`.
fn attributes(mut rest: &str) -> Result<(Attributes<'_>, &str), String> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n', '/']);
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((found, after));
        }
        let end =
            rest.find(['=', ' ', '\n', '/', '>']).filter(|end| *end > 0).ok_or("a tag in index.html does not end")?;
        let name = &rest[..end];
        rest = &rest[end..];
        let value = match rest.strip_prefix('=') {
            None => None,
            Some(quoted) => {
                let inner =
                    quoted.strip_prefix('"').ok_or_else(|| format!("the value of {name} is not in double quotes"))?;
                let end = inner.find('"').ok_or_else(|| format!("the value of {name} does not end"))?;
                rest = &inner[end + 1..];
                Some(inner[..end].to_owned())
            }
        };
        found.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays_as_it_was() {
        let html = "<p class=a><meta charset=\"utf-8\">\n<script defer src=\"./a.js\"></script><title>a < b</title>";
        assert_eq!(rewrite(html, |element| Ok(element.to_string())).as_deref(), Ok(html));
    }

    #[test]
    fn an_element_is_replaced_in_its_place() {
        let html = "a<link rel=\"icon shortcut\" href=\"x\"/>b";
        let result = rewrite(html, |mut element| {
            assert!(element.is("rel", "icon"));
            element.set("href", String::from("y"));
            Ok(element.to_string())
        });
        assert_eq!(result.as_deref(), Ok("a<link rel=\"icon shortcut\" href=\"y\">b"));
    }

    #[test]
    fn comments_go_with_what_they_hold() {
        let result = rewrite("a<!-- <script> -->b", |_| Err(String::from("there is none")));
        assert_eq!(result.as_deref(), Ok("ab"));
    }

    #[test]
    fn a_scripts_text_is_its_content() {
        let result = rewrite("<script>if (a<b) c()</script>", |element| Ok(element.content.to_owned()));
        assert_eq!(result.as_deref(), Ok("if (a<b) c()"));
    }

    #[test]
    fn a_value_without_quotes_is_refused() {
        assert!(rewrite("<link rel=icon>", |element| Ok(element.to_string())).is_err());
    }
}
