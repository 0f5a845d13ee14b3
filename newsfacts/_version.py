"""The version, beside everything that prints it."""

__version__ = "0.1.0"
