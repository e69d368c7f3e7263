//! What the reader asks for.

/// The terms of a query: separated by commas, with blanks reduced to one. Quotation marks keep a comma inside a term.
pub fn terms(query: &str) -> Vec<String> {
    let mut terms = vec![String::new()];
    let mut quoted = false;
    for letter in query.chars() {
        match (letter, terms.last_mut()) {
            ('"' | '\u{201C}' | '\u{201D}', _) => quoted = !quoted,
            (',', _) if !quoted => terms.push(String::new()),
            (letter, Some(term)) if !letter.is_whitespace() => term.push(letter),
            (_, Some(term)) if !term.is_empty() && !term.ends_with(' ') => term.push(' '),
            _ => {}
        }
    }
    terms.iter_mut().for_each(|term| term.truncate(term.trim_end().len()));
    terms.retain(|term| !term.is_empty());
    terms
}

/// The query for these words, each a term. A word that contains a quotation mark cannot be asked for.
pub fn query<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut query = String::new();
    for word in words.filter(|word| !word.contains(['"', '\u{201C}', '\u{201D}'])) {
        let quote = if word.contains(',') { "\"" } else { "" };
        query.push_str(&[if query.is_empty() { "" } else { ", " }, quote, word, quote].concat());
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_separate_and_quotation_marks_keep() {
        let check = |query: &str, expected: &[&str]| assert_eq!(terms(query), expected, "{query}");
        check("", &[]);
        check(" , ,", &[]);
        check("north  reef", &["north reef"]);
        check("lamp, north reef ,tide", &["lamp", "north reef", "tide"]);
        check("\"March 5, 1996\", lamp", &["March 5, 1996", "lamp"]);
        check("\"open, to the end", &["open, to the end"]);
        check("a,b,c,d,e,f,g,h,i", &["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
    }

    #[test]
    fn a_query_asks_for_each_word() {
        let words = ["lamp", "1,000", "co\"al", "Łódź"];
        assert_eq!(query(words.into_iter()), "lamp, \"1,000\", Łódź");
        assert_eq!(terms(&query(words.into_iter())), ["lamp", "1,000", "Łódź"]);
    }
}
