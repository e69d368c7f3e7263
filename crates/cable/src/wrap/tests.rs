use super::{Setting, cuts_address, joint};
use crate::Span;

#[track_caller]
pub fn check(above: &str, below: &str, width: usize, expected: char) {
    let setting = Setting { width, spaced: false };
    assert_eq!(joint(above, below, "\n", setting), expected, "{above} / {below}");
}

#[test]
fn lines_with_room() {
    check("Ann Loam, Consul", "Tom Alder, notetaker", 60, '\n');
    check("HEADLINES", "BRIEFING", 17, '\n');
    check("THE OLD QUAY OF LYDDA IS SHUT", "(Gazette) The harbour master has seen it.", 50, '\n');
    check("NORTH QUAY 2 60 FT A", "NORTH QUAY 3", 60, '\n');
    check("The ropes of the boats at the quay:", "North 12", 46, '\n');
    check("#####", "of the harbour master", 60, '\n');
    check("Dear Mr. Roe,", "We thank you for the boats", 60, '\n');
    check("Sincerely,", "Ann Loam", 60, '\n');
    check("Sincerely,", "and for all time", 60, ' ');
    check("The harbour master sends, most sincerely,", "Ann Loam", 60, ' ');
    check("Dear friends, old and new,", "Roe and Alder", 60, ' ');
    check("the ropes of the", "###########", 60, '\n');
    check("the harbour master met", "##########", 60, ' ');
    check("##########", "and he said that", 60, ' ');
    check("##### 417", "of the harbour master", 60, ' ');
    check("Ropes and boats of the quay", "North Quay", 36, '\n');
}

#[test]
fn rows_of_lists() {
    let list = "Harbour Master Jane Roe of the old quay\nSenior Clerk of the Board of the Quays of the North Tom\nAlder\nDr. Ann \
                Loam, of the new quay\n\nLydda\n\nMinister Doe\nMr. Birch";
    let prose = |text: &str| crate::Logical::prose(text, &[Span::new(0, text.len() as u32)]).into_text();
    assert_eq!(
        prose(list),
        "Harbour Master Jane Roe of the old quay\nSenior Clerk of the Board of the Quays of the North Tom Alder\nDr. Ann Loam, of the \
         new quay\nLydda\nMinister Doe\nMr. Birch"
    );
    let apart = "Ann Loam, First Deputy Clerk of the Department of the Old\nQuay\n\nTom Alder, Clerk of the \
                 Harbours of the North and the South\n\nJane Roe, First Deputy Master of the Department of New\nBoats\n\n\
                 John Doe, Deputy Master of the Department of the Old\nQuay\n\nMr. Birch";
    assert_eq!(prose(apart), apart.replace("\n\n", "|").replace('\n', " ").replace('|', "\n"));
    let said = "Harbour Master Jane Roe has said that the\nQuay of the North is shut. Mr. Tom Alder of\nLydda saw the \
                ropes. Nobody else did, and\nMinister Doe is away.";
    assert_eq!(prose(said), said.replace('\n', " "));
}

#[test]
fn rows_that_were_blackened_out() {
    let check = |text: &str, expected: &str| {
        let whole = [Span::new(0, text.len() as u32)];
        assert_eq!(crate::Logical::prose(text, &whole).text(), expected, "{text}");
    };
    let below = "who keeps all of the boats that lie at the old quay.";
    check(
        &format!("Minister xxxxxxxxxxxx sent for\nConsul Roe,\n{below}"),
        &format!("Minister xxxxxxxxxxxx sent for Consul Roe, {below}"),
    );
    check(
        &format!("XXXXXXXXXXXX\nXXXXXXXXXXXX told Consul Roe,\n{below}"),
        &format!("XXXXXXXXXXXX XXXXXXXXXXXX told Consul Roe, {below}"),
    );
    for list in [
        format!("Minister XXXXXXXXXXXX left.\nConsul Roe is the one {below}"),
        format!("TALKS WITH XXXXXXXXXXXX OF TARSIS\nConsul Roe is the one {below}"),
        "The clerks of it are:\nXXXXXXXXXXXX, head of boats\nTom Alder, head of all of the ropes of the old quay"
            .to_owned(),
        "It was said.\nMinister XXXXXXXXXXXX\nColonel Birch of the quay and of all its boats and ropes".to_owned(),
        "It was said.\nXXXXXXXXXXXX\nBoats Are Old and Ropes Are Dear in All of the Harbour Towns".to_owned(),
    ] {
        check(&list, &list);
    }
}

#[test]
fn every_second_line_blank() {
    let text = "The harbour master has seen it.\n\nHe has closed the quay and all of the\n\nboats in it, and he \
                will not see the\n\nminister of the town before it is\n\nopen.\n\n\n\nHe is glad.";
    let setting = |text: &str| {
        let whole = Span::new(0, text.len() as u32);
        let lines: Vec<Span> = crate::line::rows(text, whole).collect();
        Setting::of(text, lines.iter().copied())
    };
    let spaced = setting(text);
    assert!(spaced.spaced);
    assert_eq!(joint("The harbour master has seen it, and so it is.", "He has", "\n\n", spaced), ' ');
    assert_eq!(joint("open.", "He is glad.", "\n\n\n\n", spaced), '\n');
    assert!(!setting("The quay is shut.\n\nNobody knows why.\n\nThe boats lie in\n\nthe bay.").spaced);
    let short = "The quay was shut on both days.\n\nThe harbour master keeps the ropes of the\n\nboats in it.";
    assert!(!setting(short).spaced);
    assert!(setting(&short.replace("\n\n", " \n\n")).spaced);
    assert!(!setting(&text.replacen("\n\n", "\n", 1)).spaced);
}

#[test]
fn web_addresses() {
    for (above, below, cut) in [
        ("at http://quay.example/boats/", "ropes/index.htm.", true),
        ("at http://quay.example/boats", "/ropes", true),
        ("at http://quay.example/boats/", "The quay is shut.", false),
        ("at http://quay.example/boats", "ropes/index.htm", false),
        ("at http://quay.example/", "U.S. boats", false),
        ("at http://quay.example/", "9/11 boats", false),
        ("AT HTTP://QUAY.EXAMPLE/BOATS/", "ROPES.HTM", true),
        ("AT HTTP://QUAY.EXAMPLE/", "U.S. BOATS", false),
        ("of boats/", "ropes/nets", false),
        ("at www.quay.example/boats/", "ropes/index.htm", true),
        ("at WWW.QUAY.EXAMPLE/BOATS", "THE ROPES", false),
    ] {
        assert_eq!(cuts_address(above, below, "\n"), cut, "{above} / {below}");
    }
    assert!(!cuts_address("at http://quay.example/boats/", "ropes/index.htm", "\n\n"));
}

#[test]
fn lines_that_were_wrapped() {
    check("The harbour master has closed the north", "Quay and the new one", 45, ' ');
    check("He asks for a visit of", "Minister Loam", 60, ' ');
    check("He will be at the quay from 15 to 17", "August, 2006.", 60, ' ');
    check("HE SAID THAT XXXXXXXXXXXX, HAVE", "GIVEN ROPES", 60, ' ');
    check("The boats that count are", "(8) old; (9) new.", 60, ' ');
    check("Ropes come to the quay not later than", "4 May of this year.", 60, ' ');
    check("Ropes are kept by the Board of Quays", "(BOQ) in the town.", 60, ' ');
    check("ROPES ARE KEPT BY THE BOARD OF QUAYS", "(BOQ) IN THE TOWN.", 60, ' ');
    check("BOARD OF QUAYS", "(the old one) met.", 60, ' ');
    check("Ropes are kept by:", "(in the town) Ann Loam", 60, '\n');
    check("They were laid in", "2003. Nobody was asked.", 23, ' ');
    check("Boats come to the quay within", "4 days of it.", 60, ' ');
    check("Boats of the quay (see paragraph", "6c) are old.", 60, ' ');
    check("The boats of the north are in the bay. (Note:", "Nobody asked.", 60, ' ');
}
