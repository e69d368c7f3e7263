use crate::hold::{hold, leads_back};

/// Any saved page: every offset of the decoded text leads back into the page, in order and between characters.
pub fn html(data: &[u8]) {
    let input = String::from_utf8_lossy(data);
    page(&input);
    // The archive's own form, so that what is inside counts and not how the page begins.
    page(&format!("<html><code><pre>{input}</pre></code>"));
}

fn page(page: &str) {
    let reading = cable::read(page);
    hold(&reading.text);
    leads_back(page, &reading);
}
