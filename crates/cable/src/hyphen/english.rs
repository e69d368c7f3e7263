//! Whether letters are an English word: a stem of the list or a Latin root, with prefixes in front and endings behind.
//!
//! `NEGOTI-ATIONS` is a stem and its endings, `DIS-RUPTED` a prefix, a root and its ending. What no rule of English
//! makes is taken for a name, or for two words. Behind a whole word only a suffix goes on, because a chain of endings
//! would also read `SIZED` and `CITY`.

use crate::known::is_word_of;
use crate::words::slice;
use memchr::memmem;

include!(concat!(env!("OUT_DIR"), "/stems.rs"));

/// Roots that are words only with a prefix.
const ROOTS: &str = "\
    cap ced ceed ceiv cept cern cert cess cid cis clin clud clus cord cred cruit curr curs dict duc duct fect fend fens fer \
    fess fest fic ficient flict flu fug fus gest grad gress habil hap her hes hibit ject jur lect leg lev liev lig locat \
    lud lus mand miss mit mot nect nounc nov nunciat opt pand pans patriat peal pel pend pet pir plet plic ply pon popul \
    pos preciat prehend prehens prov puls quest quir quisit rect rupt scend scrib script secut sens sert serv sid sist \
    solut solv spect stabl stal stanc stinct stitut strict struct suad suas sult sum sumpt tach tain tect tend tens tent \
    terr tir tort tract tribut trud trus turb urg vad vail vas veal ven vent vers vert vid vis vit viv vok volut volv";

/// Prefixes. Those of a single root (`at-tract`) stand in the list with it, and so do the words with `ex`, which also
/// stands in front of offices: `EX-RECTOR`.
const PREFIXES: &str = "\
    ab ad col com con cor de di dis em en il im in inter intro ir mis ob over per pre pro re sub sus trans un under";

/// Parts of endings, without their last `e` or `y`.
const ENDINGS: &str = "\
    abil abl al anc ant ar at c cy ed en enc ent er es ful hood ial ibil ibl ic il ing ion ism ist it iv iz l les ly ment nes \
    or ous s ship sion t th ual ur ward";

/// Beginnings of the ends of words that are no words by themselves.
const RESTS: &str = "\
    abilit able ably ance ated ates ating ation bilit cial ence ency ible ibly ical ited ities ization ized izing ment ness \
    sion sive tial tion tive ture zation";

/// What else can follow a whole word: `LEADER-SHIP`, but not `SOVIET-LED`, though `l` and `ed` are endings.
const SUFFIXES: &str = "\
    age al als an ance ant ants ar ary ate ative atives ce ced ces cies cing cy ence ent er es ful fully fulness hood \
    ial ian ians ic ical ion ions ism ist ists ive liness or ors ory ous ry ty ure wise";

/// No word has more endings.
const MOST_ENDINGS: usize = 4;

/// Whether small letters are a word of the list, perhaps with endings behind a stem of at least `shortest` letters.
pub(super) fn is_listed(word: &str, shortest: usize) -> bool {
    let group = ["A", slice(word, ..1)].concat();
    let mut rest = memmem::find(STEMS.as_bytes(), group.as_bytes()).map_or("", |at| slice(STEMS, at..));
    // How many letters the word shares with the stem at hand.
    let mut agrees = 0;
    while let Some((count, behind)) = rest.split_at_checked(1) {
        let len = behind.bytes().take_while(u8::is_ascii_lowercase).count();
        let (tail, next) = behind.split_at_checked(len).unwrap_or_default();
        let shared = count.bytes().next().map_or(0, |count| usize::from(count.saturating_sub(b'A')));
        if shared == 0 && agrees > 0 {
            return false;
        }
        if shared <= agrees {
            let more = word.bytes().skip(shared).zip(tail.bytes()).take_while(|(a, b)| a == b).count();
            agrees = shared.saturating_add(more);
            if more == len && agrees >= shortest && are_endings(tail, slice(word, agrees..), MOST_ENDINGS) {
                return true;
            }
        }
        rest = next;
    }
    false
}

/// Whether two halves are one word. If the second is a word by itself, they are a compound unless the list has them as
/// one word: `EX-SERVICE` and `EXPORT-ORIENTED`, but `PRO-TEST`.
pub(super) fn is_word(first: &str, second: &str) -> bool {
    // `OP-ED` and `CO-ED` are no past tense.
    let is_rest = is_rest(second) && (first.len() > 2 || second != "ed");
    let stands_alone = is_listed(second, 0) || !is_rest && is_whole(first) && !is_suffix(first, second);
    is_english(&[first, second].concat(), first, stands_alone) || is_rest && !stands_alone
}

/// Whether small letters end one row and begin the next, and one of the two is no word of any language that telegrams
/// quote: it has no vowel, or begins as none does, `nfirm`.
pub(super) fn may_be_torn(above: &[u8], below: &[u8]) -> bool {
    let is_vowel = |byte: &u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let is_small = |byte: &&u8| byte.is_ascii_lowercase();
    let ([.., b'a'..=b'z'], [b'a'..=b'z', ..]) = (above, below) else { return false };
    let begins_torn = || match below {
        [b'l' | b'm' | b'n' | b'r', next, ..] => next.is_ascii_lowercase() && !is_vowel(next) && *next != b'h',
        _ => false,
    };
    !above.iter().rev().take_while(is_small).any(is_vowel)
        || !below.iter().take_while(is_small).any(is_vowel)
        || begins_torn()
}

/// Whether two pieces in small letters are one English word, and neither is one by itself: `reference` / `d` is the
/// letter of a reference.
pub(super) fn are_word(first: &str, second: &str) -> bool {
    !is_whole(first) && !is_whole(second) && is_english(&[first, second].concat(), "", false)
}

/// Whether a word comes from the list or from a root. If what follows `first` stands alone, the stem or root must reach
/// into it.
fn is_english(word: &str, first: &str, stands_alone: bool) -> bool {
    let shortest = if stands_alone { first.len().saturating_add(1) } else { 0 };
    let is_prefixed = |prefix: &str| {
        let Some(rest) = word.strip_prefix(prefix) else { return false };
        let shortest = shortest.saturating_sub(prefix.len());
        let is_of = |root: &str| {
            root.len() >= shortest
                && rest.strip_prefix(root).is_some_and(|behind| are_endings(root, behind, MOST_ENDINGS))
        };
        match first == prefix {
            true => !stands_alone && ROOTS.split(' ').any(is_of),
            false => ROOTS.split(' ').any(is_of) || is_listed(rest, shortest),
        }
    };
    is_listed(word, shortest) || PREFIXES.split(' ').any(is_prefixed)
}

/// Whether a first half is a word by itself; none ends in the `i` that joins an ending.
fn is_whole(first: &str) -> bool {
    first.len() > 2 && !first.ends_with('i') && is_english(first, "", false)
}

/// Whether a half goes on from a whole word, perhaps behind its last letter doubled (`PLAN-NED`), or behind the `t`
/// that the list cuts off (`PRESEN-TED`). `CONTROL-LED` stands in the list, because `LIBERAL-LED` is two words.
fn is_suffix(first: &str, second: &str) -> bool {
    let last = first.chars().next_back();
    let hidden = |letter: char| Some(letter) == last || letter == 't' && last == Some('n');
    let goes_on = |half: &str| is_rest(half) || is_word_of(half, "al als ary ative atives er es");
    is_word_of(second, SUFFIXES) || second != "led" && second.strip_prefix(hidden).is_some_and(goes_on)
}

/// Whether a half is the end of a word and nothing else: `-TIONS`, `-ING`.
fn is_rest(half: &str) -> bool {
    is_word_of(half, "ed ers ery ing ings ity less ly")
        || RESTS
            .split(' ')
            .any(|rest| half.strip_prefix(rest).is_some_and(|behind| are_endings(rest, behind, MOST_ENDINGS)))
}

/// Whether letters behind a stem are endings. A vowel joins them, or the stem's last letter is doubled.
fn are_endings(stem: &str, rest: &str, most: usize) -> bool {
    if rest.is_empty() {
        return true;
    }
    let goes_on = |rest: &str| {
        most > 0
            && ENDINGS.split(' ').any(|ending| {
                rest.strip_prefix(ending).is_some_and(|behind| are_endings(ending, behind, most.saturating_sub(1)))
            })
    };
    let joint = rest.strip_prefix(['e', 'i', 'y']);
    let doubled = || stem.chars().next_back().and_then(|last| rest.strip_prefix(last)).is_some_and(goes_on);
    goes_on(rest) || joint.is_some_and(|rest| rest.is_empty() || goes_on(rest)) || doubled()
}
