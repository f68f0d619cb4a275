"""From text to set lines: fonts, shaping of every script, breaking, the styles of the book."""
