"""Help with reading sentences of the other language."""
