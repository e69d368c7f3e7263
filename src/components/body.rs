//! Body: every paragraph in order, the signature, or the plain text of what is no telegram.

use super::panel::{Panel, remark};
use super::paragraph::paragraph;
use super::show_more::show_more;
use super::shown::shown;
use super::source_group::SourceGroup;
use crate::document::Document;
use crate::hooks::{Desk, use_more, use_printing};
use crate::platform;
use crate::reading::places::Place;
use crate::reading::{plain, source, words};
use std::rc::Rc;
use yew::prelude::*;

/// Paragraphs in a group that is laid out only when it comes near the screen.
const GROUP: usize = 10;
/// Paragraphs from which on groups are worth their guessed heights.
const LONG: usize = 40;
/// Paragraphs shown at once. The longest real telegrams have a fifth of them.
const SHOWN_AT_ONCE: usize = 1_000;
/// Groups of lines shown at once of a text that is no telegram: some 256 KB.
const PLAIN_AT_ONCE: usize = 32;

#[derive(PartialEq, Properties)]
pub struct BodyProps {
    pub document: Rc<Document>,
    pub desk: Desk,
    /// Paragraphs that are shown at least.
    #[prop_or_default]
    pub reached: usize,
}

/// The panel.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let BodyProps { document, desk, reached } = props;
    let total = document.cable.paragraphs.len();
    let more = use_more(total, SHOWN_AT_ONCE, *reached);
    let printing = use_printing();
    // Also what has only just been drawn for the paper.
    use_effect_with((printing, more.shown), |&(printing, _)| platform::unfold(printing));
    let why = document.no_telegram().map(remark);
    if !document.has_paragraphs() {
        return Panel::new("Body").around(html! {
            <>
                { why }
                { remark("The text is shown as it stands.") }
                <PlainText {document} {desk} />
            </>
        });
    }
    let text = document.clone();
    let copy = desk.copying("Body", move || plain::body(&text.cable, text.text()));
    let aside = words::count(total, "paragraph", "paragraphs");
    Panel::new("Body").aside(Some(aside)).copy(copy).around(html! {
        <>
            { why }
            if total == 0 {
                { remark("This telegram has no text behind its header.") }
            }
            for from in (0..more.shown).step_by(GROUP) {
                <Group key={from} {document} {desk} {from} to={(from + GROUP).min(more.shown)} is_long={total > LONG} />
            }
            { show_more(&more, more.shown, total, "paragraphs") }
            { signature(document, desk) }
        </>
    })
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    document: Rc<Document>,
    desk: Desk,
    from: usize,
    to: usize,
    /// Whether it is one of many.
    is_long: bool,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    html! {
        <div class={props.is_long.then_some("body-group")}>
            { for (props.from..props.to).map(|index| paragraph(&props.document, &props.desk, index)) }
        </div>
    }
}

fn signature(document: &Document, desk: &Desk) -> Html {
    let names = document.cable.signature.iter().enumerate().map(|(index, signer)| {
        html! {
            <button type="button" class="entry signer" id={Place::Signature(index).id()}
                title="Signed; show in the source" onclick={desk.choosing(signer.raw)}>
                { shown(&signer.value) }
            </button>
        }
    });
    html! { <div class="signature">{ for names }</div> }
}

#[component]
fn PlainText(props: &BodyProps) -> Html {
    let document = &props.document;
    let groups = use_memo(document.clone(), |document| source::groups(document.text(), document.cable.span));
    let more = use_more(groups.len(), PLAIN_AT_ONCE, 0);
    let groups = &groups[..more.shown];
    let stretch = document.cable.span;
    let end = groups.last().map_or(0, |group| group.end - stretch.start);
    html! {
        <>
            <pre class="plain-text" tabindex="0" aria-label="The text as it stands">
                for &group in groups {
                    <SourceGroup key={group.start} {document} {group} plain=true />
                }
            </pre>
            { show_more(&more, end as usize, stretch.len() as usize, "bytes") }
        </>
    }
}
