//! `chancery deploy` to a folder: what it plans, puts, keeps, deletes and refuses. What holds of every target is tested here; servers follow in `deploying_servers`.

use crate::buckets::{Bucket, SECRET, built, configure, deploy, deployed, pages_without_their_assets, site};
use crate::site_test::{CHANCERY, SiteTest};
use std::process::Command;

/// A site and the folder that it goes to.
fn with_folder() -> (SiteTest, Bucket) {
    let site = site(&[]);
    let folder = Bucket::folder(&site);
    configure(&site, &[("live", folder.target(0))]);
    site.build(&[]);
    (site, folder)
}

fn report(run: &crate::site_test::Run) -> serde_json::Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
}

/// Another site: a new style, a new title on each page, one briefing more.
fn change(site: &SiteTest) {
    site.write("themes/default/static/style.css", "body { color: black }\n");
    site.write("seeds/pier.txt", "Pier to Be Painted\n\nMayor Ann Lindqvist said that the pier would be painted green.\n");
    site.build(&[]);
}

#[test]
fn what_is_online_is_what_was_built() {
    let (site, folder) = with_folder();
    let run = deployed(&site, &[]);
    assert!(run.stderr.contains(" new, 0 changed, 0 same, 0 stale") && run.stderr.contains("putting: "), "{}", run.stderr);
    assert_eq!(folder.objects(), built(&site, &folder));
    let again = deployed(&site, &[]);
    assert!(again.stderr.contains("nothing to do") && again.stderr.contains("0 new, 0 changed"), "{}", again.stderr);
    change(&site);
    deployed(&site, &["live"]);
    let online = folder.objects();
    for (path, bytes) in built(&site, &folder) {
        assert!(online[&path] == bytes, "{path}");
    }
    assert!(pages_without_their_assets(&online).is_empty());
    let unstyled = online.into_iter().filter(|(path, _)| !path.starts_with("assets/style-")).collect();
    assert!(!pages_without_their_assets(&unstyled).is_empty(), "a page without its style is seen to be one");
    assert!(!folder.names().iter().any(|name| name.contains("staging") || name.contains('#')), "nothing half written is left: {:#?}", folder.names());
}

#[test]
fn a_plan_says_everything_and_does_nothing() {
    let (site, folder) = with_folder();
    let run = deployed(&site, &["--dry-run"]);
    assert!(run.stdout.contains("new     briefings/ferry/index.html (") && run.stderr.contains("would be sent"), "{}{}", run.stdout, run.stderr);
    assert!(folder.names().is_empty(), "{:?}", folder.names());
    deployed(&site, &[]);
    change(&site);
    let plan = report(&deployed(&site, &["--dry-run", "--format", "json"]));
    let paths = |kind: &str| plan["plan"][kind].as_array().unwrap().iter().map(|item| item["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(plan["format"], "chancery-deploy-report/1");
    assert!(paths("new").contains(&"briefings/pier/index.html".to_owned()) && paths("changed").contains(&"index.html".to_owned()), "{plan:#}");
    let stale: Vec<String> = paths("stale").into_iter().filter(|path| !path.starts_with("search/")).collect();
    assert!(stale.iter().all(|path| path.starts_with("assets/style-")) && stale.len() == 1, "{plan:#}");
    assert!(plan["plan"]["bytes"].as_u64().unwrap() > 1000 && plan["plan"]["same"].as_u64().unwrap() > 0 && plan["put"] == 0, "{plan:#}");
    assert!(!folder.names().contains(&"briefings/pier/index.html".to_owned()));
}

#[test]
fn stale_files_go_only_when_told_and_styles_outlive_their_pages() {
    let (site, folder) = with_folder();
    change(&site);
    deployed(&site, &[]);
    folder.put("somebody/else.html", b"not ours");
    site.remove("seeds/pier.txt");
    site.remove("themes/default/static/style.css");
    site.build(&[]);
    let run = deployed(&site, &[]);
    assert!(folder.names().contains(&"briefings/pier/index.html".to_owned()), "stale files stay: {}", run.stderr);
    let style = |folder: &Bucket| folder.names().iter().filter(|name| name.starts_with("assets/style-")).count();
    assert_eq!(style(&folder), 2);
    deployed(&site, &["--delete-stale"]);
    assert!(!folder.names().iter().any(|name| name.starts_with("briefings/pier")), "{:#?}", folder.names());
    assert_eq!(style(&folder), 1, "what was stale before this deploy is gone");
    assert!(folder.names().contains(&"somebody/else.html".to_owned()), "what is not ours stays");
    let again = deployed(&site, &["--delete-stale"]);
    assert!(again.stderr.contains("nothing to do"), "{}", again.stderr);
    // In one step, a style stays for those who have opened a page a moment ago.
    change(&site);
    deployed(&site, &["--delete-stale"]);
    assert_eq!(style(&folder), 2);
    assert!(pages_without_their_assets(&folder.objects()).is_empty());
}

#[test]
fn a_stale_file_that_somebody_has_changed_stays() {
    let (site, folder) = with_folder();
    change(&site);
    deployed(&site, &[]);
    site.remove("seeds/pier.txt");
    site.build(&[]);
    folder.put("briefings/pier/index.html", b"a person wrote this");
    let run = deployed(&site, &["--delete-stale"]);
    assert!(run.stderr.contains("changed by somebody else and stay: briefings/pier/index.html"), "{}", run.stderr);
    assert_eq!(folder.read("briefings/pier/index.html"), b"a person wrote this");
}

#[test]
fn most_of_a_site_is_not_deleted_unless_forced() {
    let (site, folder) = with_folder();
    for number in 0..12 {
        site.write(
            &format!("seeds/many-{number}.txt"),
            format!("Pier {number} to Be Painted\n\nThe pier number {number} would be painted green, the board said.\n"),
        );
    }
    site.build(&[]);
    deployed(&site, &[]);
    (0..12).for_each(|number| site.remove(&format!("seeds/many-{number}.txt")));
    site.build(&[]);
    let before = folder.objects();
    let run = deploy(&site, &["--delete-stale"]);
    assert!(run.status == 1 && run.stderr.contains("more than one in 4; nothing was changed"), "{}", run.stderr);
    assert_eq!(folder.objects(), before);
    deployed(&site, &["--delete-stale", "--force"]);
    assert_eq!(folder.objects(), built(&site, &folder));
}

#[test]
fn one_can_go_back_and_forth() {
    let (site, folder) = with_folder();
    deployed(&site, &[]);
    let first = folder.objects();
    let none = deploy(&site, &["--rollback"]);
    assert!(none.status == 1 && none.stderr.contains("no deploy before the last one"), "{}", none.stderr);
    change(&site);
    deployed(&site, &[]);
    let second = folder.objects();
    deployed(&site, &["--rollback"]);
    let back = folder.objects();
    for (path, bytes) in &first {
        assert!(back[path] == *bytes, "{path} is as it was");
    }
    assert!(back.contains_key("briefings/pier/index.html"), "what came later is stale");
    assert!(pages_without_their_assets(&back).is_empty());
    deployed(&site, &["--rollback"]);
    let forth = folder.objects();
    for (path, bytes) in &second {
        assert!(forth[path] == *bytes, "{path} is as it was after the second deploy");
    }
    deployed(&site, &["--rollback", "--delete-stale", "--force"]);
    assert!(!folder.names().contains(&"briefings/pier/index.html".to_owned()), "{:#?}", folder.names());
    // A site that was deleted from comes back whole.
    deployed(&site, &["--rollback"]);
    assert_eq!(folder.objects().get("briefings/pier/index.html"), second.get("briefings/pier/index.html"));
    let plan = report(&deployed(&site, &["--rollback", "--dry-run", "--format", "json"]));
    assert!(!plan["plan"]["changed"].as_array().unwrap().is_empty(), "{plan:#}");
}

#[test]
fn what_is_kept_is_pruned_with_the_next_deploy() {
    let (site, folder) = with_folder();
    let kept = |folder: &Bucket| folder.names().iter().filter(|name| name.starts_with(".chancery/kept/")).count();
    deployed(&site, &[]);
    assert_eq!(kept(&folder), 0);
    change(&site);
    deployed(&site, &[]);
    let after_two = kept(&folder);
    assert!(after_two > 5, "{after_two}");
    site.write("seeds/pier.txt", "Pier to Be Painted\n\nMayor Ann Lindqvist said that the pier would be painted blue.\n");
    site.build(&[]);
    deployed(&site, &[]);
    assert!(kept(&folder) < after_two && kept(&folder) > 0, "{} of {after_two}", kept(&folder));
    // Where nothing is to be kept, nothing is.
    configure(&site, &[("live", folder.target(0).replace('}', ", rollback: false}"))]);
    site.build(&[]);
    change(&site);
    site.write("seeds/pier.txt", "Pier to Be Painted\n\nMayor Ann Lindqvist said that the pier would be painted red.\n");
    site.build(&[]);
    deployed(&site, &[]);
    assert_eq!(kept(&folder), 0);
    assert_eq!(deploy(&site, &["--rollback"]).status, 1);
}

#[test]
fn a_site_that_is_not_fit_to_be_seen_is_refused() {
    let (site, folder) = with_folder();
    let refused = |arguments: &[&str], word: &str| {
        let run = deploy(&site, arguments);
        assert!(run.status == 1 && run.stderr.contains(word), "{word}: {}", run.stderr);
        assert!(folder.names().is_empty());
    };
    site.write("seeds/ferry.txt", "Harbour Ferry Delayed\n\nMayor Ann Lindqvist said that it would be late.\n");
    refused(&[], "have changed since it was built");
    site.build(&["--drafts"]);
    refused(&[], "it was built with `--drafts`");
    refused(&["--output", "nowhere"], "no site was built there");
    site.build(&[]);
    site.write("public/index.html", "somebody was here");
    refused(&[], "it is not as it was built");
    site.remove("public/index.html");
    refused(&[], "index.html");
    site.build(&[]);
    site.write("seeds/ferry.txt", "Harbour Ferry Gone\n\nMayor Ann Lindqvist said that it would not come.\n");
    deployed(&site, &["--as-built"]);
    site.build(&["--drafts"]);
    deployed(&site, &["--drafts"]);
}

#[test]
fn files_of_others_are_never_overwritten_without_a_word() {
    let (site, folder) = with_folder();
    folder.put("index.html", b"a person wrote this");
    folder.put("notes.txt", b"and this");
    let plan = deploy(&site, &["--dry-run"]);
    assert!(plan.status == 1 && plan.stdout.contains("foreign index.html") && !plan.stdout.contains("notes.txt"), "{}", plan.stdout);
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("1 files of `live` stand in the way") && run.stderr.contains("index.html"), "{}", run.stderr);
    assert_eq!(folder.names(), ["index.html", "notes.txt"], "nothing was put");
    deployed(&site, &["--adopt"]);
    assert_eq!(folder.objects().len(), built(&site, &folder).len() + 1);
    // Later too: a file that came between two deploys, and one of ours that somebody changed.
    folder.put("briefings/pier/index.html", b"a person wrote this");
    change(&site);
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("cannot put `briefings/pier/index.html`"), "{}", run.stderr);
    assert_eq!(folder.read("briefings/pier/index.html"), b"a person wrote this");
    assert!(pages_without_their_assets(&folder.objects()).is_empty());
    std::fs::remove_file(site.root().join("online/briefings/pier/index.html")).unwrap();
    folder.put("404.html", b"a person changed this");
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("404.html"), "{}", run.stderr);
    deployed(&site, &["--adopt"]);
    assert!(built(&site, &folder).iter().all(|(path, bytes)| folder.read(path) == *bytes));
}

#[test]
fn a_variant_never_outlives_its_text() {
    let (site, folder) = with_folder();
    site.build(&["--precompress"]);
    deployed(&site, &[]);
    assert!(folder.names().contains(&"index.html.br".to_owned()), "a server of files chooses between variants");
    site.write("seeds/ferry.txt", "Harbour Ferry Delayed\n\nMayor Ann Lindqvist said that it would be late, and Norway agreed.\n");
    site.build(&[]);
    let run = deployed(&site, &[]);
    assert!(!folder.names().contains(&"index.html.br".to_owned()) && !folder.names().contains(&"briefings/ferry/index.html.gz".to_owned()), "{}", run.stderr);
}

#[test]
fn of_two_at_once_one_says_so_and_ends() {
    let (site, folder) = with_folder();
    std::fs::create_dir_all(site.root().join("online/.chancery")).unwrap();
    let held = std::fs::File::create(site.root().join("online/.chancery/lock")).unwrap();
    held.lock().unwrap();
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("another deploy to `live` is at work"), "{}", run.stderr);
    assert_eq!(deployed(&site, &["--dry-run"]).status, 0, "a plan needs no lock");
    drop(held);
    deployed(&site, &[]);
    assert_eq!(folder.objects(), built(&site, &folder));
}

#[test]
fn a_manifest_that_is_none_is_not_written_over() {
    let (site, folder) = with_folder();
    deployed(&site, &[]);
    for (text, word) in [("{}", "there is no manifest"), ("{\"format\": \"chancery-deploy/9\"}", "another version of chancery wrote")] {
        folder.put(".chancery/deploy.json", text.as_bytes());
        let run = deploy(&site, &[]);
        assert!(run.status == 1 && run.stderr.contains(word), "{}", run.stderr);
    }
    // Without one, what is there is looked at, and is found to be the same.
    std::fs::remove_file(site.root().join("online/.chancery/deploy.json")).unwrap();
    let run = deployed(&site, &[]);
    assert!(run.stderr.contains("0 new, 0 changed"), "{}", run.stderr);
}

#[test]
fn a_folder_that_holds_the_site_itself_is_no_target() {
    let (site, _) = with_folder();
    for (folder, word) in
        [("public", "the built site lies there"), ("content", "own sources lie there"), (".", "own sources lie there"), ("missing", "make the folder first")]
    {
        configure(&site, &[("live", format!("{{url: {folder}}}"))]);
        site.build(&[]);
        let run = deploy(&site, &[]);
        assert!(run.status == 1 && run.stderr.contains(word), "{folder}: {}", run.stderr);
        assert!(!run.stderr.contains("--output"), "what helps is another target: {}", run.stderr);
    }
}

/// No deploy leaves its folder, and none begins what it cannot end.
#[cfg(unix)]
#[test]
fn what_stands_in_the_way_in_a_folder_stops_a_deploy_before_it_begins() {
    /// Makes the obstacle in the target, the first folder, with help of one beside it.
    type Obstacle = fn(&std::path::Path, &std::path::Path);
    let cases: [(&str, &str, Obstacle); 6] = [
        ("a folder of the site leads elsewhere", "`briefings` there is a link", |top, other| std::os::unix::fs::symlink(other, top.join("briefings")).unwrap()),
        ("our own folder leads elsewhere", "`.chancery` there is a link", |top, other| std::os::unix::fs::symlink(other, top.join(".chancery")).unwrap()),
        ("a file for a folder", "`briefings` there is no folder", |top, _| std::fs::write(top.join("briefings"), "mine").unwrap()),
        ("a folder for a file", "`index.html` there is a folder", |top, _| std::fs::create_dir(top.join("index.html")).unwrap()),
        ("a folder for the manifest", "`.chancery/deploy.json` there is a folder", |top, _| {
            std::fs::create_dir_all(top.join(".chancery/deploy.json")).unwrap();
        }),
        ("a file for the target", "it is no folder", |top, _| {
            std::fs::remove_dir(top).unwrap();
            std::fs::write(top, "mine").unwrap();
        }),
    ];
    for (name, word, make) in cases {
        let (site, folder) = with_folder();
        let elsewhere = tempfile::tempdir().unwrap();
        make(&site.root().join("online"), elsewhere.path());
        let before = folder.names();
        let run = deploy(&site, &[]);
        assert!(run.status == 1 && run.stderr.contains(word) && run.stderr.contains("help:"), "{name}: {}", run.stderr);
        assert_eq!(folder.names(), before, "{name}");
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0, "{name}: nothing is written outside");
    }
}

#[test]
fn the_target_is_named_where_it_is_not_clear() {
    let (site, folder) = with_folder();
    configure(&site, &[("live", folder.target(0)), ("test", "{url: elsewhere}".to_owned())]);
    site.build(&[]);
    for (arguments, word) in
        [(&[][..], "name the target: live, test"), (&["prod"], "there is no target `prod`; there are live, test"), (&["--force"], "--delete-stale")]
    {
        let run = deploy(&site, arguments);
        assert!(run.status == 2 && run.stderr.contains(word), "{}", run.stderr);
    }
    deployed(&site, &["live"]);
    site.write("content/site.yaml", "title: x\n");
    assert_eq!(deploy(&site, &[]).status, 2);
}

#[test]
fn a_secret_in_the_settings_is_refused_and_not_shown() {
    let (site, _) = with_folder();
    for target in [
        format!("{{url: 's3://b', secret_access_key: {SECRET}}}"),
        format!("{{url: 's3://user:{SECRET}@b'}}"),
        format!("{{url: 's3://b', endpoint: 'https://h/?sig={SECRET}'}}"),
    ] {
        configure(&site, &[("live", target.clone())]);
        for command in ["deploy", "check", "build"] {
            let run = crate::buckets::finished(Command::new(CHANCERY).arg(command).current_dir(site.root()));
            assert!(run.status == 1 && run.stderr.contains("environment"), "{command} {target}: {}", run.stderr);
        }
    }
}

/// Ten thousand briefings make some 40,000 files: planning reads each once, in pieces, and keeps a line of it.
#[test]
#[ignore = "writes and deploys 800 MB, which takes minutes where nothing is optimised: the stage `large deploys and sitemaps` of .ci/full runs it"]
fn the_plan_of_a_large_site_takes_seconds_and_little_memory() {
    let site = SiteTest::new("=== seeds/a.txt\nx\n");
    let folder = Bucket::folder(&site);
    configure(&site, &[("live", folder.target(0))]);
    let (files, pages) = (40_000, "x".repeat(20_000));
    let mut manifest = format!("chancery-manifest/1\nsources {}\n", "0".repeat(32));
    for number in 0..files {
        let path = format!("briefings/a-briefing-of-some-length-{number}/index.html");
        let text = format!("{number}{pages}");
        manifest.push_str(&format!("{} {} {path}\n", chancery::text::Fingerprint::of(text.as_bytes()).hex(), text.len()));
        site.write(&format!("public/{path}"), text);
    }
    site.write("public/.chancery-manifest", manifest);
    let measured = |arguments: &[&str]| {
        let mut timed = Command::new("/usr/bin/time");
        timed.args(["-f", "%e %M", CHANCERY, "deploy", "--as-built", "--format", "json"]).args(arguments).current_dir(site.root());
        let run = crate::buckets::finished(&mut timed);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let last: Vec<f64> = run.stderr.lines().last().unwrap().split(' ').map(|word| word.parse().unwrap()).collect();
        println!("{arguments:?}: {} s, {} MB", last[0], last[1] / 1000.0);
        (last[0], last[1] / 1000.0)
    };
    let (seconds, megabytes) = measured(&["--dry-run"]);
    assert!(seconds < 30.0 && megabytes < 300.0, "{seconds} s, {megabytes} MB for 800 MB");
    measured(&[]);
    let (seconds, megabytes) = measured(&["--dry-run"]);
    assert!(seconds < 30.0 && megabytes < 300.0, "{seconds} s, {megabytes} MB for 800 MB");
}
