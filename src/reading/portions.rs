//! Which portions of a text a reader wants to see: the paragraphs marked U, SBU, C and so on.

use cable::{Cable, Level, Paragraph};

/// The marking of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// Without a mark.
    Unmarked,
    /// (U)
    Unclassified,
    /// (SBU): unclassified, and not for the public.
    Sensitive,
    /// (LOU)
    LimitedOfficialUse,
    /// (C)
    Confidential,
    /// (S)
    Secret,
    /// (TS)
    TopSecret,
}

impl Portion {
    /// Every portion, from the most open on.
    pub const ALL: [Portion; 7] = [
        Portion::Unmarked,
        Portion::Unclassified,
        Portion::Sensitive,
        Portion::LimitedOfficialUse,
        Portion::Confidential,
        Portion::Secret,
        Portion::TopSecret,
    ];

    /// The text between the brackets.
    pub const fn name(self) -> &'static str {
        match self {
            Portion::Unmarked => "no mark",
            Portion::Unclassified => "U",
            Portion::Sensitive => "SBU",
            Portion::LimitedOfficialUse => "LOU",
            Portion::Confidential => "C",
            Portion::Secret => "S",
            Portion::TopSecret => "TS",
        }
    }

    /// The level of its mark.
    pub const fn level(self) -> Option<Level> {
        Some(match self {
            Portion::Unmarked => return None,
            Portion::Unclassified | Portion::Sensitive => Level::Unclassified,
            Portion::LimitedOfficialUse => Level::LimitedOfficialUse,
            Portion::Confidential => Level::Confidential,
            Portion::Secret => Level::Secret,
            Portion::TopSecret => Level::TopSecret,
        })
    }

    fn of(paragraph: &Paragraph) -> Self {
        let Some(mark) = paragraph.mark.as_ref().map(|mark| &mark.value) else { return Portion::Unmarked };
        match mark.level {
            Level::Unclassified if mark.caveats.iter().any(|caveat| caveat == "SBU") => Portion::Sensitive,
            Level::Unclassified => Portion::Unclassified,
            Level::LimitedOfficialUse => Portion::LimitedOfficialUse,
            Level::Confidential => Portion::Confidential,
            Level::Secret => Portion::Secret,
            Level::TopSecret => Portion::TopSecret,
        }
    }
}

/// A set of portions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portions(u8);

impl Portions {
    /// Returns whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns whether the set contains this portion.
    pub const fn has(self, portion: Portion) -> bool {
        self.0 & (1 << portion as u8) != 0
    }

    /// The set with this portion, or without it where it contained it.
    pub const fn toggled(self, portion: Portion) -> Self {
        Self(self.0 ^ (1 << portion as u8))
    }

    /// The set with this portion.
    pub const fn with(self, portion: Portion) -> Self {
        Self(self.0 | (1 << portion as u8))
    }

    /// The set without those of another.
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// The names of its portions, as in `C, S`.
    pub fn names(self) -> String {
        let names: Vec<_> = Portion::ALL.into_iter().filter(|&portion| self.has(portion)).map(Portion::name).collect();
        names.join(", ")
    }
}

/// The portion of each paragraph. A list item without a mark of its own belongs to the paragraph that it is in.
pub fn portions(cable: &Cable) -> Vec<Portion> {
    let mut out: Vec<Portion> = Vec::with_capacity(cable.paragraphs.len());
    for paragraph in &cable.paragraphs {
        let is_item = paragraph.depth > 0 && paragraph.mark.is_none();
        let above = out.last().copied().filter(|_| is_item);
        out.push(above.unwrap_or_else(|| Portion::of(paragraph)));
    }
    out
}

/// The portions that occur, with the number of their paragraphs.
pub fn counts(portions: &[Portion]) -> Vec<(Portion, usize)> {
    let count = |portion| portions.iter().filter(|&&one| one == portion).count();
    Portion::ALL.into_iter().map(|portion| (portion, count(portion))).filter(|&(_, count)| count > 0).collect()
}

/// A run of hidden paragraphs, represented by one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// How many there are.
    pub count: usize,
    /// Their portions.
    pub marks: Portions,
}

/// What is hidden of a telegram.
#[derive(Clone, Copy, Debug)]
pub struct Filter<'a> {
    /// The telegram.
    pub cable: &'a Cable,
    /// The portion of each paragraph.
    pub portions: &'a [Portion],
    /// The portions that are hidden.
    pub hidden: Portions,
    /// A paragraph that is shown although its portion is hidden, because a hit or a link led to it.
    pub reached: Option<usize>,
}

impl Filter<'_> {
    /// Returns whether a paragraph is hidden.
    pub fn hides(&self, paragraph: usize) -> bool {
        self.reached != Some(paragraph) && self.marked_hidden(paragraph)
    }

    /// Returns whether a paragraph is shown although its portion is hidden.
    pub fn shows_all_the_same(&self, paragraph: usize) -> bool {
        self.reached == Some(paragraph) && self.marked_hidden(paragraph)
    }

    fn marked_hidden(&self, paragraph: usize) -> bool {
        !self.hidden.is_empty() && self.portions.get(paragraph).is_some_and(|&portion| self.hidden.has(portion))
    }

    /// Just this paragraph as a run, where it is hidden.
    pub fn one(&self, paragraph: usize) -> Option<Hidden> {
        let portion = self.portions.get(paragraph).filter(|_| self.hides(paragraph))?;
        Some(Hidden { count: 1, marks: Portions::default().with(*portion) })
    }

    /// The run of hidden paragraphs that begins here. Headings stay, so a run ends in front of one.
    pub fn run(&self, from: usize) -> Option<Hidden> {
        let begins = |at: usize| self.cable.paragraphs.get(at).is_none_or(|one| !one.heading.is_empty());
        let goes_on = from > 0 && self.hides(from - 1) && !begins(from);
        if !self.hides(from) || goes_on {
            return None;
        }
        let mut marks = Portions::default();
        let run = (from..self.portions.len()).take_while(|&at| self.hides(at) && (at == from || !begins(at)));
        let count = run.filter_map(|at| self.portions.get(at)).map(|&portion| marks = marks.with(portion)).count();
        Some(Hidden { count, marks })
    }
}

/// `2 paragraphs (S) hidden`
pub fn line(hidden: Hidden) -> String {
    let paragraphs = super::words::count(hidden.count, "paragraph", "paragraphs");
    format!("{paragraphs} ({}) hidden", hidden.marks.names())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&'static str> {
        let cable = cable::parse(&["SUBJECT: X\n\n", text].concat());
        portions(&cable).into_iter().map(Portion::name).collect()
    }

    #[test]
    fn marks_are_told_apart() {
        let text = "1. (U) Yes.\n\n2. (SBU) Yes.\n\n3. (C/NF) Yes.\n\n4. (S) Yes.\n\n5. (TS) Yes.\n\n6. Yes.\n\n7. (LOU) Yes.\n";
        assert_eq!(of(text), ["U", "SBU", "C", "S", "TS", "no mark", "LOU"]);
    }

    #[test]
    fn an_item_belongs_to_its_paragraph() {
        assert_eq!(
            of("¶1. (S) Yes:\n\nBEGIN POINTS:\n\n1. Yes.\n\n2. Yes.\n\nEND POINTS.\n\n¶2. (U) Yes.\n"),
            ["S", "S", "S", "U"]
        );
    }

    #[test]
    fn what_occurs_is_counted() {
        let all = [Portion::Secret, Portion::Unmarked, Portion::Secret];
        assert_eq!(counts(&all), [(Portion::Unmarked, 1), (Portion::Secret, 2)]);
    }

    #[test]
    fn a_set_changes_by_one() {
        let both = Portions::default().toggled(Portion::Secret).toggled(Portion::Unclassified);
        assert_eq!((both.names(), both.has(Portion::Confidential)), ("U, S".to_owned(), false));
        assert!(both.toggled(Portion::Secret).toggled(Portion::Unclassified).is_empty());
    }

    #[test]
    fn runs_end_at_headings_and_at_what_is_reached() {
        let text = "SUBJECT: X\n\n1. (U) Yes.\n\n2. (S) Yes.\n\n3. (C) Yes.\n\nTHE LAMP\n--------\n\n4. (S) Yes.\n\n5. (S) Yes.\n";
        let cable = cable::parse(text);
        let all = portions(&cable);
        let hidden = Portions::default().with(Portion::Secret).with(Portion::Confidential);
        let runs = |reached| {
            let filter = Filter { cable: &cable, portions: &all, hidden, reached };
            (0..5).filter_map(|at| filter.run(at).map(|run| format!("{at}: {}", line(run)))).collect::<Vec<_>>()
        };
        assert_eq!(runs(None), ["1: 2 paragraphs (C, S) hidden", "3: 2 paragraphs (S) hidden"]);
        assert_eq!(runs(Some(3)), ["1: 2 paragraphs (C, S) hidden", "4: 1 paragraph (S) hidden"]);
    }
}
