//! What can be asked for, and the words that explain it.

use cable::export::Style;
use cable::{Dialect, Severity};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  cable json 09TARSIS417.txt                      one telegram, indented
  cable json --lines cables.csv | jq -r .subject  the subjects of the bulk dump
  cable check --strict --level warning FOLDER     what contradicts itself
  cable tags FOLDER | sort | uniq -c | sort -rn   TAGS, the most frequent first
  cable text 09TARSIS417.txt | less               to be read
  cable csv FOLDER > telegrams.csv                a table for a spreadsheet
  cable cite --style bibtex FOLDER > all.bib      a bibliography
  curl -s URL | cable markdown > telegram.md      from a pipe

What is read: plain text, saved web pages (HTML), the bulk dump (CSV of eight
columns), and texts that hold several telegrams: concatenations, mailbox joins.
UTF-8, UTF-16 and Windows-1252. Folders are walked in the order of their names;
.zip and .gz are unpacked as they are read. Files over 64 MB are read as a
stream, a telegram at a time.

Exit codes:
  0  everything was read
  1  `check --strict` found a warning
  2  wrong arguments, something could not be read or written, or a file, folder
     or archive that was named holds no text; the rest was done";

/// Takes US diplomatic telegrams ("cables") apart.
#[derive(Parser)]
#[command(name = "cable", version, after_help = EXAMPLES, max_term_width = 110)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Print each telegram as JSON (schema cable/1).
    ///
    /// An indented object for each telegram, or one line with --lines. Spans are byte offsets into the text that was
    /// parsed. Of a file over 64 MB `part.of` is null, because it is written out before it is read to its end.
    Json {
        #[command(flatten)]
        input: Input,
        /// Print one line for each telegram instead of indented objects.
        #[arg(long, short)]
        lines: bool,
    },
    /// Print each telegram as plain text, laid out to be read.
    ///
    /// The logical text: page markers, wraps and residue of markup are taken out, paragraphs are wrapped anew. Several
    /// telegrams are separated by form feeds.
    Text {
        #[command(flatten)]
        input: Input,
    },
    /// Print each telegram as a Markdown document.
    ///
    /// Whatever a telegram holds stays text: nothing in it becomes markup. Several telegrams are separated by rules.
    Markdown {
        #[command(flatten)]
        input: Input,
    },
    /// Print a table: a line for each telegram, columns separated by commas (CSV, RFC 4180).
    ///
    /// The first line names the columns. Lists are joined by "; "; of the prose, summary and comment are in it. A value
    /// that a spreadsheet would take for a formula has an apostrophe in front.
    Csv {
        #[command(flatten)]
        input: Input,
    },
    /// Print a citation of each telegram.
    ///
    /// Notes for people: nara, as the National Archives ask for it; frus, as in Foreign Relations of the United States;
    /// chicago, by the Chicago Manual of Style, 17th edition. Records for programs: bibtex, ris and csl-json. A citation
    /// names a repository only for telegrams of 1973-79, because those copies come from the National Archives.
    Cite {
        #[command(flatten)]
        input: Input,
        /// How it is written.
        #[arg(long, short, value_name = "STYLE", default_value = "nara", value_parser = named(Style::ALL, Style::name))]
        style: Style,
    },
    /// Print what was repaired, what contradicts itself and what is missing, with the place in the source.
    ///
    /// Three severities: a warning is a contradiction between two parts of the text, a repair is something that was
    /// joined, removed or renumbered, an info is a part that is usually there and is not. A count goes to standard error.
    Check {
        #[command(flatten)]
        input: Input,
        /// Exit with 1 if there is a warning.
        #[arg(long)]
        strict: bool,
        /// Print findings of this severity and above.
        #[arg(long, value_name = "SEVERITY", default_value = "info", value_parser = named(Severity::ALL, Severity::name))]
        level: Severity,
    },
    /// Print TAGS, one a line, columns separated by tabs.
    ///
    /// Columns: code, kind (subject, program, geographic, organization, person, unknown), meaning at the time of the
    /// telegram (empty where none is known). The lines of one code are alike, for `sort | uniq -c`.
    Tags {
        #[command(flatten)]
        input: Input,
        /// Put two columns in front: the telegram's reference number (empty where it has none) and its file.
        #[arg(long, short = 'c')]
        with_cable: bool,
    },
    /// Print references to other telegrams and documents, one a line, columns separated by tabs.
    ///
    /// Columns: reference number (the text of the reference where it is no telegram or its number cannot be read), kind
    /// (cable, email, telcon, report, memo, meeting, web, other). The lines of one telegram are alike, for `sort | uniq -c`.
    Refs {
        #[command(flatten)]
        input: Input,
        /// Put two columns in front: the telegram's own reference number (empty where it has none) and its file.
        #[arg(long, short = 'c')]
        with_cable: bool,
    },
    /// Print a script that completes this command in a shell.
    ///
    /// For instance: cable completions bash > ~/.local/share/bash-completion/completions/cable
    Completions {
        /// The shell.
        shell: Shell,
    },
}

#[derive(Args)]
pub struct Input {
    /// Files, folders (all texts below them), .zip and .gz archives, or - for standard input. Nothing is standard input
    /// too, where it is no terminal.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Read every text by the rules of one dialect instead of recognising it.
    #[arg(long, value_name = "NAME", value_parser = named(Dialect::ALL, Dialect::name))]
    pub dialect: Option<Dialect>,
}

/// Reads a value by its name.
fn named<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let find = move |wanted: String| all.into_iter().find(|&value| name(value) == wanted).ok_or(wanted);
    PossibleValuesParser::new(all.map(name)).try_map(find)
}
