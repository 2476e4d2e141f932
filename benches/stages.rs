//! What each stage costs on the sample's seeds: `cargo bench --bench stages`.
#![allow(missing_docs, clippy::unwrap_used)]

use chancery::actors::{self, Registry};
use chancery::build::{self, BuildOptions, Cache, Drafts};
use chancery::input::Inputs;
use chancery::model::{Briefing, Date, Restoration, meta::Restore};
use chancery::read::{ReadOptions, SeedInput, read};
use chancery::theme::Theme;
use chancery::{language, link};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn seeds() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut seeds: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (format!("seeds/{}", path.file_name().unwrap().to_string_lossy()), std::fs::read(&path).unwrap()))
        .collect();
    seeds.sort();
    seeds
}

fn options() -> ReadOptions {
    ReadOptions { language: "en".to_owned(), restore: Restore::Only(Restoration::ALL.to_vec()) }
}

fn briefings(seeds: &[(String, Vec<u8>)]) -> Vec<Briefing> {
    seeds
        .iter()
        .filter_map(|(path, bytes)| {
            read(&SeedInput { key: path.trim_start_matches("seeds/").split('.').next().unwrap(), path, bytes, overlay: None }, &options()).value
        })
        .collect()
}

/// Actors with four names each, of which no seed holds any.
fn registry_of(aliases: usize) -> Registry {
    let entry = |no: usize| {
        format!("- {{id: actor-{no}, name: Ovarek Qillan {no}, kind: person, aliases: [Qillan of {no} Hill, Baron Ovarek {no}, Speaker Qillan {no}]}}\n")
    };
    let yaml: String = (0..aliases / 4).map(entry).collect();
    Registry::parse(&[("content/actors/many.yaml", &yaml)]).value
}

fn analysis(criterion: &mut Criterion) {
    let seeds = seeds();
    let bytes: u64 = seeds.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let pack = language::pack("en");
    let read_all = briefings(&seeds);
    let candidates: Vec<_> = read_all.iter().map(|briefing| actors::candidates(briefing, &Registry::default(), pack)).collect();
    let found: Vec<_> = read_all.iter().zip(&candidates).collect();
    let cast = actors::cast(&found, &Registry::default()).value;
    let mentions: Vec<_> = found.iter().map(|(briefing, candidates)| actors::mentions(briefing, candidates, &cast, pack)).collect();
    let mut group = criterion.benchmark_group("analysis");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("read", |b| b.iter(|| black_box(briefings(&seeds))));
    group.bench_function("candidates", |b| {
        b.iter(|| read_all.iter().for_each(|briefing| drop(black_box(actors::candidates(briefing, &Registry::default(), pack)))));
    });
    // As `chancery build` and `chancery actors` do it: from bytes to mentions, on one core.
    group.bench_function("all, from bytes to mentions", |b| {
        b.iter(|| {
            for briefing in briefings(&seeds) {
                let candidates = actors::candidates(&briefing, &Registry::default(), pack);
                black_box(actors::mentions(&briefing, &candidates, &cast, pack));
            }
        });
    });
    for aliases in [1_000, 100_000] {
        let registry = registry_of(aliases);
        group.bench_function(format!("candidates, with a registry of {aliases} aliases"), |b| {
            b.iter(|| read_all.iter().for_each(|briefing| drop(black_box(actors::candidates(briefing, &registry, pack)))));
        });
    }
    group.bench_function("cast", |b| b.iter(|| black_box(actors::cast(&found, &Registry::default()))));
    group.bench_function("mentions", |b| {
        b.iter(|| found.iter().for_each(|(briefing, candidates)| drop(black_box(actors::mentions(briefing, candidates, &cast, pack)))));
    });
    group.bench_function("bears_on", |b| {
        b.iter(|| read_all.iter().zip(&mentions).for_each(|(briefing, mentions)| drop(black_box(link::bears_on(briefing, mentions, pack)))));
    });
    group.finish();
}

fn pages(criterion: &mut Criterion) {
    let seeds = seeds();
    let inputs = Inputs::from_files(seeds.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let options = BuildOptions { base_url: None, date: Date::new(2026, 6, 1).unwrap(), drafts: Drafts::Hidden };
    let built = build::build(&inputs, &options, &mut Cache::default()).value.unwrap();
    let outputs = built.outputs();
    let mut group = criterion.benchmark_group("pages");
    group.bench_function("theme", |b| b.iter(|| black_box(Theme::load("default", &[]))));
    group.bench_function("site", |b| {
        let mut cache = Cache::default();
        build::build(&inputs, &options, &mut cache);
        b.iter(|| black_box(build::build(&inputs, &options, &mut cache)));
    });
    group.throughput(Throughput::Elements(outputs.len() as u64));
    group.bench_function("fingerprint", |b| {
        b.iter(|| {
            let prints = built.prints();
            outputs.iter().for_each(|(_, output)| {
                black_box(built.fingerprint(&prints, output));
            });
        });
    });
    group.bench_function("make", |b| b.iter(|| outputs.iter().filter_map(|(_, output)| black_box(built.make(output)).ok()).count()));
    group.finish();
}

criterion_group!(stages, analysis, pages);
criterion_main!(stages);
