//! Format lines 1 to 4: start, routing, originator, security.

use crate::Level;
use crate::envelope::line::is_routing_indicator;
use crate::words::{is_number, slice, up_to, words};
use std::ops::Range;

/// What format line 3 says: `DE RUEHXX #0417/01 1531130`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Originator {
    /// Routing indicator.
    pub routing: Option<Range<usize>>,
    /// Station serial number.
    pub serial: Option<(u32, Range<usize>)>,
    /// Section.
    pub section: Option<(u32, Range<usize>)>,
    /// Day of the year, hour and minute of filing.
    pub filed: Option<(Filed, Range<usize>)>,
}

/// `1531130`: day of the year and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filed {
    /// 1 to 366.
    pub day: u16,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// Reads format line 3.
pub(crate) fn originator(line: &str) -> Originator {
    let mut read = Originator::default();
    for word in words(line).skip(1) {
        let text = line.get(word.clone()).unwrap_or_default();
        if let Some(number) = text.strip_prefix('#') {
            let (serial, section) = number.split_once('/').unwrap_or((number, ""));
            let at = word.start.saturating_add(1);
            read.serial = serial.parse().ok().map(|value| (value, at..at.saturating_add(serial.len())));
            let behind = word.end.saturating_sub(section.len());
            read.section = section.parse().ok().map(|value| (value, behind..word.end));
        } else if read.routing.is_none() && is_routing_indicator(text) {
            read.routing = Some(word);
        } else if let Some(value) = filed(text) {
            read.filed = Some((value, word));
        } else if read.serial.is_none() && (1..=4).contains(&text.len()) && is_number(text) {
            // The `#` can be lost, or have a blank behind it.
            read.serial = text.parse().ok().map(|value| (value, word));
        }
    }
    read
}

/// Reads `1531130`.
pub(super) fn filed(text: &str) -> Option<Filed> {
    if text.len() != 7 || !is_number(text) {
        return None;
    }
    let read = Filed {
        day: text.get(..3)?.parse().ok()?,
        hour: text.get(3..5)?.parse().ok()?,
        minute: text.get(5..7)?.parse().ok()?,
    };
    ((1..=366).contains(&read.day) && read.hour < 24 && read.minute < 60).then_some(read)
}

/// What format line 4 says: `ZNY CCCCC ZZH`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Security {
    /// The level that the repeated letter names.
    pub level: Option<(Level, Range<usize>)>,
    /// Operating signals.
    pub signals: Vec<Range<usize>>,
}

/// Reads format line 4.
pub(crate) fn security(line: &str) -> Security {
    let mut read = Security::default();
    for word in words(line).skip(1) {
        // The blank in front of a bracket can be lost: `ZZH(CCY AD6CB6C9 634)`.
        let text = up_to(slice(line, word.clone()), b"(");
        let word = word.start..word.start.saturating_add(text.len());
        match level(text) {
            Some(level) if read.level.is_none() => read.level = Some((level, word)),
            _ if is_signal(text) => read.signals.push(word),
            _ => {}
        }
    }
    read
}

/// Whether a word is an operating signal of ACP 131: Z and two letters, some with a figure behind (`ZDK`, `ZFF4`,
/// `ZFF-4`).
pub(super) fn is_signal(word: &str) -> bool {
    let figure = word.strip_prefix('Z').filter(|rest| rest.bytes().take(2).all(|byte| byte.is_ascii_uppercase()));
    let figure = figure.and_then(|rest| rest.get(2..));
    figure.is_some_and(|figure| {
        let bare = figure.strip_prefix('-').unwrap_or(figure);
        figure.is_empty() || bare.len() == 1 && is_number(bare)
    })
}

/// The level that a letter repeated four or more times stands for (ACP 127: `UUUUU`, `EEEEE`, `CCCCC`, `SSSSS`,
/// `TTTTT`).
pub(super) fn level(word: &str) -> Option<Level> {
    let first = word.bytes().next()?;
    if word.len() < 4 || word.bytes().any(|byte| byte != first) {
        return None;
    }
    match first {
        b'U' | b'E' => Some(Level::Unclassified),
        b'C' => Some(Level::Confidential),
        b'S' => Some(Level::Secret),
        b'T' => Some(Level::TopSecret),
        _ => None,
    }
}

/// The routing indicators of format line 2 or its continuation. JANAP 128 joins the first to a dash and ends the last
/// with a full stop.
pub(crate) fn routing(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    words(line).filter_map(|word| {
        let text = line.get(word.clone())?;
        let start = word.end.saturating_sub(text.trim_start_matches('-').len());
        let end = start.saturating_add(text.trim_matches(['-', '.']).len());
        line.get(start..end).filter(|text| is_routing_indicator(text)).map(|_| start..end)
    })
}

/// Whether a row holds only routing indicators, as the continuation of a wrapped format line 2 does.
pub(crate) fn is_routing_continuation(line: &str) -> bool {
    words(line).all(|word| line.get(word).is_some_and(|word| is_routing_indicator(word.trim_end_matches('.'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn originators() {
        let line = "DE RUEHXX #0417/01 1531130";
        let read = originator(line);
        assert_eq!(read.serial, Some((417, 11..15)));
        assert_eq!(read.section, Some((1, 16..18)));
        assert_eq!(read.filed, Some((Filed { day: 153, hour: 11, minute: 30 }, 19..26)));
        for line in ["DE RUEHXX # 0417 1531130", "DE RUEHXX 0417 1531130"] {
            assert_eq!(originator(line).serial.map(|(serial, _)| serial), Some(417), "{line}");
        }
        assert_eq!(originator("DE RUEHXX #ABCD 9991130"), Originator { routing: Some(3..9), ..Originator::default() });
    }

    #[test]
    fn security_lines() {
        let check = |line: &str, level, signals: Vec<&str>| {
            let read = security(line);
            assert_eq!(read.level.map(|(level, _)| level), level, "{line}");
            assert_eq!(read.signals.into_iter().map(|signal| &line[signal]).collect::<Vec<_>>(), signals, "{line}");
        };
        check("ZNY CCCCC ZZH", Some(Level::Confidential), vec!["ZZH"]);
        check("ZNY SSSSS ZZH ZFF4 ZDK CTG RUEHXX 3763", Some(Level::Secret), vec!["ZZH", "ZFF4", "ZDK"]);
        check("ZNR UUUUU", Some(Level::Unclassified), vec![]);
        check("ZNY CCCCC ZZH(CCY AD6CB6C9 634)", Some(Level::Confidential), vec!["ZZH"]);
        check("ZNY CXCCC (CCY AD6CB6C9 634)", None, vec![]);
    }
}
