//! The glue that wasm-bindgen writes, without what the page must not be able to do, and with short names inside.

use crate::scripts;
use std::path::Path;

/// What is cut out: Yew's path for raw HTML (`VNode::VRaw`), which nothing here uses but no optimizer can recognise as
/// unused, and the glue's own request, which the loader makes instead.
const CUTS: [(&str, &str); 2] = [
    ("arg0.innerHTML = getStringFromWasm0(arg1, arg2);", "throw new Error('this page takes no HTML');"),
    ("module_or_path = fetch(module_or_path);", "throw new TypeError('this page loads nothing by address');"),
];

/// Start and end of what is never called: another way to start the program, the name it is exported by, and a warning
/// to people who set up a server, which the offline file does not have.
const UNUSED: [(&str, &str); 3] =
    [("function initSync(", "\n    }\n"), ("{ initSync }, ", ""), ("console.warn(\"`WebAssembly.", ", e);")];

/// The receiver of a method and the function that reads a text, and what they are called in the shortened glue.
const KNOWN: [(&str, &str); 2] = [("arg0", "$0"), ("getStringFromWasm0", "$s")];

/// The glue after the cuts. `imports` checks that nothing else needed cutting.
pub fn cut(glue: &str) -> String {
    let glue = CUTS.iter().fold(glue.to_owned(), |glue, (from, to)| glue.replace(from, to));
    UNUSED.iter().fold(glue, |glue, (start, end)| without(&glue, start, end).unwrap_or(glue))
}

/// The glue with one letter for each name of its own, and one import per line. Its calls to the browser stay readable,
/// and `imports` reads them. `terser` is the path of its script among the npm tools.
pub fn shortened(glue: &str, terser: &Path) -> Result<String, String> {
    let glue = KNOWN.iter().fold(glue.to_owned(), |glue, (name, short)| glue.replace(name, short));
    let [(_, receiver), (_, reads)] = KNOWN;
    let arguments = ["--compress", "--mangle", &format!("reserved=[{receiver},{reads}]")];
    Ok(scripts::terse(&glue, terser, &arguments)?.replace(",__wbg_", ",\n__wbg_"))
}

/// The shortened glue with the names by which `imports` knows what it reads.
pub fn spelled(glue: &str) -> String {
    KNOWN.iter().fold(glue.to_owned(), |glue, (name, short)| glue.replace(short, name))
}

fn without(glue: &str, start: &str, end: &str) -> Option<String> {
    let (before, rest) = glue.split_once(start)?;
    let (_, behind) = rest.split_once(end)?;
    Some([before, behind].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sinks_and_requests_are_cut_and_nothing_else() {
        let glue = "a: function(arg0, arg1, arg2) {\n    arg0.innerHTML = getStringFromWasm0(arg1, arg2);\n},\n\
                    if (typeof x === 'string') {\n    module_or_path = fetch(module_or_path);\n}\nlast();";
        let cut = cut(glue);
        assert!(!cut.contains("innerHTML") && !cut.contains("fetch("));
        assert!(cut.starts_with("a: function") && cut.ends_with("last();"));
    }

    #[test]
    fn what_nothing_calls_is_cut() {
        let glue = "a();\n    function initSync(module) {\n        b();\n    }\n    c();\nconsole.warn(\"`WebAssembly.x` failed\", e);\n\
                    d({ initSync }, exports);";
        assert_eq!(cut(glue), "a();\n        c();\n\nd(exports);");
    }
}
