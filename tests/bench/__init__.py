"""What the program costs beside others, and how that grows: `python -m tests.bench`."""
