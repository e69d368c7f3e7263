//! The content security policy. index.html has that of the served page; the offline file's is made from it, so there is
//! only one place to read and to change.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256, Sha384};

/// A source expression that allows exactly this inline block.
pub fn source(block: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(block)))
}

/// The `integrity` of a file beside the page.
pub fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(file)))
}

/// The policy of one self-contained file. Where the served page may take something from its own server (`'self'`), this
/// policy allows the blocks in the file, or nothing.
pub fn offline(served: &str, scripts: &[String], styles: &[String]) -> Result<String, String> {
    let mut directives = Vec::new();
    for directive in served.split(';') {
        let mut words = directive.split_whitespace();
        let Some(name) = words.next() else { continue };
        let blocks = match name {
            "script-src" => scripts,
            "style-src" => styles,
            _ => &[],
        };
        let mut sources: Vec<&str> = Vec::new();
        for word in words {
            match word {
                // The only named policy is for a worker's address, and a file has no worker.
                _ if name == "trusted-types" => {}
                "'self'" => sources.extend(blocks.iter().map(String::as_str)),
                _ => sources.push(word),
            }
        }
        if sources.is_empty() && (directive.contains("'self'") || name == "trusted-types") {
            sources.push("'none'");
        }
        directives.push([&[name], sources.as_slice()].concat().join(" "));
    }
    let policy = directives.join("; ");
    match scripts.iter().chain(styles).find(|block| !policy.contains(block.as_str())) {
        Some(_) => Err(String::from("the policy in index.html must name 'self' in script-src and style-src")),
        None => Ok(policy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_server_becomes_own_blocks_or_nothing() {
        let served = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; worker-src 'self'; require-trusted-types-for 'script'; trusted-types own";
        let policy = offline(served, &[String::from("'a'"), String::from("'b'")], &[String::from("'c'")]);
        let expected = "default-src 'none'; script-src 'a' 'b' 'wasm-unsafe-eval'; style-src 'c'; connect-src 'none'; \
                        img-src data:; worker-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        assert_eq!(policy.as_deref(), Ok(expected));
    }

    #[test]
    fn a_policy_that_would_block_the_file_is_refused() {
        assert!(offline("default-src 'none'", &[String::from("'a'")], &[]).is_err());
    }

    #[test]
    fn a_hash_is_that_of_the_block() {
        // printf 'alert(1)' | openssl sha256 -binary | base64
        assert_eq!(source("alert(1)"), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }
}
