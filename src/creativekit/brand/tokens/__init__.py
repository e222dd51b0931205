"""Design tokens: one list, written in the formats that other programs read."""
