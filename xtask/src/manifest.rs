//! The manifest of the page for a web server, with its icons in it: browsers load icons as the page would, and the
//! page's policy allows it none.

use crate::process;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::fs;

/// Its name, in `src/install/` and in `dist/`.
pub const NAME: &str = "manifest.webmanifest";

/// The icons that it names.
const ICONS: [&str; 3] = ["icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/// The manifest, with each icon in place of its name.
pub fn with_icons() -> Result<String, String> {
    let folder = process::root().join("src/install");
    let read = |name: &str| fs::read(folder.join(name)).map_err(|error| format!("src/install/{name}: {error}"));
    let template = String::from_utf8(read(NAME)?).map_err(|_| format!("{NAME} is no text"))?;
    filled(&template, read)
}

fn filled(template: &str, read: impl Fn(&str) -> Result<Vec<u8>, String>) -> Result<String, String> {
    ICONS.iter().try_fold(template.to_owned(), |manifest, name| {
        let named = format!("\"./{name}\"");
        if !manifest.contains(&named) {
            return Err(format!("{NAME} does not name {name}"));
        }
        Ok(manifest.replace(&named, &format!("\"data:image/png;base64,{}\"", BASE64.encode(read(name)?))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_stand_in_it() {
        let template = include_str!("../../src/install/manifest.webmanifest");
        let manifest = filled(template, |name| Ok(name.into())).unwrap_or_default();
        assert!(!manifest.contains(".png") && manifest.contains(&BASE64.encode("icon-maskable-512.png")), "{manifest}");
        assert!(filled("{}", |_| Ok(Vec::new())).is_err());
    }
}
