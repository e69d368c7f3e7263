//! What the export says about a telegram, as far as its values determine it.

use super::{Paragraph, Part, Telegram, letter, sentence};
use serde_json::{Value, json};

impl Telegram {
    /// What the export says, as far as the telegram's values determine it.
    pub fn expected(&self) -> Value {
        let (year, month, day, hour, minute) = self.time;
        let (post, number) = (self.post.replace(' ', ""), self.number);
        let references = self.references.iter().enumerate().map(|(i, (post, number))| {
            let mrn = format!("{:02}{}{number}", year % 100, post.replace(' ', ""));
            json!({ "label": letter(i).to_string(), "kind": "cable", "mrn": mrn, "text": format!("{post} {number}") })
        });
        json!({
            "mrn": format!("{:02}{post}{number}", year % 100),
            "post": post,
            "number": number,
            "date": format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z"),
            "precedence": { "action": self.precedence.1, "info": null },
            "transmission": {
                "start": format!("VZCZCXRO{:04}", self.serial), "routed_to": ["RUEHAB", "RUEHCD"],
                "originator": "RUEHEF", "station_serial": number % 10_000, "section": 1, "security": self.level.name,
                "filed": format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z"), "signals": ["ZZH"],
            },
            "from": { "routing": "RUEHEF", "name": format!("AMEMBASSY {}", self.post) },
            "to": [{ "routing": "RUEHC", "name": "SECSTATE WASHDC", "serial": format!("{:04}", self.serial) }],
            "info": [],
            "classification": { "level": self.level.name, "text": self.level.written },
            "section_count": { "number": 1, "of": self.sections },
            "captions": self.captions,
            "executive_order": { "order": "12958", "declassify_on": null, "instruction": "N/A" },
            "tags": self.tags.iter().map(|(code, kind)| json!({ "code": code, "kind": kind })).collect::<Vec<_>>(),
            "subject": self.subject.join(" "),
            "references": references.collect::<Vec<_>>(),
            "classified_by": [{ "name": self.classifier.1, "title": self.classifier.0 }],
            "classification_reasons": self.reasons.iter().map(|reason| format!("1.4({reason})")).collect::<Vec<_>>(),
            "summary": self.part("summary"),
            "comment": self.part("comment"),
            "sections": self.expected_sections(),
            "paragraphs": self.paragraphs.iter().zip(1..).map(|(p, number)| p.expected(number)).collect::<Vec<_>>(),
            "signature": [self.classifier.2],
        })
    }

    fn part(&self, kind: &str) -> Option<String> {
        self.paragraphs.iter().find(|paragraph| paragraph.part.kind() == Some(kind)).map(Paragraph::prose)
    }

    fn expected_sections(&self) -> Vec<Value> {
        let mut sections = Vec::new();
        for (paragraph, number) in self.paragraphs.iter().zip(1..) {
            if let Some(kind) = paragraph.part.kind() {
                let form = if matches!(paragraph.part, Part::Inline(_)) { "inline" } else { "headed" };
                sections.push(json!({ "kind": kind, "form": form, "paragraphs": [number], "text": paragraph.prose() }));
            }
            if let Some(note) = &paragraph.note {
                let text = sentence(note);
                sections.push(json!({ "kind": "note", "form": "parenthetical", "paragraphs": [number], "text": text }));
            }
        }
        sections
    }
}

impl Paragraph {
    fn expected(&self, number: usize) -> Value {
        json!({
            "number": number, "depth": 0, "mark": { "text": self.mark }, "role": self.part.kind(),
            "heading": self.part.heading(), "text": self.text(),
        })
    }
}
