//! The scripts as they are distributed: without indentation and without comments on lines of their own, which are for
//! developers. Some have short names as well.

use crate::process;
use std::path::Path;

/// `script` without them. A template over several lines would lose its indentation; there is none, and none is allowed.
pub fn bare(script: &str) -> Result<String, String> {
    let mut kept = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            if line.matches('`').count() % 2 == 1 {
                return Err(format!("a template runs over several lines: {line}"));
            }
            kept.push_str(line);
            kept.push('\n');
        }
        if in_comment && let Some((_, behind)) = line.rsplit_once("*/") {
            if !behind.is_empty() {
                return Err(format!("code stands behind a comment of several lines: {line}"));
            }
            in_comment = false;
        }
    }
    if in_comment { Err(String::from("a comment is not closed")) } else { Ok(kept) }
}

/// A script with short names of its own.
pub fn shortened(script: &str, terser: &Path) -> Result<String, String> {
    terse(script, terser, &["--compress", "--mangle"])
}

/// The output of terser for a script.
pub fn terse(script: &str, terser: &Path, arguments: &[&str]) -> Result<String, String> {
    process::filtered(process::command("node").arg(terser).args(["--ecma", "2020"]).args(arguments), script)
        .map_err(|error| format!("terser did not shorten a script: {error}"))
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_and_indentation() {
        for (script, expected) in [
            ("// Why.\nif (a) {\n    b(); // so\n}\n", "if (a) {\nb(); // so\n}\n"),
            ("/**\n * @returns {a}\n */\nlet a = 'b'; /* c */\nd();", "let a = 'b'; /* c */\nd();\n"),
            ("/* one */\nlet a = `${b}`;", "let a = `${b}`;\n"),
            ("", ""),
        ] {
            assert_eq!(bare(script).as_deref(), Ok(expected), "{script}");
        }
        for script in ["let a = `b\n    c`;", "/* one */ f();", "/* one\n*/ f();", "f();\n/* one"] {
            assert!(bare(script).is_err(), "{script}");
        }
    }
}
