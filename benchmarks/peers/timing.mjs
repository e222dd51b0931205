// Shared by the peers that run in node: repeat a drawing, keep the last picture, tell the times.
import { readFileSync, writeFileSync } from "node:fs";

const [, , file, out, times] = process.argv;
export const design = JSON.parse(readFileSync(file, "utf8"));

export async function report(ways) {
  const found = {};
  for (const [name, draw] of Object.entries(ways)) {
    let picture = await draw();
    await draw();
    const ms = [];
    for (let run = 0; run < Number(times); run++) {
      const start = performance.now();
      picture = await draw();
      ms.push(performance.now() - start);
    }
    const path = out.replace(".png", name ? `-${name}.png` : ".png");
    writeFileSync(path, picture);
    found[name] = { ms, bytes: picture.length, path };
  }
  console.log(JSON.stringify(found));
}

// A line of text as a box placed by its top, in the styles that CSS-like engines share.
export function lineStyle(text) {
  return {
    position: "absolute",
    left: text.x,
    top: text.top,
    width: text.width,
    height: text.leading,
    fontFamily: design.family,
    fontWeight: text.weight,
    fontSize: text.size,
    color: text.color,
    lineHeight: `${text.leading}px`,
    textAlign: text.center ? "center" : "left",
    justifyContent: text.center ? "center" : "flex-start",
    display: "flex",
    whiteSpace: "nowrap",
  };
}

export const rootStyle = {
  position: "relative",
  display: "flex",
  width: design.width,
  height: design.height,
  backgroundImage: `linear-gradient(135deg, ${design.gradient[0]}, ${design.gradient[1]})`,
};

export function boxStyle(box, more) {
  return {
    position: "absolute",
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
    ...more,
  };
}
