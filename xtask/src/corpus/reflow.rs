//! The damage that a converter does to a text: every paragraph on one line, the anchors of the last labels lost.

use std::ops::Range;

/// The text with each paragraph of the body on one line, and the last third of its `[1](#)N.` labels, at least two,
/// turned into `1N.`. The header stays as it is, because its lines carry meaning.
pub fn reflow(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let Some(body) = lines.iter().position(|line| label(line).is_some()) else { return text.to_owned() };
    let mut out: Vec<String> = lines[..body].iter().map(|line| (*line).to_owned()).collect();
    let mut rest = body;
    while rest < lines.len() {
        let block = lines[rest..].iter().take_while(|line| !line.trim().is_empty()).count();
        join_block(&lines[rest..rest + block], &mut out);
        let blank = lines[rest + block..].iter().take_while(|line| line.trim().is_empty()).count();
        out.extend(std::iter::repeat_n(String::new(), blank));
        rest += block + blank;
    }
    lose_anchors(&mut out);
    out.join("\n")
}

/// Joins the lines of one block, except where a line looks as if it were on its own.
fn join_block(block: &[&str], out: &mut Vec<String>) {
    let width = block.iter().map(|line| line.trim_end().chars().count()).max().unwrap_or(0);
    let headings = headings(block);
    let in_heading = |i: usize| headings.iter().any(|heading| heading.contains(&i));
    for (i, line) in block.iter().enumerate() {
        let alone =
            i == 0 || in_heading(i) || in_heading(i - 1) || begins_anew(line) || has_room(block[i - 1], line, width);
        match out.last_mut() {
            Some(last) if !alone => *last = format!("{} {}", last.trim_end(), line.trim()),
            _ => out.push((*line).to_owned()),
        }
    }
}

/// The headings: a rule line with the title over it, or two rule lines with the title between them.
fn headings(block: &[&str]) -> Vec<Range<usize>> {
    let mut headings: Vec<Range<usize>> = Vec::new();
    for i in (0..block.len()).filter(|&i| is_rule(block[i])) {
        match headings.last_mut() {
            Some(last) if last.end == i => last.end = i + 1,
            Some(last) if is_rule(block[last.end - 1]) && last.len() == 1 && i - last.end <= 3 => last.end = i + 1,
            _ if i > 0 && label(block[i - 1]).is_none() => headings.push(i - 1..i + 1),
            _ => headings.push(i..i + 1),
        }
    }
    headings
}

/// `-------`, `- - - - -`, `=======`
fn is_rule(line: &str) -> bool {
    let strokes: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    strokes.len() >= 3 && strokes.iter().all(|c| matches!(c, '-' | '=' | '*' | '_' | '~'))
}

/// Labels, list items, page markers, captions and signatures are on lines of their own.
fn begins_anew(line: &str) -> bool {
    let line = line.trim();
    let first = line.split_whitespace().next().unwrap_or_default();
    let item = first.len() <= 4 && first.ends_with(['.', ')']) && first.len() < line.len();
    line.starts_with(['-', '*', '[', '(']) && !line.starts_with("(ref")
        || item
        || line.starts_with(' ')
        || !line.chars().any(|c| c.is_lowercase())
}

/// Returns whether `line` had room for the first word of `next`, so that the break between them was meant.
fn has_room(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    line.trim_end().chars().count() + 1 + word.chars().count() + 8 < width
}

/// The number in a line that begins with `[1](#)N.`.
fn label(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("[1](#)")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[digits..].starts_with('.')).then(|| &rest[..digits])
}

fn lose_anchors(lines: &mut [String]) {
    let labels: Vec<usize> = (0..lines.len()).filter(|&i| label(&lines[i]).is_some()).collect();
    let lost = labels.len().div_ceil(3).max(2).min(labels.len().saturating_sub(1));
    for &i in &labels[labels.len() - lost..] {
        lines[i] = lines[i].replacen("[1](#)", "1", 1);
    }
}
