"""Photographs: what to show of one, what reads on it, and how to make words read."""
