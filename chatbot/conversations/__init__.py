"""Conversations: what is kept, quoted and written of questions and answers."""
