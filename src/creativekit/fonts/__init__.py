"""Faces: which exist, what they cover, how text is shaped in them, and what is cut out of them."""
