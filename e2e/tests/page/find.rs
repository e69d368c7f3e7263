//! Find: words across line ends, page markers and divided words, in the body and in the source.

use crate::runner::{Group, Wants, tests};
use e2e::page::Key;
use e2e::{Page, Result};
use serde::Deserialize;

pub const GROUP: Group = Group {
    name: "find",
    browser: Wants::Any,
    tests: tests![
        the_keys_open_it,
        across_lines_pages_and_divided_words,
        round_and_round,
        without_hits_no_way_leads_to_one,
        case_and_whole_words,
        several_terms_in_their_colours,
        a_ninth_term_has_the_first_colour_again,
        all_hits_are_listed,
        the_list_leaves_the_hit_on_the_screen,
        what_a_reader_sees_is_found,
        in_summary_and_comment_as_well,
        what_is_folded_is_shown_above,
        of_a_long_text,
        in_a_tab_that_is_not_seen,
        it_begins_where_the_reader_is,
        closing_leaves_the_keyboard_at_the_hit,
    ],
};

pub const TEXT: &str = "FM AMEMBASSY TARSIS\nTO RUEHC/SECSTATE WASHDC\n\nC O N F I D E N T I A L SECTION 01 OF 02 TARSIS 000412\n\n\
    E.O. 12958: DECL: 03/12/2017\nTAGS: PREL, EWWT\nSUBJECT: A LAMP FOR THE HARBOR\n\n\
    1. (C) The keeper of the north\nreef lamp said on the telephone that the Café at the\n\n\
    TARSIS 00000412  002 OF 002\n\n\
    harbor would close. A con-\nsensus was not found.\n\n2. (U) The lamps are dear, and the lamp is old.\n";

const FIELD: &str = "Find in this text";

pub async fn opened(page: &Page, text: &str) -> Result {
    page.paste(text).await?;
    page.shows(text.as_bytes()).await?;
    page.open_find().await
}

/// Puts words into the field, as typing them would.
pub async fn ask(page: &Page, words: &str) -> Result {
    const TYPE: &str = "
        const [field, words] = arguments;
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    let field = page.labelled(FIELD).await?;
    page.run(TYPE, &[field.to_json()?, words.into()]).await
}

/// Puts words into the field, and waits until the count says `count`.
pub async fn find(page: &Page, words: &str, count: &str) -> Result {
    ask(page, words).await?;
    counts(page, count).await
}

async fn counts(page: &Page, count: &str) -> Result {
    const SAYS: &str = "return document.querySelector('search [role=status]').textContent === arguments[0]";
    page.until(&format!("it counts {count:?}"), SAYS, &[count.into()]).await
}

/// Something marked: its part of the page, its colour, its words.
#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Marked(String, String, String);

/// Waits until this many are marked, and returns them.
async fn marked(page: &Page, count: usize) -> Result<Vec<Marked>> {
    const MARKED: &str = "
        return [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map(range => {
            const part = range.startContainer.parentElement.closest('section').id;
            return [part, name, range.toString()];
        }))";
    let is = format!("const marked = (() => {{ {MARKED} }})(); return marked.length === arguments[0]");
    page.until(&format!("{count} places are marked"), &is, &[count.into()]).await?;
    page.run(MARKED, &[]).await
}

/// Waits until the current hit has these words and is on the screen, below the bar.
pub async fn looks_at(page: &Page, words: &str) -> Result {
    const LOOKS: &str = "
        const bar = document.querySelector('search').getBoundingClientRect().bottom;
        return [...CSS.highlights.get('found-here')].some(range => {
            const box = range.getBoundingClientRect();
            return range.toString() === arguments[0] && box.top >= bar && box.bottom <= innerHeight;
        })";
    page.until(&format!("it looks at {words:?}"), LOOKS, &[words.into()]).await
}

async fn the_keys_open_it(page: Page) -> Result {
    const HAS: &str = "return (document.activeElement.type === 'search') === arguments[0]";
    page.paste(TEXT).await?;
    page.shows(TEXT.as_bytes()).await?;
    for (held, key) in [(Some(Key::Control), 'f'), (None, char::from(Key::F3))] {
        match held {
            Some(held) => page.press_with(held, key).await?,
            None => page.browser.action_chain().send_keys(key.to_string()).perform().await?,
        }
        page.until("the field has the keyboard", HAS, &[true.into()]).await?;
        page.press(Key::Escape).await?;
        page.until("the bar is gone", "return document.querySelector('.find-bar:not([hidden])') === null", &[]).await?;
    }
    Ok(())
}

async fn across_lines_pages_and_divided_words(page: Page) -> Result {
    opened(&page, TEXT).await?;
    page.click("Source").await?;
    let cases = [
        ("NORTH  REEF", "north reef", "north\nreef"),
        ("cafe at the harbor", "Café at the harbor", "Café at the\n\nTARSIS 00000412  002 OF 002\n\nharbor"),
        ("consensus", "consensus", "con-\nsensus"),
    ];
    for (words, prose, source) in cases {
        find(&page, words, "1 of 1").await?;
        looks_at(&page, prose).await?;
        let both = marked(&page, 2).await?;
        let of = |part: &str, words: &str| Marked(part.into(), "found-here".into(), words.into());
        assert_eq!(both, [of("body", prose), of("source", source)]);
    }
    find(&page, "lantern", "No hits").await?;
    marked(&page, 0).await.map(drop)
}

/// Summary and Comment show parts of paragraphs, which may begin in the middle of a paragraph's prose.
async fn in_summary_and_comment_as_well(page: Page) -> Result {
    const PARTS: &str = "FM AMEMBASSY TARSIS\nSUBJECT: LAMPS\n\n1. (C) SUMMARY: The Łamp is\nlit. END SUMMARY.\n\n\
        2. (U) A lamp is dear. BEGIN COMMENT: No lamp\nis dearer. END COMMENT.\n";
    opened(&page, PARTS).await?;
    find(&page, "lamp is, no lamp", "1 of 4").await?;
    let mut all = marked(&page, 6).await?;
    all.retain(|Marked(part, ..)| part != "body" && part != "source");
    let of = |part: &str, colour: &str, words: &str| Marked(part.into(), colour.into(), words.into());
    assert!(all.contains(&of("summary", "found-here", "Łamp is")), "{all:?}");
    assert!(all.contains(&of("comment", "found-2", "No lamp")), "{all:?}");
    Ok(())
}

/// A paragraph that Summary shows stays folded in Body: its hits are shown above, even after Find is put away.
async fn what_is_folded_is_shown_above(page: Page) -> Result {
    const HERE: &str = "
        const { top, bottom } = document.querySelector('#summary').getBoundingClientRect();
        return bottom > 0 && top < innerHeight && document.querySelectorAll('details.folded[open]').length === arguments[0]";
    let hay = "Some hay of the usual length. ".repeat(80);
    let text = format!(
        "FM AMEMBASSY TARSIS\nSUBJECT: LAMPS\n\n1. (U) Hay. {hay}\n\n2. (C) SUMMARY: The lamp is lit. END SUMMARY.\n\n3. (U) {hay}\n"
    );
    opened(&page, &text).await?;
    find(&page, "lamp is", "1 of 1").await?;
    looks_at(&page, "lamp is").await?;
    page.press(Key::Enter).await?;
    page.until("Summary is on the screen, and Body folded", HERE, &[0.into()]).await?;
    page.press(Key::Escape).await?;
    page.until("it stays there", HERE, &[0.into()]).await
}

async fn round_and_round(page: Page) -> Result {
    opened(&page, TEXT).await?;
    find(&page, "the lamp", "1 of 2").await?;
    page.press(Key::Enter).await?;
    counts(&page, "2 of 2").await?;
    page.browser.action_chain().send_keys(char::from(Key::F3).to_string()).perform().await?;
    counts(&page, "1 of 2 · reached the end, continued from the top").await?;
    page.press_with(Key::Shift, Key::Enter).await?;
    counts(&page, "2 of 2 · reached the top, continued from the end").await?;
    page.click("Previous hit").await?;
    counts(&page, "1 of 2").await?;
    page.click("Next hit").await?;
    counts(&page, "2 of 2").await?;
    looks_at(&page, "the lamp").await
}

async fn without_hits_no_way_leads_to_one(page: Page) -> Result {
    const DISABLED: &str = "
        return [...document.querySelectorAll('search [aria-disabled]')].map(button => button.textContent)";
    opened(&page, TEXT).await?;
    for (words, count, disabled) in [("zebra", "No hits", &["Previous hit", "Next hit"][..]), ("lamp", "1 of 4", &[])] {
        find(&page, words, count).await?;
        assert_eq!(page.run::<Vec<String>>(DISABLED, &[]).await?, disabled, "{words}");
    }
    Ok(())
}

async fn case_and_whole_words(page: Page) -> Result {
    opened(&page, TEXT).await?;
    find(&page, "lamp", "1 of 4").await?;
    page.click("Next hit").await?;
    counts(&page, "2 of 4").await?;
    page.click("Whole words").await?;
    counts(&page, "2 of 3").await?;
    page.click("Match case").await?;
    counts(&page, "1 of 2").await?;
    page.click("Whole words").await?;
    counts(&page, "1 of 3").await
}

async fn several_terms_in_their_colours(page: Page) -> Result {
    const TERMS: &str = "return [...document.querySelectorAll('.find-terms li')].map(li => li.textContent)";
    opened(&page, TEXT).await?;
    find(&page, "dear, keeper, \"and, the\", old", "1 of 3").await?;
    assert_eq!(page.run::<Vec<String>>(TERMS, &[]).await?, ["dear 1", "keeper 1", "and, the 0", "old 1"]);
    page.click("Source").await?;
    let all = marked(&page, 6).await?;
    for (colour, words) in [("found-here", "keeper"), ("found-1", "dear"), ("found-4", "old")] {
        for part in ["body", "source"] {
            let one = Marked(part.into(), colour.into(), words.into());
            assert!(all.contains(&one), "{one:?} in {all:?}");
        }
    }
    Ok(())
}

async fn a_ninth_term_has_the_first_colour_again(page: Page) -> Result {
    opened(&page, TEXT).await?;
    find(&page, "q1, q2, q3, q4, q5, q6, q7, q8, dear, keeper", "1 of 2").await?;
    let marked = marked(&page, 2).await?;
    let in_body = |colour: &str, words: &str| Marked("body".into(), colour.into(), words.into());
    assert!(
        marked.contains(&in_body("found-1", "dear")) && marked.contains(&in_body("found-here", "keeper")),
        "{marked:?}"
    );
    Ok(())
}

async fn all_hits_are_listed(page: Page) -> Result {
    const LIST: &str = "return [...document.querySelectorAll('.find-list li')].map(li => li.textContent)";
    opened(&page, TEXT).await?;
    find(&page, "dear, harbor", "1 of 3").await?;
    page.click("List all").await?;
    let list: Vec<String> = page.run(LIST, &[]).await?;
    assert_eq!(list.len(), 3);
    // The list has no words of other fields.
    assert_eq!(list[0], "HeaderSUBJECT: A LAMP FOR THE HARBOR");
    assert!(list[1].starts_with("¶ 1") && list[1].contains("Café at the harbor would close"), "{list:?}");
    assert!(list[2].starts_with("¶ 2") && list[2].contains("The lamps are dear, and"), "{list:?}");
    page.one(".find-list li:nth-child(3) button").await?.click().await?;
    counts(&page, "3 of 3").await?;
    looks_at(&page, "dear").await
}

async fn the_list_leaves_the_hit_on_the_screen(page: Page) -> Result {
    const FIRST: &str = "return document.querySelector('.find-list li').textContent";
    let around = "Hay. ".repeat(40);
    opened(&page, &many_paragraphs(1_900).replace("A needle.", &[&around, "A needle. ", &around].concat())).await?;
    find(&page, "needle", "1 of 1").await?;
    looks_at(&page, "needle").await?;
    page.click("List all").await?;
    page.settled().await?;
    looks_at(&page, "needle").await?;
    // Dots show where text was cut off.
    let first: String = page.run(FIRST, &[]).await?;
    assert!(first.starts_with("¶ 1900… Hay.") && first.ends_with("Hay. …"), "{first}");
    Ok(())
}

async fn what_a_reader_sees_is_found(page: Page) -> Result {
    opened(&page, &TEXT.replace("The lamps are dear", "The keeper,s lamps are dear")).await?;
    find(&page, "keeper's lamps", "1 of 1").await
}

/// A hit far below comes into view, even where the page has not drawn it yet.
pub fn many_paragraphs(needle: u32) -> String {
    let mut text = String::from("FM AMEMBASSY TARSIS\nSUBJECT: MANY PARAGRAPHS\n\n");
    for number in 1..=2_000 {
        let words = if number == needle { "A needle." } else { "Some hay of the usual length, and some more of it." };
        text.push_str(&format!("{number}. (U) {words}\n\n"));
    }
    text
}

async fn of_a_long_text(page: Page) -> Result {
    opened(&page, &many_paragraphs(1_900)).await?;
    find(&page, "needle", "1 of 1").await?;
    looks_at(&page, "needle").await?;
    find(&page, "hay", "1 of 1,999").await
}

/// A tab that is not visible gets no frames.
async fn in_a_tab_that_is_not_seen(page: Page) -> Result {
    opened(&page, &many_paragraphs(1_900).replace("hay", &"hay ".repeat(500))).await?;
    page.run::<()>("window.requestAnimationFrame = () => 0", &[]).await?;
    find(&page, "needle", "1 of 1").await
}

/// Far down in a text, the first hit is the next one below; at the top, the first of all.
async fn it_begins_where_the_reader_is(page: Page) -> Result {
    const NEAR: &str = "
        const [, number] = /^([0-9,]+) of 1,999$/.exec(document.querySelector('search [role=status]').textContent) ?? [];
        const at = Number((number ?? '').replace(',', ''));
        return at > 970 && at <= 1000";
    const THERE: &str = "
        const there = document.activeElement, box = there.getBoundingClientRect();
        return there.id === 'paragraph-1000' && box.top > 0 && box.bottom < innerHeight";
    let text = many_paragraphs(1_900);
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    page.run::<()>("location.hash = '#p1000'", &[]).await?;
    page.until("it is on the screen", THERE, &[]).await?;
    page.settled().await?;
    page.press_with(Key::Control, 'f').await?;
    ask(&page, "hay").await?;
    page.until("it begins near there", NEAR, &[]).await?;
    page.press(Key::Escape).await?;
    page.run::<()>("scrollTo(0, 0)", &[]).await?;
    page.until("it is at the top", "return scrollY === 0", &[]).await?;
    page.press_with(Key::Control, 'f').await?;
    counts(&page, "1 of 1,999").await
}

async fn closing_leaves_the_keyboard_at_the_hit(page: Page) -> Result {
    opened(&page, TEXT).await?;
    find(&page, "dear", "1 of 1").await?;
    page.press(Key::Escape).await?;
    page.until("the paragraph has the keyboard", "return document.activeElement.id === 'paragraph-2'", &[]).await?;
    marked(&page, 0).await?;
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}
