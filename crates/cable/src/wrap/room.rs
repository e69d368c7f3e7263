//! How long the rows of the prose around a place had to become before they were wrapped.

/// How far around a place, in bytes, prose shows how it was wrapped.
const NEAR: u32 = 2048;

/// Fewer wraps do not show it.
const FEWEST: usize = 8;

/// Wraps that stand further off can have been made a little earlier.
const MARGIN: usize = 3;

/// The length that [`never_wrapped`] found, and where: it holds for the places behind it, too.
#[derive(Default)]
pub(crate) struct Room(Option<(u32, usize)>);

impl Room {
    /// The length at a place. Places come in their order.
    pub fn near(&mut self, source: &str, at: u32) -> usize {
        if let Some((_, length)) = self.0.filter(|(found, _)| at.saturating_sub(*found) < NEAR / 2) {
            return length;
        }
        let length = never_wrapped(source, at);
        self.0 = Some((at, length));
        length
    }
}

/// The length below which a row and the first word of the next were never parted by wrapping: a row that goes on in
/// small letters was wrapped. It is 0 where too little prose stands around `at`.
fn never_wrapped(source: &str, at: u32) -> usize {
    let (count, shortest) = wraps(source, at);
    if count < FEWEST { 0 } else { shortest.saturating_sub(MARGIN) }
}

/// Whether no row around `at` goes on in small letters, so that none was wrapped.
pub(crate) fn is_unwrapped(source: &str, at: u32) -> bool {
    wraps(source, at).0 == 0
}

/// How many rows around `at` go on in small letters, and the shortest length that a row would have had with the first
/// word of such a one.
fn wraps(source: &str, at: u32) -> (usize, usize) {
    let range = at.saturating_sub(NEAR) as usize..(at.saturating_add(NEAR) as usize).min(source.len());
    let near = source.as_bytes().get(range).unwrap_or_default();
    let mut ends = memchr::memchr2_iter(b'\n', b'\r', near);
    // The first line can have lost its beginning, except at the start of the text.
    let first = if at <= NEAR { 0 } else { ends.next().unwrap_or_default() };
    let (mut start, mut above) = (first, &[][..]);
    let (mut count, mut shortest) = (0_usize, usize::MAX);
    for end in ends {
        let line = near.get(start..end).unwrap_or_default().trim_ascii();
        // The second byte of a line end.
        let is_second = line.is_empty() && near.get(start..=end) == Some(b"\r\n");
        start = end;
        if is_second {
            continue;
        }
        if line.first().is_some_and(u8::is_ascii_lowercase) && !above.is_empty() {
            let first = line.iter().position(|byte| *byte == b' ').unwrap_or(line.len());
            count = count.saturating_add(1);
            shortest = shortest.min(above.len().saturating_add(first).saturating_add(1));
        }
        above = line;
    }
    (count, shortest)
}

#[cfg(test)]
mod tests {
    use crate::logical::tests::check;

    /// Prose wrapped to 50 bytes.
    const PROSE: &str = "\
        The harbour master said that the quay is shut and\n\
        that the boats lie in the bay of the town, where\n\
        the wind has been strong for some days. The ropes\n\
        of the boats are old, and nobody has seen fit to\n\
        mend them, though he has asked for it each day of\n\
        the year. It is said that the board will meet and\n\
        have the town pay for the quay and the lamps, but\n\
        it has no money, and the men of the bay have none\n\
        of it. The clerks are away, so nothing is written\n\
        of the matter.";

    #[test]
    fn rows_that_had_room() {
        let prose = PROSE.replace('\n', " ");
        for list in [
            "Harbour Master Jane Roe of the quay\nAmbassador Birch",
            "Quay: Harbour Master Jane Roe of Lydda\nOf the town: two",
            "Clerk Tom Alder of the old quay;\nMaster Ann Loam of the quays; and\nConsul Doe;",
        ] {
            check(&format!("{PROSE}\n{list}"), &format!("{prose}\n{list}"));
        }
        for rows in [
            "Harbour Master Jane Roe of the old town\nAmbassador Birch",
            "He met Harbour Master Roe and Deputy\nMaster Alder of the quay in the old town\nand told them.",
            "Harbour Master Jane Roe of the\nQuays",
            "He met xxxxxxxxxxxx of the old harbours\nMaster Alder of the quay of the old town",
            "Harbour Master Jane Roe, Clerk of the old and\nMaster Birch",
            "Roe noted that the President and the\nMinister of Lydda had met Vice President\nAlder \"in the Quay\"",
            "We the Men of the Boats of the Old Quay\nUnion and of the\nNorth Do Agree.",
        ] {
            check(&format!("{PROSE}\n{rows}"), &format!("{prose}\n{}", rows.replace('\n', " ")));
        }
        let long = format!("{prose} {prose}\nRoe said so.\nDear Ann,\nHe is away.\n{prose}\n");
        check(&long, long.trim_end());
        for (row, rest) in [("He met the", "Minister."), ("He asked where", "Roe was.")] {
            let torn = format!("{prose} {prose}\n{row}\n{rest}\n{prose}\n");
            check(&torn, &torn.trim_end().replace(&format!("{row}\n"), &format!("{row} ")));
        }
        for rows in [
            "The harbour master has closed the quay and all of the boats in it by order of Mr. Jan Alder of Lydda,\nMinister of \
             Boats, and he says that the wind has been strong.",
            "The harbour master has closed the quay and all of the boats in it, as he was told to do by the U.S.\nNavy, \
             and he says that the wind has been strong.",
        ] {
            check(rows, &rows.replace('\n', " "));
        }
        let abbreviated =
            format!("{prose} {prose}\nHe was told of it by the U.S.\nNavy in July,\n2003 and is away.\n{prose}\n");
        check(&abbreviated, &abbreviated.trim_end().replace(".S.\n", ".S. ").replace(",\n", ", "));
        let cut = format!("{prose} {prose}\nHe was away.\nof it. The rest is as it is.\n{prose}\n");
        check(&cut, cut.trim_end().replace('\n', " ").as_str());
        let title = "Harbour Master Jane Roe of the quay\nAmbassador Birch";
        check(title, &title.replace('\n', " "));
    }
}
