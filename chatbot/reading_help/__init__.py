"""Reading help: meanings and translations of sentences in the other language."""
