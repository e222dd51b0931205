"""Paged documents: a template, the text and pictures that go into it, and the pages made of them."""
