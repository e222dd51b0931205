"""Tables that people keep: read from text and spreadsheets, whatever program wrote them."""
