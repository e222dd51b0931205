"""The studio: every capability on one screen, for the hall and for the laptop at home.

It calls what the commands call and adds no work of its own.
"""
