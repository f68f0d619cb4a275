"""What a drawing may be made of: elements, attributes, and the marks that editors leave.

Owns the lists, and why an element that is not on them is refused. Names are expat's: the namespace, a blank, the
local name; attributes of no namespace stand bare. What is not listed is refused.
"""

from __future__ import annotations

from typing import Final, NamedTuple

SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"

SHAPES: Final = frozenset("path rect circle ellipse line polyline polygon".split())
GRADIENTS: Final = frozenset({"linearGradient", "radialGradient"})
# These draw their content where others refer to them, so each reference costs as much as the content.
EXPANDED: Final = frozenset({"pattern", "mask", "clipPath", "marker"})
UNPAINTED: Final = EXPANDED | GRADIENTS | frozenset("defs symbol filter style title desc metadata".split())
_FILTERS: Final = """
    filter feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feDropShadow feFlood
    feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feDiffuseLighting feSpecularLighting feDistantLight
    fePointLight feSpotLight
""".split()
ELEMENTS: Final = SHAPES | UNPAINTED | frozenset([*_FILTERS, *"svg g use stop switch view".split()])

_REFERENCES: Final = "fill stroke clip-path mask filter marker marker-start marker-mid marker-end".split()
STYLED: Final = frozenset(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-profile color-rendering direction display dominant-baseline enable-background fill fill-opacity fill-rule
    filter flood-color flood-opacity font font-family font-feature-settings font-size font-size-adjust font-stretch
    font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
    isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask
    mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-align text-anchor text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility
    white-space word-spacing writing-mode
    """.split()
)
"""Attributes whose values are CSS."""

REFERRING: Final = frozenset(_REFERENCES)
"""Those of them that may name a part of the drawing by `url(#id)`."""

PLAIN: Final = (
    frozenset(
        """
    id class lang tabindex role focusable version baseProfile viewBox preserveAspectRatio zoomAndPan
    contentScriptType contentStyleType x y width height transform d points pathLength cx cy r rx ry fx fy fr x1 y1 x2 y2
    offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
    clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight orient refX refY viewTarget
    filterUnits primitiveUnits filterRes in in2 result type values tableValues slope intercept amplitude exponent mode
    operator k1 k2 k3 k4 dx dy stdDeviation edgeMode radius surfaceScale diffuseConstant specularConstant
    specularExponent kernelUnitLength azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle
    requiredFeatures requiredExtensions systemLanguage externalResourcesRequired media title name t p-id
    """.split()
    )
    | {f"{XML} space", f"{XML} lang", f"{XML} id"}
    | {f"{XLINK} {name}" for name in ("type", "title", "show", "actuate")}
)
"""Attributes that cannot do harm whatever their value."""

LINKS: Final = ("href", f"{XLINK} href")
"""References to elements; where both stand, the first wins, as SVG 2 says."""
KNOWN: Final = PLAIN | STYLED | {*LINKS, "style"}

_EDITORS: Final = (
    ("http://www.inkscape.org/", "Inkscape"),
    ("http://inkscape.sourceforge.net/", "Inkscape"),
    ("http://sodipodi.sourceforge.net/", "Sodipodi"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "RDF"),
    ("http://www.w3.org/2000/01/rdf-schema#", "RDF"),
    ("http://purl.org/dc/", "Dublin Core"),
    ("http://dublincore.org/", "Dublin Core"),
    ("http://creativecommons.org/ns#", "Creative Commons"),
    ("http://web.resource.org/cc/", "Creative Commons"),
    ("http://ns.adobe.com/", "Adobe"),
    ("adobe:ns:meta/", "Adobe"),
    ("http://iptc.org/", "IPTC"),
    ("http://www.bohemiancoding.com/sketch/", "Sketch"),
    ("http://www.figma.com/", "Figma"),
    ("https://www.figma.com/", "Figma"),
    ("http://www.serif.com/", "Affinity"),
    ("http://www.vectornator.io", "Vectornator"),
    ("http://vectornator.io", "Vectornator"),
    ("https://boxy-svg.com", "Boxy SVG"),
    ("http://www.corel.com/", "CorelDRAW"),
    ("http://schemas.microsoft.com/visio/", "Visio"),
    ("http://svgjs.com/svgjs", "SVG.js"),
    ("http://svgjs.dev/svgjs", "SVG.js"),
    ("http://xml.openoffice.org/", "OpenOffice"),
    ("http://www.openswatchbook.org/", "Inkscape"),
    ("http://krita.org/", "Krita"),
    ("http://ns.gravit.io/", "Gravit"),
    ("http://www.w3.org/2001/XMLSchema-instance", "XML Schema"),
)


def editor_of(namespace: str) -> str | None:
    """The program or vocabulary whose marks these are, or None when the namespace is not a known one."""
    return next((name for start, name in _EDITORS if namespace.startswith(start)), None)


class Reason(NamedTuple):
    """Why an element is refused, before its place is known. `whole`: what is inside needs no word of its own."""

    code: str
    message: str
    help: str
    whole: bool = False


_OUTLINES: Final = "turn the text into outlines (paths): every reader and printer lacks some font"
_STILL: Final = "remove the animation; a logo is shown and printed as it stands still"
_SHAPES_ONLY: Final = "export the drawing as plain SVG: shapes, gradients, masks and reuse are taken"
_WORDS: Final = {
    **dict.fromkeys(
        "text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyphRef font glyph missing-glyph".split(),
        ("APS525", "holds text, in", _OUTLINES),
    ),
    **dict.fromkeys(
        "font-face font-face-src font-face-uri font-face-name font-face-format hkern vkern".split(),
        ("APS525", "holds a font, in", _OUTLINES),
    ),
    **dict.fromkeys(("image", "feImage"), (
        "APS526",
        "holds a bitmap image, in",
        "draw it with shapes, or hand in the bitmap itself as PNG or JPEG",
    )),
    **dict.fromkeys(
        "animate animateColor animateMotion animateTransform set mpath discard".split(),
        ("APS527", "is animated, by", _STILL),
    ),
    **dict.fromkeys(("script", "handler", "listener"), (
        "APS523",
        "holds a script, in",
        "remove the script; a picture may not run anything",
    )),
    **dict.fromkeys(
        "foreignObject iframe video audio canvas embed object html body div p".split(),
        ("APS528", "holds content that is no drawing, in", "remove it, or redraw what it shows with shapes"),
    ),
}  # fmt: skip
_WHOLE: Final = frozenset({"APS525", "APS528"})


def refusal_of(namespace: str, local: str) -> Reason:
    """Why an element off the list is refused. The words know the usual suspects; their case is forgiven."""
    words = _WORDS.get(local) or _LOWER.get(local.lower())
    if words and namespace in {"", SVG_NAMESPACE, _XHTML}:
        code, message, remedy = words
        return Reason(code, f"the drawing {message} <{local}>", remedy, code in _WHOLE)
    if namespace == _XHTML:
        code, message, remedy = _WORDS["foreignObject"]
        return Reason(code, f"the drawing {message} the HTML element <{local}>", remedy, whole=True)
    if namespace not in {"", SVG_NAMESPACE}:
        message = f'the drawing holds <{local}> of the namespace "{namespace[:80]}"'
        return Reason("APS529", message, _SHAPES_ONLY)
    return Reason(
        "APS529", f"the drawing holds <{local}>, which is not an element that is taken", _SHAPES_ONLY
    )


_LOWER: Final = {name.lower(): words for name, words in _WORDS.items()}
_XHTML: Final = "http://www.w3.org/1999/xhtml"
