# /// script
# requires-python = ">=3.11"
# dependencies = ["pycountry==24.6.1", "shapely==2.1.2"]
# ///
"""Make catalog/vocabularies/world.json from Natural Earth's borders; run by hand when those change.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    uv run .ci/world_map.py package/countries-50m.json > catalog/vocabularies/world.json

Borders are thinned arc by arc, so neighbours keep one common line. Natural Earth counts some countries of ISO 3166-1
as parts of others (Guadeloupe, Svalbard); those are split off, and what it does not draw at all becomes a dot.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from pathlib import Path

import pycountry
from shapely.geometry import LineString, Polygon

WIDTH, THIN, SMALLEST = 10_000, 4.0, 12.0
SOUTH = -56.0  # Antarctica would take a fifth of the sheet, and nobody sells there.

# Parts of a country that ISO 3166-1 lists for themselves: west, south, east, north.
SPLIT = {
    "FR": {
        "GF": (-55, 1, -51, 7),
        "GP": (-62, 15.7, -60.9, 16.6),
        "MQ": (-61.3, 14.3, -60.7, 15),
        "RE": (55, -22, 56, -20),
        "YT": (44.8, -13.2, 45.4, -12.5),
    },
    "NO": {"SJ": (-10, 70.5, 35, 82), "BV": (3, -55, 4, -54)},
    "NL": {"BQ": (-69, 11, -62, 18)},
}
# Longitude and latitude of what is not drawn at this scale.
DOTS = {
    "BQ": (-68.3, 12.2),
    "BV": (3.4, -54.4),
    "CC": (96.8, -12.2),
    "CX": (105.6, -10.5),
    "GF": (-53.1, 3.9),
    "GI": (-5.35, 36.14),
    "GP": (-61.5, 16.2),
    "MQ": (-61.0, 14.6),
    "RE": (55.5, -21.1),
    "SJ": (16.0, 78.5),
    "TK": (-171.8, -9.2),
    "TV": (179.2, -8.5),
    "UM": (166.6, 19.3),
    "YT": (45.2, -12.8),
}


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Equal Earth (Šavrič, Patterson and Jenny 2018), in units of the sheet: areas keep their proportions."""
    a1, a2, a3, a4, root = 1.340264, -0.081106, 0.000893, 0.003796, math.sqrt(3) / 2
    theta = math.asin(root * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = math.radians(longitude) * math.cos(theta)
    x /= root * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))
    y = theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
    scale = WIDTH / (2 * 2.7066299836)
    return WIDTH / 2 + x * scale, -y * scale


def arcs_of(topology: dict) -> list[list[tuple[float, float]]]:
    """Longitudes and latitudes of the arcs, which come as differences of whole numbers."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(points)
    return arcs


def joined(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """A ring from its arcs; a negative index is an arc read backwards."""
    ring: list[tuple[float, float]] = []
    for index in indices:
        piece = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += piece[1:] if ring else piece
    return ring


def shapes(path: Path) -> tuple[dict[str, list], list]:
    """Rings by country, and those of land that has no code, in degrees."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    plain = arcs_of(topology)
    thin = [list(LineString([projected(*at) for at in arc]).simplify(THIN).coords) for arc in plain]
    rings, other = defaultdict(list), []
    back = {shown: at for arc in plain for at in arc for shown in (projected(*at),)}
    for feature in topology["objects"]["countries"]["geometries"]:
        polygons = feature.get("arcs", [])
        known = pycountry.countries.get(numeric=feature.get("id", "").zfill(3))
        for polygon in [polygons] if feature["type"] == "Polygon" else polygons:
            where = joined(polygon[0], plain)
            lon = sum(at[0] for at in where) / len(where)
            lat = sum(at[1] for at in where) / len(where)
            if lat < SOUTH and (known is None or known.alpha_2 == "AQ"):
                continue
            drawn = [joined(ring, thin) for ring in polygon]
            if len(drawn[0]) < 4 or Polygon(drawn[0]).area < SMALLEST:
                continue
            kept = [[back[at] for at in ring] for ring in drawn]
            (rings[part_of(known.alpha_2, lon, lat)] if known else other).extend(kept)
    return rings, other


def part_of(code: str, lon: float, lat: float) -> str:
    """The code of the part that ISO lists for itself, else of the whole."""
    for part, (west, south, east, north) in SPLIT.get(code, {}).items():
        if west <= lon <= east and south <= lat <= north:
            return part
    return code


def main() -> None:
    """Read, split, thin and print; degrees become whole hundredths."""
    source = Path(sys.argv[1])
    rings, other = shapes(source)
    dots = {code: at for code, at in DOTS.items() if code not in rings}
    for code, at in missing(source, rings).items():
        dots.setdefault(code, at)

    def flat(drawn: list) -> list[list[int]]:
        return [[round(100 * n) for at in unbroken(ring)[:-1] for n in at] for ring in drawn]

    notice = (
        "Borders: Natural Earth, public domain, by way of npm world-atlas 2.0.2 (50m), thinned by "
        ".ci/world_map.py. Rings of longitude and latitude in hundredths of a degree."
    )
    whole = {
        "notice": notice,
        "countries": {code: flat(rings[code]) for code in sorted(rings)},
        "dots": {code: [round(100 * n) for n in dots[code]] for code in sorted(dots)},
        "other": flat(other),
    }
    sys.stdout.write(json.dumps(whole, separators=(",", ":")).replace('],"', '],\n"') + "\n")


def unbroken(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Beyond the date line degrees go on: 179, 181."""
    whole = ring[:1]
    for east, north in ring[1:]:
        whole.append((east - 360 * round((east - whole[-1][0]) / 360), north))
    return whole


def missing(path: Path, rings: dict[str, list]) -> dict[str, tuple[float, float]]:
    """A dot for each country that was too small to keep: the middle of its largest island."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    found = {}
    for feature in topology["objects"]["countries"]["geometries"]:
        known = pycountry.countries.get(numeric=feature.get("id", "").zfill(3))
        if known is None or known.alpha_2 in rings or known.alpha_2 == "AQ":
            continue
        polygons = [feature["arcs"]] if feature["type"] == "Polygon" else feature["arcs"]
        largest = max((Polygon(joined(part[0], arcs)) for part in polygons), key=lambda shape: shape.area)
        found[known.alpha_2] = (largest.centroid.x, largest.centroid.y)
    return found


if __name__ == "__main__":
    main()
