"""Posts: placements, what is posted, how it is drawn, and what goes with it."""
