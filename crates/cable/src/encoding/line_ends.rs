//! How the lines of a text end.

use std::fmt;

/// How the lines of a text end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineEnds {
    /// One line without an end.
    None,
    /// Line feeds: Unix, the web.
    Lf,
    /// Carriage return and line feed: Windows, teletypes.
    CrLf,
    /// Only carriage returns: old Macintosh files.
    Cr,
    /// More than one of these.
    Mixed,
}

impl LineEnds {
    /// The line ends of a text.
    pub fn of(text: &str) -> LineEnds {
        let (mut lf, mut crlf, mut cr) = (false, false, false);
        let mut rest = text.as_bytes();
        while let Some(at) = memchr::memchr2(b'\r', b'\n', rest) {
            rest = match rest.get(at..).unwrap_or_default() {
                [b'\r', b'\n', below @ ..] => {
                    crlf = true;
                    below
                }
                [end, below @ ..] => {
                    let found = if *end == b'\r' { &mut cr } else { &mut lf };
                    *found = true;
                    below
                }
                [] => break,
            };
        }
        match (lf, crlf, cr) {
            (false, false, false) => LineEnds::None,
            (true, false, false) => LineEnds::Lf,
            (false, true, false) => LineEnds::CrLf,
            (false, false, true) => LineEnds::Cr,
            _ => LineEnds::Mixed,
        }
    }
}

impl fmt::Display for LineEnds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LineEnds::None => "no line ends",
            LineEnds::Lf => "LF",
            LineEnds::CrLf => "CR LF",
            LineEnds::Cr => "CR",
            LineEnds::Mixed => "mixed line ends",
        })
    }
}
