"""The APS catalog: one folder of YAML entries in, a web catalog and a print book out.

Stages import only what comes before them: source, findings, vocabulary, model, decode, handbook, rules,
compile, report, then the two readers `site` and `print`, and `cli` on top. ARCHITECTURE.md tells the story;
the import-linter contract in pyproject.toml keeps it true.
"""

__version__ = "1.0.0"
