"""pictex (Skia from Python, flexbox): run by its own interpreter, told a design as JSON."""

import json
import sys
import time

import skia
from pictex import Canvas, Column, Image, LinearGradient, Text


def tree(design):
    parts = []
    if "photo" in design:
        photo = design["photo"]
        parts.append(
            Image(photo["file"])
            .size(photo["width"], photo["height"])
            .border_radius(photo["radius"])
            .absolute_position(left=photo["x"], top=photo["y"])
        )
    pill = design["pill"]
    parts.append(
        Column()
        .size(pill["width"], pill["height"])
        .background_color(pill["color"])
        .border_radius(pill["height"] / 2)
        .absolute_position(left=pill["x"], top=pill["y"])
    )
    files = {font["role"]: font["file"] for font in design["fonts"]}
    for text in design["texts"]:
        words = (
            Text(text["text"])
            .font_family(files[text["role"]])
            .font_size(text["size"])
            .color(text["color"])
            .line_height(text["leading"] / text["size"])
        )
        if text["center"]:
            words = words.text_align("center").width(text["width"])
        parts.append(words.absolute_position(left=text["x"], top=text["top"]))
    return parts


def gradient(design):
    """135 degrees as CSS has it; its ends lie outside the page, which pictex does not allow, so it
    starts on the edge with the colour that is due there."""
    width, height = design["width"], design["height"]
    reach = (width + height) / 4
    outside = max(0.0, reach - width / 2) / (2 * reach)
    first, last = ([int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in design["gradient"])
    ends = [
        "#" + "".join(f"{round(a + (b - a) * at):02x}" for a, b in zip(first, last, strict=True))
        for at in (outside, 1 - outside)
    ]
    inner = reach * (1 - 2 * outside)
    across, down = inner / width, inner / height
    return LinearGradient(
        ends, start_point=(0.5 - across, 0.5 - down), end_point=(0.5 + across, 0.5 + down)
    )


def draw(design):
    width, height = design["width"], design["height"]
    page = Column(*tree(design)).size(width, height).background_color(gradient(design))
    picture = Canvas().render(page).skia_image
    return bytes(picture.encodeToData(skia.EncodedImageFormat.kPNG, 100))


def main():
    file, out, times = sys.argv[1:]
    with open(file, encoding="utf-8") as stream:
        design = json.load(stream)
    draw(design)
    ms = []
    for _ in range(int(times)):
        start = time.perf_counter()
        picture = draw(design)
        ms.append((time.perf_counter() - start) * 1e3)
    with open(out, "wb") as stream:
        stream.write(picture)
    print(json.dumps({"": {"ms": ms, "bytes": len(picture), "path": out}}))


main()
