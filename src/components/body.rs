//! Body: every paragraph in order and the signature, or the plain text of something that is not a telegram.

use super::button::{Says, made};
use super::element::element;
use super::hidden_line::hidden_line;
use super::panel::{Frame, remark};
use super::paragraph::{Manner, paragraph};
use super::portion_filter::portion_filter;
use super::shown::shown;
use super::source_group::SourceGroup;
use crate::document::Document;
use crate::hooks::{Desk, use_near};
use crate::platform::near::Scrolled;
use crate::reading::outline::{heading, parted};
use crate::reading::places::{Place, heading_id};
use crate::reading::portions::Portions;
use crate::reading::{plain, words};
use crate::state::Panel;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The number of paragraphs in a group, which is laid out only when it comes near the screen.
const GROUP: usize = 10;
/// The number of paragraphs from which groups are worth their guessed heights.
const LONG: usize = 40;
/// Up to this many groups are all drawn, so that the browser's own search and selection reach the whole text: a
/// thousand paragraphs, five times as many as the longest real telegrams have.
const DRAWN_AT_ONCE: usize = 100;
/// The number of line groups drawn at once for a text that is not a telegram: some 256 KB.
const PLAIN_AT_ONCE: usize = 8;

#[derive(PartialEq, Properties)]
pub struct BodyProps {
    pub document: Rc<Document>,
    pub desk: Desk,
    /// The paragraph that a hit or a link led to.
    pub reached: Option<usize>,
    /// The paragraph that the page's address leads to, and the stretch of it that is marked, in UTF-16 units.
    pub at: Option<(usize, [u32; 2])>,
    /// The portions that are hidden.
    pub hidden: Portions,
}

/// The panel.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let &BodyProps { ref document, ref desk, reached, at, hidden } = props;
    let total = document.cable.paragraphs.len();
    let near = use_near(total.div_ceil(GROUP), DRAWN_AT_ONCE, Scrolled::Page, hidden);
    if !document.has_paragraphs() {
        return Frame::of(Panel::Body).around(html! { <PlainText {document} /> });
    }
    let text = document.clone();
    let copy = desk.copying("Body", move || plain::body(&text.filter(hidden, None), text.text()));
    let aside = words::count(total, "paragraph", "paragraphs");
    // Where nothing is hidden, a step to another paragraph changes nothing in a group.
    let reached = |range: &Range<usize>| reached.filter(|one| !hidden.is_empty() || range.contains(one));
    let group = |part: usize| {
        let range = part * GROUP..total.min((part + 1) * GROUP);
        let reached = reached(&range);
        let at = at.filter(|(at, _)| range.contains(at));
        let is_drawn = near.draws(part) || reached.is_some_and(|to| range.contains(&to)) || at.is_some();
        // A group with nothing to show has no height to guess.
        let is_empty = !hidden.is_empty() && {
            let filter = document.filter(hidden, reached);
            range.clone().all(|index| filter.hides(index) && filter.run(index).is_none() && !is_headed(document, index))
        };
        let class = match (is_empty, is_drawn) {
            (true, _) => None,
            (false, false) => Some("body-group undrawn"),
            (false, true) => (total > LONG).then_some("body-group"),
        };
        html! {
            <div key={part} {class} data-part={part.to_string()}>
                if is_drawn {
                    <Group {document} {desk} from={range.start} to={range.end} {hidden} {reached} {at} />
                }
            </div>
        }
    };
    Frame::of(Panel::Body).aside(Some(aside)).copy(copy).around(html! {
        <>
            { portion_filter(document, desk, hidden) }
            if total == 0 {
                { remark("This telegram has no text behind its header.") }
            }
            <div ref={near.list.clone()}>{ for (0..total.div_ceil(GROUP)).map(group) }</div>
            { signature(document, desk) }
        </>
    })
}

fn is_headed(document: &Document, paragraph: usize) -> bool {
    document.cable.paragraphs.get(paragraph).is_some_and(|paragraph| !paragraph.heading.is_empty())
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    document: Rc<Document>,
    desk: Desk,
    from: usize,
    to: usize,
    hidden: Portions,
    reached: Option<usize>,
    at: Option<(usize, [u32; 2])>,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let &GroupProps { ref document, ref desk, from, to, hidden, reached, at } = props;
    let filter = document.filter(hidden, reached);
    let one = |index: usize| {
        let heading = document.cable.paragraphs.get(index).map(|paragraph| heading(paragraph, document.text()));
        let at = at.filter(|&(at, _)| at == index).map(|(_, marked)| marked);
        let manner = Manner { at, all_the_same: filter.shows_all_the_same(index) };
        html! {
            <>
                if let Some(heading) = heading.filter(|heading| !heading.is_empty()) {
                    <h3 class="body-heading" id={heading_id(index)}>{ marked(&heading) }</h3>
                }
                if let Some(run) = filter.run(index) {
                    { hidden_line(desk, run, index) }
                } else if !filter.hides(index) {
                    { paragraph(document, desk, index, manner) }
                }
            </>
        }
    };
    html! { <>{ for (from..to).map(one) }</> }
}

/// A heading, with its portion mark set as a label.
fn marked(heading: &str) -> Html {
    let (mark, title) = parted(heading);
    Html::from_iter([element("span", "heading-mark", shown(mark)), shown(title)])
}

fn signature(document: &Document, desk: &Desk) -> Html {
    let names = document.cable.signature.iter().enumerate().map(|(index, signer)| {
        let (id, title) = (Some(Place::Signature(index).id().into()), Some("Signed; show in the source".into()));
        made("entry signer", shown(&signer.value), Says { id, title, ..Says::default() }, desk.choosing(signer.raw))
    });
    element("div", "signature", names.collect())
}

#[derive(PartialEq, Properties)]
struct PlainTextProps {
    document: Rc<Document>,
}

#[component]
fn PlainText(props: &PlainTextProps) -> Html {
    let document = &props.document;
    let groups = &document.groups;
    let near = use_near(groups.len(), PLAIN_AT_ONCE, Scrolled::List, ());
    html! {
        <pre class="plain-text" tabindex="0" role="group" aria-label="The text as it stands" ref={near.list.clone()}>
            for (part, &group) in groups.iter().enumerate() {
                <SourceGroup key={part} {document} {group} {part} is_drawn={near.draws(part)} plain=true />
            }
        </pre>
    }
}
