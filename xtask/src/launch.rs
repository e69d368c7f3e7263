//! Opens a file in the person's default browser.

use crate::Outcome;
use crate::process::command;
use std::path::Path;

/// Hands the file to the desktop. A machine without one is not a failure: the file is made, and the person is told.
pub fn in_browser(file: &Path) -> Outcome {
    let mut opener = if cfg!(windows) {
        let mut opener = command("cmd");
        opener.args(["/C", "start", ""]);
        opener
    } else {
        command(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    if !opener.arg(file).status().is_ok_and(|status| status.success()) {
        println!("No browser could be opened from here. Open the file above yourself.");
    }
    Ok(())
}
