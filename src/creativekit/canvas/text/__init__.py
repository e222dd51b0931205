"""Text in a box: where lines may end, what size fits, which face writes which character."""
