"""Digital presence: a self-assessment, a plan of small steps, and the evidence of a live audit."""
