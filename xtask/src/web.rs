//! `dist/`, the page for a web server, and the development server.
//!
//! Trunk builds into [`STAGED`]; from there the files are sealed into `dist/`. What the page must not be able to do is
//! cut from the glue. The names inside the glue, and those by which it and the program know each other, are shortened.
//! The style sheets become one file, and the page names each file with its digest. index.html is written last, so that
//! a `dist/` that has one is complete.

use crate::names::Names;
use crate::process::{self, root};
use crate::tools::Tools;
use crate::{Outcome, csp, folders, glue, html, manifest, scripts, styles, tools, worker};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// Where Trunk writes, as Trunk.toml says. Trunk empties the folder, so it must not be one of cargo's: the profile
/// `page` has its build scripts and macros in `target/page`, and they and everything that depends on them would be
/// rebuilt each time.
const STAGED: &str = "target/staged";

/// What the page is made from. The modification time of a folder shows that files were removed.
const SOURCES: [&str; 9] =
    ["Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html", "src", "styles", "crates/cable", "xtask/npm", "xtask/src"];

/// The scripts that are distributed with short names. The others could send or navigate, and stay as they are written,
/// so that people who check the file can read them.
const SHORTENED: [&str; 4] = ["marks", "printing", "rail", "unpack"];

/// The sealed page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/`, unless nothing has changed since it was built.
pub fn build() -> Outcome {
    let began = SystemTime::now();
    let index = dist().join("index.html");
    let built = fs::metadata(&index).and_then(|data| data.modified());
    if let (Ok(built), Ok(changed)) = (built, newest(SOURCES.iter().map(|path| root().join(path))))
        && changed < built
    {
        eprintln!("dist/: nothing has changed");
        return Ok(());
    }
    process::run(&mut trunk(&["build", "--release", "--cargo-profile", "page"])?, "the page does not build")?;
    seal(&root().join(STAGED), &dist()).map_err(|error| format!("the page cannot be sealed: {error}"))?;
    // A file that was changed during the build must count as newer.
    let stamp = fs::File::options().write(true).open(&index).and_then(|file| file.set_modified(began));
    stamp.map_err(|error| format!("cannot stamp {}: {error}", index.display()))
}

/// Runs the development server until it is interrupted.
pub fn serve(port: u16) -> Outcome {
    println!("http://127.0.0.1:{port}/ shows the page in a minute; reload it after a change. Ctrl+C ends the server.");
    process::run(
        trunk(&["serve", "--port", &port.to_string()])?.stdin(std::process::Stdio::inherit()),
        "the server has stopped",
    )
}

/// Trunk with only the project's tools: offline, it takes no others and downloads none.
fn trunk(arguments: &[&str]) -> Result<Command, String> {
    let tools = Tools::locate()?;
    let mut trunk = process::command(tools.trunk.join("bin/trunk"));
    // Trunk refuses NO_COLOR=1, which other programs accept.
    let colour = if std::env::var_os("NO_COLOR").is_some() { "never" } else { "auto" };
    trunk.args(arguments).args(["--offline", "--skip-version-check", "--log", "warn", "--color", colour]);
    trunk.env("PATH", tools.path()?).env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    trunk.env("CARGO_ENCODED_RUSTFLAGS", flags().join("\u{1f}"));
    Ok(trunk)
}

/// The compiler's flags for the page's program, and for what is measured beside it.
///
/// Vector instructions make `memchr` faster and the program a little smaller; every browser that the README names as a
/// minimum has them. Rewriting loops around pointers helps processors with few registers; in wasm it makes them half a
/// per cent longer.
pub fn flags() -> Vec<String> {
    let built = ["-Ctarget-feature=+simd128", "-Cllvm-args=-disable-lsr"];
    folders::renamed().chain(built.map(String::from)).collect()
}

/// When the newest of these files and folders changed.
fn newest(paths: impl Iterator<Item = PathBuf>) -> io::Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for path in paths {
        let data = fs::metadata(&path)?;
        newest = newest.max(data.modified()?);
        if data.is_dir() {
            let inner =
                fs::read_dir(&path)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
            newest = newest.max(self::newest(inner.into_iter())?);
        }
    }
    Ok(newest)
}

fn seal(staged: &Path, dist: &Path) -> Outcome {
    let said = |path: &Path, error: io::Error| format!("{}: {error}", path.display());
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(|error| said(dist, error))?;
    }
    fs::create_dir_all(dist).map_err(|error| said(dist, error))?;
    let index = staged.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| said(&index, error))?;
    let file = |name: &str| fs::read(staged.join(name)).map_err(|error| said(&staged.join(name), error));
    let text = |name: &str| String::from_utf8(file(name)?).map_err(|_| format!("{name} is no text"));
    let glue = glue_of(&page)?;
    let names = Names::of(&text(&glue)?)?;
    let terser = Tools::locate()?.terser();
    let read = |name: &str| match name {
        name if name == glue => {
            glue::shortened(&names.in_glue(&glue::cut(&text(name)?))?, &terser).map(String::into_bytes)
        }
        name if SHORTENED.iter().any(|script| name.starts_with(script)) && name.ends_with(".js") => {
            scripts::shortened(&text(name)?, &terser).map(String::into_bytes)
        }
        name if name.ends_with(".wasm") => names.in_program(&file(name)?),
        name => file(name),
    };
    let write =
        |name: &str, file: &[u8]| fs::write(dist.join(name), file).map_err(|error| said(&dist.join(name), error));
    let page = sealed(&page, read, write)?;
    write(manifest::NAME, manifest::with_icons()?.as_bytes())?;
    write("index.html", page.as_bytes())?;
    worker::write(dist)
}

fn sealed(
    page: &str,
    read: impl Fn(&str) -> Result<Vec<u8>, String>,
    write: impl Fn(&str, &[u8]) -> Outcome,
) -> Result<String, String> {
    const STYLES: &str = "{styles}";
    const VERSION: &str = "{version}";
    let mut sheets = String::new();
    let mut digests = Sha256::new();
    let page = html::rewrite(page, |mut element| {
        let address = match element.name {
            "script" => "src",
            // The browser itself requests this where the page is installed.
            "link" if element.is("rel", "manifest") => return Ok(element.to_string()),
            "link" => "href",
            _ => {
                if element.is("name", "version") {
                    element.set("content", String::from(VERSION));
                }
                return Ok(element.to_string());
            }
        };
        let name = match element.get(address) {
            Some(data) if data.starts_with("data:") => return Ok(element.to_string()),
            Some(file) => local(file)?.to_owned(),
            None => return Err(String::from("index.html holds a script without src, which its policy blocks")),
        };
        let mut file = read(&name)?;
        if element.is("rel", "stylesheet") {
            let first = sheets.is_empty();
            let text = String::from_utf8(file).map_err(|_| format!("{name} is no text"))?;
            sheets.push_str(&styles::bare(&text).map_err(|error| format!("{name}: {error}"))?);
            return Ok(String::from(if first { STYLES } else { "" }));
        }
        if element.name == "script" {
            let text = String::from_utf8(file).map_err(|_| format!("{name} is no text"))?;
            file = scripts::bare(&text).map_err(|error| format!("{name}: {error}"))?.into_bytes();
            if element.is("id", "glue") {
                element.set(address, format!("./{}", digested("glue", &file, "js")));
            }
        }
        digests.update(&file);
        element.set(if element.name == "script" { "integrity" } else { "data-integrity" }, csp::integrity(&file));
        write(local(element.get(address).unwrap_or_default())?, &file)?;
        Ok(element.to_string())
    })?;
    // One file in the order of index.html, which is also the order of the cascade's layers.
    let sheets = styles::joined(&sheets).into_bytes();
    let name = digested("styles", &sheets, "css");
    write(&name, &sheets)?;
    digests.update(&sheets);
    let version = format!("{}+{}", env!("CARGO_PKG_VERSION"), &tools::hex(&digests.finalize())[..12]);
    let link = format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{}\">", csp::integrity(&sheets));
    Ok(page.replacen(STYLES, &link, 1).replacen(VERSION, &version, 1))
}

/// The name of the glue's file.
fn glue_of(page: &str) -> Result<String, String> {
    let mut glue = None;
    html::rewrite(page, |element| {
        if element.is("id", "glue") {
            glue = element.get("src").map(|file| local(file).map(str::to_owned));
        }
        Ok(String::new())
    })?;
    glue.ok_or("index.html has no script#glue")?
}

/// The version that a sealed page names: the project's, plus what distinguishes two builds.
pub fn version(index: &str) -> Result<String, String> {
    let mut version = None;
    html::rewrite(index, |element| {
        if element.is("name", "version") {
            version = element.get("content").map(str::to_owned);
        }
        Ok(String::new())
    })?;
    version.ok_or_else(|| String::from("index.html has no <meta name=\"version\">"))
}

/// A file name that changes with the file's content.
fn digested(name: &str, file: &[u8], kind: &str) -> String {
    format!("{name}-{}.{kind}", &tools::hex(&Sha256::digest(file))[..16])
}

/// The name of a file beside the page. Anything else would not be the page's own.
pub fn local(address: &str) -> Result<&str, String> {
    let name = address.strip_prefix("./").filter(|name| !name.is_empty() && !name.contains(['/', '\\', ':', '?', '#']));
    name.ok_or_else(|| format!("{address} is no file beside the page"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    const PAGE: &str = r#"<meta name="version" content="development"><link rel="manifest" href="./m"><link rel="icon" href="data:,"><link rel="stylesheet" href="./a.css"/><link rel="stylesheet" href="./b.css"/>
<script id="glue" src="./cable-viewer.js" defer></script><link id="program" rel="preload" href="./p.wasm">"#;

    #[test]
    fn each_file_is_named_with_its_digest() {
        let files = RefCell::new(Vec::new());
        let read = |name: &str| Ok(format!("[{name}]").into_bytes());
        let write = |name: &str, file: &[u8]| {
            files.borrow_mut().push((name.to_owned(), file.to_vec()));
            Ok(())
        };
        let page = sealed(PAGE, read, write).unwrap_or_default();
        let files = files.into_inner();
        let contents: Vec<&[u8]> = files.iter().map(|(_, file)| file.as_slice()).collect();
        assert_eq!(contents, [b"[cable-viewer.js]\n".as_slice(), b"[p.wasm]", b"[a.css]\n[b.css]\n"]);
        for (name, file) in &files {
            assert!(
                page.contains(&format!("\"./{name}\"")) && page.contains(&csp::integrity(file)),
                "{name} in {page}"
            );
        }
        assert!(page.contains("data-integrity"), "browsers warn about integrity of a preload");
        assert!(page.contains(r#"<link rel="manifest" href="./m">"#), "{page}");
    }

    #[test]
    fn a_version_is_that_of_the_files() {
        let named = |styles: &'static str| {
            let read = |name: &str| Ok(if name == "a.css" { styles } else { "" }.as_bytes().to_vec());
            version(&sealed(PAGE, read, |_, _| Ok(())).unwrap_or_default()).unwrap_or_default()
        };
        assert!(named("p {}").starts_with(concat!(env!("CARGO_PKG_VERSION"), "+")), "{}", named("p {}"));
        assert_eq!(named("p {}"), named("p {}"));
        assert_ne!(named("p {}"), named("b {}"));
        assert!(version("<meta charset=\"utf-8\">").is_err());
    }

    #[test]
    fn what_is_not_beside_the_page_is_refused() {
        for address in ["https://example.org/a.js", "//example.org/a.js", "/a.js", "./b/a.js", "../a.js", "./"] {
            assert!(local(address).is_err(), "{address}");
        }
        assert_eq!(local("./a.js"), Ok("a.js"));
    }

    #[test]
    fn an_inline_script_is_refused() {
        assert!(sealed("<script>x()</script>", |_| Ok(Vec::new()), |_, _| Ok(())).is_err());
    }
}
