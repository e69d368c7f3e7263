//! Turns the tables of `data/` into Rust, and refuses a table that is not in order.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

type Outcome<T> = Result<T, String>;

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=data");
    let sources = sources()?;
    let code = [tags(&sources)?, captions(&sources)?, stations(&sources)?].concat();
    let folder = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let path = Path::new(&folder).join("glossary.rs");
    fs::write(&path, code).map_err(|error| format!("{}: {error}", path.display()))
}

/// One row of a table and where it stands, for messages.
struct Row {
    place: String,
    cells: Vec<String>,
}

impl Row {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn one_of<'a>(&self, column: usize, names: &[(&str, &'a str)]) -> Outcome<&'a str> {
        let cell = self.cell(column);
        let known = names.iter().find(|(name, _)| *name == cell);
        known.map(|(_, variant)| *variant).ok_or_else(|| format!("{}: {cell:?} is no known value", self.place))
    }

    fn year(&self, column: usize, open: u16) -> Outcome<u16> {
        match self.cell(column) {
            "" => Ok(open),
            cell => cell.parse().map_err(|_| format!("{}: {cell:?} is no year", self.place)),
        }
    }

    fn source<'a>(&self, column: usize, sources: &'a BTreeMap<String, String>) -> Outcome<&'a str> {
        let key = self.cell(column);
        sources.get(key).map(String::as_str).ok_or_else(|| format!("{}: {key:?} is not in sources.tsv", self.place))
    }
}

/// The rows of a table: tab-separated, `#` for remarks, in the byte order of the first column.
fn table(name: &str, columns: usize) -> Outcome<Vec<Row>> {
    let path = Path::new("data").join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows: Vec<Row> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let place = format!("{}:{}", path.display(), index + 1);
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if cells.len() != columns {
            return Err(format!("{place}: {} columns where {columns} belong", cells.len()));
        }
        let row = Row { place, cells };
        if rows.last().is_some_and(|above| above.cell(0) > row.cell(0)) {
            return Err(format!("{}: {:?} stands out of order", row.place, row.cell(0)));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn distinct(rows: &[Row]) -> Outcome<()> {
    match rows.windows(2).find(|pair| pair[0].cell(0) == pair[1].cell(0)) {
        Some(pair) => Err(format!("{}: {:?} stands twice", pair[1].place, pair[1].cell(0))),
        None => Ok(()),
    }
}

fn sources() -> Outcome<BTreeMap<String, String>> {
    let rows = table("sources.tsv", 2)?;
    Ok(rows.into_iter().map(|row| (row.cell(0).to_owned(), row.cell(1).to_owned())).collect())
}

const KINDS: [(&str, &str); 4] =
    [("subject", "Subject"), ("program", "Program"), ("geographic", "Geographic"), ("organization", "Organization")];

const CONFIDENCES: [(&str, &str); 4] = [
    ("official", "Official"),
    ("archive-1973-79", "Archive1970s"),
    ("unconfirmed", "Unconfirmed"),
    ("unknown", "Unknown"),
];

fn tags(sources: &BTreeMap<String, String>) -> Outcome<String> {
    let rows = table("tags.tsv", 7)?;
    let mut code = String::from("static TAGS: &[TagRow] = &[\n");
    let mut above = ("", 0);
    for row in &rows {
        let (from, until) = (row.year(5, 0)?, row.year(6, u16::MAX)?);
        if from > until || (row.cell(0) == above.0 && from <= above.1) {
            return Err(format!("{}: years overlap", row.place));
        }
        above = (row.cell(0), until);
        let kind = row.one_of(1, &KINDS)?;
        let note = note(row, 2, 3, sources)?;
        push(
            &mut code,
            format_args!(
                "TagRow {{ code: {:?}, kind: TagKind::{kind}, {note}, from: {from}, until: {until} }}",
                row.cell(0)
            ),
        );
    }
    Ok(code + "];\n")
}

fn captions(sources: &BTreeMap<String, String>) -> Outcome<String> {
    let rows = table("captions.tsv", 5)?;
    distinct(&rows)?;
    let mut code = String::from("static CAPTIONS: &[CaptionRow] = &[\n");
    for row in &rows {
        let open = row.one_of(1, &[("whole", "false"), ("open", "true")])?;
        let note = note(row, 2, 3, sources)?;
        push(&mut code, format_args!("CaptionRow {{ words: {:?}, open: {open}, {note} }}", row.cell(0)));
    }
    Ok(code + "];\n")
}

fn stations(sources: &BTreeMap<String, String>) -> Outcome<String> {
    let rows = table("stations.tsv", 3)?;
    distinct(&rows)?;
    let mut code = String::from("static STATIONS: &[(&str, &str)] = &[\n");
    for row in &rows {
        row.source(2, sources)?;
        push(&mut code, format_args!("({:?}, {:?})", row.cell(0), row.cell(1)));
    }
    Ok(code + "];\n")
}

/// The fields that say what a row means and how sure that is.
fn note(row: &Row, meaning: usize, confidence: usize, sources: &BTreeMap<String, String>) -> Outcome<String> {
    let meaning = Some(row.cell(meaning)).filter(|text| !text.is_empty());
    let source = row.source(confidence + 1, sources)?;
    let confidence = row.one_of(confidence, &CONFIDENCES)?;
    Ok(format!("meaning: {meaning:?}, confidence: Confidence::{confidence}, source: {source:?}"))
}

fn push(code: &mut String, row: std::fmt::Arguments<'_>) {
    // Writing into a String cannot fail.
    let _ = writeln!(code, "    {row},");
}
