"""Formats: articles that are not plain text, each read by a library in a process of its own."""
