"""The terminal interface: questions below, answers above, and the article that is cited beside them."""
