// takumi (Rust) through its binding for node: one renderer, fonts registered once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { boxStyle, design, lineStyle, report, rootStyle } from "./timing.mjs";

const require = createRequire(process.env.PEERS + "/node/");
const { Renderer } = require("@takumi-rs/core");

const renderer = new Renderer();
for (const font of design.fonts) {
  await renderer.registerFont({ name: design.family, data: readFileSync(font.file), weight: font.weight });
}
const photo = design.photo && readFileSync(design.photo.file);

function tree() {
  const { pill } = design;
  const children = [];
  if (design.photo) {
    const style = boxStyle(design.photo, { objectFit: "cover", borderRadius: design.photo.radius });
    children.push({ type: "image", src: "photo", style });
  }
  const round = { backgroundColor: pill.color, borderRadius: pill.height / 2 };
  children.push({ type: "container", style: boxStyle(pill, round), children: [] });
  for (const text of design.texts) {
    children.push({ type: "text", text: text.text, style: { ...lineStyle(text), display: "block" } });
  }
  return { type: "container", style: rootStyle, children };
}

const draw = (cache) => () =>
  renderer.render(tree(), {
    width: design.width,
    height: design.height,
    format: "png",
    images: photo ? [{ src: "photo", data: photo, cache }] : [],
  });

await report(photo ? { "": draw("none"), kept: draw("auto") } : { "": draw("auto") });
