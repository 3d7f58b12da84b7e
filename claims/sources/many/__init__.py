"""Files that hold several articles: archives, tables of articles, feeds, mail, crawls."""
