"""The same posts drawn by others, each in a module of its own."""
