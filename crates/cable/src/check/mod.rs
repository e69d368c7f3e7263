//! Self-checks: what a telegram says twice must agree.
//!
//! | file | what is compared |
//! |---|---|
//! | `serial.rs` | station serial number and page markers with the reference number |
//! | `filing.rs` | day and time of filing with the date-time group |
//! | `level.rs` | security line and highest portion mark with the classification |
//! | `sections.rs` | page markers and transmission section with the number of sections |
//! | `paragraphs.rs` | paragraph numbers with their order |
//! | `declassification.rs` | the executive order line with date and classification |
//! | `references.rs` | references with the telegram's own date and number |
//! | `signer.rs` | signature with the officer who classified it |
//! | `repairs.rs`, `lost.rs`, `quotes.rs` | values with what was written |
//! | `absence.rs` | what is usually there with what is |

mod absence;
mod declassification;
mod filing;
mod level;
mod lost;
mod paragraphs;
mod quotes;
mod references;
mod repairs;
mod sections;
mod serial;
mod signer;

pub use lost::is_lost_apostrophe;

use crate::interruption::Interruption;
use crate::{Cable, Check, CheckKind, Code, Diagnostic, Span};

/// Makes every check that the text allows, and reports what is missing. `is_ended` says whether the rows behind the
/// text end the message.
pub(crate) fn checks(text: &str, cable: &mut Cable, interruptions: &[Interruption], is_ended: bool) {
    level::from_security_line(cable);
    let made = [
        serial::station_serial(cable),
        serial::page_markers(cable, interruptions),
        filing::filing(cable),
        level::security_line(cable),
        level::highest_mark(cable),
        sections::transmission_section(cable),
        sections::complete(cable, interruptions),
        paragraphs::in_order(cable),
        declassification::declassification(cable),
        references::not_later(cable),
        signer::signer(cable),
    ];
    for check in made.into_iter().flatten() {
        if let Some(code) = check.code {
            let (span, related, detail) = (check.span, Some(check.against), Some(check.message.clone()));
            cable.diagnostics.push(Diagnostic { code, span, related, detail });
        }
        cable.checks.push(check);
    }
    repairs::repairs(text, cable);
    let quotes = quotes::quotes(text, cable);
    cable.diagnostics.extend(quotes);
    absence::absences(text, cable, is_ended);
}

/// What is compared, and the places of both sides.
struct Comparison {
    kind: CheckKind,
    span: Span,
    against: Span,
}

impl Comparison {
    fn holds(self, message: String) -> Check {
        let Self { kind, span, against } = self;
        Check { kind, holds: true, code: None, span, against, message }
    }

    fn fails(self, code: Code, message: String) -> Check {
        let Self { kind, span, against } = self;
        Check { kind, holds: false, code: Some(code), span, against, message }
    }
}
