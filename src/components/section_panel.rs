//! Summary and Comment: the sections of their kind, wherever they are in the body.

use super::button::quiet_named;
use super::hidden_line::hidden_line;
use super::panel::{Frame, remark};
use super::prose::Prose;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::plain::{self, by_paragraph};
use crate::reading::portions::Portions;
use crate::state::Panel;
use cable::{Role, Span};
use std::rc::Rc;
use yew::prelude::*;

/// The most parts of one panel that are shown; no telegram has more than a few.
const SHOWN: usize = 100;

/// The panel for the sections of one role; `without` is its sentence where there are none.
pub fn section_panel(
    document: &Rc<Document>,
    desk: &Desk,
    panel: Panel,
    role: Role,
    without: &'static str,
    hidden: Portions,
) -> Html {
    let sections = document.cable.sections_of(role);
    let parts: Vec<_> = sections.flat_map(|(_, section)| by_paragraph(&document.cable, section)).take(SHOWN).collect();
    let Some(span) = parts.iter().flat_map(|(_, pieces)| pieces).copied().reduce(Span::cover) else {
        return Frame::of(panel).around(remark(without));
    };
    let (text, name) = (document.clone(), panel.name());
    let copy = desk.copying(name, move || plain::sections(&text.filter(hidden, None), text.text(), role));
    let controls = quiet_named("Show source", format!("Show source of {name}"), desk.choosing(span));
    let aside = from_paragraphs(document, &parts);
    let filter = document.filter(hidden, None);
    let prose = parts.into_iter().map(|(paragraph, pieces)| match paragraph.and_then(|index| filter.one(index)) {
        Some(hidden) => hidden_line(desk, hidden, paragraph.unwrap_or_default()),
        None => html! { <Prose {document} {desk} {pieces} {paragraph} /> },
    });
    Frame::of(panel).aside(aside).copy(copy).controls(controls).around(prose.collect())
}

/// `paragraph 5`, `paragraphs 1–3 and 6`, where the paragraphs have numbers.
fn from_paragraphs(document: &Document, parts: &[(Option<usize>, Vec<Span>)]) -> Option<String> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (paragraph, _) in parts {
        let Some(number) = document.cable.paragraphs.get((*paragraph)?)?.number else { continue };
        match runs.last_mut() {
            Some((_, last)) if (*last..=*last + 1).contains(&number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let is_one = matches!(runs.as_slice(), [(first, last)] if first == last);
    let run = |&(first, last): &(u32, u32)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    let runs: Vec<String> = runs.iter().map(run).collect();
    let (last, others) = runs.split_last()?;
    let others = others.join(", ");
    let and = if others.is_empty() { "" } else { " and " };
    Some([if is_one { "paragraph " } else { "paragraphs " }, &others, and, last].concat())
}
