//! Self-checks: what a telegram says twice must agree. No table is needed for them, only the text.

use crate::interruption::Interruption;
use crate::{Cable, Check, CheckKind, Code, Diagnostic, Field, Level, Mark, Span};

/// Makes every check that the text allows, and says what is missing.
pub(crate) fn checks(text: &str, cable: &mut Cable, interruptions: &[Interruption]) {
    from_security_line(cable);
    let found = [
        station_serial(cable),
        filing(cable),
        security_line(cable),
        highest_mark(cable),
        sections(cable, interruptions),
        paragraph_order(cable),
    ];
    for check in found.into_iter().flatten() {
        if !check.holds
            && let Some(code) = contradiction(&check, cable)
        {
            let (span, related) = (check.span, Some(check.against));
            cable.diagnostics.push(Diagnostic { code, span, related, detail: Some(check.message.clone()) });
        }
        cable.checks.push(check);
    }
    absences(text, cable);
}

/// The code of a check that failed. Paragraph labels have diagnostics of their own.
fn contradiction(check: &Check, cable: &Cable) -> Option<Code> {
    match check.kind {
        CheckKind::StationSerial => Some(Code::SerialDiffers),
        CheckKind::Filing => Some(Code::FilingDiffers),
        CheckKind::SecurityLine => Some(Code::SecurityDiffers),
        CheckKind::HighestMark => match highest(cable)?.value.level > cable.classification.as_ref()?.value.level {
            true => Some(Code::MarkAboveClassification),
            false => Some(Code::MarksBelowClassification),
        },
        CheckKind::SectionCount => Some(Code::SectionsIncomplete),
        CheckKind::ParagraphOrder => None,
    }
}

/// Without a classification line the security line gives the level.
fn from_security_line(cable: &mut Cable) {
    if let (None, Some(security)) = (&cable.classification, &cable.transmission.security) {
        let mark = Mark { level: security.value, caveats: Vec::new(), text: None };
        let span = security.raw;
        cable.classification = Some(Field { label: security.label, raw: span, value: mark });
        cable.diagnostics.push(Diagnostic {
            code: Code::ClassificationFromSecurityLine,
            span,
            related: None,
            detail: None,
        });
    }
}

/// The station serial number is the reference number modulo 10,000 (1,120 of 1,120 measured).
fn station_serial(cable: &Cable) -> Option<Check> {
    let serial = cable.transmission.station_serial.as_ref()?;
    let number = cable.reference_number.as_ref()?;
    let holds = serial.value == number.value.number % 10_000;
    let relation = if holds { "fits" } else { "does not fit" };
    Some(Check {
        kind: CheckKind::StationSerial,
        holds,
        span: serial.raw,
        against: number.raw,
        message: format!(
            "Station serial {:04} {relation} {} {}.",
            serial.value, number.value.post, number.value.number
        ),
    })
}

/// The day of filing is the day of the date-time group (1,115 of 1,120); a message can be filed after midnight.
fn filing(cable: &Cable) -> Option<Check> {
    let filed = cable.transmission.filed.as_ref()?;
    let group = cable.date.as_ref()?;
    let (at, written) = (filed.value.at?, group.value?);
    let message = if at == written {
        format!(
            "Filed on day {}, {:02}:{:02}Z: the minute of the date-time group.",
            filed.value.day, at.hour, at.minute
        )
    } else if at.date == written.date {
        format!("Filed at {:02}:{:02}Z on the day of the date-time group, day {}.", at.hour, at.minute, filed.value.day)
    } else {
        format!("Filed on {}, while the date-time group says {}.", at.date, written.date)
    };
    Some(Check {
        kind: CheckKind::Filing,
        holds: at.date == written.date,
        span: filed.raw,
        against: group.raw,
        message,
    })
}

/// The security line repeats the level.
fn security_line(cable: &Cable) -> Option<Check> {
    let security = cable.transmission.security.as_ref()?;
    let classification = cable.classification.as_ref().filter(|mark| mark.value.text.is_some())?;
    let level = classification.value.level;
    // Limited official use has no letter of its own on the circuit.
    let holds = security.value == level || level == Level::LimitedOfficialUse && security.value <= Level::Confidential;
    let message = match holds {
        true => format!("The security line says {}, as the classification line does.", name(security.value)),
        false => format!("The security line says {}, the classification line {}.", name(security.value), name(level)),
    };
    Some(Check { kind: CheckKind::SecurityLine, holds, span: security.raw, against: classification.raw, message })
}

/// The highest portion mark is the classification (1,218 of 1,247).
fn highest_mark(cable: &Cable) -> Option<Check> {
    let highest = highest(cable)?;
    let classification = cable.classification.as_ref()?;
    let (level, overall) = (highest.value.level, classification.value.level);
    let holds = level == overall;
    let written = highest.value.text.as_deref().unwrap_or_default();
    let relation = if holds { "matches" } else { "does not match" };
    Some(Check {
        kind: CheckKind::HighestMark,
        holds,
        span: highest.raw,
        against: classification.raw,
        message: format!("Highest portion mark {written} {relation} {}.", name(overall)),
    })
}

fn highest(cable: &Cable) -> Option<&Field<Mark>> {
    let marks = cable.paragraphs.iter().filter_map(|paragraph| paragraph.mark.as_ref());
    marks.fold(None, |highest: Option<&Field<Mark>>, mark| match highest {
        Some(known) if known.value.level >= mark.value.level => Some(known),
        _ => Some(mark),
    })
}

/// Page markers count up to the last section: from the second, or from the first where they count its parts too.
fn sections(cable: &Cable, interruptions: &[Interruption]) -> Option<Check> {
    let count = cable.section_count.as_ref()?;
    let mut pages =
        interruptions.iter().filter_map(|found| found.page.filter(|(_, of)| *of > 0).map(|page| (page, found.span)));
    let (first, place) = pages.next()?;
    let (mut last, mut ordered) = (first, first.0 <= count.value.number + 1);
    let mut span = place;
    for (page, place) in pages {
        ordered &= (last.0..=last.0 + 1).contains(&page.0);
        (last, span) = (page, place);
    }
    let holds = ordered && last.0 == last.1 && last.1 == count.value.of;
    let message = match holds {
        true => format!("All {} sections are there.", count.value.of),
        false => {
            format!("The heading counts {} sections, the last page marker is {} of {}.", count.value.of, last.0, last.1)
        }
    };
    Some(Check { kind: CheckKind::SectionCount, holds, span, against: count.raw, message })
}

/// Paragraphs are numbered 1, 2, 3 … (13,317 of 13,567 labels).
fn paragraph_order(cable: &Cable) -> Option<Check> {
    let mut numbered = cable.paragraphs.iter().filter(|paragraph| paragraph.depth == 0);
    let mut last = (0, Span::default());
    let mut first = None;
    let mut fault = None;
    for (paragraph, number) in numbered.by_ref().filter_map(|paragraph| Some((paragraph, paragraph.number?))) {
        first = first.or(Some(paragraph.label));
        if number != last.0 + 1 && fault.is_none() {
            fault = Some((number, last.0, paragraph.label));
        }
        last = (number, paragraph.label);
    }
    let against = first?;
    Some(match fault {
        None => Check {
            kind: CheckKind::ParagraphOrder,
            holds: true,
            span: last.1,
            against,
            message: format!("Paragraphs are numbered from 1 to {} without a gap.", last.0),
        },
        Some((number, 0, span)) => Check {
            kind: CheckKind::ParagraphOrder,
            holds: false,
            span,
            against,
            message: format!("The first numbered paragraph is {number}."),
        },
        Some((number, before, span)) => Check {
            kind: CheckKind::ParagraphOrder,
            holds: false,
            span,
            against,
            message: format!("Paragraph {number} follows paragraph {before}."),
        },
    })
}

/// Parts that are usually there and are not. A text that is no telegram lacks them all, and nobody needs to be told.
fn absences(text: &str, cable: &mut Cable) {
    if cable.dialect == crate::Dialect::Unknown {
        return;
    }
    let start = Span::new(cable.span.start, cable.span.start);
    let end = Span::new(cable.span.end, cable.span.end);
    let tail = text.get(..cable.span.end as usize).unwrap_or_default().trim_end();
    let missing = [
        (cable.reference_number.is_none(), Code::NoReferenceNumber, start),
        (cable.date.is_none(), Code::NoDate, start),
        (cable.date.as_ref().is_some_and(|date| date.value.is_none()), Code::DateUnreadable, start),
        (cable.classification.is_none(), Code::NoClassification, start),
        (cable.subject.is_none(), Code::NoSubject, start),
        (cable.tags.is_empty(), Code::NoTags, start),
        (cable.signature.is_empty(), Code::NoSignature, end),
        (!tail.ends_with("NNNN") && !tail.ends_with("End Cable Text"), Code::NoEndOfMessage, end),
    ];
    for (_, code, span) in missing.into_iter().filter(|(is_missing, _, _)| *is_missing) {
        cable.diagnostics.push(Diagnostic { code, span, related: None, detail: None });
    }
}

/// A level in words.
fn name(level: Level) -> &'static str {
    match level {
        Level::Unclassified => "Unclassified",
        Level::LimitedOfficialUse => "Limited Official Use",
        Level::Confidential => "Confidential",
        Level::Secret => "Secret",
        Level::TopSecret => "Top Secret",
    }
}
