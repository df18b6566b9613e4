//! What makes a way to cut a task row good, each with its weight.

/// A new cell right under the line before: how PDF text shows the next cell.
pub(super) const ADJACENT_LINE: i32 = 6;
/// A new cell at the start of a line.
pub(super) const OPENED_LINE: i32 = 3;
/// A new cell in the middle of a line: happens, but needs another reason.
pub(super) const MIDDLE_OF_LINE: i32 = -3;
/// A cell that would end on a preposition or a conjunction.
pub(super) const ENDS_ON_LINK: i32 = -16;
/// A cell that would end on a comma.
pub(super) const ENDS_ON_COMMA: i32 = -8;
/// A line right under another inside one cell.
pub(super) const ADJACENT_INSIDE: i32 = -5;
/// On a semicolon: some print one behind each cell.
pub(super) const ENDS_ON_SEMICOLON: i32 = -4;
/// A body of the table.
pub(super) const NAMED: i32 = 8;
/// A generic name among coordinating bodies, where it belongs.
pub(super) const GENERIC: i32 = 6;
/// A generic name as lead.
pub(super) const GENERIC_LEAD: i32 = -2;
/// A body that only its head noun shows, less one a word.
pub(super) const UNKNOWN: i32 = 1;
/// A word with a capital letter behind a body of the table, which names it
/// further: a place (`Ban Quản lý khu kinh tế Quảng Ninh`).
pub(super) const TAIL_OF_NAME: i32 = -1;
/// Another word behind one (`UBND các xã, phường ven vịnh`).
pub(super) const TAIL_OTHER: i32 = -3;
/// So many words name a body of the table further at the most.
pub(super) const LONGEST_TAIL: usize = 6;
/// Two coordinating bodies without a comma or semicolon between them.
pub(super) const NO_SEPARATOR: i32 = -7;
/// Two lead bodies without one: a lead is mostly one body, the next one coordinates.
pub(super) const NO_SEPARATOR_LEAD: i32 = -14;
/// A generic name inside a text or a product.
pub(super) const GENERIC_ASTRAY: i32 = -5;
/// A line of a text that opens with a body of the table.
pub(super) const BODY_OPENS_LINE_OF_TEXT: i32 = -2;
/// A text that ends on a body no preposition governs: the body is the next cell.
pub(super) const TEXT_ENDS_ON_BODY: i32 = -10;
/// No product.
pub(super) const EMPTY_PRODUCT: i32 = -10;
/// A product that opens with a noun of products.
pub(super) const PRODUCT_NOUN: i32 = 10;
/// A product that opens with a capital letter at the start of a line.
pub(super) const PRODUCT_LINE: i32 = 2;
/// A product that opens otherwise.
pub(super) const PRODUCT_OTHER: i32 = -10;
/// A deadline that is one as a whole.
pub(super) const DEADLINE: i32 = 20;
/// A deadline that is not understood.
pub(super) const DEADLINE_OTHER: i32 = -10;
/// The first words of a deadline at the end of a page (`Trước`).
pub(super) const DEADLINE_TORN: i32 = 4;
/// A last cell of words that do not speak of time, or that open with a small
/// letter: worse than no deadline, even where a line opens.
pub(super) const DEADLINE_NEVER: i32 = -25;
/// Resources that open with a noun of resources.
pub(super) const RESOURCES_NOUN: i32 = 8;
/// Other words in a column of free text.
pub(super) const FREE_OTHER: i32 = -6;
/// An unknown body has so many words at the most.
pub(super) const LONGEST_UNKNOWN: usize = 12;
/// A deadline in the middle of a row has so many words at the most.
pub(super) const LONGEST_DEADLINE: usize = 16;

/// A cell of a torn row that another row has as well.
pub(super) const REPEATED_CELL: i32 = 6;
/// A line of a torn cell that its column is too narrow for.
pub(super) const WIDER_LINE: i32 = -20;

/// So many words of a deadline stand at the end of a page at the most.
pub(super) const LONGEST_TORN_DEADLINE: usize = 3;

/// The weights of a cell of bodies.
pub(super) struct BodyCell {
    pub(super) empty: i32,
    /// It opens with a small letter.
    pub(super) small: i32,
    pub(super) generic: i32,
    pub(super) no_separator: i32,
}

pub(super) const LEAD_CELL: BodyCell = BodyCell {
    empty: -15,
    small: -10,
    generic: GENERIC_LEAD,
    no_separator: NO_SEPARATOR_LEAD,
};
pub(super) const COORDINATING_CELL: BodyCell = BodyCell {
    empty: -10,
    small: 0,
    generic: GENERIC,
    no_separator: NO_SEPARATOR,
};

#[cfg(test)]
mod tests {
    /// The lead of a first row on lines of its own.
    fn lead(row: &str) -> String {
        let text = format!(
            "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\nTT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn\n\
             1\n{row}\nQuý IV/2029\n2\nXây dựng bến xe Sở Xây dựng Sở Tài chính Quý II/2026\n"
        );
        let mut program = crate::read::read(&text).unwrap();
        program.tasks.swap_remove(0).lead.unwrap().text
    }

    #[test]
    fn a_cell_that_ends_on_a_semicolon_goes_on_in_the_next_one() {
        let row = "Khởi công Khu công nghệ thông tin tập trung Buôn Ma\nThuột\nBan Quản lý các khu\n\
                   công nghiệp tỉnh\nSở Khoa học và Công\nnghệ; Sở Tài chính";
        assert_eq!(lead(row), "Ban Quản lý các khu công nghiệp tỉnh");
    }

    #[test]
    fn a_lead_seldom_opens_with_a_small_letter() {
        let row = "Kết nối khám chữa bệnh từ xa (telehealth) giữa\ncác bệnh viện tuyến tỉnh và 102 trạm y tế xã,\n\
                   phường\nSở Y tế\nSở Khoa học và Công\nnghệ";
        assert_eq!(lead(row), "Sở Y tế");
    }
}
