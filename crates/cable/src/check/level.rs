//! The classification, against the security line that repeats it and the paragraphs that add up to it.

use super::Comparison;
use crate::{Cable, Check, CheckKind, Code, Diagnostic, Field, Level, Mark};

/// Takes the level from the security line if there is no classification line.
pub(super) fn from_security_line(cable: &mut Cable) {
    if let (None, Some(security)) = (&cable.classification, &cable.transmission.security) {
        let mark = Mark { level: security.value, caveats: Vec::new(), text: None };
        let span = security.raw;
        cable.classification = Some(Field { label: security.label, raw: span, value: mark });
        cable.diagnostics.push(Diagnostic::new(Code::ClassificationFromSecurityLine, span, None));
    }
}

/// The security line repeats the level.
pub(super) fn security_line(cable: &Cable) -> Option<Check> {
    let security = cable.transmission.security.as_ref()?;
    let classification = cable.classification.as_ref().filter(|mark| mark.value.text.is_some())?;
    let compared = Comparison { kind: CheckKind::SecurityLine, span: security.raw, against: classification.raw };
    let (line, level) = (security.value, classification.value.level);
    // Limited official use has no letter of its own on the circuit.
    let holds = line == level || level == Level::LimitedOfficialUse && line <= Level::Confidential;
    Some(match holds {
        true => compared.holds(format!("The security line says {}, as the classification line does.", name(line))),
        false => compared.fails(
            Code::SecurityDiffers,
            format!("The security line says {}, the classification line {}.", name(line), name(level)),
        ),
    })
}

/// The highest portion mark is the classification (1,218 of 1,247 measured).
pub(super) fn highest_mark(cable: &Cable) -> Option<Check> {
    let highest = highest(cable)?;
    let classification = cable.classification.as_ref()?;
    let compared = Comparison { kind: CheckKind::HighestMark, span: highest.raw, against: classification.raw };
    let (level, overall) = (highest.value.level, classification.value.level);
    let written = highest.value.text.as_deref().unwrap_or_default().trim_end_matches('.');
    if level == overall {
        return Some(compared.holds(format!("Highest portion mark {written} matches {}.", name(overall))));
    }
    let code = if level > overall { Code::MarkAboveClassification } else { Code::MarksBelowClassification };
    Some(compared.fails(code, format!("Highest portion mark {written} does not match {}.", name(overall))))
}

fn highest(cable: &Cable) -> Option<&Field<Mark>> {
    let marks = cable.paragraphs.iter().filter_map(|paragraph| paragraph.mark.as_ref());
    marks.fold(None, |highest: Option<&Field<Mark>>, mark| match highest {
        Some(known) if known.value.level >= mark.value.level => Some(known),
        _ => Some(mark),
    })
}

/// A level in words.
pub(super) fn name(level: Level) -> &'static str {
    match level {
        Level::Unclassified => "Unclassified",
        Level::LimitedOfficialUse => "Limited Official Use",
        Level::Confidential => "Confidential",
        Level::Secret => "Secret",
        Level::TopSecret => "Top Secret",
    }
}
