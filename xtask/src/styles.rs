//! The style sheet as distributed: without comments, indentation, line ends and most blanks, which are for developers.

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

#[cfg(test)]
mod tests {
    use super::bare;

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
