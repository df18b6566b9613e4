//! Tasks that are a pair and say something else in one place.

use super::contrary::{denies_opening, is_denied, is_opposite};
use super::exchanges::{Exchange, bare, key};
use super::synonyms::{AROUND, LEVELS, are_synonyms, is_acronym_of};
use crate::checks::Severity;
use crate::matching::{Relation, naming_words, opens_tasks};
use crate::model::Unit;
use crate::text::{Word, fold, has_words, roman};

/// So many words at the most stand in place of each other; in place of an object
/// one without a name, of as many words as both texts have around it.
const LONGEST: usize = 4;
/// A name in place of another has so many at the most, where both texts have more around it.
const LONGEST_NAME: usize = 8;
/// So many words at least both texts have right around the place.
const LEAST_SHARED: usize = 4;
/// So many of them are quoted with it.
const QUOTED: usize = 2;

/// What two texts say in one place.
pub(super) struct Contrast {
    pub(super) severity: Severity,
    pub(super) left: String,
    pub(super) right: String,
}

/// The places where the texts of a pair say something else: what one denies or
/// says the contrary of; a name or another object, where it is probably two
/// tasks of one frame (`Trường Cao đẳng Sư phạm`, `Trường Cao đẳng Kinh tế`), or a slip.
pub(super) fn contrasts(places: &[Exchange<'_, '_>], texts: [&str; 2], relation: Relation) -> Vec<Contrast> {
    let matters = |place: &&Exchange<'_, '_>| {
        let says = |word: &Word<'_>| names_something(word) && !is_number(word);
        place.words.iter().any(|words| words.iter().any(says)) && !is_said_alike(place)
    };
    let shared = shared(places);
    let is_one = |place: &Exchange<'_, '_>| shared >= LEAST_SHARED * place.lengths()[1];
    let is_same =
        relation == Relation::Same || (relation == Relation::Overlap && matches!(places, [place] if is_one(place)));
    let are_few = is_same && are_few(places, places.iter().filter(matters).count());
    let contrast = |place: &Exchange<'_, '_>| {
        let [shorter, longer] = place.lengths();
        let is_shared = place.shared() >= LEAST_SHARED || (shared >= LEAST_SHARED && denies_opening(place));
        if !is_shared || shorter > LONGEST || longer > LONGEST.max(place.shared()) {
            return None;
        }
        let is_short = longer <= LONGEST;
        let is_between = !place.before[0].is_empty() && !place.behind[0].is_empty();
        let is_short_name =
            is_short || (is_between && longer <= LONGEST_NAME && longer + LEAST_SHARED <= place.shared());
        let has_names = |place: &Exchange<'_, '_>| (0..2).any(|side| has_name(texts[side], place.words[side]));
        let denied = is_short && is_denied(place);
        let quoted = if denied || (is_short && is_opposite(place)) {
            QUOTED
        } else {
            0
        };
        let severity = if denied {
            Severity::Contradiction
        } else if quoted > 0 {
            Severity::Difference
        } else if (is_short_name && is_other_name(place, texts, relation, places.len()))
            || (are_few && is_other_object(place) && (is_short || !has_names(place)))
        {
            Severity::Doubt
        } else {
            return None;
        };
        let printed = |text: &str, side: usize| {
            let behind = &place.behind[side][..place.behind[side].len().min(quoted)];
            let mut words = place.words[side].iter().chain(behind);
            let first = words.next()?;
            Some(text[first.start..words.last().unwrap_or(first).end()].to_owned())
        };
        let (left, right) = (printed(texts[0], 0)?, printed(texts[1], 1)?);
        Some(Contrast { severity, left, right })
    };
    places.iter().filter_map(contrast).collect()
}

/// Whether two texts are one but for a place or two: both have twice as many
/// words as one of them has in these places.
fn are_few(places: &[Exchange<'_, '_>], that_matter: usize) -> bool {
    let differing = |side: usize| places.iter().map(|place| place.words[side].len()).sum::<usize>();
    that_matter == 1 || (that_matter == 2 && shared(places) >= 2 * differing(0).max(differing(1)))
}

/// How many words both texts have.
fn shared(places: &[Exchange<'_, '_>]) -> usize {
    let opening = places.first().map_or(0, |first| first.before[0].len());
    opening + places.iter().map(|place| place.behind[0].len()).sum::<usize>()
}

/// Whether both texts name something else in a place, which the other one does
/// not name elsewhere.
fn is_other_name(place: &Exchange<'_, '_>, texts: [&str; 2], relation: Relation, places: usize) -> bool {
    let [left, right] = place.words;
    let ends = relation == Relation::Overlap && places == 1;
    let stands_between =
        relation == Relation::Same || (place.before[0].len() > 1 && (ends || place.behind[0].len() > 1));
    let [names_left, names_right] = place.folded();
    stands_between
        && has_name(texts[0], left)
        && has_name(texts[1], right)
        && !is_said_alike(place)
        && !fold(texts[1]).contains(&names_left)
        && !fold(texts[0]).contains(&names_right)
}

/// Whether both texts have words for something in a place, not only for how it
/// is begun, counted, or whose it is.
fn is_other_object(place: &Exchange<'_, '_>) -> bool {
    let says = |words: &[Word<'_>]| words.iter().any(names_something) && !words.iter().any(is_number);
    // One word in place of an acronym is not what it stands for (`xe buýt điện`, `xe buýt CNG`).
    let is_one_for_one = place.lengths() == [1, 1] && !is_acronym_of(place.words[0], place.words[1]);
    let is_acronym = |words: &[Word<'_>]| matches!(words, [word] if !word.text.contains(char::is_lowercase));
    let opens = place.before[0].is_empty();
    !opens
        && place
            .words
            .iter()
            .all(|words| says(words) && (is_one_for_one || !is_acronym(words)))
        && !is_said_alike(place)
}

/// Whether a word names something, not only how it is begun or where it stands.
pub(super) fn names_something(word: &Word<'_>) -> bool {
    let word = key(word);
    !opens_tasks(&word) && !AROUND.contains(&&*word) && !LEVELS.contains(&&*word)
}

/// Whether both sides of a place say one thing, or one only says more: the same
/// words in another order, a slip in a diacritic, an abbreviation, another unit of a figure.
fn is_said_alike(place: &Exchange<'_, '_>) -> bool {
    let [left, right] = place.words;
    let in_order = |words: &[Word<'_>]| {
        let things = words.iter().filter(|word| !AROUND.contains(&&*key(word)));
        let mut folded: Vec<String> = things.map(|word| bare(word.text)).collect();
        folded.sort_unstable();
        folded
    };
    let [l, r] = place.folded();
    let is_unit = |text: &str| Unit::parse(text).is_some_and(|unit| unit.is_known());
    let opens_with_unit = |text: &str| text.split(' ').next().is_some_and(is_unit);
    let is_counted = place.before[0].last().is_some_and(is_number);
    has_words(&l, &r)
        || has_words(&r, &l)
        || in_order(left) == in_order(right)
        || is_acronym_of(left, right)
        || is_acronym_of(right, left)
        || naming_words(&l) == naming_words(&r)
        || (is_unit(&l) && is_unit(&r))
        // Counts in two known units are compared by themselves.
        || (is_counted && opens_with_unit(&l) && opens_with_unit(&r))
        || are_synonyms(place)
}

/// Whether a few words of a text hold a capitalized one that opens no clause,
/// and no number, which is compared by itself.
pub(super) fn has_name(text: &str, found: &[Word<'_>]) -> bool {
    let opens_clause = |word: &Word<'_>| {
        let before = text[..word.start].trim_end_matches([' ', '“', '"', '-', '–']);
        before.is_empty() || before.ends_with(['.', ';', ':', '(', '+'])
    };
    let is_capital = |word: &Word<'_>| word.text.starts_with(char::is_uppercase) && !opens_clause(word);
    found.iter().any(is_capital) && !found.iter().any(is_number)
}

pub(super) fn is_number(word: &Word<'_>) -> bool {
    word.text.contains(|c: char| c.is_numeric()) || roman(word.text).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::exchanges::exchanges;
    use super::contrasts;
    use crate::checks::Severity::{self, Contradiction, Difference, Doubt};
    use crate::matching::Relation;
    use crate::text::{Word, words};

    fn told(left: &str, right: &str) -> Vec<(Severity, String, String)> {
        let [l, r] = [left, right].map(|text| words(text).collect::<Vec<Word<'_>>>());
        let told = contrasts(&exchanges(&l, &r), [left, right], Relation::Same);
        told.into_iter()
            .map(|contrast| (contrast.severity, contrast.left, contrast.right))
            .collect()
    }

    #[test]
    fn a_verb_that_ends_the_work_is_told() {
        let ends = |other: &str| told("Phát triển nền tảng dữ liệu dùng chung của Thành phố", other).len();
        assert_eq!(ends("Dừng phát triển nền tảng dữ liệu dùng chung của Thành phố"), 1);
        assert_eq!(ends("Tiếp tục phát triển nền tảng dữ liệu dùng chung của Thành phố"), 0);
        let bags = "túi nhựa khó phân hủy trong chợ và siêu thị";
        assert_eq!(
            told(&format!("Vận động {bags}"), &format!("Vận động hạn chế {bags}")).len(),
            0
        );
    }

    #[test]
    fn another_name_in_one_place_is_told() {
        for (left, right, names) in [
            (
                "Sáp nhập Trường Cao đẳng Sư phạm vào Trường Đại học Nghệ An",
                "Sáp nhập Trường Cao đẳng Kinh tế vào Trường Đại học Nghệ An",
                ("Sư phạm", "Kinh tế"),
            ),
            (
                "Xây dựng trường chuyên tại phường Vinh Phú",
                "Xây dựng trường chuyên tại phường Thành Vinh",
                ("Vinh Phú", "Thành Vinh"),
            ),
            (
                "Mở đường bay thẳng Vinh - Băng Cốc",
                "Mở đường bay thẳng Vinh - Viêng Chăn",
                ("Băng Cốc", "Viêng Chăn"),
            ),
        ] {
            assert_eq!(told(left, right), [(Doubt, names.0.to_owned(), names.1.to_owned())]);
        }
    }

    #[test]
    fn what_is_only_looked_into_is_not_done() {
        let of = |verb: &str| {
            let other = format!("{verb} sông Kim Ngưu, sông Lừ và sông Sét");
            let told = told("Cải tạo sông Kim Ngưu, sông Lừ và sông Sét", &other);
            told.into_iter().map(|told| (told.0, told.2)).collect::<Vec<_>>()
        };
        assert_eq!(of("Nghiên cứu"), [(Difference, "Nghiên cứu sông Kim".to_owned())]);
        assert_eq!(of("San lấp"), [(Difference, "San lấp sông Kim".to_owned())]);
        assert_eq!(
            of("Nghiên cứu cải tạo"),
            [(Difference, "Nghiên cứu cải tạo".to_owned())]
        );
        assert_eq!(of("Chuẩn bị đầu tư").len(), 1);
        assert_eq!(of("Xử lý"), []);
        for paper in ["Đề án", "cơ chế, chính sách"] {
            let text = format!("ây dựng {paper} quản lý sông Kim Ngưu, sông Lừ");
            assert_eq!(told(&format!("X{text}"), &format!("Nghiên cứu x{text}")), []);
        }
        let park = "Công viên phần mềm Hà Nội tại xã Đông Anh";
        let found = told(&format!("Đưa vào hoạt động {park}"), &format!("Khởi công {park}"));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn one_object_or_two_may_be_others() {
        let trial = "Đề án thử nghiệm ứng dụng blockchain trong quản lý hồ sơ đất đai";
        let other = trial.replace("đất đai", "hộ tịch");
        let both = other.replace("blockchain", "dữ liệu lớn");
        let objects = |other: &str| told(trial, other).into_iter().map(|told| told.2).collect::<Vec<_>>();
        assert_eq!(objects(&other), ["hộ tịch"]);
        assert_eq!(objects(&both), ["dữ liệu lớn", "hộ tịch"]);
        assert_eq!(objects(&both.replace("Đề án thử nghiệm", "Phương án")), [""; 0]);
    }

    #[test]
    fn what_is_denied_contradicts_and_what_is_contrary_differs() {
        let of = |left, right| {
            let told = told(left, right);
            assert!(told.len() < 2);
            told.into_iter().next()
        };
        let quoted = |severity, left: &str, right: &str| Some((severity, left.to_owned(), right.to_owned()));
        assert_eq!(
            of(
                "Không thành lập Quỹ đầu tư mạo hiểm",
                "Thành lập Quỹ đầu tư mạo hiểm của Thành phố"
            ),
            quoted(Contradiction, "Không thành lập", "Thành lập")
        );
        assert_eq!(
            of(
                "Phương tiện sử dụng xăng không lưu hành trong vành đai 1",
                "Phương tiện sử dụng xăng cho phép lưu hành trong vành đai 1"
            ),
            quoted(Contradiction, "không lưu hành", "cho phép lưu hành")
        );
        assert_eq!(
            of("Hạn chế xe máy trong vành đai 3", "Hạn chế xe máy ngoài vành đai 3"),
            quoted(Difference, "trong vành đai", "ngoài vành đai")
        );
        assert_eq!(
            of(
                "Giải thể Quỹ đầu tư mạo hiểm của Thành phố, xong quý IV",
                "Thành lập Quỹ đầu tư mạo hiểm của Thành phố"
            ),
            quoted(Difference, "Giải thể Quỹ đầu", "Thành lập Quỹ đầu")
        );
        assert_eq!(
            of("Hoàn thành 09 cầu qua sông", "Khởi công 09 cầu qua sông"),
            quoted(Difference, "Hoàn thành 09 cầu", "Khởi công 09 cầu")
        );
    }

    #[test]
    fn a_denied_opening_is_a_contradiction_however_little_follows() {
        for (left, right) in [
            ("Phát triển các công viên lớn", "Không phát triển 05 công viên lớn"),
            (
                "Đề án cải tạo, phát triển không gian xanh",
                "Không cải tạo không gian xanh",
            ),
        ] {
            let found = told(left, right);
            assert!(matches!(&found[..], [(Contradiction, ..)]), "{left} / {right}");
        }
        assert_eq!(
            told(
                "Đề án không gian ngầm đô thị mới",
                "Kế hoạch không gian ngầm đô thị mới"
            ),
            []
        );
    }

    #[test]
    fn air_is_no_denial_and_a_figure_speaks_for_itself() {
        for (left, right) in [
            (
                "Phát triển ngành hàng hải và du lịch biển",
                "Phát triển ngành hàng không hải và du lịch biển",
            ),
            ("Bảo vệ không gian xanh của đô thị cũ", "Bảo vệ gian xanh của đô thị cũ"),
            (
                "Phấn đấu tỷ lệ hộ nghèo tăng 2% mỗi năm",
                "Phấn đấu tỷ lệ hộ nghèo giảm 2% mỗi năm",
            ),
        ] {
            assert_eq!(told(left, right), [], "{left} / {right}");
        }
    }

    #[test]
    fn another_name_is_told_whatever_else_differs() {
        let told = told(
            "Di dời cơ sở 1 của UDIC tại Yên Xá (giai đoạn 1)",
            "Di dời cơ sở 1 của HANDICO tại Yên Xá, gồm cả kho",
        );
        assert_eq!(told, [(Doubt, "UDIC".to_owned(), "HANDICO".to_owned())]);
    }

    #[test]
    fn a_longer_name_is_told_where_the_words_around_it_agree() {
        let text = "Sắp xếp lại TCT hạ tầng đô thị và TCT Đầu tư và phát triển nhà Hà Nội";
        let told = told(text, "Sắp xếp lại TCT hạ tầng đô thị và TCT Vận tải Hà Nội");
        assert_eq!(
            told,
            [(Doubt, "Đầu tư và phát triển nhà".to_owned(), "Vận tải".to_owned())]
        );
    }

    #[test]
    fn one_word_for_an_acronym_and_words_that_moved_hide_no_other_object() {
        let found = told(
            "Thay các xe cũ bằng xe buýt điện tại nội đô",
            "Thay các xe cũ bằng xe buýt CNG tại nội đô",
        );
        assert_eq!(found, [(Doubt, "điện".to_owned(), "CNG".to_owned())]);
        let text = "Thu hút đầu tư: 01-02 trung tâm logistics, 01 chợ đầu mối nông sản quốc tế";
        let found = told(text, "Thu hút đầu tư: 01-02 cảng cạn, 01 chợ đầu mối quốc tế nông sản");
        assert_eq!(
            found,
            [(Doubt, "trung tâm logistics".to_owned(), "cảng cạn".to_owned())]
        );
        assert_eq!(told(text, &text.replace("nông sản quốc tế", "quốc tế nông sản")), []);
        let text = "Cơ chế, chính sách hỗ trợ đặc thù đối với cán bộ khoa học";
        assert_eq!(told(text, "Cơ chế, chính sách đặc thù hỗ trợ cán bộ khoa học"), []);
    }

    #[test]
    fn another_object_is_told_where_nothing_else_differs() {
        let text = "Hoàn thành cơ sở dữ liệu đất đai của các xã";
        for other in [
            "Hoàn thành cơ sở dữ liệu hộ tịch của các xã",
            "Xây dựng và hoàn thành cơ sở dữ liệu hộ tịch của các xã",
            "Hòan thành cơ sở dữ liệu hộ tịch của các xã",
        ] {
            assert_eq!(told(text, other), [(Doubt, "đất đai".to_owned(), "hộ tịch".to_owned())]);
        }
        for other in [
            "Hoàn thành cơ sở dữ liệu hộ tịch của các xã miền núi phía Bắc",
            "Hoàn thành số hóa dữ liệu hộ tịch của các xã",
            "Hoàn thành cơ sở dữ liệu đất đai cho các xã",
            "Xây dựng cơ sở dữ liệu đất đai của các xã",
            "Hoàn thành cơ sở dữ liệu đất dai của các xã",
            "Hoàn thành cơ sở dữ liệu về đất đai, nhà ở của các xã",
        ] {
            assert_eq!(told(text, other), [], "{other}");
        }
    }

    #[test]
    fn texts_that_overlap_tell_another_object_only_where_all_else_is_one() {
        let text = "Thực thi vùng phát thải thấp; phát triển hệ thống quan trắc tự động theo thời gian thực";
        let of = |other: &str| {
            let [l, r] = [text, other].map(|text| words(text).collect::<Vec<_>>());
            contrasts(&exchanges(&l, &r), [text, other], Relation::Overlap).len()
        };
        let other = text.replace("phát thải thấp", "hạn chế xe");
        assert_eq!(of(&other), 1);
        assert_eq!(of(&other.replace("thời gian thực", "từng tháng")), 0);
    }

    #[test]
    fn another_object_of_one_count_is_told() {
        let of = |object: &str| {
            let other = format!("Hoàn thành 09 {object} qua sông Hồng, sông Đuống, sông Tích");
            let told = told("Hoàn thành 09 cầu qua sông Hồng, sông Đuống, sông Tích", &other);
            told.into_iter().map(|told| told.2).collect::<Vec<_>>()
        };
        for object in ["hầm", "hầm chui cho người đi bộ và xe"] {
            assert_eq!(of(object), [object]);
        }
        // Two known units; more words; more of them than around it.
        for object in [
            "chợ",
            "cầu vượt",
            "cây cầu",
            "hầm chui cho người đi bộ, xe đạp và xe thô sơ",
        ] {
            assert_eq!(of(object), [""; 0], "{object}");
        }
    }

    #[test]
    fn blanks_marks_and_figures_elsewhere_hide_no_other_object() {
        assert_eq!(
            told(
                "Hoàn thành hơn 100km đường sắt đô thị",
                "Khởi công hơn 100 km đường sắt đô thị"
            ),
            [(
                Difference,
                "Hoàn thành hơn 100km".to_owned(),
                "Khởi công hơn 100".to_owned()
            )]
        );
        assert_eq!(
            told(
                "Xây dựng các hồ điều hòa; xử lý toàn bộ nước thải đô thị",
                "Xây dựng 10 hồ điều hòa; xử lý toàn bộ nước thải công nghiệp"
            ),
            [(Doubt, "đô thị".to_owned(), "công nghiệp".to_owned())]
        );
    }

    #[test]
    fn other_wording_and_other_spelling_are_no_other_name() {
        for (left, right) in [
            (
                "Nâng cấp Cảng hàng không Liên Khương đạt cấp 4E",
                "Nâng cấp Cảng hàng không Liên Khương lên cấp 4E",
            ),
            (
                "Rà soát quy chuẩn kỹ thuật quốc gia ngành Xây dựng",
                "Rà soát quy chuẩn kỹ thuật quốc gia lĩnh vực xây dựng",
            ),
            ("Cải tạo chợ đầu mối Bình Điền", "Nâng cấp chợ đầu mối Bình Điền"),
            (
                "Mở rộng cơ sở ĐHQG tại Hòa Lạc",
                "Mở rộng cơ sở Đại học Quốc gia tại Hòa Lạc",
            ),
            ("Cải tạo công viên hồ Bảy Mẫu", "Cải tạo công viên hồ Bẩy Mẫu"),
            (
                "Hạ tầng KCN tại phường Vinh Phú",
                "Hạ tầng Khu công nghiệp tại phường Vinh Phú",
            ),
            (
                "Xây dựng trường học tại Vinh Phú",
                "Xây dựng trường học tại Vinh Phú và Thành Vinh",
            ),
            ("Tắt sóng mạng 2G trên toàn tỉnh", "Tắt sóng mạng 3G trên toàn tỉnh"),
            (
                "Hợp tác với Nhật Bản, Hàn Quốc về nhân lực",
                "Hợp tác với Hàn Quốc, Nhật Bản về nhân lực",
            ),
            (
                "Kế hoạch cải cách hành chính của UBND Thành phố",
                "Kế hoạch cải cách hành chính của Ủy ban nhân dân Thành phố",
            ),
            ("Huy động vốn đầu tư bằng USD", "Huy động vốn đầu tư bằng đô la Mỹ"),
            ("Nâng cấp trạm lên an toàn cấp II", "Nâng cấp trạm lên an toàn cấp III"),
            ("Xây dựng cầu Đuống", "Xây dựng cầu Tứ Liên"),
            (
                "Giữ tỷ lệ nợ xấu không quá 3% tổng dư nợ",
                "Giữ tỷ lệ nợ xấu tối đa 3% tổng dư nợ",
            ),
            (
                "Giữ tỷ lệ nợ xấu dưới 3% tổng dư nợ",
                "Giữ tỷ lệ nợ xấu tối đa 3% tổng dư nợ",
            ),
            (
                "Cải tạo các sông: Kim Ngưu, Lừ, Sét, Nhuệ",
                "Cải tạo các sông: Kim Ngưu, sông Lừ và sông Sét, Nhuệ",
            ),
            (
                "Thực hiện Đề án thí điểm cấp giấy phép xây dựng",
                "Thực hiện Đề án thử nghiệm cấp giấy phép xây dựng",
            ),
        ] {
            assert_eq!(told(left, right), [], "{left} / {right}");
        }
    }
}
