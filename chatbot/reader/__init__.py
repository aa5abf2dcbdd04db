"""The reader: the second stage of retrieval, which compares a question with the sentences of the best candidates."""
