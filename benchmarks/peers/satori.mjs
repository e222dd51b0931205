// satori lays out and draws SVG, resvg-js makes the picture of it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { boxStyle, design, lineStyle, report, rootStyle } from "./timing.mjs";

const require = createRequire(process.env.PEERS + "/node/");
const satori = require("satori").default;
const { Resvg } = require("@resvg/resvg-js");

const fonts = design.fonts.map((font) => ({
  name: design.family,
  data: readFileSync(font.file),
  weight: font.weight,
  style: "normal",
}));
const photo =
  design.photo && `data:image/jpeg;base64,${readFileSync(design.photo.file).toString("base64")}`;

const element = (type, style, more) => ({ type, props: { style, ...more } });

function tree() {
  const { pill } = design;
  const children = [];
  if (photo) {
    const { width, height, radius } = design.photo;
    const style = boxStyle(design.photo, { objectFit: "cover", borderRadius: radius });
    children.push(element("img", style, { src: photo, width, height }));
  }
  const round = { backgroundColor: pill.color, borderRadius: pill.height / 2 };
  children.push(element("div", boxStyle(pill, round), {}));
  for (const text of design.texts) {
    children.push(element("div", lineStyle(text), { children: text.text }));
  }
  return element("div", rootStyle, { children });
}

async function draw() {
  const svg = await satori(tree(), { width: design.width, height: design.height, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

await report({ "": draw });
