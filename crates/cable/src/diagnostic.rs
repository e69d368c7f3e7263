//! Repairs, contradictions and absences: what was found, where, and how much it matters.

use crate::Span;
use serde::Serialize;

/// A finding about the text. Its words come from its [`Code`] and [`Diagnostic::detail`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub code: Code,
    /// Where.
    pub span: Span,
    /// A second place that belongs to it, such as the first of two captions.
    pub related: Option<Span>,
    /// What the general sentence leaves open, such as the number that a label was read as.
    pub detail: Option<String>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A part that is usually there is not.
    Info,
    /// Something was joined, removed or renumbered.
    Repair,
    /// Two parts of the text contradict each other.
    Warning,
}

impl Severity {
    /// Every severity, the lowest first.
    pub const ALL: [Severity; 3] = [Severity::Info, Severity::Repair, Severity::Warning];

    /// Its name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Repair => "repair",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $severity:ident $name:literal $sentence:literal;)*) => {
        /// What a diagnostic says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $sentence] $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// Its name in exports and documents, lower-case kebab.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What it says, as one sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(Code::$variant => $sentence,)* }
            }
        }
    };
}

codes! {
    PageMarkerRemoved Repair "page-marker-removed" "A page marker stood inside the text and was taken out.";
    BannerRemoved Repair "banner-removed" "A page banner stood inside the text and was taken out.";
    SectionHeaderRemoved Repair "section-header-removed" "The header of a later section, or a second copy, stood inside the text and was taken out.";
    SectionMisplaced Repair "section-misplaced" "The copy stores this section behind a later one, or a second time; it is read where it stands.";
    SeparatorRemoved Repair "separator-removed" "A line that separated two texts in a joined file was left out.";
    StampRemoved Repair "stamp-removed" "A release stamp stood inside the text and was taken out.";
    LineRemoved Repair "line-removed" "A line was sent twice, the second time with a Q in front, and counts once.";
    CaptionRemoved Repair "caption-removed" "A caption that was printed again at a page break was taken out of the text.";
    BlankLineJoined Repair "blank-line-joined" "A sentence was cut by a blank line and is joined again.";
    WordJoined Repair "word-joined" "A word that was divided at the end of a line is whole again.";
    LabelRepaired Repair "label-repaired" "A paragraph label had lost its mark and was read by its place in the sequence.";
    ReferenceLabelRepaired Repair "reference-label-repaired" "A reference's letter had lost its mark and was read without the digit in front.";
    LabelRejected Repair "label-rejected" "A number at the start of a line looks like a paragraph label but breaks the sequence, so it is read as text.";
    CaptionRepeated Repair "caption-repeated" "A caption is repeated and counts once.";
    CaptionMisspelt Repair "caption-misspelt" "A caption is misspelt and was read as the one that was meant.";
    TagRepeated Repair "tag-repeated" "A TAGS code is repeated and counts once.";
    ClassificationRepaired Repair "classification-repaired" "The classification line is damaged and was read by what is left of it.";
    ClassificationFromSecurityLine Repair "classification-from-security-line" "There is no readable classification line, so the level comes from the security line.";
    ReferenceNumberAssembled Repair "reference-number-assembled" "The classification line does not give both post and number; what it lacks is taken from the originator and the page markers.";
    AddresseeRepaired Repair "addressee-repaired" "The row of an addressee is damaged; what is left of a routing indicator, or a month in front of the serial, was left out.";
    SignatureSplit Repair "signature-split" "The signature was joined to the last sentence and is read apart from it.";
    SignatureShortened Repair "signature-shortened" "Words in front of a signer's surname are read as a first name or title and left out.";
    SectionUnopened Repair "section-unopened" "The end or the continuation of a section is marked, but not its beginning.";
    SectionUnclosed Repair "section-unclosed" "A section has no closing words; it ends where the next part begins.";
    SectionMisspelt Repair "section-misspelt" "Words that open or close a section are misspelt, or name another one, and were read as meant.";
    DateRepaired Repair "date-repaired" "The date-time group has blanks in it, or its Z is lost or damaged, and was read as it was meant.";
    OrderRepaired Repair "order-repaired" "The number of the executive order is garbled and was read as a known one.";
    LabelMisspelt Repair "label-misspelt" "The label of a field is misspelt and was read as the one that was meant.";
    PostMisspelt Repair "post-misspelt" "The post on the classification line is one letter away from the sender's and was read as it.";
    NameJoined Repair "name-joined" "A name was torn by a line wrap and is joined again.";
    ReasonRepaired Repair "reason-repaired" "The section of the reasons for classification is torn or misprinted and was read as the one that was meant.";
    TagRepaired Repair "tag-repaired" "A TAGS code has a letter too many and is read as the code without it.";
    TagsSplit Repair "tags-split" "TAGS codes were written without a blank between them and are read apart.";
    FieldRepeated Repair "field-repeated" "A line of the header is repeated; the first counts.";
    ParagraphRepeated Warning "paragraph-repeated" "A paragraph number is used twice.";
    ParagraphSkipped Warning "paragraph-skipped" "A paragraph number is missing from the sequence.";
    ParagraphBackwards Warning "paragraph-backwards" "A paragraph number is lower than the one before it.";
    SerialDiffers Warning "serial-differs" "The station serial number does not fit the message reference number.";
    MarkerDiffers Warning "marker-differs" "A page marker carries the number of another telegram.";
    FiledLate Warning "filed-late" "The telegram was filed long after its date-time group.";
    FiledEarly Warning "filed-early" "The telegram was filed before its date-time group.";
    SecurityDiffers Warning "security-differs" "The security line and the classification line name different levels.";
    MarkAboveClassification Warning "mark-above-classification" "A portion is marked higher than the whole telegram.";
    MarksBelowClassification Warning "marks-below-classification" "No portion is marked as high as the whole telegram.";
    SectionsIncomplete Warning "sections-incomplete" "The page markers do not count up to the number of sections, or the first section is not there.";
    SectionDiffers Warning "section-differs" "The transmission header and the classification line name different sections.";
    DeclassifiedBeforeWritten Warning "declassified-before-written" "The day of declassification lies before the telegram's own.";
    DeclassifiedLate Warning "declassified-late" "The day of declassification lies further ahead than the executive order allows.";
    OrderNotApplied Warning "order-not-applied" "The telegram is classified, and its executive order line says that no order applies.";
    ReferenceLater Warning "reference-later" "A reference has a higher number than the telegram itself, of the same post and year.";
    ReferenceYearLater Warning "reference-year-later" "A reference gives a year after the telegram's own, so it is not known which telegram is meant.";
    SignerSpelledOtherwise Warning "signer-spelled-otherwise" "The surnames of the signer and of the officer who classified the telegram are one letter apart.";
    AttributeDiffers Warning "attribute-differs" "An attribute of the archive does not agree with the text.";
    FileNameDiffers Warning "file-name-differs" "The file has the name of another telegram.";
    RowDiffers Warning "row-differs" "The archive's row or page does not agree with the text.";
    ReferenceYearAssumed Info "reference-year-assumed" "The reference gives no year; in January a number that the post cannot have reached yet is last year's.";
    DateUnreadable Warning "date-unreadable" "The date-time group names no minute of the calendar.";
    CharacterLost Info "character-lost" "A character was lost before the text was saved and stands as U+FFFD.";
    ApostropheLost Info "apostrophe-lost" "A comma stands where an apostrophe was lost.";
    QuotationMarkLost Info "quotation-mark-lost" "Words stand between “&” and “8”, where quotation marks were lost.";
    EscapeLeft Repair "escape-left" "A backslash that an export left at the end of a line was taken out.";
    TagLeft Repair "tag-left" "A tag of a web page that a copy left was taken out.";
    MarginRemoved Repair "margin-removed" "The sign with which a mail marks a quoted line was taken out.";
    CharacterReplaced Repair "character-replaced" "A character that telegrams do not have, such as a no-break space or two letters in one, was read as the plain one, or as none.";
    EscapeRead Repair "escape-read" "A line end or a mark that a program had escaped with a backslash was read as the character.";
    EntityLeft Repair "entity-left" "A character that a web page had written as its code, between “&” and “;”, was read as the character.";
    QuotationMarkLeft Repair "quotation-mark-left" "A quotation mark that an export left, doubled or after the text, was taken out.";
    ColumnsRemoved Repair "columns-removed" "Columns of an archive's database stood after the text and were taken out.";
    ClosingLineRemoved Repair "closing-line-removed" "The words with which a post, an archive or a print closes a telegram stood after the text and were taken out.";
    RowUnread Info "row-unread" "A row of the heading is none of its fields and stands among the attributes as it is written.";
    PartialExtract Info "partial-extract" "The text says of itself that it is a partial extract.";
    TextLost Info "text-lost" "The archive could not read the text that stood here.";
    TextElsewhere Info "text-elsewhere" "The archive keeps the text in another place than its files.";
    NoReferenceNumber Info "no-reference-number" "There is no message reference number.";
    NoDate Info "no-date" "There is no date-time group, which says when the telegram was sent and gives the year of its reference number.";
    NoClassification Info "no-classification" "There is no classification line.";
    NoClassifierName Info "no-classifier-name" "The telegram does not name who classified it.";
    NoSubject Info "no-subject" "There is no SUBJECT line.";
    NoTags Info "no-tags" "There are no TAGS.";
    NoText Info "no-text" "No text was found.";
    NoSignature Info "no-signature" "There is no signature.";
    NoEndOfMessage Info "no-end-of-message" "There is no end-of-message group (BT, serial, NNNN); many copies lack it.";
}

/// The detail of a finding that is reported once and holds in `count` places; `None` for a single one.
pub(crate) fn in_places(count: usize) -> Option<String> {
    (count > 1).then(|| format!("The same in {count} places."))
}

impl Diagnostic {
    /// Creates a finding about one place.
    pub(crate) fn new(code: Code, span: Span, detail: Option<String>) -> Self {
        Self { code, span, related: None, detail }
    }

    /// What was found, as one sentence with its detail.
    pub fn message(&self) -> String {
        match &self.detail {
            Some(detail) => format!("{} {detail}", self.code.sentence()),
            None => self.code.sentence().to_owned(),
        }
    }
}
