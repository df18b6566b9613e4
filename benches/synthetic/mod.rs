//! Pairs of programs of any size, composed from the two real ones, with the
//! truth about which row is which. The benches and the tests share it.

mod agreement;
mod edits;
mod material;
mod phrases;
mod random;
mod task;

pub use agreement::Agreement;
use material::Material;
use random::Random;

/// The texts of two programs and which row is which.
pub struct Pair {
    /// The left program, with the columns of the Party program.
    pub left: String,
    /// The right program, with the columns of the UBND program.
    pub right: String,
    /// For each left row the right row that is the same task; a tenth of the
    /// rows of either side has none.
    pub truth: Vec<Option<usize>>,
}

/// Two programs of `size` tasks each, always the same for one seed.
///
/// # Panics
/// If the real programs have too few phrases for so many distinct tasks
/// (above 100,000).
pub fn pair(size: usize, seed: u64) -> Pair {
    let material = Material::new();
    let random = &mut Random::new(seed);
    let alone = size / 10;
    let tasks = task::distinct(size + alone, &material, random);
    let mut order: Vec<usize> = (alone..tasks.len()).collect();
    random.shuffle(&mut order);

    let mut truth = vec![None; size];
    let (mut left, mut right) = (String::from(LEFT_HEAD), String::from(RIGHT_HEAD));
    for (row, task) in tasks[..size].iter().enumerate() {
        left += &task.left(row + 1);
    }
    for (row, &task) in order.iter().enumerate() {
        right += &tasks[task].right(row + 1, &material, random);
        if let Some(partner) = truth.get_mut(task) {
            *partner = Some(row);
        }
    }
    Pair { left, right, truth }
}

const LEFT_HEAD: &str = "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA THÀNH ỦY HÀ NỘI

PHỤ LỤC 1
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn
";

const RIGHT_HEAD: &str = "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA UBND THÀNH PHỐ HÀ NỘI

PHỤ LỤC 1
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\tThời hạn
";
