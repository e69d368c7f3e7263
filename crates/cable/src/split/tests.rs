use super::*;

/// Joins the texts, and expects one telegram for each.
#[track_caller]
fn apart(texts: &[&str]) {
    let text = texts.concat();
    let found = telegrams(&text, Span::new(0, text.len() as u32));
    let cut: Vec<&str> = found.iter().map(|telegram| telegram.span.of(&text)).collect();
    assert_eq!(cut, texts);
}

/// Expects one telegram, with these stretches laid over it.
#[track_caller]
fn whole(text: &str, laid_over: &[&str]) {
    let found = telegrams(text, Span::new(0, text.len() as u32));
    assert_eq!(found.iter().map(|telegram| telegram.span.start).collect::<Vec<_>>(), [0], "{text}");
    let stretches = found.iter().flat_map(|telegram| &telegram.laid_over);
    assert_eq!(stretches.map(|stretch| stretch.span.of(text)).collect::<Vec<_>>(), laid_over);
}

/// Expects one telegram with these sheets, each with its section.
#[track_caller]
fn sheets(sheets: &[(&str, u16)]) {
    let text: String = sheets.iter().map(|(text, _)| *text).collect();
    whole(&text, &[]);
    let found = telegrams(&text, Span::new(0, text.len() as u32)).remove(0).sheets;
    let starts = found.iter().map(|sheet| (Span::new(sheet.start, text.len() as u32).of(&text), sheet.section));
    for ((rest, section), (expected, number)) in starts.zip(sheets) {
        assert!(rest.starts_with(expected), "{rest}");
        assert_eq!(section, *number, "{rest}");
    }
    assert_eq!(found.len(), sheets.len(), "{text}");
}

fn relayed(serial: &str, minute: &str) -> String {
    format!(
        "VZCZCXRO0001\nRR RUEHXX\nDE RUEHXY #{serial} 0060700\nZNR UUUUU ZZH\nR 06{minute}Z JAN 09\nFM AMEMBASSY TARSIS\n\
         TO RUEHC/SECSTATE WASHDC 0001\n"
    )
}

#[test]
fn one_telegram() {
    whole("", &[]);
    whole("\n\n", &[]);
    whole("1. (U) Text alone.\n\nFM Alder said so.\n", &[]);
    whole(
        &format!("note\n{}\n1. (U) Text.\nFM Alder said so.\nVZCZC is how it begins\n", relayed("0001", "0700")),
        &[],
    );
}

#[test]
fn a_record_of_another_telegram() {
    let record = |number: u32| {
        format!(
            "{number},1/6/2009 7:0{number},09TARSIS41{number},\"Embassy Tarsis\",SECRET,,\"This record is a part.\n\n\
             06070{number}Z Jan 09\n\",\"S E C R E T TARSIS 00041{number}\n\nSUBJECT: ROPES\n\n1. Text.\n"
        )
    };
    let (one, two) = (record(1), record(2));
    let first = one.split_once("\",\"").map_or("", |(_, first)| first);
    assert!(!first.is_empty());
    apart(&[first, &two]);
    apart(&[&format!("{first}{one}")]);
}

#[test]
fn the_last_page_above_the_first() {
    for end in ["NNN", "NNNN"] {
        let last = format!("1. TEXT.\nSECRET\nPAGE 02 TARSIS 00417 041651Z\n2. TEXT.\nROE\nSECRET\n{end}\n");
        let first = |number: &str| {
            format!(
                "SECRET\nPAGE 01 TARSIS {number} 041651Z\n45 40\nACTION EUR-20\nINFO OCT-01 /062 W\n\
                 --------------------- 014698\nO 041622Z OCT 73\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC 6030\n\
                 S E C R E T TARSIS 417\n1. TEXT.\n"
            )
        };
        apart(&[&(last.clone() + &first("00417"))]);
        apart(&[&last, &first("00418")]);
    }
}

#[test]
fn other_telegrams() {
    let (one, two) = (relayed("0001", "0700") + "\n1. Text.\n\n", relayed("0002", "0700") + "\n1. Text.\n\n");
    apart(&[&one, &two, &one]);
    apart(&[&one, &relayed("0001", "0800")]);
    apart(&[
        &one,
        "This record is a partial extract of the original cable.\n\n1. Text.\n\n",
        "This record is a partial extract of the original cable.\n\n1. Text.\n\n",
        "R 060700Z JAN 09\nFM AMCONSUL LYDDA\nTO SECSTATE WASHDC\n\n1. Text.\n\n",
        "O 060700Z JAN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\n1. Text.\n\nRICE\n\n",
        "UNCLASSIFIED   STATE   00100153\nVZCZCXYZ0002\nPP RUEHXX\nRUEHYY\n\nDE RUEHC #0153 0061200\nZNR UUUUU ZZH\n\
         P 061130Z JAN 09\nFM SECSTATE WASHDC\nTO AMEMBASSY TARSIS\n\n1. Text.\n",
        "INFO  LOG-00   EEB-00   AF-00   /000W\n------------------EE9C66  060653Z /38\nR 060600Z JAN 09\n\
         FM AMEMBASSY LYDDA\nTO SECSTATE WASHDC\n\n1. Text.\n",
    ]);
}

#[test]
fn prints_of_the_seventies() {
    let print = |post: &str, number: &str| {
        format!(
            "CONFIDENTIAL\n\nPAGE 01  {post} 0{number}  060018Z\n\n70\nACTION SS-25\n\nINFO OCT-01  ADS-00  /026 W\n\
             DRAFTED BY EUR/EE:AALDER:BB\nAPPROVED BY EUR/EE:CCEDAR\nS/S:DDATE\n------------------062281 060035Z /62\n\
             O R 051020Z JUN 75\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC IMMEDIATE 1291\n\
             C O N F I D E N T I A L {post} {number}\n1. Text.\n\nCONFIDENTIAL\n\nNNNN\n\n"
        )
    };
    apart(&[&print("TARSIS", "0905"), &print("LYDDA", "0117")]);
    let filed = |number: &str, minute: &str| {
        format!(
            "Message Text\n\nCONFIDENTIAL\n\nPAGE 01\nSTATE  {number}\nORIGIN NEA-07\n\n14\n---------------------     014477\n\
             R 02{minute}Z JUL 74\nFM SECSTATE WASHDC\nTO AMEMBASSY TARSIS\nCONFIDENTIAL STATE {number}\n1. TEXT.\nSISCO\n\n\
             Message Attributes\n\nTAGS: PFOR\nType: TE\n\n"
        )
    };
    apart(&[&filed("042117", "1130"), &filed("042118", "1131")]);
}

#[test]
fn navy_messages() {
    apart(&[
        "RTTUZYUW RUEWMCS0000 1611242-UUUU--RUCRNAD\nZNR UUUUU\nR 101242Z JUN 09\nFM CNO LYDDA\nTO NAVADMIN\nBT\n\
         UNCLAS //N01000//\nMSGID/GENADMIN/CNO LYDDA/N1/JUN//\n1. TEXT.//\nBT\n#0001\nNNNN\n\n",
        "UNCLASSIFIED//\n\nROUTINE\n\nR 111242Z JUN 09\n\nFM CNO LYDDA\n\nTO NAVADMIN\nBT\nUNCLAS\nPASS TO OFFICE CODES:\n\
         FM CNO LYDDA//N1//\n1. TEXT.//\nBT\n#0001\nNNNN\nUNCLASSIFIED//\n\n",
        "UNCLASSIFIED//\nADMINISTRATIVE MESSAGE\nROUTINE\nR 121242Z JUN 09\nFM CNO LYDDA\n1. TEXT.//\nBT\nNNNN\n",
        "UNCLAS\nNAVADMIN 004/09\nMSGID/GENADMIN/CNO LYDDA/N1/JUN//\n1. TEXT.//\nBT\n#0001\nNNNN\n",
        "UNCLAS\nNAVADMIN 005/09\nMSGID/GENADMIN/CNO LYDDA/N1/JUN//\n1. TEXT.//\n",
    ]);
}

#[test]
fn labelled_prints() {
    let print = "UNCLASSIFIED\n\nMRN:  09 TARSIS 417\nDate/DTG: Jan 06, 2009 / 060700Z JAN 09\nFrom: AMEMBASSY TARSIS\n\n1. Text.\n\n";
    apart(&[print, &print.replace("417", "418"), &relayed("0417", "0700")]);
    whole(&[&print.replace("1. Text.", ""), &*relayed("0417", "0700")].concat(), &[]);
}

#[test]
fn separators() {
    apart(&[
        "From 09TARSIS417\n1. Text.\n\n",
        "From operator Mon Jan  5 14:03:00 2009\n1. Text.\n\n",
        "===== 09TARSIS418.txt =====\n\nR 060700Z JAN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\n1. Text.\n",
        "===== 09TARSIS419.txt =====\nR 060700Z JAN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\n1. Text.\n",
    ]);
}

#[test]
fn quoted_telegrams_stay_inside() {
    let one = relayed("0001", "0700") + "\n1. The post sent this:\n\n";
    whole(&format!("{one}R 050700Z JAN 09\nFM AMCONSUL LYDDA\nTO AMEMBASSY TARSIS\n\nText.\n"), &[]);
}

#[test]
fn sections_and_copies() {
    let head = |section: u8| {
        relayed(&format!("0001/0{section}"), "0700")
            + &format!(
                "\nUNCLAS SECTION 0{section} OF 02 TARSIS 000001\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: SENV\nSUBJECT: RAIN\nOVER TARSIS\n"
            )
    };
    let (first, second) = (head(1), head(2));
    whole(
        &format!("{first}\n1. (U) Of the old\n\nBT\n#0001\n\nNNNN\n{second}\nharbour little is left.\n"),
        &[&format!("BT\n#0001\n\nNNNN\n{}", second.trim_end())],
    );
    for end in [
        "NNNNMAFVVZCZ",
        "<< END OF DOCUMENT >>",
        "NNNN\nJane P. Roe\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n04 MAY 2006",
    ] {
        let header = format!("UNCLASSIFIED\n\n{end}\n\nUNCLASSIFIED\n{}", second.trim_end());
        whole(&format!("{first}\n1. (U) Of the old\n{header}\nharbour little is left.\n"), &[&header]);
    }
    sheets(&[(&format!("{first}\n1. (U) Text.\n\n"), 1), (&format!("{first}\n1. (U) Better text.\n"), 1)]);
    // What a copy puts in front of its header also stands above the second header.
    let (words, again) =
        ("Copied for Tarsis.  UNCLASSIFIED   00000001\n", "Copied for Tarsis. UNCLASSIFIED 00000001\n");
    sheets(&[(&format!("{words}{first}\n1. (U) Text.\n\n"), 1), (&format!("{again}{first}\n1. (U) More.\n"), 1)]);
    let copy = format!("{first}\n1. (U) Text.\nROE");
    whole(&format!("{copy}\n\n{copy}\n"), &[&copy]);
    whole(&format!("{copy}\n\n{copy}\n\n{copy}\n"), &[&copy, &copy]);
    let other = format!("{copy}BUCK");
    sheets(&[(&format!("{copy}\n\n"), 1), (&format!("{other}\n"), 1)]);
    let columns = format!("Embassy Tarsis\tUNCLASSIFIED\t{copy}");
    whole(&format!("{copy}\t{columns}\nNNNN\n"), &[&columns]);
    sheets(&[(&format!("{second}\n4. (U) Text.\n\n"), 2), (&format!("{first}\n1. (U) Text.\n"), 1)]);
    let line = "UNCLAS SECTION 02 OF 02 TARSIS 000001\n\nSIPDIS";
    whole(&format!("{first}\n1. (U) Of the old\n\n{line}\n\nharbour little is left.\n"), &[line]);
    whole(&format!("{second}\n4. (U) Text.\n"), &[]);
    let again = format!(
        "{first}\n1. (U) Of the old\n\n{line}\n\nharbour.\n4. (U) Rain.\nUNCLAS SECTION 01 OF 02 TARSIS 000001\n\n1. (U) Old\n"
    );
    let found = telegrams(&again, Span::new(0, again.len() as u32)).remove(0);
    assert_eq!(found.sheets.iter().map(|sheet| sheet.section).collect::<Vec<_>>(), [1, 1], "{again}");
    let headers: Vec<_> = found.laid_over.iter().map(|header| header.span.of(&again)).collect();
    assert_eq!(headers, [line], "{again}");
    // A first section is quoted if it is another telegram's, or if words above introduce it.
    for (from, to) in [
        ("4. (U) Rain.\nUNCLAS SECTION 01 OF 02 TARSIS 000001", "4. (U) Rain.\nUNCLAS SECTION 01 OF 02 LYDDA 000777"),
        ("Rain.", "They wrote:"),
    ] {
        whole(&again.replace(from, to), &[line]);
        let found = telegrams(&again.replace(from, to), Span::new(0, again.len() as u32)).remove(0);
        assert_eq!(found.sheets, [], "{again}");
    }
    // Columns of an export in front of both headers.
    let exported = "Embassy Tarsis\tUNCLASSIFIED\t09LYDDA12\tR 060700Z JAN 09\nFM AMEMBASSY TARSIS\n\
                    UNCLAS TARSIS 000001\n\nSUBJECT: ROPES\n\n1. (U) They hold.\nROE";
    let columns = "Embassy Tarsis\tUNCLASSIFIED\t09LYDDA12";
    whole(&format!("{exported}\t{exported}\n"), &[columns, exported]);
    whole(&format!("{exported}\t{exported}\t{exported}\n"), &[columns, exported, exported]);
    apart(&[&format!("{first}\n1. (U) They hold.\nDOE "), &exported.replace("R 06", "R 07")]);
    // Its envelope joined on one row, and rows of its heading joined or blackened out.
    let joined = " CONFIDENTIAL\n CONFIDENTIAL PTQ0418\nPAGE 01 TARSIS 00001 02 OF 02 060700Z ACTION EUR-00\n\
                  INFO LOG-00 /004W  -----EE9C67 060701Z /38 R 060700Z JAN 09 FM AMEMBASSY TARSIS\n\
                  UNCLAS SECTION 02 OF 02 TARSIS 000001\nXXXXXXXXXXXX\nLYDDA FOR ROE E.O. 12958: N/A TAGS: SENV\n\
                  PAGE 02 TARSIS 00001 02 OF 02 060700Z OVER TARSIS";
    whole(&format!("{first}\n1. (U) Of the old\n{joined}\nharbour little is left.\n"), &[joined.trim_start()]);
    // An extract that has only the envelope of its later section.
    let extract = "This record is a partial extract of the original cable.\nThe full text is not available.\n\n\
                   UNCLAS SECTION 01 OF 02 TARSIS 000001\n\nSUBJECT: RAIN\nOVER TARSIS\n\n1. (U) Of the old\n\n";
    whole(&format!("{extract}{second}\nharbour little is left.\n"), &[second.trim_end()]);
    let sentence = "This record is a partial extract of the original cable.\n\n";
    whole(&format!("{sentence}{first}\n1. (U) Of the old harbour little is left.\n"), &[]);
    apart(&[extract, &format!("{}\nUNCLAS TARSIS 000002\n\n1. Text.\n", relayed("0002", "0700"))]);
    // Two envelopes in front of one text.
    whole(&format!("{}{first}\n1. (U) Text.\n", relayed("0001", "0700")), &[]);
}

#[test]
fn tables_above_an_extract() {
    let extract = "This record is a partial extract of the original cable.\n\nUNCLAS TARSIS 000417\n\n1. Text.\n";
    let table = |rows: &str| format!("RAIN\n\n{rows}\nTags: SENV\n");
    apart(&[&(table("Identifier: 09TARSIS417") + extract)]);
    for rows in [
        "Identifier: 09TARSIS418",
        "Identifier: none",
        "REF: 09TARSIS417",
        "UNCLAS LYDDA 000012\nSee: 09TARSIS417",
        "See also: 09TARSIS417\n\n1. It rains.",
    ] {
        apart(&[&table(rows), extract]);
    }
}
