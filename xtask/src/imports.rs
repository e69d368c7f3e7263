//! The calls that the built scripts make to the browser, and a check that none of them could send, navigate or run
//! text.
//!
//! The policy in the page stops loads and requests, but not navigation or WebRTC. So a script must not contain anything
//! that could do these. wasm reaches the browser only through the glue, and the glue spells each call out, so reading
//! the scripts is enough, with one gap: `Reflect.set` takes the property's name from wasm.

mod list;

use crate::pack;
use crate::{Outcome, glue, html, web, worker};
use list::{ALLOWED, Allowed, FORBIDDEN};
use std::fs;

/// A script of a built page.
struct Script {
    /// `glue`, `start` or `loader`, its id in index.html; `offline glue` and so on in the offline file.
    name: String,
    text: String,
}

/// Prints what the glue imports.
pub fn list() -> Outcome {
    for script in scripts()?.iter().filter(|script| script.name == "glue") {
        for line in imports(&script.text) {
            println!("{line}");
        }
    }
    Ok(())
}

/// Fails if a script of either artefact contains something that is forbidden and not allowed.
pub fn check() -> Outcome {
    let scripts = scripts()?;
    let imports = scripts.iter().filter(|script| script.name == "glue").map(|glue| imports(&glue.text).count()).sum();
    if matches!(imports, 0usize) {
        return Err(String::from("no import was found in the glue: wasm-bindgen writes it in another way now"));
    }
    let found: Vec<String> = scripts.iter().flat_map(|script| findings(&script.name, &script.text)).collect();
    if found.is_empty() {
        println!("{} scripts, {imports} imports: none navigates, connects or runs text", scripts.len());
        return Ok(());
    }
    Err(format!("the built page could do what it promises not to:\n{}", found.join("\n")))
}

/// The scripts of both artefacts.
fn scripts() -> Result<Vec<Script>, String> {
    let dist = web::dist();
    let read = |name: &str| {
        let file = dist.join(name);
        fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))
    };
    let mut scripts = Vec::new();
    let name = |element: &html::Element| element.get("id").map(str::to_owned).ok_or("a script of the page has no id");
    html::rewrite(&read("index.html")?, |element| {
        if let Some(address) = element.get("src") {
            scripts.push(Script { name: name(&element)?, text: read(web::local(address)?)? });
        }
        Ok(String::new())
    })?;
    scripts.push(Script { name: worker::NAME.to_owned(), text: read(worker::NAME)? });
    html::rewrite(&read(pack::NAME)?, |element| {
        if element.name == "script" && element.get("type").is_none() {
            scripts.push(Script { name: format!("offline {}", name(&element)?), text: element.content.to_owned() });
        }
        Ok(String::new())
    })?;
    for script in scripts.iter_mut().filter(|script| script.name.ends_with("glue")) {
        script.text = glue::spelled(&script.text);
    }
    Ok(scripts)
}

/// The lines of the glue that begin an import.
fn imports(glue: &str) -> impl Iterator<Item = &str> {
    glue.lines().map(str::trim).filter(|line| line.starts_with("__wbg_") && line.contains("function("))
}

/// Each forbidden thing in a script that is not allowed there.
fn findings(name: &str, script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let allowed: Vec<&Allowed> = ALLOWED.iter().filter(|entry| entry.scripts.contains(&name)).collect();
    for (number, line) in script.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        let asked = allowed.iter().fold(line.to_owned(), |line, entry| line.replace(entry.text, ""));
        for (purpose, words) in FORBIDDEN {
            for word in words.iter().filter(|word| holds(&asked, word)) {
                found.push(format!("  {name}:{}: {word} ({purpose}): {}", number + 1, line.trim()));
            }
        }
    }
    found
}

/// Returns whether a line contains this as a whole word: `open(` is not in `reopen(`, nor `location =` in `location
/// ==`. A shortened script has no blank in front of a sign.
fn holds(line: &str, word: &str) -> bool {
    holds_as_written(line, word) || word.ends_with(" =") && holds_as_written(line, &word.replace(" =", "="))
}

fn holds_as_written(line: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let begins = !word.starts_with(part_of_name) || !before.is_some_and(part_of_name);
        let ends = match word.chars().next_back() {
            Some('=') => after != Some('='),
            Some(last) if part_of_name(last) => !after.is_some_and(part_of_name),
            _ => true,
        };
        begins && ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str =
        "            __wbg_open_0123456789abcdef: function() { return handleError(function (arg0, arg1, arg2) {
                const ret = arg0.open(getStringFromWasm0(arg1, arg2));
            }, arguments); },
            __wbg_set_href_0123456789abcdef: function(arg0, arg1, arg2) {
                arg0.href = getStringFromWasm0(arg1, arg2);
            },
            __wbg_set_innerHTML_0123456789abcdef: function(arg0, arg1, arg2) {
                arg0.innerHTML = getStringFromWasm0(arg1, arg2);
            },
            __wbg_createElement_0123456789abcdef: function(arg0, arg1, arg2) {
                // Cast intrinsic for `WebSocket`.
                const ret = arg0.createElement(getStringFromWasm0(arg1, arg2));
            },";

    #[test]
    fn each_way_out_is_found_once() {
        let found = findings("glue", GLUE);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].contains("glue:2: open( (navigation)"), "{found:?}");
        assert!(found[1].contains("glue:5: .href = (navigation)"), "{found:?}");
        assert!(found[2].contains("innerHTML (text run as HTML)"), "{found:?}");
    }

    #[test]
    fn every_forbidden_word_is_found_where_it_stands() {
        for word in FORBIDDEN.iter().flat_map(|(_, words)| *words) {
            assert!(!findings("glue", &format!("    x = {word} y);")).is_empty(), "{word}");
        }
    }

    #[test]
    fn what_is_allowed_is_allowed_as_it_stands_and_in_its_script_alone() {
        let served = include_str!("../../src/loader/served.js");
        assert!(findings("loader", served).is_empty());
        assert_eq!(findings("offline loader", served).len(), 1);
        assert_eq!(findings("loader", &served.replace("link.href", "elsewhere")).len(), 1);
    }

    #[test]
    fn the_worker_and_its_script_reach_what_is_allowed_and_no_more() {
        let (page, file) =
            (include_str!("../../src/install/register.js"), include_str!("../../src/install/service-worker.js"));
        assert_eq!(findings("register", page), Vec::<String>::new());
        assert_eq!(findings(worker::NAME, file), Vec::<String>::new());
        assert_eq!(findings("start", page).len(), 5);
        assert_eq!(findings("start", file).len(), 9);
    }

    #[test]
    fn the_offline_loader_is_allowed_to_read_the_page() {
        let packed = include_str!("../../src/loader/packed.js");
        assert!(findings("offline loader", packed).is_empty());
        assert_eq!(findings("another script", packed).len(), 1, "and needs no more");
    }

    #[test]
    fn only_whole_words_count() {
        assert!(!holds("this.reopen(x)", "open(") && holds("window.open(x)", "open("));
        assert!(!holds("if (location == x)", "location =") && holds("location = x", "location ="));
        assert!(!holds("if(location==x)", "location =") && holds("location=x", "location ="));
        assert!(!holds("rewrite(x)", "write(") && holds("document.write(x)", "write("));
    }

    #[test]
    fn imports_are_the_lines_that_begin_one() {
        assert_eq!(imports(GLUE).count(), 4);
    }
}
