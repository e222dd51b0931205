"""Large pictures in a brand's own style, drawn from its symbol and colours: one style a module."""
