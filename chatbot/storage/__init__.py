"""Storage: the program's own files, private, written whole and checked when they are read."""
