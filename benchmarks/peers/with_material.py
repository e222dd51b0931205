"""A card of mkdocs-material's social plugin, drawn by its own code: one layer for each part.

Its layers know neither gradients nor rounded pictures nor shapes, so it gets the gradient as a
picture, the photo square, and the pill as an icon. Layers are drawn anew for each card, as they are
where something on them has changed.
"""

import io
import json
import os
import sys
import tempfile
import time
import types

from material.plugins.social.layout import Layer
from material.plugins.social.plugin import SocialPlugin
from PIL import Image, ImageFont


def layer(**options):
    made = Layer()
    made.load_dict(options)
    errors, _ = made.validate()
    assert not errors, errors
    return made


class Drawing:
    def __init__(self, design, folder):
        self.design = design
        self.plugin = SocialPlugin.__new__(SocialPlugin)
        self.plugin.config = types.SimpleNamespace(cache_dir=folder)
        fonts = os.path.join(folder, "fonts", design["family"])
        os.makedirs(fonts)
        for font in design["fonts"]:
            os.symlink(font["file"], os.path.join(fonts, font["role"] + ".ttf"))
        self.ground = os.path.join(folder, "ground.png")
        self._gradient().save(self.ground)
        pill = design["pill"]
        width, height = pill["width"], pill["height"]
        self.icon = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
            f'<rect width="{width}" height="{height}" rx="{height / 2}"/></svg>'
        )
        self.plugin._resolve_icon = lambda name, config: self.icon

    def _gradient(self):
        width, height = self.design["width"], self.design["height"]
        first, last = (
            tuple(int(color[i : i + 2], 16) for i in (1, 3, 5)) for color in self.design["gradient"]
        )
        steps = tuple(zip(first, last, strict=True))
        image = Image.new("RGB", (width, height))
        total = width + height
        image.putdata(
            [
                tuple(round(a + (b - a) * (x + y) / total) for a, b in steps)
                for y in range(height)
                for x in range(width)
            ]
        )
        return image

    def layers(self):
        design = self.design
        whole = {"width": design["width"], "height": design["height"]}
        yield (0, 0), layer(size=whole, background={"image": self.ground})
        if "photo" in design:
            photo = design["photo"]
            size = {"width": int(photo["width"]), "height": int(photo["height"])}
            offset = int(photo["x"]), int(photo["y"])
            yield offset, layer(size=size, background={"image": photo["file"]})
        pill = design["pill"]
        size = {"width": int(pill["width"]), "height": int(pill["height"])}
        yield (
            (int(pill["x"]), int(pill["y"])),
            layer(size=size, icon={"value": "pill", "color": pill["color"]}),
        )
        for text in design["texts"]:
            font = next(font for font in design["fonts"] if font["role"] == text["role"])
            # It sets a line so that capitals fill its height: asked for that of the size wanted.
            probe = ImageFont.truetype(font["file"], text["size"])
            ascent, _ = probe.getmetrics()
            size = {
                "width": int(text["width"]),
                "height": round(_height(font["file"], text["size"])),
            }
            top = round(text["baseline"] - ascent)
            yield (
                (int(text["x"]), top),
                layer(
                    size=size,
                    typography={
                        "content": text["text"],
                        "color": text["color"],
                        "align": "center top" if text["center"] else "start top",
                        "font": {"family": design["family"], "style": text["role"]},
                    },
                ),
            )

    def draw(self):
        plugin = self.plugin
        image = Image.new("RGBA", (self.design["width"], self.design["height"]))
        for offset, made in self.layers():
            part = Image.new("RGBA", (made.size.width, made.size.height))
            part = plugin._render_background(made, part)
            part = plugin._render_icon(made, part, None)
            part = plugin._render_typography(made, part)
            image.alpha_composite(part, offset)
        data = io.BytesIO()
        image.save(data, "PNG")
        return data.getvalue()


def _height(file, size):
    """The height of a line for which the plugin chooses about `size`."""
    from material.plugins.social.layout import Line
    from material.plugins.social.plugin import _metrics

    line = Line()
    line.load_dict({"amount": 1, "height": 1})
    low, high = 1, 400
    while low < high:
        middle = (low + high) // 2
        chosen, _ = _metrics(file, line, Image.new("L", (10, middle)))
        low, high = (middle + 1, high) if chosen < size else (low, middle)
    return low


def main():
    file, out, times = sys.argv[1:]
    with open(file, encoding="utf-8") as stream:
        design = json.load(stream)
    with tempfile.TemporaryDirectory() as folder:
        drawing = Drawing(design, folder)
        drawing.draw()
        made = list(drawing.layers())
        drawing.layers = lambda: made
        ms = []
        for _ in range(int(times)):
            start = time.perf_counter()
            picture = drawing.draw()
            ms.append((time.perf_counter() - start) * 1e3)
    with open(out, "wb") as stream:
        stream.write(picture)
    print(json.dumps({"": {"ms": ms, "bytes": len(picture), "path": out}}))


main()
