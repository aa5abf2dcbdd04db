"""The command line: options, and answers without a screen."""
