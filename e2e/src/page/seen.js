// What stands on the page, as `Seen` names it. The body of a function; texts are those of the document, also where a
// tab hides them.
const texts = (root, selector) => [...(root ? root.querySelectorAll(selector) : [])].map((e) => e.textContent);
const sections = [...document.querySelectorAll("section[aria-labelledby]")];
const name = (section) => document.getElementById(section.getAttribute("aria-labelledby"))?.textContent;
const panel = (wanted) => sections.find((section) => name(section) === wanted);
return {
  title: document.querySelector("h1").textContent,
  band: document.querySelector(".band")?.textContent ?? "",
  panels: sections.map(name),
  header: [...(panel("Header")?.querySelectorAll("dl > div") ?? [])].map((row) => ({
    term: row.querySelector("dt").textContent,
    values: texts(row, ".entry-value"),
  })),
  summary: texts(panel("Summary"), ".prose"),
  comment: texts(panel("Comment"), ".prose"),
  body: [...(panel("Body")?.querySelectorAll(".paragraph") ?? [])].map((paragraph) => ({
    number: paragraph.querySelector(".paragraph-number").textContent,
    mark: paragraph.querySelector(".portion")?.textContent ?? null,
    text: texts(paragraph, ".prose").join(""),
  })),
  signature: texts(panel("Body"), ".signer"),
  references: texts(panel("References"), ".entry .entry-value"),
  checks: [...(panel("Checks")?.querySelectorAll("li") ?? [])].map((finding) => ({
    sentence: finding.querySelector("p").textContent,
    spots: texts(finding, "button"),
  })),
  source: texts(panel("Source"), "pre").join(""),
  status: [...document.querySelectorAll("footer dl > div")].map((row) => [...row.children].map((e) => e.textContent)),
  alert: texts(document, "[role=alert] p").join("\n"),
};
