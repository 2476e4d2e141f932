//! `chancery deploy` to servers: S3 (moto) and Azure Blob Storage (Azurite), as they are and behind a network that fails.

use crate::buckets::{Bucket, Fault, Proxy, SECRET, SIGNED, ask, built, command, configure, deploy, deployed, finished, pages_without_their_assets, site};
use crate::servers::free_port;
use crate::site_test::SiteTest;
use chancery::policy;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

fn rebuilt(site: &SiteTest, word: &str) {
    site.write("themes/default/static/style.css", format!("body {{ color: black }} /* {word} */\n"));
    site.write("seeds/pier.txt", format!("Pier to Be Painted\n\nMayor Ann Lindqvist said that the pier would be painted {word}.\n"));
    site.build(&[]);
}

/// What must hold of every server.
fn everything_holds(bucket: &Bucket) {
    let site = site(&[("live", bucket)]);
    site.build(&["--precompress"]);
    let run = deployed(&site, &[]);
    assert!(run.stderr.contains("compressed variants stay here"), "{}", run.stderr);
    let expected = built(&site, bucket);
    assert_eq!(bucket.objects(), expected);
    for path in expected.keys() {
        let answer = bucket.answer(path);
        assert_eq!(answer.header("content-type"), policy::media_type(path), "{path}");
        assert_eq!(answer.header("cache-control"), policy::caching(path), "{path}");
    }
    // A second deploy of an unchanged site reads one object, and writes none.
    let proxy = Proxy::before(bucket.port(), |_, _, _| Fault::None);
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&["--precompress"]);
    let again = deployed(&site, &[]);
    assert!(again.stderr.contains("nothing to do") && proxy.seen() == 1, "{} requests: {}", proxy.seen(), again.stderr);
    // A deploy, what it keeps, and the way back.
    rebuilt(&site, "green");
    deployed(&site, &["--delete-stale"]);
    let online = bucket.objects();
    assert!(built(&site, bucket).iter().all(|(path, bytes)| online[path] == *bytes) && pages_without_their_assets(&online).is_empty());
    deployed(&site, &["--rollback", "--delete-stale"]);
    let back = bucket.objects();
    assert!(expected.iter().all(|(path, bytes)| back[path] == *bytes), "all is as it was");
    for path in expected.keys() {
        let answer = bucket.answer(path);
        assert_eq!(
            (answer.header("content-type").as_str(), answer.header("cache-control").as_str()),
            (policy::media_type(path), policy::caching(path)),
            "{path}"
        );
    }
}

#[test]
fn a_site_goes_to_s3() {
    if let Some(bucket) = Bucket::s3() {
        everything_holds(&bucket);
    }
}

#[test]
fn a_site_goes_to_azure() {
    if let Some(bucket) = Bucket::azure() {
        everything_holds(&bucket);
    }
}

#[test]
fn a_large_file_goes_in_parts() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let large: Vec<u8> = (0..20_u32 << 20).map(|number| (number / 7 % 251) as u8).collect();
    site.write("content/static/film.mp4", &large);
    site.build(&[]);
    deployed(&site, &[]);
    let answer = bucket.answer("film.mp4");
    assert!(answer.body == large, "{} bytes", answer.body.len());
    assert_eq!(answer.header("content-type"), "video/mp4");
    assert!(deployed(&site, &[]).stderr.contains("nothing to do"));
    // What is there is known again without its bytes, also when the manifest is lost.
    bucket.put("other.txt", b"not ours");
    let foreign = vec![1; 20 << 20];
    bucket.put("film.mp4", &foreign);
    site.write("content/static/film.mp4", &large[1..]);
    site.build(&[]);
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("cannot put `film.mp4`: somebody else has changed it"), "{}", run.stderr);
    assert!(bucket.read("film.mp4") == foreign && bucket.read("other.txt") == b"not ours");
}

#[test]
fn files_of_others_stay_in_a_bucket() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    bucket.put("about/index.html", b"not ours");
    bucket.put("index.html", b"a person wrote this");
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("stand in the way that no deploy of chancery put there: index.html"), "{}", run.stderr);
    assert_eq!(bucket.names(), ["about/index.html", "index.html"]);
    deployed(&site, &["--adopt", "--delete-stale"]);
    // One that comes between two deploys is met while putting.
    bucket.put("briefings/pier/index.html", b"a person wrote this too");
    rebuilt(&site, "green");
    let run = deploy(&site, &["--delete-stale"]);
    assert!(run.status == 1 && run.stderr.contains("cannot put `briefings/pier/index.html`: there is a file that no deploy"), "{}", run.stderr);
    assert_eq!(bucket.read("briefings/pier/index.html"), b"a person wrote this too");
    assert!(pages_without_their_assets(&bucket.objects().into_iter().filter(|(path, _)| !path.starts_with("about/")).collect()).is_empty());
    deployed(&site, &["--adopt", "--delete-stale"]);
    assert_eq!(bucket.read("about/index.html"), b"not ours");
}

#[test]
fn what_is_wrong_is_said_without_a_secret() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let refused = |target: String, words: &[&str]| {
        configure(&site, &[("live", target)]);
        site.build(&[]);
        let run = deploy(&site, &["--timeout", "5"]);
        assert!(run.status == 1 && words.iter().all(|word| run.stderr.contains(word)), "{words:?}: {}", run.stderr);
        assert!(!run.stderr.contains("AKIATESTING") && !run.stderr.contains("<Error>"), "{}", run.stderr);
    };
    refused(bucket.target(bucket.port()).replace("s3://site", "s3://missing"), &["there is no such bucket", "make the bucket"]);
    refused(bucket.target(free_port()), &["the server cannot be reached", "endpoint"]);
    for (status, word) in [(403, "may not do this"), (401, "credentials are refused"), (400, "status 400")] {
        let proxy = Proxy::before(bucket.port(), move |_, _, _| Fault::Status(status));
        refused(bucket.target(proxy.port), &[word]);
    }
    assert!(bucket.names().is_empty());
    // No credentials at all, and a machine that has none of its own.
    configure(&site, &[("live", bucket.target(bucket.port()))]);
    site.build(&[]);
    let mut alone = command(&site, &["--timeout", "2"]);
    alone.env_remove("AWS_ACCESS_KEY_ID").env_remove("AWS_SECRET_ACCESS_KEY").env("AWS_METADATA_ENDPOINT", format!("http://127.0.0.1:{}", free_port()));
    let run = finished(&mut alone);
    assert!(run.status == 1 && run.stderr.contains("credentials") && run.stderr.contains("AWS_ACCESS_KEY_ID"), "{}", run.stderr);
}

#[test]
fn wrong_credentials_are_said_and_not_shown() {
    let Some(bucket) = Bucket::azure() else { return };
    let site = site(&[("live", &bucket)]);
    let run = finished(command(&site, &["--timeout", "5"]).env("AZURE_STORAGE_ACCOUNT_KEY", "dmVyeXNlY3JldHdvcmQ="));
    assert!(run.status == 1 && run.stderr.contains("credentials") && !run.stderr.contains("dmVyeXNlY3JldHdvcmQ="), "{}", run.stderr);
    configure(&site, &[("live", bucket.target(bucket.port()).replace("az://$web", "az://missing"))]);
    site.build(&[]);
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("there is no such container"), "{}", run.stderr);
}

/// Faults come and go: each request has a chance of one, and the site arrives.
#[test]
fn a_bad_network_costs_time_and_nothing_else() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let every = |faults: &'static [Fault]| {
        move |number: usize, _: &str, _: &str| match number % 5 {
            3 => faults[number / 5 % faults.len()],
            _ => Fault::None,
        }
    };
    for faults in [&[Fault::Status(500), Fault::Status(503)][..], &[Fault::Lost, Fault::Slow(300)], &[Fault::Silence, Fault::None, Fault::None, Fault::None]] {
        let proxy = Proxy::before(bucket.port(), every(faults));
        configure(&site, &[("live", bucket.target(proxy.port))]);
        rebuilt(&site, &format!("{faults:?}").replace(|c: char| !c.is_ascii_alphanumeric(), ""));
        let run = deployed(&site, &["--timeout", "2", "--lease", "30"]);
        let online = bucket.objects();
        assert!(built(&site, &bucket).iter().all(|(path, bytes)| online[path] == *bytes), "{faults:?}: {}", run.stderr);
        assert!(proxy.seen() >= 20, "only {} requests", proxy.seen());
    }
}

/// A server that fails for good: what cannot be put is named, and what is online stays whole.
#[test]
fn an_object_that_cannot_be_put_is_named() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    deployed(&site, &[]);
    let proxy =
        Proxy::before(bucket.port(), |_, method, path| if method == "PUT" && path.contains("/briefings/pier/") { Fault::Status(403) } else { Fault::None });
    configure(&site, &[("live", bucket.target(proxy.port))]);
    rebuilt(&site, "green");
    let run = deploy(&site, &[]);
    assert!(
        run.status == 1 && run.stderr.contains("cannot put `briefings/pier/") && run.stderr.contains("`: these credentials may not do this"),
        "{}",
        run.stderr
    );
    assert!(pages_without_their_assets(&bucket.objects()).is_empty());
    assert!(!String::from_utf8_lossy(&bucket.read("index.html")).contains("briefings/pier"), "nothing leads to what is not there");
    configure(&site, &[("live", bucket.target(bucket.port()))]);
    site.build(&[]);
    let run = deployed(&site, &[]);
    assert!(run.stderr.contains("a deploy before this one was cut off"), "{}", run.stderr);
    assert!(built(&site, &bucket).iter().all(|(path, bytes)| bucket.read(path) == *bytes));
}

#[test]
fn of_two_at_once_one_wins_and_the_other_says_so() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    // Slow enough that both are at work at the same time.
    let proxy = Proxy::before(bucket.port(), |_, method, path| if method == "PUT" && !path.contains("lock") { Fault::Slow(150) } else { Fault::None });
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&[]);
    let runs: Vec<_> = std::thread::scope(|scope| {
        let both: Vec<_> = (0..2).map(|_| scope.spawn(|| deploy(&site, &["--lease", "4", "--transfers", "1"]))).collect();
        both.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let won = runs.iter().filter(|run| run.status == 0).count();
    assert_eq!(won, 1, "{}\n{}", runs[0].stderr, runs[1].stderr);
    let lost = runs.iter().find(|run| run.status != 0).unwrap();
    assert!(lost.status == 1 && lost.stderr.contains("another deploy to `live` is at work"), "{}", lost.stderr);
    assert_eq!(bucket.objects(), built(&site, &bucket));
}

/// A lock whose holder is gone is taken over after its lease, by the time of who waits: a server whose clock is years off changes nothing.
#[test]
fn a_dead_lock_is_taken_over_whatever_the_clocks_say() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let proxy = Proxy::before(bucket.port(), |_, _, _| Fault::OtherClock);
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&[]);
    let dead = br#"{"format":"chancery-lock/1","holder":"gone","beat":7,"lease_ms":2000}"#;
    bucket.put(".chancery/lock.json", dead);
    let begun = Instant::now();
    let run = deployed(&site, &[]);
    assert!(begun.elapsed() >= Duration::from_secs(2) && run.stderr.contains("its holder gave none"), "{}", run.stderr);
    // One that lives is respected, though the server says that it is eleven years old.
    rebuilt(&site, "green");
    let port = bucket.port();
    let stop = Arc::new(AtomicUsize::new(0));
    let alive = stop.clone();
    let holder = std::thread::spawn(move || {
        for beat in 1.. {
            if alive.load(Ordering::SeqCst) == 1 {
                break;
            }
            let sign = format!(r#"{{"format":"chancery-lock/1","holder":"alive","beat":{beat},"lease_ms":4000}}"#);
            let _ = ask(port, "PUT", "/site/.chancery/lock.json", &[SIGNED], sign.as_bytes());
            std::thread::sleep(Duration::from_millis(200));
        }
    });
    let run = deploy(&site, &[]);
    stop.store(1, Ordering::SeqCst);
    holder.join().unwrap();
    assert!(run.status == 1 && run.stderr.contains("another deploy to `live` is at work"), "{}", run.stderr);
}

/// A lock that another has taken over ends the deploy before it writes anything more.
#[test]
fn who_has_lost_the_lock_stops() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let proxy = Proxy::before(bucket.port(), |_, method, path| if method == "PUT" && !path.contains("lock") { Fault::Slow(400) } else { Fault::None });
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&[]);
    let child = command(&site, &["--lease", "2", "--transfers", "1"]).stderr(std::process::Stdio::piped()).spawn().unwrap();
    while !bucket.names().iter().any(|name| name.starts_with("assets/")) {
        std::thread::sleep(Duration::from_millis(20));
    }
    bucket.put(".chancery/lock.json", br#"{"format":"chancery-lock/1","holder":"other","beat":1,"lease_ms":60000}"#);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(1) && said.contains("another deploy took the lock over"), "{said}");
    assert!(!bucket.names().contains(&"index.html".to_owned()), "it did not go on to the end");
    assert!(String::from_utf8_lossy(&bucket.read(".chancery/lock.json")).contains("other"), "the lock of the other stays");
}

#[test]
fn a_report_for_programs_holds_no_secret_either() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let proxy = Proxy::before(bucket.port(), |_, method, _| if method == "PUT" { Fault::Status(403) } else { Fault::None });
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&[]);
    let run = deploy(&site, &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(run.status == 1 && report["error"]["kind"] == "fault" && !run.stdout.contains(SECRET), "{report:#}");
}

#[test]
fn a_server_that_overlooks_conditions_is_refused() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    let proxy = Proxy::before(bucket.port(), |_, _, _| Fault::Unconditional);
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&[]);
    let run = deploy(&site, &[]);
    assert!(run.status == 1 && run.stderr.contains("overlooks conditions"), "{}", run.stderr);
    assert_eq!(bucket.names(), [".chancery/lock.json"], "nothing was put");
}

/// Assets, pages, what leads to pages, the manifest, and deletions last: as the server hears it.
#[test]
fn what_others_need_is_put_first() {
    let Some(bucket) = Bucket::s3() else { return };
    let site = site(&[("live", &bucket)]);
    rebuilt(&site, "green");
    deployed(&site, &[]);
    rebuilt(&site, "blue");
    deployed(&site, &[]);
    site.remove("seeds/pier.txt");
    site.remove("themes/default/static/style.css");
    site.build(&[]);
    let heard = Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = heard.clone();
    let proxy = Proxy::before(bucket.port(), move |_, method, path| {
        log.lock().unwrap().push(format!("{method} {path}"));
        Fault::None
    });
    configure(&site, &[("live", bucket.target(proxy.port))]);
    site.build(&[]);
    deployed(&site, &["--delete-stale"]);
    let heard = heard.lock().unwrap();
    let places = |is: &dyn Fn(&str) -> bool| heard.iter().enumerate().filter(|(_, request)| is(request)).map(|(at, _)| at).collect::<Vec<_>>();
    let assets = places(&|request| request.starts_with("PUT /site/assets/"));
    let pages = places(&|request| request.starts_with("PUT /site/briefings/ferry/"));
    let indices = places(&|request| ["PUT /site/index.html", "PUT /site/sitemap.xml", "PUT /site/actors/index.html"].contains(&request));
    let manifests = places(&|request| request == "PUT /site/.chancery/deploy.json");
    let deletions = places(&|request| request.starts_with("POST /site?delete") || request.starts_with("DELETE "));
    let in_order: Vec<&Vec<usize>> = vec![&assets, &pages, &indices];
    assert!(in_order.iter().all(|places| !places.is_empty()) && !deletions.is_empty() && manifests.len() >= 3, "{heard:#?}");
    for pair in in_order.windows(2) {
        assert!(pair[0].iter().max() < pair[1].iter().min(), "{heard:#?}");
    }
    assert!(manifests[0] < assets[0], "what will be put is written down first: {heard:#?}");
    assert!(*indices.iter().max().unwrap() < manifests[1] && manifests[1] < deletions[0], "{heard:#?}");
}
