//! What a deploy says, as JSON for another program. The words for people stand in `cli/deploy`.

use super::carry::Failure;
use super::plan::Item;
use super::run::Done;
use super::verify::Verified;
use super::{Request, Stop};
use serde_json::{Value, json};

const FORMAT: &str = "chancery-deploy-report/1";

fn items(items: &[Item]) -> Value {
    items.iter().map(|item| json!({"path": item.path, "bytes": item.size})).collect()
}

/// A deploy, planned or done.
pub fn done(name: &str, request: &Request<'_>, done: &Done) -> Value {
    let plan = &done.plan;
    json!({
        "format": FORMAT,
        "target": name,
        "url": request.target.place.to_string(),
        "plan": {
            "new": items(&plan.new),
            "changed": items(&plan.changed),
            "same": plan.same,
            "stale": items(&plan.stale),
            "deleted": plan.deleted.iter().chain(&plan.outlived).collect::<Vec<_>>(),
            "bytes": plan.bytes,
        },
        "foreign": done.foreign,
        "variants_left_out": done.variants_left_out,
        "resumed": done.resumed,
        "unchanged": plan.nothing,
        "put": done.put,
        "bytes": done.bytes,
        "deleted": done.deleted,
        "left": done.left,
    })
}

/// What was verified.
pub fn verified(name: &str, address: &str, verified: &Verified) -> Value {
    let wrong: Value = verified.wrong.iter().map(|wrong| json!({"address": wrong.address, "fault": wrong.fault})).collect();
    json!({"format": FORMAT, "target": name, "address": address, "fetched": verified.fetched, "wrong": wrong})
}

/// Why a deploy ended early.
pub fn stop(name: &str, stop: &Stop) -> Value {
    let failure = |failure: &Failure| json!({"action": failure.action, "path": failure.path, "cause": failure.refused.cause, "help": failure.refused.help});
    let error = match stop {
        Stop::Fault(fault) => json!({"kind": "fault", "message": fault.to_string(), "help": fault.help}),
        Stop::Failures(failures) => json!({"kind": "failures", "failures": failures.iter().map(failure).collect::<Value>()}),
        Stop::Foreign(paths, count) => json!({"kind": "foreign", "paths": paths, "count": count}),
        Stop::TooMuch(count, of) => json!({"kind": "too-much", "count": count, "of": of}),
        Stop::Busy => json!({"kind": "busy"}),
    };
    json!({"format": FORMAT, "target": name, "error": error})
}
