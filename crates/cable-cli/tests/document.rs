//! The examples of `docs/command.md` print what the document says. `UPDATE=1 cargo test -p cable-cli --test document`
//! writes their output into it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot run must fail")]

mod jq;
mod program;

use program::run;
use std::fs;
use std::path::Path;

/// Examples run in the folder of the fixtures: `$ cable …`, and below it the output, up to the end of the block. The
/// output can go through jq: `$ cable … | jq -r '…'`.
const BEGIN: &str = "```console\n$ cable ";

#[test]
fn examples_print_what_the_document_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("docs/command.md");
    let document = fs::read_to_string(&path).unwrap();
    let mut parts = document.split(BEGIN);
    let mut anew = parts.next().unwrap().to_owned();
    let mut examples = 0;
    for part in parts {
        let (command, rest) = part.split_once('\n').unwrap();
        let (_, behind) = rest.split_once("```").unwrap();
        let (arguments, filter) = command.split_once(" | jq ").map_or((command, None), |(run, jq)| (run, Some(jq)));
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let output = run(&root.join("crates/cable/fixtures"), &arguments);
        let printed = match filter.and_then(|jq| jq.split_once(' ')) {
            Some((flags, filter)) => jq::jq(flags, filter.trim_matches('\''), &output.stdout),
            // A table's lines end as in RFC 4180, but in the document like its other lines.
            None => String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n"),
        };
        anew += &format!("{BEGIN}{command}\n{printed}```{behind}");
        examples += 1;
    }
    assert!(examples > 4, "the document has examples");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, anew).unwrap();
    } else {
        assert_eq!(anew, document);
    }
}
