//! `cargo xtask corpus DIR`: tests the parser on real telegrams that the repository may not contain.
//!
//! - `measure`: what is counted over the Cablegate set, and the share that must be right
//! - `bodies`: the same over texts of 1973-79 without their headers
//! - `messages`: the same over Navy messages
//! - `reading`: a second, simpler reading of a text, made without the parser
//! - `reflow`: the damage that a converter does: joined lines, lost anchors
//! - `structure`: the contents of a telegram apart from its prose, for comparing two readings
//! - `seed`: the example telegram against its whole export
//! - `schema`: the export of every text against the JSON Schema
//! - `guarantee`: parts tile the text, no panic, the same result twice

mod bodies;
mod guarantee;
mod measure;
mod messages;
mod reading;
mod reflow;
mod schema;
mod seed;
mod structure;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// One telegram of the corpus in its two dialects, and what its page says about it.
pub struct Case {
    /// Reference number; never shown to the parser.
    pub id: String,
    /// The text with every anchor as `[x](#)`.
    pub markdown: String,
    /// The text with `¶`.
    pub plain: String,
    /// The page's classification (`SECRET//NOFORN`).
    pub classification: String,
    /// The page's TAGS; about a third of the pages give none.
    pub tags: Vec<String>,
    /// The paragraph labels that the page marks up, in order.
    pub labels: Vec<String>,
}

/// A text of the corpus of which only the name is known.
pub struct Text {
    /// Its file name without extension; never shown to the parser.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A property that must hold for a share of the texts.
pub struct Measure<T> {
    /// Its name in the table.
    pub name: &'static str,
    /// The per cent that must be right; `None` for a figure that is only shown.
    pub threshold: Option<f64>,
    /// Judges one text.
    pub of: fn(&T) -> Outcome,
}

/// The result of a measure on one text.
pub enum Outcome {
    /// The measure has nothing to say about this text.
    NotCounted,
    /// The text is as it must be.
    Right,
    /// What differs, in words.
    Wrong(String),
}

/// One line of the table.
struct Row {
    name: &'static str,
    right: usize,
    of: usize,
    /// The per cent that must be right; `None` for a figure that is only shown.
    threshold: Option<f64>,
}

impl Row {
    fn per_cent(&self) -> f64 {
        if self.of == 0 { 0.0 } else { 100.0 * self.right as f64 / self.of as f64 }
    }

    fn holds(&self) -> bool {
        self.threshold.is_none_or(|threshold| self.of > 0 && self.per_cent() >= threshold)
    }
}

/// Measures every text below `folder` and prints a table; with `list`, also what differs for that measure. An error
/// names the thresholds that were missed.
pub fn run(folder: &Path, list: Option<&str>) -> Result<(), String> {
    let corpus = folder.join("corpus");
    let cases = load(&corpus)?;
    let mut rows = measured(measure::ALL, list, &cases, |case| &case.id);
    for (name, measures) in [("nara-1970s-bodies", bodies::ALL), ("navadmin", messages::ALL)] {
        let texts = texts_of(&corpus.join(name))?;
        rows.extend(measured(measures, list, &texts, |text| &text.name));
    }
    let seed = [("seed", seed::compare(&folder.join("seed"))?)];
    rows.push(tally("seed", Some(100.0), list, seed.into_iter()));
    let texts = texts_below(folder)?;
    let outcomes = texts.iter().map(|(name, text)| (name.as_str(), guarantee::check(text)));
    rows.push(tally("guarantees", Some(100.0), list, outcomes));
    rows.push(tally("schema", Some(100.0), list, schema::check(&texts)?.into_iter()));
    print_table(&rows);
    let broken: Vec<_> = rows.iter().filter(|row| !row.holds()).map(|row| row.name).collect();
    if broken.is_empty() { Ok(()) } else { Err(format!("below the threshold: {}", broken.join(", "))) }
}

fn measured<T>(measures: &[Measure<T>], list: Option<&str>, all: &[T], name: fn(&T) -> &str) -> Vec<Row> {
    let row = |measure: &Measure<T>| {
        let outcomes = all.iter().map(|one| (name(one), (measure.of)(one)));
        tally(measure.name, measure.threshold, list, outcomes)
    };
    measures.iter().map(row).collect()
}

fn tally<'a>(
    name: &'static str,
    threshold: Option<f64>,
    list: Option<&str>,
    outcomes: impl Iterator<Item = (&'a str, Outcome)>,
) -> Row {
    let mut row = Row { name, right: 0, of: 0, threshold };
    for (text, outcome) in outcomes {
        match outcome {
            Outcome::NotCounted => continue,
            Outcome::Right => row.right += 1,
            Outcome::Wrong(difference) if list == Some(name) => {
                println!("{text}\n    {}", difference.trim_end().replace('\n', "\n    "));
            }
            Outcome::Wrong(_) => {}
        }
        row.of += 1;
    }
    row
}

fn print_table(rows: &[Row]) {
    println!("{:<22} {:>6} {:>6} {:>9} {:>9}", "measure", "right", "of", "per cent", "at least");
    for row in rows {
        let threshold = row.threshold.map_or_else(|| "-".to_owned(), |threshold| format!("{threshold:.1}"));
        let verdict = match row.threshold {
            None => "",
            Some(_) if row.holds() => "ok",
            Some(_) => "BROKEN",
        };
        println!("{:<22} {:>6} {:>6} {:>9.2} {:>9} {verdict}", row.name, row.right, row.of, row.per_cent(), threshold);
    }
}

fn load(corpus: &Path) -> Result<Vec<Case>, String> {
    let expected = read(&corpus.join("expected.jsonl"))?;
    expected.lines().filter(|line| !line.is_empty()).map(|line| case(corpus, line)).collect()
}

fn case(corpus: &Path, line: &str) -> Result<Case, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("expected.jsonl: {error}"))?;
    let string = |key: &str| value[key].as_str().map(str::to_owned).ok_or(format!("expected.jsonl: no {key}"));
    let strings = |key: &str| {
        let items = value[key].as_array().ok_or(format!("expected.jsonl: no {key}"))?;
        Ok::<_, String>(items.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    };
    let id = string("reference_id")?;
    Ok(Case {
        markdown: read(&corpus.join(format!("cablegate/{id}.txt")))?,
        plain: read(&corpus.join(format!("cablegate-plain/{id}.txt")))?,
        classification: string("classification")?,
        tags: strings("tags")?,
        labels: strings("pilcrow_labels")?,
        id,
    })
}

/// Every text of a folder, named after its file.
fn texts_of(folder: &Path) -> Result<Vec<Text>, String> {
    let stem =
        |path: &str| Path::new(path).file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
    Ok(texts_below(folder)?.into_iter().map(|(path, text)| Text { name: stem(&path), text }).collect())
}

/// Every text file below `folder`, sorted, with its path as its name.
fn texts_below(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    paths.iter().map(|path| Ok((path.display().to_string(), read(path)?))).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            paths.push(path);
        }
    }
    Ok(())
}

/// The text of a file. Bytes that are not UTF-8 become U+FFFD, which real dumps contain as well.
fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
