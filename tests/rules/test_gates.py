"""Business models and routes: each gate with each of its conditions."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.model import (
    Contact,
    Contacts,
    Deployment,
    KeyAdministrator,
    Listing,
    Print,
    Referral,
    Service,
    Storefront,
)
from tests.rules.judging import codes, entry, found

DAY = date(2026, 2, 3)
STORE = Storefront(track_record="4,000 seats", agreed=DAY, wholesale_agreed=True, margin_50="true")
KEYS = KeyAdministrator(track_record="12 partners", approved=DAY, integration="done")
REFERRAL = Referral(agreed=DAY, joint_plan=True)
STORE_ROUTE = ("partner-storefront",)
KEY_ROUTE = ("key-administrator",)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"business_models": ("referral",)}, ["APS620"], id="referral with nothing"),
        pytest.param(
            {"business_models": ("referral",), "referral": Referral()},
            ["APS620", "APS621"],
            id="referral empty",
        ),
        pytest.param({"business_models": ("referral",), "referral": REFERRAL}, [], id="referral whole"),
        pytest.param(
            {"business_models": ("referral",), "referral": Referral(agreed=DAY, joint_plan=False)},
            ["APS621"],
            id="referral without plan",
        ),
        pytest.param({"business_models": ("reseller",)}, ["APS622"], id="reseller with nothing"),
        pytest.param(
            {"business_models": ("reseller",), "routes": STORE_ROUTE, "storefront": STORE},
            [],
            id="storefront whole",
        ),
        pytest.param(
            {"business_models": ("reseller",), "routes": STORE_ROUTE, "storefront": Storefront()},
            ["APS623", "APS624", "APS625", "APS626"],
            id="storefront empty",
        ),
        pytest.param(
            {"business_models": ("reseller",), "routes": ("cloud-marketplace",), "storefront": STORE},
            [],
            id="marketplace",
        ),
        pytest.param(
            {"business_models": ("reseller",), "routes": KEY_ROUTE, "key_administrator": KEYS},
            [],
            id="keys whole",
        ),
        pytest.param(
            {"business_models": ("reseller",), "routes": KEY_ROUTE, "key_administrator": KeyAdministrator()},
            ["APS630", "APS631", "APS632"],
            id="keys empty",
        ),
        pytest.param({"routes": STORE_ROUTE}, ["APS627"], id="storefront route alone"),
        pytest.param({"routes": KEY_ROUTE}, ["APS627"], id="key route alone"),
        pytest.param(
            {"business_models": ("reseller",), "storefront": STORE}, ["APS628"], id="storefront without route"
        ),
        pytest.param(
            {"routes": STORE_ROUTE, "storefront": STORE}, ["APS628"], id="storefront without reseller model"
        ),
        pytest.param({"referral": REFERRAL}, ["APS628"], id="referral section without model"),
        pytest.param(
            {
                "business_models": ("reseller",),
                "routes": STORE_ROUTE,
                "storefront": STORE,
                "key_administrator": KEYS,
            },
            ["APS628"],
            id="keys without route beside a storefront",
        ),
        pytest.param(
            {"contacts": Contacts(technical=Contact(email="a@b.example"))}, ["APS633"], id="no sales contact"
        ),
        pytest.param({"business_models": (), "contacts": Contacts()}, [], id="nothing stated, nobody to ask"),
        pytest.param(
            {"business_models": (), "contacts": Contacts(), "print": Print(include=True)},
            ["APS633"],
            id="in print without a contact",
        ),
        pytest.param(
            {"contacts": Contacts(), "listing": Listing(status="withdrawn")},
            [],
            id="withdrawn: nobody to ask",
        ),
    ],
)
def test_a_gate_opens_when_its_conditions_are_met(changes: dict[str, object], expected: list[str]) -> None:
    told = [code for code in codes(entry(**changes)) if code != "APS661"]
    assert sorted(told) == expected


@pytest.mark.parametrize("margin", ["false", "undisclosed", None])
def test_a_margin_that_is_not_shown_is_a_warning(margin: str | None) -> None:
    store = Storefront(track_record="x", agreed=DAY, wholesale_agreed=True, margin_50=margin)
    judged = entry(business_models=("reseller",), routes=STORE_ROUTE, storefront=store)
    assert [(problem.code, problem.path) for problem in found(judged)] == [
        ("APS626", ("storefront", "margin_50") if margin else ("storefront",))
    ]


@pytest.mark.parametrize(
    ("kind", "deployment", "routes", "expected"),
    [
        pytest.param(
            "webspace", Deployment(stack=("php",), servers=2), ("plesk",), ["APS610"], id="two web spaces"
        ),
        pytest.param(
            "webspace", Deployment(stack=("php",), servers=2), (), [], id="two web spaces elsewhere"
        ),
        pytest.param("webspace", Deployment(stack=("php",)), ("plesk",), ["APS611"], id="servers not told"),
        pytest.param("webspace", None, ("plesk",), ["APS604"], id="nothing told"),
        pytest.param(
            "dedicated", Deployment(environments=("esx",), servers=3), ("plesk",), ["APS610"], id="a farm"
        ),
        pytest.param(
            "dedicated", Deployment(environments=("esx",), servers=1), ("plesk",), [], id="one server"
        ),
        pytest.param(
            "connector", Deployment(multitenant=True), ("plesk",), ["APS607"], id="connector to nothing"
        ),
        pytest.param("connector", Deployment(service=Service(name="Cloud")), ("plesk",), [], id="connector"),
        pytest.param(
            "connector",
            Deployment(service=Service(name="Cloud"), installer=("rpm",)),
            (),
            ["APS602"],
            id="rpm",
        ),
        pytest.param(
            "dedicated",
            Deployment(environments=("esx",), installer=("file-set",)),
            (),
            ["APS602"],
            id="file set",
        ),
        pytest.param(
            "webspace",
            Deployment(stack=("php",), background_services=True, installer=("msi",)),
            (),
            ["APS601", "APS602"],
            id="web space with services",
        ),
    ],
)
def test_deployments(
    kind: str, deployment: Deployment | None, routes: tuple[str, ...], expected: list[str]
) -> None:
    assert sorted(codes(entry(type=kind, deployment=deployment, routes=routes))) == expected


def test_the_remedy_for_a_farm_is_a_connector() -> None:
    judged = entry(
        type="dedicated", deployment=Deployment(environments=("esx",), servers=3), routes=("plesk",)
    )
    assert "offer it as a connector" in found(judged)[0].message
