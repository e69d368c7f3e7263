//! An open document: masthead, panels and status line.

use super::body::Body;
use super::find_bar::FindBar;
use super::header_panel::header_panel;
use super::inspector::inspector;
use super::masthead::{band, masthead};
use super::outline::outline;
use super::panel::remark;
use super::quoting::Quoting;
use super::section_panel::section_panel;
use super::status_line::status_line;
use super::term::term_card;
use crate::document::Document;
use crate::fresh::Fresh;
use crate::hooks::{Desk, use_held, use_shortcuts};
use crate::platform;
use crate::state::{Action, At, Goal, Panel, View};
use crate::term_card;
use cable::Role;
use std::rc::Rc;
use yew::prelude::*;

/// The length of a comment, in bytes, that fills a column of the first screen.
const LONG_COMMENT: u32 = 1_500;
const NO_SUMMARY: &str = "No part of this text is marked as its summary.";
const NO_COMMENT: &str = "No part of this text is marked as the post's comment.";
const NEITHER: &str = "No part of this text is marked as its summary or as the post's comment.";

#[derive(PartialEq, Properties)]
pub struct ReaderProps {
    pub document: Rc<Document>,
    /// Whether it is known what else is open.
    pub is_listed: bool,
    /// To the store.
    pub store: Callback<Action>,
    /// Whether the find bar is shown.
    pub finding: bool,
    /// The words it asks for at first.
    pub sought: String,
    /// What the page's address leads to.
    pub at: Fresh<Option<At>>,
}

/// The document. The component holds the view of it, so that another document begins afresh.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let document = &props.document;
    let view = use_reducer(View::default);
    let dispatcher = view.dispatcher();
    let desk = use_memo(props.store.clone(), move |store| Desk {
        store: store.clone(),
        view: Callback::from(move |action| dispatcher.dispatch(action)),
    });
    use_effect_with(props.at.clone(), cloned!([desk], move |at| desk.go_to(at.value.as_ref())));
    // By now the goal and all around it have been drawn.
    use_effect_with(view.led, |led| led.value.into_iter().for_each(lead));
    let desk = &*desk;
    let (hidden, reached) = (view.hidden, view.reached);
    let at = props.at.value.as_ref().map(|at| (at.paragraph, at.marked()));
    // Yew draws the metadata into the head, and takes it away with the document.
    let metadata = platform::head().map(|head| create_portal(metadata(document), head));
    let explain = Callback::from(cloned!([desk], move |index| desk.lead_to(Goal::Term(index))));
    use_held((), move |()| term_card::listen(explain));
    use_shortcuts(document, desk, hidden);
    let has = |role| document.cable.sections_of(role).next().is_some();
    html! {
        <>
            { metadata }
            <FindBar key={props.sought.clone()} {document} {desk} open={props.finding} sought={props.sought.clone()}
                {hidden} />
            <main class="reader" id="main" tabindex="-1">
                { band(document) }
                <div class="columns">
                    { masthead(document, desk) }
                    <div class={classes!("lead", is_lopsided(document).then_some("lead-stacked"))}>
                        if has(Role::Summary) || has(Role::Comment) {
                            { section_panel(document, desk, Panel::Summary, Role::Summary, NO_SUMMARY, hidden) }
                            { section_panel(document, desk, Panel::Comment, Role::Comment, NO_COMMENT, hidden) }
                        } else if document.no_telegram().is_none() {
                            { remark(NEITHER) }
                        }
                    </div>
                    <div class="beside">
                        { header_panel(document, desk) }
                        { outline(document) }
                    </div>
                    <Body {document} {desk} {reached} {at} {hidden} />
                    { inspector(document, desk, *view, props.is_listed) }
                    { status_line(document, desk) }
                </div>
                // On paper, the foot of each page.
                { band(document) }
                <Quoting {document} {desk} />
            </main>
            { term_card() }
        </>
    }
}

/// Shows a goal and moves the keyboard to it.
fn lead(goal: Goal) {
    // Going to an address is already a step, and one who goes from paragraph to paragraph just reads on.
    let reads_on = goal.paragraph().is_some() && platform::paragraph_with_focus().is_some();
    if !reads_on && !matches!(goal, Goal::Quotation(..)) {
        platform::leave_for(&goal.id());
    }
    platform::set_root_data("led", Some(""));
    platform::focus(&goal.id());
    match goal {
        Goal::Quotation(paragraph, units) => platform::show_quoted(Some((paragraph, units))),
        Goal::Panel(_) if platform::is_narrow() => platform::show_from(&goal.id()),
        _ => platform::show(&goal.id()),
    }
}

/// Returns whether the comment is so long, and so much longer than the summary, that half of the page beside it would
/// be empty. Where the summary is the longer one, the comment stays beside it, where it is seen at once.
fn is_lopsided(document: &Document) -> bool {
    let length = |role| -> u32 {
        document.cable.sections_of(role).flat_map(|(_, section)| &section.pieces).map(|piece| piece.len()).sum()
    };
    let (summary, comment) = (length(Role::Summary), length(Role::Comment));
    summary > 0 && comment > LONG_COMMENT && comment / 3 > summary
}

/// What a reference manager reads from the page.
fn metadata(document: &Document) -> Html {
    let metadata = document.metadata().into_iter();
    metadata.map(|(name, content)| html! { <meta {name} {content} /> }).collect()
}
