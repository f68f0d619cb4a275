"""SPDX licence expressions: what is one, which ids were withdrawn, and how to say the same in today's ids.

Owns the reading of expressions on top of `packaging`, and `vocabularies/licenses.yaml`. Refuses to guess: an
expression is only rewritten where SPDX itself, or the plain sense of the words, says that it stays the same licence.
"""

from __future__ import annotations

import functools
import re

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from catalog.vocabulary import vocabularies

WORD = re.compile(r"[^\s()]+")
"""An id or an operator of an expression."""


@functools.lru_cache(maxsize=1024)
def fault_of(expression: str) -> str | None:
    """Why an expression is none of SPDX, or None."""
    try:
        canonicalize_license_expression(expression)
    except InvalidLicenseExpression as error:
        return str(error).rpartition(":")[0].lower()
    return None


def withdrawn(word: str) -> str | None:
    """What SPDX names instead of an id that it withdrew; empty where it names nothing, None where it did not."""
    licenses = vocabularies().licenses
    return licenses.renamed.get(word, licenses.replaced.get(word))


def squeezed(expression: str) -> str:
    """Without case, blanks and hyphens, as the words in the vocabulary are compared."""
    return re.sub(r"[\s-]", "", expression.lower())


def rewritten(expression: str) -> str:
    """The same licence in today's ids and their proper case; the expression itself where that cannot be said."""
    licenses = vocabularies().licenses
    if fault_of(expression):
        return licenses.spelled.get(squeezed(expression), expression)
    today = WORD.sub(
        lambda word: licenses.renamed.get(word[0], word[0]), canonicalize_license_expression(expression)
    )
    return expression if fault_of(today) else today
