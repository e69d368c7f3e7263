//! Telegrams made of known values: the parse must give those values back, in every layout.

mod common;

use common::meaning::{contains, meaning};
use common::telegram::Telegram;
use common::telegram::any::telegram;
use common::telegram::write::{Labels, Layout, PLAIN};
use proptest::prelude::*;

/// Checks that the text says what the telegram's values are, and keeps the guarantees.
fn check(telegram: &Telegram, layout: Layout) -> Result<(), TestCaseError> {
    let text = telegram.write(layout);
    let cables: Vec<_> = cable::cables(&text).collect();
    prop_assert_eq!(cable::guarantee::violations(&text, &cables), Vec::<String>::new(), "{}", text);
    let got = meaning(&text);
    prop_assert_eq!(got.len(), 1, "{}", text);
    if let Err(difference) = contains(&got[0], &telegram.expected()) {
        prop_assert!(false, "{difference}\n\n{text}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn pilcrows(telegram in telegram()) {
        check(&telegram, PLAIN)?;
    }

    #[test]
    fn plain_numbers(telegram in telegram()) {
        check(&telegram, Layout { labels: Labels::Plain, ..PLAIN })?;
    }

    #[test]
    fn markdown_residue(telegram in telegram()) {
        check(&telegram, Layout { labels: Labels::Markdown, ..PLAIN })?;
    }

    #[test]
    fn lost_anchors(telegram in telegram()) {
        check(&telegram, Layout { labels: Labels::LostAnchors, ..PLAIN })?;
    }

    #[test]
    fn other_widths(telegram in telegram(), width in 45usize..90) {
        check(&telegram, Layout { width: Some(width), ..PLAIN })?;
    }

    #[test]
    fn one_line_a_paragraph(telegram in telegram()) {
        check(&telegram, Layout { width: None, ..PLAIN })?;
    }

    #[test]
    fn page_markers_inside_sentences(telegram in telegram(), one_line: bool) {
        let width = if one_line { None } else { PLAIN.width };
        check(&telegram, Layout { page_markers: true, width, ..PLAIN })?;
    }

    #[test]
    fn blank_lines_inside_sentences(telegram in telegram(), one_line: bool) {
        let width = if one_line { None } else { PLAIN.width };
        check(&telegram, Layout { blank_lines: true, width, ..PLAIN })?;
    }

    #[test]
    fn glued_signatures(telegram in telegram()) {
        check(&telegram, Layout { glued_signature: true, ..PLAIN })?;
    }

    #[test]
    fn everything_at_once(telegram in telegram()) {
        let layout = Layout {
            labels: Labels::LostAnchors, width: None, page_markers: true, blank_lines: true, glued_signature: true,
        };
        check(&telegram, layout)?;
    }
}
