//! What page breaks print again inside the text.

mod correction;

use super::apart::names_caption;
use super::count::label;
use super::ending::{is_end_of_message, is_signer};
use super::text::{Body, Context};
use crate::heading::{LIMITED, SIPDIS, captions, classification, is_open_caption};
use crate::known::last_word;
use crate::prose::{ends_sentence, is_unfinished};
use crate::row::{Gap, Row};
use crate::words::{is_number, last_is};
use crate::{Code, Part, PartKind, Span, markup, wrap};
use correction::correction_again;
use memchr::memmem;

/// A row of captions that a print repeats is no longer than this.
const LONGEST_CAPTION: usize = 40;

/// Telegrams of the eighties have this on a row of its own where later ones have a blank line.
const SPACER: &str = "-";

/// A page line that a copy tore off can leave this on a row of its own.
const TORN: &str = "PAGE";

/// No page of a print has more bytes.
const LONGEST_PAGE: usize = 8192;

/// A subject has at most this many rows below its first.
const MOST_SUBJECT_ROWS: usize = 8;

/// Most function words, such as `my` and `our`, are no longer than this.
const LONGEST_SMALL: usize = 3;

impl Body {
    /// Returns the rows without what was printed again. Page breaks print captions again, alone or with the text going
    /// on behind them. A line that was disturbed is sent again with a Q in front of it. A copy that took out the
    /// heading of each page by its labels kept the rows below the first one of the subject. The first word of a page
    /// line is no signature, unless the signer has that name or it ends the text.
    pub fn without_reprints(&mut self, text: &str, rows: &[Row], context: &Context) -> Vec<Row> {
        let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
        // The gap that the rows taken out leave above the next one.
        let mut left: Option<Gap> = None;
        let mut rest = rows;
        while let [row, below @ ..] = rest {
            rest = below;
            if let Some((printed, behind)) = subject_again(text, kept.last(), row, below, context.subject_below) {
                self.take_out(printed, Code::CaptionRemoved, Some("It is the end of the subject."));
                (left, rest) = (Some(Gap::Page), behind);
                continue;
            }
            if let Some((again, behind)) = below.split_first().filter(|(again, _)| is_page_banner(text, row, again)) {
                self.take_out(row.span.cover(again.span), Code::BannerRemoved, None);
                (left, rest) = (Some(Gap::Page), behind);
                continue;
            }
            if row.span.of(text) == SPACER {
                self.parts.push(Part { kind: PartKind::Interruption, span: row.span });
                left.get_or_insert(Gap::Blank);
                continue;
            }
            let is_behind_page = left == Some(Gap::Page) || row.gap == Gap::Page;
            let (len, code) = printed_again(text, kept.last(), row, below, is_behind_page, context);
            if len == 0 {
                kept.push(Row { span: row.span, gap: left.take().unwrap_or(row.gap) });
                continue;
            }
            let (printed, behind) = row.span.split_at(len);
            self.take_out(printed, code, None);
            left = Some(Gap::Page).filter(|_| behind.is_empty());
            if !behind.is_empty() {
                kept.push(Row { span: crate::line::trim(text, behind), gap: Gap::Page });
            }
        }
        kept
    }

    fn take_out(&mut self, printed: Span, code: Code, detail: Option<&str>) {
        self.parts.push(Part { kind: PartKind::Interruption, span: printed });
        self.diagnose(code, printed, detail.map(str::to_owned));
    }
}

/// How much of a row, from its start, a page break has printed again, and what that is.
fn printed_again(
    text: &str,
    above: Option<&Row>,
    row: &Row,
    below: &[Row],
    is_behind_page: bool,
    context: &Context,
) -> (usize, Code) {
    let line = row.span.of(text);
    let above = || above.map(|above| above.span.of(text));
    let signs = || {
        let is_last = below.iter().all(|row| is_end_of_message(row.span.of(text)));
        let page = row.span.start as usize;
        let page = text.as_bytes().get(page.saturating_sub(LONGEST_PAGE)..page).unwrap_or_default();
        let is_paged = || memmem::find(page, b"PAGE 0").is_some();
        is_signer(line, context.signer) || is_last && above().is_some_and(ends_sentence) && !is_paged()
    };
    if line == TORN && row.gap == Gap::Blank && !signs() {
        return (line.len(), Code::PageMarkerRemoved);
    }
    if line.strip_prefix('Q').is_some_and(|again| above() == Some(again)) {
        return (line.len(), Code::LineRemoved);
    }
    let is_banner = || above().is_none() && classification(line).is_some_and(|found| found.rest.is_empty());
    let may_be_journey = || is_behind_page || row.gap == Gap::Blank && above().is_some_and(is_cut_off);
    let is_known =
        || is_caption_again(line, context.journeys, may_be_journey) && !is_end_of_message(line) || is_banner();
    let again = || correction_again(line, context.correction.filter(|_| is_behind_page));
    let printed = match line.len() <= LONGEST_CAPTION && is_known() {
        true => line.len(),
        false => repeated_caption(line, row.gap == Gap::Page).max(again()),
    };
    // `use the caption` / `SIPDIS in all replies`: the sentence goes on with it.
    let behind = line.get(printed..).unwrap_or_default();
    let is_named = || row.gap == Gap::Line && above().is_some_and(|above| names_caption(above, behind));
    (if printed > 0 && is_named() { 0 } else { printed }, Code::CaptionRemoved)
}

/// Whether a row and the next one are the level and the count with which one page ends and the next begins: `SECRET 3
/// of 5`, twice.
fn is_page_banner(text: &str, row: &Row, again: &Row) -> bool {
    let line = row.span.of(text);
    let counted = || line.split_once(" of ").filter(|(_, all)| is_number(all))?.0.rsplit_once(' ');
    let level = || counted().filter(|(_, page)| is_number(page)).and_then(|(level, _)| classification(level));
    // Few rows end with a digit.
    last_is(line, u8::is_ascii_digit)
        && line == again.span.of(text)
        && level().is_some_and(|found| found.rest.is_empty())
}

/// Whether a row is captions and nothing else. The caption of a journey counts only where a page break can have printed
/// it and the header has it too, perhaps with other zeros: in a text in capitals such words can stand as well, `TOSEC
/// 417), AND SO`.
fn is_caption_again(line: &str, journeys: &[&str], may_be_journey: impl Fn() -> bool) -> bool {
    fn words(caption: &str) -> impl Iterator<Item = &str> {
        caption.split(' ').map(|word| word.trim_start_matches('0'))
    }
    let is_journey = |caption: &str| journeys.iter().any(|known| words(known).eq(words(caption))) && may_be_journey();
    captions(line)
        .is_some_and(|found| found.iter().all(|(_, caption)| !is_open_caption(caption) || is_journey(caption)))
}

/// Whether a row had no room for more and does not end as a sentence does.
fn is_cut_off(line: &str) -> bool {
    line.len() >= wrap::SHORTEST_CUT && line.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

/// The span in which `subject_below` is printed again from `row` on, in the middle of a sentence, and the rows behind
/// it.
fn subject_again<'a>(
    text: &str,
    above: Option<&Row>,
    row: &Row,
    below: &'a [Row],
    subject_below: &[&str],
) -> Option<(Span, &'a [Row])> {
    let (first, more) = subject_below.split_first().filter(|(_, more)| more.len() < MOST_SUBJECT_ROWS)?;
    // A number at the start of a row can have been given an anchor in the subject, as if it were a label.
    let first = first.get(markup::anchor(first)..)?;
    (first == row.span.of(text)).then_some(())?;
    let (again, behind) = below.split_at_checked(more.len())?;
    let is_again = again.iter().map(|row| row.span.of(text)).eq(more.iter().copied());
    let cut_off = above.map_or("", |above| above.span.of(text));
    let is_cut_off = row.gap != Gap::Blank && is_cut_off(cut_off);
    let last = again.last().unwrap_or(row);
    (is_again && is_cut_off && behind.first().is_some_and(|behind| goes_on(text, cut_off, behind)))
        .then(|| (row.span.cover(last.span), behind))
}

/// Whether a sentence that `cut_off` left open goes on in the row `behind`. A name can follow a small word: `to my` /
/// `Conference`.
fn goes_on(text: &str, cut_off: &str, behind: &Row) -> bool {
    let line = behind.span.of(text);
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_open = || {
        let last = last_word(cut_off);
        is_unfinished(cut_off) || is_small(last) && last.len() <= LONGEST_SMALL
    };
    label::read(line).is_none() && (is_small(line) || behind.gap == Gap::Page || is_open())
}

/// Length of the captions in front of text on the same line: `SIPDIS`, and `behind` a page break others, too.
fn repeated_caption(line: &str, behind: bool) -> usize {
    const CAPTIONS: [&str; 6] = {
        let [exdis, limdis, nodis, stadis] = LIMITED;
        [SIPDIS, "NOFORN", exdis, limdis, nodis, stadis]
    };
    // Few rows begin with the letter of one.
    if !matches!(line.as_bytes().first(), Some(b'S' | b'N' | b'E' | b'L')) {
        return 0;
    }
    let known = CAPTIONS.get(..if behind { CAPTIONS.len() } else { 1 }).unwrap_or_default();
    let (mut len, mut rest) = (0, line);
    while let Some(text) = known.iter().find_map(|caption| rest.strip_prefix(caption)?.strip_prefix([' ', '\t'])) {
        len = line.len().saturating_sub(text.len()).saturating_sub(1);
        rest = text.trim_start();
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let context = Context {
            anchors: false,
            subject_below: &["OF THE QUAY", "AND ITS ROPES"],
            correction: Some("CORRECTED COPY (TEXT PARA 1)"),
            journeys: &["TOSEC 417", "CODEL ROE"],
            signer: None,
            later: false,
            end: crate::body::End::Signed,
        };
        let kept = Body::default().without_reprints(text, &rows, &context);
        assert_eq!(kept.iter().map(|row| row.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn captions() {
        check("1. (C) At the end of\nSIPDIS the quay.", &["1. (C) At the end of", "the quay."]);
        check("1. (C) At the end.\n\nSIPDIS\n\n2. (C) Rain.", &["1. (C) At the end.", "2. (C) Rain."]);
        check("1. (C) At the end.\n\nPAGE\n\n2. (C) Rain.", &["1. (C) At the end.", "2. (C) Rain."]);
        check("1. (C) At the end.\n\nPAGE\n\nNNNN", &["1. (C) At the end.", "PAGE", "NNNN"]);
        check("1. (C) At the end of\n\nPAGE", &["1. (C) At the end of"]);
        const PAGE: &str = "PAGE 01  LYDDA 0417  THE QUAY";
        check(&format!("{PAGE}\n1. (C) At the end.\n\nPAGE"), &[PAGE, "1. (C) At the end."]);
        let corrected = "C O R R E C T E D  C O P Y\n\n(TEXTS PARA 1) the quay.";
        check(&format!("1. (C) At the end of\nSIPDIS\n{corrected}"), &["1. (C) At the end of", "the quay."]);
        check("1. SO, AT THE END OF\nNODIS\nTOSEC  417\nTHE QUAY.", &["1. SO, AT THE END OF", "THE QUAY."]);
        check(
            "1. SO, AT THE END OF\nNODIS\nTOSEC 000417\nCODEL ROE\nTHE QUAY.",
            &["1. SO, AT THE END OF", "THE QUAY."],
        );
        const CUT: &str = "1. THE HARBOUR MASTER SAID THAT HE WOULD MEND ALL";
        check(&format!("{CUT}\n\nTOSEC 417\n\nTHE ROPES."), &[CUT, "THE ROPES."]);
        check(&format!("{CUT}\n\nCODEL DOE\n\nTHE ROPES."), &[CUT, "CODEL DOE", "THE ROPES."]);
        check(&format!("{CUT}.\n\nCODEL ROE\n\n2. ROPES."), &[&format!("{CUT}."), "CODEL ROE", "2. ROPES."]);
        for row in ["TOSEC 417", "CODEL ROE", "TOSEC 12), THE TIDE AND", "CODEL ROE MET ME", "NODIS TOSEC 12 SAYS SO"] {
            let kept = ["1. SO (A LIST OF ROPES,", row, "THE WIND."];
            check(&kept.join("\n"), &kept);
        }
        let kept = ["1. (C) Please use the caption", "SIPDIS in all replies."];
        check(&kept.join("\n"), &kept);
        let kept = ["1. (C) Please include", "SIPDIS in all replies."];
        check(&kept.join("\n"), &kept);
    }

    #[test]
    fn page_banners() {
        const BANNERS: &str = "CONFIDENTIAL 3 of 5\nCONFIDENTIAL 3 of 5";
        check(&format!("1. (C) At the end of\n{BANNERS}\nthe quay."), &["1. (C) At the end of", "the quay."]);
        for kept in [
            ["SECRET 2 of 4", "SECRET 3 of 4"],
            ["SECRET 2 of 4 boats", "SECRET 2 of 4 boats"],
            ["SECRET 24", "SECRET 24"],
            ["BOATS 2 of 4", "BOATS 2 of 4"],
        ] {
            check(&kept.join("\n"), &kept);
        }
    }

    #[test]
    fn subjects() {
        const CUT: &str = "1. (C) The harbour master has closed the old quay and";
        check(&format!("{CUT}\nOF THE QUAY\nAND ITS ROPES\n\nthe new one."), &[CUT, "the new one."]);
        check(&format!("{CUT}\nOF THE QUAY\nthe new one."), &[CUT, "OF THE QUAY", "the new one."]);
        let text = format!("{CUT}\n417 2009.\nthe new one.");
        let mut found = row::rows(&text, Span::new(0, text.len() as u32), &[]);
        found[1] = Row { span: found[1].span.part(4..9), gap: Gap::Page };
        let again = subject_again(&text, found.first(), &found[1], &found[2..], &["¶2009."]);
        assert_eq!(again.map(|(printed, behind)| (printed.of(&text), behind.len())), Some(("2009.", 1)));
        const OPEN: &str = "1. (C) The harbour master has closed the old quay to my";
        check(&format!("{OPEN}\nOF THE QUAY\nAND ITS ROPES\nBoats."), &[OPEN, "Boats."]);
        const ENDS: &str = "1. (C) The old boats were visited by the harbour master";
        let kept = [ENDS, "OF THE QUAY", "AND ITS ROPES"];
        check(&kept.join("\n"), &kept);
        check(&format!("{}\n\n2. (C) Done.", kept.join("\n")), &[&kept[..], &["2. (C) Done."]].concat());
        check(&format!("{}\n\nThe Boats", kept.join("\n")), &[&kept[..], &["The Boats"]].concat());
        check("1. (C) It is so.\nOF THE QUAY\nAND ITS ROPES", &["1. (C) It is so.", "OF THE QUAY", "AND ITS ROPES"]);
    }
}
