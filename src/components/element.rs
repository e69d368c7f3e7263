//! Elements that have no more than a class, and one thing in them, made in one place: each that is written out is some
//! hundred bytes more of the program.

use yew::prelude::*;
use yew::virtual_dom::VText;

/// An element of this name and class around its content; without a class where that is empty.
pub fn element(name: &'static str, class: &'static str, content: Html) -> Html {
    html! { <@{name} {class}>{ content }</@> }
}

/// One around words of the page, which are no text of a document.
pub fn worded(name: &'static str, class: &'static str, said: impl Into<AttrValue>) -> Html {
    element(name, class, text(said))
}

/// Words of the page alone.
pub fn text(said: impl Into<AttrValue>) -> Html {
    VText::new(said).into()
}

/// A term and what is said of it, in a list of these.
pub fn pair(term: Html, class: &'static str, said: Html) -> Html {
    let (term, said) = (element("dt", "", term), element("dd", class, said));
    element("div", "", Html::from_iter([term, said]))
}
