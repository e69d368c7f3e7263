use crate::hold::hold;

/// Any text.
pub fn parse(data: &[u8]) {
    hold(&String::from_utf8_lossy(data));
}
