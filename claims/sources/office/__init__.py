"""Documents of word processors: Word, OpenDocument, Rich Text."""
