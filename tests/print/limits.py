"""Entries at the limits of what the schema lets them say, for the tests of the layout.

Owns no expectation. Each is the parts that differ from `small.entry_of`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from catalog.model import Certification, Contact, Contacts, Deployment, Listing, Promotion, Regions, Vendor
from catalog.regions import geography

JAPANESE = "朝顔勤怠の在庫帳販売店は自社の名前で提供でき毎月の利用料がそのまま収益になります"
ARABIC = "تفقد الشركات الصغيرة عشر مواعيدها دفتر المواعيد "
EVERY_LANGUAGE = tuple(
    "en de fr it es pt-BR nl sv nb da fi pl cs sk hu ro bg el tr ar he hi ja ko zh-CN".split()
)
HALF_PRICE = Promotion(
    title="Twelve months at half price for the first 500 seats of each new reseller in 2027",
    text="",
    starts=date(2027, 1, 1),
    ends=date(2027, 9, 30),
    terms="https://harbor.example/terms",
)
LONG_VENDOR = "Compagnie internationale de services informatiques et de télécommunications"
LONG_MAIL = "partner.management.international@subsidiary.of-a-long-company.example"
ROUTES = (
    "automation",
    "plesk",
    "partner-storefront",
    "cloud-marketplace",
    "white-label",
    "key-administrator",
)
FARM = Deployment(
    environments=("physical", "vzwin", "vzlin", "psbm", "esx", "hyper-v"),
    os=("Windows Server 2019 Datacenter", "Windows Server 2022 Datacenter", "Red Hat Enterprise Linux 9"),
    installer=("file-copy", "rpm", "msi"),
    servers=4,
    background_services=True,
)
LIMITS: dict[str, dict[str, Any]] = {
    "plain": {},
    "capitals": {"name": "WAREHOUSE MANAGEMENT AND LOGISTICS PLANNING FOR WHOLESALERS"},
    "one word": {"name": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"},
    "japanese name": {"name": (JAPANESE * 2)[:60]},
    "arabic": {
        "name": (ARABIC * 3)[:60].strip(),
        "pitch": (ARABIC * 20)[:400].strip(),
        "highlights": (ARABIC * 2,) * 3,
    },
    "long vendor": {"vendor": Vendor(name=LONG_VENDOR, homepage="https://harbor.example/")},
    "all countries": {"regions": Regions(stated=True, include=geography().countries)},
    "many countries": {"regions": Regions(stated=True, include=geography().countries[:90])},
    "all models and routes": {
        "business_models": ("direct", "referral", "reseller"),
        "routes": ROUTES,
        "regions": Regions(
            stated=True, include=("150", "019", "142"), excluded=("CN", "KP", "SY", "CU", "IR")
        ),
    },
    "many languages": {"languages": EVERY_LANGUAGE},
    "many needs": {
        "version": "10.5.1.2 RC33 build 20260915 maintenance",
        "certification": Certification(level="gold", version="10.5", date=date(2026, 9, 30)),
        "deployment": FARM,
    },
    "long mail address": {"contacts": Contacts(sales=Contact(email=LONG_MAIL))},
    "offer": {
        "pitch": "Sell it beside the web space. " * 12,
        "highlights": ("One of three highlights",) * 3,
        "promotions": (HALF_PRICE,),
    },
    "hindi": {
        "name": "बही खाता",
        "vendor": Vendor(name="सागर लेखा प्रणाली", homepage="https://sagarlekha.example/"),
        "pitch": "छोटे व्यापारी हिसाब के लिए अलग सर्वर नहीं चाहते। " * 6,
        "highlights": ("हर ग्राहक की अपनी अलग मशीन",) * 3,
        "languages": ("hi",),
    },
    "japanese": {
        "name": "朝顔勤怠",
        "pitch": JAPANESE * 5,
        "highlights": ("自社の名前で提供", "設定は三分"),
        "languages": ("ja",),
    },
    "long": {
        "name": "Larder ERP for bakers, butchers, dairies and greengrocers",
        "summary": ("Files that follow the team and stay in the region that the customer chose " * 2)[
            :100
        ].strip(),
        "pitch": ("Sell the backup that restores itself every week and proves it with a report. " * 6)[:450],
        "highlights": ("Restores itself every single week, and proves it under your own name",) * 3,
        "description": "\n\n".join(["It keeps the files of small offices in step. " * 6] * 4),
        "certification": Certification(level="silver", version="2.4.1", date=date(2026, 9, 30)),
    },
    "demonstration": {"listing": Listing(source="demo")},
    "unclaimed": {
        "pitch": None,
        "listing": Listing(source="package"),
        "business_models": (),
        "regions": Regions(stated=False),
        "contacts": Contacts(),
        "routes": (),
    },
}
