"""Findings to text that people and programs read. Every format carries the same findings.

Owns the formats of `check`. Refuses to run or colour anything that an entry says: text from entries is escaped, so
that it can be neither a terminal command nor a workflow command.
"""

from catalog.report.machine import as_json
from catalog.report.text import as_text, summary

FORMATS = ("text", "json")

__all__ = ["FORMATS", "as_json", "as_text", "summary"]
