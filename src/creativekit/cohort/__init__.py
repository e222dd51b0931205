"""For trainers and conveners: what a whole group answered, kept, without a name."""
