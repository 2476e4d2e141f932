//! The sample site of this repository, and the README's tour: both do what they say.

use crate::site_test::{SiteTest, files_below};
use std::path::Path;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the sample site, so that its folder stays as it is.
pub fn sample() -> SiteTest {
    let site = SiteTest::new("");
    for folder in ["seeds", "content"] {
        for path in files_below(&repository().join(folder)) {
            site.write(&format!("{folder}/{path}"), std::fs::read(repository().join(folder).join(&path)).unwrap());
        }
    }
    site
}

#[test]
fn the_sample_site_builds_with_all_its_briefings() {
    let site = sample();
    site.build(&["--base-url", "https://example.org/repo/"]);
    for briefing in ["ankara-talks", "antarctic-treaty", "indus-waters", "nile-waters", "suez-canal"] {
        assert!(site.has(&format!("briefings/{briefing}/index.html")), "{briefing} has no page");
        assert_eq!(site.has(&format!("briefings/{briefing}/faq/index.html")), briefing != "nile-waters", "FAQ of {briefing}");
    }
    for page in ["about/index.html", "method/index.html", "favicon.svg", "corrections/index.html"] {
        assert!(site.has(page), "{page} is missing from {:#?}", site.files());
    }
}

#[test]
fn what_a_person_added_to_the_sample_is_on_its_pages() {
    let site = sample();
    site.build(&[]);
    let article = site.page("briefings/suez-canal/index.html");
    assert!(article.contains("A company dug it, a convention opened it to all"), "the standfirst");
    assert!(article.contains("It was about 164 kilometres."), "the correction");
    assert!(article.contains("/briefings/nile-waters/"), "the related briefing");
    assert!(site.page("actors/eugene-black/index.html").contains("American banker"), "the registry's summary");
    let shared = site.page("actors/world-bank/index.html");
    for briefing in ["suez-canal", "indus-waters", "nile-waters"] {
        assert!(shared.contains(&format!("/briefings/{briefing}/")), "the World Bank is named in {briefing}");
    }
    assert!(!site.has("actors/ever-given/index.html"), "what the registry ignores has no page");
}

/// The README's blocks of YAML, in the order of the tour.
fn yaml_of_the_tour(readme: &str) -> Vec<&str> {
    readme.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

#[test]
fn the_tour_of_the_readme_works() {
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    let [overlay, actor, ignored, settings] = yaml_of_the_tour(&readme)[..] else { panic!("the tour has four files") };
    let site = SiteTest::new("");
    site.write("seeds/ankara-talks.txt", std::fs::read(repository().join("seeds/ankara-talks.txt")).unwrap());
    site.build(&[]);
    assert!(site.has("briefings/ankara-talks/faq/index.html") && !site.has("sitemap.xml"));

    let check = site.run(&["check"]);
    assert!(check.status == 0 && check.stderr.contains("empty-section"), "{}", check.stderr);
    assert!(check.stderr.contains("restored"), "check lists the repairs: {}", check.stderr);

    site.write("content/briefings/ankara-talks.yaml", overlay);
    site.write("content/actors/people.yaml", format!("{actor}{ignored}"));
    let actors = site.run(&["actors"]);
    assert!(actors.stdout.contains("hakan-fidan") && actors.stdout.contains("turkey"), "{}", actors.stdout);
    site.write("content/site.yaml", settings);
    site.build(&[]);
    assert!(site.page("briefings/ankara-talks/index.html").contains("Turkey tries to mediate"));
    assert!(site.page("sitemap.xml").contains("https://talks.example.org/briefings/ankara-talks/"));
    assert!(site.has("feed.xml"));
}

#[test]
fn the_real_seed_is_as_it_arrived() {
    let seed = std::fs::read(repository().join("seeds/ankara-talks.txt")).unwrap();
    assert_eq!(seed.len(), 7356);
    assert!(seed.ends_with(b"Implications"), "it has no final newline");
}
