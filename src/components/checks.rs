//! Checks: what agrees, what was repaired, what is missing, each with its places.

use super::button::{Says, made};
use super::element::element;
use super::panel::{Frame, remark};
use super::shown::shown;
use crate::document::Document;
use crate::hooks::Desk;
use crate::reading::findings::{Finding, FoundAt, Tone, tally};
use crate::reading::{plain, words};
use crate::state::{Panel, Tab};
use std::rc::Rc;
use yew::prelude::*;

/// The most places listed for one finding.
const LISTED: usize = 50;

/// The panel.
pub fn checks(document: &Rc<Document>, desk: &Desk) -> Html {
    let findings = &document.findings;
    if findings.is_empty() {
        return Frame::of(Panel::Tab(Tab::Checks))
            .around(remark("There was nothing to compare and nothing to repair."));
    }
    let text = document.clone();
    let copy = desk.copying("Checks", move || plain::findings(&text.findings));
    let list = findings.iter().enumerate().map(|(index, finding)| one(index, finding, desk)).collect();
    Frame::of(Panel::Tab(Tab::Checks)).aside(Some(tally(findings))).copy(copy).around(element("ul", "findings", list))
}

fn one(index: usize, finding: &Finding, desk: &Desk) -> Html {
    let class = match finding.tone {
        Tone::Holds => "finding finding-holds",
        Tone::Repaired => "finding finding-repaired",
        Tone::Contradiction => "finding finding-contradiction",
        Tone::Absent => "finding finding-absent",
    };
    let rest = finding.spots.len().saturating_sub(LISTED);
    html! {
        <li {class}>
            <span class="finding-symbol" aria-hidden="true">{ finding.tone.symbol() }</span>
            <div>
                <p>
                    <span class="visually-hidden">{ finding.tone.word() }{ ": " }</span>
                    { shown(&finding.sentence) }
                </p>
                <p class="found-at">
                    { for finding.spots.iter().take(LISTED).enumerate().map(|(at, one)| spot(index, at, one, desk)) }
                    if rest > 0 {
                        { words::count(rest, "more place", "more places") }
                    }
                </p>
            </div>
        </li>
    }
}

fn spot(finding: usize, at: usize, spot: &FoundAt, desk: &Desk) -> Html {
    let id = ["found-", &finding.to_string(), "-", &at.to_string()].concat();
    let class = if spot.is_written { "entry spot spot-written" } else { "entry spot" };
    let says = Says { id: Some(id.into()), ..Says::leads_to_source() };
    made(class, shown(&spot.detail), says, desk.choosing(spot.span))
}
