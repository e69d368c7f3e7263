//! Text of a document, with every control character in it shown and not obeyed.

use crate::reading::visible::{Stretch, stretches, symbol};
use yew::prelude::*;

/// The text. A control character stays in it, so that copying gives it back, but inside an element that isolates it and
/// whose style shows its symbol.
pub fn shown(text: &str) -> Html {
    let stretches = stretches(text);
    if let [Stretch::Plain(plain)] = stretches.as_slice() {
        return html! { { *plain } };
    }
    stretches
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Plain(plain) => html! { { plain } },
            Stretch::Control(written, c) => {
                let symbol = symbol(c);
                let label = format!("control character {symbol}");
                html! { <span class="control" role="img" aria-label={label} data-symbol={symbol}>{ written }</span> }
            }
        })
        .collect()
}
