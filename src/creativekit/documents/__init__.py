"""Paged documents: a template, what goes into it, and the pages made of them."""
