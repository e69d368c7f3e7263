//! Which tools build the page, in which version, and where they are. Each has a versioned folder in the user's cache,
//! so that a second checkout finds it, and never in ~/.cargo/bin or the person's PATH.

use crate::process;
use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// 0.22 needs a newer Rust than this project does.
pub const TRUNK: &str = "0.21.14";

/// The driver of Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// The packages from npm, each with its digest. A change leads to another folder.
const NPM_LOCK: &str = include_str!("../npm/package-lock.json");

/// The tools of one checkout.
pub struct Tools {
    /// Holds `bin/trunk`.
    pub trunk: PathBuf,
    /// Holds `bin/wasm-bindgen`.
    pub bindgen: PathBuf,
    /// The version in Cargo.lock: the command and the library must be the same version.
    pub bindgen_version: String,
    /// Holds `bin/geckodriver`.
    pub geckodriver: PathBuf,
    /// Holds `node_modules`, with wasm-opt (binaryen), terser and axe-core.
    pub npm: PathBuf,
}

impl Tools {
    /// Where the tools of this checkout are, or will be.
    pub fn locate() -> Result<Tools, String> {
        let cache = user_cache()?.join("cable-viewer");
        let lock = process::root().join("Cargo.lock");
        let lock = fs::read_to_string(&lock).map_err(|error| format!("cannot read {}: {error}", lock.display()))?;
        let bindgen_version =
            locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen")?.to_owned();
        Ok(Tools {
            trunk: cache.join(format!("trunk-{TRUNK}")),
            bindgen: cache.join(format!("wasm-bindgen-cli-{bindgen_version}")),
            bindgen_version,
            geckodriver: cache.join(format!("geckodriver-{GECKODRIVER}")),
            npm: cache.join(format!("npm-{}", &hex(&Sha256::digest(NPM_LOCK))[..12])),
        })
    }

    /// The folders with programs, then the person's own PATH, for child processes only.
    pub fn path(&self) -> Result<OsString, String> {
        let person = std::env::var_os("PATH").unwrap_or_default();
        let own = [self.trunk.join("bin"), self.bindgen.join("bin"), self.npm.join("node_modules/.bin")];
        std::env::join_paths(own.into_iter().chain(std::env::split_paths(&person)))
            .map_err(|error| format!("the user's cache folder cannot stand in PATH: {error}"))
    }

    /// The script for Node that shortens the glue.
    pub fn terser(&self) -> PathBuf {
        self.npm.join("node_modules/terser/bin/terser")
    }

    /// The script that the page's accessibility tests run.
    pub fn axe(&self) -> PathBuf {
        self.npm.join("node_modules/axe-core/axe.min.js")
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The folder for this user's files that can be made again.
fn user_cache() -> Result<PathBuf, String> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|home| home.join("Library/Caches"))
    } else {
        set("XDG_CACHE_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| set("HOME").map(|home| home.join(".cache")))
    };
    folder.ok_or_else(|| String::from("there is no cache folder for this user: set HOME and run `cargo xtask setup`"))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of the npm folder, as the repository holds them.
pub fn npm_manifests() -> [(&'static str, &'static str); 2] {
    [("package.json", include_str!("../npm/package.json")), ("package-lock.json", NPM_LOCK)]
}

/// Returns whether a tool is installed: its folder gets its name only when the installation has succeeded.
pub fn installed(folder: &Path) -> bool {
    folder.is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_that_of_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }

    #[test]
    fn hexadecimal_keeps_leading_zeros() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
