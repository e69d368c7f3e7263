//! The contents of a telegram apart from its prose, as lines that can be compared.

use cable::{Cable, Mark, Section};
use std::fmt::Debug;

/// One line per fact, in a fixed order, for every telegram of the text.
pub fn structure(text: &str) -> Vec<String> {
    cable::cables(text).flat_map(|cable| facts(&cable)).collect()
}

/// The facts that only one of two readings has, or `None` where they are equal.
pub fn difference(one: &[String], other: &[String]) -> Option<String> {
    if one == other {
        return None;
    }
    let only = |mark: &str, a: &[String], b: &[String]| -> String {
        let mut rest: Vec<&String> = b.iter().collect();
        let mut lines = String::new();
        for fact in a {
            match rest.iter().position(|other| *other == fact) {
                Some(i) => drop(rest.remove(i)),
                None => lines += &format!("{mark} {fact}\n"),
            }
        }
        lines
    };
    let lines = only("-", one, other) + &only("+", other, one);
    Some(if lines.is_empty() { "the same facts in another order".to_owned() } else { lines })
}

fn facts(cable: &Cable) -> Vec<String> {
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: &dyn Debug| facts.push(format!("{name} {value:?}"));
    fact("mrn", &cable.reference_number.as_ref().map(|number| &number.value));
    fact("date", &cable.date.as_ref().and_then(|date| date.value).map(|date| date.to_string()));
    fact("classification", &cable.classification.as_ref().map(|mark| &mark.value));
    fact("captions", &cable.captions.iter().map(|caption| &caption.value).collect::<Vec<_>>());
    fact("tags", &cable.tags.iter().map(|tag| &tag.value.code).collect::<Vec<_>>());
    fact("subject", &cable.subject.as_ref().map(|subject| &subject.value));
    for reference in cable.references.iter().map(|reference| &reference.value) {
        let number = reference.number.as_ref().and_then(|number| number.canonical());
        fact("reference", &(&reference.label, number));
    }
    for classifier in &cable.classified_by {
        fact("classified-by", &(&classifier.value.name, &classifier.value.title));
    }
    fact("reasons", &cable.classification_reasons.iter().map(|reason| &reason.value).collect::<Vec<_>>());
    for paragraph in &cable.paragraphs {
        let mark = paragraph.mark.as_ref().map(|mark| written(&mark.value));
        fact("paragraph", &(paragraph.number, paragraph.depth, mark, paragraph.role));
    }
    for section in &cable.sections {
        fact("section", &(section.kind, section.form, numbers(cable, section)));
    }
    fact("signature", &cable.signature.iter().map(|name| &name.value).collect::<Vec<_>>());
    facts
}

fn written(mark: &Mark) -> String {
    mark.text.clone().unwrap_or_default()
}

fn numbers(cable: &Cable, section: &Section) -> Vec<Option<u32>> {
    section.paragraphs.iter().map(|&i| cable.paragraphs.get(i).and_then(|paragraph| paragraph.number)).collect()
}
