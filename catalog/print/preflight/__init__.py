"""What a printer or a reader would find wrong with a PDF, found before they do.

Owns the checks of a finished file, ours or anybody's: it is read, never changed. Refuses to know how a book is made:
what ought to stand on its pages comes as a manifest.
"""
