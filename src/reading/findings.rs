//! Self-checks and diagnostics as sentences, each with its places.

use super::words;
use crate::document::has_paragraphs;
use cable::{Cable, CheckKind, Code, Dialect, Severity, Span, export};

/// What kind of finding it is, in display order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Two parts of the text contradict each other.
    Contradiction,
    /// Something was joined, removed or renumbered.
    Repaired,
    /// A part that is usually there is missing.
    Absent,
    /// Two parts of the text agree.
    Holds,
}

impl Tone {
    /// Every tone, in display order.
    pub const ALL: [Tone; 4] = [Tone::Contradiction, Tone::Repaired, Tone::Absent, Tone::Holds];

    /// The sign in front of it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Tone::Contradiction => "≠",
            Tone::Holds => "✓",
            Tone::Repaired => "↺",
            Tone::Absent => "–",
        }
    }

    /// The sign in words.
    pub const fn word(self) -> &'static str {
        match self {
            Tone::Contradiction => "Contradiction",
            Tone::Holds => "Holds",
            Tone::Repaired => "Repaired",
            Tone::Absent => "Absent",
        }
    }
}

/// One sentence about the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding it is.
    pub tone: Tone,
    /// What was found.
    pub sentence: String,
    /// Its places; empty for something that is missing.
    pub spots: Vec<FoundAt>,
}

/// One place of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAt {
    /// Its span in the text.
    pub span: Span,
    /// What the sentence leaves open, or what was written there.
    pub detail: String,
    /// Whether `detail` is what was written.
    pub is_written: bool,
}

/// The longest quotation of what was written, in characters.
const QUOTED: usize = 64;

/// All findings about a telegram and the name of its file, contradictions first. The same repair in several places is
/// one finding.
pub fn findings(cable: &Cable, text: &str, file: &str) -> Vec<Finding> {
    let quoted = |span: Span| {
        let written = words::shortened(&words::one_line(head(span.of(text))), QUOTED);
        // A lone hyphen or line end says nothing.
        if written.contains(char::is_alphanumeric) { written } else { around(span, text) }
    };
    let mut out: Vec<Finding> = Vec::new();
    // Each label out of order has a diagnostic of its own, and together these are one finding.
    let breaks = |code| matches!(code, Code::ParagraphRepeated | Code::ParagraphSkipped | Code::ParagraphBackwards);
    let labels_say = cable.diagnostics.iter().any(|diagnostic| breaks(diagnostic.code));
    for check in cable.checks.iter().filter(|check| !labels_say || check.kind != CheckKind::ParagraphOrder) {
        let tone = if check.holds { Tone::Holds } else { Tone::Contradiction };
        let mut sides = [check.span, check.against];
        if check.kind == CheckKind::ParagraphOrder {
            // The labels are counted from the first to the last.
            sides.reverse();
        }
        let sides = sides.into_iter().filter(|span| !span.is_empty());
        let mut spots: Vec<_> = sides.map(|span| FoundAt { span, detail: quoted(span), is_written: true }).collect();
        spots.dedup_by_key(|spot| spot.span);
        out.push(Finding { tone, sentence: check.message.clone(), spots });
    }
    // A failed check already says what its diagnostic says.
    let said = |code| cable.checks.iter().any(|check| check.code == Some(code));
    let mut by_code: Vec<Option<usize>> = vec![None; Code::ALL.len()];
    let named = export::file_name_differs(file, cable);
    // A text that is shown as it is has its words and sentences as they were.
    let is_shown = |code| has_paragraphs(cable) || !matches!(code, Code::BlankLineJoined | Code::WordJoined);
    let all = cable.diagnostics.iter().chain(&named);
    for diagnostic in all.filter(|diagnostic| !said(diagnostic.code) && is_shown(diagnostic.code)) {
        let spot = (!diagnostic.span.is_empty()).then(|| FoundAt {
            span: diagnostic.span,
            detail: diagnostic.detail.clone().unwrap_or_else(|| quoted(diagnostic.span)),
            is_written: diagnostic.detail.is_none(),
        });
        let slot = Code::ALL.iter().position(|&code| code == diagnostic.code).and_then(|n| by_code.get_mut(n));
        match slot {
            Some(Some(n)) => out[*n].spots.extend(spot),
            Some(slot) => {
                *slot = Some(out.len());
                out.push(finding(diagnostic, spot));
            }
            None => out.push(finding(diagnostic, spot)),
        }
    }
    if cable.dialect == Dialect::Unknown {
        // A text that is not a telegram cannot contradict one.
        out.retain(|finding| finding.tone != Tone::Contradiction);
    }
    let of = |tone: Tone| out.iter().filter(move |finding| finding.tone == tone).cloned();
    Tone::ALL.into_iter().flat_map(of).collect()
}

fn finding(diagnostic: &cable::Diagnostic, spot: Option<FoundAt>) -> Finding {
    let tone = match diagnostic.code.severity() {
        Severity::Warning => Tone::Contradiction,
        Severity::Repair => Tone::Repaired,
        Severity::Info => Tone::Absent,
    };
    let sentence = if spot.is_some() { diagnostic.code.sentence().to_owned() } else { diagnostic.message() };
    Finding { tone, sentence, spots: spot.into_iter().collect() }
}

/// `1 contradiction, 7 repairs, 2 checks hold`
pub fn tally(findings: &[Finding]) -> String {
    let of = |tone| findings.iter().filter(move |finding| finding.tone == tone);
    let repairs = of(Tone::Repaired).map(|finding| finding.spots.len().max(1)).sum();
    let counts = [
        (of(Tone::Contradiction).count(), "contradiction", "contradictions"),
        (repairs, "repair", "repairs"),
        (of(Tone::Holds).count(), "check holds", "checks hold"),
    ];
    let said: Vec<_> =
        counts.into_iter().filter(|&(n, ..)| n > 0).map(|(n, one, many)| words::count(n, one, many)).collect();
    said.join(", ")
}

/// The words around a place that has none.
fn around(span: Span, text: &str) -> String {
    const NEAR: usize = 60;
    let (before, after) = (text.get(..span.start as usize), text.get(span.end as usize..));
    let (before, after) = (before.unwrap_or_default(), head(after.unwrap_or_default()));
    let near = (before.len().saturating_sub(NEAR)..before.len()).find(|&at| before.is_char_boundary(at));
    let left = near.map_or("", |at| &before[at..]).split_whitespace().next_back();
    let right = after.split_whitespace().next();
    format!("{} … {}", left.unwrap_or_default(), right.unwrap_or_default())
}

/// Enough of a text to quote from, so that a span of megabytes is not read in full.
fn head(text: &str) -> &str {
    let mut end = text.len().min(QUOTED * 8);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use cable::{Check, Diagnostic};

    fn diagnostic(code: Code, start: u32, end: u32) -> Diagnostic {
        Diagnostic { code, span: Span::new(start, end), related: None, detail: None }
    }

    fn check(kind: CheckKind, code: Option<Code>) -> Check {
        Check {
            kind,
            holds: code.is_none(),
            code,
            span: Span::new(0, 4),
            against: Span::new(5, 7),
            message: "A sentence.".into(),
        }
    }

    #[test]
    fn the_same_repair_in_two_places_is_one_finding() {
        let mut cable = cable::parse("");
        cable.diagnostics = vec![
            diagnostic(Code::LabelRepaired, 0, 3),
            diagnostic(Code::NoSubject, 0, 0),
            diagnostic(Code::LabelRepaired, 4, 7),
        ];
        let findings = findings(&cable, "14. 15.", "");
        assert_eq!(findings.len(), 2);
        assert_eq!(findings[0].tone, Tone::Repaired);
        assert_eq!(findings[0].spots.iter().map(|spot| &*spot.detail).collect::<Vec<_>>(), ["14.", "15."]);
        assert_eq!((findings[1].tone, findings[1].spots.len()), (Tone::Absent, 0));
        assert_eq!(tally(&findings), "2 repairs");
    }

    #[test]
    fn white_space_is_shown_by_its_neighbours() {
        let mut cable = cable::parse("FM AMEMBASSY TARSIS\nSUBJECT: ROPES\n\n1. Old.\n");
        cable.diagnostics = vec![diagnostic(Code::BlankLineJoined, 7, 9)];
        let findings = findings(&cable, "in what\n\nhe says", "");
        assert_eq!(findings[0].spots[0].detail, "what … he");
        cable.diagnostics = vec![diagnostic(Code::WordJoined, 3, 5)];
        assert_eq!(super::findings(&cable, "CON-\nSENSUS", "")[0].spots[0].detail, "CON … SENSUS");
    }

    #[test]
    fn a_failed_check_speaks_for_its_diagnostic() {
        let mut cable = cable::parse("FM AMEMBASSY TARSIS\nSUBJECT: ROPES\n\n1. Old.\n");
        cable.checks = vec![check(CheckKind::Filing, None), check(CheckKind::StationSerial, Some(Code::SerialDiffers))];
        cable.diagnostics = vec![diagnostic(Code::SerialDiffers, 0, 4), diagnostic(Code::ParagraphSkipped, 0, 4)];
        let findings = findings(&cable, "#041 0412", "");
        let tones: Vec<_> = findings.iter().map(|finding| finding.tone).collect();
        assert_eq!(tones, [Tone::Contradiction, Tone::Contradiction, Tone::Holds]);
        assert_eq!(findings[0].sentence, "A sentence.");
        assert_eq!(tally(&findings), "2 contradictions, 1 check holds");
    }

    #[test]
    fn a_label_out_of_order_speaks_for_its_check() {
        let findings = findings(&cable::parse("FM AMEMBASSY TARSIS\nSUBJECT: ROPES\n\n1. Old.\n\n3. New.\n"), "", "");
        let contradictions = findings.iter().filter(|finding| finding.tone == Tone::Contradiction);
        let sentences: Vec<&str> = contradictions.map(|finding| &*finding.sentence).collect();
        assert_eq!(sentences, [Code::ParagraphSkipped.sentence()]);
    }

    #[test]
    fn what_is_shown_as_it_is_was_not_joined() {
        let letter = "Dear Sir,\n\nplease find the lamps below.\n";
        let cable = cable::parse(letter);
        assert!(cable.diagnostics.iter().any(|found| found.code == Code::BlankLineJoined));
        assert!(findings(&cable, letter, "").is_empty());
    }

    #[test]
    fn what_is_no_telegram_contradicts_none() {
        let findings = findings(&cable::parse("1. Milk.\n\n3. Bread.\n"), "1. Milk.\n\n3. Bread.\n", "");
        assert!(findings.iter().all(|finding| finding.tone != Tone::Contradiction), "{findings:?}");
    }
}
