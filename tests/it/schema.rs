//! The published schema and the reports it describes.

use doichieu::report::Language;
use doichieu::{Comparison, compare, hanoi, read};
use serde_json::{Map, Value};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../schema/report.schema.json")).expect("the schema is JSON")
}

fn report(comparison: &Comparison, language: Language) -> Value {
    serde_json::to_value(comparison.json().language(language)).expect("the report is JSON")
}

/// The errors of a value, each with its path. Knows the keywords our schema
/// uses and refuses others; a field the schema does not name is an error too.
fn errors(value: &Value) -> Vec<String> {
    let root = schema();
    let mut errors = Vec::new();
    check(&root, &root, value, "", &mut errors);
    errors
}

fn check(root: &Value, schema: &Value, value: &Value, path: &str, errors: &mut Vec<String>) {
    let schema = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in schema {
        let holds = match keyword.as_str() {
            "$ref" => {
                check(root, resolve(root, rule), value, path, errors);
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|name| is_type(value, name)),
                name => is_type(value, name),
            },
            "const" => value == rule,
            "enum" => rule.as_array().is_some_and(|values| values.contains(value)),
            "minimum" => value.as_i64() >= rule.as_i64() || value.is_null(),
            "maximum" => value.as_i64() <= rule.as_i64(),
            "minItems" => length(value).is_none_or(|length| Some(length) >= rule.as_u64()),
            "maxItems" => length(value).is_none_or(|length| Some(length) <= rule.as_u64()),
            "required" => fields(value).is_none_or(|fields| {
                let mut names = rule.as_array().into_iter().flatten().filter_map(Value::as_str);
                names.all(|name| fields.contains_key(name))
            }),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{path}/{index}"), errors);
                }
                true
            }
            "anyOf" => rule.as_array().is_some_and(|schemas| {
                schemas.iter().any(|schema| {
                    let mut inner = Vec::new();
                    check(root, schema, value, path, &mut inner);
                    inner.is_empty()
                })
            }),
            "properties" | "allOf" => {
                properties(root, schema, value, path, errors);
                true
            }
            "description" | "title" | "$schema" | "$defs" => true,
            unknown => panic!("this test does not know {unknown}"),
        };
        if !holds {
            errors.push(format!("{path}: {keyword} {rule}"));
        }
    }
}

/// The fields of an object, those for its kind included.
fn properties(root: &Value, schema: &Map<String, Value>, value: &Value, path: &str, errors: &mut Vec<String>) {
    let Some(fields) = fields(value) else { return };
    let mut known = schema["properties"].as_object().cloned().unwrap_or_default();
    let mut is_known_kind = !schema.contains_key("allOf");
    for branch in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        if value["kind"] == branch["if"]["properties"]["kind"]["const"] {
            is_known_kind = true;
            known.extend(branch["then"]["properties"].as_object().cloned().unwrap_or_default());
            let required = branch["then"]["required"].as_array().into_iter().flatten();
            for name in required.filter_map(Value::as_str) {
                if !fields.contains_key(name) {
                    errors.push(format!("{path}: {name} is missing"));
                }
            }
        }
    }
    for (name, field) in fields {
        match known.get(name) {
            Some(schema) => check(root, schema, field, &format!("{path}/{name}"), errors),
            None if is_known_kind => errors.push(format!("{path}: {name} is not in the schema")),
            None => {}
        }
    }
}

fn resolve<'a>(root: &'a Value, reference: &Value) -> &'a Value {
    let pointer = reference.as_str().and_then(|text| text.strip_prefix('#'));
    let target = pointer.and_then(|pointer| root.pointer(pointer));
    target.unwrap_or_else(|| panic!("{reference} is not in the schema"))
}

fn is_type(value: &Value, name: &Value) -> bool {
    match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => panic!("this test does not know the type {name}"),
    }
}

fn fields(value: &Value) -> Option<&Map<String, Value>> {
    value.as_object()
}

fn length(value: &Value) -> Option<u64> {
    value.as_array().and_then(|items| u64::try_from(items.len()).ok())
}

#[test]
fn the_report_on_the_real_programs_keeps_the_schema() {
    let comparison = compare(hanoi::party(), hanoi::ubnd());
    let report = report(&comparison, Language::Vi);
    let found = errors(&report);
    assert!(found.is_empty(), "{found:#?}");
    let mirrored = compare(hanoi::ubnd(), hanoi::party());
    assert_eq!(errors(&self::report(&mirrored, Language::En)), [""; 0]);
}

#[test]
fn what_breaks_the_contract_breaks_the_schema() {
    let comparison = compare(hanoi::party(), hanoi::ubnd());
    let report = report(&comparison, Language::Vi);
    let broken = |pointer: &str, value: Value| {
        let mut report = report.clone();
        *report.pointer_mut(pointer).expect("the field is there") = value;
        !errors(&report).is_empty()
    };
    assert!(broken("/version", 2.into()));
    assert!(broken("/findings/0/severity", "grave".into()));
    assert!(broken("/findings/0/details/relation", "unequal".into()));
    assert!(broken("/documents/left/tasks/0/lines", Value::Array(vec![1.into()])));
    assert!(broken("/documents/right/indicators/0/value", Value::Null));
    assert!(broken("/task_matches/0/score", 1001.into()));
    assert!(!broken("/findings/0/message", "Câu khác.".into()));
}

#[test]
fn findings_keep_their_identity_under_an_inserted_paragraph() {
    let ids = |comparison: &Comparison| -> Vec<String> {
        let findings = comparison.findings.iter();
        findings.map(|finding| finding.id().to_string()).collect()
    };
    let original = ids(&compare(hanoi::party(), hanoi::ubnd()));
    let mut each = original.clone();
    each.sort_unstable();
    each.dedup();
    assert_eq!(each.len(), original.len(), "no two findings share an identity");
    let party = hanoi::PARTY.replacen('\n', "\nMột đoạn văn mới được thêm vào.\n\n", 1);
    let party = read(&party).expect("the draft is readable");
    assert_eq!(ids(&compare(party, hanoi::ubnd())), original);
}
