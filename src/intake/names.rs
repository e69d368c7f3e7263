//! Names of files, which appear in sentences of the page's own.

/// A file's name with control and bidirectional characters made visible.
pub(super) fn shown(name: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().map(|c| if hidden(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The folder of a path, and the name in it.
pub(super) fn folder_and_name(path: &str) -> (&str, &str) {
    let path = path.trim_start_matches(['/', '\\']);
    path.rsplit_once(['/', '\\']).unwrap_or(("", path))
}

/// Returns whether a path is one that systems put beside a person's files: `.DS_Store`, `__MACOSX/`.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db")
}

/// Folder and name put together again.
pub(super) fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_disguise_itself() {
        assert_eq!(shown("reef 07.txt"), "reef 07.txt");
        assert_eq!(shown("reef\u{202E}txt.exe\n"), "reef\u{FFFD}txt.exe\u{FFFD}");
    }

    #[test]
    fn paths_are_taken_apart() {
        assert_eq!(folder_and_name("reef.txt"), ("", "reef.txt"));
        assert_eq!(folder_and_name("/a/b\\reef.txt"), ("a/b", "reef.txt"));
        assert_eq!(joined("a/b", "reef.txt"), "a/b/reef.txt");
        assert_eq!(joined("", "reef.txt"), "reef.txt");
    }

    #[test]
    fn what_systems_put_there_is_hidden() {
        for path in [".DS_Store", "a/.git/b", "__MACOSX/a.txt", "a/Thumbs.db"] {
            assert!(is_hidden(path), "{path}");
        }
        assert!(!is_hidden("a/reef.v2.txt"));
    }
}
