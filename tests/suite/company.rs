//! Who is named with whom in a briefing: a drawing and a table that say what the published graph says.

use crate::site_test::SiteTest;
use std::collections::BTreeMap;

/// What stands between two marks.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} behind {from}")).0
}

/// Pairs of names with their number, by the table of an article's page.
fn table(page: &str) -> BTreeMap<[String; 2], u32> {
    let rows = between(between(page, "<section class=\"apparatus company\"", "</section>"), "<tbody>", "</tbody>");
    rows.split("</tr>")
        .filter(|row| !row.is_empty())
        .map(|row| {
            let names: Vec<&str> = row.split("<bdi>").skip(1).map(|name| name.split("</bdi>").next().unwrap()).collect();
            let mut pair = [names[0].to_owned(), names[1].to_owned()];
            pair.sort();
            (pair, between(row, "</bdi></td><td>", "</td>").parse().unwrap())
        })
        .collect()
}

/// The same by the graph.
fn graph(graphml: &str) -> BTreeMap<[String; 2], u32> {
    let attribute = |element: &str, name: &str| between(element, &format!("{name}=\""), "\"").to_owned();
    let value = |element: &str, key: &str| between(element, &format!("<data key=\"{key}\">"), "<").to_owned();
    let key = |of: &str, name: &str| {
        let line = graphml.split("<key ").find(|key| key.contains(&format!("for=\"{of}\"")) && key.contains(&format!("attr.name=\"{name}\""))).unwrap();
        attribute(&format!(" {line}"), " id")
    };
    let names: BTreeMap<String, String> =
        graphml.split("<node ").skip(1).map(|node| (attribute(&format!(" {node}"), " id"), value(node, &key("node", "name")))).collect();
    graphml
        .split("<edge ")
        .skip(1)
        .map(|edge| {
            let mut pair = [names[&attribute(edge, "source")].clone(), names[&attribute(edge, "target")].clone()];
            pair.sort();
            (pair, value(edge, &key("edge", "weight")).parse().unwrap())
        })
        .collect()
}

const FOUR: &str = "\
=== seeds/pier.txt
The pier

Norway and Sweden share the cost of the line with Denmark.

Norway thanked Sweden. Finland waits.

FAQ

Who pays for it?

Norway and Sweden pay, and Denmark later.
=== content/site.yaml
title: Room
publish: {exports: [graphml]}
";

#[test]
fn the_table_of_a_briefing_has_the_numbers_of_the_graph() {
    let site = SiteTest::new(FOUR);
    site.build(&[]);
    let shown = table(&site.page("briefings/pier/index.html"));
    assert_eq!(shown, graph(&site.page("data/together.graphml")));
    assert_eq!(shown[&["Norway".to_owned(), "Sweden".to_owned()]], 3);
    let page = site.page("actors/norway/index.html");
    assert!(page.contains("3 paragraphs or answers"), "an actor's page says the same: {page}");
}

#[test]
fn the_drawing_has_a_name_for_each_actor_an_arc_for_each_pair_and_no_style_of_its_own() {
    let site = SiteTest::new(FOUR);
    site.build(&[]);
    let page = site.page("briefings/pier/index.html");
    let section = between(&page, "<section class=\"apparatus company\"", "</section>");
    let svg = between(section, "<svg ", "</svg>");
    assert!(svg.contains("aria-hidden=\"true\"") && !svg.contains("style") && !svg.contains(" id="), "{svg}");
    assert_eq!((svg.matches("<text ").count(), svg.matches("<path ").count()), (4, table(&page).len()));
    assert!(section.contains("<figure>") && section.contains("<figcaption>"), "{section}");
    assert!(page.contains("<a href=\"#_company\">"), "the contents lead to it");
    // Built again it is the same, and a page in Hebrew has its names on the right.
    site.write("content/briefings/pier.yaml", "language: he\n");
    site.build(&[]);
    let svg = site.page("briefings/pier/index.html");
    assert!(between(&svg, "<svg ", "</svg>").contains("<g text-anchor=\"start\">"));
    site.write("content/site.yaml", "theme: wire\n");
    site.build(&[]);
    let page = site.page("briefings/pier/index.html");
    assert!(!page.contains("<svg") && page.contains("<tr><th scope=\"row\"><bdi>Norway</bdi></th><td><bdi>Sweden</bdi></td><td>3</td></tr>"), "{page}");
}

#[test]
fn where_fewer_than_three_meet_there_is_none_and_of_many_the_most_named_stand_there() {
    let site = SiteTest::new("=== seeds/two.txt\nTwo\n\nNorway met Sweden. Nobody else came.\n\nFinland waits.\n\nDenmark waits.\n");
    site.build(&[]);
    assert!(!site.page("briefings/two/index.html").contains("_company"));
    let names = "Norway, Sweden, Denmark, Finland, Poland, Spain, Italy, France, Portugal, Greece, Austria, Ireland, Belgium, Hungary";
    let site =
        SiteTest::new(&format!("=== seeds/many.txt\nMany\n\nThere were {names} at the table.\n\nBelgium and Hungary stayed. Belgium left. Hungary left.\n"));
    site.build(&[]);
    let page = site.page("briefings/many/index.html");
    let shown = table(&page);
    assert_eq!(shown.len(), 12 * 11 / 2);
    assert_eq!(shown[&["Belgium".to_owned(), "Hungary".to_owned()]], 2, "the most named are among them");
    assert_eq!(between(&page, "<svg ", "</svg>").matches("<text ").count(), 12);
}
