"""What the review shows and what its keys do, without a toolkit: text comes out as lines of named styles.

Nothing below this package may import Textual or Rich; a test keeps it so.
"""
