"""The output formats, one module a family; nothing here is imported before it is needed."""
