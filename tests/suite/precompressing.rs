//! `chancery build --precompress`: variants beside the texts, for servers that send them as they are.

use crate::site_test::{SMALL, SiteTest};
use std::collections::BTreeMap;
use std::io::Read;
use std::time::SystemTime;

fn bytes(site: &SiteTest, path: &str) -> Vec<u8> {
    std::fs::read(site.root().join("public").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn variants(site: &SiteTest) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let is_variant = |path: &String| path.ends_with(".br") || path.ends_with(".gz");
    let time = |path: &str| std::fs::metadata(site.root().join("public").join(path)).unwrap().modified().unwrap();
    site.files().into_iter().filter(is_variant).map(|path| (path.clone(), (bytes(site, &path), time(&path)))).collect()
}

#[test]
fn each_text_of_more_than_a_kilobyte_has_both_variants_and_they_hold_its_bytes() {
    let site = SiteTest::new(SMALL);
    site.write("content/static/photo.png", vec![7; 5000]);
    site.write("content/static/short.txt", vec![b'x'; 1000]);
    site.write("content/static/data.json", format!("[{}]", vec!["1"; 2000].join(",")));
    site.build(&["--precompress"]);
    for path in ["index.html", "data.json", "briefings/ferry/index.html", "actors/norway/index.html"] {
        let text = bytes(&site, path);
        let (mut br, mut gz) = (Vec::new(), Vec::new());
        brotli::Decompressor::new(&bytes(&site, &format!("{path}.br"))[..], 4096).read_to_end(&mut br).unwrap();
        flate2::read::GzDecoder::new(&bytes(&site, &format!("{path}.gz"))[..]).read_to_end(&mut gz).unwrap();
        assert!(br == text && gz == text, "{path}");
        assert!(bytes(&site, &format!("{path}.br")).len() < text.len() / 2, "{path} is packed well");
    }
    for path in ["photo.png.br", "photo.png.gz", "short.txt.br", "short.txt.gz", "index.html.br.gz"] {
        assert!(!site.has(path), "{path}");
    }
    let gzip = bytes(&site, "index.html.gz");
    assert_eq!(gzip[3..8], [0; 5], "neither a name nor a time stands in the header");
}

#[test]
fn a_variant_is_made_again_only_where_its_text_changed() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2020. It has two boats there.\n");
    site.build(&["--precompress"]);
    let before = variants(&site);
    assert!(site.build(&["--precompress"]).stderr.contains("nothing changed"));
    assert_eq!(variants(&site), before);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2021. It has two boats there.\n");
    site.build(&["--precompress"]);
    let after = variants(&site);
    for (path, same) in [("briefings/other/index.html.br", false), ("briefings/ferry/index.html.br", true), ("briefings/ferry/faq/index.html.gz", true)] {
        assert_eq!(before[path] == after[path], same, "{path}");
    }
    std::fs::remove_dir_all(site.root().join("public")).unwrap();
    std::fs::remove_dir_all(site.root().join(".chancery")).unwrap();
    site.build(&["--precompress"]);
    let clean: Vec<_> = variants(&site).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect();
    assert_eq!(clean, after.into_iter().map(|(path, (bytes, _))| (path, bytes)).collect::<Vec<_>>(), "a clean build gives the same bytes");
}

#[test]
fn without_the_option_there_are_none_any_more() {
    let site = SiteTest::new(SMALL);
    site.build(&["--precompress"]);
    assert!(!variants(&site).is_empty());
    site.build(&[]);
    assert!(variants(&site).is_empty());
}

#[test]
fn a_variant_that_somebody_changed_is_put_right() {
    let site = SiteTest::new(SMALL);
    site.build(&["--precompress"]);
    let good = bytes(&site, "index.html.br");
    site.write("public/index.html.br", "rubbish");
    site.build(&["--precompress"]);
    assert!(bytes(&site, "index.html.br") == good);
}
