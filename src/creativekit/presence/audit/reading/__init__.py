"""Reading what was brought: bytes to text, text to a document's facts. Nothing here fetches."""
