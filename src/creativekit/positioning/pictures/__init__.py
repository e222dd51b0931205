"""The statement, the map, the voice and the pitch as pictures: one for each language, SVG and PNG."""
