"""Pictures in a brand's own style, drawn from its symbol and colours, with room kept for words."""
