//! Checks: what agrees, what was repaired, what is missing, each with its places.

use super::panel::Panel;
use super::shown::shown;
use crate::document::Document;
use crate::hooks::use_desk;
use crate::reading::findings::{Finding, FoundAt, tally};
use crate::reading::{plain, words};
use std::rc::Rc;
use yew::prelude::*;

/// Places listed for one finding.
const LISTED: usize = 50;

#[derive(PartialEq, Properties)]
pub struct ChecksProps {
    pub document: Rc<Document>,
}

/// The panel.
#[component]
pub fn Checks(props: &ChecksProps) -> Html {
    let findings = &props.document.findings;
    let text = {
        let document = props.document.clone();
        Callback::from(move |()| plain::findings(&document.findings))
    };
    html! {
        <Panel name="Checks" aside={tally(findings)} {text}>
            if findings.is_empty() {
                <p class="remark">{ "There was nothing to compare and nothing to repair." }</p>
            } else {
                <ul class="findings">
                    for finding in findings {
                        <li class={classes!("finding", tone_class(finding))}>
                            <span class="finding-symbol" aria-hidden="true">{ finding.tone.symbol() }</span>
                            <div>
                                <p>
                                    <span class="visually-hidden">{ format!("{}: ", finding.tone.word()) }</span>
                                    { shown(&finding.sentence) }
                                </p>
                                <p class="found-at">
                                    for spot in finding.spots.iter().take(LISTED) {
                                        <Spot spot={spot.clone()} />
                                    }
                                    if finding.spots.len() > LISTED {
                                        { words::count(finding.spots.len() - LISTED, "more place", "more places") }
                                    }
                                </p>
                            </div>
                        </li>
                    }
                </ul>
            }
        </Panel>
    }
}

fn tone_class(finding: &Finding) -> &'static str {
    use crate::reading::findings::Tone;
    match finding.tone {
        Tone::Holds => "finding-holds",
        Tone::Repaired => "finding-repaired",
        Tone::Contradiction => "finding-contradiction",
        Tone::Absent => "finding-absent",
    }
}

#[derive(PartialEq, Properties)]
struct SpotProps {
    spot: FoundAt,
}

#[component]
fn Spot(props: &SpotProps) -> Html {
    let desk = use_desk();
    let span = props.spot.span;
    let onclick = Callback::from(move |_: MouseEvent| desk.choose(span));
    html! { <button type="button" class="entry spot" title="Show in the source" {onclick}>{ shown(&props.spot.detail) }</button> }
}
