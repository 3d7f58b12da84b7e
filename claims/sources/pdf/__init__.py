"""PDF files: the lines on their pages, read in a process of its own, and the paragraphs that these make."""
