//! Twice the text takes at most twice the work, whatever the text. Hostile texts are read in two lengths, and their
//! instructions counted.
//!
//! `RUNS=100000 SEED=7 cargo test -p cable-fuzz --test linear search` looks further than a test run does.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

mod work;

use cable_fuzz::{literals::literals, random::Random};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use work::Meter;

/// Bytes of the shorter text; the longer lengths are tried if it is too short to tell.
const LENGTHS: [usize; 3] = [600, 4_000, 16_000];

/// The longest of them: texts known to be hard are not tried at a shorter length first.
const LONGEST: [usize; 1] = [16_000];

/// Doubling the added text may multiply its work by at most this; the room above two is for lists that grow by
/// doubling.
const MOST: f64 = 2.1;

static METER: LazyLock<Meter> = LazyLock::new(Meter::new);

/// A sound header up to the field that holds the harmful text.
const HEADER: &str = "VZCZCXRO0417\nRR RUEHAB\nDE RUEHXY #0417/01 0061130\nZNY CCCCC ZZH\nR 061130Z JAN 09\n\
    FM AMEMBASSY TARSIS\nTO RUEHC/SECSTATE WASHDC 0417\n\nC O N F I D E N T I A L SECTION 01 OF 02 TARSIS 000417\n\n\
    SIPDIS\n\nE.O. 12958: DECL: 01/05/2019\n";

/// A text of any length: its beginning, and what is repeated.
#[derive(Debug)]
struct Hostile {
    before: String,
    /// In a block, this stands for a word that differs each time.
    word: Option<&'static str>,
    /// Each is repeated separately, one behind the other.
    blocks: Vec<String>,
}

impl Hostile {
    fn new(before: &str, unit: String) -> Self {
        Self { before: before.to_owned(), word: None, blocks: vec![unit] }
    }

    /// As `new`, with another word for `QQQQ` in each repetition of the unit.
    fn different(before: &str, unit: &str) -> Self {
        Self { word: Some("QQQQ"), ..Self::new(before, unit.to_owned()) }
    }

    fn of(&self, len: usize) -> String {
        let each = len / self.blocks.len();
        let blocks = self.blocks.iter().map(|unit| unit.repeat(each.div_ceil(unit.len().max(1))));
        let text = blocks.collect::<String>();
        let Some(word) = self.word else { return self.before.clone() + &text };
        let mut number = 0;
        text.split(word).fold(self.before.clone(), |text, between| {
            number += 1;
            text + &letters(number - 1) + between
        })
    }

    /// How much more work the second doubling of `short` bytes adds than the first. Work that any text takes would hide
    /// what grows in a short text, and neither difference contains it.
    fn growth(&self, short: usize) -> f64 {
        let [once, twice, four_times] = [1, 2, 4].map(|times| METER.instructions(&self.of(times * short)) as f64);
        (four_times - twice) / (twice - once)
    }

    /// How much the growth exceeds the limit at each of `lengths`. A look ahead of a fixed number of rows still grows
    /// in a short text, but not in a long one.
    fn excess(&self, lengths: &[usize]) -> Option<f64> {
        let mut growth = None;
        for &len in lengths {
            growth = Some(self.growth(len)).filter(|growth| *growth > MOST);
            growth?;
        }
        growth
    }
}

/// A word of four letters for each number; an empty one for 0.
fn letters(number: usize) -> String {
    let letter = |place: usize| char::from(b'A' + (number / 26usize.pow(place as u32) % 26) as u8);
    (0..4).rev().filter(|_| number > 0).map(letter).collect()
}

/// Fails with those of `hostile` that take more work than they may, worst first.
#[track_caller]
fn check(hostile: Vec<Hostile>) {
    check_at(&LENGTHS, hostile);
}

#[track_caller]
fn check_at(lengths: &[usize], hostile: Vec<Hostile>) {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(|| {
                while let Some(text) = hostile.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(growth) = text.excess(lengths) {
                        found.lock().unwrap().push((growth, text));
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let shown: String = found.iter().map(|(growth, text)| format!("{growth:.3} {text:?}\n")).collect();
    assert!(found.is_empty(), "{} of {} texts:\n{shown}", found.len(), hostile.len());
}

/// What brackets, labels, rules and line ends are made of, in addition to the words in the parser's source.
const SIGNS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "[1](#)",
    "](#)",
    "¶",
    "¶1. ",
    "1. ",
    "12. ",
    "a) ",
    "(C) ",
    "(S//NF",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "\0",
    "-",
    "--",
    "-\n",
    "--------",
    "-------- ",
    "/",
    "//",
    ",",
    ".",
    ":",
    "'",
    "\"",
    "X",
    "XXXXXXXXXXXX",
    "1",
    "00000417  002 OF 002",
    "TARSIS 00000417  002 OF 002\n",
    "PAGE 02 ",
    "VZCZCXRO0417\n",
    "A. ",
    "09 TARSIS 12",
    "A 1 1. (U) ",
    "12/",
    "RUEHXX/",
    "061130Z JAN 09",
    "1.4 (b",
    "&",
    "<",
    "<pre>",
    "é",
    "\u{FFFD}",
    "\u{202E}",
    "Summary: ",
    "End Summary. ",
    "(Note: ",
    "End note.) ",
    "Comment",
    "BEGIN TEXT\n",
    "END TEXT\n",
    "CROWE",
];

fn words() -> Vec<String> {
    let mut words = literals();
    words.extend(SIGNS.iter().map(|sign| (*sign).to_owned()));
    words
}

fn in_every_word(before: &str, between: &str) -> Vec<Hostile> {
    words().into_iter().map(|word| Hostile::new(before, word + between)).collect()
}

fn below_header(label: &str) -> String {
    format!("{HEADER}{label}")
}

#[test]
fn on_lines() {
    check(in_every_word("", "\n"));
}

#[test]
fn on_one_line() {
    check(in_every_word("", ""));
}

#[test]
fn below_a_header() {
    check(in_every_word(HEADER, "\n"));
}

#[test]
fn in_fields() {
    let fields = ["TAGS: ", "SUBJECT: ", "REF: A. ", "Classified By: "].map(below_header);
    check(fields.iter().flat_map(|before| in_every_word(before, " ")).collect());
}

#[test]
fn in_the_body() {
    let before = below_header("\n¶1. (C) ");
    check(["\n", "\n\n", " "].iter().flat_map(|between| in_every_word(&before, between)).collect());
}

/// Words that are all different, in lists and behind each word of the parser: code that remembers the words it has seen
/// must not search through them.
#[test]
fn different_words() {
    let header = |field: &str| below_header(field);
    let smart =
        "UNCLASSIFIED\nMRN: 09 TARSIS 417\nDate/DTG: Jan 05, 2009 / 051130Z JAN 09\nFrom: AMEMBASSY TARSIS\nCaptions: ";
    let lists = vec![
        Hostile::different("VZCZCXRO0417\nRR ", "RUEQQQQ "),
        Hostile::different(&header("TAGS: "), "QQQQ "),
        Hostile::different(&header("TAGS: "), "KQQQQ, "),
        Hostile::different(&header(""), "TAGS: QQQQ\n"),
        Hostile::different(&header(""), "CODEL QQQQ\n"),
        Hostile::different(&header("REF: "), "QQQQSIS 12 "),
        Hostile::different(&header("SUBJECT: ROPES\nREF: "), "A. QQQQSIS 12, "),
        Hostile::different(smart, "CODEL QQQQ, "),
        Hostile::different(smart, "QQQQ; "),
        Hostile::different(HEADER, "¶1. (C) QQQQ.\n"),
    ];
    check_at(&LONGEST, lists);
    let behind = |word: String| Hostile::different(HEADER, &format!("{word} QQQQ\n"));
    check(words().into_iter().map(behind).collect());
}

/// Rows for which a rule reads all rows above must not make it read them again.
#[test]
fn rows_above() {
    let printed = "Tags: EWWT\nThe earlier telegram is sent again.\n";
    let extract = "This record is a partial extract of the original cable.\n";
    let rows = [
        (printed, "Subject: ROPES\nVZCZCXYZ0009\n"),
        (printed, "Subject: ROPES\nRR RUEHXX\nDE RUEHYY #0417 1531130\n"),
        (extract, "INFO AMEMBASSY LYDDA\n"),
    ];
    check_at(&LONGEST, rows.map(|(before, rows)| Hostile::new(before, rows.to_owned())).into());
}

/// The beginning of a list's item must not make the rest of the list read again.
#[test]
fn long_lists() {
    let twice = Hostile {
        blocks: vec!["/REL TO QQQQ".to_owned(), " TARSIS 000417\nSECRET".to_owned(), "/REL TO QQQQ".to_owned()],
        ..Hostile::different("FM AMEMBASSY TARSIS\nTO LYDDA\n\nSECRET", "")
    };
    check_at(
        &LONGEST,
        vec![
            Hostile::new(&below_header("REF: "), "A. TARSIS 9417\n".to_owned()),
            Hostile::different("SECRET//", "REL TO QQQQ/"),
            Hostile::different("SECRET ", "REL TO QQQQ  "),
            Hostile::new("MSGID/GENADMIN/ROE//\n", "TO SECSTATE WASHDC ".to_owned()),
            twice,
        ],
    );
}

/// A header repeated again and again below blank lines, with the same text or another.
#[test]
fn repeated_headers() {
    let header = "R 060700Z JAN 09\nFM AMEMBASSY TARSIS\nTO LYDDA\n\nUNCLAS TARSIS 000001\n\n1. (U) Rain QQQQ.\nROE\n";
    let below = |word, first: &str| {
        let blocks = vec!["\n".to_owned(), header.to_owned()];
        Hostile { before: first.to_owned(), word, blocks }
    };
    let inside = header.replace("Rain", "Rain\n\n");
    check(vec![
        below(None, ""),
        below(Some("QQQQ"), ""),
        below(None, inside.trim_end_matches(" QQQQ.\nROE\n")),
        below(None, "Copied for Tarsis.\n"),
    ]);
}

/// Two signs alternating, and all of the first before all of the second.
#[test]
fn pairs_of_signs() {
    let mut hostile = Vec::new();
    for a in SIGNS {
        for b in SIGNS.iter().filter(|b| *b != a) {
            hostile.push(Hostile::new("", format!("{a}{b}")));
            hostile.push(Hostile { before: String::new(), word: None, blocks: vec![(*a).to_owned(), (*b).to_owned()] });
        }
    }
    check(hostile);
}

/// Two to four words in any place and order, below up to three rows of others or a header.
#[test]
fn search() {
    let given = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let mut random = Random::new(given("SEED").unwrap_or(1966));
    let words = words();
    let labels = ["", "TAGS: ", "SUBJECT: ", "REF: A. ", "Classified By: ", "\n¶1. (C) "];
    let mut any = || {
        let mut before = random.one(&labels).map_or_else(String::new, |label| below_header(label));
        if random.below(2) == 0 {
            before.clear();
            for _ in 0..random.below(4) {
                before += random.one(&words).map_or("", String::as_str);
                before += random.one(&["\n", " QQQQ\n", " Rain fell on TARSIS.\n"]).unwrap_or(&"");
            }
        }
        let mut unit = String::new();
        for _ in 0..2 + random.below(3) {
            unit += random.one(&words).map_or("", String::as_str);
            unit += random.one(&["", "", " ", "\n", "\n\n", " QQQQ\n"]).unwrap_or(&"");
        }
        let mut blocks = vec![unit];
        if random.below(4) == 0 {
            blocks.extend(random.one(&words).cloned());
        }
        Hostile { before, word: Some("QQQQ"), blocks }
    };
    check((0..given("RUNS").unwrap_or(1_000)).map(|_| any()).collect());
}
