// Fills a form as Firefox does: pdf.js opens it, stores what was typed by field, and saves.
// node pdfjs_fill.mjs <pdf.mjs of pdfjs-dist> <form.pdf> <values.json> <filled.pdf>
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, source, values, target] = process.argv.slice(2);
const pdfjs = await import(pathToFileURL(library).href);
const wanted = JSON.parse(readFileSync(values, "utf8"));
const data = new Uint8Array(readFileSync(source));
const pdf = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  for (const each of await page.getAnnotations()) {
    if (each.subtype !== "Widget" || !(each.fieldName in wanted)) continue;
    const value = wanted[each.fieldName];
    pdf.annotationStorage.setValue(each.id, { value: each.radioButton ? each.buttonValue === value : value });
  }
}
writeFileSync(target, await pdf.saveDocument());
