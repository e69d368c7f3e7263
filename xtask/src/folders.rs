//! Folders of the machine that builds the page. The compiler is given other names for them, and none may be in what it
//! has built: who builds the page is nobody's business, and the same sources give the same file everywhere.

use crate::process::{self, root};
use crate::{Outcome, web};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The flags that tell the compiler how to name the sources of the crates, of the standard library and of the page.
pub fn renamed() -> impl Iterator<Item = String> {
    let crates = cargo_home().map(|home| (home.join("registry/src"), String::from("crates")));
    let page = Some((root().to_owned(), String::from("page")));
    let all = [crates, library(), page].into_iter().flatten();
    all.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
}

/// Fails if a file of the built page names a folder of this machine. The offline file holds the same program, packed.
pub fn check() -> Outcome {
    let folders = folders();
    let mut found = Vec::new();
    let read = |error| format!("cannot read {}: {error}", web::dist().display());
    for entry in fs::read_dir(web::dist()).map_err(read)? {
        let path = entry.map_err(read)?.path();
        let file = fs::read(&path).map_err(read)?;
        let named = folders.iter().filter(|folder| names(&file, folder));
        found.extend(named.map(|folder| format!("  {}: {}", path.display(), folder.display())));
    }
    if found.is_empty() {
        println!("none of {} folders of this machine stands in the page", folders.len());
        return Ok(());
    }
    Err(format!("the built page names folders of this machine:\n{}", found.join("\n")))
}

/// All folders that the compiler could have read. The workspace is listed by its own folders, since its path may equal
/// the name of one of them, as `/src` does.
fn folders() -> Vec<PathBuf> {
    let own = ["src", "crates", "target"].map(|name| root().join(name));
    let home = env::home_dir().filter(|home| home.parent().is_some());
    let rustup = env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let toolchain = sysroot().map(|folder| folder.join("lib"));
    own.into_iter().chain(home).chain(cargo_home()).chain(rustup).chain(toolchain).collect()
}

/// Returns whether a file names something in a folder.
fn names(file: &[u8], folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    let is_named =
        |bytes: &[u8]| bytes.strip_prefix(folder).is_some_and(|rest| rest.starts_with(b"/") || rest.starts_with(b"\\"));
    (0..file.len()).any(|at| is_named(&file[at..]))
}

fn cargo_home() -> Option<PathBuf> {
    let set = env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

fn sysroot() -> Option<PathBuf> {
    process::output(process::command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// The folder by which the compiler names the standard library's sources if they are installed, and the other name.
fn library() -> Option<(PathBuf, String)> {
    let version = process::output(process::command("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((sysroot()?.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_where_something_in_it_is() {
        let folder = Path::new("/home/ann");
        assert!(names(b"\0\x01page/src/main.rs/home/ann/.cargo/x.rs\xff", folder));
        assert!(names(b"/home/ann\\x", folder));
        assert!(!names(b"/home/anna/x.rs and /home/ann", folder));
    }

    #[test]
    fn the_home_folder_and_the_workspace_are_looked_for() {
        let folders = folders();
        assert!(folders.contains(&root().join("src")), "{folders:?}");
        assert!(cargo_home().is_none_or(|home| folders.contains(&home)), "{folders:?}");
    }
}
