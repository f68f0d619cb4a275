"""The web site: pages, search index, feeds and API drawn from a catalog, and their publication.

Owns everything under the output's `site` folder. Refuses to read YAML, to judge entries, and to know about print.
"""
