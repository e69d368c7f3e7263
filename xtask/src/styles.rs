//! The style sheet as distributed: without comments, indentation, line ends and most blanks, which are for developers,
//! with short names for custom properties, and with what follows in the same layer as one block.

use std::collections::BTreeMap;

/// `css` without them. Quoted text stays as it is.
pub fn bare(css: &str) -> Result<String, String> {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let comment = from.strip_prefix("/*");
        let quoted = from.strip_prefix(['"', '\'']);
        let (len, keeps) = match (comment, quoted) {
            (Some(comment), _) => (comment.find("*/").map(|end| end + "/**/".len()), false),
            (None, Some(quoted)) => (quoted.find(&from[..1]).map(|end| end + "\"\"".len()), true),
            (None, None) => (Some("/".len()), true),
        };
        let len =
            len.ok_or_else(|| format!("a comment or quotation is not closed: {}", &from[..from.len().min(40)]))?;
        let (taken, behind) = from.split_at(len);
        kept.push_str(if keeps { taken } else { "" });
        rest = behind;
    }
    kept.push_str(rest);
    let mut out = String::with_capacity(kept.len());
    for line in kept.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line, line.strip_suffix(" {"), line.split_once(": ")) {
            ("}", ..) => {
                // The last declaration needs no semicolon.
                out.truncate(out.trim_end_matches(';').len());
                out.push('}');
            }
            (_, Some(opens), _) => out.extend([opens, "{"]),
            (_, None, Some((property, value))) if line.ends_with(';') => out.extend([property, ":", value]),
            _ => out.extend([line, if line.ends_with([';', '{', '}', ',']) { "" } else { "\n" }]),
        }
    }
    Ok(out)
}

/// Several bare style sheets, one behind the other, as one that is shorter. No quoted text holds what is shortened.
pub fn joined(css: &str) -> String {
    short_names(&whole_layers(css))
        .replace(", ", ",")
        .replace(":0.", ":.")
        .replace(" 0.", " .")
        .replace("(0.", "(.")
        .replace(",0.", ",.")
}

/// Blocks of one cascade layer that follow one another as one block.
fn whole_layers(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let (mut depth, mut begins, mut last) = (0_usize, 0, "");
    for (at, sign) in css.char_indices().filter(|(_, sign)| matches!(sign, '{' | '}')) {
        depth = if sign == '{' { depth + 1 } else { depth.saturating_sub(1) };
        if (sign, depth) == ('{', 1) {
            let head = &css[begins..at];
            if head == last && head.starts_with("@layer") {
                out.pop();
                begins = at + 1;
            }
            last = head;
        } else if (sign, depth) == ('}', 0) {
            out.push_str(&css[begins..=at]);
            begins = at + 1;
        }
    }
    out.push_str(&css[begins..]);
    out
}

/// Custom properties under names of few letters, the most frequent ones first. What the program sets is declared with
/// `@property` and keeps its name.
fn short_names(css: &str) -> String {
    let is_of_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    let name_at = |from: &str| from.split(|sign| !is_of_name(sign)).next().unwrap_or_default().len();
    let mut counts = BTreeMap::<&str, usize>::new();
    for (at, _) in css.match_indices("--") {
        *counts.entry(&css[at..at + name_at(&css[at..])]).or_default() += 1;
    }
    counts.retain(|name, _| !css.contains(&format!("@property {name}{{")));
    let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
    names.sort_by_key(|&(_, count)| usize::MAX - count);
    let short = |number: usize| {
        let letter = char::from(b'a' + (number % 26) as u8);
        if number < 26 { format!("--{letter}") } else { format!("--{letter}{}", number / 26) }
    };
    let short: BTreeMap<&str, String> =
        names.iter().enumerate().map(|(number, (name, _))| (*name, short(number))).collect();
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, from)) = rest.find("--").map(|at| rest.split_at(at)) {
        let (name, behind) = from.split_at(name_at(from));
        out.extend([before, short.get(name).map_or(name, String::as_str)]);
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{bare, joined};

    #[test]
    fn layers_and_names() {
        for (css, expected) in [
            ("@layer a{b{c:1}}@layer a{d{e:2}}", "@layer a{b{c:1}d{e:2}}"),
            ("@layer a{b{c:1}}@layer f{d{e:2}}", "@layer a{b{c:1}}@layer f{d{e:2}}"),
            ("@layer a{b{c:1}}i{j:0}@layer a{d{e:2}}", "@layer a{b{c:1}}i{j:0}@layer a{d{e:2}}"),
            ("@media a{b{c:1}}@media a{d{e:2}}", "@media a{b{c:1}}@media a{d{e:2}}"),
            ("a{--one:1;--two-three:2;b:var(--two-three)}", "a{--b:1;--a:2;b:var(--a)}"),
            ("@property --one{syntax:\"*\"}a{--one:1;--two:2}", "@property --one{syntax:\"*\"}a{--one:1;--a:2}"),
            ("a{b:0.5rem 0.25rem;c:d(e, 0.1em)}", "a{b:.5rem .25rem;c:d(e,.1em)}"),
            ("", ""),
        ] {
            assert_eq!(joined(css), expected, "{css}");
        }
    }

    #[test]
    fn comments_and_indentation() {
        for (css, expected) in [
            ("/* The ground. */\n@layer a {\n  b {\n    c: 1;\n  }\n}\n", "@layer a{b{c:1}}"),
            ("a {\n  content: \"/* kept: */ {\";\n}", "a{content:\"/* kept: */ {\"}"),
            ("a,\nb {\n  c:\n    d\n    e;\n}\n", "a,b{c:\nd\ne}"),
            ("a {\n  b: c/d;\n} /* one */ /* two */", "a{b:c/d}"),
            ("", ""),
        ] {
            assert_eq!(bare(css).as_deref(), Ok(expected), "{css}");
        }
        assert!(bare("a { } /* open").is_err());
        assert!(bare("a { content: \"open; }").is_err());
    }
}
