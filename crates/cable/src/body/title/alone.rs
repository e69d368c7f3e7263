//! Titles without any rule.

use super::above_label::AboveLabel;
use super::heading::{Heading, is_labelled};
use super::value::is_value;
use super::words::{MOST_BYTES, ends_with_remark, is_article, is_title};
use crate::body::count::label;
use crate::body::words_above;
use crate::mark::is_marked;
use crate::prose::{ends_closed, is_capitalised};
use crate::row::{Gap, Row};
use crate::{Span, item, wrap};

/// A title without any rule: a short row with a paragraph below.
pub(super) fn alone(text: &str, rows: &[Row], at: usize) -> Option<Heading> {
    let [row, below, ..] = rows.get(at..)? else { return None };
    let line = row.span.of(text);
    if line.len() > MOST_BYTES {
        return None;
    }
    let is_apart = row.gap == Gap::Blank && below.gap == Gap::Blank;
    match label::read(below.span.of(text)) {
        _ if is_apart && is_article(line) => Some(Heading::of_row(at)),
        Some(label) => {
            // `III. Ropes` right below `II. Boats` is an entry of a list.
            let is_listed = || item::follows(words_above(text, rows, at), line);
            let is_title = AboveLabel::new(text, rows, at, label).is_some_and(|row| row.is_title());
            (is_title && !is_listed()).then(|| Heading::of_row(at))
        }
        None if row.gap == Gap::Blank => of_rows(text, rows, at),
        None => None,
    }
}

/// A title between blank lines, perhaps on two rows: in front of a portion that has a mark and no number, or wrapped in
/// front of a label, behind the end of a sentence.
fn of_rows(text: &str, rows: &[Row], at: usize) -> Option<Heading> {
    const MOST_ROWS: usize = 2;
    let behind = rows.get(at.saturating_add(1)..)?;
    let more = behind.iter().take(MOST_ROWS).position(|row| row.gap == Gap::Blank)?;
    let portion = behind.get(more)?.span.of(text);
    let end = at.saturating_add(more).saturating_add(1);
    let title = rows.get(at..end)?;
    let all = |may_be: &dyn Fn(&str) -> bool| title.iter().all(|row| may_be(row.span.of(text)));
    let is_above_portion = || {
        // `REF: TARSIS 417` can be the last field of a heading that is quoted.
        portion.starts_with('(') && is_marked(portion) && all(&|line| is_capitalised(line) && !line.contains(": "))
    };
    let is_above_label = || {
        let is_wrapped = more > 0 && title.first().is_some_and(|row| row.span.len() as usize >= wrap::SHORTEST_CUT);
        let is_behind_sentence = || ends_closed(words_above(text, rows, at));
        // Rows that all have a comma are a list of names, or an address.
        let is_list = || all(&|line| line.contains(", "));
        let is_remarked = || {
            let whole = title.first().zip(title.last()).map(|(first, last)| Span::new(first.span.start, last.span.end));
            whole.is_some_and(|whole| ends_with_remark(whole.of(text)))
        };
        let reads_as_title = || all(&is_title) && (all(&is_capitalised) && !is_list() || is_remarked());
        is_wrapped && is_labelled(portion) && is_behind_sentence() && reads_as_title()
    };
    let is_title = is_above_portion() || is_above_label();
    (is_title && !is_value(text, rows, at)).then_some(Heading { rows: at..end, title: at..end })
}

#[cfg(test)]
mod tests {
    use super::alone;
    use crate::body::title::heading::check;
    use crate::interruption::{Interruption, InterruptionKind};
    use crate::{Span, row};

    #[test]
    fn without_rule() {
        check("Text ends here.\n\nThe harbour\n\n¶2. (C) Text.", &["The harbour"]);
        check("Text ends here.\n\nThe harbour\n\n12  (C) Text.", &["The harbour"]);
        check("Text ends here.\nThe harbour\n\n12  (C) Text.", &[]);
        check("Text ends here.\n\nRopes 14\n\n12  (C) Text.", &[]);
        check("Text ends here.\n\nThe harbour\n12  (C) Text.", &[]);
        check("Text goes on and\n\nThe harbour\n\n12  (C) Text.", &[]);
        check("Text ends here.\n\nThe harbour\n\n12  boats.", &[]);
        check("Text ends here.\n\nThe harbour\n\n1998 (C) Text.", &[]);
        check("Text ends here.\n\nxxxxxxxxxxxx on ferries\n\n¶2. (C) Text.", &["xxxxxxxxxxxx on ferries"]);
        check("Text ends here.\n\nThe harbour, but...\n\n¶2. (C) Text.", &["The harbour, but..."]);
        check("Text ends here.\n\n...And the quay\n\n¶2. (C) Text.", &["...And the quay"]);
        check("Text ends here.\n\nWHO CLOSED THE HARBOUR?\n\n¶2. (C) Text.", &["WHO CLOSED THE HARBOUR?"]);
        check("Text ends here.\n\nThe harbour:\n\n¶2. (C) Text.", &["The harbour:"]);
        check("Text ends here.\n\nThe harbour is closed.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nThe \"Old Quay\"\n\n¶2. (C) Text.", &["The \"Old Quay\""]);
        check("Text ends here.\n\n“We Have Boats”\n\n¶2. (C) Text.", &["“We Have Boats”"]);
        check("Text ends here.\n\nThe boats go to the U.S.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nBOATS TO THE U.S.\n\n¶2. (C) Text.", &["BOATS TO THE U.S."]);
        check("Text ends here.\n\nBOATS TO THE U.S.\n¶2. (C) Text.", &[]);
        check("TEXT ENDS HERE.\n\nBOATS TO THE U.S.\n\n¶2. (C) TEXT.", &[]);
        check("Send it to Roe in\n\nTHE U.S.\n\n¶2. (C) Text.", &[]);
        check("They call:\n\nUP WITH LYDDA\n\nDOWN WITH THE U.S.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nANN ROE, M.D.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nANN ROE, U.S.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nDUE AT 9 P.M.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nEND TEXT TO U.S.\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nThe mayor: \"We sail.\"\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nBoats and Ropes;\n\n¶2. (C) Text.", &[]);
        check("Text ends here.\n\nTalks with the Mayor\n\n¶2. (C) Text.", &["Talks with the Mayor"]);
        check("Text ends here.\n\n“We have boats”\n\nOf the Quay”\n\n¶2. (C) Text.", &[]);
        check("(C) SUMMARY\n\n¶1. (C) Text.", &["(C) SUMMARY"]);
        check("Text ends here.\n\nNO STRIKE (YET)\n\n2. (C) Text.", &["NO STRIKE (YET)"]);
        check("Text ends here.\n\nThe boats (and the ferries)\n\n2. (C) Text.", &[]);
        check(
            "Text ends here.\n\nThe Office of the harbour (TOH)\n\n2. (C) Text.",
            &["The Office of the harbour (TOH)"],
        );
        check("Text ends here.\n\nJane Roe (born in Birch)\n\n2. (C) Text.", &["Jane Roe (born in Birch)"]);
        check("Who came?\n\nJane Roe (born in Birch)\n\n2. (C) Text.", &[]);
        check("They met the following.\n\nJane Roe (born in Birch)\n\n2. (C) Text.", &[]);
        check("Jane Roe (Birch)\n\nJohn Doe (born in Birch)\n\n2. (C) Text.", &[]);
        check("(C) It is closed.\n\n¶1. (C) Text.", &[]);
        const JOINED: &str =
            "¶1. (C) This paragraph stands on one line, however long it is, and the title below it on the next.";
        check(&format!("{JOINED}\nAfter the Strike\n\n¶2. (C) Text."), &["After the Strike"]);
        check(&format!("{JOINED}\n2009: After the Strike\n\n¶2. (C) Text."), &["2009: After the Strike"]);
        check(&format!("{JOINED}\nBOATS UNDER WATER?\n\n¶2. (C) Text."), &["BOATS UNDER WATER?"]);
        check(&format!("{JOINED}\nBoats of the port in January\n\n¶2. (C) Text."), &[]);
        check(&format!("{JOINED}\nBoats of the port\n{JOINED}"), &["Boats of the port"]);
        check("Text ends here.\nAfter the Strike\n\n¶2. (C) Text.", &[]);
        check("IT ENDS HERE.\n\nTHE HARBOUR\n\n2. TEXT.\nTHE QUAY\n3. TEXT.", &["THE HARBOUR", "THE QUAY"]);
        check("IT GOES ON\nTHE QUAY\n3. TEXT.", &[]);
        check("It ends. [Detail removed]\nTHE QUAY\n3. Text.", &["THE QUAY"]);
        check("He asked [Name removed]\nTHE QUAY\n3. Text.", &[]);
        check(&format!("{JOINED} [Detail removed]\nTHE QUAY: “BOATS”\n\n{JOINED}"), &["THE QUAY: “BOATS”"]);
        check("IT ENDS HERE.\nEND SUMMARY\nTHE QUAY\n3. TEXT.", &["THE QUAY"]);
        check("IT ENDS HERE.\n\nCOMMENT: THE QUAY IS OLD. END COMMENT\n\n3. TEXT.", &[]);
        check("IT ENDS HERE.\n\nNOTE: THE QUAY IS OLD.\nTHE BAY IS NOT! END NOTE\n\n3. TEXT.", &[]);
        check("IT ENDS HERE.\n\nTHE YEAR END SUMMARY\n\n3. TEXT.", &["THE YEAR END SUMMARY"]);
        check("IT ENDS HERE.\n\nST. LYDDA: WEEK END NOTES\n\n3. TEXT.", &["ST. LYDDA: WEEK END NOTES"]);
        check("BEGIN SUMMARY\n\n1. TEXT.\n\nBEGIN COMMENT:\n\n2. TEXT.", &["BEGIN SUMMARY", "BEGIN COMMENT:"]);
        check("1. TEXT.\n\nBEGIN COMMENT: THE QUAY IS OLD\n\n2. TEXT.\n\nBEGIN TEXT\n\n3. TEXT.", &[]);
        check("Summary\n\n1. Text.\n\nPost Comment\n\n2. Text.", &["Summary", "Post Comment"]);
        check("1. Text of the\n\nComment\n\n2. Text.\n\nComments by minister Roe\n\n3. Text.", &[]);
        check("1. It is closed.\n\nThe Old Quay\n\n2. Text.", &["The Old Quay"]);
        for text in [
            "1. He met these men.\n\nJane Roe\n\nTom Alder\n\n2. Text.",
            "1. It reads: It is shut.\n\nSincerely,\n\nJane Roe\n\n2. Text.",
            "1. He met these men:\n\nJane Roe\n\n2. Text.",
            "1. The following men came.\n\nHarbour Master Roe\n\n2. Text.",
            "1. His letter is quoted.\n\nHe thanks the board.\n\nTrade Minister Jane Roe\n\n2. Text.",
            "1. He wrote: \"It is shut.\"\n\nTrade Minister Jane Roe\n\n2. Text.",
            "1. It is closed.\n\nMinimize Was Considered\n\n2. Text.",
            "1. The score follows here.\n\nLydda Party\n\n2. Quay Party",
            "1. It is closed.\nThe Old Quay\n\n2. Text.",
            "1. It is closed.\n\nThe Old Quay\n2. Text.",
            "1. It is closed.\n\nMonday June 12\n\n2. Text.",
            "1. (C) They are these.\n\nI. Boats\n\nII. Ropes of the Quay\n\n2. (C) Text.",
            "1. (C) It is closed.\n\nThe Old Quay\n\n2. Text.",
        ] {
            check(text, &[]);
        }
        check("1. Text.\n\nBEGIN TEXT\n\n1. Text.\n\nSummary\n\n2. Text.\n\nEND TEXT", &[]);
        check("1. Text.\n\nBEGIN TEXT\n\nText.\n\nEND TEXT.\n\nComment\n\n2. Text.", &["Comment"]);
        check("1. (C) They met.\n\nSummary\n\n1. Roe is new\n\n2. Doe is old\n\n2. (C) Text.", &[]);
        check("1. It says:\n\nComment\n\n2. Text.\n\nSummary\n\n1999 was wet.", &[]);
        check("-- Summary --\n\n1. Text.\n\n== The Quay ==\n\n2. (C) Text.", &["-- Summary --", "== The Quay =="]);
        check("1. Text.\n\n- - The Quay - -\n\n¶2. Text.", &["- - The Quay - -"]);
        check("1. These:\n\n-- The Bay\n\n-- The Quay --\n\n¶2. Text.\n\n-- and so on --\n\n¶3. Text.", &[]);
        check("SUMMARY\n1. TEXT.", &["SUMMARY"]);
        check("ACTION REQUEST:\n1. TEXT.", &["ACTION REQUEST:"]);
        check("LYDDA FOR ROE\nSUMMARY\n1. TEXT.", &[]);
        check("LYDDA FOR ROE\n\n1. TEXT.\n\nTHE FOLLOWING IS ASKED:\n\n1. TEXT.", &[]);
        check("It ends here.\n\nthe following\n\n1. Text.", &[]);
    }

    #[test]
    fn behind_a_page_marker() {
        let check = |above: &str, title: &str, is_title: bool| {
            let text = format!("{above}\n\nMARKER\n\n{title}\n\n¶2. (C) Text.");
            let start = above.len() as u32 + 2;
            let marker = Interruption::between(InterruptionKind::PageMarker, Span::new(start, start + 6));
            let rows = row::rows(&text, Span::new(0, text.len() as u32), &[marker]);
            assert_eq!(alone(&text, &rows, 1).is_some(), is_title, "{text}");
        };
        check("It ends here.", "The boats of the harbour", true);
        check("He said: \"It ends here.\"", "The Boats", true);
        check("It goes on at", "The Boats", false);
        check("It goes on at", "The Boats of the Harbour", false);
        check("They sailed north", "The Boats", false);
        check("They sailed north", "The Boats of the Harbour", true);
        check("They sailed north", "The boats of the harbour", false);
    }

    #[test]
    fn on_two_rows() {
        const FIRST: &str = "Ferries and Fishing Boats: What the Port of Birch Needs";
        check(&format!("It ends here.\n\n{FIRST}\nMost\n\n¶2. (C) Text."), &[&format!("{FIRST}|Most")]);
        check(&format!("It goes on at\n\n{FIRST}\nMost\n\n¶2. (C) Text."), &[]);
        check(&format!("It ends here.\n\n{FIRST}\nmost of all\n\n¶2. (C) Text."), &[]);
        check("It ends here.\n\nJane Roe\nHarbour Office\n\n¶2. (C) Text.", &[]);
        const BORN: &str = "Jane Roe (born in the Upper Harbour (Tarsis),";
        check(
            &format!("It ends here.\n\n{BORN}\nJune 10, 1959, of Birch)\n\n¶2. (C) Text."),
            &[&format!("{BORN}|June 10, 1959, of Birch)")],
        );
        check(&format!("It ends here.\n\n{BORN}\nJune 10, 1959, of Birch\n\n¶2. (C) Text."), &[]);
        const NAME: &str = "Jane Roe, Minister of the Harbours of Birch and Tarsis";
        check(&format!("It ends here.\n\n{NAME}\nJohn Doe, Deputy Minister\n\n¶2. (C) Text."), &[]);
    }

    #[test]
    fn without_number() {
        check("(U) Text ends here.\n\nThe Harbour\n\n(U) Text.", &["The Harbour"]);
        check("(U) Text.\n\nThe Harbour and\nIts Quay\n\n(U) Text.", &["The Harbour and|Its Quay"]);
        check("(U) Text.\n\nThe Harbour\nIts Quay\nIts Ropes\n\n(U) Text.", &[]);
        check("(U) Text ends here.\n\nThe harbour is shut\n\n(U) Text.", &[]);
        check("SUBJECT: BOATS\n\nREF: TARSIS 417\n\n(U) Text.", &[]);
        check("(U) Text ends here.\nThe Harbour\n\n(U) Text.", &[]);
        check("1. Text ends here.\n\nARTICLE IV\n\nText.", &["ARTICLE IV"]);
        check("1. It reads:\n\nARTICLE I\n\n1. Text.", &["ARTICLE I"]);
        check("1. Text ends here.\n\nARTICLE IV is open\n\nText.\nARTICLE V\n\nText.", &[]);
    }
}
