"""The index: postings, words and vectors of all passages, and the query that a question makes of them."""
