//! Where rows end.

use memchr::memchr2;

/// Finds the ends of rows in bytes that come in pieces. It holds no bytes: the memory of a reader is one row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scanner {
    quoted: bool,
    /// Whether the last piece ended behind an escape.
    escaped: bool,
}

impl Scanner {
    /// How many of `bytes` belong to the row that is being read, its line end included; `None` if it does not end in
    /// them. The next call continues behind what was seen.
    pub fn row_end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0_usize;
        if std::mem::take(&mut self.escaped) {
            at = 1;
        }
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let found = match self.quoted {
                true => memchr2(b'"', b'\\', rest),
                false => memchr2(b'"', b'\n', rest),
            };
            let found = at.saturating_add(found?);
            at = found.saturating_add(1);
            match bytes.get(found) {
                Some(b'\n') => return Some(at),
                Some(b'"') => self.quoted = !self.quoted,
                _ if at == bytes.len() => self.escaped = true,
                _ => at = at.saturating_add(1),
            }
        }
    }
}
