//! Prints the actors of one seed as `chancery-actors/1`; with a number as second argument, measures that many rounds.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let rounds: usize = std::env::args().nth(2).map_or(0, |n| n.parse().unwrap());
    let bytes = std::fs::read(&path).unwrap();
    let key = std::path::Path::new(&path).file_stem().unwrap().to_str().unwrap().to_owned();
    let seed = format!("seeds/{key}.txt");
    let input = chancery::read::SeedInput { key: &key, path: &seed, bytes: &bytes, overlay: None };
    let options = chancery::read::ReadOptions { language: "en".into(), restore: chancery::model::meta::Restore::All(true) };
    let start = std::time::Instant::now();
    let pack = chancery::language::pack("en");
    let briefing = chancery::read::read(&input, &options).value.unwrap();
    let after_read = start.elapsed();
    let candidates = chancery::actors::candidates(&briefing, pack);
    let found = start.elapsed();
    let registry = chancery::actors::Registry::default();
    let cast = chancery::actors::cast(&[(&briefing, &candidates)], &registry).value;
    let mentions = chancery::actors::mentions(&briefing, &candidates, &cast, pack);
    if rounds > 0 {
        eprintln!("read {after_read:?}, first candidates {:?}, all {:?}", found - after_read, start.elapsed());
        let start = std::time::Instant::now();
        for _ in 0..rounds {
            let candidates = chancery::actors::candidates(&briefing, pack);
            std::hint::black_box(chancery::actors::mentions(&briefing, &candidates, &cast, pack));
        }
        let per = start.elapsed().as_secs_f64() / rounds as f64;
        eprintln!("{:.3} ms a round, {:.1} MB/s", per * 1e3, bytes.len() as f64 / per / 1e6);
        return;
    }
    let export = chancery::actors::export(&[chancery::actors::Exported { briefing: &briefing, mentions: &mentions, bytes: &bytes }], &cast.roster);
    println!("{}", serde_json::to_string_pretty(&export).unwrap());
}
