//! The sentences of findings inside one program.

use super::super::super::Catalogue as _;
use super::super::super::{Facts, list, quoted, with_unit};
use super::super::Vietnamese;
use super::{AND, opening};
use crate::checks::{
    AnnouncedCountDiffers, BodyMissing, Counted, DeadlineAfterParent, DeadlineOutOfPeriod, Field,
    FootnoteChangesPeriod, FormatEvidence, NumberFormat, NumberMissing, NumberRepeated, Outside, SumDiffers,
    SumFigures, SumRelation, UnitDoubt, UnitDoubtful,
};

/// `Chỉ tiêu “HDI” của UBND TP Hà Nội (Phụ lục 2, mục A, số 10)`.
fn topic(facts: &Facts<'_>) -> String {
    let (label, rows) = facts.of_one_program();
    match rows.first() {
        Some(row) => format!("{} của {label} ({})", opening(row), facts.place(row)),
        None => label.to_owned(),
    }
}

fn numbers(numbers: &[u32]) -> String {
    list(&numbers.iter().map(u32::to_string).collect::<Vec<_>>(), AND)
}

pub(super) fn number_missing(facts: &Facts<'_>, gap: &NumberMissing) -> String {
    let (label, rows) = facts.of_one_program();
    let places: Vec<String> = rows.iter().map(|row| facts.place(row)).collect();
    let place = match places.as_slice() {
        [before, after] => format!("giữa {before} và {after}"),
        [after] => format!("trước {after}"),
        _ => Vietnamese.section(gap.annex, ""),
    };
    format!("{label}: không có số thứ tự {} ({place}).", numbers(&gap.numbers))
}

pub(super) fn number_repeated(facts: &Facts<'_>, repeated: &NumberRepeated) -> String {
    let (label, rows) = facts.of_one_program();
    let titles: Vec<String> = rows
        .iter()
        .map(|row| format!("“{}” ({})", row.title, facts.place(row)))
        .collect();
    format!(
        "{label}: số thứ tự {} được dùng {} lần, cho {}.",
        repeated.number,
        rows.len(),
        list(&titles, AND)
    )
}

pub(super) fn announced_count(facts: &Facts<'_>, count: &AnnouncedCountDiffers) -> String {
    let (label, _) = facts.of_one_program();
    let side = facts.own_side();
    let (announced, found) = (&count.announced, count.found);
    match &count.counted {
        Counted::Rows { annex, sentence } => format!(
            "{label} nêu “{announced}” trong câu “{sentence}”{}, nhưng {} có {found} hàng được đánh số.",
            facts.place_in_body(side, sentence),
            Vietnamese.section(*annex, "")
        ),
        Counted::Sections { annex, sentence } => format!(
            "{label} nêu “{announced}” trong câu “{sentence}”{}, nhưng {} có {found} mục.",
            facts.place_in_body(side, sentence),
            Vietnamese.section(*annex, "")
        ),
        Counted::SubRows => format!(
            "{}: nêu “{announced}”, nhưng các ý bên dưới kể ra {found}.",
            topic(facts)
        ),
        Counted::List => format!(
            "{}: nêu “{announced}”, nhưng danh sách đi kèm kể ra {found}.",
            topic(facts)
        ),
    }
}

pub(super) fn sum(facts: &Facts<'_>, sum: &SumDiffers) -> String {
    let topic = topic(facts);
    let columns: Vec<String> = sum
        .figures
        .iter()
        .map(|figures| figures_of(sum.relation, figures))
        .collect();
    let end = match sum.relation {
        SumRelation::PlainMean => "; mức tăng chung thường là trung bình theo tỷ trọng, không phải trung bình cộng",
        _ => "",
    };
    format!("{topic}: {}{end}.", columns.join("; "))
}

fn figures_of(relation: SumRelation, figures: &SumFigures) -> String {
    let column = match &figures.column {
        Some(column) => format!("cột “{column}” "),
        None => String::new(),
    };
    let (total, parts) = (&figures.total, list(&figures.parts, AND));
    let computed = figures.computed.as_deref().unwrap_or_default();
    // Which is more, the two figures tell.
    let deviation = figures.deviation.as_deref().unwrap_or_default().trim_start_matches('-');
    match relation {
        SumRelation::Shares | SumRelation::Total => {
            format!("{column}ghi {total}, nhưng các thành phần {parts} cộng lại bằng {computed}, lệch {deviation}")
        }
        SumRelation::PartOfWhole => format!("{column}ghi {total}, nhưng riêng một phần trong đó đã là {parts}"),
        SumRelation::Ratio => {
            let [dividend, divisor] = figures.parts.as_slice() else {
                return format!("{column}ghi {total}%, nhưng tính được {computed}%");
            };
            format!(
                "{column}ghi {total}%, nhưng lấy {dividend} chia cho {divisor} được {computed}%, lệch {deviation} điểm phần trăm"
            )
        }
        SumRelation::GrowthOfParts => {
            format!(
                "{column}ghi {total}, nằm ngoài khoảng giữa mức thấp nhất và mức cao nhất của các thành phần ({parts})"
            )
        }
        SumRelation::PlainMean => format!("{column}ghi {total}, đúng bằng trung bình cộng của {parts}"),
        SumRelation::Periods => format!("{column}ghi {total}, nằm ngoài khoảng giữa các kỳ hợp thành ({parts})"),
    }
}

pub(super) fn unit_doubtful(facts: &Facts<'_>, unit: &UnitDoubtful) -> String {
    let why = match &unit.doubt {
        UnitDoubt::IndexInPercent => "chỉ số từ 0 đến 1 không có đơn vị tính là phần trăm".to_owned(),
        UnitDoubt::TooFewWorkers {
            population,
            unit: of_population,
        } => format!(
            "quá nhỏ so với dân số {} của cùng bảng",
            with_unit(population, of_population, "đơn vị tính")
        ),
        UnitDoubt::TwoUnits => "một ô ghi hai đơn vị tính".to_owned(),
    };
    format!(
        "{}: giá trị {} với đơn vị tính “{}” cần xem lại: {why}.",
        topic(facts),
        unit.value,
        unit.unit
    )
}

pub(super) fn number_format(facts: &Facts<'_>, format: &NumberFormat) -> String {
    let (label, _) = facts.of_one_program();
    let figures = format.figures.iter().map(|figure| {
        let evidence = match figure.evidence {
            FormatEvidence::Ratio => "theo tỷ lệ ghi trong bảng",
            FormatEvidence::OtherProgram => "theo chương trình kia",
            FormatEvidence::Zeros => "theo cách ghi các số khác",
        };
        format!("“{}” hiểu là {} ({evidence})", figure.printed, figure.meant)
    });
    let figures = list(&figures.collect::<Vec<_>>(), AND);
    let convention = match &format.convention {
        Some(example) => {
            format!("; các số khác dùng dấu chấm cho hàng nghìn, dấu phẩy cho phần thập phân, ví dụ “{example}”")
        }
        None => String::new(),
    };
    format!("{label} dùng dấu phẩy để phân cách hàng nghìn: {figures}{convention}.")
}

pub(super) fn footnote(facts: &Facts<'_>, footnote: &FootnoteChangesPeriod) -> String {
    let (label, rows) = facts.of_one_program();
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    let (first, last) = footnote.period;
    let period = if first == last {
        format!("năm {first}")
    } else {
        format!("giai đoạn {first}-{last}")
    };
    format!(
        "{label}, {}: ghi chú “{}” đánh dấu {} chỉ tiêu của bảng mục tiêu {period} ({}); cần làm rõ đó là mục tiêu của {period} hay số liệu của năm khác.",
        Vietnamese.section(footnote.annex, ""),
        footnote.footnote,
        rows.len(),
        list(&quoted(titles), AND)
    )
}

pub(super) fn after_parent(facts: &Facts<'_>, deadline: &DeadlineAfterParent) -> String {
    format!(
        "{}: thời hạn “{}” muộn hơn {} tháng so với thời hạn “{}” của cả nhiệm vụ.",
        topic(facts),
        deadline.deadline,
        deadline.months,
        deadline.parent
    )
}

pub(super) fn out_of_period(facts: &Facts<'_>, deadline: &DeadlineOutOfPeriod) -> String {
    let how = match deadline.outside {
        Outside::Before => "kết thúc trước",
        Outside::StageBefore => "có mốc trước",
        Outside::BeginsBefore => "bắt đầu trước",
        Outside::After => "kết thúc sau",
    };
    let (first, last) = deadline.period;
    format!(
        "{}: thời hạn “{}” {how} giai đoạn {first}-{last} của {}.",
        topic(facts),
        deadline.deadline,
        Vietnamese.section(deadline.annex, "")
    )
}

pub(super) fn deadline_missing(facts: &Facts<'_>) -> String {
    format!("{}: không ghi thời hạn.", topic(facts))
}

pub(super) fn body_missing(facts: &Facts<'_>, body: &BodyMissing) -> String {
    let field: Field = body.field;
    format!("{}: không ghi {}.", topic(facts), Vietnamese.field(field))
}
