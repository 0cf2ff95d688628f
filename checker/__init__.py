"""Presscheck: checks press releases and articles against a canonical fact base."""

__version__ = "0.1.0"
