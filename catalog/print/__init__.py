"""The book: from entries to a plan of pages, and from the plan to a PDF.

Owns everything between the catalog and the print file. Refuses to know the web site. Names nothing here: the check
measures with `fitness` alone, and would wait for the libraries that write PDF.
"""
