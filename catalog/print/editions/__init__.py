"""Print editions: what one is, what it held when it went to press, and how two differ.

Owns edition files and frozen editions. Refuses to lay out and to draw.
"""
