//! Who is named with whom, as GraphML: a node for each actor that has a page and is named, an edge between two that stand in one block.
//! In a block that names very many actors being named together means nothing: it counts no pair, here and on the actors' pages.

use crate::model::{ActorNo, Target};
use crate::site::Site;
use crate::text::escape::write_escaped;
use std::io::{Result, Write};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="mentions" for="node" attr.name="mentions" attr.type="int"/>
<key id="briefings" for="node" attr.name="briefings" attr.type="int"/>
<key id="address" for="node" attr.name="address" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<graph id="together" edgedefault="undirected">
"#;

/// `data/together.graphml`.
pub(super) fn graph(site: &Site) -> Result<Vec<u8>> {
    let mut out = HEAD.as_bytes().to_vec();
    for (at, actor) in site.roster().actors.iter().enumerate() {
        let no = ActorNo::at(at);
        let entry = site.actor_entry(no);
        if !entry.listed || entry.mentions.is_empty() {
            continue;
        }
        write!(out, "<node id=\"{}\"><data key=\"name\">", actor.id)?;
        write_escaped(&actor.name, &mut out)?;
        write!(out, "</data><data key=\"kind\">{}</data><data key=\"mentions\">{}</data>", actor.kind.name(), entry.mentions.len())?;
        write!(out, "<data key=\"briefings\">{}</data><data key=\"address\">", entry.briefings)?;
        write_escaped(&super::address(site, &Target::Actor(no)), &mut out)?;
        out.extend_from_slice(b"</data></node>\n");
    }
    for ((a, b), blocks) in site.pairs() {
        let (a, b) = (&site.roster().actor(a).id, &site.roster().actor(b).id);
        writeln!(out, "<edge source=\"{a}\" target=\"{b}\"><data key=\"weight\">{blocks}</data></edge>")?;
    }
    out.extend_from_slice(b"</graph>\n</graphml>\n");
    Ok(out)
}
