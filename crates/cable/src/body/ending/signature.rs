//! The end of the text: who signed, and what stands behind.

use super::before::{closes_section, ends_quotation, may_end_text, without_label};
use super::closing::{MOST_CLOSING_ROWS, before_closing, goes_on, is_closing};
use super::glued::glued;
use super::message_end::{is_end_of_message, is_last_line, is_level_foot};
use super::signer::{PARTICLES, is_signer, last_word};
use super::surname::{is_last_word, is_small_surname, is_surname, without_capacity};
use crate::Span;
use crate::body::{above, words_above};
use crate::redaction::is_redacted;
use crate::row::{Gap, Row};
use crate::words::{has_small, words};

/// How the text ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ending {
    /// How many rows are text; those behind are closing rows, signature and end of message.
    pub text: usize,
    /// The signature.
    pub signature: Option<Signature>,
}

/// A signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Index of its row.
    pub row: usize,
    /// Its bytes.
    pub span: Span,
    /// Whether it stood at the end of the last sentence (229 of 1,171 measured signatures) or on a line of its own.
    pub glued: bool,
}

/// Finds the end. `signer` is the name of the officer who classified the telegram, who often signed it as well.
pub(crate) fn ending(text: &str, rows: &[Row], signer: Option<&str>) -> Ending {
    let end = unsigned(text, rows).text;
    let mut at = end;
    for _ in 0..MOST_CLOSING_ROWS {
        let Some(row) = at.checked_sub(1) else { break };
        if let Some(signature) = own_line(text, rows, row, signer) {
            let signature = with_first_signer(text, rows, signature);
            return Ending { text: before_closing(text, rows, signature.row), signature: Some(signature) };
        }
        let closes = rows
            .get(row)
            .map(|row| row.span.of(text))
            .is_some_and(|line| is_closing(line) || goes_on(line) || is_level_foot(line));
        // An invitation names no one, and can stand behind the signature.
        if (at == end || !closes)
            && let Some(signature) = glued(text, rows, row, signer)
        {
            return Ending { text: before_closing(text, rows, at), signature: Some(signature) };
        }
        if !closes {
            break;
        }
        at = row;
    }
    match below_signer(text, rows, end, signer) {
        Some(signature) => Ending { text: before_closing(text, rows, signature.row), signature: Some(signature) },
        None => Ending { text: before_closing(text, rows, end), signature: None },
    }
}

/// Extends a signature to the row above it, if another officer signed there.
fn with_first_signer(text: &str, rows: &[Row], signature: Signature) -> Signature {
    let first = signature.row.checked_sub(1).filter(|_| !signature.glued && is_below_signer(text, rows, signature.row));
    let above = first.and_then(|row| Some((row, rows.get(row)?)));
    above.map_or(signature, |(row, above)| Signature { row, span: above.span.cover(signature.span), ..signature })
}

/// Whether the row at `at` and the one above it are a surname in capitals each, apart from the text.
fn is_below_signer(text: &str, rows: &[Row], at: usize) -> bool {
    let is_name = |row: &Row| {
        let line = row.span.of(text);
        is_surname(line) && !line.contains(' ') && !has_small(line)
    };
    let pair = rows.get(at).zip(above(rows, at));
    pair.is_some_and(|(row, above)| row.gap == Gap::Line && above.gap == Gap::Blank && is_name(row) && is_name(&above))
}

/// The name of the officer who classified a telegram, in capitals and apart from the text, is a signature whatever
/// somebody noted below it.
fn below_signer(text: &str, rows: &[Row], end: usize, signer: Option<&str>) -> Option<Signature> {
    let name = signer.and_then(last_word)?.to_ascii_uppercase();
    let nearest = end.saturating_sub(MOST_CLOSING_ROWS);
    let is_signed = |row: &usize| rows.get(*row).is_some_and(|row| row.gap == Gap::Blank && row.span.of(text) == name);
    own_line(text, rows, (nearest..end).rfind(is_signed)?, signer)
}

/// The end of a text without a signature: only the end of message is behind it.
pub(crate) fn unsigned(text: &str, rows: &[Row]) -> Ending {
    // What stands behind format line 16 comes from whoever printed the copy.
    let nearest = rows.len().saturating_sub(MOST_CLOSING_ROWS);
    let ends = |row: &Row| is_last_line(row.span.of(text));
    let sent = rows.iter().skip(nearest).position(ends).map_or(rows.len(), |at| nearest.saturating_add(at));
    let rows = rows.get(..sent).unwrap_or_default();
    let last = rows.iter().rposition(|row| !is_end_of_message(row.span.of(text)));
    Ending { text: last.map_or(0, |last| last.saturating_add(1)), signature: None }
}

/// A signature on a row of its own: a surname and nothing else.
fn own_line(text: &str, rows: &[Row], at: usize, signer: Option<&str>) -> Option<Signature> {
    // A copy can have the row twice.
    let is_twice = rows.get(at)?.span.of(text) == words_above(text, rows, at);
    let at = at.checked_sub(usize::from(is_twice))?;
    let row = rows.get(at)?;
    let (span, _) = row.span.split_at(without_capacity(row.span.of(text)).len());
    let above = words_above(text, rows, at);
    // In a list of offices, the entry above ends like that, too.
    let is_listed = span.len() < row.span.len() && without_capacity(above).len() < above.len();
    let span = if is_listed { row.span } else { span };
    let line = span.of(text);
    let signature = Signature { row: at, span, glued: false };
    // `MINIMIZE CONSIDERED` is two words in capitals, and no name.
    if is_closing(line) {
        return None;
    }
    // `ROE##`, `ROE.`, `ROE--` and `ROE .` are set apart as a signature is.
    let bare = line.trim_end_matches(['#', '.', '-', ' ']);
    // Two words below a finished sentence are a surname too if the first is a particle, `VAN ROE##`. A town can have
    // one as well, `LA PAZ.`, so the `#` or a known signer has to show it.
    let is_marked = line.contains('#') || is_signer(bare, signer);
    let is_one_name =
        |first: &str| is_marked && PARTICLES.contains(&first) && may_end_text(words_above(text, rows, at));
    if bare.len() < line.len()
        && row.gap != Gap::Line
        && is_surname(bare)
        && bare.split_once(' ').is_none_or(|(first, _)| is_one_name(first))
    {
        return Some(Signature { span: span.split_at(bare.len()).0, ..signature });
    }
    if let Some(signature) = behind_closing_words(rows, at, line) {
        return Some(signature);
    }
    if !is_surname(line) && !is_small_surname(line) {
        return None;
    }
    if is_signer(line, signer) {
        return Some(signature);
    }
    let upper = !has_small(line);
    let above_upper = !has_small(above);
    // The last word of the text on a line of its own looks like a surname too, in a text of capitals and in mixed case.
    let apart = row.gap != Gap::Line
        || may_end_text(above)
        || is_closing(above)
        || goes_on(above)
        || ends_quotation(above)
        || is_redacted(without_label(above))
        || closes_section(above)
        || is_below_signer(text, rows, at);
    (apart || upper && !above_upper).then_some(signature)
}

/// `END TEXT ROE`: a surname behind closing words without a full stop.
fn behind_closing_words(rows: &[Row], at: usize, line: &str) -> Option<Signature> {
    let mut words = words(line);
    let end =
        words.next().filter(|word| line.get(word.clone()).is_some_and(|word| word.eq_ignore_ascii_case("END")))?;
    let named = words.next()?;
    let name = words.next()?;
    let closes = line.get(end.start..named.end).is_some_and(is_last_word);
    let span = rows.get(at)?.span;
    let (_, signed) = span.split_at(name.start);
    let surname = line.get(name.start..).is_some_and(is_surname);
    (closes && surname).then_some(Signature { row: at, span: signed, glued: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row;

    fn check(text: &str, signer: Option<&str>, expected: Option<&str>) {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        let found = ending(text, &rows, signer).signature.map(|signature| signature.span.of(text));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn behind_closing_rows() {
        check("The text ends here. Visit Tarsis's Classified Website: XXXXXXXXXXXX ROE", None, None);
        check("Visit Tarsis's Classified Website: XXXXXXXXXXXX ROE", None, Some("ROE"));
        check("Visit Tarsis's Classified Website: XXXXXXXXXXXXROE", None, Some("ROE"));
        check("The boats are those of XXXXXROE", None, None);
        check("The boats are those of XXXXXXXXXXXX", None, None);
        check("It reads: \"It is shut.\" End Text ROE", None, Some("ROE"));
        check("It is shut.\n\nROE\n\n\"\tClassification: SECRET", None, Some("ROE"));
        check("It is shut.\n\nLOU\nCLASSIFICATION: SECRET//NOFORN", None, Some("LOU"));
        check("It is shut.\n\nClassification: SECRET", None, None);
        check("It is shut. CONFIDENTIAL", None, None);
        check("It reads: \"It is shut.\" End Text", None, None);
    }

    #[test]
    fn signatures() {
        check("The text ends here.\n\nROE", None, Some("ROE"));
        check("The text ends here.\nROE\nNNNN\n", None, Some("ROE"));
        check("The text ends here.\n\nROE\n\nSECRET//NOFORN", None, Some("ROE"));
        check("The text ends here.\n\nROE\n2008-04-16", None, Some("ROE"));
        check("The text ends here.\nROE\n\nUNCLASSIFIED    TARSIS    00000417", None, Some("ROE"));
        check("The text ends here.\nMcRoe", None, Some("McRoe"));
        check("The text ends here. ROE", None, Some("ROE"));
        check("The text ends here. ROE\n CONFIDENTIAL\n> @@@ALDER@@@", None, Some("ROE"));
        check("End Comment. VAN ROE", None, Some("VAN ROE"));
        check("It was not reviewed. ROE .", None, Some("ROE"));
        check("END COMMENT.\nROE\nROE\n", None, Some("ROE"));
        check("The text ends here. Roe", Some("ROE"), Some("Roe"));
        check("The text ends here. Cole Hart", Some("Jane Cole Hart"), Some("Cole Hart"));
        check("The text ends here. Hart", Some("Jane Cole Hart"), Some("Hart"));
        check("The text ends here.\n\nROE\n\nEPET @ The Tarsis Post", Some("Roe"), Some("ROE"));
        check("The text ends here.\n\nROE\n\nEPET @ The Tarsis Post", None, None);
        check("Done. Roe\n\n\"Visit the site at http://tarsis.s\ngov.gov/wiki\"", None, Some("Roe"));
        check("Done.\nROE\nVisit the post's site:\nhttp://tarsis.example", None, Some("ROE"));
        check("Done.\nROE\n\"Visit the site at http://tarsis.s\ngov.gov/wiki\"", None, Some("ROE"));
        check("Visit http://tarsis.gov/index. htm Roe", None, Some("Roe"));
        check("The text ends here.\n\nVAN DER ROE DOE", None, Some("VAN DER ROE DOE"));
        check("The text ends here.\n\nTHE SHIPS OF TARSIS", None, None);
        check("The text ends here.\n\nroe", None, Some("roe"));
        check("Done.\nEND TEXT ROE", None, Some("ROE"));
        check("END TEXT VAN ROE", None, Some("VAN ROE"));
        check("AS THEY SAID\nSIGNED DOE\nUNQUOTE\nROE", None, Some("ROE"));
        check("AS THEY SAID.\n\nDOE UNQUOTE ROE", None, Some("ROE"));
        check("DONE.\n\nROE##\n", None, Some("ROE"));
        check("DONE.\n\nROE.\n", None, Some("ROE"));
        check("DONE.\n\nROE .\n", None, Some("ROE"));
        check("DONE.\n\nVAN ROE##\n", None, Some("VAN ROE"));
        check("DONE.\n\nROE (ACTING)", None, Some("ROE"));
        check("DONE.\n\nROE, ACTING", None, Some("ROE"));
        check("DONE.\n\nROE (CHARGE)\n", None, Some("ROE"));
        check("DONE.\n\nROE BT\n", None, Some("ROE"));
        check("DONE.\n\nST. ROE\n", None, Some("ST. ROE"));
        check("DONE.\n\nROE JR.\n", None, Some("ROE JR."));
        check("IT IS DONE BY THE MINISTER\n(ACTING)", None, None);
        check("THE NEW MASTER IS JANE\nROE (ACTING)", None, None);
        check("THE OFFICES:\nTRADE (ACTING)\nPORTS (ACTING)", None, None);
        check("DONE.\n\nDIRECTOR (ACTING)", None, None);
        check("DONE.\n\nNO SINGLE GROUP ACTING", None, None);
        check("DONE.\nJ. ROE JR.", None, None);
        check("IT IS SO. JANE Q. ROE JR.", None, None);
        check("THE BOATS ARE AT THESE PLACES.\n\nMAIN ST.", None, None);
        check("DONE.\n\nHIGH ST.", None, None);
        check("THE BOATS ARE NOW AT\nST. ROE", None, None);
        check("DONE.\n\nDE ROE.\n", Some("JANE DE ROE"), Some("DE ROE"));
        check("THEY COME FROM THESE TOWNS.\n\nLYDDA.\n\nLA ROE.\n", None, None);
        check("DONE.\n\nEL ROE -\n", None, None);
        check("DONE.\n\nAS RECEIVED##\n", None, None);
        check("DONE.\n\nTHE HARBOUR.\n", None, None);
        check("THEY WENT TO\n\nLA ROE.\n", None, None);
        check("DONE AT\nLA ROE.\n", None, None);
        check("DONE.\n\nIN LA ROE.\n", None, None);
        check("Done.\nROE\\\n", None, Some("ROE"));
        check("Done. ROE\\\n", None, Some("ROE"));
        check("DONE.\n\nROE AND DOE\n", None, Some("ROE AND DOE"));
        check("Done.\n\nROE\nDOE\n", None, Some("ROE\nDOE"));
        check("DONE WITH THEM.\n\nROE\nDOE\n", Some("DOE"), Some("ROE\nDOE"));
        check("Done by\nROE\nDOE\n", None, None);
        check("It is done.\n\nXXXXXXXXXXXX\nROE", None, Some("ROE"));
        check("It is done.\n\n\u{b6}7. (C) XXXXXXXXXXXX\n ROE", None, Some("ROE"));
        check("It is done.\n\nxxxxx\nRoe", None, Some("Roe"));
        check("IT IS DONE\nEND TEXT\nROE", None, Some("ROE"));
        check("It is done.\nRoe\n\n\nNnnn", None, Some("Roe"));
        check("IT WILL DO.\n\nGP-3\nROE", None, Some("ROE"));
        check("DONE.\nROE\n\nNNNN\n\n   2009TARSIS00417 - Classification: SECRET", None, Some("ROE"));
        check("DONE.\nROE\n\nNOTE BY OC/T: AS RECEIVED.", None, Some("ROE"));
        check("DONE.\n\nROE\nNMAFVVZCZ", None, Some("ROE"));
        check("DONE.\nROE\n\nCONFIDENTIAL\n\n\nNNN", None, Some("ROE"));
        check("DONE. ROE\n\nSECRET\n\nNNN", None, Some("ROE"));
        check("Done.\nPlease visit the site: http://tarsis.example\nROE", None, Some("ROE"));
    }

    #[test]
    fn closing_rows() {
        for (text, expected) in [
            ("Done.\n\nMINIMIZE CONSIDERED\n\nROE", 1),
            ("Done.\n\nROE\n\nMINIMIZE CONSIDERED", 1),
            ("Done.\n\nMINIMIZE CONSIDERED.\nVisit the site:\nhttp://tarsis.example\nROE", 1),
            ("Done.\n\nVisit Tarsis's Harbour Forum at\nhttp://tarsis.example/har bour\n\nROE", 1),
            ("They went to our\nclassified website and were glad.\n\n2. It is new.\n\nROE", 3),
            ("A delegation of Lydda will\nvisit Alder; see the website.\n\nROE", 2),
            ("Visit Alder; see the website.\n\n2. It is new.\n\nROE", 2),
            ("To see more, visit our\nclassified website at:\nhttp://tarsis.example\n\nROE", 3),
            ("Done.\n\nVisit our site:\nhttp://tarsis.example\n\nIt is read by all of us.\n\nROE", 4),
            ("Done.\n\nVisit our site:\n\nhttp://tarsis.example\n\nROE", 1),
            ("They\nVisit the harbour at\nBirch.\n\nROE", 3),
            ("They plan to\nVisit the harbour at\nhttp://tarsis.example/plan\n\nROE", 3),
            ("Links:\n\nVisit of Doe:\nhttp://tarsis.example/doe\n\nROE", 3),
            ("It is done.\nMinimize considered\nNNNN", 1),
            ("Done.\nROE\nEnd Cable Text\nJ. Doe printed it.", 1),
            ("Done. See\nhttp://tarsis.example\nROE", 2),
        ] {
            let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
            assert_eq!(ending(text, &rows, None).text, expected, "{text}");
        }
    }

    #[test]
    fn last_words() {
        check("It is all about the situation in\nTarsis", None, None);
        check("It is all about Tarsis.", None, None);
        check("It is all about the\nharbour", None, None);
        check("Done.\nEND TEXT", None, None);
        check("DONE.\n\nUNQUOTE", None, None);
        check("THE POSITION OF THE PARTY IN\nTARSIS", None, None);
        check("Done. End Comment", None, None);
        check("It was 5.6 per cent. The", None, None);
        check("", None, None);
    }
}
