"""What the program costs beside others: `python -m tests.bench`, after `pip install -e '.[bench,e5]'`."""
