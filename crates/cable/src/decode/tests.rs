use super::{decode, read};
use crate::{Code, Dialect, Span};

/// Checks the text of a page; `-` is for what is no page.
fn check(page: &str, expected: &str) {
    assert_eq!(decode(page).map_or_else(|| "-".to_owned(), |decoded| decoded.text), expected, "{page}");
}

#[test]
fn a_page_is_known_by_its_first_bytes() {
    check("<html><pre>FM ALDER</pre>", "FM ALDER");
    check("\u{FEFF}\n<!-- saved --><!DOCTYPE html><pre>FM ALDER</pre>", "FM ALDER");
    check("<h3>Viewing cable 07ALDER4</h3><code><pre>FM ALDER</pre></code>", "FM ALDER");
    for text in ["", "FM ALDER", "<", "<!-- ", "<img src=x onerror=alert(1)>FM ALDER", "< html>", "<á"] {
        check(text, "-");
    }
}

#[test]
fn a_telegram_is_its_two_preformatted_blocks() {
    check(
        "<html><body>Menu<code><pre>FM ALDER\nTO BIRCH</pre></code><p>Tools<code><pre>1. Text.</pre></code>Foot</body>",
        "FM ALDER\nTO BIRCH\n\n1. Text.",
    );
    check("<html><pre>not this</pre><code><pre>this</pre></code>", "this");
    check("<html><pre>one</pre><pre>two\n</pre><pre>three</pre>", "one\n\ntwo\n\nthree");
    check("<html><pre>\nnever closed", "\nnever closed");
}

#[test]
fn line_ends_that_were_written_out() {
    check(
        r#"FM ALDER\r\nTO BIRCH\r\n\r\n1. The \"ropes\" \\ nets\n2. and\t3.\nend \q"#,
        "FM ALDER\nTO BIRCH\n\n1. The \"ropes\" \\ nets\n2. and\t3.\nend \\q",
    );
    check(r"FM ALDER\nA &amp; B\n\u00e9 <font color='red'>\n1.\n2.\n\u20", "FM ALDER\nA & B\n\u{e9} \n1.\n2.\n\\u20");
    check(r"FM ALDER\nTO BIRCH\n1. Ropes\n2. Nets", "-");
    check(&[r"FM ALDER\nTO BIRCH\n1. Ropes\n2. Nets\n", &"\n".repeat(5)].concat(), "-");
}

#[test]
fn references_become_characters() {
    check(
        "<html><pre>A&amp;B&#x000A;&quot;x&quot; &#39;y&#39; &eacute;&para;&nbsp;&#146;&#8212;",
        "A&B\n\"x\" 'y' é¶ ’—",
    );
    check(
        "<html><pre>AT&T &unknown; &#; &#xZ; &#1114112; &#0; &amp",
        "AT&T &unknown; &#; &#xZ; \u{FFFD} \u{FFFD} &amp",
    );
}

#[test]
fn what_a_copy_brought_goes() {
    check("FM ALDER\nTO BIRCH & CO, AT&T; > <", "-");
    check("FM\u{A0}ALDER\nTO\u{3000}BIRCH", "FM ALDER\nTO BIRCH");
    check("TAGS: <a href='/tag/TP_0.html'>TP</a><br>\n</a> <br> x", "TAGS: TP\n</a> <br> x");
    check("Classiﬁed by Afﬂeck, Oﬃce of Staﬀ", "Classified by Affleck, Office of Staff");
    check("FM AL\u{AD}DER, CON\u{AD}\nSENSUS, A CON\u{AD} \r\nSENSUS", "FM ALDER, CON-\nSENSUS, A CON- \r\nSENSUS");
    check("\u{200B}FM \u{2060}ALDER\u{FEFF}\nTO\u{200B}\u{FEFF} BIRCH \u{200B}", "FM ALDER\nTO BIRCH ");
    check("FM AL\u{200B}DER", "-");
    check("SUBJECT: ALDER&#x27;S &quot;GOATS&quot;", "SUBJECT: ALDER'S \"GOATS\"");
    check("<html><pre>FM\u{A0}ALDER", "FM ALDER");
    // Characters without width, and what a page would act on, are shown and not taken out.
    check("FM AL\u{200B}DER\u{202E}\u{2028}<a href='javascript:x'>y</a><b>", "-");
    check("Hello,\n> FM ALDER\n> TO BIRCH\n>\n>> > BT\n\nBye", "Hello,\nFM ALDER\nTO BIRCH\n\nBT\n\nBye");
    check("> FM&nbsp;ALDER\r>\r\r\n>TO BIRCH\r\n>", "FM ALDER\r\r\r\nTO BIRCH\r\n");
    check("> FM ALDER\n> TO\nBIRCH\n>\n\n> BT", "FM ALDER\nTO\nBIRCH\n\n\nBT");
    // A few such lines are no quotation.
    check("> FM ALDER\n> TO BIRCH\n>\n\nBT", "-");
    // Nor are the lines of a list.
    let list = "> boats\n> ropes\n> oil\n> hay\n\n";
    check(&("They want:\n\n".to_owned() + list + &"The goats are on the quay.\n".repeat(9)), "-");
}

#[test]
fn a_few_blanks_of_other_programs_move_nothing() {
    let prose = "1. The line to Birch is open. ".repeat(20);
    let input = &format!("FM\u{A0}AMEMBASSY\u{2003}ALDER\n\nUNCLAS ALDER 000417\n\n{prose}");
    let reading = read(input);
    assert_eq!(reading.text.len(), input.len());
    let from = reading.cables[0].from.as_ref().map(|from| from.raw.of(input));
    assert_eq!(from, Some("AMEMBASSY\u{2003}ALDER"));
    let source = |at: u32| reading.map.as_ref().map(|map| map.source(Span::new(at, at + 1)));
    for at in 0..reading.text.len() as u32 {
        let source = source(at).and_then(|source| input.get(source.start as usize..source.end as usize));
        assert!(source.is_some(), "{at} leads inside a character");
    }
}

#[test]
fn what_a_copy_brought_is_said_where_it_stands() {
    let input = "> FM\u{A0}ALDER\n> TO BIRCH\n>\n> BT&amp;\n";
    let reading = read(input);
    let cable = &reading.cables[0];
    let mends = cable.diagnostics.iter().filter(|found| found.code.severity() == crate::Severity::Repair);
    let found: Vec<_> =
        mends.map(|found| (found.code, found.span.of(&reading.text), found.detail.as_deref())).collect();
    let expected = [
        (Code::MarginRemoved, "F", Some("The same in 4 places.")),
        (Code::CharacterReplaced, " ", None),
        (Code::EntityLeft, "&", None),
    ];
    assert_eq!(found, expected);
    let places = cable.diagnostics.iter().filter(|found| found.code == Code::EntityLeft).map(|found| found.span);
    let map = reading.map.unwrap_or_default();
    assert_eq!(places.map(|span| map.source(span).of(input)).collect::<Vec<_>>(), ["&amp;"]);
}

#[test]
fn a_removed_character_is_said_at_the_whole_one_behind_it() {
    let reading = read("FM ALDER\nTO BIRCH\nBT\nNAM\u{AD}\u{FFFD}\n");
    let found = reading.cables[0].diagnostics.iter().find(|found| found.code == Code::CharacterReplaced);
    assert_eq!(found.map(|found| found.span.of(&reading.text)), Some("\u{FFFD}"));
}

#[test]
fn anchors_go_and_their_text_stays() {
    check("<html><pre><a id='par1' href='#par1'>¶</a>1. (C) <a href='/tag/PREL_0.html'>PREL</a>", "¶1. (C) PREL");
    check("<html><pre>one<br>two<BR/>three", "one\ntwo\nthree");
    check("<html><pre>one<br>\r\ntwo<br>&#x000A;three<br><br>\nfour", "one\r\ntwo\nthree\n\nfour");
}

#[test]
fn what_is_no_markup_is_text() {
    check("<html><pre>a < b <= c <3 </ <", "a < b <= c <3 </ <");
    check("<html><pre>cut <a href='x", "cut <a href='x");
    check("<html><pre>one<!-- two -->three<!-- four", "onethree<!-- four");
}

#[test]
fn a_page_without_preformatted_text_is_read_by_its_blocks() {
    check(
        "<html><head><title>T</title><script>if (a<b) '<p>'</script><style>p{}</style></head><body><h1>One\n two</h1><p>Three <b>fo</b>ur.</body>",
        "One two\n\nThree four.\n",
    );
}

#[test]
fn scripts_are_no_text() {
    check("<html><script>document.write('<pre>no</pre>')</script><pre>yes</pre>", "yes");
    check("<html><pre>yes</pre><script>never closed <pre>no", "yes");
}

#[test]
fn every_offset_finds_its_way_back() {
    let page = "<html><code><pre>A&amp;B<a>¶</a>1.</pre></code><code><pre>End</pre></code>";
    let decoded = decode(page).unwrap_or_else(|| unreachable!("it begins like a page"));
    let back = |part: &str| {
        let start = decoded.text.find(part).unwrap_or_else(|| unreachable!("{part} is in the text")) as u32;
        decoded.map.source(Span::new(start, start + part.len() as u32)).of(page)
    };
    assert_eq!(back("A"), "A");
    assert_eq!(back("&"), "&amp;");
    assert_eq!(back("A&B"), "A&amp;B");
    assert_eq!(back("B¶1"), "B<a>¶</a>1");
    assert_eq!(back("nd"), "nd");
    assert_eq!(back("1.\n\nE"), "1.</pre></code><code><pre>E");
}

#[test]
fn a_page_gives_the_telegram_of_its_text() {
    let page = "<html><code><pre>FM AMEMBASSY ALDER&#x000A;</pre></code><code><pre><a id='par1'>¶</a>1. (C) Rain.</pre></code>";
    let reading = read(page);
    assert_eq!(reading.text, "FM AMEMBASSY ALDER\n\n¶1. (C) Rain.");
    assert!(reading.map.is_some());
    assert_eq!(reading.cables.iter().map(|cable| cable.dialect).collect::<Vec<_>>(), [Dialect::CablegateHtml]);
    assert!(read("FM AMEMBASSY ALDER").map.is_none());
}

#[test]
fn a_page_gives_the_year_and_is_compared() {
    const PAGE: &str = "<html><body><table class='cable'>\n<tr><th>Reference ID</th><th>Created</th><th>Classification</th></tr>\n\
        <tr><td>\n<a href='/09TARSIS417.html'>09TARSIS417</a>\n</td><td>2009-06-02 11:11</td><td>CONFIDENTIAL</td></tr></table>\n\
        <code><pre>R 021130Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC</pre></code>\n\
        <code><pre>C O N F I D E N T I A L TARSIS 000417\n\nSUBJECT: ROPES\n\n1. (C) They hold.</pre></code>";
    let says = |page: &str| -> Vec<Option<String>> {
        let found = read(page).cables.into_iter().flat_map(|cable| cable.diagnostics);
        found.filter(|found| found.code == Code::RowDiffers).map(|found| found.detail).collect()
    };
    assert_eq!(says(PAGE), []);
    let page = |what: &str| Some(format!("The page says {what}."));
    assert_eq!(says(&PAGE.replace("09TARSIS417</a>", "09TARSIS418</a>")), [page("09TARSIS418")]);
    assert_eq!(says(&PAGE.replace(">CONFIDENTIAL", ">SECRET//NOFORN")), [page("SECRET//NOFORN")]);
    assert_eq!(says(&PAGE.replace("<th>", "<b>")), []);
    let undated = PAGE.replace("R 021130Z JUN 09\n", "");
    let number = |page: &str| read(page).cables.into_iter().next().and_then(|cable| cable.mrn());
    assert_eq!(number(&undated).as_deref(), Some("09TARSIS417"));
    assert_eq!(number(&undated.replace("09TARSIS417</a>", "09TARSIS418</a>")), None);
}
