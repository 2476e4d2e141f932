//! The published JSON Schemas, made from the types that are written: they cannot say something else.

use super::form::BriefingData;
use super::whole::SiteData;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// Of the JSON of a briefing.
pub(super) fn briefing(id: &str) -> serde_json::Result<Vec<u8>> {
    schema::<BriefingData<'static>>(id, "chancery-briefing/1")
}

/// Of the file that holds everything.
pub(super) fn site(id: &str) -> serde_json::Result<Vec<u8>> {
    schema::<SiteData<'static>>(id, "chancery-site/1")
}

fn schema<T: JsonSchema>(id: &str, format: &str) -> serde_json::Result<Vec<u8>> {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), Value::from(id));
    schema.insert("title".to_owned(), Value::from(format));
    if let Some(name) = schema.pointer_mut("/properties/format").and_then(Value::as_object_mut) {
        name.insert("const".to_owned(), Value::from(format));
    }
    let mut bytes = serde_json::to_vec_pretty(&schema)?;
    bytes.push(b'\n');
    Ok(bytes)
}
