//! A small seeded generator. Own code, because the snapshot pins what it
//! draws: an update of a dependency must not draw other edits.

/// `SplitMix64` (Steele, Lea, Flood 2014).
pub struct Random(u64);

impl Random {
    /// The generator of a kind of edits, seeded with its name: a new kind does
    /// not change what others draw.
    pub fn new(kind: &str) -> Self {
        let seed = kind.bytes().fold(0, |seed: u64, byte| {
            seed.wrapping_mul(0x0100_0000_01b3).wrapping_add(u64::from(byte))
        });
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound - 1`.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("a count fits 64 bits");
        usize::try_from(self.next() % bound).expect("below a usize")
    }

    /// One of several things; `None` where there are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        if things.is_empty() {
            return None;
        }
        let at = self.below(things.len());
        things.get(at)
    }

    /// Whether a coin falls on heads.
    pub fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}
