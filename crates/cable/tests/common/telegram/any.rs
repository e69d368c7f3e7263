//! A strategy for any telegram.

use super::{Level, Paragraph, Part, Telegram};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const LEVELS: [Level; 3] = [
    Level { name: "unclassified", written: "UNCLAS", security: "ZNR UUUUU ZZH" },
    Level { name: "confidential", written: "C O N F I D E N T I A L", security: "ZNY CCCCC ZZH" },
    Level { name: "secret", written: "S E C R E T", security: "ZNY SSSSS ZZH" },
];

const POSTS: [&str; 5] = ["ALDERPORT", "CEDAR BAY", "LARCHFORD", "PORT CALDER", "ELMSTAD"];

const TAGS: [(&str, &str); 8] = [
    ("PREL", "subject"),
    ("PGOV", "subject"),
    ("ECON", "subject"),
    ("EWWT", "subject"),
    ("SENV", "subject"),
    ("KCRM", "program"),
    ("KDEM", "program"),
    ("XG", "geographic"),
];

const CLASSIFIERS: [(&str, &str, &str); 4] = [
    ("Ambassador", "Miriam T. Oakhurst", "OAKHURST"),
    ("DCM", "Ignatius Crowe", "CROWE"),
    ("Consul General", "Barnaby Thistlewood", "THISTLEWOOD"),
    ("Economic Counselor", "Rosalind Tremlett", "TREMLETT"),
];

const WORDS: [&str; 24] = [
    "the",
    "harbor",
    "council",
    "met",
    "with",
    "every",
    "pilot",
    "on",
    "board",
    "and",
    "said",
    "that",
    "ferry",
    "bread",
    "lamp",
    "would",
    "not",
    "open",
    "before",
    "winter",
    "(ref A)",
    "septel",
    "\"in good time\"",
    "2003",
];

const OPENINGS: [&str; 6] = ["The", "He", "Post", "Farmers", "Nobody", "Later"];

const SUBJECT: [&str; 10] =
    ["HARBOR", "COUNCIL'S", "BREAD", "LAMP", "AND", "FERRY:", "WINTER", "QUAY", "PILOTS", "NORTHERN"];

const TITLES: [&str; 3] = ["The Quay in Winter", "Bread and Ferries", "A Second Boat"];

prop_compose! {
    fn words()(opening in select(&OPENINGS[..]), rest in prop::collection::vec(select(&WORDS[..]), 4..24))
        -> Vec<&'static str>
    {
        [opening].into_iter().chain(rest).collect()
    }
}

prop_compose! {
    fn paragraph(part: Part)(
        mark in select(vec!["(U)", "(SBU)", "(C)", "(C/NF)", "(S)", "(S/NF)"]),
        sentences in prop::collection::vec(words(), 1..5),
        note in prop::option::weighted(0.2, words()),
        titled in prop::option::weighted(0.2, select(&TITLES[..])),
    ) -> Paragraph {
        let part = if part == Part::Plain { titled.map_or(part, Part::Titled) } else { part };
        Paragraph { mark, part, sentences, note }
    }
}

fn form(kind: &'static str) -> impl Strategy<Value = Part> {
    select(vec![Part::Inline(kind), Part::Headed(kind)])
}

fn body() -> impl Strategy<Value = Vec<Paragraph>> {
    let summary = form("summary").prop_flat_map(paragraph);
    let comment = form("comment").prop_flat_map(paragraph);
    (prop::option::of(summary), prop::collection::vec(paragraph(Part::Plain), 1..14), prop::option::of(comment))
        .prop_map(|(summary, plain, comment)| summary.into_iter().chain(plain).chain(comment).collect())
}

prop_compose! {
    /// Any telegram.
    pub fn telegram()(
        level in select(&LEVELS[..]),
        post in select(&POSTS[..]),
        number in 40u32..20_000,
        time in (2005u16..2010, 1u8..13, 1u8..29, 0u8..24, 0u8..60),
        precedence in select(vec![("R", "routine"), ("P", "priority"), ("O", "immediate")]),
        serial in 0u32..10_000,
        captions in subsequence(vec!["SIPDIS", "NOFORN", "SENSITIVE"], 0..3),
        tags in subsequence(TAGS.to_vec(), 1..8),
        subject in prop::collection::vec(select(&SUBJECT[..]), 2..14),
        references in prop::collection::vec((select(&POSTS[..]), 1u32..40), 0..4),
        (classifier, reasons) in (select(&CLASSIFIERS[..]), subsequence(vec!['b', 'c', 'd'], 1..3)),
        (paragraphs, sections) in (body(), 2u32..5),
    ) -> Telegram {
        Telegram {
            level, post, number, time, precedence, serial, captions, tags, subject, references, classifier, reasons,
            paragraphs, sections,
        }
    }
}
