"""The statement, the map, the voice and the pitch as pictures: SVG and PNG, for each language."""
