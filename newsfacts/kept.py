"""Nothing, and never imported: what it would be compiled to is the file in which `late` keeps its patterns and tables."""
