//! What the page may weigh. Exceeding a budget fails a run; the goal is what the weight should come down to.

use crate::{Outcome, pack, web};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

struct Budget {
    name: &'static str,
    /// In kilobytes of 1000 bytes.
    most: f64,
    /// As `most`, but nothing fails above it.
    goal: f64,
    /// Whether it is weighed as a server sends it, instead of as it is on the disk.
    gzip: bool,
    counts: fn(&str) -> bool,
}

const BUDGETS: [Budget; 3] = [
    Budget { name: "page wasm, gzip", most: 528.0, goal: 250.0, gzip: true, counts: |file| file.ends_with(".wasm") },
    Budget {
        name: "scripts and CSS, gzip",
        most: 28.0,
        goal: 12.5,
        gzip: true,
        counts: |file| file.ends_with(".js") || file.ends_with(".css"),
    },
    Budget { name: "offline file", most: 700.0, goal: 350.0, gzip: false, counts: |file| file == pack::NAME },
];

/// Weighs `dist/` and prints each value, its budget and its goal.
pub fn weigh() -> Outcome {
    let dist = web::dist();
    println!("{:<20} {:>10} {:>10} {:>10}", "", "is", "budget", "goal");
    let mut above = Vec::new();
    for budget in &BUDGETS {
        let bytes = weight(&dist, budget).map_err(|error| format!("cannot weigh {}: {error}", dist.display()))?;
        if bytes == 0 {
            return Err(format!("there is nothing to weigh for {}", budget.name));
        }
        let is = bytes as f64 / 1000.0;
        println!("{:<20} {is:>7.1} KB {:>7.1} KB {:>7.1} KB", budget.name, budget.most, budget.goal);
        if is > budget.most {
            above.push(budget.name);
        }
    }
    if above.is_empty() { Ok(()) } else { Err(format!("above its budget: {}", above.join("; "))) }
}

/// The size of bytes in gzip, as a server packs them that takes its time.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn weight(dist: &Path, budget: &Budget) -> io::Result<usize> {
    let mut bytes = 0;
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        if (budget.counts)(&entry.file_name().to_string_lossy()) {
            let file = fs::read(entry.path())?;
            bytes += if budget.gzip { gzip(&file)?.len() } else { file.len() };
        }
    }
    Ok(bytes)
}
