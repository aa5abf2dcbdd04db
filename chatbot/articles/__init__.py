"""Articles: files of a folder become articles with a title, a language, headings and paragraphs."""
