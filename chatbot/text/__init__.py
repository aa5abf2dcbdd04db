"""Text: words, sentences, languages and how text is shown, without any article."""
