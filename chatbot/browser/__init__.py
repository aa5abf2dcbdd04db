"""The browser: the terminal interface as a page on this machine."""
