"""The conditions of an entry's models and routes that are met (handbook, "Business Model Considerations").

Owns the sentence for each. Refuses to say what is missing: an entry that lacks a condition does not pass the check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.site.entry_views import Gate
from catalog.site.words import reference, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry


def gates_of(entry: Entry) -> tuple[Gate, ...]:
    """The conditions that are met, model by model."""
    return (*_referral(entry), *_storefront(entry), *_key_administrator(entry))


def _referral(entry: Entry) -> Iterator[Gate]:
    evidence = entry.referral
    if evidence is None:
        return
    if evidence.agreed:
        yield Gate(text="Referral agreement with Parallels", since=evidence.agreed)
    if evidence.joint_plan:
        yield Gate(text="Joint go-to-market plan")


def _storefront(entry: Entry) -> Iterator[Gate]:
    evidence = entry.storefront
    if evidence is None:
        return
    if evidence.track_record:
        yield _proven("Proven sales to small and medium businesses", evidence.track_record, entry)
    if evidence.agreed:
        yield Gate(text="Resale agreement with Parallels", since=evidence.agreed)
    if evidence.wholesale_agreed:
        yield Gate(text="Wholesale price agreed")
    if evidence.margin_50 == "true":
        yield Gate(text="Margin of 50% or more")


def _key_administrator(entry: Entry) -> Iterator[Gate]:
    evidence = entry.key_administrator
    if evidence is None:
        return
    if evidence.track_record:
        yield _proven("Proven sales with Parallels partners", evidence.track_record, entry)
    if evidence.approved:
        yield Gate(text="Approved for the Key Administrator", since=evidence.approved)
    if evidence.integration == "done":
        yield Gate(text="Integrated with the Key Administrator")


def _proven(text: str, proof: str, entry: Entry) -> Gate:
    """A track record is a sentence or an address."""
    if proof.startswith(("http://", "https://")):
        return Gate(text=text, proof=reference(text, proof))
    return Gate(text=text, detail=text_of(proof, entry))
