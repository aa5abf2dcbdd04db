"""Passages: articles become runs of whole sentences, and what there is in them is found out once."""
