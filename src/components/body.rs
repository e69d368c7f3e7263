//! Body: every paragraph in order, the signature, or the plain text of what is no telegram.

use super::panel::Panel;
use super::paragraph::BodyParagraph;
use super::show_more::ShowMore;
use super::shown::shown;
use super::source_group::SourceGroup;
use crate::document::Document;
use crate::hooks::{use_desk, use_more};
use crate::reading::places::Place;
use crate::reading::{plain, source, words};
use std::rc::Rc;
use yew::prelude::*;

/// Paragraphs in a group that is laid out only when it comes near the screen.
const GROUP: usize = 10;
/// Paragraphs from which on groups are worth their guessed heights.
const LONG: usize = 40;
/// Paragraphs shown at once. The longest real telegram has a tenth of them.
const SHOWN_AT_ONCE: usize = 2_000;
/// Groups of lines shown at once of a text that is no telegram: about 256 KB.
const PLAIN_AT_ONCE: usize = 32;

#[derive(PartialEq, Properties)]
pub struct BodyProps {
    pub document: Rc<Document>,
}

/// The panel.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let document = &props.document;
    let total = document.cable.paragraphs.len();
    let more = use_more(total, SHOWN_AT_ONCE, 0);
    let why = document.no_telegram().map(|sentence| html! { <p class="remark">{ sentence }</p> });
    if !document.has_paragraphs() {
        return html! {
            <Panel name="Body">
                { why }
                <p class="remark">{ "The text is shown as it stands." }</p>
                <PlainText document={document.clone()} />
            </Panel>
        };
    }
    let text = {
        let document = document.clone();
        Callback::from(move |()| plain::body(&document.cable, document.text()))
    };
    let groups = (0..more.shown).step_by(GROUP).map(|from| {
        let to = (from + GROUP).min(more.shown);
        html! { <Group key={from} document={document.clone()} {from} {to} is_long={total > LONG} /> }
    });
    html! {
        <Panel name="Body" aside={words::count(total, "paragraph", "paragraphs")} {text}>
            { why }
            if total == 0 {
                <p class="remark">{ "This telegram has no text behind its header." }</p>
            }
            { for groups }
            <ShowMore {more} what="paragraphs" />
            <Signature document={document.clone()} />
        </Panel>
    }
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    document: Rc<Document>,
    from: usize,
    to: usize,
    /// Whether it is one of many.
    is_long: bool,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    html! {
        <div class={props.is_long.then_some("body-group")}>
            for index in props.from..props.to {
                <BodyParagraph key={index} document={props.document.clone()} {index} />
            }
        </div>
    }
}

#[component]
fn Signature(props: &BodyProps) -> Html {
    let desk = use_desk();
    let names = props.document.cable.signature.iter().enumerate().map(|(index, signer)| {
        let (desk, span) = (desk.clone(), signer.raw);
        let onclick = Callback::from(move |_: MouseEvent| desk.choose(span));
        html! {
            <button type="button" class="entry signer" id={Place::Signature(index).id()} title="Signed; show in the source" {onclick}>
                { shown(&signer.value) }
            </button>
        }
    });
    html! { <div class="signature">{ for names }</div> }
}

#[component]
fn PlainText(props: &BodyProps) -> Html {
    let document = &props.document;
    let groups = use_memo(document.clone(), |document| source::groups(document.text()));
    let more = use_more(groups.len(), PLAIN_AT_ONCE, 0);
    html! {
        <>
            <pre class="plain-text" tabindex="0" aria-label="The text as it stands">
                for &group in groups.iter().take(more.shown) {
                    <SourceGroup key={group.start} document={document.clone()} {group} plain=true />
                }
            </pre>
            <ShowMore {more} what="stretches of text" />
        </>
    }
}
