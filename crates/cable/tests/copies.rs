//! Telegrams made of known values, in every kind of copy: each copy gives back the values that it holds.

mod common;

use common::meaning::{contains, meaning};
use common::telegram::Telegram;
use common::telegram::any::telegram;
use common::telegram::write::{Labels, Layout, PLAIN};
use proptest::prelude::*;
use serde_json::Value;

/// The layout of copies other than transmissions: plain numbers.
const NUMBERED: Layout = Layout { labels: Labels::Plain, ..PLAIN };

/// Checks that the copy holds the telegrams, in this order, as far as `keys` go; no keys mean all that the telegrams
/// determine.
fn check(copy: &str, telegrams: &[&Telegram], keys: &[&str]) -> Result<(), TestCaseError> {
    let reading = cable::read(copy);
    let violations = cable::guarantee::violations(&reading.text, &reading.cables);
    prop_assert_eq!(violations, Vec::<String>::new(), "{}", copy);
    let got = meaning(copy);
    prop_assert_eq!(got.len(), telegrams.len(), "{}", copy);
    for (got, telegram) in got.iter().zip(telegrams) {
        let mut expected = telegram.expected();
        if let Value::Object(fields) = &mut expected {
            fields.retain(|key, _| keys.is_empty() || keys.contains(&key.as_str()));
        }
        if let Err(difference) = contains(got, &expected) {
            prop_assert!(false, "{difference}\n\n{copy}");
        }
    }
    Ok(())
}

/// What a labelled print says about a telegram: it has no envelope, no classifier and no reasons.
const PRINTED: [&str; 12] = [
    "mrn",
    "post",
    "number",
    "date",
    "captions",
    "tags",
    "subject",
    "summary",
    "comment",
    "sections",
    "paragraphs",
    "signature",
];

proptest! {
    #[test]
    fn saved_pages(telegram in telegram()) {
        check(&telegram.page(PLAIN), &[&telegram], &[])?;
    }

    #[test]
    fn rows_of_the_dump(a in telegram(), b in telegram()) {
        check(&(a.row(PLAIN) + &b.row(NUMBERED)), &[&a, &b], &[])?;
    }

    #[test]
    fn labelled_prints(telegram in telegram()) {
        check(&telegram.print(NUMBERED), &[&telegram], &PRINTED)?;
    }

    #[test]
    fn concatenations(a in telegram(), b in telegram()) {
        prop_assume!(a.name() != b.name());
        check(&(a.write(PLAIN) + "\n" + &b.write(NUMBERED)), &[&a, &b], &[])?;
    }

    #[test]
    fn mailboxes(a in telegram(), b in telegram()) {
        let mailbox = [&a, &b].map(|telegram| format!("From {}\n{}\n", telegram.name(), telegram.write(NUMBERED)));
        check(&mailbox.concat(), &[&a, &b], &[])?;
    }
}
