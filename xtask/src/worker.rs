//! The service worker: `src/install/service-worker.js` with the names and digests of the files in `dist/`.

use crate::{Outcome, csp, pack, process, web};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Its name, in `dist/`.
pub const NAME: &str = "service-worker.js";

/// The lines that are filled in.
const VERSION: &str = "const VERSION = \"development\";";
const FILES: &str = "const FILES = {};";

/// Writes it for what `dist/` holds now, with or without the offline file.
pub fn write(dist: &Path) -> Outcome {
    let said = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dist).map_err(|error| said(dist, error))? {
        let path = entry.map_err(|error| said(dist, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != NAME && !name.ends_with(".sha256") {
            let file = fs::read(&path).map_err(|error| said(&path, error))?;
            files.insert(name, csp::integrity(&file));
        }
    }
    let template = process::root().join("src/install").join(NAME);
    let template = fs::read_to_string(&template).map_err(|error| said(&template, error))?;
    let index = fs::read_to_string(dist.join("index.html")).map_err(|error| said(dist, error))?;
    let version = web::version(&index)?;
    let target = dist.join(NAME);
    fs::write(&target, filled(&template, &version, &files)?).map_err(|error| said(&target, error))
}

fn filled(template: &str, version: &str, files: &BTreeMap<String, String>) -> Result<String, String> {
    if !template.contains(VERSION) || !template.contains(FILES) {
        return Err(format!("{NAME} has no line `{VERSION}` or `{FILES}`"));
    }
    // The offline file comes last: it is the largest, and the page works without it.
    let (last, first): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| *name == pack::NAME);
    let lines: String =
        first.into_iter().chain(last).map(|(name, digest)| format!("  \"{name}\": \"{digest}\",\n")).collect();
    let files = format!("const FILES = {{\n{lines}}};");
    Ok(template.replacen(VERSION, &format!("const VERSION = \"{version}\";"), 1).replacen(FILES, &files, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = include_str!("../../src/install/service-worker.js");

    #[test]
    fn names_and_digests_are_put_in() {
        let files = [("index.html", "sha384-a"), (pack::NAME, "sha384-b"), ("z.js", "sha384-c")];
        let files = files.map(|(name, digest)| (name.to_owned(), digest.to_owned())).into();
        let worker = filled(TEMPLATE, "1.2.3", &files).unwrap_or_default();
        assert!(worker.contains("const VERSION = \"1.2.3\";"), "{worker}");
        let listed = "const FILES = {\n  \"index.html\": \"sha384-a\",\n  \"z.js\": \"sha384-c\",\n  \
                      \"cable-viewer.html\": \"sha384-b\",\n};";
        assert!(worker.contains(listed), "{worker}");
    }

    #[test]
    fn a_worker_that_cannot_be_filled_in_is_refused() {
        assert!(filled("const FILES = {};", "1", &BTreeMap::new()).is_err());
    }
}
