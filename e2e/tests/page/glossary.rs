//! What codes and abbreviations mean.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use cable::glossary::{Term, TermKind, term, terms};
use e2e::{Page, Result};
use serde::Deserialize;

pub const GROUP: Group = Group {
    name: "glossary",
    browser: Wants::Any,
    tests: tests![
        the_terms_of_the_document_and_no_others,
        what_is_not_known_stays_unknown,
        each_leads_to_its_first_place,
        prose_stays_prose,
    ],
};

/// An entry of the panel.
#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Entry {
    code: String,
    meaning: String,
    note: String,
    places: String,
}

async fn entries(page: &Page) -> Result<Vec<Entry>> {
    const ENTRIES: &str = "
        return [...document.querySelectorAll('#glossary .term-entry')].map(entry => {
            const [code, meaning, note, places] = [...entry.children].map(e => e.textContent);
            return { code, meaning, note, places };
        })";
    page.run(ENTRIES, &[]).await
}

pub const TEXT: &str = "VZCZCXRO0417\nRR RUEHDE\nDE RUEHMS #0417 1070544\nZNY CCCCC ZZH\nO R 160544Z APR 08\nFM AMEMBASSY MUSCAT\n\
    TO RUEHC/SECSTATE WASHDC 1234\n\nC O N F I D E N T I A L MUSCAT 000417\n\nSIPDIS\n\n\
    E.O. 12958: DECL: 04/15/2018\nTAGS: PHUM, QQXZ, MU\nSUBJECT: GOATS\n\nREF: A. RIO 12\n     B. MUSCAT 3\n\n\
    Classified By: DCM Ann Loam for reasons 1.4 (b).\n\n\
    1. (C) Summary: The DCM met the MFA. The DCM smiled. End Summary.\n\n2. (C) PolOff heard of it. NFI.\n\nLOAM\n";

pub async fn opened(page: &Page, text: &str) -> Result {
    page.paste(text).await?;
    page.shows(text.as_bytes()).await
}

async fn the_terms_of_the_document_and_no_others(page: Page) -> Result {
    for text in [EXAMPLE, TEXT] {
        opened(&page, text).await?;
        let expected = Expected::of(text, "")?;
        let shown = entries(&page).await?;
        for used in terms(&expected.cable, &expected.text) {
            let Term { code, meaning, source, .. } = used.term;
            let count = if used.spans.len() == 1 { String::new() } else { format!("{}×", used.spans.len()) };
            let has_places = |places: &str| places.split_once(", ").map_or("", |(_, count)| count) == count;
            let found = shown.iter().find(|entry| entry.code == code && has_places(&entry.places));
            let found = found.ok_or_else(|| format!("{code} {count}: {shown:#?}"))?;
            assert!(found.meaning.ends_with(meaning.unwrap_or("Meaning not known")), "{found:?}");
            let is_usage = source.starts_with("common usage") && found.note.ends_with("Unconfirmed");
            assert!(is_usage || found.note.ends_with(source), "{found:?}");
        }
        let is_known = |code: &str| term(TermKind::Tag, code, expected.cable.written_on()).is_some();
        let unknown = expected.cable.tags.iter().filter(|tag| !is_known(&tag.value.code)).count();
        assert_eq!(shown.len(), terms(&expected.cable, &expected.text).len() + unknown);
    }
    Ok(())
}

/// Nothing is made up, and a name in the text counts more than the listed meaning of an indicator.
async fn what_is_not_known_stays_unknown(page: Page) -> Result {
    opened(&page, TEXT).await?;
    let shown = entries(&page).await?;
    let of = |code: &str| shown.iter().find(|entry| entry.code == code);
    let unknown = of("QQXZ").ok_or("the unknown TAGS are listed")?;
    assert_eq!((&*unknown.meaning, &*unknown.note), ("Meaning not known", "Not in the table of TAGS for its time"));
    assert!(of("PHUM").is_some_and(|entry| entry.note.starts_with("Official: ")), "{shown:#?}");
    assert!(of("MU").is_some_and(|entry| entry.meaning == "Oman" && entry.note.starts_with("Until 2012. ")));
    assert!(of("POLOFF").is_some_and(|entry| entry.note == "Unconfirmed" && entry.places == "¶2"));
    assert_eq!(of("RUEHC"), None, "the text says who that is");
    assert_eq!(of("RUEHMS"), None, "the text says who that is");
    assert!(of("RUEHDE").is_some_and(|entry| entry.meaning.starts_with("Most often ")), "{shown:#?}");
    opened(&page, "SUBJECT: QUINCE\n\n1. (U) Peel nothing.").await?;
    let said: String = page.run("return document.querySelector('#glossary .remark').textContent", &[]).await?;
    assert!(said.ends_with('.') && said.len() > 20, "{said}");
    Ok(())
}

async fn each_leads_to_its_first_place(page: Page) -> Result {
    const HAS: &str = "
        const e = document.activeElement, box = e.getBoundingClientRect();
        return e.matches(arguments[0]) && box.bottom > 0 && box.top < innerHeight && e.textContent.includes(arguments[1])";
    opened(&page, TEXT).await?;
    for (button, place, word) in [
        ("Header, show the first place of PHUM", ".tag-line .term", "PHUM"),
        ("¶1, 2×, show the first place of DCM", "#summary .term", "DCM"),
        ("¶2, show the first place of POLOFF", "#body .term", "PolOff"),
        ("Header, show the first place of RIODEJANEIRO", "pre .chosen", "RIO 12"),
    ] {
        page.click("Glossary").await?;
        // During a smooth scroll it would not stay where a pointer finds it.
        let button = page.control(button).await?.to_json()?;
        page.run::<()>("arguments[0].click()", &[button]).await?;
        page.until(&format!("{word} has the keyboard"), HAS, &[place.into(), word.into()]).await?;
    }
    Ok(())
}

/// An explained word is text like the others: selected, copied and found.
async fn prose_stays_prose(page: Page) -> Result {
    const SELECTED: &str = "
        const prose = document.querySelector('#paragraph-2 .prose');
        getSelection().selectAllChildren(prose);
        return [getSelection().toString(), prose.textContent]";
    opened(&page, TEXT).await?;
    let expected = Expected::of(TEXT, "")?.record.paragraphs.swap_remove(1).text;
    assert_eq!(page.run::<[String; 2]>(SELECTED, &[]).await?, [expected.clone(), expected]);
    let marked: Vec<String> =
        page.run("return [...document.querySelectorAll('#summary .term')].map(e => e.textContent)", &[]).await?;
    assert_eq!(marked, ["DCM", "MFA"], "each once in a paragraph");
    Ok(())
}
