"""Encoders: texts become vectors that lie near where the meaning is alike, in either language."""
