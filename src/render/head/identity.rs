//! Who somebody is elsewhere: addresses of identifiers that have one.

/// Registers whose addresses are an identifier behind a beginning.
const REGISTERS: &[(&str, &str)] = &[
    ("geonames", "https://sws.geonames.org/"),
    ("gnd", "https://d-nb.info/gnd/"),
    ("isni", "https://isni.org/isni/"),
    ("lei", "https://search.gleif.org/#/record/"),
    ("orcid", "https://orcid.org/"),
    ("ror", "https://ror.org/"),
    ("viaf", "https://viaf.org/viaf/"),
    ("wikidata", "https://www.wikidata.org/wiki/"),
];

/// The address of the identifier `value` in the register `name`; `None` where the register has none that is known, or the value
/// cannot be one of its identifiers.
pub(crate) fn address(name: &str, value: &str) -> Option<String> {
    let plain = !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let (_, beginning) = REGISTERS.iter().find(|(register, _)| *register == name).filter(|_| plain)?;
    Some(format!("{beginning}{value}"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_what_can_be_an_identifier_has_an_address() {
        assert_eq!(address("wikidata", "Q794").as_deref(), Some("https://www.wikidata.org/wiki/Q794"));
        assert_eq!(address("orcid", "0000-0002-1825-0097").as_deref(), Some("https://orcid.org/0000-0002-1825-0097"));
        for (name, value) in [("wikidata", ""), ("wikidata", "Q1/../x"), ("wikidata", "\"><script>"), ("iso", "IR"), ("nobody", "1")] {
            assert_eq!(address(name, value), None, "{name} {value}");
        }
    }
}
