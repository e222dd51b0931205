"""Self-assessment of digital presence: the instrument, answers, scores, a plan, and the change."""
