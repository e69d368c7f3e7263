use super::*;

#[track_caller]
pub fn check(source: &str, expected: &str) {
    let logical = Logical::prose(source, &[Span::new(0, source.len() as u32)]);
    assert_eq!(logical.text(), expected);
    for (range, span) in logical.runs() {
        assert_eq!(logical.source(range.clone()), span);
        let written = span.of(source);
        assert!(written == &logical.text()[range] || written.trim().is_empty(), "{written:?}");
    }
}

#[test]
fn reads_prose() {
    check("", "");
    check("  one  two\t three ", "one two three");
    check("a line\nthat is wrapped", "a line that is wrapped");
    check("a line\r\nthat is wrapped", "a line that is wrapped");
    check("a line\rthat is wrapped", "a line that is wrapped");
    check("¶2007. was such a year", "2007. was such a year");
    check("see ¶ 2. and\n¶ 3. of it", "see ¶ 2. and ¶ 3. of it");
    check("[PHUM](#) [PREL](#)", "PHUM PREL");
    check("the [source] (a clerk)", "the [source] (a clerk)");
    check("Two points:\n-- one\n-- two", "Two points:\n-- one\n-- two");
    check(
        "the Consulate in the old town by the wide old river\n\nTarsis is aware",
        "the Consulate in the old town by the wide old river Tarsis is aware",
    );
    check("A BROAD CON-\nSENSUS, IF DIS- PUTED", "A BROAD CONSENSUS, IF DISPUTED");
    check("THE U.S.-\nSOVIET TALKS, PRE- AND POST-WAR", "THE U.S.-SOVIET TALKS, PRE- AND POST-WAR");
    check("LYDDAR ROE. AN LYD-\nDAR, A TAR-\nSIS", "LYDDAR ROE. AN LYDDAR, A TAR-SIS");
    check("A RE-ISSUE, A RE-\nISSUE", "A RE-ISSUE, A RE-ISSUE");
    check("CO-OPERATION AND CO-\nOPERATION", "CO-OPERATION AND CO-OPERATION");
    check("LYDDARS. AN LYD-\nDAR", "LYDDARS. AN LYD-DAR");
    check("The first ends.\n\nThe second begins.", "The first ends.\nThe second begins.");
    check(
        "They are:\n          Boats    Crews\n  North      12       40\n  South       1  \nNo more.",
        "They are:\n        Boats    Crews\nNorth      12       40\nSouth       1\nNo more.",
    );
}

#[test]
fn joins_pieces_without_the_noise_between_them() {
    let source = "As a result,\n\nTARSIS 00000417 002 OF 002\n\nmost of them";
    let end = source.len() as u32;
    let logical = Logical::prose(source, &[Span::new(0, 12), Span::new(end - 12, end)]);
    assert_eq!(logical.text(), "As a result, most of them");
    assert_eq!(logical.source(12..13).of(source).trim(), "TARSIS 00000417 002 OF 002");
    assert_eq!(logical.source(10..17).of(source).len(), source.len() - 10 - 8);
}
