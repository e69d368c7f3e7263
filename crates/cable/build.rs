//! Turns the tables of `data/` into Rust, and refuses a table that is not in order.
//!
//! A table becomes one text, one line a row. That is smaller than a slice of structures: it has no pointers, and the
//! page loads it compressed.

#![deny(clippy::indexing_slicing, clippy::string_slice, clippy::arithmetic_side_effects)]

use std::{collections::BTreeMap, env, fs, path::Path};

type Outcome<T> = Result<T, String>;

/// A table of terms: its file, the constant that it becomes, and what its column `kind` may hold.
struct Terms {
    file: &'static str,
    name: &'static str,
    kinds: &'static [&'static str],
    /// The last columns: the years between which the row holds, or the time zone.
    last: Last,
}

#[derive(Clone, Copy, PartialEq)]
enum Last {
    Era,
    Zone,
}

const TERMS: [Terms; 10] = [
    terms("abbreviations.tsv", "ABBREVIATIONS", &["any", "capitals"]),
    terms("captions.tsv", "CAPTIONS", &["whole", "limits", "open"]),
    terms("exemptions.tsv", "EXEMPTIONS", &["exemption"]),
    terms("orders.tsv", "ORDERS", &["order"]),
    terms("precedences.tsv", "PRECEDENCES", &["precedence"]),
    terms("reasons.tsv", "REASONS", &["reason"]),
    terms("routing.tsv", "ROUTING", &["one", "several"]),
    terms("signals.tsv", "SIGNALS", &["signal"]),
    terms("tags.tsv", "TAGS", &["subject", "program", "geographic", "organization"]),
    Terms {
        file: "posts.tsv",
        name: "POSTS",
        kinds: &["embassy", "consulate", "mission", "department"],
        last: Last::Zone,
    },
];

const fn terms(file: &'static str, name: &'static str, kinds: &'static [&'static str]) -> Terms {
    Terms { file, name, kinds, last: Last::Era }
}

/// How sure a meaning is, and the letter for it in a row.
const CONFIDENCES: [(&str, char); 4] =
    [("official", 'o'), ("archive-1973-79", 'a'), ("unconfirmed", 'u'), ("unknown", 'n')];

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=data");
    let sources = sources()?;
    let mut code = format!("static SOURCES: &[&str] = &{:?};\n", sources.values().collect::<Vec<_>>());
    for table in &TERMS {
        code += &constant(table.name, &compact(table, &sources)?)?;
    }
    let captions = table("captions.tsv", 7)?;
    code += &caption_words(&captions);
    code += &order_years()?;
    code += &constant("STATIONS", &stations(&sources)?)?;
    write("glossary.rs", &code)?;
    write("caveats.rs", &caveats(&captions)?)?;
    write("stems.rs", &format!("static STEMS: &str = {:?};\n", stems()?))
}

fn write(name: &str, code: &str) -> Outcome<()> {
    let folder = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let path = Path::new(&folder).join(name);
    fs::write(&path, code).map_err(|error| format!("{}: {error}", path.display()))
}

/// Endings of a word and what is left of them, because other endings can follow: `urgent` and `urgency`.
const CUT: [(&str, &str); 5] = [("ble", "b"), ("ent", "en"), ("ant", "an"), ("e", ""), ("y", "")];

/// The stems of the words of `words.txt`. Each is written as a capital for the number of letters that it shares with
/// the one before, from `A` for none, and the rest.
fn stems() -> Outcome<String> {
    let path = Path::new("data/words.txt");
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let words: Vec<&str> = text.split_whitespace().collect();
    if !words.is_sorted() {
        return Err(format!("{}: stands out of order", path.display()));
    }
    let stem = |word: &&str| {
        let cut = CUT.iter().find_map(|(cut, left)| Some(word.strip_suffix(cut)?.to_owned() + left));
        cut.filter(|stem| stem.len() > 2).unwrap_or_else(|| (*word).to_owned())
    };
    let mut stems: Vec<String> = words.iter().map(stem).collect();
    stems.sort_unstable();
    stems.dedup();
    let mut code = String::new();
    let mut above = "";
    for stem in &stems {
        let shared = stem.bytes().zip(above.bytes()).take_while(|(a, b)| a == b).count();
        code.push(('A'..='Z').nth(shared).ok_or_else(|| format!("{stem}: shares too much with the word in front"))?);
        code += stem.get(shared..).unwrap_or_default();
        above = stem;
    }
    Ok(code)
}

/// One row of a table, and its place for messages.
struct Row {
    place: String,
    cells: Vec<String>,
}

impl Row {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn wrong(&self, what: &str) -> String {
        format!("{}: {what}", self.place)
    }

    /// Whether a cell is a day of the calendar, a year, or empty.
    fn is_era(&self, column: usize) -> bool {
        let cell = self.cell(column);
        let shape: String = cell.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        matches!(shape.as_str(), "" | "0000" | "0000-00-00")
    }

    /// The letter of a source: its place among all of them.
    fn source(&self, column: usize, sources: &BTreeMap<String, String>) -> Outcome<char> {
        let letter = ('a'..).zip(sources.keys()).find_map(|(letter, key)| (key == self.cell(column)).then_some(letter));
        letter.ok_or_else(|| self.wrong(&format!("{:?} is not in sources.tsv", self.cell(column))))
    }
}

/// The rows of a table: tab-separated, with `#` for remarks, in the byte order of the first column.
fn table(name: &str, columns: usize) -> Outcome<Vec<Row>> {
    let path = Path::new("data").join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows: Vec<Row> = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
        let place = format!("{}:{number}", path.display());
        let row = Row { place, cells: line.split('\t').map(str::to_owned).collect() };
        if row.cells.len() != columns {
            return Err(row.wrong(&format!("{} columns where {columns} belong", row.cells.len())));
        }
        if rows.last().is_some_and(|above| above.cell(0) > row.cell(0)) {
            return Err(row.wrong(&format!("{:?} stands out of order", row.cell(0))));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn sources() -> Outcome<BTreeMap<String, String>> {
    let rows = table("sources.tsv", 2)?;
    Ok(rows.into_iter().map(|row| (row.cell(0).to_owned(), row.cell(1).to_owned())).collect())
}

/// Each row as `code`, three letters for kind, confidence and source, `meaning`, and the era or the time zone.
fn compact(terms: &Terms, sources: &BTreeMap<String, String>) -> Outcome<Vec<String>> {
    let columns = if terms.last == Last::Era { 7 } else { 6 };
    let rows = table(terms.file, columns)?;
    let mut lines = Vec::with_capacity(rows.len());
    let mut above: Option<&Row> = None;
    for row in &rows {
        let known = terms.kinds.contains(&row.cell(1));
        let kind = row.cell(1).chars().next().filter(|_| known).ok_or_else(|| row.wrong("unknown kind"))?;
        let confidence = CONFIDENCES.iter().find(|(name, _)| *name == row.cell(3));
        let (_, confidence) = confidence.ok_or_else(|| row.wrong("unknown confidence"))?;
        if (row.cell(3) == "unknown") != row.cell(2).is_empty() {
            return Err(row.wrong("a meaning is missing, or none belongs here"));
        }
        if terms.last == Last::Era && !(row.is_era(5) && row.is_era(6)) {
            return Err(row.wrong("an era begins and ends with a year or a day"));
        }
        // If a code had several meanings, each ends before the next begins.
        if let Some(above) = above.filter(|above| above.cell(0) == row.cell(0))
            && (above.cell(6).is_empty() || above.cell(6) >= row.cell(5))
        {
            return Err(row.wrong("stands twice for the same time"));
        }
        let source = row.source(4, sources)?;
        let last = row.cells.iter().skip(5).map(String::as_str).collect::<Vec<_>>().join("\t");
        let line = format!("{}\t{kind}{confidence}{source}\t{}\t{last}", row.cell(0), row.cell(2));
        lines.push(line.trim_end().to_owned());
        above = Some(row);
    }
    Ok(lines)
}

/// Each row as `alias`, nothing, `post`.
fn stations(sources: &BTreeMap<String, String>) -> Outcome<Vec<String>> {
    let rows = table("stations.tsv", 3)?;
    rows.iter().map(|row| row.source(2, sources).map(|_| format!("{}\t\t{}", row.cell(0), row.cell(1)))).collect()
}

/// The captions by themselves, and whether more words follow each: the parser compares every line of a header with
/// them.
fn caption_words(captions: &[Row]) -> String {
    let words: Vec<(&str, bool)> = captions.iter().map(|row| (row.cell(0), row.cell(1) == "open")).collect();
    format!("static CAPTION_WORDS: &[(&str, bool)] = &{words:?};\n")
}

/// What a mark can say besides the level: captions that limit who may read, and caveats that are no captions.
fn caveats(captions: &[Row]) -> Outcome<String> {
    let others = table("caveats.tsv", 1)?;
    let limits = captions.iter().filter(|row| row.cell(1) == "limits");
    let caveats: Vec<&str> = limits.chain(&others).map(|row| row.cell(0)).collect();
    Ok(format!("static CAVEATS: &[&str] = &{caveats:?};\n"))
}

/// The numbers of the orders by themselves, each with the year from which it was in force.
fn order_years() -> Outcome<String> {
    let year = |row: &Row| row.cell(5).get(..4)?.parse().ok();
    let years = table("orders.tsv", 7)?.into_iter().map(|row| {
        let year: u16 = year(&row).ok_or_else(|| row.wrong("an order was in force from a day on"))?;
        Ok((row.cell(0).to_owned(), year))
    });
    let years = years.collect::<Outcome<Vec<_>>>()?;
    Ok(format!(
        "/// Orders on classification, each with the year from which it was in force.\n\
                pub(crate) static ORDER_YEARS: &[(&str, u16)] = &{years:?};\n"
    ))
}

/// A table as a constant: its text, and where in the text the rows of each capital, and those behind `Z`, begin.
fn constant(name: &str, lines: &[String]) -> Outcome<String> {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let before = |first: u8| lines.iter().take_while(move |line| line.as_bytes().first() < Some(&first));
    let start = |first: u8| before(first).map(|line| line.len().saturating_add(1)).sum::<usize>();
    let letters: Result<Vec<u16>, _> = (b'A'..=b'Z' + 1).map(|first| u16::try_from(start(first))).collect();
    let letters = letters.map_err(|error| format!("{name}: {error}"))?;
    Ok(format!("static {name}: Table = Table {{ text: {text:?}, letters: {letters:?} }};\n"))
}
