"""Large pictures in a brand's own style: one composition a module, drawn from its symbol and colours."""
