//! Where a program's bodies are at home.

use crate::text::{fold, has_words};

/// The level of a program's issuer: whose front, police and unions it means
/// where it does not say it (`MTTQ`, `Liên đoàn Lao động`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seat {
    /// Hà Nội, whose bodies the table of names knows best.
    Capital,
    /// Another city.
    City,
    /// A province.
    Province,
    /// The whole country: a ministry, the government.
    Central,
    /// A commune.
    Commune,
    /// Not known.
    Elsewhere,
}

impl Seat {
    /// The seat of an issuer, by its name.
    pub(crate) fn of(issuer: &str) -> Self {
        let issuer = fold(issuer).replace("xã hội", "");
        let has = |phrases: &[&str]| phrases.iter().any(|phrase| has_words(&issuer, phrase));
        if has(&["xã", "phường", "đặc khu"]) {
            Self::Commune
        } else if has(&["hà nội"]) {
            Self::Capital
        } else if has(&["thành phố", "thành ủy", "tp"]) {
            Self::City
        } else if has(&["tỉnh", "tỉnh ủy"]) {
            Self::Province
        } else if ["bộ ", "chính phủ", "thủ tướng"]
            .iter()
            .any(|head| issuer.starts_with(head))
        {
            Self::Central
        } else {
            Self::Elsewhere
        }
    }

    /// The words of the name of an issuer's province or city (`quảng`, `ninh`); none
    /// where its name does not say it, or it is another's.
    pub(crate) fn home(issuer: &str) -> Vec<String> {
        if !matches!(Self::of(issuer), Self::City | Self::Province) {
            return Vec::new();
        }
        let issuer = fold(issuer);
        let heads = ["tỉnh ủy ", "thành ủy ", "tỉnh ", "thành phố ", "tp "];
        let behind = heads
            .iter()
            .filter_map(|head| issuer.rfind(head).map(|at| at + head.len()));
        let name = behind.max().map_or("", |at| &issuer[at..]);
        let name = name.split(|c: char| !c.is_alphanumeric() && c != ' ').next();
        name.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
    }

    /// Whether two issuers speak for a whole and a part of it: the country, its
    /// provinces and cities, their communes.
    pub(crate) const fn is_of_other_level(self, other: Self) -> bool {
        match (self.level(), other.level()) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
    }

    const fn level(self) -> Option<u8> {
        match self {
            Self::Central => Some(0),
            Self::Capital | Self::City | Self::Province => Some(1),
            Self::Commune => Some(2),
            Self::Elsewhere => None,
        }
    }
}

/// The place the full name of a body says and a spelling of it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// None: the spelling is the body's wherever it stands.
    Nothing,
    /// That it is the body of a city.
    City,
    /// That it is the body of Hà Nội.
    Capital,
}

impl Unsaid {
    /// What a folded spelling leaves unsaid of a folded full name.
    pub(super) fn of(name: &str, spelling: &str) -> Self {
        let of_capital = |text: &str| CAPITAL.iter().any(|phrase| has_words(text, phrase));
        let of_city = |text: &str| CITY.iter().any(|mark| text.contains(mark));
        if of_capital(name) && !of_capital(spelling) {
            Self::Capital
        } else if of_city(name) && !of_city(spelling) && !of_capital(spelling) {
            Self::City
        } else {
            Self::Nothing
        }
    }
}

/// What says that a body is Hà Nội's, folded.
const CAPITAL: [&str; 3] = ["hà nội", "hn", "hnm"];

/// What says that a body is a city's, folded; also inside a word (`CATP`).
const CITY: [&str; 4] = ["thành phố", "thành ủy", "thành đoàn", "tp"];

/// Words of a city's bodies and those of a province's in their place.
const COUNTERPARTS: [[&str; 2]; 3] = [
    ["Thành phố", "tỉnh"],
    ["Thành ủy", "Tỉnh ủy"],
    ["Thành đoàn", "Tỉnh đoàn"],
];

/// What a body of a city is called in a province.
pub(super) fn in_province(name: &str) -> String {
    COUNTERPARTS
        .iter()
        .fold(name.to_owned(), |name, [city, province]| name.replace(city, province))
}

/// Whether a name says whose it is: of a place, a level, a region.
pub(crate) fn says_place(name: &str) -> bool {
    let name = fold(name);
    let phrases = ["tỉnh", "tỉnh ủy", "tỉnh đoàn", "thủ đô", "khu vực"];
    Unsaid::of(&name, "") != Unsaid::Nothing || phrases.iter().any(|phrase| has_words(&name, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_says_where_it_sits() {
        for (issuer, seat) in [
            ("Ban Chấp hành Đảng bộ thành phố Hà Nội", Seat::Capital),
            ("Thành ủy Đà Nẵng", Seat::City),
            ("UBND TP Cần Thơ", Seat::City),
            ("Ủy ban nhân dân tỉnh Nghệ An", Seat::Province),
            ("Tỉnh ủy Bắc Ninh", Seat::Province),
            ("Bộ Lao động - Thương binh và Xã hội", Seat::Central),
            ("Ủy ban nhân dân xã Cần Giờ", Seat::Commune),
            ("Ban Chấp hành Đảng bộ xã Thành Công, thành phố Hà Nội", Seat::Commune),
            ("", Seat::Elsewhere),
        ] {
            assert_eq!(Seat::of(issuer), seat, "{issuer}");
        }
    }

    #[test]
    fn a_part_of_the_country_is_of_another_level() {
        let other = |one, other| Seat::of(one).is_of_other_level(Seat::of(other));
        for part in ["UBND phường Ngô Quyền", "Bộ Y tế"] {
            assert!(other(part, "UBND thành phố Hải Phòng") && other("Tỉnh ủy Bắc Ninh", part));
        }
        assert!(!other("Thành ủy Hà Nội", "UBND tỉnh Nghệ An") && !other("Bộ Y tế", "Chính phủ"));
        assert!(!other("UBND phường Ngô Quyền", "") && !other("", "Bộ Y tế"));
    }

    #[test]
    fn a_spelling_may_leave_the_place_unsaid() {
        for (name, spelling, unsaid) in [
            ("MTTQ Việt Nam Thành phố", "MTTQ", Unsaid::City),
            ("MTTQ Việt Nam Thành phố", "MTTQ TP", Unsaid::Nothing),
            ("Công an Thành phố", "CATP", Unsaid::Nothing),
            ("UBND Thành phố", "UBND Hà Nội", Unsaid::Nothing),
            ("Viện Nghiên cứu phát triển Hà Nội", "Viện NCPT", Unsaid::Capital),
            ("Sở Y tế", "Sở YT", Unsaid::Nothing),
            ("Ngân hàng Nhà nước Việt Nam", "NHNN", Unsaid::Nothing),
        ] {
            assert_eq!(Unsaid::of(&fold(name), &fold(spelling)), unsaid, "{spelling}");
        }
    }

    #[test]
    fn names_say_their_place_or_not() {
        assert!(says_place("Thống kê Thành phố"));
        assert!(says_place("Tỉnh đoàn"));
        assert!(!says_place("Cục Thống kê"));
    }

    #[test]
    fn an_issuer_names_its_province_or_city() {
        let home = |issuer: &str| Seat::home(issuer).join(" ");
        for (issuer, name) in [
            ("Tỉnh ủy Quảng Ninh", "quảng ninh"),
            ("Ban Chấp hành Đảng bộ tỉnh Quảng Ninh", "quảng ninh"),
            ("UBND THÀNH PHỐ ĐÀ NẴNG", "đà nẵng"),
            ("UBND thành phố Hà Nội", ""),
            ("UBND xã Bình Mỹ, thành phố Đà Nẵng", ""),
            ("UBND tỉnh", ""),
            ("Bộ Y tế", ""),
        ] {
            assert_eq!(home(issuer), name, "{issuer}");
        }
    }
}
