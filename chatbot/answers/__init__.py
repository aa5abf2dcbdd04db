"""Answers: passages are ranked, and the best cited, for the questions of a conversation."""
