//! The kinds of copy of a telegram: what stands around its text, and how its fields are labelled.

use super::{Telegram, letter, write::Layout};

impl Telegram {
    /// The saved page of the archive: header and body in a block each, anchors and TAGS as links.
    pub fn page(&self, layout: Layout) -> String {
        let (header, body) = self.halves(layout);
        let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let mut body = escape(&body).replace('¶', "<a id='par' href='#par'>&para;</a>").replace('\n', " &#x000A;");
        for (code, _) in &self.tags {
            body = body.replacen(&format!(" {code} "), &format!(" <a href='/tag/{code}_0.html'>{code}</a> "), 1);
        }
        format!(
            "<!DOCTYPE html>\n<html><head><title>Telegram</title></head>\n<body>\n<code><pre>{}</pre></code>\n\
             <code><pre>{body}</pre></code>\n</body></html>\n",
            escape(&header).replace('\n', "&#x000A;"),
        )
    }

    /// The row of the bulk dump.
    pub fn row(&self, layout: Layout) -> String {
        let (header, body) = self.halves(layout);
        let escape = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        let (year, month, day, hour, minute) = self.time;
        format!(
            "\"{}\",\"{month}/{day}/{year} {hour}:{minute:02}\",\"{:02}{}{}\",\"Embassy\",\"{}\",\"\",\"{}\",\"{}\"\n",
            self.serial,
            year % 100,
            self.post.replace(' ', ""),
            self.number,
            self.level.name.to_uppercase(),
            escape(&header),
            escape(&body),
        )
    }

    /// The print of the Department's system, with a label for each field.
    pub fn print(&self, layout: Layout) -> String {
        let (year, month, day, hour, minute) = self.time;
        let index = usize::from(month) - 1;
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][index];
        let level = self.level.name.to_uppercase();
        let codes: Vec<&str> = self.tags.iter().map(|(code, _)| *code).collect();
        let references = self.references.iter().enumerate();
        let references: Vec<String> =
            references.map(|(i, (post, number))| format!("{}) {:02} {post} {number}", letter(i), year % 100)).collect();
        let optional = |label: &str, value: &str| match value {
            "" => String::new(),
            value => format!("{label:<17}{value}\n"),
        };
        let mut text = format!(
            "{level}\n\n\nMRN:             {:02} {} {}\nDate/DTG:        {month} {day:02}, {year} / \
             {day:02}{hour:02}{minute:02}Z {} {:02}\nFrom:            AMEMBASSY {}\nAction:          WASHDC, SECSTATE {}\n",
            year % 100,
            self.post,
            self.number,
            month.to_uppercase(),
            year % 100,
            self.post,
            self.precedence.1.to_uppercase(),
        );
        text += &optional("E.O.:", "12958");
        text += &optional("TAGS:", &codes.join(", "));
        text += &optional("Captions:", &self.captions.join(", "));
        text += &optional("Reference:", &references.join("\n                 "));
        text += &optional("Subject:", &self.subject.join(" "));
        text + "\n" + &self.body(layout) + &format!("\nSignature:         {}\n", self.classifier.2)
    }

    /// The transmission's header, and everything from the classification line on.
    fn halves(&self, layout: Layout) -> (String, String) {
        let text = self.write(layout);
        let cut = text.find(&format!("{} SECTION 01", self.level.written)).unwrap_or(0);
        let (header, body) = text.split_at(cut);
        (header.to_owned(), body.to_owned())
    }
}
