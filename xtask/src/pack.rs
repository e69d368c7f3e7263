//! `dist/cable-viewer.html`: the sealed page as one file that a browser opens from the disk, with no server and no
//! network. Scripts and styles are inside it, and its policy allows each of these blocks by digest and nothing else.
//! The program is a gzipped data block, which the loader unpacks.

use crate::{base94, csp, html, process, scripts, tools, web, worker};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The offline file's name, in `dist/`.
pub const NAME: &str = "cable-viewer.html";

/// Replaces an element that has to move to the end of the body: `defer` has no meaning for an inline script.
const NOTHING: String = String::new();

/// Where the text that the file is saved with goes: `src/start.js` puts it in, `src/loader/packed.js` takes it out.
const DOCUMENT: &str = "<template id=\"document\"></template>\n";

/// Packs `dist/`, writes the file's SHA-256 beside it, and prints what it made.
pub fn pack() -> Result<PathBuf, String> {
    let dist = web::dist();
    let page = packed(&dist).map_err(|error| format!("the page cannot be packed: {error}"))?;
    let file = dist.join(NAME);
    let digest = tools::hex(&Sha256::digest(&page));
    let write = |path: &Path, text: &str| {
        fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
    };
    write(&file, &page)?;
    write(&dist.join(format!("{NAME}.sha256")), &format!("{digest}  {NAME}\n"))?;
    // The worker of the served page keeps this file, too.
    worker::write(&dist)?;
    println!("{}\n{} bytes\nSHA-256 {digest}", file.display(), page.len());
    Ok(file)
}

/// Bytes in gzip, as small as possible: the program is packed once and downloaded often, so this may take some seconds.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // Each kind of code and of table packs best in a block of its own; more than a hundred blocks change nothing.
    let options = zopfli::Options { maximum_block_splits: 100, ..zopfli::Options::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// The parts that have been taken into the page.
#[derive(Default)]
struct Blocks {
    scripts: Vec<String>,
    styles: Vec<String>,
    /// Deferred scripts, in order, for the end of the body.
    last: String,
    policy: Option<String>,
    program: bool,
    glue: bool,
    loader: bool,
}

fn packed(dist: &Path) -> Result<String, String> {
    let read = |name: &str| {
        let file = dist.join(web::local(name)?);
        fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))
    };
    let loader = fs::read_to_string(process::root().join("src/loader/packed.js"))
        .map_err(|error| format!("src/loader/packed.js: {error}"))?;
    let index = text(read("./index.html")?)?;
    let loader = scripts::bare(&loader).map_err(|error| format!("src/loader/packed.js: {error}"))?;
    inline(&index, &loader, read)
}

fn inline(index: &str, loader: &str, read: impl Fn(&str) -> Result<Vec<u8>, String>) -> Result<String, String> {
    const POLICY: &str = "{policy}";
    let mut blocks = Blocks::default();
    let page = html::rewrite(index, |mut element| {
        let id = element.get("id").map(str::to_owned);
        match (element.name, id.as_deref()) {
            ("meta", _) if element.is("http-equiv", "Content-Security-Policy") => {
                blocks.policy = element.get("content").map(str::to_owned);
                element.set("content", String::from(POLICY));
                Ok(element.to_string())
            }
            ("meta", _) => Ok(element.to_string()),
            ("link", Some("program")) => {
                let program =
                    gzip(&read(element.get("href").unwrap_or_default())?).map_err(|error| error.to_string())?;
                let block = base94::encode(&program);
                let block = format!("<script id=\"program\" type=\"application/gzip;base94\">{block}</script>\n");
                blocks.last.insert_str(0, &[DOCUMENT, &block].concat());
                blocks.program = true;
                Ok(NOTHING)
            }
            ("link", _) if element.is("rel", "stylesheet") => {
                let style = block(text(read(element.get("href").unwrap_or_default())?)?, "</style")?;
                if let Some(address) =
                    style.split("url(").skip(1).find(|url| !url.trim_start_matches(['"', '\'']).starts_with("data:"))
                {
                    return Err(format!("a stylesheet loads url({}", address.chars().take(40).collect::<String>()));
                }
                let media = element.get("media").map(|media| format!(" media=\"{media}\"")).unwrap_or_default();
                let element = format!("<style{media}>{style}</style>");
                blocks.styles.push(csp::source(&style));
                Ok(element)
            }
            ("link", _) if element.get("href").is_some_and(|href| href.starts_with("data:")) => Ok(element.to_string()),
            // A file from the disk cannot be installed.
            ("link", _) if element.is("rel", "manifest") => Ok(NOTHING),
            ("script", Some("register")) => Ok(NOTHING),
            ("script", id) => {
                blocks.glue |= id == Some("glue");
                blocks.loader |= id == Some("loader");
                let script = match id {
                    Some("loader") => loader.to_owned(),
                    _ => text(read(element.get("src").unwrap_or_default())?)?,
                };
                let script = block(script, "</script")?;
                blocks.scripts.push(csp::source(&script));
                let id = id.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
                let inline = format!("<script{id}>{script}</script>");
                if element.get("defer").is_none() {
                    return Ok(inline);
                }
                blocks.last += &inline;
                blocks.last.push('\n');
                Ok(NOTHING)
            }
            _ => Err(format!("nothing is known about packing {element}")),
        }
    })?;
    if !(blocks.program && blocks.glue && blocks.loader) {
        return Err(String::from(
            "index.html must hold link#program, script#glue (Trunk.toml writes both) and script#loader",
        ));
    }
    let served = blocks.policy.ok_or("index.html has no Content-Security-Policy")?;
    let policy = csp::offline(&served, &blocks.scripts, &blocks.styles)?;
    let (head, end) = page.rsplit_once("</body>").ok_or("index.html has no </body>")?;
    Ok(format!("{}{}</body>{end}", head.replacen(POLICY, &policy, 1), blocks.last))
}

/// The text of a block. It must reach the browser unchanged: a digest in the policy covers every byte.
fn block(text: String, end: &str) -> Result<String, String> {
    if text.to_ascii_lowercase().contains(end) || text.contains("<!--") {
        return Err(format!("a script or stylesheet holds {end} or <!--, which would end it early"));
    }
    // A browser reads a line end of two characters as one.
    Ok(text.replace("\r\n", "\n"))
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|_| String::from("a file of the page is not UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<head><meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'; connect-src 'self'">
<link rel="stylesheet" href="./a.css"><link rel="icon" href="data:,">
<link rel="manifest" href="./m"><script id="register" src="./r.js" defer></script>
<script src="./start.js"></script><script id="glue" src="./glue.js" defer></script><script id="loader" src="./l.js" defer></script>
<link id="program" rel="preload" href="./p.wasm"></head><body><p></p></body>"#;

    fn read(name: &str) -> Result<Vec<u8>, String> {
        Ok(format!("[{name}]").into_bytes())
    }

    #[test]
    fn each_file_becomes_a_block_that_the_policy_allows() {
        let page = inline(INDEX, "[packed]", read).unwrap_or_default();
        for block in ["[./a.css]", "[./start.js]", "[./glue.js]", "[packed]"] {
            assert!(page.contains(&format!(">{block}</")), "{block} in {page}");
            assert!(page.contains(&csp::source(block)), "the policy allows {block}");
        }
        assert!(page.contains("connect-src 'none'") && !page.contains("'self'"));
        assert!(!page.contains("src=\"./") && !page.contains("href=\"./"));
        assert!(!page.contains("[./r.js]"), "a file cannot be installed");
    }

    #[test]
    fn deferred_scripts_run_last_and_in_order() {
        let page = inline(INDEX, "[packed]", read).unwrap_or_default();
        let at = |text: &str| page.find(text).unwrap_or_default();
        let order =
            [at("[./start.js]"), at("<body>"), at(DOCUMENT), at("id=\"program\""), at("[./glue.js]"), at("[packed]")];
        assert!(order[0] > 0 && order.is_sorted(), "{order:?}");
    }

    #[test]
    fn a_page_that_would_not_start_is_refused() {
        let page = INDEX.replace(" id=\"loader\"", "");
        assert!(inline(&page, "[packed]", read).is_err_and(|error| error.contains("script#loader")));
    }

    #[test]
    fn a_stylesheet_that_loads_is_refused() {
        let read = |_: &str| Ok(b"p { background: url(x.png) }".to_vec());
        assert!(inline(INDEX, "", read).is_err_and(|error| error.contains("x.png")));
    }

    #[test]
    fn a_block_cannot_end_early() {
        assert!(block(String::from("'</SCRIPT>'"), "</script").is_err());
        assert_eq!(block(String::from("a\r\nb"), "</script").as_deref(), Ok("a\nb"));
    }
}
