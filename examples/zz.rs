use std::time::Instant;
fn main() {
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let t = Instant::now();
        match doichieu::read_bytes(&b) {
            Ok(p) => {
                println!(
                    "{f} ok tasks {} ind {} notes {} in {:?}",
                    p.tasks.len(),
                    p.indicators.len(),
                    p.notes.len(),
                    t.elapsed()
                );
                for n in p.notes.iter().take(4) {
                    let mut x = format!("{n:?}");
                    x = x.chars().take(200).collect();
                    println!("   {x}")
                }
            }
            Err(e) => println!("{f} ERR {e} in {:?}", t.elapsed()),
        }
    }
}
