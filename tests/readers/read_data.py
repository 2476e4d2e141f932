"""Reads everything that a site publishes for programs with parsers that know nothing of chancery, and prints what they counted.

    python read_data.py PUBLIC
"""
import csv
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import jsonschema
import networkx
from followthemoney import model

public = Path(sys.argv[1])
data = public / "data"


def loaded(path):
    return json.loads(path.read_text(encoding="utf-8"))


def closed(schema):
    """The same schema, which allows no property that it does not describe."""
    if isinstance(schema, dict):
        if "properties" in schema:
            schema = {**schema, "additionalProperties": False}
        return {key: closed(value) for key, value in schema.items()}
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def table(name):
    with open(data / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


schemas = {name: loaded(data / "schema" / f"{name}-1.json") for name in ("briefing", "site")}
for schema in schemas.values():
    jsonschema.Draft202012Validator.check_schema(schema)
    # None of the formats may leave a field undescribed.
briefing_schema = jsonschema.Draft202012Validator(closed(schemas["briefing"]))
with gzip.open(data / "all.json.gz") as file:
    everything = json.load(file)
jsonschema.Draft202012Validator(closed(schemas["site"])).validate(everything)
files = sorted((public / "briefings").glob("**/index.json"))
briefings = [loaded(path) for path in files]
for briefing in briefings:
    briefing_schema.validate(briefing)
    assert briefing["$schema"] == schemas["briefing"]["$id"], briefing["$schema"]
    for block in briefing["blocks"]:
        text = block["text"].encode()
        for mention in block.get("mentions", []) + block.get("quotations", []):
            assert text[mention["start"] : mention["end"]].decode() == mention["text"], mention
# Each briefing stands in the file of everything as in its own.
by_id = {briefing["id"]: briefing for briefing in everything["briefings"]}
for briefing in briefings:
    assert {key: value for key, value in briefing.items() if key != "$schema"} == by_id[briefing["id"]]
assert len(by_id) == len(briefings)

mentions, quotations, actors = table("mentions.csv"), table("quotations.csv"), table("actors.csv")
graph = networkx.read_graphml(data / "together.graphml")
entities = Counter()
for line in (data / "entities.ftm.ndjson").read_text(encoding="utf-8").splitlines():
    raw = json.loads(line)
    entity = model.get_proxy(raw, cleaned=False)
    entity.schema.validate(raw)
    for prop in entity.iterprops():
        for value in entity.get(prop):
            assert prop.name == "bodyText" or prop.type.validate(value), (line, prop.name, value)
    entities[entity.schema.name] += 1

in_blocks = Counter()
for briefing in briefings:
    for block in briefing["blocks"]:
        for kind in ("mentions", "quotations", "edits", "open"):
            in_blocks[kind] += len(block.get(kind, []))
        in_blocks["inferred"] += sum(mention["certainty"] == "inferred" for mention in block.get("mentions", []))
print(
    json.dumps(
        {
            "briefings": len(briefings),
            "blocks": dict(in_blocks),
            "counts": everything["counts"],
            "mentions": len(mentions),
            "quotations": len(quotations),
            "by_actor": dict(Counter(row["actor"] for row in mentions)),
            "by_speaker": dict(Counter(row["speaker"] for row in quotations if row["speaker"])),
            "actors": {row["id"]: [int(row["mentions"]), int(row["briefings"]), int(row["quotations"])] for row in actors},
            "entities": dict(entities),
            "nodes": {node: values["mentions"] for node, values in graph.nodes(data=True)},
            "edges": [[a, b, values["weight"]] for a, b, values in graph.edges(data=True)],
        }
    )
)
