//! Findings as frames: the sentence, the place in the source, and the lines there.

use super::Counts;
use super::place::Place;
use super::terminal::{one_line, visible_frame};
use crate::input::{Piece, Telegram};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use cable::{Diagnostic, Severity, Span, export};
use memchr::{memchr, memrchr};

/// A line longer than this is not shown; its number is.
const LONGEST: usize = 2000;

/// Writes the frames of a piece, whose places are asked for in order.
pub struct Frames<'a> {
    piece: &'a Piece,
    /// The place up to which lines and columns were counted.
    counted: Place,
}

impl<'a> Frames<'a> {
    pub fn new(piece: &'a Piece) -> Self {
        Self { piece, counted: Place::start(piece.lines_before) }
    }

    pub fn write(
        &mut self,
        telegram: &Telegram,
        level: Severity,
        styled: bool,
        out: &mut Vec<u8>,
        counts: &mut Counts,
    ) {
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        let named = export::file_name_differs(&self.piece.file.name, &telegram.cable);
        let mut found: Vec<&Diagnostic> = telegram.cable.diagnostics.iter().chain(&named).collect();
        found.sort_by_key(|diagnostic| diagnostic.span.start);
        for diagnostic in found {
            let severity = diagnostic.code.severity();
            match severity {
                Severity::Warning => counts.warnings = counts.warnings.saturating_add(1),
                Severity::Repair => counts.repairs = counts.repairs.saturating_add(1),
                Severity::Info => counts.infos = counts.infos.saturating_add(1),
            }
            if severity >= level {
                let frame = self.frame(telegram, diagnostic, &renderer);
                out.extend_from_slice(visible_frame(frame.trim_end()).as_bytes());
                out.extend_from_slice(b"\n\n");
            }
        }
    }

    fn frame(&mut self, telegram: &Telegram, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
        let level = match diagnostic.code.severity() {
            Severity::Warning => Level::WARNING,
            Severity::Repair => Level::NOTE.with_name("repair"),
            Severity::Info => Level::INFO,
        };
        let message = one_line(&diagnostic.message());
        let title = level.primary_title(message).id(diagnostic.code.name());
        // The line is shown as it was parsed, but its place is the one in the input: for a page or dump these differ.
        let Place { line, column, .. } = self.place(telegram.source(diagnostic.span).start as usize);
        let origin = Origin::path(one_line(&self.piece.file.shown)).line(line).char_column(column);
        let title = title.element(origin);
        let Some(shown) = Shown::of(telegram.text, diagnostic.span) else { return renderer.render(&[title]) };
        let place = shown.place.start as usize..shown.place.end as usize;
        let compared = diagnostic.related.and_then(|related| compared(telegram.text, diagnostic.span, related));
        let annotation = AnnotationKind::Primary.span(place).label(compared);
        let snippet = Snippet::source(shown.line).line_start(line).annotation(annotation);
        // A line without a path would be marked as another file's, so it has a group of its own. That group begins with
        // a bar, as the group above ends; one bar is enough.
        let frame = renderer.render(&[title, Group::with_level(Level::NOTE).element(snippet)]);
        frame.split_inclusive('\n').enumerate().filter(|(index, _)| *index != 2).map(|(_, line)| line).collect()
    }

    /// The place of an offset of the piece's input.
    fn place(&mut self, offset: usize) -> Place {
        let bytes = self.piece.input.as_bytes();
        // Findings are asked for in order; one that a page moved up is counted from its start.
        if offset < self.counted.offset {
            return Place::start(self.piece.lines_before).on(bytes, offset);
        }
        self.counted = self.counted.on(bytes, offset);
        self.counted
    }
}

/// The text at the second place of a finding, which can be far away.
fn compared(text: &str, place: Span, related: Span) -> Option<String> {
    let written = related.of(text);
    let is_short = !written.is_empty() && written.len() <= 60 && !written.contains(['\n', '\r']);
    (is_short && related != place).then(|| format!("compared with `{}`", one_line(written)))
}

/// The line that a place begins on.
struct Shown<'a> {
    line: &'a str,
    /// The finding's place in the line.
    place: Span,
}

impl<'a> Shown<'a> {
    /// Finds the line; `None` if it is too long to be of help.
    fn of(text: &'a str, span: Span) -> Option<Self> {
        let at = span.start as usize;
        let (before, behind) = text.split_at_checked(at)?;
        let reach = before.get(before.len().saturating_sub(LONGEST)..).unwrap_or(before);
        let front = match memrchr(b'\n', reach.as_bytes()) {
            Some(end) => reach.len().saturating_sub(end).saturating_sub(1),
            None if reach.len() == before.len() => reach.len(),
            None => return None,
        };
        let back = memchr(b'\n', behind.as_bytes().get(..LONGEST.min(behind.len()))?);
        let back = back.or((behind.len() <= LONGEST).then_some(behind.len()))?;
        let start = at.saturating_sub(front);
        let line = text.get(start..at.saturating_add(back))?.trim_end_matches('\r');
        let end = (span.len() as usize).min(back).saturating_add(front).min(line.len());
        Some(Self { line, place: Span::new(front.min(line.len()) as u32, end as u32) })
    }
}
