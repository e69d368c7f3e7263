//! What a screen reader gets of each state: role, name, description, level and condition of everything, one line each.
//! The committed trees are in `e2e/snapshots/`; `CABLE_SNAPSHOTS=update` writes them anew, to be read in the diff.

use crate::runner::{Group, Wants, tests};
use e2e::states::{ON_PAPER, PAPER};
use e2e::{Page, Result, STATES};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::{env, fs};

pub const GROUP: Group =
    Group { name: "tree", browser: Wants::Any, tests: tests![each_state_reads_as_it_did: [Offline, Tree]] };

async fn each_state_reads_as_it_did(page: Page) -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let update = env::var_os("CABLE_SNAPSHOTS").is_some_and(|value| value == "update");
    let mut differ = Vec::new();
    let mut known = BTreeSet::new();
    for state in STATES.iter().chain([&ON_PAPER]) {
        let is_paper = state.name == ON_PAPER.name;
        page.browser.set_preferences(if is_paper { &[PAPER] } else { &[] }).await?;
        page.browser.refresh().await?;
        page.ready().await?;
        page.enter(state).await?;
        let tree = tree(&page, state.part).await?;
        let file = folder.join(state.name).with_extension("txt");
        if update {
            fs::create_dir_all(&folder)?;
            fs::write(&file, &tree)?;
        } else if let Some(difference) = difference(&fs::read_to_string(&file).unwrap_or_default(), &tree) {
            differ.push(format!("{}: {difference}", state.name));
        }
        known.insert(file);
    }
    let files = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<BTreeSet<PathBuf>>>()?;
    assert_eq!(files, known, "a tree for each state, and no other");
    assert!(differ.is_empty(), "{}\nif it is meant, CABLE_SNAPSHOTS=update takes it in", differ.join("\n"));
    Ok(())
}

/// Where two trees begin to differ.
fn difference(was: &str, is: &str) -> Option<String> {
    if was == is {
        return None;
    }
    let same = was.lines().zip(is.lines()).take_while(|(was, is)| was == is).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").trim().to_owned();
    Some(format!("line {} was\n    {}\n  and is\n    {}", same + 1, line(was), line(is)))
}

/// The tree of a part of the page as the browser gives it, one line per node, without what is only layout.
async fn tree(page: &Page, part: &str) -> Result<String> {
    const CHANGES: &str = "return [document.querySelector('meta[name=version]').content, navigator.userAgent]";
    let cdp = page.browser.cdp();
    let document = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?;
    let within = json!({ "nodeId": document["root"]["nodeId"], "selector": part });
    let found = cdp.send_raw("DOM.querySelector", within).await?;
    let described = cdp.send_raw("DOM.describeNode", json!({ "nodeId": found["nodeId"] })).await?;
    cdp.send_raw("Accessibility.enable", json!({})).await?;
    let answer = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
    cdp.send_raw("Accessibility.disable", json!({})).await?;
    let nodes = answer["nodes"].as_array().ok_or("there is no tree")?;
    let by_id: HashMap<&str, &Value> = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let is_root = |node: &&Value| node["backendDOMNodeId"] == described["node"]["backendNodeId"];
    let mut text = String::new();
    write(nodes.iter().find(is_root).ok_or_else(|| format!("{part} is not in the tree"))?, &by_id, 0, &mut text);
    // What differs in another build or browser.
    let [version, browser]: [String; 2] = page.run(CHANGES, &[]).await?;
    Ok(text.replace(&version, "(version)").replace(&browser, "(browser)"))
}

/// Layout, and what repeats the text above it.
const SILENT: [&str; 5] = ["none", "generic", "InlineTextBox", "LineBreak", "ListMarker"];
/// What a screen reader says about a thing besides its role and name.
const CONDITIONS: [&str; 9] =
    ["level", "checked", "pressed", "selected", "expanded", "disabled", "required", "invalid", "live"];

fn write(node: &Value, nodes: &HashMap<&str, &Value>, depth: usize, text: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let ignored = node["ignored"].as_bool().unwrap_or(false);
    let mut depth = depth;
    let is_blank = role == "StaticText" && node["name"]["value"].as_str().is_none_or(|name| name.trim().is_empty());
    if !ignored && !is_blank && !SILENT.contains(&role) {
        text.push_str(&"  ".repeat(depth));
        text.push_str(role);
        let said = |what: &str| {
            let words = node[what]["value"].as_str().unwrap_or_default().split_whitespace();
            words.collect::<Vec<_>>().join(" ")
        };
        let (name, description) = (said("name"), said("description"));
        if !name.is_empty() {
            text.push_str(&format!(" {name:?}"));
        }
        if !description.is_empty() {
            text.push_str(&format!(" ({description})"));
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let (name, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
            let says = !matches!(value.as_str(), Some("false" | "off")) && *value != json!(false);
            if CONDITIONS.contains(&name) && (says || matches!(name, "expanded" | "pressed" | "selected")) {
                text.push_str(&format!(" {name}={}", value.to_string().trim_matches('"')));
            }
        }
        text.push('\n');
        depth += 1;
        // Its text is its name.
        if matches!(role, "button" | "link" | "tab" | "heading" | "StaticText" | "term" | "option") {
            return;
        }
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| nodes.get(id)) {
            write(child, nodes, depth, text);
        }
    }
}
