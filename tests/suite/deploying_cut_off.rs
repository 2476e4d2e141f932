//! Deploys that are cut off: killed at any moment, a deploy leaves no page without its assets, and the next one finishes the work.

use crate::buckets::{Bucket, Objects, built, command, deployed, pages_without_their_assets, site};
use crate::site_test::SiteTest;
use std::time::{Duration, Instant, SystemTime};

const KILLS: u32 = 30;

/// Two sites that have no page and no style in common, built into two folders.
fn two_sites(bucket: &Bucket) -> SiteTest {
    let site = site(&[("live", bucket)]);
    for (folder, word) in [("green", "green"), ("blue", "blue")] {
        site.write("themes/default/static/style.css", format!("body {{ color: {word} }}\n"));
        site.write("themes/default/static/search.js", format!("// {word}\n"));
        site.write(
            "seeds/ferry.txt",
            format!("Harbour Ferry Painted {word}\n\nMayor Ann Lindqvist said that the ferry would be {word}. Norway and Sweden agreed.\n"),
        );
        site.write(&format!("seeds/{word}.txt"), format!("A {word} Pier\n\nMayor Ann Lindqvist said that the pier would be {word}.\n"));
        site.build(&["--output", folder]);
        site.remove(&format!("seeds/{word}.txt"));
    }
    site
}

/// Numbers that differ from run to run; the first is printed, so that a failure can be looked into.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos() as u64;
        println!("chance begins at {seed}");
        Self(seed)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }
}

fn holds(folder: &Objects, online: &Objects) -> Vec<String> {
    folder.iter().filter(|(path, bytes)| online.get(*path) != Some(*bytes)).map(|(path, _)| path.clone()).collect()
}

fn objects_of(site: &SiteTest, folder: &str) -> Objects {
    let top = site.root().join(folder);
    let files = crate::site_test::files_below(&top);
    files.into_iter().filter(|path| path != ".chancery-manifest").map(|path| (path.clone(), std::fs::read(top.join(&path)).unwrap())).collect()
}

fn killed_at_random(bucket: &Bucket) {
    let site = two_sites(bucket);
    let sites = [("green", objects_of(&site, "green")), ("blue", objects_of(&site, "blue"))];
    let arguments = |folder| ["--output", folder, "--as-built", "--lease", "1", "--delete-stale", "--force", "--transfers", "4"];
    let begun = Instant::now();
    deployed(&site, &arguments("green"));
    deployed(&site, &arguments("blue"));
    // A second deploy deletes what the first made stale, and so takes the longest.
    let longest = u64::try_from(begun.elapsed().as_millis()).unwrap();
    let mut chance = Chance::new();
    let mut cut_off = 0;
    let mut kills = 0..KILLS * 10;
    // On a machine that is busy a kill may come too early or too late each time: then it takes more of them.
    while let Some(kill) = kills.next().filter(|kill| *kill < KILLS || cut_off == 0) {
        let (folder, wanted) = &sites[chance.below(2) as usize];
        let mut child = command(&site, &arguments(folder)).stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(chance.below(longest / 2 + 1)));
        child.kill().unwrap();
        child.wait().unwrap();
        let online = bucket.objects();
        let faults = pages_without_their_assets(&online);
        assert!(faults.is_empty(), "kill {kill}: {faults:#?}");
        assert!(online.contains_key("index.html"), "kill {kill}: the site is gone");
        // Every third time another takes up the other site, at other times the same one is tried again.
        let (folder, wanted) = if kill % 3 == 2 { (&sites[(kill % 2) as usize].0, &sites[(kill % 2) as usize].1) } else { (folder, wanted) };
        let run = deployed(&site, &arguments(folder));
        cut_off += usize::from(run.stderr.contains("was cut off"));
        let online = bucket.objects();
        assert!(holds(wanted, &online).is_empty(), "kill {kill}: {:#?}\n{}", holds(wanted, &online), run.stderr);
        assert!(pages_without_their_assets(&online).is_empty(), "kill {kill}");
    }
    println!("{cut_off} kills fell into the work");
    // A deploy that has nothing to do tidies nothing up, so both sites go online once more.
    for (folder, _) in &sites {
        deployed(&site, &arguments(folder));
    }
    assert!(cut_off > 0, "no kill fell into the work");
    assert!(!bucket.names().iter().any(|name| name.contains("/staging/") || name.contains('#')), "nothing half written is left: {:#?}", bucket.names());
    // What was cut off can also be undone: the site that was seen last as a whole comes back.
    let back = deployed(&site, &["--rollback", "--lease", "1"]);
    assert!(pages_without_their_assets(&bucket.objects()).is_empty(), "{}", back.stderr);
}

#[test]
fn killed_at_thirty_moments_a_folder_has_whole_pages() {
    let beside = SiteTest::new("");
    killed_at_random(&Bucket::folder(&beside));
}

#[test]
fn killed_at_thirty_moments_a_bucket_has_whole_pages() {
    if let Some(bucket) = Bucket::s3() {
        killed_at_random(&bucket);
    }
}

/// What a deploy was deleting when it was cut off may be wanted again by the next one.
#[test]
fn what_was_being_deleted_comes_back_where_it_is_wanted() {
    let beside = SiteTest::new("");
    let folder = Bucket::folder(&beside);
    let site = two_sites(&folder);
    let arguments = |folder| ["--output", folder, "--as-built", "--delete-stale", "--force"];
    deployed(&site, &arguments("green"));
    deployed(&site, &arguments("blue"));
    // As a deploy leaves it that is cut off between its deletions and its last word.
    let manifest = beside.root().join("online/.chancery/deploy.json");
    let mut text: serde_json::Value = serde_json::from_slice(&std::fs::read(&manifest).unwrap()).unwrap();
    text["going"] = std::mem::replace(&mut text["stale"], serde_json::json!({}));
    let gone: Vec<String> = text["going"].as_object().unwrap().keys().cloned().collect();
    assert!(gone.iter().any(|path| path.starts_with("assets/style-")), "{gone:?}");
    std::fs::write(&manifest, text.to_string()).unwrap();
    gone.iter().for_each(|path| std::fs::remove_file(beside.root().join("online").join(path)).unwrap());
    let run = deployed(&site, &["--output", "green", "--as-built"]);
    assert!(run.stderr.contains("was cut off"), "{}", run.stderr);
    assert!(holds(&objects_of(&site, "green"), &folder.objects()).is_empty());
}

/// A deploy that was cut off and is not wanted any more is undone by going back.
#[test]
fn a_deploy_that_was_cut_off_is_undone_by_going_back() {
    let beside = SiteTest::new("");
    let folder = Bucket::folder(&beside);
    let site = site(&[("live", &folder)]);
    deployed(&site, &[]);
    let before = built(&site, &folder);
    // It stopped half-way, at a file that somebody put in its way.
    site.write("seeds/ferry.txt", "Harbour Ferry Gone\n\nMayor Ann Lindqvist said that the ferry would not come. Norway agreed.\n");
    site.write("seeds/pier.txt", "Pier to Be Painted\n\nMayor Ann Lindqvist said that the pier would be painted green.\n");
    site.build(&[]);
    folder.put("briefings/pier/index.html", b"a person wrote this");
    assert_eq!(crate::buckets::deploy(&site, &["--transfers", "1"]).status, 1);
    assert!(!holds(&before, &folder.objects()).is_empty(), "some of it was put");
    deployed(&site, &["--rollback"]);
    assert!(holds(&before, &folder.objects()).is_empty(), "{:#?}", holds(&before, &folder.objects()));
    assert_eq!(folder.read("briefings/pier/index.html"), b"a person wrote this");
}

/// Cut off twice, with another site each time, a deploy still knows what it put itself.
#[test]
fn cut_off_again_and_again_a_deploy_knows_what_is_its_own() {
    let beside = SiteTest::new("");
    let folder = Bucket::folder(&beside);
    let site = site(&[("live", &folder)]);
    deployed(&site, &[]);
    folder.put("briefings/pier/index.html", b"a person wrote this");
    site.write("seeds/pier.txt", "Pier to Be Painted\n\nMayor Ann Lindqvist said that the pier would be painted green.\n");
    for word in ["late", "gone", "back"] {
        site.write("seeds/ferry.txt", format!("Harbour Ferry {word}\n\nMayor Ann Lindqvist said that the ferry was {word}. Norway agreed.\n"));
        site.build(&[]);
        let run = crate::buckets::deploy(&site, &["--transfers", "1"]);
        assert!(run.status == 1 && run.stderr.contains("briefings/pier/index.html") && !run.stderr.contains("briefings/ferry"), "{word}: {}", run.stderr);
    }
    std::fs::remove_file(beside.root().join("online/briefings/pier/index.html")).unwrap();
    deployed(&site, &["--delete-stale"]);
    assert!(holds(&built(&site, &folder), &folder.objects()).is_empty());
}
